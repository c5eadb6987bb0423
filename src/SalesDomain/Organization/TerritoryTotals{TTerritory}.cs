using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>What the accounts of one territory add up to, beside the average territory. Part of an
/// <see cref="Alignment{TAccount, TTerritory}"/>.</summary>
/// <typeparam name="TTerritory">The type of the territories.</typeparam>
/// <remarks>
/// Immutable. Sums are exact. An index is the territory's sum × territories ÷ the sum of all, 100 % being average: multiplied first,
/// divided last. It is null where all territories together have nothing, or less.
/// </remarks>
public sealed class TerritoryTotals<TTerritory>
    where TTerritory : notnull
{
    private readonly AlignmentScale _scale;
    private readonly TerritorySums _sums;
    private readonly TerritorySums _all;
    private readonly int _territories;

    internal TerritoryTotals(TTerritory territory, AlignmentScale scale, TerritorySums sums, TerritorySums all, int territories)
    {
        Territory = territory;
        (_scale, _sums, _all, _territories) = (scale, sums, all, territories);
    }

    /// <summary>The territory.</summary>
    public TTerritory Territory { get; }

    /// <summary>How many accounts it has.</summary>
    public int Accounts => _sums.Accounts;

    /// <summary>What its accounts could buy.</summary>
    public Measured Potential => _scale.Potential(_sums.Potential);

    /// <summary>What its accounts do buy.</summary>
    public Measured Sales => _scale.Sales(_sums.Sales);

    /// <summary>How many calls its accounts ask for.</summary>
    public decimal Calls => _sums.Calls;

    /// <summary>How many minutes its accounts ask for.</summary>
    public decimal Minutes => _sums.Minutes;

    /// <summary>Sales ÷ potential; null where the potential is zero.</summary>
    /// <exception cref="TaxBasisMismatchException">One has the tax in it and the other has not.</exception>
    /// <exception cref="MeasureMismatchException">One is money and the other is not.</exception>
    /// <exception cref="CurrencyMismatchException">They are in two currencies.</exception>
    /// <exception cref="UnitMismatchException">They are in two units.</exception>
    public Percentage? Penetration => Measured.Ratio(Sales, Potential);

    internal TerritorySums Sums => _sums;

    /// <summary>The territory against the average territory, 100 % being average: the workload index, the potential index and so
    /// on.</summary>
    /// <param name="by">What is compared.</param>
    /// <returns>The index, or null where all territories together have zero or less.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="by"/> is not defined.</exception>
    public Percentage? IndexOf(AlignmentMeasure by) => Index(Guard.Against.Undefined(by)).Ratio;

    /// <summary>The workload against what one person has time for, 100 % being one full person.</summary>
    /// <param name="onePerson">The selling time of one person in the period of the workload.</param>
    /// <returns>Minutes ÷ selling minutes; above 100 % where one person cannot do it.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="onePerson"/> is null.</exception>
    public Percentage WorkloadToCapacity(SellingTime onePerson) =>
        Percentage.FromFraction(_sums.Minutes / Guard.Against.Null(onePerson).Minutes);

    /// <summary>The index as sum × territories ÷ the sum of all.</summary>
    /// <param name="by">What is compared.</param>
    /// <returns>The tree; its root is what <see cref="IndexOf"/> gives, absent where that is null.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="by"/> is not defined.</exception>
    public Explanation Explain(AlignmentMeasure by)
    {
        var steps = Index(Guard.Against.Undefined(by));
        var name = AlignmentScale.Name(by);
        return steps.Ratio is not { } ratio ? Fact(name + " index", Figure.Absent)
            : Node(name + " index", ratio, Operation.Ratio,
                Node("if all were like it", _scale.Figure(by, steps.AsIfAll), Operation.Product,
                    FactSum(name, _scale.Figure(by, steps.Here), _sums.Accounts), Fact("territories", (decimal)_territories)),
                FactSum(name + " of all", _scale.Figure(by, steps.All), _all.Accounts));
    }

    /// <summary>The penetration as sales ÷ potential.</summary>
    /// <returns>The tree; its root is <see cref="Penetration"/>, absent where it is null.</returns>
    /// <exception cref="TaxBasisMismatchException">One has the tax in it and the other has not.</exception>
    /// <exception cref="MeasureMismatchException">One is money and the other is not.</exception>
    /// <exception cref="CurrencyMismatchException">They are in two currencies.</exception>
    /// <exception cref="UnitMismatchException">They are in two units.</exception>
    public Explanation ExplainPenetration() =>
        Node("penetration", Figure.OrAbsent(Penetration), Operation.Ratio,
            FactSum("sales", Sales.Value, Accounts), FactSum("potential", Potential.Value, Accounts));

    /// <summary>The workload against the capacity of one person.</summary>
    /// <param name="onePerson">The selling time of one person in the period of the workload.</param>
    /// <returns>The tree; its root is what <see cref="WorkloadToCapacity"/> gives.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="onePerson"/> is null.</exception>
    public Explanation ExplainWorkloadToCapacity(SellingTime onePerson) =>
        Node("workload to capacity", WorkloadToCapacity(onePerson), Operation.Ratio,
            FactSum("workload in minutes", _sums.Minutes, _sums.Accounts), onePerson.Explain());

    /// <summary>The totals in words.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Any(Territory) + ": " + InvariantText.Number(Accounts) + " accounts, potential " + Potential.Value
        + ", sales " + Sales.Value + ", "
        + InvariantText.Number(Minutes) + " min";

    private TerritoryIndex Index(AlignmentMeasure by) => new(_sums.By(by), _all.By(by), _territories);
}
