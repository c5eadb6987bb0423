using System;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

/// <summary>The most that one deal gives, beside the most that all deals give together.</summary>
public sealed class CapsOfADeal
{
    private static readonly CommissionComponent s_deals = PerDeal(CommissionRate.Flat(Percent(5)));

    // Deals of 1,000, 1,200, 1,200.20 and a return of 300 at 5 %: 50, 60, 60.01 and -15.
    [Fact]
    public void A_deal_gives_at_most_its_cap_and_all_deals_at_most_theirs()
    {
        var capped = s_deals.WithDealCap(Cny(60m));
        Assert.Equal(Cny(185.01m), Earned(s_deals, 1_000m, 1_200m, 1_200.20m, -300m, 600m).Earned);
        var result = Earned(capped, 1_000m, 1_200m, 1_200.20m, -300m, 600m);
        Assert.Equal(Cny(185m), result.Earned);
        Assert.Equal([50m, 60m, 60m, -15m, 30m], result.Components[0].Deals.Select(deal => deal.Rated.Amount));
        Assert.Equal(
            "commission.deal-capped (component revenue, deal D-3, rated CNY 60.01, cap CNY 60.00)", result.Reasons.Single().ToString());
        Assert.Empty(result.Explain().Verify());
        Assert.Equal(result.Components[0].Deals[2].Rated, result.Components[0].Deals[2].Explain().Value);
        Assert.Equal(Cny(100m), Earned(capped.WithCap(Cny(100m)), 1_000m, 1_200m).Earned);
        Assert.Equal(Cny(0m), Earned(s_deals.WithDealCap(Cny(0m)), 1_000m).Earned);
    }

    // A deal of 2,000 gave 60 of its 100. It comes back in the next quarter, by its own day: 60 go.
    [Theory]
    [InlineData(-2_000, -60)]
    [InlineData(-1_200.20, -60)]
    [InlineData(-1_199.80, -59.99)]
    public void What_comes_back_of_a_deal_takes_no_more_than_the_cap(decimal returned, decimal expected)
    {
        var result = Earned(s_deals.WithDealCap(Cny(60m)), returned);
        Assert.Equal(Cny(expected), result.Earned);
        Assert.Equal(expected == -60m, result.Reasons.Any(reason => reason.Code == "commission.deal-capped"));
        Assert.Empty(result.Explain().Verify());
        Assert.Empty(result.Components[0].Deals[0].Explain().Verify());
    }

    // An order of 60,000 that is invoiced in halves in two quarters gives 1,000 in each, and all of it coming back in a third takes
    // 1,000.
    [Fact]
    public void A_deal_ends_with_the_measurement_period()
    {
        var plan = Plan(s_deals.WithDealCap(Cny(1_000m)));
        Assert.Equal(Cny(1_000m), Of(1, 30_000m));
        Assert.Equal(Cny(1_000m), Of(2, 30_000m));
        Assert.Equal(Cny(-1_000m), Of(3, -60_000m));

        Money? Of(int quarter, decimal revenue)
        {
            var during = DateSpan.OfQuarter(2026, quarter);
            return plan.Evaluate(during, CommissionTerms.None, plan.Sum(during, [Own("SO-1", 1, revenue, during.Start)])).Earned;
        }
    }

    // What a line earns goes by what its deal gives: 60 for two lines of 2,000, and 50 for one of 1,000.
    [Fact]
    public void Lines_of_a_deal_share_its_cap()
    {
        var plan = Plan(s_deals.WithDealCap(Cny(60m)));
        SalesCredit[] credits = [Own("A", 1, 500m), Own("A", 2, 1_500m), Own("B", 1, 1_000m)];
        var earnings = plan.Evaluate(Quarter, CommissionTerms.None, plan.Sum(Quarter, credits)).ToEarnings(byCredit: true);
        Assert.Equal([15m, 45m, 50m], earnings.Select(each => each.Amount.Amount));
        Assert.Equal(
            ["commission.deal-capped", "commission.deal-capped"], earnings.SelectMany(each => each.Reasons).Select(each => each.Code));
    }

    [Fact]
    public void A_cap_that_makes_no_sense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("cap", () => s_deals.WithDealCap(Cny(-0.01m)));
        Assert.Throws<InvalidOperationException>(() => Cumulative(CommissionRate.Flat(Percent(5))).WithDealCap(Cny(60m)));
        var dollars = s_deals.WithDealCap(new Money(60m, Currency.USD));
        Assert.Contains(
            "'revenue'", Assert.Throws<CurrencyMismatchException>(() => Plan(dollars)).Message, StringComparison.Ordinal);

        // Finer than can be paid, a cap would be exceeded by its rounding.
        foreach (var finer in new Action[]
                 {
                     () => s_deals.WithDealCap(Cny(10.005m)), () => s_deals.WithCap(Cny(10.005m)),
                     () => s_deals.WithCap(new Money(10.5m, Currency.JPY)),
                 })
        {
            Assert.Contains("minor units", Assert.Throws<ArgumentException>("cap", finer).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Both_caps_are_told_in_words()
    {
        var text = string.Join("\n", Plan(s_deals.WithDealCap(Cny(60m)).WithCap(Cny(500m))).Describe(CommissionTerms.None));
        Assert.Contains("A deal pays at most CNY 60.00 within the period, and takes back no more.", text, StringComparison.Ordinal);
        Assert.Contains("All deals together pay at most CNY 500.00.", text, StringComparison.Ordinal);
        Assert.Contains("at most CNY 60.00 a deal; at most CNY 500.00", s_deals.WithDealCap(Cny(60m)).WithCap(Cny(500m)).ToString(),
            StringComparison.Ordinal);
        Assert.Equal(Cny(60m), s_deals.WithDealCap(Cny(60m)).DealCap);
        Assert.NotEqual(s_deals, s_deals.WithDealCap(Cny(60m)));
    }

    private static CommissionResult Earned(CommissionComponent component, params decimal[] deals) =>
        Plan(component).Evaluate(
            Quarter, CommissionTerms.None,
            CommissionFigures.None.WithDeals(
                Revenue,
                deals.Select((amount, i) => new DealFigures(
                    new DocumentId("D-" + (char)('1' + i)), new LocalDate(2026, 1, 5), Sold(amount), Sold(amount)))));

    private static SalesCredit Own(string deal, int line, decimal net, LocalDate? on = null) =>
        SalesCredit.Of(
            Bases.Credited.Sale(
                net, change: sale => (sale.Document, sale.Line, sale.Date) = (new DocumentId(deal), line, on ?? new LocalDate(2026, 2, 1))),
            Percent(100), CreditKind.Direct, "own");
}
