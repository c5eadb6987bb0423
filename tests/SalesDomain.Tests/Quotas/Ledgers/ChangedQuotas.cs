using System;
using System.Linq;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas.Ledgers;

public sealed class ChangedQuotas
{
    private static readonly Reason s_moved = new("account-moved");
    private static readonly Reason s_leave = new("parental-leave");
    private static readonly LocalDate s_yearEnd = new(2026, 12, 31);

    private static readonly QuotaLedger<string> s_ledger = QuotaLedger.Of(
        new LocalDate(2026, 1, 5), DateSpan.OfYear(2026), ("S-1", Cny2(1_000_000m)), ("S-2", Cny2(800_000m)), ("S-3", Cny2(0m)));

    [Fact]
    public void An_account_moves_with_its_quota_and_the_sum_stays()
    {
        // The account's quota is 120,000 a year; it moves on 1 July, with 184 of 365 days to come.
        var amount = Proration.ByDays.Of(
            Cny2(120_000m), DateSpan.OfYear(2026), DateSpan.From(new LocalDate(2026, 7, 1)), Rounding.Commercial).Amount;
        var ledger = s_ledger.Record(Transfer("Q-1", 10, 7, 1, 7, "S-1", "S-2", amount));

        Assert.Equal(Cny(60_493.15m), amount.Money);
        Assert.Equal(Cny(939_506.85m), ledger.BalanceOf("S-1", s_yearEnd, s_yearEnd).Amount.Money);
        Assert.Equal(Cny(860_493.15m), ledger.BalanceOf("S-2", s_yearEnd, s_yearEnd).Amount.Money);
        Assert.Equal(Cny(1_000_000m), ledger.BalanceOf("S-1", new LocalDate(2026, 6, 30), s_yearEnd).Amount.Money);
        Assert.Equal(Cny(1_800_000m), ledger.Total(s_yearEnd, s_yearEnd).Money);
    }

    [Fact]
    public void Relief_may_be_retroactive_and_what_was_known_before_stays()
    {
        var ledger = s_ledger.Record(
            QuotaChange.Relief(
                new DocumentId("Q-1"), new LocalDate(2026, 5, 20), new LocalDate(2026, 3, 1), "S-1", Cny2(250_000m), s_leave));

        Assert.True(ledger.Changes[0].IsRetroactive);
        Assert.Equal(Cny(1_000_000m), ledger.BalanceOf("S-1", new LocalDate(2026, 4, 30), new LocalDate(2026, 5, 19)).Amount.Money);
        Assert.Equal(Cny(750_000m), ledger.BalanceOf("S-1", new LocalDate(2026, 4, 30), new LocalDate(2026, 5, 20)).Amount.Money);
        Assert.Equal(Cny(1_000_000m), ledger.BalanceOf("S-1", new LocalDate(2026, 2, 28), new LocalDate(2026, 5, 20)).Amount.Money);
        Assert.Equal(Cny(-250_000m), ledger.BalanceOf("S-1", s_yearEnd, s_yearEnd).SumOf(QuotaChangeKind.Relief).Money);

        var history = ledger.HistoryOf("S-1");
        Assert.Equal(Cny2(750_000m), history.At(new LocalDate(2026, 4, 30), knownOn: new LocalDate(2026, 5, 20)));
        Assert.Equal(s_leave, history.EntryAt(new LocalDate(2026, 4, 30), knownOn: s_yearEnd)!.Because);
    }

