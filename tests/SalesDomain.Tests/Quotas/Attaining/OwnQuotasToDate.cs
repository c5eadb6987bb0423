using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Quotas.Attaining.Sales;

namespace SalesDomain.Tests.Quotas.Attaining;

/// <summary>A node is measured by its own quota, phased as its leaves are, and not by what hedges make of it below.</summary>
public sealed class OwnQuotasToDate
{
    private static readonly FiscalPeriod s_year = FiscalCalendar.CalendarYear.Year(2026);

    private static readonly PlanTree<SalespersonId> s_tree = PlanTree.Of(
        Person("VP"), (Person("M1"), Person("VP")), (Person("M2"), Person("VP")),
        (Person("S1"), Person("M1")), (Person("S2"), Person("M1")), (Person("S3"), Person("M2")));

    private static readonly Phasing s_phasing = Phasing.OfPercentages(
        PlanPeriods.Of(s_year, FiscalPeriodKind.Quarter), Percent(20), Percent(23), Percent(25), Percent(32));

    // 1,440 below a quota of 1,000. What is due is the quota, and not what the hedge made of it below.
    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void On_the_last_day_all_of_a_quota_is_due_and_no_more(int hedge)
    {
        var phased = QuotaTree
            .Allocate(Cny(1_000m), s_tree, AllocationRule.By(AllocationDriver.Even<SalespersonId>()).WithHedge(Percent(hedge)))
            .Phase(s_phasing, Rounding.Commercial);
        var elapsed = ElapsedTime.ByDays(s_year.Span, s_year.End);
        var actuals = Revenue.Evaluate(
            s_year.Span, Crediting.BySalesperson.RolledUpThrough(s_tree), [Sale(Start, 500m), Sale(Start, 500m, "S3")]);

        Assert.Equal(Cny(0m), phased.QuotaToDate(Person("VP"), Start.PlusDays(-1)));
        Assert.Equal(Cny(1_000m), phased.QuotaToDate(Person("VP"), s_year.End));
        Assert.Equal(Cny(1_000m), phased.QuotaToDate(Person("VP"), s_year.End.PlusDays(1)));
        Assert.Equal(phased.Quotas.LeafSum, phased.Through(Person("VP"), 3));
        Assert.Equal(Percent(100), actuals.TeamsAgainst(phased, elapsed).Of(Person("VP")).RateToDate);
    }

    // A quota of 400 in thousands hands out nothing: nothing below says when it is due, and on the last day all of it is.
    [Fact]
    public void Of_a_quota_whose_leaves_have_none_nothing_says_when_it_is_due()
    {
        var quotas = QuotaTree.Allocate(
            Cny(400m), s_tree,
            AllocationRule.By(AllocationDriver.Even<SalespersonId>()).InUnitsOf(1_000m).WithHedge(Percent(5)).WithRestTo(Person("S1")));
        var phased = quotas.Phase(s_phasing, Rounding.Commercial);

        Assert.True(quotas.LeafSum.IsZero);
        Assert.Equal(Cny(0m), phased.QuotaToDate(Person("VP"), Start.PlusDays(-1)));
        Assert.Null(phased.QuotaToDate(Person("VP"), Start));
        Assert.Null(phased.QuotaToDate(Person("VP"), s_year.End.PlusDays(-1)));
        Assert.Equal(Cny(400m), phased.QuotaToDate(Person("VP"), s_year.End));
        Assert.Equal(Figure.Absent, phased.Explain(Person("VP"), Start).Value);
        Assert.All(
            new[] { Start.PlusDays(-1), Start, s_year.End }, day => Assert.True(phased.Explain(Person("VP"), day).IsVerified));
    }

    private static Percentage Percent(int percent) => Percentage.FromPercent(percent);
}
