using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Dates;

public sealed class RevisionLaws
{
    private static readonly Arbitrary<LocalDate> s_knownOn = Gen.Elements(RevisionSample.KnownOn).ToArbitrary();

    private static readonly Arbitrary<(LocalDate Earlier, LocalDate Later)> s_days =
        (from one in Gen.Elements(RevisionSample.KnownOn)
         from other in Gen.Elements(RevisionSample.KnownOn)
         select (LocalDate.Min(one, other), LocalDate.Max(one, other))).ToArbitrary();

    [Property]
    public Property What_was_known_on_a_day_never_changes_when_later_days_are_recorded_on() =>
        Prop.ForAll(RevisionSample.Any, sample => sample.States.All(state => RevisionSample.KnownOn
            .Where(day => sample.Rows.Skip(state.Entries.Count).All(row => row.Recorded > day))
            .All(day => state.AsKnownOn(day) == sample.Revisions.AsKnownOn(day))));

    [Property]
    public Property Each_day_has_the_value_of_the_last_entry_over_it_that_was_known() =>
        Prop.ForAll(RevisionSample.Any, s_knownOn, (sample, knownOn) => TimelineSample.Days.All(day =>
            (sample.Revisions.TryAt(day, knownOn, out var value) ? value : (int?)null) == sample.Expected(day, knownOn)));

    [Property]
    public Property What_was_known_is_the_fold_of_all_that_was_recorded_by_then() =>
        Prop.ForAll(RevisionSample.Any, s_knownOn, (sample, knownOn) => sample.Revisions.AsKnownOn(knownOn) == Fold(sample, knownOn));

    [Property]
    public Property What_is_current_is_what_is_known_on_the_last_day() =>
        Prop.ForAll(RevisionSample.Any, sample =>
            sample.Revisions.Current == sample.Revisions.AsKnownOn(LocalDate.MaxIsoValue)
            && Timeline.Empty<int>() == sample.Revisions.AsKnownOn(LocalDate.MinIsoValue));

    [Property]
    public Property A_history_keeps_its_entries_and_equals_one_recorded_alike() =>
        Prop.ForAll(RevisionSample.Any, sample =>
        {
            var again = sample.Revisions.Entries.Aggregate(Revisions.Empty<int>(), (history, entry) => entry.IsWithdrawal
                ? history.Withdraw(entry.Recorded, entry.Effective, entry.Because)
                : history.Record(entry.Recorded, entry.Effective, entry.Value, entry.Because));
            return again == sample.Revisions && again.GetHashCode() == sample.Revisions.GetHashCode()
                && sample.Revisions.Entries
                    .Select(entry => (entry.Recorded, entry.Effective, entry.IsWithdrawal ? 0 : entry.Value)).SequenceEqual(sample.Rows);
        });

    [Property]
    public Property Recorded_all_at_once_or_one_by_one_the_history_is_the_same() =>
        Prop.ForAll(RevisionSample.Any, sample =>
        {
            var rows = sample.Rows.Select(row => (row.Recorded, row.Effective, row.Value)).ToArray();
            var oneByOne = rows.Aggregate(
                Revisions.Empty<int>(), (history, row) => history.Record(row.Recorded, row.Effective, row.Value));
            return Revisions.Of(rows) == oneByOne && Revisions.Of(rows).Current == oneByOne.Current;
        });

    [Property]
    public Property An_entry_is_retroactive_exactly_when_it_speaks_for_a_day_before_its_record() =>
        Prop.ForAll(RevisionSample.Any, sample => sample.Revisions.Entries.All(entry =>
            entry.IsRetroactive == (entry.Effective.Start is null
                || TimelineSample.Days.Any(day => day < entry.Recorded && entry.Effective.Contains(day)))));