    [Fact]
    public void Who_joins_in_the_year_is_admitted_and_takes_over_from_others()
    {
        QuotaChange<string> Joins(string id, string owner, decimal quota) => QuotaChange.Admission(
            new DocumentId(id), new LocalDate(2026, 7, 10), new LocalDate(2026, 7, 1), owner, Cny2(quota), new Reason("new-hire"));
        var ledger = s_ledger.Record(Joins("Q-1", "S-4", 0m), Transfer("Q-2", 10, 7, 1, 7, "S-1", "S-4", Cny2(60_000m)));

        Assert.Equal(Cny(60_000m), ledger.BalanceOf("S-4", s_yearEnd, s_yearEnd).Amount.Money);
        Assert.Equal(Cny(0m), ledger.BalanceOf("S-4", new LocalDate(2026, 6, 30), s_yearEnd).Amount.Money);
        Assert.Equal(Cny(1_800_000m), ledger.Total(s_yearEnd, s_yearEnd).Money);
        Assert.Equal(["S-1", "S-2", "S-3", "S-4"], ledger.Balances(s_yearEnd, new LocalDate(2026, 7, 10)).Select(each => each.Owner));
        Assert.Equal(["S-1", "S-2", "S-3"], ledger.Balances(s_yearEnd, new LocalDate(2026, 7, 9)).Select(each => each.Owner));
        Assert.Throws<ArgumentOutOfRangeException>("knownOn", () => ledger.BalanceOf("S-4", s_yearEnd, new LocalDate(2026, 7, 9)));
        Assert.Equal(Cny2(60_000m), ledger.HistoryOf("S-4").At(s_yearEnd, knownOn: s_yearEnd));

        // With a quota of his own he makes the sum more; once he is there he is not admitted again, and nothing was his before.
        var own = ledger.Record(Joins("Q-3", "S-5", 100_000m));
        Assert.Equal((Cny(1_900_000m), Cny(1_800_000m)), (own.Total(s_yearEnd, s_yearEnd).Money, own.Total(
            s_yearEnd, new LocalDate(2026, 7, 9)).Money));
        Assert.Equal("quota.known-owner (owner S-4)", Assert.Single(own.ReasonsAgainst(Joins("Q-4", "S-4", 1m))).ToString());
        Assert.Equal("quota.known-owner (owner S-1)", Assert.Single(own.ReasonsAgainst(Joins("Q-4", "S-1", 1m))).ToString());
        Assert.Equal(
            "quota.unknown-owner (owner S-6)",
            Assert.Single(own.ReasonsAgainst(Transfer("Q-4", 11, 7, 1, 7, "S-1", "S-6", Cny2(1m)))).ToString());
        Assert.Same(own, own.Record(Joins("Q-3", "S-5", 100_000m)));
        Assert.Throws<ArgumentOutOfRangeException>("quota", () => Joins("Q-4", "S-6", -0.01m));
        Assert.Throws<ArgumentException>("quota", () => QuotaChange.Admission(
            new DocumentId("Q-4"), s_yearEnd, s_yearEnd, "S-6", default, new Reason("new-hire")));

        // The admission is undone only as far as his quota is still his; he stays.
        var undone = own.Reverse(new DocumentId("Q-3"), new DocumentId("Q-5"), s_yearEnd, new Reason("did-not-come"));
        Assert.Equal(Cny(0m), undone.BalanceOf("S-5", s_yearEnd, s_yearEnd).Amount.Money);
        var given = own.Record(Transfer("Q-4", 11, 7, 1, 7, "S-5", "S-1", Cny2(1m)));
        Assert.Throws<ArgumentException>(
            "change", () => given.Reverse(new DocumentId("Q-3"), new DocumentId("Q-5"), s_yearEnd, new Reason("did-not-come")));
    }

    [Fact]
    public void Who_joins_in_two_ledgers_is_one_only_by_one_change()
    {
        QuotaChange<string> Joins(string id) => QuotaChange.Admission(
            new DocumentId(id), new LocalDate(2026, 7, 10), new LocalDate(2026, 7, 1), "S-4", Cny2(0m), new Reason("new-hire"));
        var (one, other) = (
            Transfer("Q-2", 10, 7, 1, 7, "S-1", "S-4", Cny2(60_000m)), Transfer("Q-3", 10, 7, 1, 7, "S-2", "S-4", Cny2(1m)));

        Assert.Equal(
            s_ledger.Record(Joins("Q-1"), one, other),
            s_ledger.Record(Joins("Q-1"), one).Merge(s_ledger.Record(Joins("Q-1"), other)));
        Assert.Equal(s_ledger.Record(Joins("Q-1"), one), s_ledger.Merge(s_ledger.Record(Joins("Q-1"), one)));
        Assert.Throws<ArgumentException>("other", () => s_ledger.Record(Joins("Q-1")).Merge(s_ledger.Record(Joins("Q-9"))));
        Assert.Throws<ArgumentException>("other", () => s_ledger.Record(Joins("Q-1")).Merge(
            QuotaLedger.Of(new LocalDate(2026, 1, 5), DateSpan.OfYear(2026), ("S-4", Cny2(0m)))));
    }

