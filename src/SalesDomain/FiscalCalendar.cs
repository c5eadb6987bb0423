using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>The fiscal years of a firm and their parts: halves, quarters, months, ten-day periods (旬) and weeks.</summary>
/// <remarks>
/// <para>
/// There are two families. Months by date follow the calendar's: <see cref="CalendarYear"/>, <see cref="StartingIn"/>, and
/// <see cref="WithClosingDay"/> for
/// months that close on the 25th, say. Their weeks run across months and years; a week belongs to the fiscal year that has four of its
/// days, which for the
/// calendar year is ISO 8601 (<see cref="WithWeeks"/> for other weeks). Months by week are 4, 4 and 5 whole weeks in some order:
/// <see cref="OfWeeks"/>.
/// Their years have 52 weeks or 53, and the 53rd belongs to a month as all others do (<see cref="WithExtraWeekIn"/>).
/// </para>
/// <para>
/// Every day is in exactly one period of each kind. Fiscal years 1 to 9999 are covered, and within them all periods that end by
/// 9999-12-31, the last day that a
/// <see cref="LocalDate"/> can be; what lies outside is refused.
/// </para>
/// <para>
/// Immutable. Equality is by rule: <c>StartingIn(1, …)</c> is the calendar year by either name. Text is canonical, such as
/// <c>from-month:4
/// by-end</c> or
/// <c>4-5-4 nearest saturday end-month:1 by-start</c>, and round-trips through <see cref="Parse"/>.
/// </para>
/// </remarks>
[TypeConverter(typeof(TextConverter<FiscalCalendar>))]
public sealed partial class FiscalCalendar : IEquatable<FiscalCalendar>
{
    internal const int LastClosingDay = 28;

    // With fewer days the first month would not have three ten-day periods.
    internal const int FirstClosingDayAtMonthEnd = 3;

    private const int MonthsOfYear = 12;

    private readonly FiscalMonths _months;

    // The text states the whole rule, so it is also what two calendars are compared by.
    private readonly string _text;

    private FiscalCalendar(FiscalMonths months)
    {
        _months = months;
        _text = months.ToString()!;
    }

    /// <summary>The calendar year with its own months, and the weeks of ISO 8601.</summary>
    public static FiscalCalendar CalendarYear { get; } =
        new(new MonthsByDate(1, FiscalYearName.ByStart, null, keepsYear: false, IsoDayOfWeek.Monday, FiscalText.IsoDaysInFirstWeek));

    /// <summary>
    /// The 4-5-4 calendar of the (American) National Retail Federation: a year ends on the Saturday nearest to 31 January and is named by
    /// its start; a 53rd week
    /// joins the last month (fiscal 2006, 2012, 2017, 2023).
    /// </summary>
    public static FiscalCalendar Nrf { get; } =
        OfWeeks(WeekPattern.FourFiveFour, IsoDayOfWeek.Saturday, 1, YearEndRule.NearestWeekday, FiscalYearName.ByStart);

