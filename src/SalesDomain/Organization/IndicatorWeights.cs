using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Several indicators of what a territory can buy, each with its weight: income 50 %, retail sales 30 %, population 20
/// %.</summary>
/// <remarks>
/// <para>
/// A territory's buying power is the weighted mean of its shares of every indicator's total: Σ weight × (its figure ÷ the total of all
/// territories). So the indicators may be in any units, and the buying power of all territories together is 100 %. With the
/// classical weights it is the Buying Power Index: 0.5 × share of income + 0.3 × share of retail sales + 0.2 × share of population.
/// </para>
/// <para>Immutable. Equality is by names and weights in their order. Source: the Buying Power Index of Sales and Marketing Management's
/// annual survey.</para>
/// </remarks>
public sealed class IndicatorWeights : IEquatable<IndicatorWeights>
{
    private readonly string[] _names;
    private readonly Percentage[] _weights;

    private IndicatorWeights(string[] names, Percentage[] weights)
    {
        _names = names;
        _weights = weights;
    }

    /// <summary>The weights of the classical Buying Power Index: income 50 %, retail sales 30 %, population 20 %.</summary>
    public static IndicatorWeights Classical { get; } = Of(
        ("income", Percentage.FromPercent(50m)), ("retail sales", Percentage.FromPercent(30m)),
        ("population", Percentage.FromPercent(20m)));

    /// <summary>The indicators, in the order given.</summary>
    public IReadOnlyList<string> Names => Array.AsReadOnly(_names);

    /// <summary>Their weights.</summary>
    public IReadOnlyList<Percentage> Weights => Array.AsReadOnly(_weights);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Weights.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(IndicatorWeights? left, IndicatorWeights? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Weights.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(IndicatorWeights? left, IndicatorWeights? right) => !(left == right);

    /// <summary>Indicators and their weights.</summary>
    /// <param name="indicators">Each name once, with a weight above 0 %; the weights total exactly 100 %.</param>
    /// <returns>The weights.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="indicators"/> or a name is null.</exception>
    /// <exception cref="ArgumentException">There is none, a name is empty, padded or comes twice, a weight is not above 0 %, or the total
    /// is not 100 %.</exception>
    public static IndicatorWeights Of(params (string Name, Percentage Weight)[] indicators)
    {
        var copy = Guard.Against.Nothing(indicators, "buying power has at least one indicator");
        var names = Array.ConvertAll(copy, each => Identifier.Checked(each.Name, nameof(indicators)));
        Guard.Against.NameTwice(names, nameof(indicators));
        return new IndicatorWeights(names, WholeWeights.Checked(copy.Select(each => each.Weight), nameof(indicators)));
    }

    /// <summary>The buying power of territories.</summary>
    /// <typeparam name="TKey">The type of the territories.</typeparam>
    /// <param name="territories">Each territory once, with its figures in the order of the indicators, zero or more.</param>
    /// <returns>The buying power of each.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="territories"/>, a key or a list of figures is null.</exception>
    /// <exception cref="ArgumentException">There is none, a key comes twice, a territory has more or fewer figures than there are
    /// indicators, one is negative, or an indicator is zero in all territories.</exception>
    public BuyingPower<TKey> Evaluate<TKey>(IEnumerable<(TKey Key, IReadOnlyList<decimal> Figures)> territories)
        where TKey : notnull
    {
        var copy = Guard.Against.Nothing(territories, "a market has at least one territory");
        if (copy.Any(each => each.Key is null || each.Figures is null))
            throw new ArgumentNullException(nameof(territories));

        var keys = new HashSet<TKey>();
        foreach (var (key, figures) in copy)
        {
            if (!keys.Add(key))
                throw Guards.Invalid(nameof(territories), InvariantText.Any(key), "must have each key once");
            if (figures.Count != _names.Length)
                throw Guards.Invalid(nameof(territories), InvariantText.Any(key),
                    "must have a figure for each of " + string.Join(", ", _names));
            if (figures.Any(figure => figure < 0m))
                throw Guards.Invalid(nameof(territories), InvariantText.Number(figures.Min()), "must not be negative");
        }

        var totals = new decimal[_names.Length];
        for (var i = 0; i < totals.Length; i++)
        {
            totals[i] = copy.Sum(each => each.Figures[i]);
            if (totals[i] == 0m)
                throw Guards.Invalid(nameof(territories), "'" + _names[i] + "'", "must have an indicator above zero somewhere");
        }

        return new BuyingPower<TKey>(this, Array.ConvertAll(copy, each => (each.Key, each.Figures.ToArray())), totals);
    }

    /// <summary>Whether the other has the same indicators and weights in the same order.</summary>
    /// <param name="other">The weights to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(IndicatorWeights? other) =>
        other is not null && _names.SequenceEqual(other._names, StringComparer.Ordinal) && _weights.SequenceEqual(other._weights);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as IndicatorWeights);

    /// <inheritdoc/>
    public override int GetHashCode() => _weights.Aggregate(_names.Length, (hash, weight) => Hash.Combine(hash, weight.GetHashCode()));

    /// <summary>The weights in words: <c>income 50%, retail sales 30%, population 20%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Join(", ", _names.Zip(_weights, (name, weight) => name + " " + weight));
}
