using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

public sealed partial class WorkCalendar
{
    private const int DaysOfAverageYear = 365;
    private const int WeeksOfAverageYear = 52;
    private const decimal MonthsOfYear = 12m;

    // Before all days, and so outside of every validity.
    private const long NoDay = DayNumber.First - 1L;

    /// <summary>
    /// The days of an average year for which a monthly salary pays: 365 − 52 × free days of a week, so 261 with a free Saturday and
    /// Sunday.
    /// </summary>
    /// <remarks>
    /// Statutory holidays are paid and not taken off. A day's pay is salary × 12 ÷ this: multiplied first and divided last. Source for
    /// mainland China: 人社部发〔2025〕2号, section 2, 月计薪天数.
    /// </remarks>
    public int AveragePaidDaysAYear => DaysOfAverageYear - (WeeksOfAverageYear * _weekend.Length);

    /// <summary>
    /// The days for which a monthly salary pays: <see cref="AveragePaidDaysAYear"/> ÷ 12, so 21.75 with a free Saturday and Sunday
    /// (月计薪天数).
    /// </summary>
    /// <remarks>Not rounded; exact as far as a decimal holds the quotient: 313 ÷ 12 with free Sundays alone has no end.</remarks>
    public decimal AveragePaidDaysAMonth => AveragePaidDaysAYear / MonthsOfYear;

    /// <summary>
    /// The days worked in an average year: 365 − 52 × free days of a week − statutory holidays, so 248 with a free Saturday and Sunday
    /// and 13 holidays.
    /// </summary>
    /// <param name="statutoryHolidays">
    /// Paid holidays a year by law, from 0 to <see cref="AveragePaidDaysAYear"/>: in mainland China 13 from 2025, 11 before.
    /// </param>
    /// <returns>The days.</returns>
    /// <remarks>Source for mainland China: 人社部发〔2025〕2号, section 1, 年工作日; 劳社部发〔2008〕3号 before.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="statutoryHolidays"/> is negative or more than the paid days.
    /// </exception>
    public int AverageWorkingDaysAYear(int statutoryHolidays) =>
        AveragePaidDaysAYear - Guard.Against.OutsideRange(0, AveragePaidDaysAYear, statutoryHolidays);

    /// <summary>
    /// The days worked in an average month: <see cref="AverageWorkingDaysAYear"/> ÷ 12, so 248 ÷ 12, which is 20.67 rounded (月工作日).
    /// </summary>
    /// <param name="statutoryHolidays">
    /// Paid holidays a year by law, from 0 to <see cref="AveragePaidDaysAYear"/>: in mainland China 13 from 2025, 11 before.
    /// </param>
    /// <returns>
    /// The days, not rounded: 248 ÷ 12 to the 28 digits of a decimal. To compute with, multiply by 12 first and divide by the year's days
    /// last.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="statutoryHolidays"/> is negative or more than the paid days.
    /// </exception>
    public decimal AverageWorkingDaysAMonth(int statutoryHolidays) =>
        AverageWorkingDaysAYear(statutoryHolidays) / MonthsOfYear;

    /// <summary>Whether the day is worked.</summary>
    /// <param name="date">The day.</param>
    /// <returns>True for a make-up day, and for a day that is neither of the weekend nor a holiday.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="date"/> is outside the validity.</exception>
    public bool IsWorkingDay(LocalDate date) => _days.At(Day(date, nameof(date))) > 0;

    /// <summary>How many days of a span are worked, both end days counted.</summary>
    /// <param name="span">The span, without open ends.</param>
    /// <returns>The number of working days.</returns>
    /// <exception cref="ArgumentException"><paramref name="span"/> has an open end.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> is not within the validity.</exception>
    public int WorkingDays(DateSpan span) =>
        span is { Start: { } start, End: { } end }
            ? (int)(_days.Through(Day(end, nameof(span))) - _days.Through(Day(start, nameof(span)) - 1))
            : throw Guards.Invalid(nameof(span), span.ToString(), "must have both ends");

