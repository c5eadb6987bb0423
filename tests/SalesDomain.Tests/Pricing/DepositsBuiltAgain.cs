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

public sealed class DepositsBuiltAgain
{
    private static readonly LocalDate s_start = new(2026, 1, 1);
    private static readonly DepositLedger s_open = DepositLedger.Of(new("D-1"), s_start, Cny(0m), topUpDays: 15);
    private static readonly DepositLedger s_required = DepositLedger.Of(new("D-1"), s_start, Cny(100_000m), topUpDays: 15);
    private static readonly DepositEntry s_paid = DepositEntry.PaidIn(new("E-1"), s_start, Cny(100m));
    private static readonly DepositEntry s_early = DepositEntry.Refund(new("E-2"), On(9), Cny(100m));
    private static readonly DepositEntry s_late = DepositEntry.Refund(new("E-3"), On(19), Cny(100m));

    // Recorded from the later to the earlier, both were accepted: 100.00 more than was there.
    [Fact]
    public void A_refund_is_given_once_in_whatever_order()
    {
        foreach (var (one, other) in new[] { (s_early, s_late), (s_late, s_early) })
        {
            var ledger = s_open.Record(s_paid).Record(one);
            Assert.Equal(
                "channel.deposit-refund-over-balance (refund CNY 100.00, balance CNY 0.00)",
                ledger.ReasonsAgainst(other).Single().ToString());
            Assert.Throws<ArgumentException>("entries", () => ledger.Record(other));
            Assert.Throws<ArgumentException>("entries", () => s_open.Record(s_paid, one, other));
        }
    }

    [Theory]
    [InlineData(60, "")]
    [InlineData(60.01, "channel.deposit-refund-over-balance (refund CNY 60.01, balance CNY 60.00)")]
    public void What_is_taken_later_counts(decimal refund, string reason)
    {
        var ledger = s_open.Record(s_paid, DepositEntry.Penalty(new("E-4"), On(15), Cny(40m), new("DF-1")))
            .Record(DepositEntry.TopUp(new("E-5"), On(18), Cny(40m)));

        Assert.Equal(reason, string.Join("", ledger.ReasonsAgainst(DepositEntry.Refund(new("E-6"), On(9), Cny(refund)))));
        Assert.Empty(ledger.ReasonsAgainst(DepositEntry.Refund(new("E-6"), On(18), Cny(refund))));
    }

    [Fact]
    public void A_penalty_that_comes_late_is_accepted_and_what_was_over_refunded_is_owed_and_told()
    {
        var ledger = s_open.Record(s_paid, s_early).Record(DepositEntry.Penalty(new("E-4"), On(4), Cny(80m), new("DF-1")));
        var standing = ledger.On(On(9));

        Assert.Equal((Cny(0m), Cny(80m), Cny(80m)), (standing.Balance, standing.RestOwed, standing.ToPay));
        Assert.Equal("channel.deposit-over-refunded (over CNY 80.00, since 2026-01-10)", standing.Reasons.Single().ToString());
        Assert.Empty(ledger.On(On(8)).Reasons);
        Assert.Equal(ledger, s_open.RecordAccepted(ledger.Entries));
        Assert.Throws<ArgumentException>("entries", () => s_open.Record(ledger.Entries));

        var paid = ledger.Record(DepositEntry.TopUp(new("E-5"), On(12), Cny(79.99m)));
        Assert.Equal("channel.deposit-over-refunded (over CNY 0.01, since 2026-01-10)", paid.On(On(12)).Reasons.Single().ToString());
        Assert.Empty(paid.Record(DepositEntry.TopUp(new("E-6"), On(12), Cny(0.01m))).On(On(12)).Reasons);
    }

    [Fact]
    public void A_penalty_after_a_refund_that_was_covered_leaves_no_refund_over()
    {
        var ledger = s_open.Record(s_paid, s_early).Record(DepositEntry.Penalty(new("E-4"), On(10), Cny(80m), new("DF-1")));

        Assert.Equal(Cny(80m), ledger.On(On(10)).RestOwed);
        Assert.Empty(ledger.On(On(10)).Reasons);
    }

    [Fact]
    public void What_else_does_not_fit_is_refused_when_it_is_built_again() =>
        Assert.Throws<ArgumentException>("entries", () => s_open.RecordAccepted([s_paid.Reversed(new("E-9"), On(1))]));

    // 2,980.00 were due by 7 March, and the rest has until 25 April.
    [Fact]
    public void A_standing_shows_its_parts_and_what_is_overdue()
    {
        var ledger = s_required.Record(
            DepositEntry.PaidIn(new("E-1"), s_start, Cny(100_000m)),
            DepositEntry.Penalty(new("E-2"), new(2026, 2, 20), Cny(2_980m), new("DF-1")),
            DepositEntry.Penalty(new("E-3"), new(2026, 4, 10), Cny(111_920m), new("DF-2")));
        var standing = ledger.On(new(2026, 4, 10));

        Assert.Equal(
            "D-1 on 2026-04-10: CNY 0.00, Overdue CNY 2980.00 by 2026-03-07, CNY 111920.00 by 2026-04-25, in all CNY 114900.00",
            standing.ToString());
        Assert.Equal((Cny(2_980m), Cny(114_900m)), (standing.Overdue, standing.ToPay));
        Assert.Equal([true, false], standing.Parts.Select(part => part.IsOverdue));
        Assert.Equal(new LocalDate(2026, 2, 20), standing.Parts[0].Since);
        Assert.True(standing.ExplainOverdue().IsVerified);

        Assert.Equal(Cny(2_980m), ledger.On(new(2026, 4, 25)).Overdue);
        Assert.Equal(Cny(114_900m), ledger.On(new(2026, 4, 26)).Overdue);
        Assert.Equal((Cny(0m), DepositState.TopUpDue), (ledger.On(new(2026, 3, 7)).Overdue, ledger.On(new(2026, 3, 7)).State));
    }