    [Fact]
    public void A_mistake_is_undone_by_a_reversal_and_a_reversal_by_another()
    {
        var wrong = s_ledger.Record(Transfer("Q-1", 1, 4, 1, 4, "S-1", "S-2", Cny2(50_000m)));
        var undone = wrong.Reverse(new DocumentId("Q-1"), new DocumentId("Q-2"), new LocalDate(2026, 6, 1), new Reason("wrong-account"));
        var again = undone.Reverse(new DocumentId("Q-2"), new DocumentId("Q-3"), new LocalDate(2026, 6, 2), new Reason("right-after-all"));

        Assert.Equal(Cny(1_000_000m), undone.BalanceOf("S-1", s_yearEnd, s_yearEnd).Amount.Money);
        Assert.Equal(Cny(950_000m), undone.BalanceOf("S-1", s_yearEnd, new LocalDate(2026, 5, 31)).Amount.Money);
        Assert.Equal(Cny(950_000m), again.BalanceOf("S-1", s_yearEnd, s_yearEnd).Amount.Money);
        Assert.Equal(new DocumentId("Q-1"), undone.Changes[1].Reverses);
        Assert.Throws<ArgumentException>("change", () => undone.Reverse(new DocumentId("Q-1"), new DocumentId("Q-4"), s_yearEnd, s_moved));
        Assert.Throws<ArgumentException>("change", () => undone.Reverse(new DocumentId("Q-9"), new DocumentId("Q-4"), s_yearEnd, s_moved));
    }

    [Fact]
    public void Nothing_falls_below_zero_unless_it_is_declared()
    {
        var tooMuch = Transfer("Q-1", 1, 4, 1, 4, "S-2", "S-3", Cny2(800_000.01m));
        var reason = Assert.Single(s_ledger.ReasonsAgainst(tooMuch));
        Assert.Equal("quota.negative (owner S-2, on 2026-04-01, quota CNY -0.01)", reason.ToString());
        Assert.Throws<ArgumentException>("changes", () => s_ledger.Record(tooMuch));
        Assert.Equal(Cny(-0.01m), s_ledger.AllowingNegative().Record(tooMuch).BalanceOf("S-2", s_yearEnd, s_yearEnd).Amount.Money);
        Assert.Empty(s_ledger.ReasonsAgainst(Transfer("Q-1", 1, 4, 1, 4, "S-2", "S-3", Cny2(800_000m))));

        // What comes in October cannot be given away in April.
        var later = s_ledger.Record(Transfer("Q-1", 1, 3, 1, 10, "S-1", "S-3", Cny2(100m)));
        var early = Transfer("Q-2", 1, 3, 1, 4, "S-3", "S-2", Cny2(100m));
        Assert.Equal(new LocalDate(2026, 4, 1), Assert.Single(later.ReasonsAgainst(early)).Find("on"));
    }

    [Fact]
    public void A_hedge_is_released_and_a_quota_corrected()
    {
        var ledger = s_ledger.Record(
            QuotaChange.HedgeRelease(
                new DocumentId("Q-1"), new LocalDate(2026, 10, 1), new LocalDate(2026, 10, 1), "S-1", Cny2(50_000m), new Reason("hedge")),
            QuotaChange.Correction(
                new DocumentId("Q-2"), new LocalDate(2026, 10, 2), new LocalDate(2026, 1, 1), "S-3", Cny2(120_000m),
                new Reason("forgotten")));
        Assert.Equal([950_000m, 800_000m, 120_000m], ledger.Balances(s_yearEnd, s_yearEnd).Select(balance => balance.Amount.Money.Amount));
        Assert.Equal(
            "Q-1 HedgeRelease from 2026-10-01 (recorded 2026-10-01): S-1 CNY -50000.00; hedge", ledger.Changes[0].ToString());
    }

