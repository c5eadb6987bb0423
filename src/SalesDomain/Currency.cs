using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>
/// A currency of the active ISO 4217 list, or a unit of account that the caller makes (loyalty points, a retired currency).
/// </summary>
/// <remarks>
/// <para>Source of codes, numbers and minor digits: ISO 4217 list one (currencies and funds), the list in force in November 2026.</para>
/// <para>
/// There is no registry: <see cref="FromCode"/> knows the ISO list and nothing else, and <see cref="Custom"/> makes a unit that lives where
/// the caller keeps it. Two custom units are equal when code and minor digits are; the name is for display. No custom unit equals an ISO
/// currency.
/// </para>
/// <para>
/// When ISO 4217 drops a currency, it leaves <see cref="Iso"/> and <see cref="FromCode"/>; its property stays, marked obsolete, until the
/// next major version. When it adds one, a custom unit of that code is refused from then on.
/// </para>
/// <para>Immutable and safe for use by many threads.</para>
/// </remarks>
[TypeConverter(typeof(TextConverter<Currency>))]
public sealed partial class Currency : IEquatable<Currency>
{
    private const int LongestCustomCode = 12;
    private const int MostMinorDigits = 4;

    // Kept, because a table of exchange rates is looked up by it for every amount, and because two currencies mostly differ in it.
    private readonly int _hash;

    private Currency(string code, int? numericCode, int? minorDigits, string englishName)
    {
        Code = code;
        NumericCode = numericCode;
        MinorDigits = minorDigits;
        EnglishName = englishName;
        _hash = Hash.Combine(StringComparer.Ordinal.GetHashCode(code), minorDigits ?? -1);
    }

    /// <summary>Every currency and fund of the active ISO 4217 list, ordered by code.</summary>
    public static IReadOnlyList<Currency> Iso => Index.All;

    /// <summary>The alphabetic code: three letters for ISO 4217.</summary>
    public string Code { get; }

    /// <summary>The ISO 4217 numeric code (KWD is 414, ALL is 8, printed 008), or null for a custom unit.</summary>
    public int? NumericCode { get; }

    /// <summary>
    /// The number of decimals of the minor unit: 2 for CNY, 0 for JPY, 3 for KWD, 4 for CLF. Null where ISO 4217 names none (XAU, XXX):
    /// an amount of such a currency cannot be rounded to a minor unit.
    /// </summary>
    public int? MinorDigits { get; }

    /// <summary>The English name, for display only.</summary>
    public string EnglishName { get; }

    /// <summary>True for a member of <see cref="Iso"/>, false for a custom unit.</summary>
    public bool IsIso => NumericCode.HasValue;

    /// <summary>The currency with this ISO 4217 alphabetic code.</summary>
    /// <param name="code">Three capital letters.</param>
    /// <returns>The one instance of that currency.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="code"/> is not on the active list; a retired currency is made by <see cref="Custom"/>.
    /// </exception>
    public static Currency FromCode(string code)
    {
        Guard.Against.Null(code);
        return Index.ByCode.TryGetValue(code, out var currency) ? currency
            : throw Guards.Invalid(nameof(code), "'" + code + "'", "must be a code of the active ISO 4217 list, in capital letters");
    }

    /// <summary>The currency with this ISO 4217 alphabetic code, if there is one.</summary>
    /// <param name="code">Three capital letters; null is no code.</param>
    /// <param name="currency">The currency, or null.</param>
    /// <returns>Whether the code is on the active list.</returns>
    public static bool TryFromCode(string? code, [NotNullWhen(true)] out Currency? currency)
    {
        currency = null;
        return code is not null && Index.ByCode.TryGetValue(code, out currency);
    }

    /// <summary>The currency with this ISO 4217 numeric code.</summary>
    /// <param name="numericCode">1 to 999, for example 156 for CNY.</param>
    /// <returns>The one instance of that currency.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="numericCode"/> is not on the active list.</exception>
    public static Currency FromNumericCode(int numericCode) =>
        Array.Find(s_iso, currency => currency.NumericCode == numericCode)
        ?? throw Guards.OutOfRange(
            nameof(numericCode), InvariantText.Number(numericCode), "must be a numeric code of the active ISO 4217 list");

    /// <summary>
    /// Makes a unit of account that ISO 4217 does not list: loyalty points, a retired currency, a company's own clearing unit.
    /// </summary>
    /// <param name="code">2 to 12 capital letters and digits, a letter first; not a code of the active ISO list.</param>
    /// <param name="minorDigits">0 to 4 decimals of the smallest unit paid, or null for none.</param>
    /// <param name="englishName">A name for display.</param>
    /// <returns>A new unit, equal to every other with the same code and minor digits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> or <paramref name="englishName"/> is null.</exception>
    /// <exception cref="ArgumentException">The code has another form or is an ISO code, or the name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minorDigits"/> is not from 0 to 4.</exception>
    public static Currency Custom(string code, int? minorDigits, string englishName)
    {
        Guard.Against.NullOrWhiteSpace(code);
        Guard.Against.NullOrWhiteSpace(englishName);
        if (!IsCustomCode(code))
            throw Guards.Invalid(nameof(code), "'" + code + "'", "must be 2 to 12 capital letters and digits, a letter first");
        if (Index.ByCode.ContainsKey(code))
            throw Guards.Invalid(nameof(code), "'" + code + "'", "must not be a code of the active ISO 4217 list");
        if (minorDigits.HasValue)
            Guard.Against.OutsideRange(0, MostMinorDigits, minorDigits.Value, nameof(minorDigits));

        return new Currency(code, null, minorDigits, englishName);
    }

    /// <summary>Reads the text of an ISO currency, its alphabetic code.</summary>
    /// <param name="text">Three capital letters.</param>
    /// <returns>The currency.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text is not a code of the active list.</exception>
    public static Currency Parse(string text)
    {
        Guard.Against.Null(text);
        return TryFromCode(text, out var currency) ? currency : throw InvariantText.NotA("a code of the active ISO 4217 list", text);
    }

    /// <summary>Whether both are the same currency.</summary>
    /// <param name="left">The first currency.</param>
    /// <param name="right">The second currency.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Currency? left, Currency? right) =>
        ReferenceEquals(left, right) || (left is not null && left.Equals(right));

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">The first currency.</param>
    /// <param name="right">The second currency.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Currency? left, Currency? right) => !(left == right);

    /// <summary>Whether the other is the same currency: equal code and minor digits, both ISO or both custom.</summary>
    /// <param name="other">The currency to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Currency? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && Code == other.Code && NumericCode == other.NumericCode
            && MinorDigits == other.MinorDigits);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Currency);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary>The code.</summary>
    /// <returns>The code.</returns>
    public override string ToString() => Code;

    /// <summary>Whether the text has the form of a code, ISO or custom.</summary>
    internal static bool IsCustomCode(string code)
    {
        if (code.Length < 2 || code.Length > LongestCustomCode || code[0] is < 'A' or > 'Z')
            return false;

        foreach (var letter in code)
        {
            if (letter is not ((>= 'A' and <= 'Z') or (>= '0' and <= '9')))
                return false;
        }

        return true;
    }

    // A type of its own, because the order in which the two halves of Currency are initialised is not defined.
    private static class Index
    {
        internal static readonly IReadOnlyList<Currency> All = Array.AsReadOnly(s_iso);

        internal static readonly Dictionary<string, Currency> ByCode = s_iso.ToDictionary(
            currency => currency.Code, StringComparer.Ordinal);
    }
}
