using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pricing;

public sealed class RebatesForBothSides
{
    [Fact]
    public void A_dealer_that_earns_enough_needs_no_rebate()
    {
        var range = RebateRange.Of(Cny(1_000m), Dealer(200m, 100m, 400m, 12), Maker(300m, 20));

        Assert.Equal(Cny(-20m), range.DealerNeeds);
        Assert.True(range.Least.IsZero && range.LeastRate.IsZero);
        Assert.Equal("from 0% to 12.5%", range.ToString());
        Assert.Empty(range.Reasons);
    }

    [Fact]
    public void An_empty_range_says_who_is_short_and_by_how_much()
    {
        var range = RebateRange.Of(Cny(1_000m), Dealer(50m, 100m, 400m, 12), Maker(280m, 20));

        Assert.Equal((Cny(130m), Cny(100m)), (range.Least, range.Most));
        Assert.False(range.IsFeasible);
        Assert.Equal("none: from 13% to 10%", range.ToString());
        Assert.Equal(
            [
                "channel.no-feasible-rebate (least CNY 130.00, most CNY 100.00)", "channel.dealer-short (short CNY 30.00)",
                "channel.maker-short (short CNY 30.00)",
            ],
            range.Reasons.Select(reason => reason.ToString()));
        Assert.True(range.Explain().IsVerified);
        Assert.Equal((Figure)false, range.Explain().Value);
    }

    [Fact]
    public void A_maker_below_its_floor_can_give_nothing_and_lacks_more_than_the_dealer()
    {
        var range = RebateRange.Of(Cny(1_000m), Dealer(50m, 100m, 400m, 12), Maker(160m, 20));

        Assert.Equal(Cny(-50m), range.Most);
        Assert.Equal((Cny(130m), Cny(180m)), (range.DealerShort, range.MakerShort));
    }

    [Fact]
    public void Who_is_short_by_nothing_is_not_named()
    {
        var range = RebateRange.Of(Cny(1_000m), Dealer(500m, 0m, 0m, 12), Maker(100m, 20));

        Assert.True(range.Least.IsZero && range.DealerShort.IsZero);
        Assert.Equal(
            ["channel.no-feasible-rebate (least CNY 0.00, most CNY -125.00)", "channel.maker-short (short CNY 125.00)"],
            range.Reasons.Select(reason => reason.ToString()));
        Assert.Equal("channel.maker-short (short CNY 125.00)", range.ReasonsAgainst(Percentage.Zero).Single().ToString());
        Assert.Equal("none: from 0% to -12.5%", range.ToString());
    }

    // 1.9743 % to 4.567 %: to the nearest, 1.97 % would leave the dealer short of 4.30, and 4.57 % the maker of 3.00.
    [Fact]
    public void What_is_printed_of_a_range_lies_in_it()
    {
        var range = RebateRange.Of(Cny(100_000m), Dealer(0m, 1_974.30m, 0m, 12), Maker(4_567m, 0));

        Assert.Equal("from 1.98% to 4.56%", range.ToString());
        Assert.Equal("channel.dealer-short (short CNY 4.30)", range.ReasonsAgainst(Percent(1.97m)).Single().ToString());
        Assert.Equal("channel.maker-short (short CNY 3.00)", range.ReasonsAgainst(Percent(4.57m)).Single().ToString());
        Assert.Empty(range.ReasonsAgainst(Percent(1.98m)).Concat(range.ReasonsAgainst(Percent(4.56m))));
        Assert.Equal("from 1.9743% to 1.9747%", RebateRange.Of(
            Cny(100_000m), Dealer(0m, 1_974.30m, 0m, 12), Maker(1_974.70m, 0)).ToString());
        Assert.Equal("from 1.97434% to 1.97434%", RebateRange.Of(
            Cny(100_000m), Dealer(0m, 1_974.34m, 0m, 12), Maker(1_974.34m, 0)).ToString());
    }

    [Fact]
    public void A_range_of_one_rate_is_a_range()
    {
        var range = RebateRange.Of(Cny(1_000m), Dealer(80m, 100m, 400m, 12), Maker(280m, 20));
        Assert.True(range.IsFeasible);
        Assert.Equal(range.LeastRate, range.MostRate);
        Assert.False(RebateRange.Of(Cny(1_000m), Dealer(79.99m, 100m, 400m, 12), Maker(280m, 20)).IsFeasible);
        Assert.True(RebateRange.Of(Cny(1_000m), Dealer(80.01m, 100m, 400m, 12), Maker(280m, 20)).IsFeasible);
    }

    [Fact]
    public void A_floor_of_the_revenue_before_the_rebate_leaves_less()
    {
        var after = RebateRange.Of(Cny(1_000m), Dealer(50m, 0m, 0m, 12), Maker(280m, 20));
        var before = RebateRange.Of(Cny(1_000m), Dealer(50m, 0m, 0m, 12), Maker(280m, 20).OnRevenueBeforeRebate());

        Assert.Equal((Cny(100m), Cny(80m)), (after.Most, before.Most));
        Assert.True(before.ExplainMostRate().IsVerified && after.ExplainMostRate().IsVerified);
    }

