using System;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>A closing is of all measurement periods within its span, and the last word decides.</summary>
public sealed class ClosedAndOpenedAgain
{
    private static readonly LocalDate s_on = new(2026, 4, 15);
    private static readonly LocalDate s_sold = new(2026, 1, 15);
    private static readonly PayoutRules s_full = Plain.WithClawBack(ClawBackRule.Full);
    private static readonly DateSpan s_year = DateSpan.OfYear(2026);

    private static CommissionEarning Sale(decimal revenue = 1_000m) => OfLine(Quarter(1), "SO-1", revenue, 7m, s_sold);

    private static CommissionAccount Settled(params CommissionEarning[] earned) => Nothing.Settle(earned, Run(3), s_full).Account;

    private static CommissionEvent Return(string id, decimal? revenue = null, int month = 5) => CommissionEvent.Return(
        Line(id), Line("SO-1"), s_sold, new LocalDate(2026, month, 4), revenue is { } back ? [Revenue(back)] : []);

    // Pitfall: the year is closed, and its months go on being restated.
    [Fact]
    public void Pitfall_a_year_that_is_closed_closes_its_months_and_quarters_entered_already_or_later()
    {
        var account = Nothing.Settle([Earned(Month(1), 100m), Earned(Quarter(1), 10m, "bonus")], Run(1), Plain).Account
            .Close(s_year, s_on);
        var settlement = account.SettleTwice(
            [Earned(Month(1), 120m), Earned(Quarter(1), 20m, "bonus"), Earned(Month(5), 7m)], Run(5), Plain);
        Assert.Empty(settlement.Entries);
        Assert.Equal(Enumerable.Repeat("commission.closed-period", 3), settlement.Reasons.Select(reason => reason.Code));
        Assert.Equal((Figure)Cny(0m), settlement.Reasons[2].Find("entered"));
    }

    [Theory]
    [InlineData("2026-01-01", "2026-03-31", true)]
    [InlineData("2026-01-02", "2026-03-31", true)]
    [InlineData("2025-12-31", "2026-03-31", false)]
    [InlineData("2026-01-01", "2026-04-01", false)]
    [InlineData("2026-04-01", "2026-04-30", false)]
    public void A_period_within_the_span_is_closed_and_one_that_only_overlaps_it_is_open(string from, string to, bool isClosed)
    {
        var period = new DateSpan(Day(from), Day(to));
        var account = Nothing.Close(Quarter(1), s_on);
        Assert.Equal(isClosed, account.IsClosed(period, s_on));
        Assert.Equal(!isClosed, account.Settle([Earned(period, 5m)], Run(4), Plain).Paid == Cny(5m));

        static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
    }

    [Fact]
    public void From_the_day_on_it_is_closed_and_from_the_day_on_it_is_open_again()
    {
        var account = Nothing.Close(Quarter(1), s_on).Reopen(Month(2), s_on.PlusDays(10)).Close(s_year, s_on.PlusDays(20));
        foreach (var (days, quarter, february) in new[]
                 {
                     (-1, false, false), (0, true, true), (9, true, true), (10, true, false), (19, true, false), (20, true, true),
                 })
        {
            Assert.Equal(quarter, account.IsClosed(Quarter(1), s_on.PlusDays(days)));
            Assert.Equal(february, account.IsClosed(Month(2), s_on.PlusDays(days)));
        }

        Assert.False(account.IsClosed(Month(5), s_on.PlusDays(19)));
        Assert.True(account.IsClosed(Month(5), s_on.PlusDays(20)));
    }

    [Fact]
    public void On_one_day_the_narrower_span_decides_and_of_one_span_what_reopens()
    {
        var but = Nothing.Close(s_year, s_on).Reopen(Quarter(1), s_on);
        Assert.Equal((false, true), (but.IsClosed(Month(3), s_on), but.IsClosed(Month(4), s_on)));
        var only = Nothing.Reopen(s_year, s_on).Close(Quarter(1), s_on);
        Assert.Equal((true, false), (only.IsClosed(Month(3), s_on), only.IsClosed(Month(4), s_on)));
        Assert.False(Nothing.Close(s_year, s_on).Reopen(s_year, s_on).IsClosed(s_year, s_on));
        Assert.False(Nothing.Reopen(s_year, s_on).With(CommissionClosing.Of(s_year, s_on)).IsClosed(s_year, s_on));
    }

