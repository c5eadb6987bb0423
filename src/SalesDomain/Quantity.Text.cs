using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

public readonly partial struct Quantity
{
    /// <summary>The canonical text: amount without trailing zeros, space, unit code (<c>120 PCE</c>, <c>2.5 KGM</c>).</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => InvariantText.Number(_amount) + " " + Unit.Code;

    /// <summary>The quantity for display. Display never rounds unless the format names the decimals.</summary>
    /// <param name="format">
    /// <c>G</c>, null or empty: the canonical text, whatever the provider. <c>N</c>: grouped amount and unit (<c>1,200 PCE</c>). <c>A</c>:
    /// the grouped amount alone. <c>N0</c> to <c>N28</c> and <c>A0</c> to <c>A28</c> show that many decimals, rounded half away from zero
    /// for the eye only.
    /// </param>
    /// <param name="formatProvider">The culture of <c>N</c> and <c>A</c>; null is the invariant culture, never the current one.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException">The format is none of these.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var display = DisplayFormat.Parse(format, withoutUnit: 'A');
        if (display.IsCanonical)
            return ToString();

        var number = display.Number(_amount, 0, formatProvider);
        return display.HasUnit ? number + " " + Unit.Code : number;
    }

    /// <summary>Reads the canonical text of a quantity.</summary>
    /// <param name="text">A number, one space and a unit code.</param>
    /// <returns>The quantity, exactly as written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text has another form, or more digits than a decimal holds.</exception>
    public static Quantity Parse(string text)
    {
        Guard.Against.Null(text);
        return TryParse(text, out var value) ? value : throw InvariantText.NotA("a quantity such as '120 PCE'", text);
    }

    /// <summary>Reads the canonical text of a quantity, if it is one.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <param name="value">The quantity, or the default value.</param>
    /// <returns>Whether the text is a quantity.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Quantity value)
    {
        value = default;
        var space = text?.IndexOf(' ') ?? -1;
        if (space <= 0 || !InvariantText.TryParseNumber(text!.Substring(0, space), out var amount)
            || !UnitOfMeasure.IsCode(text.Substring(space + 1)))
            return false;

        value = new Quantity(amount, UnitOfMeasure.FromCode(text.Substring(space + 1)));
        return true;
    }

#if NET
    static Quantity IParsable<Quantity>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Quantity>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Quantity result) =>
        TryParse(s, out result);

    static Quantity ISpanParsable<Quantity>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<Quantity>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Quantity result) =>
        TryParse(s.ToString(), out result);

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        InvariantText.TryCopy(ToString(format.ToString(), provider), destination, out charsWritten);
#endif
}