    /// <summary>Whether months consist of whole weeks, so that weeks are parts of months, quarters, halves and years.</summary>
    public bool HasMonthsOfWeeks => _months.AreOfWeeks;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A calendar.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(FiscalCalendar? left, FiscalCalendar? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A calendar.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(FiscalCalendar? left, FiscalCalendar? right) => !(left == right);

    /// <summary>A year of twelve calendar months from any month on.</summary>
    /// <param name="month">The first month, 1 (January) to 12.</param>
    /// <param name="name">After which of its two calendar years a fiscal year is named; from January both are the same.</param>
    /// <returns>The calendar, with weeks from Monday on.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The month does not exist, or the name is undefined.</exception>
    public static FiscalCalendar StartingIn(int month, FiscalYearName name) =>
        new(new MonthsByDate(
            Guard.Against.OutsideRange(1, MonthsOfYear, month), Guard.Against.Undefined(name), closingDay: null,
            keepsYear: false, IsoDayOfWeek.Monday, FiscalText.IsoDaysInFirstWeek));

    /// <summary>A year of 52 or 53 whole weeks, each quarter 13 of them in months of 4, 4 and 5; the 53rd joins the last month.</summary>
    /// <param name="pattern">The order of the months of 4 and 5 weeks.</param>
    /// <param name="lastDay">The weekday that weeks, months and years end on.</param>
    /// <param name="endMonth">
    /// The calendar month, 1 to 12, near the end of which the year ends: 1 for retail, 9 for the end of September.
    /// </param>
    /// <param name="rule">Whether it ends on the last such weekday of that month, or on the one nearest to the end of it.</param>
    /// <param name="name">
    /// After which calendar year a fiscal year is named: of the month after <paramref name="endMonth"/>, where it starts in name, or of
    /// <paramref name="endMonth"/>,
    /// where it ends in name. The days that a year reaches into a neighbouring month do not count. At the end of December both are the
    /// same.
    /// </param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The month does not exist, or a pattern, weekday, rule or name is undefined.
    /// </exception>
    /// <remarks>
    /// A quarter of 14 weeks is 4-4-6, 4-5-5 or 5-4-5 (common practice; Planon's documentation of its 4-4-5 calendar states it).
    /// </remarks>
    public static FiscalCalendar OfWeeks(WeekPattern pattern, IsoDayOfWeek lastDay, int endMonth, YearEndRule rule, FiscalYearName name) =>
        new(new MonthsByWeek(
            Guard.Against.Undefined(pattern), Guard.Against.NoWeekday(lastDay), Guard.Against.OutsideRange(1, MonthsOfYear, endMonth),
            Guard.Against.Undefined(rule), Guard.Against.Undefined(name), extraWeekMonth: MonthsOfYear));

    /// <summary>
    /// The same months, closed on a day of the calendar month: closing on the 25th, February is 26 January to 25 February. A month is
    /// named after the calendar month it closes in.
    /// </summary>
    /// <param name="day">The last day of a month, 1 to 28; from 3 where the year closes at the end of a month.</param>
    /// <param name="year">
    /// Whether the year closes on that day too, so that January begins on 26 December, or at the end of its last calendar month, so that
    /// January is 1 to 25 January and December 26 November to 31 December.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The day is not from 1 to 28, a later one being missing in February; or <paramref name="year"/> is undefined, or keeps the end of
    /// the month and the day is before the 3rd: the first month would be too short for its three ten-day periods.
    /// </exception>
    /// <exception cref="InvalidOperationException">Months are of whole weeks.</exception>
    /// <remarks>
    /// Where the year closes at the end of a month, the last ten-day period of the first month is short and that of the last month long.
    /// A first month of less than 21 days leaves one day to each ten-day period that would have none: closing on the 20th, the third is
    /// the 20th itself.
    /// </remarks>
    public FiscalCalendar WithClosingDay(int day, YearClosing year)
    {
        var keepsYear = Guard.Against.Undefined(year) == YearClosing.AtMonthEnd;
        Guard.Against.OutsideRange(keepsYear ? FirstClosingDayAtMonthEnd : 1, LastClosingDay, day);
        var months = ByDate("closing day");
        return new(new MonthsByDate(months.StartMonth, months.Name, day, keepsYear, months.FirstDayOfWeek, months.MinDaysInFirstWeek));
    }

    /// <summary>The same months with other weeks than those of ISO 8601.</summary>
    /// <param name="firstDay">The day that weeks begin on.</param>
    /// <param name="minDaysInFirstWeek">
    /// How many of its days, 1 to 7, the first week has at least in the fiscal year: 4 gives a week to the year with most of it, 1 counts
    /// the week of the first
    /// day as week 1, 7 the first whole one.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The weekday is undefined, or the number of days is not from 1 to 7.</exception>
    /// <exception cref="InvalidOperationException">Months are of whole weeks, which begin after the year's last day.</exception>
    public FiscalCalendar WithWeeks(IsoDayOfWeek firstDay, int minDaysInFirstWeek = FiscalText.IsoDaysInFirstWeek)
    {
        Guard.Against.NoWeekday(firstDay);
        Guard.Against.OutsideRange(1, 7, minDaysInFirstWeek);
        var months = ByDate("first day of the week");
        return new(new MonthsByDate(
            months.StartMonth, months.Name, months.ClosingDay, months.KeepsYear, firstDay, minDaysInFirstWeek));
    }

    /// <summary>The same years with the 53rd week, where there is one, in another month than the last.</summary>
    /// <param name="month">
    /// The fiscal month, 1 to 12, that has a week more in a year of 53 weeks; the weeks after it follow one later.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The month does not exist.</exception>
    /// <exception cref="InvalidOperationException">Months are not of whole weeks.</exception>
    public FiscalCalendar WithExtraWeekIn(int month)
    {
        Guard.Against.OutsideRange(1, MonthsOfYear, month);
        return _months is MonthsByWeek weeks
            ? new(new MonthsByWeek(weeks.Pattern, weeks.LastDay, weeks.EndMonth, weeks.Rule, weeks.Name, month))
            : throw new InvalidOperationException("The calendar '" + _text + "' has months by date, and no 53rd week for one of them.");
    }

    /// <summary>Whether the other is the same rule.</summary>
    /// <param name="other">The calendar to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(FiscalCalendar? other) => ReferenceEquals(this, other) || (other is not null && _text == other._text);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FiscalCalendar);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    /// <summary>The canonical text.</summary>
    /// <returns>
    /// The text, for example <c>calendar-year</c>, <c>from-month:4 by-end closing:25</c>,
    /// <c>calendar-year closing:25 keeps-year</c>, <c>calendar-year weeks:sunday/1</c>,
    /// <c>4-4-5 last saturday end-month:9 by-end extra-week:3</c>.
    /// </returns>
    public override string ToString() => _text;

    /// <summary>Reads the canonical text of a calendar.</summary>
    /// <param name="text">The text, as <see cref="ToString"/> writes it.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static FiscalCalendar Parse(string text)
    {
        Guard.Against.Null(text);
        return TryParse(text, out var value) ? value : throw InvariantText.NotA("a fiscal calendar such as 'from-month:4 by-end'", text);
    }

    /// <summary>Reads the canonical text of a calendar, if it is one.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <param name="value">The calendar, or null.</param>
    /// <returns>Whether the text is a calendar.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out FiscalCalendar? value)
    {
        value = text is null ? null : new FiscalCalendar(FiscalText.Read(text));
        if (value?._text != text)
            value = null;

        return value is not null;
    }

    private MonthsByDate ByDate(string what) =>
        _months as MonthsByDate
        ?? throw new InvalidOperationException(
            "The calendar '" + _text + "' has months of whole weeks: their last day decides the " + what + ".");
}
