using System;
using System.Linq;
using NodaTime;
using SalesDomain.Organization;
using Xunit;

namespace SalesDomain.Tests.Organization;

public sealed class WhoHoldsWhat
{
    private static readonly LocalDate s_lastDay = new(2026, 3, 31);
    private static readonly LocalDate s_firstDay = new(2026, 4, 1);
    private static readonly Percentage s_half = Percentage.FromPercent(50);

    private static readonly Assignments<string, string> s_customers = Assignments.Of(
        ("C-1", "Li", DateSpan.Always), ("C-2", "Li", DateSpan.OfYear(2026)), ("C-3", "Wu", DateSpan.Always));

    // Pitfall 19: half-open periods. Who ends on the 31st holds that day too.
    [Fact]
    public void Pitfall_19_A_move_ends_on_the_day_before_and_begins_on_its_day()
    {
        var moved = s_customers.Move("C-1", "Wu", s_firstDay);

        Assert.True(moved.TryHolderOf("C-1", s_lastDay, out var before));
        Assert.True(moved.TryHolderOf("C-1", s_firstDay, out var after));
        Assert.Equal(("Li", "Wu"), (before, after));
        Assert.Equal(
            ["C-1 held by Li: ../2026-03-31", "C-1 held by Wu: 2026-04-01/.."], moved.HistoryOf("C-1").Select(each => each.ToString()));
        Assert.Empty(moved.Gaps(moved.Subjects.Where(subject => subject != "C-2"), DateSpan.Always));
        Assert.Empty(moved.Overlaps(DateSpan.Always));
    }

    // Pitfall 9: rows of a team that come double when documents are copied.
    [Fact]
    public void Pitfall_9_One_holder_twice_on_one_subject_is_refused_and_named()
    {
        var refused = Assert.Throws<ArgumentException>("assignments", () => Assignments.Of(
            Assignment.Of("C-1", "Li", DateSpan.From(s_lastDay), s_half), Assignment.Of("C-1", "Li", DateSpan.Until(s_lastDay), s_half)));

        Assert.Contains(
            "C-1 held by Li at 50%: ../2026-03-31 and C-1 held by Li at 50%: 2026-03-31/..", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, Assignments.Of(
            Assignment.Of("C-1", "Li", DateSpan.From(s_firstDay), s_half),
            Assignment.Of("C-1", "Li", DateSpan.Until(s_lastDay), s_half)).All.Count);
    }

    [Fact]
    public void Of_two_holders_none_is_picked_silently()
    {
        var shared = Assignments.Of(
            Assignment.Of("C-1", "Li", DateSpan.Always, s_half), Assignment.Of("C-1", "Wu", DateSpan.From(s_firstDay), s_half));

        Assert.True(shared.TryHolderOf("C-1", s_lastDay, out _));
        Assert.False(shared.TryHolderOf("C-1", s_firstDay, out var holder));
        Assert.Null(holder);
        Assert.Equal(["Li", "Wu"], shared.HoldersOf("C-1", s_firstDay).Select(each => each.Holder));
        Assert.Equal(
            ["C-1, ../2026-03-31: Li 50%", "C-1, 2026-04-01/..: Li 50%, Wu 50%"],
            shared.Coverage("C-1", DateSpan.Always).Select(slice => slice.ToString()));
        Assert.Equal(s_half, Assert.Single(shared.Gaps(["C-1"], DateSpan.Always)).OpenShare);
        Assert.Empty(shared.Overlaps(DateSpan.Always));
    }

    [Fact]
    public void Two_who_hold_the_whole_are_an_overlap()
    {
        var twice = s_customers.With(Assignment.Of("C-1", "Wu", DateSpan.From(s_firstDay)));

        var overlap = Assert.Single(twice.Overlaps(DateSpan.OfYear(2026)));
        Assert.Equal("C-1, 2026-04-01/2026-12-31: Li 100%, Wu 100%", overlap.ToString());
        Assert.Equal(Percentage.OneHundred, overlap.ExcessShare);
    }