    [Theory]
    [InlineData(3_660)]
    [InlineData(31)]
    [InlineData(30)]
    public void Days_beyond_the_last_there_is_end_with_it(int days)
    {
        var standing = DepositLedger.Of(new("D-1"), new(9999, 12, 1), Cny(10m), days).On(new(9999, 12, 31));

        Assert.Equal((LocalDate.MaxIsoValue, DepositState.TopUpDue), (standing.DueBy, standing.State));
        Assert.True(standing.ExplainState().IsVerified && standing.ExplainOverdue().IsVerified);
    }

    [Property]
    public Property A_ledger_is_built_again_from_its_entries_in_any_order(int choice) =>
        Prop.ForAll(
            (from entries in Entries from day in Gen.Choose(0, 420) select (entries, On(day))).ToArbitrary(),
            given =>
            {
                // One after another, and what is refused at the time left out.
                var ledger = given.entries.Aggregate(
                    s_required, (known, entry) => known.ReasonsAgainst(entry).Count > 0 ? known : known.Record(entry));
                var standing = ledger.On(given.Item2);

                Assert.Equal(ledger, s_required.RecordAccepted(ledger.Entries));
                Assert.Equal(ledger, ledger.Entries.Reverse().Where(entry => entry.Reverses is null)
                    .Concat(ledger.Entries.Where(entry => entry.Reverses is not null))
                    .Aggregate(s_required, (known, entry) => known.RecordAccepted([entry])));
                Assert.Same(ledger, ledger.Record(ledger.Entries));
                Assert.Equal(PartsByHand(ledger, given.Item2), standing.Parts.Select(part => (part.Since, part.Amount.Amount)));
                Assert.Equal(standing.ToPay, Money.Sum(Currency.CNY, standing.Parts.Select(part => part.Amount)));
                Assert.Equal(
                    standing.Overdue,
                    Money.Sum(Currency.CNY, standing.Parts.Where(part => part.DueBy < standing.Date).Select(part => part.Amount)));
                foreach (var explanation in new[] { standing.ExplainOverdue(), standing.ExplainState(), standing.ExplainToPay() })
                    Tampering.IsNamed(explanation, Math.Abs(choice % 1000));
            });

    [Property]
    public Property A_refund_that_is_new_leaves_no_day_below_zero() =>
        Prop.ForAll(
            Entries.ToArbitrary(),
            entries =>
            {
                var ledger = s_required;
                foreach (var entry in entries)
                {
                    var reasons = ledger.ReasonsAgainst(entry);
                    if (entry.Kind == DepositEntryKind.Refund)
                    {
                        var with = ledger.Entries.Append(entry).ToArray();
                        var lowest = with.Where(each => each.Date >= entry.Date)
                            .Min(day => with.Where(each => each.Date <= day.Date).Sum(each => each.Change.Amount));
                        Assert.Equal(lowest < 0m, reasons.Count > 0);
                    }

                    if (reasons.Count == 0)
                        ledger = ledger.Record(entry);
                }
            });

    private static Gen<DepositEntry[]> Entries =>
        from rows in (
            from day in Gen.Choose(0, 200) from cents in Gen.Choose(1, 6_000_000) from kind in Gen.Choose(0, 3)
            from undoneAfter in Gen.Choose(-60, 30) select (day: day * 2, Cny(cents / 100m), kind, undoneAfter)).ArrayOf()
        select rows.SelectMany((row, i) => Made(i, On(row.day), row.Item2, row.kind, row.undoneAfter)).ToArray();

    private static IEnumerable<DepositEntry> Made(int number, LocalDate date, Money amount, int kind, int undoneAfter)
    {
        var id = new DocumentId("E-" + number);
        var entry = kind switch
        {
            0 => DepositEntry.PaidIn(id, date, amount),
            1 => DepositEntry.Refund(id, date, amount),
            2 => DepositEntry.TopUp(id, date, amount),
            _ => DepositEntry.Penalty(id, date, amount, new DocumentId("DF-" + number)),
        };
        yield return entry;
        if (undoneAfter >= 0)
            yield return entry.Reversed(new DocumentId("R-" + number), date.PlusDays(undoneAfter));
    }

    // Day by day, with every cent that is missing in a list by the day on which it went missing.
    private static List<(LocalDate Day, decimal Amount)> PartsByHand(DepositLedger ledger, LocalDate on)
    {
        var undone = ledger.Entries.Where(entry => entry.Reverses is not null && entry.Date <= on).Select(entry => entry.Reverses).ToList();
        var standing = ledger.Entries.Where(entry => entry.Reverses is null && entry.Date <= on && !undone.Contains(entry.Id)).ToList();
        var parts = new List<(LocalDate Day, decimal Amount)>();
        var net = 0m;
        for (var day = s_start; day <= on; day = day.PlusDays(1))
        {
            net += standing.Where(entry => entry.Date == day).Sum(entry => entry.Change.Amount);
            var missing = Math.Max(0m, ledger.Required.Amount - net);
            var more = missing - parts.Sum(part => part.Amount);
            if (more > 0m)
                parts.Add((day, more));
            for (; more < 0m; parts.RemoveAll(part => part.Amount == 0m))
            {
                var paid = Math.Min(-more, parts[0].Amount);
                parts[0] = (parts[0].Day, parts[0].Amount - paid);
                more += paid;
            }
        }

        return parts;
    }

    private static LocalDate On(int day) => s_start.PlusDays(day);
}
