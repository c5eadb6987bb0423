using System;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

public sealed class CorrectionsOfClosedPeriods
{
    private static readonly LocalDate s_sold = new(2026, 1, 15);
    private static readonly LocalDate s_on = new(2026, 5, 4);
    private static readonly Reason s_won = new("dispute-won");
    private static readonly PayoutRules s_full = Plain.WithClawBack(ClawBackRule.Full);

    private static CommissionAccount Closed(params CommissionEarning[] earned) =>
        Nothing.Settle(earned, Run(3), s_full).Account.Close(Quarter(1), new LocalDate(2026, 4, 15));

    private static CommissionEarning Difference(string line, decimal amount, decimal? revenue = null)
    {
        var earning = Earned(Quarter(1), amount).With(Line(line), s_sold);
        return revenue is { } @base ? earning.WithBase(Revenue(@base)) : earning;
    }

    // The return was among the facts while the quarter was open; after closing, the dispute about it is won.
    [Fact]
    public void A_sale_whose_return_was_re_rated_while_open_is_paid_again_once()
    {
        var account = Closed(OfLine(Quarter(1), "SO-1", 1_000m, 7m, s_sold), OfLine(Quarter(1), "CN-1", -300m, 7m, s_sold));
        var won = CommissionEvent.CorrectionOfBase(Line("WON-1"), Line("CN-1"), s_on, Revenue(300m), s_won);
        var settlement = account.SettleTwice([], Run(5).With(won), s_full);

        Assert.Equal((Cny(21m), Cny(21m), Cny(70m)), (settlement.Earned, settlement.Paid, settlement.Account.Balances.Earned));
        var entry = settlement.Entries[0];
        Assert.Equal((CommissionEntryKind.Earned, Quarter(1)), (entry.Kind, entry.Period!.Value));
        Assert.Equal((Revenue(300m), Percent(7)), (entry.Base!.Value, entry.Rate!.Value));
        Assert.Equal(s_won, Assert.Single(entry.Reasons));
        Assert.Empty(settlement.Account.SettleTwice([], Run(6).With(won), s_full).Entries);
        Assert.Equal(Cny(21m), settlement.Account.Statement(Month(5)).Corrected);
    }

    [Fact]
    public void An_amount_with_its_base_is_taken_back_with_the_rest_of_the_line_later()
    {
        var account = Closed(OfLine(Quarter(1), "SO-1", 700m, 7m, s_sold));
        var won = CommissionEvent.Correction(Line("WON-1"), s_on, Difference("SO-1", 21m, 300m), s_won);
        var corrected = account.SettleTwice([], Run(5).With(won), s_full).Account;
        Assert.Equal(Cny(70m), corrected.Balances.Earned);

        var back = CommissionEvent.Return(Line("CN-2"), Line("SO-1"), s_sold, new LocalDate(2026, 6, 3));
        var returned = corrected.SettleTwice([], Run(6).With(back), s_full);
        Assert.Equal((Cny(-70m), Cny(0m)), (returned.ClawedBack, returned.Account.Balances.Earned));

        // What was taken back of it cannot be corrected away once more.
        var undo = CommissionEvent.Reinstatement(Line("U-1"), Line("WON-1"), new LocalDate(2026, 7, 3));
        var less = CommissionEvent.Correction(Line("L-1"), new LocalDate(2026, 7, 3), Difference("SO-1", -0.01m), s_won);
        var refused = returned.Account.SettleTwice([], Run(7).With(undo, less), s_full);
        Assert.True(Assert.Single(refused.Entries).Amount.IsZero);
        Assert.All(refused.Reasons, reason => Assert.Equal("commission.corrects-too-much", reason.Code));
        Assert.Equal(2, refused.Reasons.Count);
    }

    [Fact]
    public void A_missed_deal_is_entered_and_one_too_many_taken_away_and_both_are_undone()
    {
        var account = Closed(OfLine(Quarter(1), "SO-1", 1_000m, 7m, s_sold));
        var missed = CommissionEvent.Correction(Line("C-1"), s_on, Difference("SO-2", 14m, 200m), new Reason("missed"));
        var less = CommissionEvent.Correction(Line("C-2"), s_on, Difference("SO-1", -30m), new Reason("split"));
        var settlement = account.SettleTwice([], Run(5).With(missed, less), s_full);
        Assert.Equal((Cny(-16m), Cny(54m)), (settlement.Earned, settlement.Account.Balances.Earned));

        var undone = settlement.Account.SettleTwice(
            [],
            Run(6).With(
                CommissionEvent.Reinstatement(Line("U-1"), Line("C-1"), new LocalDate(2026, 6, 1)),
                CommissionEvent.Reinstatement(Line("U-2"), Line("C-2"), new LocalDate(2026, 6, 1))),
            s_full);
        Assert.Equal((Cny(16m), Cny(70m)), (undone.Earned, undone.Account.Balances.Earned));
        Assert.Equal(undone.Account.Balances, Nothing.Close(Quarter(1), new LocalDate(2026, 4, 15)).Apply(undone.Account.Entries).Balances);
    }

