using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using SalesDomain.Tests.Dates;

namespace SalesDomain.Tests.Organization;

public sealed class AssignmentLaws
{
    [Property(MaxTest = 300)]
    public Property A_change_is_refused_when_a_row_would_come_double_or_a_later_one_be_lost_and_at_no_other_time() =>
        Prop.ForAll(AssignmentSample.Any, sample => sample.RefusalsWereRight);

    [Property(MaxTest = 200)]
    public Property After_any_changes_each_subject_has_on_each_day_the_holders_it_was_given() =>
        OnEachDay(
            (sample, day, subject) =>
                sample.Assignments.HoldersOf(subject, day).Select(each => (each.Holder, each.Share)).OrderBy(each => each.Holder)
            .SequenceEqual(sample.HoldersOf(subject, day).OrderBy(each => each.Holder)));

    [Property]
    public Property The_one_holder_is_given_and_of_several_none() =>
        OnEachDay((sample, day, subject) =>
        {
            var holders = sample.HoldersOf(subject, day).ToArray();
            return sample.Assignments.TryHolderOf(subject, day, out var holder) == (holders.Length == 1)
                && holder == (holders.Length == 1 ? holders[0].Holder : null);
        });

    [Property]
    public Property What_a_holder_holds_is_what_is_held_by_him() =>
        Prop.ForAll(AssignmentSample.Any, sample => AssignmentSample.Days.All(day => AssignmentSample.Holders.All(holder =>
            sample.Assignments.HeldBy(holder, day).Select(each => each.Subject).OrderBy(each => each)
                .SequenceEqual(AssignmentSample.Subjects.Where(subject => sample.Model[day].ContainsKey((subject, holder)))))));

    [Property]
    public Property Coverage_is_exactly_the_span_cut_where_holders_change() =>
        Slices((sample, subject, span, slices) =>
            slices[0].Span.Start == span.Start && slices[slices.Length - 1].Span.End == span.End
            && slices.Zip(slices.Skip(1), (earlier, later) => earlier.Span.End!.Value.PlusDays(1) == later.Span.Start
                && !earlier.Assignments.SequenceEqual(later.Assignments)).All(holds => holds));

    [Property]
    public Property On_every_day_of_a_slice_the_shares_add_up_to_its_total_and_open_and_excess_share_make_it_whole() =>
        Slices((sample, subject, span, slices) => slices.All(slice =>
            AssignmentSample.Days.Where(slice.Span.Contains).All(day =>
                sample.HoldersOf(subject, day).Aggregate(Percentage.Zero, (sum, each) => sum + each.Share) == slice.TotalShare)
            && slice.TotalShare + slice.OpenShare - slice.ExcessShare == Percentage.OneHundred
            && (slice.OpenShare.IsZero || slice.ExcessShare.IsZero)));

    [Property]
    public Property Gaps_and_overlaps_are_the_slices_of_less_and_of_more_than_the_whole() =>
        Prop.ForAll(AssignmentSample.Any, TimelineSample.Span.ToArbitrary(), (sample, span) =>
        {
            var all = AssignmentSample.Subjects.SelectMany(subject => sample.Assignments.Coverage(subject, span)).ToArray();
            var known = sample.Assignments.Subjects.SelectMany(subject => sample.Assignments.Coverage(subject, span));
            return sample.Assignments.Gaps(AssignmentSample.Subjects, span).SequenceEqual(all.Where(slice => !slice.OpenShare.IsZero))
                && sample.Assignments.Overlaps(span).SequenceEqual(known.Where(slice => !slice.ExcessShare.IsZero));
        });

    [Property]
    public Property A_move_leaves_neither_a_gap_nor_an_overlap_after_it_and_nothing_changed_before() =>
        Prop.ForAll(AssignmentSample.Any, Gen.Elements(AssignmentSample.Days).ToArbitrary(), (sample, from) =>
        {
            var latest = sample.Assignments.HistoryOf("C-1").Select(each => each.Span.Start).Where(start => start > from)
                .OrderBy(start => start).LastOrDefault();
            var day = latest ?? from;
            var moved = sample.Assignments.Move("C-1", "Ma", day);
            var before = new DateSpan(null, day.PlusDays(-1));
            return moved.Coverage("C-1", DateSpan.From(day)) is [{ OpenShare.IsZero: true, ExcessShare.IsZero: true }]
                && AssignmentSample.Days.Where(before.Contains).All(each =>
                    moved.HoldersOf("C-1", each).Select(held => (held.Holder, held.Share)).SequenceEqual(
                        sample.Assignments.HoldersOf("C-1", each).Select(held => (held.Holder, held.Share))))
                && moved.Gaps(["C-1"], before).Select(gap => gap.Span).SequenceEqual(
                    sample.Assignments.Gaps(["C-1"], before).Select(gap => gap.Span));
        });

    [Property]
    public Property What_came_by_changes_answers_as_what_is_given_at_once() =>
        Prop.ForAll(AssignmentSample.Any, TimelineSample.Span.ToArbitrary(), (sample, span) =>
        {
            var changed = sample.Assignments;
            var made = Assignments.Of([.. changed.All]);
            return made.Subjects.SequenceEqual(changed.Subjects) && made.Holders.SequenceEqual(changed.Holders)
                && AssignmentSample.Subjects.All(subject =>
                    made.HistoryOf(subject).SequenceEqual(changed.HistoryOf(subject))
                    && made.Coverage(subject, span).Select(slice => slice.ToString())
                        .SequenceEqual(changed.Coverage(subject, span).Select(slice => slice.ToString())))
                && AssignmentSample.Days.All(day => AssignmentSample.Holders.All(holder =>
                    made.HeldBy(holder, day).SequenceEqual(changed.HeldBy(holder, day))));
        });

    [Property]
    public Property The_order_of_assignments_does_not_matter() =>
        Prop.ForAll(AssignmentSample.Any, Gen.Choose(0, int.MaxValue).ToArbitrary(), (sample, seed) =>
        {
            var random = new Random(seed);
            var shuffled = Assignments.Of([.. sample.Assignments.All.OrderBy(_ => random.Next())]);
            return shuffled == sample.Assignments && shuffled.GetHashCode() == sample.Assignments.GetHashCode();
        });

    private static Property OnEachDay(Func<AssignmentSample, LocalDate, string, bool> law) =>
        Prop.ForAll(
            AssignmentSample.Any,
            sample => AssignmentSample.Days.All(day => AssignmentSample.Subjects.All(subject => law(sample, day, subject))));

    private static Property Slices(Func<AssignmentSample, string, DateSpan, CoverageSlice<string, string>[], bool> law) =>
        Prop.ForAll(AssignmentSample.Any, TimelineSample.Span.ToArbitrary(), (sample, span) =>
            AssignmentSample.Subjects.All(subject => law(sample, subject, span, [.. sample.Assignments.Coverage(subject, span)])));
}
