using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

public sealed class PlansAsValues
{
    [Fact]
    public void Components_are_equal_by_all_settings() =>
        TestHelper.TestEqualsClass(
            Tuned(), Tuned(),
            Tuned().WithCap(Cny(6_000)), Tuned().WithFloor(Cny(60)), Tuned().WithLevelCap(Percent(150)), Tuned().WithCap(Percent(150)),
            Tuned().ModifiedBy(CommissionModifier.Factor("appraisal")), Tuned().RatedBy(Collected(Currency.CNY)),
            Tuned().AgainstQuota(ZeroQuotaPolicy.PayAsAttained), Tuned().RatedByGiven(Measure.Revenue),
            Tuned().WithThreshold(CommissionThreshold.OfAttainment(Percent(80), ThresholdPay.AboveOnly)),
            PerDeal(CommissionRate.Flat(Percent(3))), Cumulative(CommissionRate.Flat(Percent(3))));

    [Fact]
    public void Rates_are_equal_by_what_they_pay()
    {
        TestHelper.TestEqualsClass(
            CommissionRate.Graduated(Steps((0, 1), (100, 2))), CommissionRate.Graduated(Steps((0, 1), (100, 2))),
            CommissionRate.Graduated(Steps((0, 1), (100, 3))), CommissionRate.AllUnits(Steps((0, 1), (100, 2))),
            CommissionRate.Graduated(Attained((0, 1), (100, 2))), CommissionRate.Flat(Percent(1)), CommissionRate.Individual,
            CommissionRate.Fixed(Cny(1)), CommissionRate.PerUnit(Cny(1)), CommissionRate.Score("a"),
            CommissionRate.Bonus(StepSchedule.From((Percent(100), Cny(1)))),
            CommissionRate.AmountCurve(PayoutCurve.Rising((0m, 0m), (1m, 1m)), Currency.CNY),
            CommissionRate.TargetCurve(PayoutCurve.Rising((0m, 0m), (1m, 1m))));
        TestHelper.TestEqualsClass(
            CommissionRate.TargetMatrix(Matrix(50), "collection rate"), CommissionRate.TargetMatrix(Matrix(50), "collection rate"),
            CommissionRate.TargetMatrix(Matrix(60), "collection rate"), CommissionRate.TargetMatrix(Matrix(50), "margin"),
            CommissionRate.RateMatrix(Matrix(50), "collection rate"));
    }

    [Fact]
    public void Modifiers_are_equal_by_what_they_go_by_and_by_their_steps() =>
        TestHelper.TestEqualsClass(
            CommissionModifier.GateFrom("reports", Percent(90)), CommissionModifier.GateFrom("reports", Percent(90)),
            CommissionModifier.GateFrom("reports", Percent(91)), CommissionModifier.GateUpTo("reports", Percent(90)),
            CommissionModifier.GateFrom("visits", Percent(90)), CommissionModifier.Factor("reports"),
            CommissionModifier.ByMatrix(Matrix(50), "reports"),
            CommissionModifier.ByAttainment(StepSchedule.From((Percent(90), Percent(100)))));

    [Fact]
    public void Terms_figures_and_plans_are_equal_by_all_they_state()
    {
        TestHelper.TestEqualsClass(
            Quota(100).WithTarget(Revenue, Cny(5)), CommissionTerms.None.WithTarget(Revenue, Cny(5)).WithQuota(Revenue, Sold(100)),
            Quota(100), Quota(100).WithTarget(Revenue, Cny(6)), Quota(100).WithTarget(Revenue, Cny(5)).WithRate(Revenue, Percent(1)));
        TestHelper.TestEqualsClass(
            Figures(100).WithFigure("margin", Percent(20)),
            CommissionFigures.None.WithFigure("margin", Percent(20)).With(Revenue, Sold(100)),
            Figures(100), Figures(101).WithFigure("margin", Percent(20)), CommissionFigures.None.With(Revenue, Sold(1), Sold(100)));
        TestHelper.TestEqualsClass(
            Plan(Tuned()).WithCap(Cny(100)), Plan(Tuned()).WithCap(Cny(100)), Plan(Tuned()), Plan(Tuned()).WithCap(Percent(100)),
            Plan(Tuned().WithFloor(Cny(60))).WithCap(Cny(100)),
            CommissionPlan.Of("Representatives 2027", Currency.CNY, Rounding.Commercial, Tuned()).WithCap(Cny(100)));
    }

    private static CommissionComponent Tuned() =>
        Cumulative(CommissionRate.Graduated(Attained((0, 3), (100, 5)))).AgainstQuota(ZeroQuotaPolicy.PayNothing)
            .WithThreshold(CommissionThreshold.OfAttainment(Percent(80), ThresholdPay.FromFirst)).WithLevelCap(Percent(200))
            .WithCap(Cny(5_000)).WithFloor(Cny(50)).ModifiedBy(CommissionModifier.GateUpTo("discount", Percent(5)));

    private static StepMatrix<Percentage, Percentage, Percentage> Matrix(decimal least) =>
        StepMatrix.From([Percent(0)], (Percent(least), new[] { Percent(100) }));
}
