using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>How evenly territories share work, potential or sales. Made by <see cref="Alignment{TAccount, TTerritory}.Balance"/>.</summary>
/// <typeparam name="TTerritory">The type of the territories.</typeparam>
/// <remarks>
/// <para>
/// Everything is compared as sum × territories against the sum of all, so that no mean has to be divided out. The mean absolute deviation
/// is Σ |sum − mean| ÷ territories ÷ mean: on average a territory is so far from the mean.
/// </para>
/// <para>Immutable. Where all territories together have zero or less there is no mean to be near, and the figures are null.</para>
/// </remarks>
public sealed class AlignmentBalance<TTerritory>
    where TTerritory : notnull
{
    private readonly AlignmentScale _scale;
    private readonly TerritoryDistance<TTerritory>[] _distances;
    private readonly TerritoryTotals<TTerritory>[] _outside;
    private readonly decimal _all;
    private readonly int _accounts;
    private readonly decimal _sumOfDistances;
    private readonly decimal _allTimesTerritories;
    private readonly decimal _allowed;

    internal AlignmentBalance(
        AlignmentMeasure by, Percentage tolerance, TerritoryTotals<TTerritory>[] territories, TerritorySums all, AlignmentScale scale)
    {
        (By, Tolerance, _scale) = (by, tolerance, scale);
        (_all, _accounts) = (all.By(by), all.Accounts);
        _allowed = _all * tolerance.Fraction;
        _distances = Array.ConvertAll(
            territories, each => new TerritoryDistance<TTerritory>(each, each.Sums.By(by), territories.Length, _all, _allowed));
        _sumOfDistances = _distances.Sum(each => each.Distance);
        _allTimesTerritories = _all * territories.Length;
        Largest = Extreme(1);
        Smallest = Extreme(-1);
        _outside = [.. _distances.Where(each => !each.IsWithin).Select(each => each.Totals)];
        if (_all <= 0m)
            return;

        WithinShare = Percentage.Ratio(territories.Length - _outside.Length, territories.Length);
        MeanAbsoluteDeviation = Percentage.Ratio(_sumOfDistances, _allTimesTerritories);
    }

    /// <summary>What the territories share.</summary>
    public AlignmentMeasure By { get; }

    /// <summary>How far from the mean still is in balance.</summary>
    public Percentage Tolerance { get; }

    /// <summary>The territory with the most; of equal ones the first.</summary>
    public TerritoryTotals<TTerritory> Largest { get; }

    /// <summary>The territory with the least; of equal ones the first.</summary>
    public TerritoryTotals<TTerritory> Smallest { get; }

    /// <summary>The territories further from the mean than the tolerance.</summary>
    public IReadOnlyList<TerritoryTotals<TTerritory>> Outside => Array.AsReadOnly(_outside);

    /// <summary>The share of the territories within the tolerance; null where there is no mean.</summary>
    public Percentage? WithinShare { get; }

    /// <summary>How far a territory is from the mean on average, in percent of the mean; null where there is no mean.</summary>
    public Percentage? MeanAbsoluteDeviation { get; }

    /// <summary>The mean absolute deviation from the distances of all territories.</summary>
    /// <returns>The tree; its root is <see cref="MeanAbsoluteDeviation"/>, absent where it is null.</returns>
    public Explanation Explain() =>
        MeanAbsoluteDeviation is not { } deviation ? Fact("mean absolute deviation", Figure.Absent)
            : Node("mean absolute deviation", deviation, Operation.Ratio,
                Node("distances", Shown(_sumOfDistances), Operation.Sum, [.. _distances.Select(Distance)]),
                Node("if every territory had all", Shown(_allTimesTerritories), Operation.Product,
                    All(), Fact("territories", (decimal)_distances.Length)));

    /// <summary>The share within the tolerance, from the distance of each territory.</summary>
    /// <returns>The tree; its root is <see cref="WithinShare"/>, absent where it is null.</returns>
    public Explanation ExplainWithinShare()
    {
        if (WithinShare is not { } share)
            return Fact("share within the tolerance", Figure.Absent);

        var within = _distances.Select(each =>
            Node(Name(each), each.IsWithin ? 1m : 0m, Operation.Select,
                Node("is within", each.IsWithin, Operation.Compare(ComparisonKind.LessOrEqual),
                    Distance(each),
                    Node("allowed", Shown(_allowed), Operation.Product, All(), Constant("tolerance", Tolerance.Fraction))),
                Constant("yes", 1m), Constant("no", 0m)));
        return Node("share within the tolerance", share, Operation.Ratio,
            Node("territories within", (decimal)(_distances.Length - _outside.Length), Operation.Sum, [.. within]),
            Fact("territories", (decimal)_distances.Length));
    }

    private static string Name(TerritoryDistance<TTerritory> distance) => InvariantText.Any(distance.Totals.Territory);

    private TerritoryTotals<TTerritory> Extreme(int sign) =>
        _distances.Aggregate((extreme, next) => next.Here.CompareTo(extreme.Here) == sign ? next : extreme).Totals;

    private Explanation Distance(TerritoryDistance<TTerritory> each)
    {
        var asIfAll = Node("if all were like it", Shown(each.AsIfAll), Operation.Product,
            FactSum(AlignmentScale.Name(By), Shown(each.Here), each.Totals.Accounts), Fact("territories", (decimal)_distances.Length));
        return Node(Name(each), Shown(each.Distance), Operation.Max,
            Node("above", Shown(each.Above), Operation.Difference, asIfAll, All()),
            Node("below", Shown(each.Below), Operation.Difference, All(), asIfAll));
    }

    private Explanation All() => FactSum(AlignmentScale.Name(By) + " of all", Shown(_all), _accounts);

    private Figure Shown(decimal amount) => _scale.Figure(By, amount);
}