    [Fact]
    public void What_nobody_ever_held_is_one_gap()
    {
        var gap = Assert.Single(s_customers.Gaps(["C-3", "C-9"], DateSpan.OfYear(2026)));

        Assert.Equal("C-9, 2026-01-01/2026-12-31: nobody", gap.ToString());
        Assert.Equal(Percentage.OneHundred, gap.OpenShare);
        Assert.Empty(s_customers.HoldersOf("C-9", s_lastDay));
        Assert.Empty(s_customers.HistoryOf("C-9"));
        Assert.Empty(s_customers.HeldBy("Ma", s_lastDay));
    }

    [Fact]
    public void A_stand_in_has_it_for_some_days_and_then_it_is_as_before()
    {
        var cover = s_customers.Override("C-1", "Ma", DateSpan.OfMonth(2026, 4));

        Assert.Equal(
            ["C-1, ../2026-03-31: Li 100%", "C-1, 2026-04-01/2026-04-30: Ma 100%", "C-1, 2026-05-01/..: Li 100%"],
            cover.Coverage("C-1", DateSpan.Always).Select(slice => slice.ToString()));
    }

    [Fact]
    public void A_leaver_hands_over_all_he_has_with_shares_and_end_days()
    {
        var handed = s_customers.With(Assignment.Of("C-3", "Li", DateSpan.From(s_firstDay), s_half)).HandOver("Li", "Ma", s_lastDay);

        Assert.Equal(["C-1", "C-2", "C-3"], handed.HeldBy("Ma", s_firstDay).Select(each => each.Subject));
        Assert.Empty(handed.HeldBy("Li", s_lastDay));
        Assert.Equal(["C-1", "C-2"], handed.HeldBy("Li", new LocalDate(2026, 3, 30)).Select(each => each.Subject));
        Assert.Equal(new LocalDate(2026, 12, 31), handed.HeldBy("Ma", s_firstDay)[1].Span.End);
        Assert.Equal(s_half, handed.HeldBy("Ma", s_firstDay)[2].Share);
        Assert.Throws<ArgumentException>("to", () => handed.HandOver("Ma", "Wu", s_firstDay));
    }

    [Fact]
    public void Who_leaves_without_a_successor_leaves_gaps_that_are_seen()
    {
        var left = s_customers.Release("Li", s_firstDay);

        Assert.Equal(["C-1", "C-2"], left.HeldBy("Li", s_lastDay).Select(each => each.Subject));
        Assert.Empty(left.HeldBy("Li", s_firstDay));
        Assert.Equal(
            ["C-1, 2026-04-01/2026-12-31: nobody", "C-2, 2026-04-01/2026-12-31: nobody"],
            left.Gaps(left.Subjects, DateSpan.OfYear(2026)).Select(gap => gap.ToString()));
        Assert.Equal(s_customers, s_customers.Release("Ma", s_firstDay));
    }

    [Fact]
    public void A_move_does_not_wipe_out_what_is_planned_for_later()
    {
        var planned = s_customers.Move("C-1", "Wu", s_firstDay);

        Assert.Throws<ArgumentException>("from", () => planned.Move("C-1", "Ma", s_lastDay));
        Assert.Equal(
            ["C-1 held by Li: ../2026-03-31", "C-1 held by Ma: 2026-04-01/.."],
            planned.Move("C-1", "Ma", s_firstDay).HistoryOf("C-1").Select(each => each.ToString()));
    }

    [Fact]
    public void Many_moves_are_made_in_one_go_and_all_or_none()
    {
        var moved = s_customers.Move([("C-1", "Ma"), ("C-9", "He")], s_firstDay);

        Assert.Equal(s_customers.Move("C-1", "Ma", s_firstDay).Move("C-9", "He", s_firstDay), moved);
        Assert.Equal(s_customers, s_customers.Move(Array.Empty<(string, string)>(), s_firstDay));
        Assert.Throws<ArgumentException>("moves", () => s_customers.Move([("C-1", "Ma"), ("C-1", "He")], s_firstDay));
        Assert.Throws<ArgumentException>("from", () => moved.Move([("C-2", "Ma"), ("C-1", "Wu")], s_lastDay));
        Assert.Throws<ArgumentException>(
            "from", () => s_customers.Move([("C-1", "Ma")], s_firstDay.WithCalendar(CalendarSystem.Julian)));
    }

