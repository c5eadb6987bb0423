using System;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>Measurement periods that are cut anew: a plan that changes in the middle, a corrected calendar.</summary>
public sealed class OverlappingPeriods
{
    private static readonly DateSpan s_firstTwo = new(new LocalDate(2026, 1, 1), new LocalDate(2026, 2, 28));
    private static readonly CommissionAccount s_account = Nothing.Settle([Earned(Quarter(1), 2_000m)], Run(1), Plain).Account;
    private static readonly CommissionEarning[] s_cut = [Earned(s_firstTwo, 4_000m), Earned(Month(3), 3_000m)];

    // Pitfall 11: what was settled under one period is not paid once more under another that overlaps it.
    [Fact]
    public void Pitfall_11_a_period_that_is_cut_anew_is_not_paid_twice()
    {
        var refused = Assert.Throws<ArgumentException>("earnedToDate", () => s_account.Settle(s_cut, Run(3), Plain));
        Assert.Contains("2026-01-01/2026-02-28", refused.Message, StringComparison.Ordinal);
        Assert.Contains("2026-01-01/2026-03-31", refused.Message, StringComparison.Ordinal);

        var settlement = s_account.SettleTwice(s_cut, Run(3).Restating(Quarter(1)), Plain);
        Assert.Equal((Cny(5_000m), Cny(7_000m)), (settlement.Paid, settlement.Account.Balances.Earned));

        // Once it is undone it stands in the way no more.
        Assert.Empty(settlement.Account.SettleTwice(s_cut, Run(4), Plain).Entries);
    }

    [Fact]
    public void By_lines_too()
    {
        var account = Nothing.Settle([OfLine(Month(1), "SO-1", 1_000m, 3m)], Run(1), Plain).Account;
        var corrected = new DateSpan(new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 30));
        Assert.Throws<ArgumentException>(
            "earnedToDate", () => account.Settle([OfLine(corrected, "SO-1", 1_000m, 3m)], Run(2), Plain));
        Assert.Equal(
            Cny(0m),
            account.SettleTwice([OfLine(corrected, "SO-1", 1_000m, 3m)], Run(2).Restating(Month(1)), Plain).Earned);
    }

    [Fact]
    public void Two_that_are_given_together_are_refused()
    {
        var refused = Assert.Throws<ArgumentException>(
            "earnedToDate", () => Nothing.Settle([Earned(Quarter(1), 100m), Earned(Month(3), 30m)], Run(3), Plain));
        Assert.Contains("2026-03-01/2026-03-31", refused.Message, StringComparison.Ordinal);
        Assert.Contains("2026-01-01/2026-03-31", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_components_and_periods_that_only_touch_stand_beside_one_another()
    {
        Assert.Equal(Cny(7m), s_account.SettleTwice([Earned(Month(1), 7m, "spiff")], Run(2), Plain).Earned);
        Assert.Equal(Cny(9m), s_account.SettleTwice([Earned(Month(4), 9m)], Run(4), Plain).Earned);
    }

    [Fact]
    public void A_closed_period_stays_as_it_is_and_the_reason_names_both()
    {
        var closed = s_account.Close(Quarter(1), new LocalDate(2026, 4, 1));
        foreach (var run in new[] { Run(3), Run(3).Restating(Quarter(1)) })
        {
            // A period that lies within it would be closed itself.
            var spring = new DateSpan(new LocalDate(2026, 3, 1), new LocalDate(2026, 4, 30));
            var settlement = closed.SettleTwice([Earned(spring, 3_000m), Earned(spring, 5m, "spiff")], run, Plain);
            Assert.Equal(Cny(5m), settlement.Earned);
            var reason = Assert.Single(settlement.Reasons, each => each.Code == "commission.overlaps-closed-period");
            Assert.Equal((Figure)"revenue 2026-03-01/2026-04-30", reason.Find("earning"));
            Assert.Equal((Figure)"2026-01-01/2026-03-31", reason.Find("closed"));
        }
    }
}
