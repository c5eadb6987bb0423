using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

public readonly partial struct Percentage
{
    /// <summary>The canonical text: the number of percent without trailing zeros and a percent sign, <c>12.5%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => InvariantText.Number(Percent) + "%";

    /// <summary>The percentage for display.</summary>
    /// <param name="format">
    /// <c>G</c>, null or empty: the canonical text, whatever the provider. <c>P0</c> to <c>P28</c>: the provider's percent pattern with
    /// that many decimals, rounded half away from zero for the eye only; <c>P</c> shows every significant decimal.
    /// </param>
    /// <param name="formatProvider">The culture of <c>P</c>; null is the invariant culture, never the current one.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException">The format is none of these.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var display = DisplayFormat.Parse(format, withoutUnit: 'P');
        if (display.IsCanonical)
            return ToString();
        if (display.HasUnit)
            throw new FormatException("The format '" + format + "' is not G or P, the latter with 0 to 28 decimals.");

        return display.Percent(_fraction, formatProvider);
    }

    /// <summary>Reads the canonical text of a percentage.</summary>
    /// <param name="text">A number with an optional sign and a decimal point, directly followed by a percent sign.</param>
    /// <returns>The percentage.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text has another form, or is finer than 28 decimals of the fraction.</exception>
    public static Percentage Parse(string text)
    {
        Guard.Against.Null(text);
        return TryParse(text, out var value) ? value : throw InvariantText.NotA("a percentage such as '12.5%'", text);
    }

    /// <summary>Reads the canonical text of a percentage, if it is one.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <param name="value">The percentage, or 0 %.</param>
    /// <returns>Whether the text is a percentage.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Percentage value)
    {
        value = default;
        if (text is not { Length: > 1 } || text[text.Length - 1] != '%'
            || !InvariantText.TryParseNumber(text.Substring(0, text.Length - 1), out var percent))
        {
            return false;
        }

        var read = FromPercent(percent);
        if (read.Percent != percent)
            return false;

        value = read;
        return true;
    }

#if NET
    static Percentage IParsable<Percentage>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Percentage>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Percentage result) =>
        TryParse(s, out result);

    static Percentage ISpanParsable<Percentage>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<Percentage>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Percentage result) =>
        TryParse(s.ToString(), out result);

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        InvariantText.TryCopy(ToString(format.ToString(), provider), destination, out charsWritten);
#endif
}