    [Property]
    public Property Without_a_retroactive_entry_the_value_of_a_day_is_what_was_known_on_it() =>
        Prop.ForAll(RevisionSample.Any, sample =>
        {
            var rows = sample.Rows.Where(row => row.Effective.Start >= row.Recorded && row.Value > 0).ToArray();
            var history = Revisions.Of(rows);
            return TimelineSample.Days.All(day =>
                history.TryAt(day, day, out var then) == history.Current.TryAt(day, out var now) && then == now);
        });

    [Property]
    public Property The_first_known_value_is_that_of_the_day_or_else_of_the_first_later_day_on_which_there_is_one() =>
        Prop.ForAll(RevisionSample.Any, sample => TimelineSample.Days.All(day =>
            FirstKnown(sample.Revisions, day) == Enumerable.Range(0, RevisionSample.Reach)
                .Select(days => sample.Expected(day, day.PlusDays(days))).FirstOrDefault(value => value is not null)));

    [Property]
    public Property The_first_known_value_of_a_day_never_changes_when_later_days_are_recorded_on() =>
        Prop.ForAll(RevisionSample.Any, sample => sample.States.All(state => TimelineSample.Days.All(day =>
            FirstKnown(state, day) is not { } value
            || sample.Rows.Skip(state.Entries.Count)
            .Any(row => row.Recorded <= day || row.Recorded == state.Entries[state.Entries.Count - 1].Recorded)
            || FirstKnown(sample.Revisions, day) == value)));

    [Property]
    public Property The_first_known_value_is_what_was_known_on_the_day_wherever_something_was() =>
        Prop.ForAll(RevisionSample.Any, sample => TimelineSample.Days.All(day =>
            !sample.Revisions.TryAt(day, day, out var value) || FirstKnown(sample.Revisions, day) == value));

    [Property]
    public Property An_entry_changes_past_values_exactly_when_a_day_before_its_record_had_another_the_day_before() =>
        Prop.ForAll(RevisionSample.Any, sample => sample.Revisions.Entries.All(entry =>
            entry.ChangesPastValues == TimelineSample.Days.Any(day =>
                day < entry.Recorded && entry.Effective.Contains(day)
                && sample.Expected(day, entry.Recorded.PlusDays(-1)) is { } had && (entry.IsWithdrawal || entry.Value != had))));

    [Property]
    public Property The_entry_of_a_day_is_the_last_one_known_that_speaks_for_it() =>
        Prop.ForAll(RevisionSample.Any, s_knownOn, (sample, knownOn) => TimelineSample.Days.All(day =>
        {
            var at = sample.Rows.FindLastIndex(row => row.Recorded <= knownOn && row.Effective.Contains(day));
            var entry = sample.Revisions.EntryAt(day, knownOn);
            return ReferenceEquals(entry, at < 0 ? null : sample.Revisions.Entries[at])
                && sample.Revisions.TryAt(day, knownOn, out var value) == (entry is { IsWithdrawal: false })
                && (entry is null || entry.IsWithdrawal || entry.Value == value);
        }));

    [Property]
    public Property The_entries_between_two_days_are_those_recorded_after_the_one_and_by_the_other_that_touch_the_span() =>
        Prop.ForAll(RevisionSample.Any, s_days, TimelineSample.Span.ToArbitrary(), (sample, days, span) =>
        {
            var expected = sample.Revisions.Entries.Where(entry =>
                sample.Revisions.EntriesBetween(days.Earlier, days.Later).Contains(entry)
                && TimelineSample.Days.Any(day => span.Contains(day) && entry.Effective.Contains(day)));
            return sample.Revisions.EntriesBetween(days.Earlier, days.Later, span).SequenceEqual(expected)
                && sample.Revisions.EntriesBetween(days.Earlier, days.Later).SequenceEqual(
                    sample.Revisions.Entries.Where(entry => entry.Recorded > days.Earlier && entry.Recorded <= days.Later));
        });