    [Fact]
    public void Recording_twice_changes_nothing_also_when_later_days_are_recorded()
    {
        var (first, second) = (Transfer("Q-1", 1, 4, 1, 4, "S-1", "S-2", Cny2(50m)), Transfer("Q-2", 1, 5, 1, 5, "S-2", "S-3", Cny2(20m)));
        var ledger = s_ledger.Record(first, second);

        Assert.Same(ledger, ledger.Record(first));
        Assert.Same(ledger, ledger.Record(second, first, second));
        Assert.Same(ledger, ledger.Record());
        Assert.Empty(ledger.ReasonsAgainst(first));
        Assert.Equal(ledger, s_ledger.Record(first, first, second));

        var undone = ledger.Reverse(new DocumentId("Q-1"), new DocumentId("Q-3"), s_yearEnd, s_moved);
        Assert.Same(undone, undone.Reverse(new DocumentId("Q-1"), new DocumentId("Q-3"), s_yearEnd, s_moved));
    }

    [Fact]
    public void Every_reason_against_a_change_is_given_and_none_is_an_exception()
    {
        var known = Transfer("Q-1", 2, 4, 1, 4, "S-1", "S-2", Cny2(50m));
        var ledger = s_ledger.Record(known);
        string[] Against(QuotaChange<string> change) => [.. ledger.ReasonsAgainst(change).Select(reason => reason.ToString())];

        Assert.Equal(
            ["quota.number-taken (number Q-1)", "quota.before-last-entry (recorded 2026-04-01, last entry 2026-04-02)",
                "quota.unknown-owner (owner S-4)", "quota.negative (owner S-3, on 2026-04-01, quota CNY -1.00)"],
            Against(Transfer("Q-1", 1, 4, 1, 4, "S-3", "S-4", Cny2(1m))));
        Assert.Equal(
            ["quota.outside-period (effective 2027-01-01, first day 2026-01-01, last day 2026-12-31)"],
            Against(QuotaChange.Correction(new DocumentId("Q-2"), s_yearEnd, s_yearEnd.PlusDays(1), "S-1", Cny2(1m), s_moved)));

        // The reversal of a change that another ledger holds, and one of a change that is undone.
        var elsewhere = s_ledger.Record(Transfer("Q-9", 2, 4, 1, 4, "S-1", "S-2", Cny2(1m)))
            .Reverse(new DocumentId("Q-9"), new DocumentId("Q-10"), new LocalDate(2026, 5, 1), s_moved);
        Assert.Equal(["quota.nothing-to-undo (number Q-9)"], Against(elsewhere.Changes[1]));
        var undone = ledger.Reverse(new DocumentId("Q-1"), new DocumentId("Q-2"), new LocalDate(2026, 5, 1), s_moved).Changes[1];
        Assert.Empty(Against(undone));
        ledger = ledger.Record(undone);
        Assert.Equal(
            ["quota.undone-already (number Q-1, by Q-2)"],
            Against(s_ledger.Record(known).Reverse(new DocumentId("Q-1"), new DocumentId("Q-3"), s_yearEnd, s_moved).Changes[1]));
        Assert.Throws<CurrencyMismatchException>(
            "change", () => ledger.ReasonsAgainst(Transfer("Q-4", 1, 4, 1, 4, "S-1", "S-2", Measure.Revenue.Of(Usd(1m)))));
    }

    [Fact]
    public void Ledgers_kept_apart_are_put_together()
    {
        var day = new LocalDate(2026, 1, 5);
        var north = QuotaLedger.Of(day, DateSpan.OfYear(2026), ("S-1", Cny2(1_000_000m)), ("S-2", Cny2(800_000m)));
        var south = QuotaLedger.Of(day, DateSpan.OfYear(2026), ("S-3", Cny2(0m)));
        var (one, other) = (
            Transfer("Q-1", 1, 4, 1, 4, "S-1", "S-2", Cny2(50m)),
            QuotaChange.Correction(new DocumentId("Q-2"), day, day, "S-3", Cny2(9m), s_moved));

        Assert.Equal(s_ledger.Record(other, one), north.Record(one).Merge(south.Record(other)));
        Assert.Equal(s_ledger.Record(other, one), south.Record(other).Merge(north.Record(one)));
        Assert.Equal(s_ledger.Record(one), s_ledger.Record(one).Merge(s_ledger));
        Assert.Equal(["Q-2", "Q-1"], north.Record(one).Merge(south.Record(other)).Changes.Select(change => change.Id.Code));
    }

