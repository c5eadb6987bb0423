using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace SalesDomain.Tests.Dates;

public sealed class SpanLaws
{
    // Spans crowd into a few weeks around a leap day, so that most pairs touch, and a walk over all days is short.
    private static readonly LocalDate s_dayZero = new(2024, 2, 10);

    private static readonly LocalDate[] s_days = [.. Enumerable.Range(0, 40).Select(s_dayZero.PlusDays)];

    private static readonly Arbitrary<DateSpan> s_nearby =
        (from one in Gen.Choose(3, 36)
         from length in Gen.Choose(0, 33)
         let other = System.Math.Min(36, one + length)
         from kind in Gen.Choose(0, 5)
         select kind switch
         {
             0 => DateSpan.From(s_days[one]),
             1 => DateSpan.Until(s_days[one]),
             2 => DateSpan.Always,
             _ => new DateSpan(s_days[one], s_days[other]),
         }).ToArbitrary();

    [Property]
    public Property Two_spans_overlap_when_a_day_is_in_both() =>
        Prop.ForAll(
            s_nearby, s_nearby, (left, right) => left.Overlaps(right) == s_days.Any(day => left.Contains(day) && right.Contains(day)));

    [Property]
    public Property The_intersection_has_exactly_the_days_that_are_in_both() =>
        Prop.ForAll(s_nearby, s_nearby, (left, right) =>
        {
            var common = left.Intersection(right);
            return s_days.All(day => (common?.Contains(day) ?? false) == (left.Contains(day) && right.Contains(day)));
        });

    [Property]
    public Property Overlap_and_intersection_do_not_depend_on_the_order(DateSpan left, DateSpan right) =>
        (left.Overlaps(right) == right.Overlaps(left) && left.Intersection(right) == right.Intersection(left)).ToProperty();

    [Property]
    public Property The_intersection_is_contained_in_both(DateSpan left, DateSpan right) =>
        (left.Intersection(right) is not { } common || (left.Contains(common) && right.Contains(common))).ToProperty();

    [Property]
    public Property Spans_without_common_day_have_no_intersection(DateSpan left, DateSpan right) =>
        (left.Overlaps(right) == left.Intersection(right).HasValue).ToProperty();

    [Property]
    public Property A_span_meets_itself_in_itself_and_lies_in_always(DateSpan span) =>
        (span.Intersection(span) == span && span.Contains(span) && DateSpan.Always.Contains(span)
            && span.Intersection(DateSpan.Always) == span).ToProperty();

    [Property]
    public Property A_span_contains_another_when_their_intersection_is_the_other(DateSpan left, DateSpan right) =>
        (left.Contains(right) == (left.Intersection(right) == right)).ToProperty();

    [Property]
    public Property Membership_of_a_day_is_that_of_the_span_of_that_day(DateSpan span, LocalDate day) =>
        (span.Contains(day) == span.Contains(DateSpan.On(day)) && span.Contains(day) == span.Overlaps(DateSpan.On(day))).ToProperty();

    [Property]
    public Property Days_are_the_days_contained() =>
        Prop.ForAll(s_nearby, span => span.Days is not { } days || days == s_days.Count(span.Contains));

    [Property]
    public Property The_text_reads_back(DateSpan span) => (DateSpan.Parse(span.ToString()) == span).ToProperty();

    [Property]
    public Property Months_and_quarters_make_up_the_year() =>
        Prop.ForAll(Gen.Choose(-9998, 9999).ToArbitrary(), year =>
        {
            var months = Enumerable.Range(1, 12).Select(month => DateSpan.OfMonth(year, month)).ToArray();
            var quarters = Enumerable.Range(1, 4).Select(quarter => DateSpan.OfQuarter(year, quarter)).ToArray();
            return Follow(months) && Follow(quarters) && months.Sum(month => month.Days) == DateSpan.OfYear(year).Days
                && new DateSpan(months[0].Start, months[11].End) == DateSpan.OfYear(year)
                && new DateSpan(quarters[0].Start, quarters[3].End) == DateSpan.OfYear(year);
        });

    private static bool Follow(DateSpan[] spans) =>
        spans.Zip(spans.Skip(1), (earlier, later) => earlier.End!.Value.PlusDays(1) == later.Start).All(holds => holds);
}
