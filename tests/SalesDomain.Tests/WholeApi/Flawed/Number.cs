using System;
using System.ComponentModel;
using System.Globalization;

namespace SalesDomain.Tests.WholeApi.Flawed;

/// <summary>A number that is right but for the one flaw it is told to have.</summary>
[TypeConverter(typeof(NumberConverter))]
internal readonly struct Number : IEquatable<Number>, IComparable<Number>, IComparable, IFormattable
#if NET
    , ISpanParsable<Number>, ISpanFormattable
#endif
{
    // Of the thread, so that tests beside this one are not disturbed.
    [ThreadStatic]
    private static Flaw s_has;

    private readonly int _value;

    public Number(int value) => _value = value;

    internal static Flaw Has
    {
        get => s_has;
        set => s_has = value;
    }

    public static bool operator ==(Number left, Number right) => left._value == right._value || Is(Flaw.EqualityOperator);

    public static bool operator !=(Number left, Number right) => left._value != right._value && !Is(Flaw.InequalityOperator);

    public static bool operator <(Number left, Number right) => left._value < right._value || Is(Flaw.LessThan);

    public static bool operator <=(Number left, Number right) => left._value <= right._value;

    public static bool operator >(Number left, Number right) => left._value > right._value;

    public static bool operator >=(Number left, Number right) =>
        Is(Flaw.GreaterThanOrEqual) ? left._value > right._value : left._value >= right._value;

    public bool Equals(Number other) => _value == other._value || Is(Flaw.TypedEquals);

    public override bool Equals(object? obj) =>
        obj is Number other ? _value == other._value && !Is(Flaw.ObjectEquals) : obj is null ? Is(Flaw.EqualsNull)
            : Is(Flaw.EqualsAnything);

    public override int GetHashCode() => Is(Flaw.HashCode) ? Environment.TickCount ^ new object().GetHashCode() : _value;

    public int CompareTo(Number other) => Is(Flaw.CompareTo) ? 0 : _value.CompareTo(other._value);

    int IComparable.CompareTo(object? obj) =>
        obj switch
        {
            null => Is(Flaw.CompareToNull) ? -1 : 1,
            Number other => Is(Flaw.CompareToObject) ? 1 : CompareTo(other),
            _ => Is(Flaw.CompareToOtherType) ? 1 : throw new ArgumentException("Not a number.", nameof(obj)),
        };

    public static Number Parse(string text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return new Number(Is(Flaw.Parse) ? 0 : value);
        if (Is(Flaw.ReadsBadText))
            return default;

        throw Is(Flaw.WrongException) ? new ArgumentException(text)
            : new FormatException(Is(Flaw.SilentMessage) ? "no" : "'" + text + "' is no number.");
    }

    public static bool TryParse(string? text, out Number value)
    {
        var isNumber = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        value = new Number(isNumber ? number : Is(Flaw.LeavesValue) ? 1 : 0);
        return text is null ? Is(Flaw.TryParseNull) : isNumber ? !Is(Flaw.TryParse) : Is(Flaw.TriesBadText);
    }

    public override string ToString() =>
        Is(Flaw.CultureInToString) && CultureInfo.CurrentCulture.Calendar is not GregorianCalendar ? "?"
            : _value.ToString(CultureInfo.InvariantCulture);

    public string ToString(string? format, IFormatProvider? formatProvider) =>
        (Is(Flaw.Format) && format == "G") || (Is(Flaw.NullFormat) && format is null) ? "?" : ToString();

    internal static bool Is(Flaw flaw) => s_has == flaw;

#if NET
    static Number IParsable<Number>.Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Is(Flaw.Parsable) || (Is(Flaw.ParsableReadsBadText) && s == "x") ? default : Parse(s);
    }

    static bool IParsable<Number>.TryParse(string? s, IFormatProvider? provider, out Number result) => TryParse(s, out result);

    static Number ISpanParsable<Number>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Is(Flaw.SpanParsable) ? default : Parse(s.ToString());

    static bool ISpanParsable<Number>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Number result) =>
        TryParse(s.ToString(), out result);

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var text = ToString();
        charsWritten = 0;
        if (destination.Length < text.Length || (Is(Flaw.TryFormatExact) && destination.Length == text.Length))
            return Is(Flaw.TryFormatTooSmall);

        text.AsSpan().CopyTo(destination);
        charsWritten = Is(Flaw.CharsWritten) ? destination.Length : text.Length;
        return true;
    }
#endif
}
