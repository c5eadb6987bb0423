using System;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>An amount of a mix and the share it has in the total.</summary>
/// <remarks>Equality is by reference. Made by <see cref="SalesMix{TKey}"/>.</remarks>
public sealed class MixShare
{
    private readonly string _name;
    private readonly MixPart _part;
    private readonly Measured _total;
    private readonly int _unknownCount;
    private readonly Func<Explanation> _explainTotal;

    internal MixShare(string name, MixPart part, Measured total, int unknownCount, Func<Explanation> explainTotal)
    {
        _name = name;
        _part = part;
        _total = total;
        _unknownCount = unknownCount;
        _explainTotal = explainTotal;
        Share = MixPart.Share(part.Known, total, unknownCount);
    }

    /// <summary>The amount, negative where more came back than was sold; null when a fact of it does not state its value.</summary>
    public Measured? Amount => _part.UnknownCount == 0 ? _part.Known : null;

    /// <summary>
    /// Amount ÷ total, to 28 digits: 0 % where nothing was sold, negative where more came back than was sold. Null where the total is not
    /// above zero, or where a fact of the total does not state its value.
    /// </summary>
    public Percentage? Share { get; }

    /// <summary>What of it is known.</summary>
    internal Measured Known => _part.Known;

    /// <summary>How the share came about.</summary>
    /// <returns>The ratio of the amount and the total of all amounts; absent, with the reason, where there is none.</returns>
    public Explanation Explain() => Explain(_explainTotal());

    /// <summary>Amount and share: <c>CNY 400.00, 40%</c>; long shares are shown to 8 decimals and marked ≈.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        (Amount is { } amount ? amount.Value.ToString() : "?") + ", " + (Share is { } share ? Shown(share) : "?");

    /// <summary>The share of a total that is explained elsewhere.</summary>
    internal Explanation ExplainOf(string totalName) => Explain(Fact(totalName, _total.Value));

    internal Explanation ExplainAmount() => _part.Explain("amount of " + _name);

    internal Explanation ExplainTotal() => _explainTotal();

    private Explanation Explain(Explanation total)
    {
        var name = "share of " + _name;
        if (Share is { } share)
            return Node(name, share, Operation.Ratio, ExplainAmount(), total);

        var why = _unknownCount > 0
            ? Node(
                "facts are of unknown value", true, Operation.Compare(ComparisonKind.Greater),
                Fact("facts of unknown value", _unknownCount), Constant("none", 0))
            : Node(
                "total is zero or less", true, Operation.Compare(ComparisonKind.LessOrEqual),
                total, Constant("zero", _total.With(0m).Value));
        return Node(name, Figure.Absent, Operation.Select, why, Constant("then", Figure.Absent), ExplainAmount());
    }
}
