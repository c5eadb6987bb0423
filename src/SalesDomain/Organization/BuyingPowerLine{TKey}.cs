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
        BuyingPowerIndex = _parts.Aggregate(Percentage.Zero, (sum, part) => sum + part.Weighted);
        RelativeToAverage = BuyingPowerIndex * territories;
    }

    /// <summary>The territory.</summary>
    public TKey Key { get; }

    /// <summary>
    /// The Buying Power Index (购买力指数, BPI): the weighted mean of its shares of the indicators, to 28 digits. It is the territory's share
    /// of the buying power of all territories given, whose indexes total 100 %.
    /// </summary>
    /// <remarks>What is published is a share of the whole country: 6.1 is 6.1 %. To get it for a few territories, give the rest of
    /// the country as one more.</remarks>
    public Percentage BuyingPowerIndex { get; }

    /// <summary>
    /// Its buying power ÷ that of the average territory given, 100 % being average: the Buying Power Index × the number of territories. Not
    /// the Buying Power Index itself.
    /// </summary>
    public Percentage RelativeToAverage { get; }

    /// <summary>The Buying Power Index as the sum of the weighted shares.</summary>
    /// <returns>The tree; its root is <see cref="BuyingPowerIndex"/>.</returns>
    public Explanation Explain() =>
        Node("buying power index", BuyingPowerIndex, Operation.Sum, [.. _parts.Select(part => part.Explain())]);

    /// <summary>The comparison with the average territory, as the Buying Power Index × territories.</summary>
    /// <returns>The tree; its root is <see cref="RelativeToAverage"/>.</returns>
    public Explanation ExplainRelativeToAverage() =>
        Node(
            "buying power relative to the average territory", RelativeToAverage, Operation.Product, Explain(),
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