    [Fact]
    public void What_is_added_beside_the_others_may_be_held_by_one_alone()
    {
        var added = s_customers.With(("C-1", "Ma", DateSpan.OfYear(2026)), ("C-4", "Ma", DateSpan.Always));

        Assert.Equal(
            s_customers.With(Assignment.Of("C-1", "Ma", DateSpan.OfYear(2026)), Assignment.Of("C-4", "Ma", DateSpan.Always)), added);
        Assert.Throws<ArgumentException>("assignments", () => s_customers.With(("C-1", "Li", DateSpan.OfYear(2026))));
    }

    [Fact]
    public void A_change_of_one_subject_takes_the_others_as_they_are()
    {
        var other = s_customers.HistoryOf("C-2");
        Assert.Same(other, s_customers.Move("C-1", "Wu", s_firstDay).HistoryOf("C-2"));
        Assert.Same(other, s_customers.Override("C-1", "Wu", DateSpan.OfYear(2026)).HistoryOf("C-2"));
        Assert.Same(other, s_customers.Without("C-1", DateSpan.OfYear(2026)).HistoryOf("C-2"));
        Assert.Same(other, s_customers.With(("C-4", "Wu", DateSpan.Always)).HistoryOf("C-2"));
        Assert.Same(other, s_customers.HandOver("Wu", "Ma", s_firstDay).HistoryOf("C-2"));
        Assert.Same(other, s_customers.Release("Wu", s_firstDay).HistoryOf("C-2"));
    }

    [Fact]
    public void Moving_half_of_all_costs_in_proportion_to_all_and_not_to_that_for_each_move()
    {
        // Counted and not timed: how often a subject is hashed. A set made anew for each move would hash 4,000 subjects 2,000 times.
        var subjects = Enumerable.Range(0, 4_000).Select(i => new CountedKey(i)).ToArray();
        var assignments = Assignments.Of([.. subjects.Select(each => (each, "Li", DateSpan.Always))]);
        CountedKey.Reset();

        var moved = assignments.Move(subjects.Where(each => each.Number % 2 == 0).Select(each => (each, "Wu")), s_firstDay);

        Assert.InRange(CountedKey.Hashed, 1, 20 * 4_000);
        Assert.Equal(2_000, moved.HeldBy("Wu", s_firstDay).Count);
        Assert.Equal(2_000, moved.HeldBy("Li", s_firstDay).Count);
    }

    [Fact]
    public void A_share_is_above_zero_and_at_most_the_whole()
    {
        Assert.Throws<ArgumentOutOfRangeException>("share", () => Assignment.Of("C-1", "Li", DateSpan.Always, Percentage.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(
            "share", () => Assignment.Of("C-1", "Li", DateSpan.Always, Percentage.FromPercent(100.01m)));
        Assert.Equal(Percentage.FromPercent(0.01m), Assignment.Of("C-1", "Li", DateSpan.Always, Percentage.FromPercent(0.01m)).Share);
        Assert.Equal(Assignment.Of("C-1", "Li", DateSpan.Always), Assignment.Of("C-1", "Li", DateSpan.Always, Percentage.OneHundred));
    }

    [Fact]
    public void Days_of_another_calendar_are_refused()
    {
        var julian = s_lastDay.WithCalendar(CalendarSystem.Julian);

        Assert.Throws<ArgumentException>("on", () => s_customers.HoldersOf("C-1", julian));
        Assert.Throws<ArgumentException>("on", () => s_customers.TryHolderOf("C-1", julian, out _));
        Assert.Throws<ArgumentException>("on", () => s_customers.HeldBy("Li", julian));
        Assert.Throws<ArgumentException>("from", () => s_customers.Move("C-1", "Wu", julian));
        Assert.Throws<ArgumentException>("from", () => s_customers.HandOver("Li", "Wu", julian));
        Assert.Throws<ArgumentException>("from", () => s_customers.Release("Li", julian));
    }

    [Fact]
    public void The_first_and_the_last_day_there_are_make_no_empty_slice()
    {
        var ends = Assignments.Of(
            ("C-1", "Li", DateSpan.From(LocalDate.MinIsoValue)), ("C-2", "Li", DateSpan.Until(LocalDate.MaxIsoValue)));

        Assert.All(ends.Subjects, subject => Assert.Single(ends.Coverage(subject, DateSpan.Always)));
        Assert.True(ends.TryHolderOf("C-1", LocalDate.MinIsoValue, out _));
        Assert.True(ends.TryHolderOf("C-2", LocalDate.MaxIsoValue, out _));
    }
}
