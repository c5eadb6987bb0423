using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>The potential of one territory. Part of a <see cref="MarketPotential{TKey}"/>.</summary>
/// <typeparam name="TKey">The type of the territories.</typeparam>
/// <remarks>Immutable. The index is potential × territories ÷ total: multiplied first, so that an average territory has exactly 100
/// %.</remarks>
public sealed class PotentialLine<TKey>
    where TKey : notnull
{
    private readonly Measured _total;
    private readonly int _territories;
    private readonly Measured _asIfAll;

    internal PotentialLine(TKey key, Measured potential, Measured total, int territories)
    {
        (Key, Potential) = (key, potential);
        (_total, _territories) = (total, territories);
        _asIfAll = potential * territories;
        Share = Measured.Ratio(potential, total);
        Index = Measured.Ratio(_asIfAll, total);
    }

    /// <summary>The territory.</summary>
    public TKey Key { get; }

    /// <summary>What could be sold there.</summary>
    public Measured Potential { get; }

    /// <summary>Its share of the whole market; null when that is zero.</summary>
    public Percentage? Share { get; }

    /// <summary>Its potential ÷ that of the average territory, 100 % being average; null when all are zero.</summary>
    public Percentage? Index { get; }

    /// <summary>The index as potential × territories ÷ total.</summary>
    /// <returns>The tree; its root is <see cref="Index"/>, absent where it is null.</returns>
    public Explanation Explain() =>
        Node("potential index", Figure.OrAbsent(Index), Operation.Ratio,
            Node("if all were like it", _asIfAll.Value, Operation.Product,
                Fact("potential", Potential.Value), Fact("territories", (decimal)_territories)),
            Fact("potential of all", _total.Value));

    /// <summary>The share as potential ÷ total.</summary>
    /// <returns>The tree; its root is <see cref="Share"/>, absent where it is null.</returns>
    public Explanation ExplainShare() =>
        Node(
            "share of the potential", Figure.OrAbsent(Share), Operation.Ratio, Fact("potential", Potential.Value),
            Fact("potential of all", _total.Value));

    /// <summary>Territory, potential and index: <c>North: revenue, without tax: CNY 500000.00, index 125%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => InvariantText.Any(Key) + ": " + Potential + (Index is { } index ? ", index " + index : "");
}
