using System;
using System.Globalization;
using System.Numerics;
using NodaTime;
using NodaTime.Text;

namespace SalesDomain.Internal;

/// <summary>The only place where the library turns a number or a date into text or back, always in the invariant culture.</summary>
internal static class InvariantText
{
    private const NumberStyles PlainNumber = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    // Index = least number of decimals; every further significant decimal follows, no trailing zeros.
    private static readonly string[] s_atLeast =
    [
        "0.############################",
        "0.0###########################",
        "0.00##########################",
        "0.000#########################",
        "0.0000########################",
    ];

    /// <summary>The canonical number: no exponent, no grouping, no trailing zeros beyond <paramref name="leastDecimals"/>.</summary>
    internal static string Number(decimal value, int leastDecimals = 0)
    {
        // A decimal knows a negative zero; it is equal to zero and must print alike.
        return value == 0m ? 0m.ToString(s_atLeast[leastDecimals], CultureInfo.InvariantCulture)
            : value.ToString(s_atLeast[leastDecimals], CultureInfo.InvariantCulture);
    }

    internal static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    internal static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    internal static string Number(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);

    internal static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);

    internal static string Time(LocalTime time) => LocalTimePattern.ExtendedIso.Format(time);

    internal static string Instant(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    internal static string Duration(Duration duration) => DurationPattern.Roundtrip.Format(duration);

    /// <summary>Hour and minute with two digits each; the last minute of the day ends at 24:00.</summary>
    internal static string MinuteOfDay(int minute) => TwoDigits(minute / 60) + ":" + TwoDigits(minute % 60);

    /// <summary>A value of a type that the library does not know: what formats by culture says so by being formattable.</summary>
    internal static string Any(object value) =>
        (value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value.ToString()) ?? "";

    /// <summary>Exactly what <see cref="MinuteOfDay"/> prints: 00:00 to 24:00.</summary>
    internal static bool TryParseMinuteOfDay(string text, out int minute)
    {
        minute = 0;
        if (text.Length != 5 || text[2] != ':')
            return false;

        var digits = new[] { text[0] - '0', text[1] - '0', text[3] - '0', text[4] - '0' };
        minute = (((digits[0] * 10) + digits[1]) * 60) + (digits[2] * 10) + digits[3];
        return Array.TrueForAll(digits, digit => digit is >= 0 and <= 9) && digits[2] < 6 && minute <= 24 * 60;
    }

    internal static bool TryParseDate(string text, out LocalDate date) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out date);

    /// <summary>
    /// Accepts sign, ASCII digits and a point: no exponent, no grouping, no surrounding white space. A number that needs more digits than
    /// a decimal holds is refused, not rounded.
    /// </summary>
    internal static bool TryParseNumber(string text, out decimal value) =>
        decimal.TryParse(text, PlainNumber, CultureInfo.InvariantCulture, out value) && Number(value) == Canonical(text);

    private static string TwoDigits(int number) => (number < 10 ? "0" : "") + Number(number);

    private static string Canonical(string text)
    {
        var negative = text[0] == '-';
        var digits = text.TrimStart('-', '+').TrimStart('0');
        if (digits.LastIndexOf('.') >= 0)
            digits = digits.TrimEnd('0').TrimEnd('.');
        if (digits.Length == 0)
            return "0";

        var whole = digits[0] == '.' ? "0" + digits : digits;
        return negative ? "-" + whole : whole;
    }

#if NET
    internal static bool TryCopy(string text, Span<char> destination, out int charsWritten)
    {
        var fits = text.AsSpan().TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }
#endif

    /// <summary>The texts that say something, one after another.</summary>
    internal static string Listed(params string[] texts) => string.Join(", ", Array.FindAll(texts, text => text.Length > 0));

    internal static FormatException NotA(string what, string text) =>
        new("'" + text + "' is not " + what + ".");
}
