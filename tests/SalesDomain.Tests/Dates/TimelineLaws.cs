using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace SalesDomain.Tests.Dates;

public sealed class TimelineLaws
{
    [Property(MaxTest = 200)]
    public Property After_any_changes_each_day_has_the_value_it_was_given_last() =>
        Prop.ForAll(TimelineSample.Any, sample => TimelineSample.Days.All(day =>
            sample.Timeline.TryAt(day, out var value) == sample.Model.TryGetValue(day, out var expected) && value == expected));

    [Property(MaxTest = 200)]
    public Property A_value_on_a_day_that_has_one_is_refused_and_no_other() =>
        Prop.ForAll(TimelineSample.Any, sample => sample.OverlapsWereRefused);

    [Property]
    public Property Slices_follow_each_other_and_cover_exactly_the_span() =>
        Prop.ForAll(TimelineSample.Any, TimelineSample.Span.ToArbitrary(), (sample, span) =>
        {
            var slices = sample.Timeline.Slices(span);
            return slices[0].Span.Start == span.Start && slices[slices.Count - 1].Span.End == span.End
                && slices.Zip(
                    slices.Skip(1), (earlier, later) => earlier.Span.End!.Value.PlusDays(1) == later.Span.Start).All(holds => holds);
        });

    [Property]
    public Property Every_day_of_a_slice_has_its_value_and_every_day_of_a_gap_has_none() =>
        Prop.ForAll(TimelineSample.Any, TimelineSample.Span.ToArbitrary(), (sample, span) =>
            sample.Timeline.Slices(span).All(slice => TimelineSample.Days.Where(slice.Span.Contains).All(day =>
                sample.Timeline.TryAt(day, out var value) == slice.HasValue && (!slice.HasValue || value == slice.Value))));

    [Property]
    public Property Two_neighbouring_slices_are_never_both_gaps() =>
        Prop.ForAll(TimelineSample.Any, TimelineSample.Span.ToArbitrary(), (sample, span) =>
        {
            var slices = sample.Timeline.Slices(span);
            return slices.Zip(slices.Skip(1), (earlier, later) => earlier.HasValue || later.HasValue).All(holds => holds);
        });

    [Property]
    public Property The_slices_of_always_with_a_value_are_the_entries() =>
        Prop.ForAll(TimelineSample.Any, sample =>
            sample.Timeline.Slices(DateSpan.Always).Where(slice => slice.HasValue).SequenceEqual(sample.Timeline.Entries));

    [Property]
    public Property Built_from_its_entries_in_any_order_it_is_the_same_timeline() =>
        Prop.ForAll(TimelineSample.Any, Gen.Choose(0, int.MaxValue).ToArbitrary(), (sample, seed) =>
        {
            var random = new Random(seed);
            var entries = sample.Timeline.Entries.Select(entry => (entry.Span, entry.Value)).OrderBy(_ => random.Next()).ToArray();
            var rebuilt = Timeline.Of(entries);
            return rebuilt == sample.Timeline && rebuilt.GetHashCode() == sample.Timeline.GetHashCode();
        });

    [Property]
    public Property Two_spans_with_a_common_day_are_refused_in_any_order() =>
        Prop.ForAll(TimelineSample.Span.ArrayOf(4).ToArbitrary(), spans =>
        {
            var overlap = Enumerable.Range(0, spans.Length).Any(i => Enumerable.Range(0, i).Any(j => spans[i].Overlaps(spans[j])));
            return new[] { spans, [.. spans.Reverse()], [.. spans.Skip(2), .. spans.Take(2)] }.All(order => IsRefused(order) == overlap);
        });

    [Property]
    public Property An_override_changes_the_days_of_its_span_and_no_other() =>
        Prop.ForAll(TimelineSample.Any, TimelineSample.Span.ToArbitrary(), (sample, span) =>
        {
            var overridden = sample.Timeline.Override(span, 99);
            return TimelineSample.Days.All(day => span.Contains(day) ? overridden.At(day) == 99 : Same(overridden, sample.Timeline, day));
        });

    [Property]
    public Property Without_a_span_its_days_are_a_gap_and_the_others_are_as_before() =>
        Prop.ForAll(TimelineSample.Any, TimelineSample.Span.ToArbitrary(), (sample, span) =>
        {
            var without = sample.Timeline.Without(span);
            return TimelineSample.Days.All(day => span.Contains(day) ? !without.TryAt(day, out _) : Same(without, sample.Timeline, day));
        });

    [Property]
    public Property Mapping_keeps_the_spans_and_maps_the_values() =>
        Prop.ForAll(TimelineSample.Any, sample =>
        {
            var mapped = sample.Timeline.Map(value => "v" + value);
            return mapped.Entries.Select(entry => entry.Span).SequenceEqual(sample.Timeline.Entries.Select(entry => entry.Span))
                && TimelineSample.Days.All(
                    day =>
                        (mapped.TryAt(day, out var text) ? text : null)
                        == (sample.Timeline.TryAt(day, out var value) ? "v" + value : null));
        });

    private static bool Same(Timeline<int> one, Timeline<int> other, LocalDate day) =>
        one.TryAt(day, out var left) == other.TryAt(day, out var right) && left == right;

    private static bool IsRefused(DateSpan[] spans)
    {
        try
        {
            _ = Timeline.Of(Array.ConvertAll(spans, span => (span, 1)));
            return false;
        }
        catch (ArgumentException e) when (e.ParamName == "entries")
        {
            return true;
        }
    }
}