    [Fact]
    public void What_is_no_one_ledger_is_not_put_together()
    {
        var taken = s_ledger.Record(Transfer("Q-1", 1, 4, 1, 4, "S-1", "S-2", Cny2(800_000m)));
        Assert.Throws<ArgumentException>("other", () => taken.Merge(s_ledger.Record(Transfer("Q-1", 1, 4, 1, 4, "S-1", "S-2", Cny2(1m)))));
        Assert.Throws<ArgumentException>(
            "other", () => taken.Merge(s_ledger.Record(Transfer("Q-2", 1, 4, 1, 4, "S-1", "S-2", Cny2(200_000.01m)))));
        Assert.Equal(2, taken.Merge(s_ledger.Record(Transfer("Q-2", 1, 4, 1, 4, "S-1", "S-2", Cny2(200_000m)))).Changes.Count);
        Assert.Throws<ArgumentException>("other", () => taken.Merge(s_ledger.AllowingNegative()));
        Assert.Throws<ArgumentException>(
            "other", () => taken.Merge(QuotaLedger.Of(s_yearEnd, DateSpan.OfYear(2026), ("S-1", Cny2(1_000_000m)))));
        Assert.Throws<ArgumentException>(
            "other", () => taken.Merge(QuotaLedger.Of(new LocalDate(2026, 1, 5), DateSpan.OfYear(2027), ("S-1", Cny2(1_000_000m)))));
        Assert.Throws<ArgumentException>(
            "other", () => taken.Merge(QuotaLedger.Of(new LocalDate(2026, 1, 5), DateSpan.OfYear(2026), ("S-1", Cny2(1m)))));
        Assert.Throws<CurrencyMismatchException>(
            "other", () =>
                taken.Merge(QuotaLedger.Of(new LocalDate(2026, 1, 5), DateSpan.OfYear(2026), ("S-9", Measure.Revenue.Of(Usd(1m))))));

        // One change undone in each, by another reversal: together it would be undone twice.
        QuotaLedger<string> Undone(string number) => taken.Reverse(new DocumentId("Q-1"), new DocumentId(number), s_yearEnd, s_moved);
        Assert.Throws<ArgumentException>("other", () => Undone("Q-2").Merge(Undone("Q-3")));
        Assert.Equal(Undone("Q-2"), Undone("Q-2").Merge(Undone("Q-2")));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var fits = Transfer("Q-1", 2, 4, 1, 4, "S-1", "S-2", Cny2(1m));
        var ledger = s_ledger.Record(fits);
        Assert.Throws<ArgumentException>("changes", () => ledger.Record(Transfer("Q-1", 2, 4, 1, 4, "S-1", "S-2", Cny2(2m))));
        Assert.Throws<ArgumentException>("changes", () => ledger.Record(Transfer("Q-2", 1, 4, 1, 4, "S-1", "S-2", Cny2(1m))));
        Assert.Throws<ArgumentException>("changes", () => ledger.Record(Transfer("Q-2", 2, 4, 1, 4, "S-1", "S-4", Cny2(1m))));
        Assert.Throws<CurrencyMismatchException>(
            "changes", () => ledger.Record(Transfer("Q-2", 2, 4, 1, 4, "S-1", "S-2", Measure.Revenue.Of(Usd(1m)))));
        Assert.Throws<MeasureMismatchException>(
            "changes", () => ledger.Record(Transfer("Q-2", 2, 4, 1, 4, "S-1", "S-2", Measure.Margin.Of(Cny(1m)))));
        Assert.Throws<ArgumentException>("changes", () => ledger.Record(
            QuotaChange.Relief(new DocumentId("Q-2"), new LocalDate(2026, 5, 1), new LocalDate(2025, 12, 31), "S-1", Cny2(1m), s_leave)));
        Assert.Throws<ArgumentException>("to", () => Transfer("Q-1", 2, 4, 1, 4, "S-1", "S-1", Cny2(1m)));
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => Transfer("Q-1", 2, 4, 1, 4, "S-1", "S-2", Cny2(0m)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "difference", () => QuotaChange.Correction(new DocumentId("Q-1"), s_yearEnd, s_yearEnd, "S-1", Cny2(0m), s_moved));
        Assert.Throws<ArgumentException>("amount", () => Transfer("Q-1", 2, 4, 1, 4, "S-1", "S-2", default));
        Assert.Throws<ArgumentException>(
            "amount", () => QuotaChange.Relief(new DocumentId("Q-1"), s_yearEnd, s_yearEnd, "S-1", default, s_moved));
        Assert.Throws<ArgumentException>(
            "difference", () => QuotaChange.Correction(new DocumentId("Q-1"), s_yearEnd, s_yearEnd, "S-1", default, s_moved));
        Assert.Throws<ArgumentException>("quotas", () => QuotaLedger.Of(s_yearEnd, DateSpan.OfYear(2026), ("S-1", default(Measured))));
        Assert.Throws<ArgumentException>(
            "because", () => QuotaChange.Relief(new DocumentId("Q-1"), s_yearEnd, s_yearEnd, "S-1", Cny2(1m), default));
        Assert.Throws<ArgumentOutOfRangeException>("knownOn", () => ledger.BalanceOf("S-1", s_yearEnd, new LocalDate(2026, 1, 4)));
        Assert.Throws<ArgumentOutOfRangeException>("on", () => ledger.Total(new LocalDate(2027, 1, 1), s_yearEnd));
        Assert.Throws<ArgumentException>("owner", () => ledger.BalanceOf("S-4", s_yearEnd, s_yearEnd));
        Assert.Throws<ArgumentException>(
            "quotas", () => QuotaLedger.Of(s_yearEnd, DateSpan.OfYear(2026), ("S-1", Cny2(1m)), ("S-1", Cny2(1m))));
        Assert.Throws<ArgumentOutOfRangeException>("quotas", () => QuotaLedger.Of(s_yearEnd, DateSpan.OfYear(2026), ("S-1", Cny2(-1m))));
        Assert.Throws<ArgumentException>("quotas", () => QuotaLedger.Of<string>(s_yearEnd, DateSpan.OfYear(2026)));
        Assert.Throws<ArgumentException>("period", () => QuotaLedger.Of(s_yearEnd, DateSpan.Always, ("S-1", Cny2(1m))));
    }