    // Opened again, settled and closed on one day, it stayed open for ever, and nobody was told.
    [Fact]
    public void What_was_opened_again_on_a_day_can_be_closed_from_the_next_day_on()
    {
        var open = Settled(Sale()).Close(Quarter(1), s_on).Reopen(Month(3), new LocalDate(2026, 6, 5));
        Assert.Throws<ArgumentException>("on", () => open.Close(Month(3), new LocalDate(2026, 6, 5)));
        Assert.Throws<ArgumentException>("on", () => open.Close(Quarter(1), new LocalDate(2026, 6, 5)));
        Assert.True(open.Close(Quarter(1), new LocalDate(2026, 6, 6)).IsClosed(Month(3), new LocalDate(2026, 6, 6)));
        Assert.True(open.Close(new DateSpan(new(2026, 3, 1), new(2026, 3, 15)), new LocalDate(2026, 6, 5)).Closings.Count == 3);
    }

    // The year was opened again from 8 June on; a quarter closed with a day typed wrong was open from that day on, in silence.
    [Theory]
    [InlineData(1, 12, 5, false)]
    [InlineData(1, 12, 7, false)]
    [InlineData(1, 12, 8, true)]
    [InlineData(3, 5, 5, false)]
    [InlineData(3, 5, 8, true)]
    [InlineData(3, 4, 5, false)]
    [InlineData(3, 4, 8, false)]
    [InlineData(3, 4, 9, true)]
    [InlineData(4, 6, 5, true)]
    public void What_a_wider_reopening_would_open_is_not_closed(int from, int to, int day, bool isClosed)
    {
        var open = Nothing.Reopen(new DateSpan(Month(from).Start, Month(to).End), new LocalDate(2026, 6, 8));
        var ledger = CommissionLedger.In<string>(Currency.CNY).Reopen(
            new DateSpan(Month(from).Start, Month(to).End), new LocalDate(2026, 6, 8));
        var on = new LocalDate(2026, 6, day);
        if (isClosed)
        {
            Assert.True(open.Close(Quarter(1), on).IsClosed(Quarter(1), new LocalDate(2026, 12, 31)));
            Assert.Equal(2, ledger.Close(Quarter(1), on).Closings.Count);
            return;
        }

        var refused = Assert.Throws<ArgumentException>("on", () => open.Close(Quarter(1), on));
        Assert.Contains(to == 4 ? "must be after the day of" : "must not be before the day of", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("on", () => ledger.Close(Quarter(1), on));
    }

    // C-1 was +14: opened again for another matter, it was reversed without a word, and its event was spent.
    [Fact]
    public void A_correction_that_is_undone_with_its_period_is_told_and_can_be_given_again()
    {
        var missed = CommissionEvent.Correction(
            Line("C-1"), new(2026, 5, 4), OfLine(Quarter(1), "SO-1", 200m, 7m, s_sold), new Reason("missed"));
        var corrected = Settled(Sale()).Close(Quarter(1), s_on).SettleTwice([], Run(5).With(missed), s_full).Account;
        Assert.Equal(Cny(84m), corrected.Balances.Earned);

        var open = corrected.Reopen(Quarter(1), new LocalDate(2026, 7, 1));
        var restated = open.SettleTwice([Sale()], Run(6), s_full);
        Assert.Equal(Cny(-14m), restated.Earned);
        Assert.Equal(
            "commission.correction-undone (event C-1/1, plan Reps 2026, earning revenue SO-1/1 2026-01-01/2026-03-31, "
            + "corrected CNY 14.00)",
            Assert.Single(restated.Reasons).ToString());
        var early = restated.Account.SettleTwice([Sale()], Run(6).With(missed), s_full);
        Assert.Equal("commission.re-rated-instead", Assert.Single(early.Reasons).Code);

        var closed = restated.Account.Close(Quarter(1), new LocalDate(2026, 8, 1)).SettleTwice([], Run(7).With(missed), s_full);
        Assert.Equal((Cny(14m), Cny(84m)), (closed.Earned, closed.Account.Balances.Earned));
        Assert.Empty(closed.Account.Settle([], Run(8).With(missed), s_full).Entries);
        var undo = CommissionEvent.Reinstatement(Line("U-1"), Line("C-1"), new LocalDate(2026, 9, 2));
        Assert.Equal(Cny(-14m), closed.Account.SettleTwice([], Run(8).With(undo), s_full).Earned);

        // Facts that come to what it came to hold it: nothing is told, and it is spent.
        var held = open.SettleTwice([OfLine(Quarter(1), "SO-1", 1_050m, 8m, s_sold)], Run(6), s_full);
        Assert.Empty(held.Reasons);
        var later = held.Account.Close(Quarter(1), new LocalDate(2026, 8, 1)).SettleTwice([], Run(7).With(missed), s_full);
        Assert.Equal(Cny(84m), later.Account.Balances.Earned);
    }

    // The sale of 90 was refused and the return of -27 entered, one after the other: the payee kept 3.
    [Fact]
    public void A_line_and_what_follows_it_are_restated_together_or_not_at_all()
    {
        CommissionEarning[] Of(decimal sale, decimal back) =>
        [
            OfLine(Quarter(1), "SO-1", sale, 10m, s_sold), OfLine(Quarter(1), "CN-1", -back, 10m, s_sold).Following(Line("SO-1")),
        ];
        var account = Settled(Of(1_000m, 300m)).Close(Quarter(1), s_on).SettleTwice([], Run(5).With(Return("X-1")), s_full).Account;
        Assert.Equal(Cny(0m), account.Balances.Earned);

        var open = account.Reopen(Quarter(1), new LocalDate(2026, 7, 1));
        var lower = open.SettleTwice(Of(900m, 270m), Run(6), s_full);
        Assert.Empty(lower.Entries);
        Assert.Equal(Enumerable.Repeat("commission.taken-back-already", 2), lower.Reasons.Select(reason => reason.Code));

        // A sale and its return that are both lower by as much leave what they left.
        var same = open.SettleTwice(Of(900m, 200m), Run(6), s_full);
        Assert.Equal((Cny(0m), 2), (same.Earned, same.Entries.Count(entry => entry.Kind == CommissionEntryKind.Earned)));
    }

    // A quarter closed on a day stays closed whatever is opened on that day for the year, or on the days before.
    [Theory]
    [InlineData(1, 12, 15, false)]
    [InlineData(1, 12, 16, true)]
    [InlineData(1, 3, 10, false)]
    [InlineData(1, 3, 14, false)]
    [InlineData(1, 3, 15, true)]
    [InlineData(3, 5, 15, false)]
    [InlineData(3, 4, 15, true)]
    [InlineData(4, 6, 1, true)]
    public void What_would_stay_closed_is_not_opened_again(int from, int to, int day, bool isOpened)
    {
        var (closed, span, on) = (
            Nothing.Close(Quarter(1), s_on), new DateSpan(Month(from).Start, Month(to).End), new LocalDate(2026, 4, day));
        var ledger = CommissionLedger.In<string>(Currency.CNY).With("Wu", Nothing).Close(Quarter(1), s_on);
        if (isOpened)
        {
            Assert.False(closed.Reopen(span, on).IsClosed(Month(from), on));
            Assert.False(ledger.Reopen(span, on).AccountOf("Wu").IsClosed(Month(from), on));
            return;
        }

        Assert.Throws<ArgumentException>("on", () => closed.Reopen(span, on));
        Assert.Throws<ArgumentException>("on", () => ledger.Reopen(span, on));
        Assert.Throws<ArgumentException>(
            "on", () => CommissionLedger.In<string>(Currency.CNY).With("Wu", closed).Reopen(span, on));
    }

    // A command that is given twice, say by a queue, changes nothing the second time; but nobody takes for closed what is open since.
    [Fact]
    public void What_is_there_already_stays_as_it_is()
    {
        var (opened, again) = (new LocalDate(2026, 5, 1), new LocalDate(2026, 5, 20));
        var open = Nothing.Close(Quarter(1), s_on).Reopen(Quarter(1), opened);
        Assert.Same(open, open.Reopen(Quarter(1), opened));
        Assert.Throws<ArgumentException>("on", () => open.Close(Quarter(1), s_on));

        var account = open.Close(Quarter(1), again);
        Assert.Same(account, account.Close(Quarter(1), s_on));
        Assert.Same(account, account.Close(Quarter(1), again));
        Assert.Throws<ArgumentException>("on", () => account.Reopen(Quarter(1), opened));

        var ledger = CommissionLedger.In<string>(Currency.CNY).Close(Quarter(1), s_on).Reopen(Quarter(1), opened).Close(s_year, again);
        Assert.Equal(ledger.Closings, ledger.Close(Quarter(1), s_on).Closings);

        // In the account of one payee it is not there for everybody.
        ledger = CommissionLedger.In<string>(Currency.CNY).With("Wu", open);
        Assert.Throws<ArgumentException>("on", () => ledger.Close(Quarter(1), s_on));
    }

    [Property(MaxTest = 200)]
    public void Closings_are_data_whose_order_does_not_matter_and_parts_of_them_merge(int seed)
    {
        var random = new Random(seed);
        var closings = Enumerable.Range(0, random.Next(1, 7)).Select(_ =>
        {
            var span = random.Next(3) switch { 0 => s_year, 1 => Quarter(random.Next(1, 5)), _ => Month(random.Next(1, 13)) };
            var on = s_on.PlusDays(random.Next(3));
            return random.Next(2) == 0 ? CommissionClosing.Of(span, on) : CommissionClosing.Reopening(span, on);
        }).ToList();
        var account = closings.Aggregate(Settled(Sale()), (each, closing) => each.With(closing));
        var shuffled = closings.OrderBy(_ => random.Next()).Aggregate(Settled(Sale()), (each, closing) => each.With(closing));
        Assert.Equal(account, shuffled);
        Assert.Equal(account.GetHashCode(), shuffled.GetHashCode());
        Assert.Equal(closings.Distinct().Count(), account.Closings.Count);

        var cut = random.Next(closings.Count + 1);
        CommissionAccount Part(int from, int to) =>
            closings.Skip(from).Take(to - from).Aggregate(Nothing, (each, closing) => each.With(closing));
        var merged = Part(0, cut).Apply(account.Entries).Merge(Part(cut, closings.Count));
        Assert.Equal(account, merged);
        Assert.Equal(account, Part(cut, closings.Count).Merge(Part(0, cut).Apply(account.Entries)));

        var (period, day) = (Month(random.Next(1, 13)), s_on.PlusDays(random.Next(-1, 4)));
        var last = closings.Where(each => each.On <= day && each.Span.Contains(period))
            .OrderBy(each => each.On).ThenByDescending(each => each.Span.Days).ThenBy(each => each.IsReopening).LastOrDefault();
        Assert.Equal(last is { IsReopening: false }, merged.IsClosed(period, day));
    }

    [Fact]
    public void What_is_open_again_is_restated()
    {
        var account = Settled(Sale()).Close(Quarter(1), s_on);
        Assert.Empty(account.Settle([Sale(1_100m)], Run(5), s_full).Entries);
        var settlement = account.Reopen(Quarter(1), new LocalDate(2026, 6, 10)).SettleTwice([Sale(1_100m)], Run(5), s_full);
        Assert.Equal(Cny(7m), settlement.Paid);

        // The day before it is open, it is closed.
        Assert.Empty(account.Reopen(Quarter(1), new LocalDate(2026, 6, 11)).Settle([Sale(1_100m)], Run(5), s_full).Entries);
    }

    [Fact]
    public void What_was_taken_back_while_it_was_closed_stays_and_is_not_entered_as_a_line_of_the_facts()
    {
        var back = Return("CN-1", 300m);
        var closed = Settled(Sale()).Close(Quarter(1), s_on).SettleTwice([], Run(5).With(back), s_full).Account;
        Assert.Equal(Cny(49m), closed.Balances.Earned);

        var open = closed.Reopen(Quarter(1), new LocalDate(2026, 7, 1));
        var settlement = open.SettleTwice(
            [Sale(), OfLine(Quarter(1), "CN-1", -300m, 7m, s_sold)], Run(6).With(back), s_full);
        Assert.Empty(settlement.Entries);
        Assert.Equal("commission.taken-back-already", Assert.Single(settlement.Reasons).Code);

        // Another rate is of the sale: it is undone and made anew, and what was taken back of it stays as it was.
        var rerated = open.SettleTwice([OfLine(Quarter(1), "SO-1", 1_000m, 8m, s_sold)], Run(6), s_full);
        Assert.Equal((Cny(10m), Cny(59m)), (rerated.Earned, rerated.Account.Balances.Earned));
    }

    // Never more is taken back than was paid: not by a claw-back and by the facts.
    [Fact]
    public void Less_than_was_taken_back_is_not_earned_unless_the_event_is_reinstated()
    {
        var closed = Settled(Sale()).Close(Quarter(1), s_on).SettleTwice([], Run(5).With(Return("CN-1")), s_full).Account;
        Assert.Equal(Cny(0m), closed.Balances.Earned);
        var open = closed.Reopen(Quarter(1), new LocalDate(2026, 7, 1));

        var missing = open.SettleTwice([], Run(6).Restating(Quarter(1)), s_full);
        Assert.Empty(missing.Entries);
        Assert.Equal("commission.taken-back-already", Assert.Single(missing.Reasons).Code);
        Assert.Equal(
            "commission.taken-back-already", Assert.Single(open.SettleTwice([Sale(999m)], Run(6), s_full).Reasons).Code);
        Assert.Equal(Cny(7m), open.SettleTwice([Sale(1_100m)], Run(6), s_full).Earned);

        var undone = CommissionEvent.Reinstatement(Line("U-1"), Line("CN-1"), new LocalDate(2026, 7, 2));
        var settlement = open.SettleTwice([Sale(600m), OfLine(Quarter(1), "CN-1", -600m, 7m, s_sold)], Run(6).With(undone), s_full);
        Assert.Equal((Cny(-70m), Cny(70m)), (settlement.Earned, settlement.ClawedBack));
        Assert.Equal(Cny(0m), settlement.Account.Balances.Earned);
    }

    [Fact]
    public void Events_of_what_is_open_again_are_computed_again_instead_and_decided_when_it_is_closed_again()
    {
        var open = Settled(Sale()).Close(Quarter(1), s_on).Reopen(Quarter(1), new LocalDate(2026, 5, 2));
        var told = open.SettleTwice([], Run(5).With(Return("CN-1", 300m)), s_full);
        Assert.Equal("commission.re-rated-instead", Assert.Single(told.Reasons).Code);
        var again = told.Account.Close(Quarter(1), new LocalDate(2026, 7, 1)).SettleTwice([], Run(6).With(Return("CN-1", 300m)), s_full);
        Assert.Equal(Cny(-21m), again.ClawedBack);
    }

    [Fact]
    public void A_correction_is_computed_again_with_its_period_and_not_undone_a_second_time()
    {
        var more = CommissionEvent.CorrectionOfBase(Line("C-1"), Line("SO-1"), new(2026, 5, 4), Revenue(100m), new Reason("missed"));
        var undo = CommissionEvent.Reinstatement(Line("U-1"), Line("C-1"), new LocalDate(2026, 7, 2));
        var open = Settled(Sale()).Close(Quarter(1), s_on).SettleTwice([], Run(5).With(more), s_full).Account
            .Reopen(Quarter(1), new LocalDate(2026, 7, 1));
        Assert.Equal(Cny(77m), open.Balances.Earned);

        var facts = open.SettleTwice([Sale()], Run(6).With(undo), s_full);
        Assert.Equal(Cny(70m), facts.Account.Balances.Earned);
        Assert.Equal("commission.re-rated-instead", Assert.Single(facts.Reasons).Code);

        var later = facts.Account.Close(Quarter(1), new LocalDate(2026, 8, 1)).SettleTwice([], Run(7).With(undo), s_full);
        Assert.Equal(Cny(70m), later.Account.Balances.Earned);
    }

    [Fact]
    public void A_deal_that_was_missed_is_corrected_into_a_closed_period_that_had_nothing()
    {
        var missed = CommissionEvent.Correction(Line("C-1"), new(2026, 5, 4), Earned(Quarter(1), 14m), new Reason("missed"));
        var settlement = Nothing.Close(s_year, s_on).SettleTwice([], Run(5).With(missed), s_full);
        Assert.Equal(Cny(14m), settlement.Paid);
    }

    [Fact]
    public void What_makes_no_closing_is_refused()
    {
        Assert.Throws<ArgumentException>("span", () => Nothing.Close(DateSpan.From(s_on), s_on));
        Assert.Throws<ArgumentException>("span", () => Nothing.Reopen(DateSpan.Until(s_on), s_on));
        var account = Nothing.Close(Quarter(1), s_on);
        Assert.Same(account, account.Close(Quarter(1), s_on));
        Assert.Equal("2026-01-01/2026-03-31 closed from 2026-04-15", account.Closings[0].ToString());
        Assert.Equal(
            "2026-01-01/2026-03-31 open again from 2026-04-15", CommissionClosing.Reopening(Quarter(1), s_on).ToString());
    }
}
