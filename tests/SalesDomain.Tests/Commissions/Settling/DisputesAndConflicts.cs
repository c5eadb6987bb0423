using System;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

public sealed class DisputesAndConflicts
{
    private static readonly CommissionAccount s_account = Nothing.Settle([Earned(Month(1), 100m)], Run(1), Plain).Account;

    private static CommissionDispute Dispute(CommissionDisputeStatus status, int day, string because = "not my customer", int entry = 1) =>
        new(entry, status, new LocalDate(2026, 2, day), because);

    private static CommissionEntry Entry(int number, decimal amount, int month = 1) =>
        CommissionEntry.Of(number, CommissionEntryKind.Earned, Month(month), Month(month).End!.Value.PlusDays(10), Cny(amount))
            .For(Earned(Month(month), amount));

    [Fact]
    public void A_dispute_is_data_and_moves_nothing()
    {
        var raised = s_account.With(Dispute(CommissionDisputeStatus.Raised, 12));
        var rejected = raised.With(Dispute(CommissionDisputeStatus.Rejected, 20, "split agreed in May"));

        Assert.Equal(s_account.Balances, rejected.Balances);
        Assert.Equal(CommissionDisputeStatus.Rejected, rejected.DisputeOf(1)!.Status);
        Assert.Equal(CommissionDisputeStatus.Raised, raised.DisputeOf(1)!.Status);
        Assert.Null(rejected.DisputeOf(2));
        Assert.Equal(2, rejected.Disputes.Count);
        Assert.NotEqual(s_account, raised);

        // A run keeps it.
        Assert.Equal(2, rejected.Settle([Earned(Month(2), 1m)], Run(2), Plain).Account.Disputes.Count);
    }

    [Fact]
    public void The_last_status_is_that_of_the_last_day_and_one_that_is_recorded_twice_is_one()
    {
        var later = Dispute(CommissionDisputeStatus.UnderReview, 20);
        var account = s_account.With(later).With(Dispute(CommissionDisputeStatus.Raised, 12));
        Assert.Equal(later, account.DisputeOf(1));
        Assert.Same(account, account.With(Dispute(CommissionDisputeStatus.UnderReview, 20)));

        var other = s_account.With(Dispute(CommissionDisputeStatus.Raised, 12)).With(Dispute(CommissionDisputeStatus.Withdrawn, 25));
        Assert.Equal(3, account.Merge(other).Disputes.Count);
        Assert.Equal(CommissionDisputeStatus.Withdrawn, account.Merge(other).DisputeOf(1)!.Status);
        Assert.Equal(account.Merge(other), other.Merge(account));
    }

