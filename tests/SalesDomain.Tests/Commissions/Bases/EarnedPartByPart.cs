using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Commissions;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;

namespace SalesDomain.Tests.Commissions.Bases;

public sealed class EarnedPartByPart
{
    private static readonly EarningSchedule s_half = EarningSchedule.Of(
        Rounding.Commercial, (Stage.Collected, Percent(50)), (Stage.Ordered, Percent(50)));

    private static readonly Stage[] s_stages = [Stage.Ordered, Stage.Delivered, Stage.Invoiced, Stage.Collected];

    [Fact]
    public void Parts_are_in_the_order_of_the_stages_and_sum_to_the_whole()
    {
        var earned = s_half.Earned(Cny(0.03m), At(1m, 0m));

        Assert.Equal([Stage.Ordered, Stage.Collected], s_half.Stages);
        Assert.Equal("50% Ordered, 50% Collected, rounded minor-unit half-away", s_half.ToString());
        Assert.Equal(Cny(0.02m), earned.ToDate);
        earned = s_half.Earned(Cny(0.03m), At(1m, 1m));
        Assert.Equal((Cny(0.02m), Cny(0.01m), Cny(0m)), (earned.Of(Stage.Ordered), earned.Of(Stage.Collected), earned.Of(Stage.Invoiced)));
        Assert.Equal(Cny(0.03m), earned.ToDate);
    }

    [Theory]
    [InlineData(EarningPace.InProportion, "0", "0")]
    [InlineData(EarningPace.InProportion, "0.5", "50")]
    [InlineData(EarningPace.InProportion, "1.2", "100")]
    [InlineData(EarningPace.InProportion, "-0.1", "0")]
    [InlineData(EarningPace.OnFirstOfLine, "0", "0")]
    [InlineData(EarningPace.OnFirstOfLine, "0.01", "100")]
    [InlineData(EarningPace.OnFirstOfDeal, "0", "0")]
    [InlineData(EarningPace.OnFirstOfDeal, "0.01", "100")]
    [InlineData(EarningPace.WhenDealComplete, "0.9999", "0")]
    [InlineData(EarningPace.WhenDealComplete, "1", "100")]
    [InlineData(EarningPace.WhenLineComplete, "0.9999", "0")]
    [InlineData(EarningPace.WhenLineComplete, "1", "100")]
    [InlineData(EarningPace.WhenLineComplete, "1.2", "100")]
    public void A_stage_earns_at_its_pace(EarningPace pace, string done, string earned)
    {
        var schedule = EarningSchedule.Of(Rounding.Commercial, (Stage.Collected, Percent(100))).With(Stage.Collected, pace);
        var result = schedule.Earned(Cny(100m), DealProgress.Unstated.With(Stage.Collected, Percentage.FromFraction(Number(done))));

        Assert.Equal(Cny(Number(earned)), result.ToDate);
        Assert.True(result.Explain().IsVerified);
    }

    [Property]
    public Property At_full_progress_all_of_it_is_earned_exactly() =>
        Prop.ForAll(Schedules, Amounts, (schedule, commission) =>
        {
            var full = s_stages.Aggregate(DealProgress.Unstated, (progress, stage) => progress.With(stage, Percent(100)));
            var earned = schedule.Earned(commission, full);
            return earned.ToDate == commission && Sum(earned) == commission;
        });

    [Property]
    public Property Parts_sum_and_never_fall_while_progress_does_not() =>
        Prop.ForAll(Schedules, Amounts, ProgressPairs, (schedule, commission, pair) =>
        {
            var (less, more) = (schedule.Earned(commission, pair.Less), schedule.Earned(commission, pair.More));
            return Sum(less) == less.ToDate && Sum(more) == more.ToDate && less.ToDate <= more.ToDate && more.ToDate <= commission
                && less.ToDate >= Money.Zero(commission.Currency)
                && schedule.Earned(-commission, pair.Less).ToDate == -less.ToDate;
        });

    [Property]
    public Property It_agrees_with_plain_code_and_explains_itself() =>
        Prop.ForAll(Schedules, Amounts, ProgressPairs, (schedule, commission, pair) =>
        {
            var earned = schedule.Earned(commission, pair.Less);
            var plain = s_stages.Sum(stage =>
            {
                var done = pair.Less.At(stage)!.Value;
                var counted = schedule.PaceOf(stage) switch
                {
                    EarningPace.OnFirstOfLine => done > Percentage.Zero ? 1m : 0m,
                    EarningPace.WhenLineComplete => done == Percentage.OneHundred ? 1m : 0m,
                    _ => done.Fraction,
                };
                return commission.Amount * schedule.ShareOf(stage).Fraction * counted;
            });
            Tampering.IsNamed(earned.Explain(), (int)(Math.Abs(plain) % 1000m));
            return Math.Abs(plain - earned.ToDate.Amount) <= 0.5001m * 0.01m && earned.Explain().Value == earned.ToDate;
        });

    [Fact]
    public void A_stage_that_is_not_stated_is_not_zero()
    {
        var progress = DealProgress.Unstated.With(Stage.Ordered, Percent(100));

        Assert.Equal(nameof(progress), Assert.Throws<ArgumentException>(() => s_half.Earned(Cny(1m), progress)).ParamName);
        Assert.Null(progress.At(Stage.Collected));
        Assert.Equal("Ordered 100%", progress.ToString());
        Assert.Equal("nothing stated", DealProgress.Unstated.ToString());
    }