    [Fact]
    public void Facts_that_say_the_same_as_the_correction_are_no_difference()
    {
        var account = Closed(OfLine(Quarter(1), "SO-1", 1_000m, 7m, s_sold));
        var more = CommissionEvent.CorrectionOfBase(Line("C-1"), Line("SO-1"), s_on, Revenue(100m), s_won);
        var settlement = account.SettleTwice([OfLine(Quarter(1), "SO-1", 1_100m, 7m, s_sold)], Run(5).With(more), s_full);
        Assert.Equal("commission.closed-period", Assert.Single(settlement.Reasons).Code);
        Assert.Empty(settlement.Account.SettleTwice([OfLine(Quarter(1), "SO-1", 1_100m, 7m, s_sold)], Run(6), s_full).Reasons);
    }

    [Fact]
    public void An_open_period_is_computed_again_instead_and_a_closed_one_keeps_the_share_it_holds()
    {
        var rules = s_full.WithHoldback(HoldbackRule.Of(Percent(30)));
        var open = Nothing.Settle([OfLine(Quarter(1), "SO-1", 1_000m, 7m, s_sold)], Run(3), rules).Account;
        CommissionEvent[] events =
        [
            CommissionEvent.Correction(Line("C-1"), s_on, Difference("SO-1", 10m), s_won),
            CommissionEvent.CorrectionOfBase(Line("C-2"), Line("SO-1"), s_on, Revenue(10m), s_won),
            CommissionEvent.CorrectionOfBase(Line("C-3"), Line("SO-9"), s_on, Revenue(10m), s_won),
        ];
        var told = open.SettleTwice([], Run(5).With(events), rules);
        Assert.Empty(told.Entries);
        Assert.Equal(
            ["commission.re-rated-instead", "commission.re-rated-instead", "commission.unknown-line"],
            told.Reasons.Select(reason => reason.Code));

        var closed = open.Close(Quarter(1), new LocalDate(2026, 4, 15)).SettleTwice([], Run(5).With(events[0]), s_full);
        Assert.Equal((Cny(10m), Cny(3m), Cny(7m)), (closed.Earned, closed.HeldBack, closed.Paid));
    }

    [Fact]
    public void Corrections_that_say_nothing_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            "difference", () => CommissionEvent.Correction(Line("C-1"), s_on, Difference("SO-1", 0m), s_won));
        Assert.Throws<ArgumentException>(
            "difference",
            () => CommissionEvent.Correction(
                Line("C-1"), s_on, CommissionEarning.Unknown("Reps 2026", "revenue", Quarter(1), Currency.CNY, s_won), s_won));
        Assert.Throws<ArgumentOutOfRangeException>(
            "more", () => CommissionEvent.CorrectionOfBase(Line("C-1"), Line("SO-1"), s_on, Revenue(0m), s_won));

        var account = Closed(OfLine(Quarter(1), "SO-1", 1_000m, 7m, s_sold));
        var units = Difference("SO-1", 1m).WithBase(Measure.Revenue.Of(new Money(1m, Currency.USD)));
        Assert.Throws<ArgumentException>(
            "run", () => account.Settle([], Run(5).With(CommissionEvent.Correction(Line("C-1"), s_on, units, s_won)), s_full));
        var dollars = CommissionEarning.Of("Reps 2026", "revenue", Quarter(1), new Money(1m, Currency.USD));
        var inYuan = Closed(Earned(Quarter(1), 1m));
        var refused = Assert.Throws<ArgumentException>(
            "run", () => inYuan.Settle([], Run(5).With(CommissionEvent.Correction(Line("C-1"), s_on, dollars, s_won)), s_full));
        Assert.Contains("CNY, the currency of the plan", refused.Message, StringComparison.Ordinal);
    }
}