    [Fact]
    public void Against_a_rate_stands_who_is_short_at_it()
    {
        var range = RebateRange.Of(Cny(1_000m), Dealer(90m, 100m, 400m, 12), Maker(300m, 20));
        string Against(decimal percent) => string.Join("; ", range.ReasonsAgainst(Percent(percent)).Select(reason => reason.ToString()));

        Assert.Equal("from 9% to 12.5%", range.ToString());
        Assert.Equal("channel.dealer-short (short CNY 0.10)", Against(8.99m));
        Assert.Equal("", Against(9m));
        Assert.Equal("", Against(12.5m));
        Assert.Equal("channel.maker-short (short CNY 0.10)", Against(12.51m));
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => range.ReasonsAgainst(Percent(-1)));
    }

    [Fact]
    public void What_makes_no_sense_is_refused_by_name()
    {
        var (dealer, maker) = (Dealer(1m, 1m, 1m, 1), Maker(1m, 1));
        Assert.Throws<ArgumentOutOfRangeException>("purchases", () => RebateRange.Of(Cny(0m), dealer, maker));
        Assert.Throws<CurrencyMismatchException>(() => RebateRange.Of(Usd(1m), dealer, maker));
        Assert.Throws<CurrencyMismatchException>(() => RebateRange.Of(Cny(1m), dealer, MakerEconomics.Of(Usd(1m), Percent(1))));
        Assert.Throws<CurrencyMismatchException>(() => DealerEconomics.Of(Cny(1m), Usd(1m), Cny(1m), Percent(1), 1));
        Assert.Throws<ArgumentOutOfRangeException>("expense", () => Dealer(1m, -1m, 1m, 1));
        Assert.Throws<ArgumentOutOfRangeException>("funds", () => Dealer(1m, 1m, -1m, 1));
        Assert.Throws<ArgumentOutOfRangeException>("months", () => Dealer(1m, 1m, 1m, 0));
        Assert.Throws<ArgumentOutOfRangeException>("months", () => Dealer(1m, 1m, 1m, 13));
        Assert.Throws<ArgumentOutOfRangeException>("hurdle", () => DealerEconomics.Of(Cny(1m), Cny(1m), Cny(1m), Percent(-1), 1));
        Assert.Throws<ArgumentOutOfRangeException>("floor", () => Maker(1m, 100));
    }

    [Fact]
    public void Ranges_are_values() =>
        TestHelper.TestEqualsClass(
            RebateRange.Of(Cny(10m), Dealer(1m, 1m, 1m, 1), Maker(1m, 1)),
            RebateRange.Of(Cny(10.0m), Dealer(1m, 1m, 1m, 1), Maker(1m, 1)),
            RebateRange.Of(Cny(11m), Dealer(1m, 1m, 1m, 1), Maker(1m, 1)),
            RebateRange.Of(Cny(10m), Dealer(2m, 1m, 1m, 1), Maker(1m, 1)),
            RebateRange.Of(Cny(10m), Dealer(1m, 1m, 1m, 1), Maker(1m, 1).OnRevenueBeforeRebate()));

    /// <summary>At the most the maker keeps its floor exactly, at the least the dealer has its return exactly.</summary>
    [Property]
    public Property At_each_end_one_side_has_just_what_it_must() =>
        Prop.ForAll(
            (from revenue in Gen.Choose(1, 1_000_000) from margin in Gen.Choose(-200_000, 500_000) from floor in Gen.Choose(0, 60)
             from earned in Gen.Choose(-100_000, 200_000) from expense in Gen.Choose(0, 100_000) from funds in Gen.Choose(0, 500_000)
             from months in Gen.Choose(1, 12)
             select (revenue, margin, floor, earned, expense, funds, months)).ToArbitrary(),
            given =>
            {
                var range = RebateRange.Of(
                    Cny(given.revenue), Dealer(given.earned, given.expense, given.funds, given.months, 30),
                    Maker(given.margin, given.floor));

                var (kept, left) = (Cny(given.margin) - range.Most, Cny(given.revenue) - range.Most);
                Assert.True((kept - (left * Percent(given.floor))).Abs().Amount < 0.000_000_01m);
                var earns = Cny(given.earned) + range.DealerNeeds - Cny(given.expense);
                Assert.True((earns - (Cny(given.funds) * 0.3m * given.months / 12m)).Abs().Amount < 0.000_000_01m);
                Assert.Equal(range.IsFeasible, range.Reasons.Count == 0);
                Assert.True(
                    range.Explain().IsVerified && range.ExplainLeastRate().IsVerified && range.ExplainMostRate().IsVerified);
            });

    private static DealerEconomics Dealer(decimal margin, decimal expense, decimal funds, int months, decimal hurdle = 20) =>
        DealerEconomics.Of(Cny(margin), Cny(expense), Cny(funds), Percent(hurdle), months);

    private static MakerEconomics Maker(decimal margin, decimal floor) => MakerEconomics.Of(Cny(margin), Percent(floor));
}
