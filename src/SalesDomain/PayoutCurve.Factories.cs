using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

public sealed partial class PayoutCurve
{
    /// <summary>A curve on which a higher level never pays less.</summary>
    /// <param name="points">At least one point, levels rising; levels and payouts from −10¹⁴ to 10¹⁴.</param>
    /// <returns>The curve, without a payout beyond its points.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="points"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no points; levels do not rise; two points share a level, which is a jump and needs a <see cref="JumpSide"/>; or a payout
    /// breaks the order.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A level or a payout is larger than 10¹⁴.</exception>
    public static PayoutCurve Rising(params (decimal Level, decimal Payout)[] points) => Create(CurveOrder.Rising, null, points);

    /// <summary>The same with jumps: two points at one level are the payouts before and after it.</summary>
    /// <param name="jumps">Which of the two holds at the level itself.</param>
    /// <param name="points">At least one point, levels rising or twice the same; levels and payouts from −10¹⁴ to 10¹⁴.</param>
    /// <returns>The curve, without a payout beyond its points.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="points"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no points, levels fall, more than two points share a level or two are the same, or a payout breaks the order.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="jumps"/> is not defined, or a level or a payout is larger than 10¹⁴.
    /// </exception>
    public static PayoutCurve Rising(JumpSide jumps, params (decimal Level, decimal Payout)[] points) =>
        Create(CurveOrder.Rising, jumps, points);

    /// <summary>A curve on which a higher level never pays more.</summary>
    /// <inheritdoc cref="Rising(ValueTuple{decimal, decimal}[])"/>
    public static PayoutCurve Falling(params (decimal Level, decimal Payout)[] points) => Create(CurveOrder.Falling, null, points);

    /// <inheritdoc cref="Rising(JumpSide, ValueTuple{decimal, decimal}[])"/>
    public static PayoutCurve Falling(JumpSide jumps, params (decimal Level, decimal Payout)[] points) =>
        Create(CurveOrder.Falling, jumps, points);

    /// <summary>A curve declared to go either way.</summary>
    /// <inheritdoc cref="Rising(ValueTuple{decimal, decimal}[])"/>
    public static PayoutCurve Unordered(params (decimal Level, decimal Payout)[] points) => Create(CurveOrder.Unordered, null, points);

    /// <inheritdoc cref="Rising(JumpSide, ValueTuple{decimal, decimal}[])"/>
    public static PayoutCurve Unordered(JumpSide jumps, params (decimal Level, decimal Payout)[] points) =>
        Create(CurveOrder.Unordered, jumps, points);

    /// <summary>
    /// A curve that never falls up to its best payout and never rises after it: a target from which neither direction is better.
    /// </summary>
    /// <inheritdoc cref="Rising(ValueTuple{decimal, decimal}[])"/>
    public static PayoutCurve Corridor(params (decimal Level, decimal Payout)[] points) => Create(CurveOrder.Corridor, null, points);

    /// <inheritdoc cref="Rising(JumpSide, ValueTuple{decimal, decimal}[])"/>
    public static PayoutCurve Corridor(JumpSide jumps, params (decimal Level, decimal Payout)[] points) =>
        Create(CurveOrder.Corridor, jumps, points);

    /// <summary>
    /// The usual curve of an incentive plan: nothing below the threshold, straight lines to target and on to excellence, flat above.
    /// Threshold and excellence themselves are in.
    /// </summary>
    /// <param name="threshold">Where payout begins (起付点), and with what: (80, 50); a payout of zero or more.</param>
    /// <param name="target">What the plan is made for: (100, 100).</param>
    /// <param name="excellence">Where the payout ends to grow: (120, 200). For no end, <see cref="ContinuedAbove"/>.</param>
    /// <returns>A rising curve, zero below and flat above.</returns>
    /// <exception cref="ArgumentException">A level does not rise above the one before, or a payout falls.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The payout at the threshold is negative, or a level or a payout is larger than 10¹⁴.
    /// </exception>
    public static PayoutCurve ThresholdTargetExcellence(
        (decimal Level, decimal Payout) threshold, (decimal Level, decimal Payout) target, (decimal Level, decimal Payout) excellence)
    {
        Guard.Against.Below(0m, threshold.Payout, nameof(threshold));
        CurveChecks.Points(CurveOrder.Rising, null, [threshold], nameof(threshold));
        CurveChecks.Points(CurveOrder.Rising, null, [threshold, target], nameof(target));
        CurveChecks.Points(CurveOrder.Rising, null, [target, excellence], nameof(excellence));
        return Rising(threshold, target, excellence).ZeroBelow().FlatAbove();
    }

