using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace SalesDomain.Tests.Working;

public sealed class WorkingDayLaws
{
    private static readonly Arbitrary<LocalDate> s_day = CalendarSample.Day.ToArbitrary();

    private static readonly BusinessDayConvention[] s_conventions =
    [
        BusinessDayConvention.Unadjusted, BusinessDayConvention.Following, BusinessDayConvention.ModifiedFollowing,
        BusinessDayConvention.Preceding, BusinessDayConvention.ModifiedPreceding,
    ];

    private static readonly Arbitrary<int> s_count = Gen.Choose(-300, 300).ToArbitrary();

    [Property]
    public Property A_day_is_worked_when_it_is_a_make_up_day_or_neither_weekend_nor_holiday() =>
        Prop.ForAll(CalendarSample.Any, s_day, (sample, day) => sample.Calendar.IsWorkingDay(day) == sample.IsWorked(day));

    [Property]
    public Property The_working_days_of_a_span_are_those_counted_day_by_day() =>
        Prop.ForAll(CalendarSample.Any, s_day, s_day, (sample, one, other) =>
        {
            var span = new DateSpan(LocalDate.Min(one, other), LocalDate.Max(one, other));
            return sample.Calendar.WorkingDays(span) == CalendarSample.Days(span.Start!.Value, span.End!.Value).Count(sample.IsWorked);
        });

    [Property]
    public Property Between_two_days_the_later_one_is_counted_and_the_earlier_not() =>
        Prop.ForAll(CalendarSample.Any, s_day, s_day, (sample, from, to) =>
        {
            var counted = from <= to ? CalendarSample.Days(from.PlusDays(1), to).Count(sample.IsWorked)
                : -CalendarSample.Days(to.PlusDays(1), from).Count(sample.IsWorked);
            return sample.Calendar.WorkingDaysBetween(from, to) == counted && sample.Calendar.WorkingDaysBetween(to, from) == -counted;
        });

    [Property]
    public Property Working_days_between_add_up() =>
        Prop.ForAll(CalendarSample.Any, Two(s_day), s_day, (sample, ends, middle) =>
            sample.Calendar.WorkingDaysBetween(ends.Item1, middle) + sample.Calendar.WorkingDaysBetween(middle, ends.Item2)
                == sample.Calendar.WorkingDaysBetween(ends.Item1, ends.Item2));

    [Property]
    public Property Working_days_are_added_day_by_day() =>
        Prop.ForAll(CalendarSample.Any, s_day, s_count, (sample, day, count) =>
        {
            var expected = day;
            for (var left = Math.Abs(count); left > 0;)
            {
                expected = expected.PlusDays(Math.Sign(count));
                left -= sample.IsWorked(expected) ? 1 : 0;
            }

            return sample.Calendar.AddWorkingDays(day, count) == expected;
        });

    [Property]
    public Property What_was_added_lies_between() =>
        Prop.ForAll(CalendarSample.Any, s_day, s_count, (sample, day, count) =>
            (count < 0 && !sample.IsWorked(day))
            || sample.Calendar.WorkingDaysBetween(day, sample.Calendar.AddWorkingDays(day, count)) == count);

    [Property]
    public Property Added_and_taken_off_again_it_is_the_same_working_day() =>
        Prop.ForAll(CalendarSample.Any, s_day, s_count, (sample, day, count) =>
        {
            var calendar = sample.Calendar;
            var back = calendar.AddWorkingDays(calendar.AddWorkingDays(day, count), -count);
            return back == (count == 0 ? day : count > 0 ? calendar.OnOrBefore(day) : calendar.OnOrAfter(day))
                && (!sample.IsWorked(day) || back == day);
        });