    [Fact]
    public void Progress_is_of_one_measure_and_tax_basis()
    {
        Assert.Throws<TaxBasisMismatchException>(
            () => DealProgress.Unstated.With(Stage.Collected, Measure.GrossRevenue.Of(Cny(1m)), Measure.Revenue.Of(Cny(1m))));
        Assert.Throws<MeasureMismatchException>(
            () => DealProgress.Unstated.With(Stage.Collected, Measure.Collections.Of(Cny(1m)), Measure.GrossRevenue.Of(Cny(1m))));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => DealProgress.Unstated.With(Stage.Ordered, Measure.Revenue.Of(Cny(1m)), Measure.Revenue.Of(Cny(0m))));
    }

    [Fact]
    public void Parts_that_do_not_total_the_whole_are_refused()
    {
        void Refused<T>(params (Stage, Percentage)[] parts)
            where T : ArgumentException =>
            Assert.Equal("parts", Assert.Throws<T>(() => EarningSchedule.Of(Rounding.Commercial, parts)).ParamName);

        Refused<ArgumentException>();
        Refused<ArgumentException>((Stage.Ordered, Percent(50)), (Stage.Collected, Percent(49.99m)));
        Refused<ArgumentException>((Stage.Ordered, Percent(50)), (Stage.Ordered, Percent(50)));
        Refused<ArgumentOutOfRangeException>((Stage.Ordered, Percent(150)), (Stage.Collected, Percent(-50)));
        Refused<ArgumentOutOfRangeException>((Stage.Ordered, Percent(100)), (Stage.Collected, Percent(0)));
        Refused<ArgumentOutOfRangeException>(((Stage)4, Percent(100)));
        Assert.Throws<ArgumentException>(() => s_half.With(Stage.Invoiced, EarningPace.OnFirstOfLine));
    }

    [Fact]
    public void Equal_schedules_and_progress_are_equal()
    {
        TestHelper.TestEqualsClass(
            s_half, EarningSchedule.Of(Rounding.Commercial, (Stage.Ordered, Percent(50)), (Stage.Collected, Percent(50))),
            s_half.With(Stage.Collected, EarningPace.OnFirstOfLine),
            EarningSchedule.Of(Rounding.Bankers, (Stage.Ordered, Percent(50)), (Stage.Collected, Percent(50))),
            EarningSchedule.Of(Rounding.Commercial, (Stage.Ordered, Percent(40)), (Stage.Collected, Percent(60))));
        TestHelper.TestEqualsClass(At(1m, 0.5m), At(1m, 0.5m), At(1m, 0.6m), DealProgress.Unstated);
        TestHelper.TestEqualsClass(
            s_half.Earned(Cny(1m), At(1m, 1m)), s_half.Earned(Cny(1m), At(1m, 1m)), s_half.Earned(Cny(2m), At(1m, 1m)));
    }

    private static Arbitrary<EarningSchedule> Schedules { get; } =
        (from cuts in Gen.Choose(0, 100).ArrayOf(3)
         from paces in Gen.Elements(
             EarningPace.InProportion, EarningPace.InProportion, EarningPace.OnFirstOfLine, EarningPace.WhenLineComplete)
             .ArrayOf(4)
         select Schedule([.. cuts.OrderBy(cut => cut)], paces)).ToArbitrary();

    private static Arbitrary<Money> Amounts { get; } = Gen.Choose(0, 10_000_000).Select(cents => Cny(cents / 100m)).ToArbitrary();

    private static Arbitrary<(DealProgress Less, DealProgress More)> ProgressPairs { get; } =
        (from whole in Gen.Choose(1, 100_000).ArrayOf(4)
         from done in Gen.Choose(-20, 120).ArrayOf(4)
         from further in Gen.Choose(0, 50).ArrayOf(4)
         select (Progress(whole, done), Progress(whole, [.. done.Zip(further, (one, other) => one + other)]))).ToArbitrary();

    private static DealProgress Progress(int[] whole, int[] percent) =>
        s_stages.Aggregate(DealProgress.Unstated, (progress, stage) => progress.With(
            stage, Measure.Revenue.Of(Cny(whole[(int)stage] * percent[(int)stage] / 100m)), Measure.Revenue.Of(Cny(whole[(int)stage]))));

    private static EarningSchedule Schedule(int[] cuts, EarningPace[] paces)
    {
        int[] shares = [cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], 100 - cuts[2]];
        var parts = s_stages.Where(stage => shares[(int)stage] > 0).ToArray();
        return parts.Aggregate(
            EarningSchedule.Of(Rounding.Commercial, [.. parts.Select(stage => (stage, Percent(shares[(int)stage])))]),
            (schedule, stage) => schedule.With(stage, paces[(int)stage]));
    }

    private static Money Sum(ScheduledCommission earned) =>
        s_stages.Aggregate(Money.Zero(earned.Commission.Currency), (sum, stage) => sum + earned.Of(stage));

    private static DealProgress At(decimal ordered, decimal collected) =>
        DealProgress.Unstated.With(Stage.Ordered, Percentage.FromFraction(ordered))
            .With(Stage.Collected, Percentage.FromFraction(collected));
}
