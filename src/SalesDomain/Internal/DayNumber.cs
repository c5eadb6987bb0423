using NodaTime;

namespace SalesDomain.Internal;

/// <summary>
/// Days as whole numbers, 0001-01-01 being 0: the day after the last <see cref="LocalDate"/> has a number too, and ends are found as next
/// start − 1.
/// </summary>
internal static class DayNumber
{
    /// <summary>-9998-01-01, the first day there is.</summary>
    internal const int First = -3_652_060;

    /// <summary>9999-12-31, the last day there is.</summary>
    internal const int Last = 3_652_058;

    // A multiple of the leap cycle of 400 years and of the week, so that no quotient below is of a negative number.
    private const int YearsAdded = 10_000;
    private const int WholeWeeks = 7_000_000;

    private const int DaysOfFourHundredYears = 146_097;
    private const int DaysBeforeOrigin = (YearsAdded / 400 * DaysOfFourHundredYears) + 306;

    private static readonly LocalDate s_origin = new(1, 1, 1);

    /// <summary>Year, month and day in one number that rises with the day: quicker to have than the count of days, where nothing is
    /// counted.</summary>
    internal static int Packed(LocalDate date) => unchecked((date.Year << 9) + (date.Month << 5) + date.Day);

    internal static LocalDate Unpacked(int packed) => new(packed >> 9, (packed >> 5) & 15, packed & 31);

    internal static int Of(LocalDate date) => FirstOfMonth((date.Year * 12) + date.Month - 1) + date.Day - 1;

    /// <summary>The first day of a calendar month, given as months since January of year 0.</summary>
    internal static int FirstOfMonth(int month)
    {
        // Far from overflow, and without a sign the quotients are cheap. Counted from March, the leap day is the last of its year and
        // the lengths of months repeat: 31, 30, 31, 30, 31.
        unchecked
        {
            var sinceMarch = (uint)(month + (YearsAdded * 12) - 2);
            var year = sinceMarch / 12;
            var century = year / 100;
            var inYear = sinceMarch - (year * 12);
            return (int)((year * 1461 / 4) - century + (century / 4) + (((inYear * 153) + 2) / 5)) - DaysBeforeOrigin;
        }
    }

    /// <summary>How many days ago the weekday last was; 0 on that weekday.</summary>
    internal static int Since(IsoDayOfWeek weekday, int day) => (int)((uint)(day + WholeWeeks - ((int)weekday - 1)) % 7);

    internal static LocalDate ToDate(int day) => s_origin.PlusDays(day);
}