    [Property]
    public Property Adding_two_numbers_of_the_same_sign_is_adding_their_sum() =>
        Prop.ForAll(CalendarSample.Any, s_day, Two(Gen.Choose(0, 100).ToArbitrary()), (sample, day, counts) =>
            new[] { 1, -1 }.All(
                sign => sample.Calendar.AddWorkingDays(sample.Calendar.AddWorkingDays(day, sign * counts.Item1), sign * counts.Item2)
                == sample.Calendar.AddWorkingDays(day, sign * (counts.Item1 + counts.Item2))));

    [Property]
    public Property A_day_without_work_rolls_to_the_nearest_worked_one_on_either_side() =>
        Prop.ForAll(CalendarSample.Any, s_day, (sample, day) =>
            sample.Calendar.OnOrAfter(day) == Nearest(sample, day, 1) && sample.Calendar.OnOrBefore(day) == Nearest(sample, day, -1));

    [Property]
    public Property Each_convention_rolls_as_it_is_defined() =>
        Prop.ForAll(CalendarSample.Any, s_day, (sample, day) =>
        {
            var (after, before) = (Nearest(sample, day, 1), Nearest(sample, day, -1));
            LocalDate Rolled(BusinessDayConvention convention) => sample.Calendar.Roll(day, convention);
            return Rolled(BusinessDayConvention.Unadjusted) == day
                && Rolled(BusinessDayConvention.Following) == after
                && Rolled(BusinessDayConvention.Preceding) == before
                && Rolled(BusinessDayConvention.ModifiedFollowing) == (InOneMonth(after, day) ? after : before)
                && Rolled(BusinessDayConvention.ModifiedPreceding) == (InOneMonth(before, day) ? before : after);
        });

    [Property]
    public Property Within_its_validity_a_calendar_answers_as_before_and_outside_it_refuses() =>
        Prop.ForAll(CalendarSample.Any, Two(s_day), Two(s_day), (sample, ends, days) =>
        {
            var span = new DateSpan(LocalDate.Min(ends.Item1, ends.Item2), LocalDate.Max(ends.Item1, ends.Item2));
            var (known, calendar) = (sample.Calendar.WithValidity(span), sample.Calendar);
            var (from, to) = days;
            var areKnown = span.Contains(from) && span.Contains(to);
            return Answer(() => known.WorkingDaysBetween(from, to)) == (areKnown ? calendar.WorkingDaysBetween(from, to) : null)
                && Answer(() => known.AddWorkingDays(from, 9)) == Known(span, from, calendar.AddWorkingDays(from, 9))
                && Answer(() => known.AddWorkingDays(from, -9)) == Known(span, from, calendar.AddWorkingDays(from, -9))
                && Answer(() => known.OnOrAfter(from)) == Known(span, from, calendar.OnOrAfter(from))
                && Answer(() => known.OnOrBefore(from)) == Known(span, from, calendar.OnOrBefore(from));
        });

    [Property]
    public Property A_try_gives_what_is_known_and_false_where_the_question_is_refused() =>
        Prop.ForAll(CalendarSample.Any, Two(s_day), Pair(s_day, s_count), (sample, ends, question) =>
        {
            var known = sample.Calendar.WithValidity(
                new DateSpan(LocalDate.Min(ends.Item1, ends.Item2), LocalDate.Max(ends.Item1, ends.Item2)));
            var (day, count) = question;
            return Tried(known.TryAddWorkingDays(day, count, out var added), added) == Answer(() => known.AddWorkingDays(day, count))
                && s_conventions.All(convention =>
                    Tried(known.TryRoll(day, convention, out var rolled), rolled) == Answer(() => known.Roll(day, convention)));
        });

    [Property]
    public Property Days_gone_and_days_left_are_those_of_the_span_up_to_a_day_and_after_it() =>
        Prop.ForAll(CalendarSample.Any, Two(s_day), s_day, (sample, ends, asOf) =>
        {
            var (first, last) = (LocalDate.Min(ends.Item1, ends.Item2), LocalDate.Max(ends.Item1, ends.Item2));
            var span = new DateSpan(first, last);
            var gone = CalendarSample.Days(first, last).Count(day => day <= asOf && sample.IsWorked(day));
            var left = CalendarSample.Days(first, last).Count(day => day > asOf && sample.IsWorked(day));

            // What a calendar knows of the span is enough, wherever the day is.
            var known = sample.Calendar.WithValidity(span);
            return known.ElapsedWorkingDays(span, asOf) == gone && known.RemainingWorkingDays(span, asOf) == left
                && gone + left == known.WorkingDays(span);
        });

