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