    /// <summary>How many working days of a span have gone by at the end of a day, both ends counted.</summary>
    /// <param name="span">The span, without open ends.</param>
    /// <param name="asOf">The last day that counts; outside the span it need not be in the validity.</param>
    /// <returns>0 before the start, and all of <see cref="WorkingDays"/> from the end on.</returns>
    /// <remarks>
    /// The count for a pace or a target to date. <see cref="WorkingDaysBetween"/> from the first day of a month is another one: it leaves
    /// that day out. <see cref="DateSpan.ElapsedDays"/> counts all days, worked or not.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// <paramref name="span"/> has an open end, or <paramref name="asOf"/> is not of the ISO calendar.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> is not within the validity.</exception>
    public int ElapsedWorkingDays(DateSpan span, LocalDate asOf) => WorkingDays(span) - RemainingWorkingDays(span, asOf);

    /// <summary>How many working days of a span are left after a day: a gap ÷ this is what is needed a day.</summary>
    /// <param name="span">The span, without open ends.</param>
    /// <param name="asOf">The last day that has gone by; outside the span it need not be in the validity.</param>
    /// <returns>
    /// All of <see cref="WorkingDays"/> before the start, and 0 from the end on. With <see cref="ElapsedWorkingDays"/> it is all of them.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="span"/> has an open end, or <paramref name="asOf"/> is not of the ISO calendar.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> is not within the validity.</exception>
    public int RemainingWorkingDays(DateSpan span, LocalDate asOf)
    {
        Guard.Against.OtherCalendar(asOf);
        var days = WorkingDays(span);
        return asOf < span.Start ? days : asOf >= span.End ? 0 : WorkingDaysBetween(asOf, span.End!.Value);
    }

    /// <summary>How many working days it takes from one day to another: the first is not counted, the last is.</summary>
    /// <param name="from">The day that is not counted, such as that of the invoice.</param>
    /// <param name="to">The day that is, such as that of payment; it may be before.</param>
    /// <returns>
    /// The number of working days; negative when <paramref name="to"/> is before <paramref name="from"/>, and the opposite when the two
    /// change places.
    /// </returns>
    /// <remarks>
    /// Adds up: from a to b and from b to c is from a to c. It is what <see cref="AddWorkingDays"/> added, if that was not negative or
    /// from a working day.
    /// </remarks>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day is outside the validity.</exception>
    public int WorkingDaysBetween(LocalDate from, LocalDate to)
    {
        var first = Day(from, nameof(from));
        return (int)(_days.Through(Day(to, nameof(to))) - _days.Through(first));
    }

    /// <summary>The day so many working days after another, or before it.</summary>
    /// <param name="date">The day to count from; it is not counted, working day or not.</param>
    /// <param name="days">How many working days; negative to count backwards.</param>
    /// <returns>
    /// The n-th working day after the date, or for a negative number before it. For zero the date itself, also when it is no working day:
    /// use <see cref="OnOrAfter"/> or <see cref="Roll"/> for one that is.
    /// </returns>
    /// <remarks>
    /// One working day after a Saturday is Monday, and one before it is Friday. From a working day, adding n and then −n leads back; from
    /// another it leads to the working day before, or for a negative n after.
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="date"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The date or the result is outside the validity; <see cref="TryAddWorkingDays"/> asks without an exception.
    /// </exception>
    public LocalDate AddWorkingDays(LocalDate date, int days)
    {
        var result = Added(Day(date, nameof(date)), days);
        return IsValid(result) ? DayNumber.ToDate((int)result)
            : throw Guards.OutOfRange(
                nameof(days),
                InvariantText.Number(days),
                "must lead from " + InvariantText.Date(date) + " to a day in the validity " + Validity);
    }

    /// <summary>The day so many working days after another, or before it, if the calendar knows it.</summary>
    /// <param name="date">The day to count from, as for <see cref="AddWorkingDays"/>.</param>
    /// <param name="days">How many working days; negative to count backwards.</param>
    /// <param name="result">The day, or the default value.</param>
    /// <returns>False when the date or the result is outside the validity: the holidays of then are not announced yet.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> is not of the ISO calendar.</exception>
    public bool TryAddWorkingDays(LocalDate date, int days, out LocalDate result)
    {
        var day = DayNumber.Of(Guard.Against.OtherCalendar(date));
        return IsKnown(IsValid(day) ? Added(day, days) : NoDay, out result);
    }

    /// <summary>The first working day from a date on, the date itself if it is one.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The working day.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is outside the validity, or no working day follows within it.</exception>
    public LocalDate OnOrAfter(LocalDate date) => Valid(FirstWorkedFrom(Day(date, nameof(date))), date);

