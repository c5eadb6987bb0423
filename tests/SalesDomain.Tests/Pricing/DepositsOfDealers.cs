using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pricing;

public sealed class DepositsOfDealers
{
    private static readonly LocalDate s_start = new(2026, 1, 1);
    private static readonly DepositLedger s_empty = DepositLedger.Of(new("D-1"), s_start, Cny(100_000m), topUpDays: 15);
    private static readonly DepositEntry s_paid = DepositEntry.PaidIn(new("E-1"), s_start, Cny(100_000m));
    private static readonly DepositEntry s_penalty = DepositEntry.Penalty(new("E-2"), On(90), Cny(7_980m), new("DF-1"));
    private static readonly DepositLedger s_ledger = s_empty.Record(s_paid, s_penalty);

    [Fact]
    public void A_penalty_is_taken_and_has_to_be_made_up_within_the_days()
    {
        Assert.Equal(DepositState.Full, s_ledger.On(On(89)).State);
        var standing = s_ledger.On(On(90));

        Assert.Equal((Cny(92_020m), Cny(7_980m), Cny(7_980m)), (standing.Balance, standing.TopUp, standing.ToPay));
        Assert.True(standing.RestOwed.IsZero);
        Assert.Equal((On(90), On(105)), (standing.ShortSince, standing.DueBy));
        Assert.Equal("D-1 on 2026-04-01: CNY 92020.00, TopUpDue CNY 7980.00 by 2026-04-16", standing.ToString());
    }

    [Theory]
    [InlineData(104, DepositState.TopUpDue)]
    [InlineData(105, DepositState.TopUpDue)]
    [InlineData(106, DepositState.Overdue)]
    public void After_the_last_day_credit_stops(int day, DepositState state)
    {
        var standing = s_ledger.On(On(day));

        Assert.Equal(state, standing.State);
        Assert.Equal(state == DepositState.Overdue, standing.CreditStops);
        Assert.True(standing.ExplainState().IsVerified);
    }

    [Fact]
    public void A_top_up_to_the_cent_makes_it_full()
    {
        DepositStanding After(decimal amount) =>
            s_ledger.Record(DepositEntry.TopUp(new("E-3"), On(100), Cny(amount))).On(On(200));

        Assert.Equal((DepositState.Overdue, Cny(0.01m)), (After(7_979.99m).State, After(7_979.99m).ToPay));
        Assert.Equal((DepositState.Full, Cny(0m)), (After(7_980m).State, After(7_980m).ToPay));
        Assert.Equal((DepositState.Full, Cny(0m)), (After(7_980.01m).State, After(7_980.01m).ToPay));
        Assert.Null(After(7_980m).DueBy);
    }

    [Fact]
    public void No_more_is_taken_than_there_is_and_the_rest_is_paid_first()
    {
        var ledger = s_empty.Record(s_paid, DepositEntry.Penalty(new("E-2"), On(90), Cny(120_000m), new("DF-1")));
        var standing = ledger.On(On(90));
        Assert.Equal((Cny(0m), Cny(20_000m), Cny(100_000m)), (standing.Balance, standing.RestOwed, standing.TopUp));
        Assert.Equal(Cny(120_000m), standing.ToPay);

        var later = ledger.Record(DepositEntry.TopUp(new("E-3"), On(95), Cny(30_000m))).On(On(95));
        Assert.Equal((Cny(10_000m), Cny(0m), Cny(90_000m)), (later.Balance, later.RestOwed, later.ToPay));
        Assert.True(standing.ExplainToPay().IsVerified && later.ExplainToPay().IsVerified);
    }

    [Fact]
    public void A_case_that_is_withdrawn_is_a_reversing_entry_and_counts_from_its_day()
    {
        var ledger = s_ledger.Record(s_penalty.Reversed(new("E-3"), On(120)));

        Assert.Equal(Cny(92_020m), ledger.On(On(119)).Balance);
        Assert.Equal(DepositState.Overdue, ledger.On(On(119)).State);
        Assert.Equal((Cny(100_000m), DepositState.Full), (ledger.On(On(120)).Balance, ledger.On(On(120)).State));
        Assert.True(ledger.On(On(120)).Penalties.IsZero);
        Assert.Equal("E-3 on 2026-05-01: Reversal of E-2 CNY 7980.00 for DF-1", ledger.Entries[2].ToString());
    }

