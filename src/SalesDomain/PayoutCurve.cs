using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>
/// A payout that moves on straight lines between points: 50 % of the target incentive at 80 % of quota, 100 % at 100 %, 200 % at 120 %.
/// Also points of a scorecard by a measure, or an amount by an amount.
/// </summary>
/// <remarks>
/// <para>
/// Between two points x₀, y₀ and x₁, y₁ the payout of x is y₀ + (x − x₀) × (y₁ − y₀) ÷ (x₁ − x₀), one division, last. It is the payout of a
/// point at that point, and lies between the payouts of the two neighbours everywhere else, whatever a quotient is rounded to. Levels and
/// payouts are plain numbers; a <see cref="Percentage"/> is read as its number of per cent, so that 120 % is 120, and a payout in per cent
/// of a target is written likewise.
/// </para>
/// <para>
/// Two points at one level are a jump, and a <see cref="JumpSide"/> says which of them holds at the level itself. Beyond the first and the
/// last point there is no payout until <see cref="ZeroBelow"/>, <see cref="FlatAbove"/>, <see cref="ContinuedAbove"/> and their like
/// declare one. <see cref="WithCap"/> and <see cref="WithFloor"/> bound every payout there is, a declared zero included; they make none
/// where there is none.
/// </para>
/// <para>
/// The order is declared by the factory and checked, for the points and for the ends: a curve declared <see cref="CurveOrder.Rising"/>
/// never falls anywhere. Equality is by order, points, side of the jumps, ends, cap and floor.
/// </para>
/// </remarks>
public sealed partial class PayoutCurve : IEquatable<PayoutCurve>
{
    private readonly CurveTable _table;
    private readonly (decimal Level, decimal Payout)[] _points;

    private PayoutCurve(CurveOrder order, (decimal Level, decimal Payout)[] points, JumpSide? jumps, CurveTable table)
    {
        Order = order;
        _points = points;
        Jumps = jumps;
        _table = table;
    }

    /// <summary>Which way the curve is declared to go.</summary>
    public CurveOrder Order { get; }

    /// <summary>The points from the lowest level to the highest; a jump is two of them.</summary>
    public IReadOnlyList<(decimal Level, decimal Payout)> Points => Array.AsReadOnly(_points);

    /// <summary>
    /// Which payout holds at the level of a jump, or null when the curve has none. Where all jumps go up, or all down,
    /// <see cref="JumpSide.Higher"/> and <see cref="JumpSide.Lower"/> are kept as the <see cref="JumpSide.From"/> or
    /// <see cref="JumpSide.UpTo"/> that they come to.
    /// </summary>
    public JumpSide? Jumps { get; }

    /// <summary>What holds below the first point.</summary>
    public CurveEnd Below => _table.Ends.Below;

    /// <summary>What holds above the last point.</summary>
    public CurveEnd Above => _table.Ends.Above;

    /// <summary>The least payout, or null.</summary>
    public decimal? Floor => _table.Ends.Floor;

    /// <summary>The most payout, or null.</summary>
    public decimal? Cap => _table.Ends.Cap;

