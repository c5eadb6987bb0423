using System;
using System.Diagnostics.CodeAnalysis;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>A stretch of a <see cref="PayoutCurve"/> with one slope: what each further unit of the level adds to the payout.</summary>
/// <remarks>Equality is by ends and slope. The default value is a flat stretch without ends.</remarks>
public readonly struct CurveSegment : IEquatable<CurveSegment>
{
    internal CurveSegment(decimal? from, decimal? to, decimal slope)
    {
        From = from;
        To = to;
        Slope = slope;
    }

    /// <summary>Where the segment begins, or null below the first point.</summary>
    public decimal? From { get; }

    /// <summary>Where the segment ends, or null above the last point.</summary>
    public decimal? To { get; }

    /// <summary>
    /// The marginal rate, to 28 digits: payout gained for each unit of the level. From 100 to 120 with payouts of 100 and 200 it is 5, an
    /// accelerator of five points for each point.
    /// </summary>
    public decimal Slope { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A segment.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(CurveSegment left, CurveSegment right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A segment.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(CurveSegment left, CurveSegment right) => !left.Equals(right);

    /// <summary>Whether the other has the same ends and slope.</summary>
    /// <param name="other">The segment to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CurveSegment other) => From == other.From && To == other.To && Slope == other.Slope;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is CurveSegment other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Hash.Of(From ?? 0m), Hash.Of(To ?? 0m), Hash.Of(Slope));

    /// <summary>Ends and slope: <c>100 to 120: 5</c>, <c>above 120: 0</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Stretch() + ": " + InvariantText.Number(Slope);

    private string Stretch() =>
        (From, To) switch
        {
            (null, null) => "everywhere",
            (null, { } to) => "below " + InvariantText.Number(to),
            ({ } from, null) => "above " + InvariantText.Number(from),
            ({ } from, { } to) => InvariantText.Number(from) + " to " + InvariantText.Number(to),
        };
}