    [Fact]
    public void A_payment_that_bounced_leaves_the_old_day_to_pay_by()
    {
        var payment = DepositEntry.TopUp(new("E-3"), On(100), Cny(7_980m));
        var ledger = s_ledger.Record(payment, payment.Reversed(new("E-4"), On(110)));

        Assert.Equal(DepositState.Full, ledger.On(On(109)).State);
        Assert.Equal((DepositState.Overdue, On(90)), (ledger.On(On(110)).State, ledger.On(On(110)).ShortSince));
    }

    [Fact]
    public void Money_goes_to_the_oldest_part_first()
    {
        var ledger = s_ledger.Record(DepositEntry.Penalty(new("E-3"), On(100), Cny(5_000m), new("DF-2")));
        LocalDate? Due(params DepositEntry[] entries) => ledger.Record(entries).On(On(110)).DueBy;

        Assert.Equal(On(105), Due());
        Assert.Equal(On(105), Due(DepositEntry.TopUp(new("E-4"), On(104), Cny(7_979.99m))));
        Assert.Equal(On(115), Due(DepositEntry.TopUp(new("E-4"), On(104), Cny(7_980m))));
        Assert.Equal(On(115), Due(s_penalty.Reversed(new("E-4"), On(104))));
        Assert.Null(Due(DepositEntry.TopUp(new("E-4"), On(104), Cny(12_980m))));
        Assert.Equal(On(105), Due(ledger.Entries[2].Reversed(new("E-4"), On(104))));
    }

