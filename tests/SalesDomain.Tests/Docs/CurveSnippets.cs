using System;

namespace SalesDomain.Tests.Docs;

public static class CurveSnippets
{
    public static void ThresholdTargetExcellence()
    {
        #region ThresholdTargetExcellence
        var plan = PayoutCurve.ThresholdTargetExcellence(threshold: (80, 50), target: (100, 100), excellence: (120, 200));

        Console.WriteLine(plan.At(Percentage.FromPercent(79.99m)));  // 0%
        Console.WriteLine(plan.At(Percentage.FromPercent(80)));      // 50%
        Console.WriteLine(plan.At(Percentage.FromPercent(90)));      // 75%
        Console.WriteLine(plan.At(Percentage.FromPercent(110)));     // 150%
        Console.WriteLine(plan.At(Percentage.FromPercent(300)));     // 200%

        foreach (CurveSegment segment in plan.Segments)
            Console.WriteLine(segment);
        // below 80: 0
        // 80 to 100: 2.5
        // 100 to 120: 5
        // above 120: 0
        #endregion
    }

    public static void TheCentOfARoundedAttainment()
    {
        #region TheCentOfARoundedAttainment
        var plan = PayoutCurve.ThresholdTargetExcellence((80, 50), (100, 100), (120, 200));
        var incentive = new Money(30_000m, Currency.CNY);
        var achieved = new Money(1_225_000m, Currency.CNY);
        var quota = new Money(1_141_000m, Currency.CNY);

        // On a sheet that shows 107.4 %, and exact.
        Percentage shown = Percentage.Ratio(achieved, quota)!.Value.Round(Rounding.ToDigits(1, RoundingMode.HalfAwayFromZero));
        Console.WriteLine(shown + ": " + incentive * plan.At(shown));                           // 107.4%: CNY 41100.00
        Console.WriteLine(plan.Payout(incentive, achieved, quota).Round(Rounding.Commercial));  // CNY 41042.94
        #endregion
    }

    public static void PointsForEachPoint()
    {
        #region PointsForEachPoint
        var curve = PayoutCurve.PerPoint(start: (100, 100), (150, 2), (200, 1)).FlatAbove();
        var target = new Money(21_000m, Currency.USD);

        Money january = target * curve.At(Percentage.FromPercent(105));
        Money toFebruary = target * curve.At(Percentage.FromPercent(115));
        Console.WriteLine(january);               // USD 23100.00
        Console.WriteLine(toFebruary - january);  // USD 4200.00
        Console.WriteLine(curve);                 // rising 100: 100, 150: 200, 200: 250, flat above
        #endregion
    }

    public static void NoEndByMistake()
    {
        #region NoEndByMistake
        var curve = PayoutCurve.Rising((80, 50), (100, 100), (120, 200));
        Console.WriteLine(curve.TryAt(130, out _));  // False

        Console.WriteLine(curve.FlatAbove().At(130));                    // 200
        Console.WriteLine(curve.ContinuedAbove().At(130));               // 250
        Console.WriteLine(curve.ContinuedAbove().WithCap(220).At(130));  // 220
        Console.WriteLine(curve.ZeroBelow().At(79));                     // 0
        Console.WriteLine(curve.ContinuedBelow().WithFloor(40).At(70));  // 40
        #endregion
    }

    public static void WhoOwnsTheJump()
    {
        #region WhoOwnsTheJump
        var from = PayoutCurve.Rising(JumpSide.From, (0, 0), (80, 0), (80, 50), (100, 100));
        var upTo = PayoutCurve.Rising(JumpSide.UpTo, (0, 0), (80, 0), (80, 50), (100, 100));

        Console.WriteLine(from.At(80));  // 50
        Console.WriteLine(upTo.At(80));  // 0
        Console.WriteLine(from);         // rising 0: 0, below 80: 0, from 80: 50, 100: 100
        #endregion
    }