    [Fact]
    public void Ledgers_and_changes_are_compared_by_value()
    {
        QuotaChange<string> Of(string id, decimal amount) => Transfer(id, 1, 4, 1, 4, "S-1", "S-2", Cny2(amount));
        TestHelper.TestEqualsClass(Of("Q-1", 1m), Of("Q-1", 1m), Of("Q-2", 1m), Of("Q-1", 2m));
        TestHelper.TestEqualsClass(
            s_ledger.Record(Of("Q-1", 1m)), s_ledger.Record(Of("Q-1", 1m)), s_ledger, s_ledger.Record(Of("Q-1", 2m)),
            s_ledger.AllowingNegative());
        TestHelper.TestEqualsClass(
            s_ledger.BalanceOf("S-1", s_yearEnd, s_yearEnd), s_ledger.BalanceOf("S-1", s_yearEnd, s_yearEnd),
            s_ledger.BalanceOf("S-2", s_yearEnd, s_yearEnd));
    }

    private static Measured Cny2(decimal amount) => Measure.Revenue.Of(Cny(amount));

    private static QuotaChange<string> Transfer(
        string id, int recordedDay, int recordedMonth, int day, int month, string from, string to, Measured amount) =>
        QuotaChange.Transfer(
            new DocumentId(id), new LocalDate(2026, recordedMonth, recordedDay), new LocalDate(2026, month, day), from, to, amount,
            s_moved);
}