    /// <summary>The last working day up to a date, the date itself if it is one.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The working day.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is outside the validity, or no working day precedes within it.</exception>
    public LocalDate OnOrBefore(LocalDate date) => Valid(LastWorkedUpTo(Day(date, nameof(date))), date);

    /// <summary>The date, moved to a working day as the contract has it.</summary>
    /// <param name="date">The date.</param>
    /// <param name="convention">Where a date goes that is no working day.</param>
    /// <returns>The date itself if it is a working day, or if it is to stay; otherwise the working day of the convention.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="convention"/> is not a value of its type; the date is outside the validity, or the working day cannot be told
    /// within it; <see cref="TryRoll"/> asks without an exception.
    /// </exception>
    public LocalDate Roll(LocalDate date, BusinessDayConvention convention)
    {
        var day = Day(date, nameof(date));
        return Valid(Rolled(day, date, Guard.Against.Undefined(convention)), date);
    }

    /// <summary>The date, moved to a working day as the contract has it, if the calendar knows that day.</summary>
    /// <param name="date">The date.</param>
    /// <param name="convention">Where a date goes that is no working day.</param>
    /// <param name="result">The day, as <see cref="Roll"/> gives it, or the default value.</param>
    /// <returns>False when the date is outside the validity, or the working day cannot be told within it.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="convention"/> is not a value of its type.</exception>
    public bool TryRoll(LocalDate date, BusinessDayConvention convention, out LocalDate result)
    {
        var day = DayNumber.Of(Guard.Against.OtherCalendar(date));
        Guard.Against.Undefined(convention);
        return IsKnown(IsValid(day) ? Rolled(day, date, convention) : NoDay, out result);
    }

    private long Rolled(int day, LocalDate date, BusinessDayConvention convention) =>
        convention switch
        {
            BusinessDayConvention.Unadjusted => day,
            BusinessDayConvention.Following => FirstWorkedFrom(day),
            BusinessDayConvention.Preceding => LastWorkedUpTo(day),
            BusinessDayConvention.ModifiedFollowing => FirstWorkedFromInMonth(day, date),
            _ => LastWorkedUpToInMonth(day, date),
        };

    private long FirstWorkedFromInMonth(int day, LocalDate date)
    {
        var after = FirstWorkedFrom(day);
        var endOfMonth = day - date.Day + CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month);

        // A month that is not known to its end may have a make-up day there.
        return after > endOfMonth && endOfMonth <= _lastDay ? LastWorkedUpTo(day) : after;
    }

    private long LastWorkedUpToInMonth(int day, LocalDate date)
    {
        var before = LastWorkedUpTo(day);
        var startOfMonth = day - date.Day + 1;
        return before < startOfMonth && startOfMonth >= _firstDay ? FirstWorkedFrom(day) : before;
    }

    // The first day to reach a sum is a working day, so backwards it is the sum through the day before that is counted down.
    private long Added(int day, int days) =>
        days == 0 ? day : _days.FirstReaching(days > 0 ? _days.Through(day) + days : _days.Through(day - 1) + days + 1);

    private long FirstWorkedFrom(int day) => _days.FirstReaching(_days.Through(day - 1) + 1);

    private long LastWorkedUpTo(int day) => _days.FirstReaching(_days.Through(day));

    private bool IsKnown(long day, out LocalDate result)
    {
        var isKnown = IsValid(day);
        result = isKnown ? DayNumber.ToDate((int)day) : default;
        return isKnown;
    }

    private bool IsValid(long day) => day >= _firstDay && day <= _lastDay;

    private int Day(LocalDate date, string parameterName)
    {
        var day = DayNumber.Of(Guard.Against.OtherCalendar(date, parameterName));
        return IsValid(day) ? day : throw OutsideValidity(parameterName, InvariantText.Date(date));
    }

    private LocalDate Valid(long day, LocalDate date) =>
        IsValid(day) ? DayNumber.ToDate((int)day)
            : throw Guards.OutOfRange(
                nameof(date), InvariantText.Date(date), "must have a working day next to it in the validity " + Validity);

    private ArgumentOutOfRangeException OutsideValidity(string parameterName, string value) =>
        Guards.OutOfRange(parameterName, value, "must be in the validity " + Validity);
}
