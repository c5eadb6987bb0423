using System;
using System.Linq;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Dates;

public sealed class RevisionExamples
{
    private static readonly LocalDate s_listed = new(2026, 1, 5);
    private static readonly LocalDate s_corrected = new(2026, 4, 10);
    private static readonly LocalDate s_march = new(2026, 3, 15);
    private static readonly Reason s_typo = new("typing-error");

    // A price of 10.00 listed in January; in April it is found that March should have been 9.00.
    private static readonly Revisions<decimal> s_price = Revisions.Empty<decimal>()
        .Record(s_listed, DateSpan.From(new LocalDate(2026, 1, 1)), 10m)
        .Record(s_corrected, DateSpan.OfMonth(2026, 3), 9m, s_typo);

    [Fact]
    public void A_correction_leaves_what_was_known_before_it()
    {
        Assert.Equal(10m, s_price.At(s_march, knownOn: s_corrected.PlusDays(-1)));
        Assert.Equal(9m, s_price.At(s_march, knownOn: s_corrected));
        Assert.Equal(9m, s_price.Current.At(s_march));
        Assert.Equal(10m, s_price.Current.At(new LocalDate(2026, 4, 1)));
    }

    [Fact]
    public void Nothing_is_known_before_the_first_entry()
    {
        Assert.Empty(s_price.AsKnownOn(s_listed.PlusDays(-1)).Entries);
        Assert.Single(s_price.AsKnownOn(s_listed).Entries);
        Assert.False(s_price.TryAt(s_march, s_listed.PlusDays(-1), out _));
        Assert.Empty(Revisions.Empty<int>().Current.Entries);
        Assert.Empty(Revisions.Empty<int>().AsKnownOn(s_march).Entries);
    }

    [Fact]
    public void The_value_known_on_the_day_of_the_fact_is_not_touched_by_a_later_entry()
    {
        Assert.Equal(10m, s_price.At(s_march, knownOn: s_march));
        Assert.Equal(9m, s_price.At(s_march, knownOn: LocalDate.MaxIsoValue));
    }

    [Fact]
    public void Of_two_entries_on_one_day_the_later_wins_and_that_day_knows_both()
    {
        var twice = s_price
            .Record(s_corrected, DateSpan.On(s_march), 8m)
            .Record(s_corrected, DateSpan.On(s_march.PlusDays(1)), 7m);

        Assert.Equal([9m, 8m, 7m, 9m], new[] { -1, 0, 1, 2 }.Select(days => twice.At(s_march.PlusDays(days), s_corrected)));
        Assert.Equal(4, twice.Entries.Count);
        Assert.Same(s_price.AsKnownOn(s_listed), twice.AsKnownOn(s_corrected.PlusDays(-1)));
    }