    public static void NeitherDirectionIsBetter()
    {
        #region NeitherDirectionIsBetter
        // A dealer's stock: 20 to 30 days are right, 10 are too few, 60 too many.
        var days = PayoutCurve.Corridor((10, 0), (20, 100), (30, 100), (60, 0)).ZeroBelow().ZeroAbove();
        Console.WriteLine(days.At(15));  // 50
        Console.WriteLine(days.At(28));  // 100
        Console.WriteLine(days.At(45));  // 50
        Console.WriteLine(days.At(90));  // 0

        // Use of a discount budget in steps: both ends of a band belong to the band.
        var use = PayoutCurve.Corridor(JumpSide.Higher, (90, 50), (95, 50), (95, 100), (105, 100), (105, 50), (110, 50))
            .ZeroBelow().ZeroAbove();
        Console.WriteLine(use.At(95));       // 100
        Console.WriteLine(use.At(105));      // 100
        Console.WriteLine(use.At(105.01m));  // 50
        #endregion
    }

    public static void MoreIsBetterAndLessIsBetter()
    {
        #region MoreIsBetterAndLessIsBetter
        var quality = PayoutCurve.Between(worst: (65, 0), best: (100, 20));
        var complaints = PayoutCurve.Between(worst: (10, 0), best: (2, 20));

        Console.WriteLine(quality.At(86));    // 12
        Console.WriteLine(quality.At(60));    // 0
        Console.WriteLine(complaints.At(6));  // 10
        Console.WriteLine(complaints.At(1));  // 20
        #endregion
    }

    public static void AttainmentTimesCollection()
    {
        #region AttainmentTimesCollection
        static Percentage Pct(decimal percent) => Percentage.FromPercent(percent);

        // 完成率 down, 回款率 across.
        var coefficient = StepMatrix.From(
            columns: [Pct(0), Pct(80), Pct(95)],
            (Pct(0), [Pct(0), Pct(0), Pct(0)]),
            (Pct(80), [Pct(0), Pct(60), Pct(80)]),
            (Pct(100), [Pct(0), Pct(90), Pct(120)]));

        Console.WriteLine(coefficient.At(Pct(107.36m), Pct(86.67m)));  // 90%
        Console.WriteLine(coefficient.At(Pct(100), Pct(95)));          // 120%
        Console.WriteLine(coefficient.At(Pct(150), Pct(79.99m)));      // 0%

        // More came back than was sold: the first row begins at 0 %, so −2 % has no value until one is declared.
        Console.WriteLine(coefficient.TryAt(Pct(-2), Pct(95), out _));  // False
        var withReturns = StepMatrix.Of(coefficient.Rows.ThenBelow(coefficient.Rows.Values[0]));
        Console.WriteLine(withReturns.At(Pct(-2), Pct(95)));            // 0%
        #endregion
    }

    public static void WhichAxisWasOutside()
    {
        #region WhichAxisWasOutside
        // Days late up to 30 and 60, and any score from 0 to 100.
        var matrix = StepMatrix.Of(StepSchedule.UpTo(
            (30, StepSchedule.From((0m, "C"), (85m, "B")).WithCeiling(100m)),
            (60, StepSchedule.From((0m, "D"), (85m, "C")).WithCeiling(100m))));

        Console.WriteLine(matrix.At(30, 100m));            // B
        Console.WriteLine(matrix.TryAt(61, 100m, out _));  // False
        Console.WriteLine(matrix.Outside(61, 100m));       // Row
        Console.WriteLine(matrix.Outside(30, 100.5m));     // Column

        // The same with a row for everything later.
        var all = StepMatrix.Of(matrix.Rows.ThenAbove(StepSchedule.From((0m, "E"), (85m, "D")).WithCeiling(100m)));
        Console.WriteLine(all.At(61, 100m));  // D
        #endregion
    }

    public static void ACurveExplains()
    {
        #region ACurveExplains
        var plan = PayoutCurve.ThresholdTargetExcellence((80, 50), (100, 100), (120, 200));
        var incentive = new Money(30_000m, Currency.CNY);
        var achieved = new Money(1_178_000m, Currency.CNY);
        var quota = new Money(1_240_000m, Currency.CNY);

        var explanation = Explanation.Node("payout", plan.Payout(incentive, achieved, quota), Operation.InterpolateOn(plan),
            Explanation.Constant("target incentive", incentive),
            Explanation.Fact("achieved", achieved),
            Explanation.Constant("quota", quota));

        Console.Write(explanation);
        // payout: CNY 26250.00  [interpolate rising 80: 50, 100: 100, 120: 200, zero below, flat above]
        //   target incentive: CNY 30000.00  [by the rule]
        //   achieved: CNY 1178000.00  [fact]
        //   quota: CNY 1240000.00  [by the rule]
        Console.WriteLine(explanation.IsVerified);  // True
        #endregion
    }
}
