using System;
using System.Globalization;
using NodaTime;

namespace SalesDomain.Internal;

/// <summary>The words of a fiscal calendar's text, and its reading.</summary>
internal static class FiscalText
{
    internal const string CalendarYear = "calendar-year";
    internal const string FromMonth = "from-month:";
    internal const string ByStart = "by-start";
    internal const string ByEnd = "by-end";
    internal const string Closing = "closing:";
    internal const string KeepsYear = "keeps-year";
    internal const string Weeks = "weeks:";
    internal const string Last = "last";
    internal const string Nearest = "nearest";
    internal const string EndMonth = "end-month:";
    internal const string ExtraWeek = "extra-week:";

    internal const int IsoDaysInFirstWeek = 4;

    private static readonly string[] s_patterns = ["4-4-5", "4-5-4", "5-4-4"];
    private static readonly string[] s_weekdays = ["", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    internal static string Pattern(WeekPattern pattern) => s_patterns[(int)pattern];

    internal static string Weekday(IsoDayOfWeek day) => s_weekdays[(int)day];

    /// <summary>
    /// Reads what it knows and takes the default for what it does not: whoever calls it compares the text of the result with what was
    /// read, so that nothing
    /// else is accepted.
    /// </summary>
    internal static FiscalMonths Read(string text)
    {
        var words = text.Split(' ');
        var name = Array.IndexOf(words, ByEnd) >= 0 ? FiscalYearName.ByEnd : FiscalYearName.ByStart;
        var pattern = Array.IndexOf(s_patterns, words[0]);
        if (pattern >= 0)
        {
            var rule = Array.IndexOf(words, Nearest) >= 0 ? YearEndRule.NearestWeekday : YearEndRule.LastWeekday;
            var lastDay = words.Length > 2 ? ReadWeekday(words[2]) : IsoDayOfWeek.Monday;
            return new MonthsByWeek(
                (WeekPattern)pattern, lastDay, Option(words, EndMonth, 12) ?? 12, rule, name, Option(words, ExtraWeek, 12) ?? 12);
        }

        var closingDay = Option(words, Closing, FiscalCalendar.LastClosingDay);
        var keepsYear = closingDay >= FiscalCalendar.FirstClosingDayAtMonthEnd && Array.IndexOf(words, KeepsYear) >= 0;
        var weeks = (Find(words, Weeks) ?? "").Split('/');
        return new MonthsByDate(
            Option(words, FromMonth, 12) ?? 1, name, closingDay, keepsYear, ReadWeekday(weeks[0]),
            (weeks.Length == 2 ? ReadNumber(weeks[1], 7) : null) ?? IsoDaysInFirstWeek);
    }

    /// <summary>A whole number from 1 on, in ASCII digits, or null.</summary>
    internal static int? ReadNumber(string text, int atMost) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= atMost
            ? number : null;

    /// <summary>
    /// Kind and number that follow the year of a label, or null when they have another form: H1, Q1, M03, M03 and T1, W07.
    /// </summary>
    internal static (FiscalPeriodKind Kind, int Number)? ReadNumberInYear(string[] parts)
    {
        if (parts.Length == 1)
            return (FiscalPeriodKind.Year, 1);
        if (parts[1].Length == 0 || ReadNumber(parts[1].Substring(1), 53) is not { } number)
            return null;
        if (parts.Length == 3 && parts[2].Length == 2 && ReadNumber(parts[2].Substring(1), 3) is { } third)
            return (FiscalPeriodKind.TenDays, ((number - 1) * 3) + third);

        return parts[1][0] switch
        {
            'H' => (FiscalPeriodKind.Half, number),
            'Q' => (FiscalPeriodKind.Quarter, number),
            'M' => (FiscalPeriodKind.Month, number),
            'W' => (FiscalPeriodKind.Week, number),
            _ => null,
        };
    }

    private static int? Option(string[] words, string name, int atMost) =>
        Find(words, name) is { } number ? ReadNumber(number, atMost) : null;

    private static string? Find(string[] words, string name) =>
        Array.Find(words, word => word.StartsWith(name, StringComparison.Ordinal))?.Substring(name.Length);

    private static IsoDayOfWeek ReadWeekday(string text) =>
        (IsoDayOfWeek)Math.Max((int)IsoDayOfWeek.Monday, Array.IndexOf(s_weekdays, text));
}