    /// <summary>
    /// The stretches of one slope, from the lowest level to the highest and beyond the points where a payout is declared. Jumps are between
    /// them; cap and floor are not looked at.
    /// </summary>
    public IReadOnlyList<CurveSegment> Segments
    {
        get
        {
            var (lines, levels) = (_table.Lines, _table.Levels);
            var segments = new List<CurveSegment>(lines.Count + 2);
            if (Below != CurveEnd.None)
                segments.Add(new CurveSegment(null, levels[0], Below == CurveEnd.Continued ? lines[0].Slope : 0m));

            segments.AddRange(lines.Select(line => new CurveSegment(line.Level, line.NextLevel, line.Slope)));
            if (Above != CurveEnd.None)
                segments.Add(new CurveSegment(levels[lines.Count], null, Above == CurveEnd.Continued ? lines[lines.Count - 1].Slope : 0m));

            return segments.AsReadOnly();
        }
    }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A curve.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PayoutCurve? left, PayoutCurve? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A curve.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PayoutCurve? left, PayoutCurve? right) => !(left == right);

    /// <summary>Below the first point the payout is zero: the threshold (起付点) of a plan.</summary>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException">
    /// A zero there would break the declared order: it is above the first payout of a rising curve, say.
    /// </exception>
    public PayoutCurve ZeroBelow() => With(_table.Ends.WithBelow(CurveEnd.Zero));

    /// <summary>Below the first point the payout is that of the point.</summary>
    /// <returns>The changed copy.</returns>
    public PayoutCurve FlatBelow() => With(_table.Ends.WithBelow(CurveEnd.Flat));

    /// <summary>Below the first point its line goes on without end; <see cref="WithFloor"/> stops it.</summary>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException">There is no line to continue: one level alone, or a jump at the first.</exception>
    public PayoutCurve ContinuedBelow() => With(_table.Ends.WithBelow(CurveEnd.Continued));

    /// <summary>Above the last point the payout is zero: the far side of a corridor.</summary>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException">
    /// A zero there would break the declared order: it is below the last payout of a rising curve, say.
    /// </exception>
    public PayoutCurve ZeroAbove() => With(_table.Ends.WithAbove(CurveEnd.Zero));

    /// <summary>Above the last point the payout is that of the point: a cap (封顶) at a level.</summary>
    /// <returns>The changed copy.</returns>
    public PayoutCurve FlatAbove() => With(_table.Ends.WithAbove(CurveEnd.Flat));

    /// <summary>Above the last point its line goes on without end; <see cref="WithCap"/> stops it.</summary>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException">There is no line to continue: one level alone, or a jump at the last.</exception>
    public PayoutCurve ContinuedAbove() => With(_table.Ends.WithAbove(CurveEnd.Continued));

    /// <summary>The curve with a most payout (封顶): what would be more is this.</summary>
    /// <param name="payout">The cap, at least the floor.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="payout"/> is below the floor.</exception>
    public PayoutCurve WithCap(decimal payout) =>
        !(payout < Floor) ? With(_table.Ends.WithCap(payout))
            : throw Guards.OutOfRange(
                nameof(payout),
                InvariantText.Number(payout),
                "must be at least the floor " + InvariantText.Number(Floor.GetValueOrDefault()));

    /// <summary>
    /// The curve with a least payout (保底): what would be less is this, a declared zero below the threshold included. To guarantee something
    /// from the threshold on only, make it the payout of the first point.
    /// </summary>
    /// <param name="payout">The floor, at most the cap.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="payout"/> is above the cap.</exception>
    public PayoutCurve WithFloor(decimal payout) =>
        !(payout > Cap) ? With(_table.Ends.WithFloor(payout))
            : throw Guards.OutOfRange(
                nameof(payout),
                InvariantText.Number(payout),
                "must be at most the cap " + InvariantText.Number(Cap.GetValueOrDefault()));

    /// <summary>Whether the other has the same order, points, side of the jumps, ends, cap and floor.</summary>
    /// <param name="other">The curve to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PayoutCurve? other) =>
        other is not null && Order == other.Order && Jumps == other.Jumps && _table.Ends.AreSameAs(other._table.Ends)
            && _points.SequenceEqual(other._points);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PayoutCurve);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _points.Aggregate(
            Hash.Combine((int)Order, (int)Below, (int)Above),
            (hash, point) => Hash.Combine(hash, Hash.Of(point.Level), Hash.Of(point.Payout)));

    /// <summary>The curve in words: <c>rising 80: 50, 100: 100, 120: 200, zero below, flat above</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => CurveText.Of(this);

    private PayoutCurve With(CurveEnds ends)
    {
        CurveChecks.Ends(this, ends);
        return new PayoutCurve(Order, _points, Jumps, _table.With(ends));
    }
}