    [Fact]
    public void The_first_payment_is_due_within_the_days_too()
    {
        Assert.Equal((DepositState.TopUpDue, On(15)), (s_empty.On(On(15)).State, s_empty.On(On(15)).DueBy));
        Assert.True(s_empty.On(On(16)).CreditStops);
        Assert.Equal(DepositState.Full, DepositLedger.Of(new("D-1"), s_start, Cny(0m), 0).On(s_start).State);
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_its_reason()
    {
        string Why(DepositLedger ledger, DepositEntry entry)
        {
            var reasons = ledger.ReasonsAgainst(entry);
            Assert.Equal(reasons.Count > 0, Record.Exception(() => ledger.Record(entry)) is ArgumentException { ParamName: "entries" });
            return string.Join("; ", reasons.Select(reason => reason.ToString()));
        }

        var undone = s_ledger.Record(s_penalty.Reversed(new("E-3"), On(120)));
        var again = DepositEntry.Penalty(new("E-9"), On(130), Cny(1m), new("DF-1"));
        Assert.Equal("", Why(s_ledger, s_penalty));
        Assert.Equal("channel.deposit-number-taken (entry E-1)", Why(s_ledger, DepositEntry.PaidIn(new("E-1"), s_start, Cny(1m))));
        Assert.Equal(
            "channel.deposit-before-start (on 2025-12-31, since 2026-01-01)",
            Why(s_empty, DepositEntry.PaidIn(new("E-1"), On(-1), Cny(1m))));
        Assert.Equal("channel.deposit-nothing-to-undo (entry E-1)", Why(s_empty, s_paid.Reversed(new("E-3"), On(1))));
        Assert.Equal("channel.deposit-undone-already (entry E-2)", Why(undone, s_penalty.Reversed(new("E-4"), On(121))));
        Assert.Equal("channel.deposit-case-taken (finding DF-1)", Why(s_ledger, again));
        Assert.Equal("", Why(undone, again));
        Assert.Equal(
            "channel.deposit-refund-over-balance (refund CNY 92020.01, balance CNY 92020.00)",
            Why(s_ledger, DepositEntry.Refund(new("E-3"), On(90), Cny(92_020.01m))));
        Assert.Equal("", Why(s_ledger, DepositEntry.Refund(new("E-3"), On(90), Cny(92_020m))));
        Assert.Equal("", Why(s_ledger, DepositEntry.Refund(new("E-3"), On(89), Cny(92_020m))));
        Assert.Equal(
            "channel.deposit-refund-over-balance (refund CNY 100000.00, balance CNY 92020.00)",
            Why(s_ledger, DepositEntry.Refund(new("E-3"), On(89), Cny(100_000m))));
    }

    [Fact]
    public void What_makes_no_sense_is_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("date", () => s_ledger.On(On(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("required", () => DepositLedger.Of(new("D-1"), s_start, Cny(-1m), 15));
        Assert.Throws<ArgumentOutOfRangeException>("topUpDays", () => DepositLedger.Of(new("D-1"), s_start, Cny(1m), -1));
        Assert.Throws<ArgumentOutOfRangeException>("topUpDays", () => DepositLedger.Of(new("D-1"), s_start, Cny(1m), 3_661));
        Assert.Throws<CurrencyMismatchException>(() => s_empty.Record(DepositEntry.PaidIn(new("E-1"), s_start, Usd(1m))));
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => DepositEntry.Refund(new("E-1"), s_start, Cny(0m)));
        Assert.Throws<ArgumentOutOfRangeException>("date", () => s_penalty.Reversed(new("E-3"), On(89)));
        Assert.Throws<ArgumentException>("id", () => s_penalty.Reversed(new("E-2"), On(90)));
        Assert.Throws<InvalidOperationException>(() => s_penalty.Reversed(new("E-3"), On(90)).Reversed(new("E-4"), On(90)));
        Assert.Throws<ArgumentException>(
            "entries",
            () => s_ledger.Record(
                DepositEntry.PaidIn(new("E-3"), On(1), Cny(1m)), DepositEntry.PaidIn(new("E-3"), On(1), Cny(2m))));
    }

    [Fact]
    public void Ledgers_are_values() =>
        TestHelper.TestEqualsClass(
            s_ledger, s_empty.Record(s_penalty).Record(s_paid), s_empty, s_empty.Record(s_paid),
            DepositLedger.Of(new("D-1"), s_start, Cny(100_000m), 14).Record(s_paid, s_penalty),
            DepositLedger.Of(new("D-2"), s_start, Cny(100_000m), 15).Record(s_paid, s_penalty));

    [Property]
    public Property The_order_and_the_number_of_recordings_change_nothing() =>
        Prop.ForAll(
            Entries.ToArbitrary(),
            entries =>
            {
                var whole = s_empty.Record(entries);
                var byOne = entries.Aggregate(s_empty, (ledger, entry) => ledger.Record(entry));

                Assert.Equal(whole, byOne);
                Assert.Equal(whole, s_empty.Record(entries.Reverse()));
                Assert.Same(whole, whole.Record(entries));
                Assert.Equal(whole, s_empty.Record(entries.Take(entries.Length / 2)).Record(entries.Skip(entries.Length / 2)));
            });

    [Property]
    public Property The_balance_is_what_came_less_what_went_and_every_figure_explains_itself(int choice) =>
        Prop.ForAll(
            (from entries in Entries from day in Gen.Choose(0, 420) select (entries, On(day))).ToArbitrary(),
            given =>
            {
                var standing = s_empty.Record(given.entries).On(given.Item2);
                var net = given.entries.Where(entry => entry.Date <= standing.Date).Aggregate(Cny(0m), (sum, entry) => sum + entry.Change);

                Assert.Equal(net, standing.Balance - standing.RestOwed);
                Assert.True(standing.Balance.IsZero || standing.RestOwed.IsZero);
                Assert.Equal(Money.Max(Cny(0m), Cny(100_000m) - net), standing.ToPay);
                Assert.Equal(standing.ToPay.IsZero, standing.State == DepositState.Full);
                Assert.Equal(standing.ToPay.IsZero, standing.DueBy is null);
                foreach (var explanation in new[] { standing.Explain(), standing.ExplainToPay(), standing.ExplainState() })
                    Tampering.IsNamed(explanation, Math.Abs(choice % 1000));
            });

    private static Gen<DepositEntry[]> Entries =>
        from rows in (
            from day in Gen.Choose(0, 400) from cents in Gen.Choose(1, 6_000_000) from kind in Gen.Choose(0, 3)
            from undoneAfter in Gen.Choose(-60, 60) select (day, Cny(cents / 100m), kind, undoneAfter)).ArrayOf()
        select rows.SelectMany((row, i) => Made(i, On(row.day), row.Item2, row.kind, row.undoneAfter)).ToArray();

    private static IEnumerable<DepositEntry> Made(int number, LocalDate date, Money amount, int kind, int undoneAfter)
    {
        var id = new DocumentId("E-" + number);
        var entry = kind switch
        {
            0 => DepositEntry.PaidIn(id, date, amount),
            1 => DepositEntry.TopUp(id, date, amount),
            _ => DepositEntry.Penalty(id, date, amount, new DocumentId("DF-" + number)),
        };
        yield return entry;
        if (undoneAfter >= 0)
            yield return entry.Reversed(new DocumentId("R-" + number), date.PlusDays(undoneAfter));
    }

    private static LocalDate On(int day) => s_start.PlusDays(day);
}