    /// <summary>
    /// A straight line between two points and flat beyond them, for measures of which more is better and of which less is: the order of the
    /// levels decides. Score = (actual − worst) ÷ (best − worst), held between 0 and 1, is the usual form.
    /// </summary>
    /// <param name="worst">The level that pays least, and what: (65, 0), or (10, 0) where less is better.</param>
    /// <param name="best">The level that pays most, and what: (100, 20), or (2, 20).</param>
    /// <returns>A rising or a falling curve, flat on both sides.</returns>
    /// <exception cref="ArgumentException">Both have the same level, or the best pays no more than the worst.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A level or a payout is larger than 10¹⁴.</exception>
    public static PayoutCurve Between((decimal Level, decimal Payout) worst, (decimal Level, decimal Payout) best)
    {
        CurveChecks.Points(CurveOrder.Unordered, null, [worst], nameof(worst));
        CurveChecks.Points(CurveOrder.Unordered, null, [best], nameof(best));
        if (best.Level == worst.Level || best.Payout <= worst.Payout)
        {
            throw Guards.Invalid(
                nameof(best), CurveText.Of(best) + " beside " + CurveText.Of(worst), "must lie at another level and pay more");
        }

        var curve = best.Level > worst.Level ? Rising(worst, best) : Falling(best, worst);
        return curve.FlatBelow().FlatAbove();
    }

    /// <summary>
    /// A curve given by what each further unit of the level pays: from 100 % of quota, where the payout is 100 %, two points for each point
    /// up to 150 and one for each up to 200 is <c>PerPoint((100, 100), (150, 2), (200, 1))</c>.
    /// </summary>
    /// <param name="start">The first point.</param>
    /// <param name="rates">
    /// At least one stretch: where it ends, rising, and its slope. The slopes are all zero or more, or all zero or less.
    /// </param>
    /// <returns>
    /// A rising curve, or a falling one where no slope is positive and one is negative; without a payout beyond its points.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="rates"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no rates, a stretch does not end above the one before, or one rate is positive and another negative.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A level or a payout is larger than 10¹⁴.</exception>
    public static PayoutCurve PerPoint((decimal Level, decimal Payout) start, params (decimal UpTo, decimal Rate)[] rates)
    {
        CurveChecks.Points(CurveOrder.Unordered, null, [start], nameof(start));
        var copy = Guard.Against.Nothing(rates, "a curve has at least one stretch");
        if (copy.Any(rate => rate.Rate > 0m) && copy.Any(rate => rate.Rate < 0m))
        {
            throw Guards.Invalid(
                nameof(rates), string.Join(", ", copy.Select(rate => InvariantText.Number(rate.Rate))),
                "must not turn; a curve that does is given by its points");
        }

        var points = new (decimal Level, decimal Payout)[copy.Length + 1];
        points[0] = start;
        for (var i = 0; i < copy.Length; i++)
            points[i + 1] = CurveChecks.Next(points[i], copy[i].UpTo, copy[i].Rate, nameof(rates));

        return Create(copy.Any(rate => rate.Rate < 0m) ? CurveOrder.Falling : CurveOrder.Rising, null, points);
    }

    private static PayoutCurve Create(CurveOrder order, JumpSide? jumps, (decimal Level, decimal Payout)[] points)
    {
        var copy = Guard.Against.Nothing(points, "a curve has at least one point");
        CurveChecks.Points(order, jumps, copy, nameof(points));
        var side = Side(copy, jumps);
        return new PayoutCurve(order, copy, side, CurveTable.Create(copy, side));
    }

    /// <summary>
    /// A side for jumps that there are none of is no part of the curve; and where all jumps go up, or all down, the higher payout is that
    /// of one side, so that curves with the same payouts are equal.
    /// </summary>
    private static JumpSide? Side((decimal Level, decimal Payout)[] points, JumpSide? jumps)
    {
        var pairs = points.Zip(points.Skip(1), (before, after) => (before, after)).Where(pair => pair.before.Level == pair.after.Level);
        var goUp = pairs.Select(pair => pair.after.Payout > pair.before.Payout).Distinct().ToArray();
        return goUp.Length == 0 ? null
            : goUp.Length == 2 || jumps is JumpSide.From or JumpSide.UpTo ? jumps
            : jumps == JumpSide.Higher == goUp[0] ? JumpSide.From
            : JumpSide.UpTo;
    }
}