    [Fact]
    public void A_dispute_about_no_entry_is_refused()
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(
            "dispute", () => s_account.With(Dispute(CommissionDisputeStatus.Raised, 12, entry: 9)));
        Assert.Contains("entry 9", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_entries_of_one_number_are_refused_wherever_they_come_from()
    {
        Assert.Throws<ArgumentException>("entries", () => Nothing.Apply([Entry(1, 10m), Entry(1, 11m)]));
        var account = Nothing.Apply([Entry(1, 10m), Entry(2, 20m, 2)]);
        Assert.Equal(account, account.Apply([Entry(1, 10m)]));
        Assert.Throws<ArgumentException>("entries", () => account.Apply([Entry(2, 21m, 2)]));
        var refused = Assert.Throws<ArgumentException>("other", () => account.Merge(Nothing.Apply([Entry(2, 21m, 2)])));
        Assert.Contains("2 Earned revenue", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_whose_periods_do_not_follow_one_another_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("entries", () => Nothing.Apply([Entry(1, 10m, 2), Entry(2, 20m)]));
        Assert.Throws<ArgumentException>(
            "entries",
            () => Nothing.Apply([CommissionEntry.Of(1, CommissionEntryKind.Earned, Month(1), new LocalDate(2026, 2, 1), Cny(1m))]));
        Assert.Throws<CurrencyMismatchException>(
            "entries",
            () => Nothing.Apply(
                [CommissionEntry.Of(1, CommissionEntryKind.Paid, Month(1), new LocalDate(2026, 2, 1), new Money(1m, Currency.USD))]));
    }

    [Fact]
    public void Accounts_that_contradict_one_another_are_not_merged()
    {
        Assert.Throws<CurrencyMismatchException>("other", () => s_account.Merge(CommissionAccount.In(Currency.USD)));
        var day = new LocalDate(2026, 3, 1);
        Assert.Throws<ArgumentException>("other", () => s_account.Leave(day).Merge(s_account.Leave(day.PlusDays(1))));
        Assert.Equal(day, s_account.Merge(s_account.Leave(day)).LeftOn);
        Assert.Equal([CommissionClosing.Of(Month(1), day)], s_account.Merge(s_account.Close(Month(1), day)).Closings);
    }

    [Fact]
    public void Rules_are_equal_by_value_and_one_that_differs_in_anything_is_not()
    {
        var holdback = HoldbackRule.Of(Percent(20));
        var draw = DrawRule.Recoverable(Cny(1_000m));
        var debit = DebitRecoveryRule.Of(Percent(50));
        AllDiffer(
            () => holdback, () => HoldbackRule.Of(Percent(21)), () => holdback.For("margin"), () => holdback.For("margin", "revenue"),
            () => holdback.WithRelease(StepSchedule.From((Percent(0), Percent(50)))), () => holdback.ForfeitingRest(),
            () => holdback.WithLeaving(HoldbackOnLeaving.PaidOut));
        AllDiffer(
            () => draw, () => DrawRule.NonRecoverable(Cny(1_000m)), () => DrawRule.Recoverable(Cny(1_001m)),
            () => draw.WithCeiling(Cny(2_000m)), () => draw.WithGuarantee(Cny(2m)), () => draw.WithRecoveryShare(Percent(99)),
            () => draw.WithLeaving(BalanceOnLeaving.Forgiven));
        AllDiffer(
            () => debit, () => DebitRecoveryRule.Of(Percent(51)), () => debit.WithLeaving(BalanceOnLeaving.SetOff),
            () => debit.WithDeduction(DeductionCap.Of(Percent(20))),
            () => debit.WithDeduction(DeductionCap.Of(Percent(20)).CoveringCommissions()),
            () => debit.WithDeduction(DeductionCap.Of(Percent(20)).WithMinimumWage(Cny(1m))));
        AllDiffer(
            () => ClawBackRule.Full, () => ClawBackRule.Full.WithinDays(90), () => ClawBackRule.Full.WithinMonths(90),
            () => ClawBackRule.Full.WithinDays(90).ProRata(), () => ClawBackRule.Full.For(CommissionEventKind.Return));
        AllDiffer(
            () => Plain, () => PayoutRules.Of(Rounding.Bankers), () => Plain.WithHoldback(holdback), () => Plain.WithDraw(draw),
            () => Plain.WithDebitRecovery(debit), () => Plain.WithMinimumPayout(Cny(1m)), () => Plain.WithClawBack(ClawBackRule.Full),
            () => Plain.WithLossShare(Percent(10)), () => Plain.WithLossShare(Percent(10), Cny(5m)), () => Plain.EarningAfterLeaving(),
            () => Plain.WithConversionDay(ConversionDay.RecordedDay));
    }

    [Fact]
    public void What_a_rule_was_given_ends_again()
    {
        var full = Plain.WithHoldback(HoldbackRule.Of(Percent(20))).WithDraw(DrawRule.Recoverable(Cny(9m))).WithMinimumPayout(Cny(1m))
            .WithClawBack(ClawBackRule.Full).WithLossShare(Percent(10), Cny(5m));
        Assert.Equal(
            Plain, full.WithoutHoldback().WithoutDraw().WithoutMinimumPayout().WithoutClawBack().WithoutLossShare());
        Assert.Null(full.WithoutDraw().Draw);
        Assert.Equal(
            DebitRecoveryRule.Of(Percent(50)),
            DebitRecoveryRule.Of(Percent(50)).WithDeduction(DeductionCap.Of(Percent(20))).WithoutDeduction());

        // What ended has no currency any more.
        var usd = new Money(2m, Currency.USD);
        Assert.Throws<CurrencyMismatchException>("minimum", () => Plain.WithDraw(DrawRule.Recoverable(Cny(9m))).WithMinimumPayout(usd));
        Assert.Equal(usd, Plain.WithDraw(DrawRule.Recoverable(Cny(9m))).WithoutDraw().WithMinimumPayout(usd).MinimumPayout);
    }

    [Fact]
    public void Entries_are_found_by_number_line_plan_and_measurement_period()
    {
        var account = Nothing.Settle(
            [OfLine(Quarter(1), "SO-1", 100m, 3m), OfLine(Quarter(1), "SO-2", 200m, 3m), Earned(Month(1), 5m, "spiff")], Run(1),
            Plain.WithHoldback(HoldbackRule.Of(Percent(20)))).Account;
        foreach (var entry in account.Entries)
        {
            Assert.True(account.TryEntry(entry.Number, out var found));
            Assert.Same(entry, found);
        }

        Assert.False(account.TryEntry(0, out _));
        Assert.False(account.TryEntry(account.Entries.Count + 1, out var none));
        Assert.Null(none);
        Assert.Equal(Cny(6m), Assert.Single(account.EntriesOf(Line("SO-2"))).Amount);
        Assert.Equal(2, account.EntriesOf("Reps 2026", Quarter(1)).Count);
        Assert.Empty(account.EntriesOf("Team pool", Quarter(1)));
        Assert.Equal(
            [CommissionEntryKind.Earned, CommissionEntryKind.Earned, CommissionEntryKind.HeldBack],
            account.EntriesMeasuredOver(Quarter(1)).Select(entry => entry.Kind));
        Assert.False(Nothing.Apply([Entry(2, 1m), Entry(9, 1m)]).TryEntry(5, out _));
    }

    private static void AllDiffer<T>(params Func<T>[] makers)
        where T : notnull
    {
        for (var i = 0; i < makers.Length; i++)
        {
            Assert.Equal(makers[i]().GetHashCode(), makers[i]().GetHashCode());
            for (var j = 0; j < makers.Length; j++)
                Assert.Equal(i == j, makers[i]().Equals(makers[j]()));
        }

        Assert.Equal(makers.Length, makers.Select(maker => maker().ToString()).Distinct().Count());
    }
}