    [Fact]
    public void A_withdrawal_makes_a_gap_from_the_day_it_is_recorded()
    {
        var withdrawn = s_price.Withdraw(new LocalDate(2026, 5, 2), DateSpan.OfMonth(2026, 3), new Reason("never-agreed"));

        Assert.False(withdrawn.TryAt(s_march, new LocalDate(2026, 5, 2), out _));
        Assert.Equal(9m, withdrawn.At(s_march, new LocalDate(2026, 5, 1)));
        Assert.True(withdrawn.Entries[2].IsWithdrawal);
        var refusal = Assert.Throws<InvalidOperationException>(() => withdrawn.Entries[2].Value);
        Assert.Contains("withdrawal", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_changes_between_two_settlements_are_what_a_true_up_looks_at()
    {
        var change = Assert.Single(s_price.Changes(s_corrected.PlusDays(-1), s_corrected));

        Assert.Equal("2026-03-01/2026-03-31: 10 to 9", change.ToString());
        Assert.Equal(10m, change.Before.Value);
        Assert.Equal(9m, change.After.Value);
        Assert.Equal(DateSpan.OfMonth(2026, 3), change.Span);
        Assert.Empty(s_price.Changes(s_corrected, s_corrected));
        Assert.Equal("2026-01-01/..: gap to 10", Assert.Single(s_price.Changes(LocalDate.MinIsoValue, s_listed)).ToString());
    }

    [Fact]
    public void Changed_and_changed_back_is_no_change()
    {
        var back = s_price.Record(new LocalDate(2026, 4, 11), DateSpan.OfMonth(2026, 3), 10.00m);

        Assert.Empty(back.Changes(s_listed, new LocalDate(2026, 4, 11)));
        Assert.Equal(3, back.Current.Entries.Count);
        Assert.Single(back.Changes(s_corrected, new LocalDate(2026, 4, 11)));
    }

    [Fact]
    public void Equal_changes_that_follow_each_other_are_one()
    {
        var months = Timeline.Of((DateSpan.OfMonth(2026, 1), 5), (DateSpan.OfMonth(2026, 2), 5), (DateSpan.OfMonth(2026, 4), 5));

        Assert.Equal(
            ["2026-01-01/2026-02-28: 5 to 6", "2026-03-01/2026-03-31: gap to 6", "2026-04-01/2026-04-30: 5 to 6"],
            months.ChangesTo(Timeline.Of((DateSpan.OfQuarter(2026, 1), 6), (DateSpan.OfMonth(2026, 4), 6)))
                .Select(change => change.ToString()));
        Assert.Equal("2026-01-01/2026-02-28: 5 to gap", months.ChangesTo(Timeline.Empty<int>())[0].ToString());
        Assert.Empty(months.ChangesTo(months));
    }

    [Fact]
    public void Changes_reach_to_the_ends_of_the_calendar()
    {
        var all = new DateSpan(LocalDate.MinIsoValue, LocalDate.MaxIsoValue);

        Assert.Equal(all, Assert.Single(Timeline.Of((all, 1)).ChangesTo(Timeline.Always(2))).Span);
        Assert.Equal(DateSpan.Always, Assert.Single(Timeline.Always(1).ChangesTo(Timeline.Empty<int>())).Span);
        Assert.Empty(Timeline.Of((all, 1)).ChangesTo(Timeline.Always(1)));
    }

    [Fact]
    public void An_entry_is_retroactive_when_it_starts_before_its_record()
    {
        Assert.True(s_price.Entries[0].IsRetroactive);
        Assert.True(Revisions.Of((s_listed, DateSpan.On(s_listed.PlusDays(-1)), 1)).Entries[0].IsRetroactive);
        Assert.False(Revisions.Of((s_listed, DateSpan.On(s_listed), 1)).Entries[0].IsRetroactive);
        Assert.True(Revisions.Of((s_listed, DateSpan.Until(s_listed), 1)).Entries[0].IsRetroactive);
        Assert.True(Revisions.Empty<int>().Withdraw(s_listed, DateSpan.Always).Entries[0].IsRetroactive);
    }

    [Fact]
    public void A_day_whose_rule_was_published_late_has_the_value_published_first()
    {
        var secondOfJanuary = new LocalDate(2026, 1, 2);
        var corrected = s_price.Record(new LocalDate(2026, 5, 2), DateSpan.On(secondOfJanuary), 8m);

        Assert.False(corrected.TryAt(secondOfJanuary, knownOn: secondOfJanuary, out _));
        Assert.Equal(10m, corrected.FirstKnown(secondOfJanuary));
        Assert.Equal(8m, corrected.Current.At(secondOfJanuary));
        Assert.Equal(10m, corrected.FirstKnown(s_march));
        Assert.False(corrected.TryFirstKnown(new LocalDate(2025, 12, 31), out _));
        Assert.False(Revisions.Empty<int>().TryFirstKnown(s_march, out _));
    }

    [Fact]
    public void What_was_announced_ahead_is_known_on_the_day_and_a_late_withdrawal_is_not()
    {
        var april = new LocalDate(2026, 4, 1);
        var raised = Revisions.Of((s_listed, DateSpan.From(s_listed), 10m))
            .Record(april.PlusDays(-1), DateSpan.From(april), 11m)
            .Withdraw(april.PlusDays(1), DateSpan.Always);

        Assert.Equal(10m, raised.FirstKnown(april.PlusDays(-1)));
        Assert.Equal(11m, raised.FirstKnown(april));
        Assert.False(raised.TryFirstKnown(april.PlusDays(1), out _));
    }

    [Fact]
    public void A_day_of_record_counts_as_it_was_at_its_end()
    {
        var first = Revisions.Of((s_listed, DateSpan.OfYear(2026), 1), (s_listed, DateSpan.OfYear(2026), 2));

        Assert.Equal(2, first.FirstKnown(new LocalDate(2026, 1, 1)));
        Assert.False(first.Withdraw(s_listed, DateSpan.Always).TryFirstKnown(new LocalDate(2026, 1, 1), out _));
        Assert.Equal(2, first.Withdraw(s_listed.PlusDays(1), DateSpan.Always).FirstKnown(new LocalDate(2026, 1, 1)));
    }

    [Fact]
    public void Entered_late_is_not_yet_changed()
    {
        Assert.False(s_price.Entries[0].ChangesPastValues);
        Assert.True(s_price.Entries[1].ChangesPastValues);

        bool Changes(Revisions<decimal> history) => history.Entries[history.Entries.Count - 1].ChangesPastValues;
        var (day, yesterday) = (s_corrected, DateSpan.On(s_corrected.PlusDays(-1)));
        Assert.False(Changes(s_price.Record(day.PlusDays(1), DateSpan.From(day.PlusDays(1)), 7m)));
        Assert.True(Changes(s_price.Record(day.PlusDays(1), DateSpan.From(day), 7m)));
        Assert.False(Changes(s_price.Record(day, yesterday, 10.0m)));
        Assert.True(Changes(s_price.Withdraw(day, yesterday)));
        Assert.False(Changes(s_price.Withdraw(day, DateSpan.OfYear(2025))));
        Assert.False(Changes(Revisions.Empty<decimal>().Withdraw(LocalDate.MinIsoValue, DateSpan.Always)));

        // Within one day only what was known the day before counts.
        Assert.False(Changes(s_price.Record(day, DateSpan.OfMonth(2026, 3), 10m)));
        Assert.False(Revisions.Of((s_listed, DateSpan.Always, 1), (s_listed, DateSpan.Always, 2)).Entries[1].ChangesPastValues);
    }

    [Fact]
    public void A_value_and_a_lack_of_one_name_the_entry_they_come_from()
    {
        var withdrawn = s_price.Withdraw(new LocalDate(2026, 5, 2), DateSpan.OfMonth(2026, 3), new Reason("never-agreed"));

        Assert.Null(withdrawn.EntryAt(s_march, s_listed.PlusDays(-1)));
        Assert.Same(withdrawn.Entries[0], withdrawn.EntryAt(s_march, s_corrected.PlusDays(-1)));
        Assert.Equal(s_typo, withdrawn.EntryAt(s_march, s_corrected)!.Because);
        Assert.True(withdrawn.EntryAt(s_march, new LocalDate(2026, 5, 2))!.IsWithdrawal);
        Assert.Null(withdrawn.EntryAt(new LocalDate(2025, 12, 31), LocalDate.MaxIsoValue));
    }

    [Fact]
    public void The_entries_between_two_settlements_say_why_a_true_up_has_a_line()
    {
        var change = Assert.Single(s_price.Changes(s_listed, s_corrected));

        Assert.Same(s_price.Entries[1], Assert.Single(s_price.EntriesBetween(s_listed, s_corrected, change.Span)));
        Assert.Empty(s_price.EntriesBetween(s_listed, s_corrected, DateSpan.OfMonth(2026, 4)));
        Assert.Empty(s_price.EntriesBetween(s_corrected, LocalDate.MaxIsoValue));
        Assert.Equal(s_price.Entries, s_price.EntriesBetween(s_listed.PlusDays(-1), s_corrected));
    }

    [Fact]
    public void A_history_can_begin_with_a_whole_timeline()
    {
        var list = Timeline.Of((DateSpan.OfYear(2026), 5m), (DateSpan.OfYear(2025), 4m));
        var history = Revisions.Of(s_listed, list);

        Assert.Equal(list, history.AsKnownOn(s_listed));
        Assert.Equal([4m, 5m], history.Entries.Select(entry => entry.Value));
        Assert.Empty(history.AsKnownOn(s_listed.PlusDays(-1)).Entries);
        Assert.Equal(Revisions.Empty<decimal>(), Revisions.Of(s_listed, Timeline.Empty<decimal>()));
    }

    [Fact]
    public void Entries_print_day_of_record_span_value_and_reason_in_every_culture() =>
        Cultures.Each(() =>
        {
            var history = s_price.Record(s_corrected, DateSpan.On(s_march), 1234.5m).Withdraw(s_corrected, DateSpan.From(s_march));
            Assert.Equal(
                "2026-01-05: 2026-01-01/.. 10; 2026-04-10: 2026-03-01/2026-03-31 9 because typing-error; "
                + "2026-04-10: 2026-03-15/2026-03-15 1234.5; 2026-04-10: 2026-03-15/.. withdrawn",
                history.ToString());
            Assert.Equal("", Revisions.Empty<int>().ToString());
        });

    [Fact]
    public void Histories_entries_and_changes_are_equal_by_value()
    {
        var first = (s_listed, DateSpan.From(new LocalDate(2026, 1, 1)), 10.0m);
        TestHelper.TestEqualsClass(
            s_price, Revisions.Of(first).Record(s_corrected, DateSpan.OfMonth(2026, 3), 9.0m, s_typo),
            Revisions.Of(first), s_price.Withdraw(s_corrected, DateSpan.OfMonth(2027, 3)), Revisions.Empty<decimal>(),
            Revisions.Of(first).Record(s_corrected, DateSpan.OfMonth(2026, 3), 9m));

        var entry = s_price.Entries[1];
        TestHelper.TestEqualsClass(
            entry, Revisions.Of(first).Record(s_corrected, DateSpan.OfMonth(2026, 3), 9.0m, s_typo).Entries[1],
            Revisions.Empty<decimal>().Record(s_corrected, DateSpan.OfMonth(2026, 3), 9m, s_typo).Entries[0],
            Revisions.Of((s_corrected, DateSpan.OfMonth(2026, 3), 9m)).Entries[0],
            Revisions.Empty<decimal>().Record(s_listed, DateSpan.OfMonth(2026, 3), 9m, s_typo).Entries[0],
            Revisions.Empty<decimal>().Record(s_corrected, DateSpan.OfMonth(2026, 4), 9m, s_typo).Entries[0],
            Revisions.Empty<decimal>().Record(s_corrected, DateSpan.OfMonth(2026, 3), 0m, s_typo).Entries[0],
            Revisions.Empty<decimal>().Withdraw(s_corrected, DateSpan.OfMonth(2026, 3), s_typo).Entries[0]);
        TestHelper.TestEqualsClass(
            Revisions.Empty<int>().Withdraw(s_corrected, DateSpan.Always).Entries[0],
            Revisions.Empty<int>().Withdraw(s_corrected, DateSpan.Always).Entries[0],
            Revisions.Of((s_corrected, DateSpan.Always, 0)).Entries[0]);

        TestHelper.TestEqualsStruct(
            Timeline.Always(1).ChangesTo(Timeline.Always(2))[0], Timeline.Always(1).ChangesTo(Timeline.Always(2))[0],
            Timeline.Always(2).ChangesTo(Timeline.Always(1))[0], Timeline.Always(1).ChangesTo(Timeline.Empty<int>())[0],
            Timeline.Always(1).Without(DateSpan.On(s_march)).ChangesTo(Timeline.Always(2))[0], default);
    }

    [Fact]
    public void Entries_out_of_order_and_days_asked_out_of_order_are_refused()
    {
        Refused<ArgumentOutOfRangeException>("recorded", () => s_price.Record(s_corrected.PlusDays(-1), DateSpan.Always, 1m));
        Refused<ArgumentOutOfRangeException>("recorded", () => s_price.Withdraw(s_corrected.PlusDays(-1), DateSpan.Always));
        Refused<ArgumentOutOfRangeException>(
            "entries", () => Revisions.Of((s_corrected, DateSpan.Always, 1), (s_listed, DateSpan.Always, 2)));
        Refused<ArgumentOutOfRangeException>("later", () => s_price.Changes(s_corrected, s_corrected.PlusDays(-1)));
        Refused<ArgumentOutOfRangeException>("later", () => s_price.EntriesBetween(s_corrected, s_corrected.PlusDays(-1)));
        Refused<ArgumentOutOfRangeException>("date", () => s_price.FirstKnown(new LocalDate(2025, 12, 31)));
        Refused<ArgumentOutOfRangeException>("date", () => s_price.At(new LocalDate(2025, 12, 31), s_corrected));
        Refused<ArgumentOutOfRangeException>("date", () => s_price.At(s_march, s_listed.PlusDays(-1)));
    }

    [Fact]
    public void Nulls_default_reasons_and_other_calendars_are_refused()
    {
        var julian = new LocalDate(2026, 1, 1, CalendarSystem.Julian);
        Refused<ArgumentNullException>("entries", () => Revisions.Of<string>(null!));
        Refused<ArgumentNullException>("entries", () => Revisions.Of((s_listed, DateSpan.Always, "a"), (s_listed, DateSpan.Always, null!)));
        Refused<ArgumentNullException>("timeline", () => Revisions.Of<string>(s_listed, null!));
        Refused<ArgumentNullException>("value", () => Revisions.Empty<string>().Record(s_listed, DateSpan.Always, null!));
        Refused<ArgumentException>("because", () => s_price.Record(s_corrected, DateSpan.Always, 1m, default(Reason)));
        Refused<ArgumentException>("because", () => s_price.Withdraw(s_corrected, DateSpan.Always, default(Reason)));
        Refused<ArgumentException>("recorded", () => Revisions.Empty<int>().Record(julian, DateSpan.Always, 1));
        Refused<ArgumentException>("recorded", () => Revisions.Empty<int>().Withdraw(julian, DateSpan.Always));
        Refused<ArgumentException>("recorded", () => Revisions.Of(julian, Timeline.Always(1)));
        Refused<ArgumentException>("entries", () => Revisions.Of((julian, DateSpan.Always, 1)));
        Refused<ArgumentException>("date", () => Revisions.Empty<int>().AsKnownOn(julian));
        Refused<ArgumentException>("date", () => Revisions.Empty<int>().TryAt(julian, s_march, out _));
        Refused<ArgumentException>("knownOn", () => Revisions.Empty<int>().TryAt(s_march, julian, out _));
        Refused<ArgumentException>("date", () => Revisions.Empty<int>().FirstKnown(julian));
        Refused<ArgumentException>("date", () => Revisions.Empty<string>().EntryAt(julian, s_march)!);
        Refused<ArgumentException>("knownOn", () => Revisions.Empty<string>().EntryAt(s_march, julian)!);
        Refused<ArgumentException>("earlier", () => s_price.EntriesBetween(julian, s_march));
        Refused<ArgumentException>("later", () => s_price.EntriesBetween(s_march, julian));
        Refused<ArgumentException>("earlier", () => s_price.Changes(julian, s_march));
        Refused<ArgumentException>("later", () => s_price.Changes(s_march, julian));
        Refused<ArgumentNullException>("other", () => Timeline.Always(1).ChangesTo(null!));
    }

    private static void Refused<TException>(string parameter, Func<object> action)
        where TException : ArgumentException =>
        Assert.Throws<TException>(parameter, action);
}
