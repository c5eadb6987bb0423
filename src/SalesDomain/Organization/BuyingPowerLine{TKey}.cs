using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>The buying power of one territory. Part of a <see cref="BuyingPower{TKey}"/>.</summary>
/// <typeparam name="TKey">The type of the territories.</typeparam>
/// <remarks>Immutable.</remarks>
public sealed class BuyingPowerLine<TKey>
    where TKey : notnull
{
    private readonly Part[] _parts;
    private readonly int _territories;

    internal BuyingPowerLine(IndicatorWeights weights, TKey key, decimal[] figures, decimal[] totals, int territories)
    {
        Key = key;
        _territories = territories;
        _parts = [.. figures.Select((figure, i) => new Part(weights.Names[i], figure, totals[i], weights.Weights[i]))];
        Share = _parts.Aggregate(Percentage.Zero, (sum, part) => sum + part.Weighted);
        Index = Share * territories;
    }

    /// <summary>The territory.</summary>
    public TKey Key { get; }

    /// <summary>The weighted mean of its shares of the indicators, to 28 digits: its share of the market's buying power.</summary>
    public Percentage Share { get; }

    /// <summary>Its buying power ÷ that of the average territory: share × territories, 100 % being average.</summary>
    public Percentage Index { get; }

    /// <summary>The index as share × territories, and the share as the sum of the weighted shares.</summary>
    /// <returns>The tree; its root is <see cref="Index"/>.</returns>
    public Explanation Explain() =>
        Node("buying power index", Index, Operation.Product,
            Node("share of buying power", Share, Operation.Sum, [.. _parts.Select(part => part.Explain())]),
            Fact("territories", (decimal)_territories));

    private readonly struct Part(string name, decimal figure, decimal total, Percentage weight)
    {
        private decimal WeightedFigure { get; } = figure * weight.Fraction;

        // Multiplied first, divided last.
        internal Percentage Weighted { get; } = Percentage.FromFraction(figure * weight.Fraction / total);

        internal Explanation Explain() =>
            Node(name, Weighted, Operation.Ratio,
                Node("weighted", WeightedFigure, Operation.Product, Fact("here", figure), Constant("weight", weight.Fraction)),
                Fact("in all", total));
    }
}