    [Property]
    public Property Each_day_of_a_change_has_its_new_value_from_the_last_entry_between_that_speaks_for_it() =>
        Prop.ForAll(RevisionSample.Any, s_days, (sample, days) =>
            sample.Revisions.Changes(days.Earlier, days.Later).All(change =>
            {
                var entries = sample.Revisions.EntriesBetween(days.Earlier, days.Later, change.Span);
                return TimelineSample.Days.Where(change.Span.Contains).All(day =>
                    entries.LastOrDefault(entry => entry.Effective.Contains(day)) is { } last
                    && (last.IsWithdrawal ? null : last.Value) == Value(change.After));
            }));

    [Property]
    public Property The_changes_are_the_days_whose_value_differs_and_no_others() =>
        Prop.ForAll(RevisionSample.Any, s_knownOn, s_knownOn, (sample, one, other) =>
        {
            var (earlier, later) = (LocalDate.Min(one, other), LocalDate.Max(one, other));
            var changes = sample.Revisions.Changes(earlier, later);
            return TimelineSample.Days.All(day =>
            {
                var over = changes.Where(change => change.Span.Contains(day)).ToArray();
                var (before, after) = (sample.Expected(day, earlier), sample.Expected(day, later));
                return before == after
                    ? over.Length == 0
                    : over.Length == 1 && Value(over[0].Before) == before && Value(over[0].After) == after;
            });
        });

    [Property]
    public Property Changes_are_in_order_and_as_long_as_they_can_be() =>
        Prop.ForAll(TimelineSample.Any, TimelineSample.Any, (one, other) =>
        {
            var changes = one.Timeline.ChangesTo(other.Timeline);
            return changes.All(change => change.Before.Span == change.Span && change.After.Span == change.Span)
                && changes.Zip(changes.Skip(1), (first, second) => first.Span.End < second.Span.Start
                    && (first.Span.End!.Value.PlusDays(1) < second.Span.Start
                        || Value(first.Before) != Value(second.Before) || Value(first.After) != Value(second.After))).All(holds => holds);
        });

    [Property]
    public Property Changes_applied_to_the_first_timeline_give_the_values_of_the_second() =>
        Prop.ForAll(TimelineSample.Any, TimelineSample.Any, (one, other) =>
        {
            var applied = one.Timeline.ChangesTo(other.Timeline).Aggregate(
                one.Timeline, (timeline, change) => change.After.HasValue
                    ? timeline.Override(change.Span, change.After.Value)
                    : timeline.Without(change.Span));
            return applied.ChangesTo(other.Timeline).Count == 0
                && TimelineSample.Days.All(day =>
                    applied.TryAt(day, out var left) == other.Timeline.TryAt(day, out var right) && left == right);
        });

    [Property]
    public Property An_entry_before_the_last_day_of_record_is_refused_and_no_other(int days) =>
        Prop.ForAll(RevisionSample.Any, sample =>
        {
            var day = TimelineSample.DayZero.PlusDays(days % 40);
            var isRefused = sample.Rows.Count > 0 && day < sample.Rows[sample.Rows.Count - 1].Recorded;
            return IsRefused(() => sample.Revisions.Record(day, DateSpan.Always, 1)) == isRefused
                && IsRefused(() => sample.Revisions.Withdraw(day, DateSpan.Always)) == isRefused;
        });

    private static int? FirstKnown(Revisions<int> revisions, LocalDate day) =>
        revisions.TryFirstKnown(day, out var value) ? value : null;

    private static Timeline<int> Fold(RevisionSample sample, LocalDate knownOn) =>
        sample.Rows.Where(row => row.Recorded <= knownOn).Aggregate(
            Timeline.Empty<int>(), (timeline, row) => row.Value == 0
                ? timeline.Without(row.Effective)
                : timeline.Override(row.Effective, row.Value));

    private static int? Value(TimelineSlice<int> slice) => slice.HasValue ? slice.Value : null;

    private static bool IsRefused(Action action) => Record.Exception(action) is ArgumentOutOfRangeException { ParamName: "recorded" };
}
