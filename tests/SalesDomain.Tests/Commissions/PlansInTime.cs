using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

[Properties(Arbitrary = [typeof(AnyPlan)], MaxTest = 200)]
public sealed class PlansInTime
{
    private static readonly LocalDate s_april = new(2026, 4, 1);

    // A settlement computed by today's rule for yesterday's sales rewrites history: pitfall of every system that stores the plan once.
    [Property]
    public void A_later_version_leaves_what_the_earlier_one_says_unchanged(AnyPlan any, AnyPlan later)
    {
        var before = any.Result;
        var versions = Timeline.Of((DateSpan.Until(s_april.PlusDays(-1)), any.Plan)).With(DateSpan.From(s_april), later.Plan);

        var after = versions.At(Quarter.End!.Value).Evaluate(Quarter, any.Terms, any.Figures);

        Assert.Equal(before, after);
        Assert.Equal(before.Components.Select(each => each.Earned), after.Components.Select(each => each.Earned));
    }

    [Fact]
    public void A_retroactive_version_counts_from_the_day_on_which_it_is_published()
    {
        var first = Plan(Cumulative(CommissionRate.Flat(Percent(3))));
        var second = CommissionPlan.Of(
            "Representatives 2026", Currency.CNY, Rounding.Commercial, Cumulative(CommissionRate.Flat(Percent(4)))).WithVersion("2");
        var published = Revisions.Empty<CommissionPlan>()
            .Record(new LocalDate(2025, 12, 1), DateSpan.From(new LocalDate(2026, 1, 1)), first)
            .Record(new LocalDate(2026, 5, 4), DateSpan.From(new LocalDate(2026, 1, 1)), second);
        Money Earned(LocalDate knownOn) =>
            published.At(Quarter.End!.Value, knownOn).Evaluate(Quarter, CommissionTerms.None, Figures(100_000)).Earned;

        Assert.Equal(Cny(3_000), Earned(new LocalDate(2026, 5, 3)));
        Assert.Equal(Cny(4_000), Earned(new LocalDate(2026, 5, 4)));
    }

    // COM-TIER-005 asks for it: the accelerator of a quarter stays locked until the quota of the year to date is met.
    [Theory]
    [InlineData(99.99, 7_500)]
    [InlineData(100, 8_250)]
    public void An_accelerator_is_locked_until_the_quota_of_the_year_to_date_is_met(decimal yearToDate, decimal earned)
    {
        var plan = Plan(
            CommissionComponent.Cumulative("base", Invoiced(Currency.CNY), CommissionRate.Flat(Percent(5))),
            CommissionComponent.Cumulative(
                    "accelerator", Invoiced(Currency.CNY), CommissionRate.Graduated(Attained((0, 0), (100, 1), (125, 2))))
                .AgainstQuota(ZeroQuotaPolicy.PayNothing)
                .ModifiedBy(CommissionModifier.GateFrom("attainment of the year to date", Percent(100))));

        var result = plan.Evaluate(
            Quarter, CommissionTerms.None.WithQuota("accelerator", Sold(100_000)),
            CommissionFigures.None.With("base", Sold(150_000)).With("accelerator", Sold(150_000))
                .WithFigure("attainment of the year to date", Percent(yearToDate)));

        Assert.Equal(Cny(earned), result.Earned);
    }

    [Theory]
    [InlineData(400_000, 20_000)]
    [InlineData(400_000.01, 20_000)]
    [InlineData(450_000, 23_000)]
    public void Where_the_year_is_measured_the_accelerator_begins_at_the_quota_of_the_year(decimal sold, decimal earned)
    {
        var plan = Plan(Cumulative(CommissionRate.Graduated(Attained((0, 5), (100, 6)))).AgainstQuota(ZeroQuotaPolicy.PayNothing));

        Assert.Equal(Cny(earned), plan.Evaluate(DateSpan.OfYear(2026), Quota(400_000), Figures(sold)).Earned);
    }
}
