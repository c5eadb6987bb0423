using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// What a plan counts and how much each counts (指标权重): revenue 50 %, margin 30 %, new customers 20 %. The weights total exactly 100 %.
/// </summary>
/// <remarks>
/// The order given is kept, for a page lists measures in it, and is part of equality. Weights are decimals: three times 33.33 % is 99.99 %
/// and refused, and 72.68 % + 10.93 % + 2.73 % + 13.66 % is 100 %, which binary floating point does not see. What was attained of all of
/// them together is said by a <see cref="CompositeRule"/>.
/// </remarks>
public sealed class WeightedMeasures : IEquatable<WeightedMeasures>
{
    private readonly Measure[] _measures;
    private readonly Percentage[] _weights;

    private WeightedMeasures(Measure[] measures, Percentage[] weights)
    {
        _measures = measures;
        _weights = weights;
    }

    /// <summary>How many measures there are.</summary>
    public int Count => _measures.Length;

    /// <summary>The measures, in the order given.</summary>
    public IReadOnlyList<Measure> Measures => Array.AsReadOnly(_measures);

    /// <summary>The weight of each of the <see cref="Measures"/>, in their order; together 100 %.</summary>
    public IReadOnlyList<Percentage> Weights => Array.AsReadOnly(_weights);

    /// <summary>Measures with their weights.</summary>
    /// <param name="weights">At least one measure, each once, with a weight above zero; the weights total exactly 100 %.</param>
    /// <returns>The weighted measures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> or a measure is null.</exception>
    /// <exception cref="ArgumentException">There is no measure, one comes twice, or the weights do not total 100 %.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not above zero.</exception>
    public static WeightedMeasures Of(params (Measure Measure, Percentage Weight)[] weights)
    {
        var given = Guard.Against.Nothing(weights, "there is at least one measure");
        var measures = Array.ConvertAll(given, each => Guard.Against.Null(each.Measure, nameof(weights)));
        for (var i = 0; i < measures.Length; i++)
        {
            var (measure, weight) = given[i];
            if (Array.IndexOf(measures, measure) < i)
                throw Guards.Invalid(nameof(weights), measure.ToString(), "must have each measure once");
            if (weight <= Percentage.Zero)
                throw Guards.OutOfRange(nameof(weights), measure + " " + weight, "must have weights above zero");
        }

        var shares = Array.ConvertAll(given, each => each.Weight);
        Guard.Against.NotWhole(shares, nameof(weights));
        return new WeightedMeasures(measures, shares);
    }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Weighted measures.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(WeightedMeasures? left, WeightedMeasures? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Weighted measures.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(WeightedMeasures? left, WeightedMeasures? right) => !(left == right);

    /// <summary>The weight of a measure, or null when it has none here: not weighed is not a weight of zero.</summary>
    /// <param name="measure">The measure.</param>
    /// <returns>The weight, above zero, or null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="measure"/> is null.</exception>
    public Percentage? WeightOf(Measure measure)
    {
        var at = Array.IndexOf(_measures, Guard.Against.Null(measure));
        return at >= 0 ? _weights[at] : null;
    }

    /// <summary>Whether the other has the same measures with the same weights in the same order.</summary>
    /// <param name="other">The weighted measures to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(WeightedMeasures? other) =>
        other is not null && _measures.SequenceEqual(other._measures) && _weights.SequenceEqual(other._weights);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as WeightedMeasures);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _measures.Zip(_weights, (measure, weight) => Hash.Combine(measure.GetHashCode(), weight.GetHashCode()))
            .Aggregate(Count, Hash.Combine);

    /// <summary>Measures and weights in order: <c>revenue, without tax 60%; new customers, count 40%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Join("; ", _measures.Zip(_weights, (measure, weight) => measure + " " + weight));
}
