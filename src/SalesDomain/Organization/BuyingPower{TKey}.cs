using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>The buying power of territories by several indicators. Made by <see cref="IndicatorWeights.Evaluate{TKey}"/>.</summary>
/// <typeparam name="TKey">The type of the territories.</typeparam>
/// <remarks>Immutable.</remarks>
public sealed class BuyingPower<TKey>
    where TKey : notnull
{
    private readonly BuyingPowerLine<TKey>[] _lines;

    internal BuyingPower(IndicatorWeights weights, (TKey Key, decimal[] Figures)[] territories, decimal[] totals)
    {
        Weights = weights;
        _lines = Array.ConvertAll(territories,
            each => new BuyingPowerLine<TKey>(weights, each.Key, each.Figures, totals, territories.Length));
    }

    /// <summary>The indicators and their weights.</summary>
    public IndicatorWeights Weights { get; }

    /// <summary>A line for each territory, in the order given.</summary>
    public IReadOnlyList<BuyingPowerLine<TKey>> Lines => Array.AsReadOnly(_lines);

    /// <summary>The potential of a whole market, divided by buying power.</summary>
    /// <param name="market">The potential of all territories together, zero or more.</param>
    /// <returns>The potential of each, exact to 28 digits: an estimate, not rounded and not made to sum.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="market"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="market"/> is the default value, which measures nothing.</exception>
    public MarketPotential<TKey> PotentialOf(Measured market) =>
        MeasuredArgument.Given(market).Amount >= 0m
            ? new MarketPotential<TKey>([.. _lines.Select(line => (line.Key, market * line.BuyingPowerIndex))])
            : throw Guards.OutOfRange(nameof(market), market.ToString(), "must not be negative");
}