    [Property]
    public Property What_is_taken_back_is_as_if_it_had_never_been_given() =>
        Prop.ForAll(CalendarSample.Any, Two(s_day), (sample, ends) =>
        {
            var span = new DateSpan(LocalDate.Min(ends.Item1, ends.Item2), LocalDate.Max(ends.Item1, ends.Item2));
            var (calendar, bare) = (sample.Calendar.WithoutHoursOn(DateSpan.Always),
                sample.Calendar.WithoutHoursOn(DateSpan.Always).WithoutHolidays(DateSpan.Always));
            var holidays = calendar.Holidays.SelectMany(holiday => CalendarSample.Days(holiday.Start!.Value, holiday.End!.Value));
            var makeUpDays = calendar.MakeUpDays.Where(span.Contains).ToArray();
            return calendar.WithoutHolidays(span) == bare.WithHolidays(holidays.Where(day => !span.Contains(day)).ToArray())
                && calendar.WithoutMakeUpDays(makeUpDays)
                == calendar.WithoutMakeUpDays([.. calendar.MakeUpDays]).WithMakeUpDays([.. calendar.MakeUpDays.Except(makeUpDays)])
                && calendar.WithoutMakeUpDays(makeUpDays).WithMakeUpDays(makeUpDays) == calendar;
        });

    [Property]
    public Property In_whatever_order_and_pieces_holidays_come_the_calendar_is_the_same() =>
        Prop.ForAll(CalendarSample.Any, Gen.Choose(0, int.MaxValue).ToArbitrary(), (sample, seed) =>
        {
            var random = new Random(seed);
            var calendar = sample.Calendar;
            var dates = calendar.Holidays.SelectMany(span => CalendarSample.Days(span.Start!.Value, span.End!.Value))
                .OrderBy(_ => random.Next()).ToArray();
            var makeUpDays = calendar.MakeUpDays.OrderBy(_ => random.Next()).ToArray();
            var bare = WorkCalendar.Weekends([.. calendar.Weekend]);
            var one = bare.WithHolidays(dates).WithMakeUpDays(makeUpDays);
            var other = bare.WithMakeUpDays(makeUpDays).WithHolidays([.. calendar.Holidays]).WithHolidays(dates);
            return one == other && one.GetHashCode() == other.GetHashCode() && one.ToString() == other.ToString()
                && one.Holidays.SequenceEqual(calendar.Holidays);
        });

    private static LocalDate? Tried(bool isKnown, LocalDate result) =>
        isKnown ? result : result == default ? null : throw new InvalidOperationException();

    private static LocalDate Nearest(CalendarSample sample, LocalDate day, int step)
    {
        while (!sample.IsWorked(day))
            day = day.PlusDays(step);

        return day;
    }

    private static bool InOneMonth(LocalDate one, LocalDate other) => one.Month == other.Month && one.Year == other.Year;

    private static LocalDate? Known(DateSpan validity, LocalDate from, LocalDate result) =>
        validity.Contains(from) && validity.Contains(result) ? result : null;

    private static T? Answer<T>(Func<T> question)
        where T : struct
    {
        try
        {
            return question();
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static Arbitrary<(T1, T2)> Pair<T1, T2>(Arbitrary<T1> one, Arbitrary<T2> other) =>
        (from first in one.Generator from second in other.Generator select (first, second)).ToArbitrary();

    private static Arbitrary<(T, T)> Two<T>(Arbitrary<T> one) => one.Generator.Two().Select(pair => (pair.Item1, pair.Item2)).ToArbitrary();
}
