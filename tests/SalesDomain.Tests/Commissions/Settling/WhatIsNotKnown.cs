using System;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

public sealed class WhatIsNotKnown
{
    private static readonly Reason s_noCost = new("cost.missing", ("line", "SO-9/1"));

    private static readonly CommissionAccount s_entered = Nothing.Settle(
        [
            Earned(Quarter(1), 300m, "margin"), Earned(Quarter(1), 100m, "bonus"), OfLine(Quarter(1), "SO-1", 1_000m, 3m),
            OfLine(Quarter(1), "SO-2", 2_000m, 3m),
        ],
        Run(1), Plain).Account;

    private static CommissionEarning Unknown(string component, DateSpan period) =>
        CommissionEarning.Unknown("Reps 2026", component, period, Currency.CNY, s_noCost);

    [Fact]
    public void What_is_not_known_stays_as_it_is_entered_and_what_is_missing_is_taken_back()
    {
        CommissionEarning[] known =
            [Earned(Quarter(1), 120m, "bonus"), OfLine(Quarter(1), "SO-1", 1_000m, 3m), OfLine(Quarter(1), "SO-2", 2_000m, 3m)];

        var left = s_entered.SettleTwice([.. known, Unknown("margin", Quarter(1))], Run(2), Plain);
        Assert.Equal((Cny(20m), Cny(20m)), (left.Earned, left.Paid));
        Assert.Equal(["commission.not-known", "cost.missing"], left.Reasons.Select(reason => reason.Code));
        Assert.Equal((Figure)"margin 2026-01-01/2026-03-31", left.Reasons[0].Find("earning"));
        Assert.Equal((Figure)Cny(300m), left.Reasons[0].Find("entered"));

        var missing = s_entered.SettleTwice(known, Run(2), Plain);
        Assert.Equal(Cny(-280m), missing.Earned);
        Assert.Empty(missing.Reasons);

        // When it is known, the difference is entered.
        var later = left.Account.SettleTwice([.. known, Earned(Quarter(1), 310m, "margin")], Run(3), Plain);
        Assert.Equal(Cny(10m), later.Earned);
    }

    [Fact]
    public void One_of_all_lines_leaves_them_all_and_one_of_a_line_leaves_that_line()
    {
        CommissionEarning[] others = [Earned(Quarter(1), 300m, "margin"), Earned(Quarter(1), 100m, "bonus")];
        Assert.Empty(s_entered.SettleTwice([.. others, Unknown("revenue", Quarter(1))], Run(2), Plain).Entries);

        var ofLine = Unknown("revenue", Quarter(1)).With(Line("SO-1"), new LocalDate(2026, 1, 1));
        var settlement = s_entered.SettleTwice([.. others, ofLine, OfLine(Quarter(1), "SO-2", 2_500m, 3m)], Run(2), Plain);
        Assert.Equal((Cny(15m), (Figure)Cny(30m)), (settlement.Earned, settlement.Reasons[0].Find("entered")));
        Assert.Equal(Cny(-60m), s_entered.SettleTwice([.. others, ofLine], Run(2), Plain).Earned);
    }

    [Fact]
    public void What_an_earlier_version_of_the_plan_entered_stays_too()
    {
        var settlement = s_entered.SettleTwice(
            [
                Earned(Quarter(1), 110m, "bonus").WithPlanVersion("2"), Unknown("margin", Quarter(1)).WithPlanVersion("2"),
                Unknown("revenue", Quarter(1)).WithPlanVersion("2"),
            ],
            Run(2), Plain);

        Assert.Equal(Cny(10m), settlement.Earned);
        Assert.Equal((Figure)Cny(300m), settlement.Reasons[0].Find("entered"));
        Assert.Equal((Figure)Cny(90m), settlement.Reasons[2].Find("entered"));
        Assert.All(settlement.Entries.Take(2), entry => Assert.Equal("bonus", entry.Component));
    }

    [Fact]
    public void Where_nothing_was_entered_nothing_is_and_it_is_said()
    {
        var settlement = Nothing.SettleTwice([Unknown("margin", Quarter(2))], Run(4), Plain);
        Assert.Empty(settlement.Entries);
        Assert.Equal((Figure)Cny(0m), settlement.Reasons[0].Find("entered"));
    }

    [Fact]
    public void It_is_no_earning_of_zero()
    {
        var unknown = Unknown("margin", Quarter(1));
        Assert.False(unknown.IsKnown);
        Assert.True(unknown.WithRate(Percent(3)).WithBase(Revenue(1m)).Because().Amount.IsZero);
        Assert.False(unknown.WithRate(Percent(3)).WithBase(Revenue(1m)).Because().IsKnown);
        Assert.NotEqual(Earned(Quarter(1), 0m, "margin").Because(s_noCost), unknown);
        Assert.Equal("margin 2026-01-01/2026-03-31: not known", unknown.ToString());
        Assert.Throws<ArgumentException>(
            "earning", () => CommissionEntry.Of(1, CommissionEntryKind.Earned, Month(1), new LocalDate(2026, 2, 1), Cny(0m)).For(unknown));
    }

    [Fact]
    public void It_does_not_stand_beside_a_known_one_of_the_same_lines()
    {
        var refused = Assert.Throws<ArgumentException>(
            "earnedToDate",
            () => s_entered.Settle([OfLine(Quarter(1), "SO-1", 1_000m, 3m), Unknown("revenue", Quarter(1))], Run(2), Plain));
        Assert.Contains("SO-1/1", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(
            "earnedToDate",
            () => s_entered.Settle([Earned(Quarter(1), 1m, "margin"), Unknown("margin", Quarter(1))], Run(2), Plain));
    }
}
