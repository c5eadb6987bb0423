using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pricing;

public sealed class RebatesInBalance
{
    [Fact]
    public void A_dealer_that_earns_enough_needs_no_rebate()
    {
        var balance = RebateBalance.Of(Cny(1_000m), Dealer(200m, 100m, 400m, 12), Maker(300m, 20));

        Assert.Equal(Cny(-20m), balance.DealerNeeds);
        Assert.True(balance.Least.IsZero && balance.LeastRate.IsZero);
        Assert.Equal("from 0% to 12.5%", balance.ToString());
        Assert.Empty(balance.Reasons);
    }

    [Fact]
    public void An_empty_range_says_who_is_short_and_by_how_much()
    {
        var balance = RebateBalance.Of(Cny(1_000m), Dealer(50m, 100m, 400m, 12), Maker(280m, 20));

        Assert.Equal((Cny(130m), Cny(100m)), (balance.Least, balance.Most));
        Assert.False(balance.IsFeasible);
        Assert.Equal("none: from 13% to 10%", balance.ToString());
        Assert.Equal(
            [
                "channel.no-rebate-balances (least CNY 130.00, most CNY 100.00)", "channel.dealer-short (short CNY 30.00)",
                "channel.maker-short (short CNY 30.00)",
            ],
            balance.Reasons.Select(reason => reason.ToString()));
        Assert.True(balance.Explain().IsVerified);
        Assert.Equal((Figure)false, balance.Explain().Value);
    }

    [Fact]
    public void A_maker_below_its_floor_can_give_nothing_and_lacks_more_than_the_dealer()
    {
        var balance = RebateBalance.Of(Cny(1_000m), Dealer(50m, 100m, 400m, 12), Maker(160m, 20));

        Assert.Equal(Cny(-50m), balance.Most);
        Assert.Equal((Cny(130m), Cny(180m)), (balance.DealerShort, balance.MakerShort));
    }

    [Fact]
    public void A_range_of_one_rate_is_a_range()
    {
        var balance = RebateBalance.Of(Cny(1_000m), Dealer(80m, 100m, 400m, 12), Maker(280m, 20));
        Assert.True(balance.IsFeasible);
        Assert.Equal(balance.LeastRate, balance.MostRate);
        Assert.False(RebateBalance.Of(Cny(1_000m), Dealer(79.99m, 100m, 400m, 12), Maker(280m, 20)).IsFeasible);
        Assert.True(RebateBalance.Of(Cny(1_000m), Dealer(80.01m, 100m, 400m, 12), Maker(280m, 20)).IsFeasible);
    }

    [Fact]
    public void A_floor_of_the_revenue_before_the_rebate_leaves_less()
    {
        var after = RebateBalance.Of(Cny(1_000m), Dealer(50m, 0m, 0m, 12), Maker(280m, 20));
        var before = RebateBalance.Of(Cny(1_000m), Dealer(50m, 0m, 0m, 12), Maker(280m, 20).OnRevenueBeforeRebate());

        Assert.Equal((Cny(100m), Cny(80m)), (after.Most, before.Most));
        Assert.True(before.ExplainMostRate().IsVerified && after.ExplainMostRate().IsVerified);
    }

    [Fact]
    public void Against_a_rate_stands_who_is_short_at_it()
    {
        var balance = RebateBalance.Of(Cny(1_000m), Dealer(90m, 100m, 400m, 12), Maker(300m, 20));
        string Against(decimal percent) => string.Join("; ", balance.ReasonsAgainst(Percent(percent)).Select(reason => reason.ToString()));

        Assert.Equal("from 9% to 12.5%", balance.ToString());
        Assert.Equal("channel.dealer-short (short CNY 0.10)", Against(8.99m));
        Assert.Equal("", Against(9m));
        Assert.Equal("", Against(12.5m));
        Assert.Equal("channel.maker-short (short CNY 0.10)", Against(12.51m));
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => balance.ReasonsAgainst(Percent(-1)));
    }

    [Fact]
    public void What_makes_no_sense_is_refused_by_name()
    {
        var (dealer, maker) = (Dealer(1m, 1m, 1m, 1), Maker(1m, 1));
        Assert.Throws<ArgumentOutOfRangeException>("purchases", () => RebateBalance.Of(Cny(0m), dealer, maker));
        Assert.Throws<CurrencyMismatchException>(() => RebateBalance.Of(Usd(1m), dealer, maker));
        Assert.Throws<CurrencyMismatchException>(() => RebateBalance.Of(Cny(1m), dealer, MakerEconomics.Of(Usd(1m), Percent(1))));
        Assert.Throws<CurrencyMismatchException>(() => DealerEconomics.Of(Cny(1m), Usd(1m), Cny(1m), Percent(1), 1));
        Assert.Throws<ArgumentOutOfRangeException>("expense", () => Dealer(1m, -1m, 1m, 1));
        Assert.Throws<ArgumentOutOfRangeException>("funds", () => Dealer(1m, 1m, -1m, 1));
        Assert.Throws<ArgumentOutOfRangeException>("months", () => Dealer(1m, 1m, 1m, 0));
        Assert.Throws<ArgumentOutOfRangeException>("months", () => Dealer(1m, 1m, 1m, 13));
        Assert.Throws<ArgumentOutOfRangeException>("hurdle", () => DealerEconomics.Of(Cny(1m), Cny(1m), Cny(1m), Percent(-1), 1));
        Assert.Throws<ArgumentOutOfRangeException>("floor", () => Maker(1m, 100));
    }

    [Fact]
    public void Balances_are_values() =>
        TestHelper.TestEqualsClass(
            RebateBalance.Of(Cny(10m), Dealer(1m, 1m, 1m, 1), Maker(1m, 1)),
            RebateBalance.Of(Cny(10.0m), Dealer(1m, 1m, 1m, 1), Maker(1m, 1)),
            RebateBalance.Of(Cny(11m), Dealer(1m, 1m, 1m, 1), Maker(1m, 1)),
            RebateBalance.Of(Cny(10m), Dealer(2m, 1m, 1m, 1), Maker(1m, 1)),
            RebateBalance.Of(Cny(10m), Dealer(1m, 1m, 1m, 1), Maker(1m, 1).OnRevenueBeforeRebate()));

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
                var balance = RebateBalance.Of(
                    Cny(given.revenue), Dealer(given.earned, given.expense, given.funds, given.months, 30),
                    Maker(given.margin, given.floor));

                var (kept, left) = (Cny(given.margin) - balance.Most, Cny(given.revenue) - balance.Most);
                Assert.True((kept - (left * Percent(given.floor))).Abs().Amount < 0.000_000_01m);
                var earns = Cny(given.earned) + balance.DealerNeeds - Cny(given.expense);
                Assert.True((earns - (Cny(given.funds) * 0.3m * given.months / 12m)).Abs().Amount < 0.000_000_01m);
                Assert.Equal(balance.IsFeasible, balance.Reasons.Count == 0);
                Assert.True(
                    balance.Explain().IsVerified && balance.ExplainLeastRate().IsVerified && balance.ExplainMostRate().IsVerified);
            });

    private static DealerEconomics Dealer(decimal margin, decimal expense, decimal funds, int months, decimal hurdle = 20) =>
        DealerEconomics.Of(Cny(margin), Cny(expense), Cny(funds), Percent(hurdle), months);

    private static MakerEconomics Maker(decimal margin, decimal floor) => MakerEconomics.Of(Cny(margin), Percent(floor));
}
