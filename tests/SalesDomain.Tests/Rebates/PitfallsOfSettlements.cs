using System.Linq;
using SalesDomain.Rebates;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Rebates.AccountSample;

namespace SalesDomain.Tests.Rebates;

/// <summary>What other systems got wrong about accruals and settlements.</summary>
public sealed class PitfallsOfSettlements
{
    /// <summary>P-2: OCA agreement #36 and PR #55: a second settlement paid what the first had paid.</summary>
    [Fact]
    public void P_2_The_second_settlement_knows_the_first()
    {
        var first = Settle(Empty, Run(6), Earned(9_600m));
        var second = Settle(first.Account, Run(12, document: "CN-2"), Earned(20_000m));

        Assert.Equal(Cny(10_400m), second.Payable);
        Assert.Equal(Cny(20_000m), first.Payable + second.Payable);
    }

    /// <summary>P-4: metasfresh PR #4841: what a contract had assigned stayed when it moved out of scope.</summary>
    [Fact]
    public void P_4_A_rebate_that_is_no_longer_agreed_leaves_nothing_behind()
    {
        var accrued = Empty.Accrue([Current(500m, "gone", Quarter), Current(700m, "kept", Quarter)], Run(2)).Account;
        var moved = accrued.Accrue([Current(700m, "kept", Quarter)], Run(3).WithRestated(Quarter));

        Assert.Equal(Cny(-500m), moved.Accrued);
        Assert.Equal(Cny(0m), moved.Account.BalancesOf("gone", Quarter).Accrued);
    }

    /// <summary>P-5: the same four deals gave 610, 630, 625 or 650, by the order in which they were worked.</summary>
    [Fact]
    public void P_5_The_order_of_deals_is_declared_and_the_others_are_shown()
    {
        var others = SequencesOfDeals.Declared("1234").OtherOrders(Cny(1_000m));

        Assert.Equal(Cny(610m), SequencesOfDeals.Declared("1234").Evaluate(Cny(1_000m)).Total);
        foreach (var total in new[] { 625m, 630m, 650m })
            Assert.Contains(Cny(total), others.Select(other => other.Total));
        Assert.DoesNotContain(Cny(610m), others.Select(other => other.Total));
    }

    /// <summary>P-6: BDO: the average price was rounded to 9.67 first, and the liability stated as 9,900.</summary>
    [Fact]
    public void P_6_The_liability_is_rounded_last()
    {
        var estimate = RebateEstimate.ByForecast(
            Earned(0m), Quantity.Pieces(30_000m), Rounding.Commercial,
            RebateScenario.Of(Quantity.Pieces(150_000m), Cny(50_000m)));

        Assert.Equal(Cny(10_000m), estimate.Accrued);
        Assert.NotEqual(Cny(9_900m), estimate.Accrued);
    }

    /// <summary>P-7: NetSuite replaces an estimate only by a greater amount, which leaves what is accrued too much.</summary>
    [Fact]
    public void P_7_An_estimate_that_falls_takes_back_what_was_accrued()
    {
        RebateEstimate Expecting(decimal entitlement) =>
            RebateEstimate.ByForecast(
                Earned(0m), Cny(500_000m), Rounding.Commercial, RebateScenario.Of(Cny(1_000_000m), Cny(entitlement)));
        var high = Empty.Accrue([Expecting(20_000m)], Run(6)).Account;
        var low = high.Accrue([Expecting(9_600m)], Run(7));

        Assert.Equal(Cny(10_000m), high.Balances.Accrued);
        Assert.Equal(Cny(-5_200m), low.Accrued);
        Assert.Equal(Cny(4_800m), low.Account.Balances.Accrued);
    }

    /// <summary>P-8: a return re-rates its own period, and what was settled too much comes back at the rate that is reached now.</summary>
    [Fact]
    public void P_8_A_late_return_takes_back_the_difference_in_its_own_period()
    {
        var settled = Settle(Empty, Run(4), Earned(11_920m, "q", Quarter)).Account;
        var back = Settle(settled, Run(5, document: "CN-2"), Earned(5_560m, "q", Quarter));

        Assert.Equal(Cny(-6_360m), back.Payable);
        Assert.Equal(Quarter, back.Entries.Single(entry => entry.Kind == RebateEntryKind.Settled).Period);
        Assert.True(back.Account.Balances.IsClosed);
    }
}
