using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

public readonly partial struct Money
{
    /// <summary>
    /// The canonical text: code, space, amount with at least the minor digits and no further trailing zeros (<c>USD 2.50</c>,
    /// <c>JPY 3</c>).
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Currency.Code + " " + InvariantText.Number(_amount, Currency.MinorDigits ?? 0);

    /// <summary>The amount for display. Display never rounds unless the format names the decimals.</summary>
    /// <param name="format">
    /// <c>G</c>, null or empty: the canonical text, whatever the provider. <c>N</c>: code and grouped amount (<c>USD 1,234.50</c>).
    /// <c>A</c>: the grouped amount alone, for a column whose head names the currency. <c>N0</c> to <c>N28</c> and <c>A0</c> to <c>A28</c>
    /// show that many decimals, rounded half away from zero for the eye only.
    /// </param>
    /// <param name="formatProvider">The culture of <c>N</c> and <c>A</c>; null is the invariant culture, never the current one.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException">The format is none of these.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var display = DisplayFormat.Parse(format, withoutUnit: 'A');
        if (display.IsCanonical)
            return ToString();

        var number = display.Number(_amount, Currency.MinorDigits ?? 0, formatProvider);
        return display.HasUnit ? Currency.Code + " " + number : number;
    }

    /// <summary>Reads the canonical text of an amount in an ISO currency: <c>USD 2.50</c>.</summary>
    /// <param name="text">Code, one space, and a number with an optional sign and a decimal point; no grouping, no exponent.</param>
    /// <returns>The amount, exactly as written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text has another form, or more digits than a decimal holds.</exception>
    public static Money Parse(string text)
    {
        Guard.Against.Null(text);
        return TryParse(text, out var value) ? value : throw InvariantText.NotA("an amount such as 'USD 2.50'", text);
    }

    /// <summary>
    /// Reads the canonical text of an amount that must be in a given currency; the way to read custom units, which no registry knows.
    /// </summary>
    /// <param name="text">Code, one space, number.</param>
    /// <param name="currency">The currency whose code the text must carry.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="FormatException">The text has another form or another currency.</exception>
    public static Money Parse(string text, Currency currency)
    {
        Guard.Against.Null(text);
        Guard.Against.Null(currency);
        return TrySplit(text, out var code, out var amount) && code == currency.Code ? new Money(amount, currency)
            : throw InvariantText.NotA("an amount of " + currency, text);
    }

    /// <summary>Reads the canonical text of an amount in an ISO currency, if it is one.</summary>
    /// <param name="text">Code, one space, number; null is no amount.</param>
    /// <param name="value">The amount, or the default value.</param>
    /// <returns>Whether the text is an amount.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Money value)
    {
        value = default;
        if (text is null || !TrySplit(text, out var code, out var amount) || !Currency.TryFromCode(code, out var currency))
            return false;

        value = new Money(amount, currency);
        return true;
    }

    private static bool TrySplit(string text, out string code, out decimal amount)
    {
        var space = text.IndexOf(' ');
        code = space > 0 ? text.Substring(0, space) : "";
        amount = 0m;
        return space > 0 && InvariantText.TryParseNumber(text.Substring(space + 1), out amount);
    }

#if NET
    static Money IParsable<Money>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Money>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Money result) =>
        TryParse(s, out result);

    static Money ISpanParsable<Money>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<Money>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Money result) =>
        TryParse(s.ToString(), out result);

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        InvariantText.TryCopy(ToString(format.ToString(), provider), destination, out charsWritten);
#endif
}
