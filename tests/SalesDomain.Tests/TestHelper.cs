using System;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Xunit;

namespace SalesDomain.Tests;

/// <summary>What every value type promises, checked in one line a type: equality, ordering, text.</summary>
internal static class TestHelper
{
    private const BindingFlags PublicStatic = BindingFlags.Public | BindingFlags.Static;

    /// <summary>Equals (both ways, generic and not), hash code, null, another type, and the operators of a value type.</summary>
    internal static void TestEqualsStruct<T>(T value, T equalValue, params T[] unequalValues)
        where T : struct, IEquatable<T>
    {
        TestEquals(value, equalValue, unequalValues);

        // An empty nullable is the null that a value type meets.
        T? nothing = null;
        Assert.False(value.Equals(nothing), Say(value, "equals null"));
    }

    /// <summary>The same for a class, whose operators and generic Equals must take null as well.</summary>
    internal static void TestEqualsClass<T>(T value, T equalValue, params T[] unequalValues)
        where T : class, IEquatable<T>
    {
        Assert.False(ReferenceEquals(value, equalValue), "Give two instances: one alone is always equal to itself.");
        TestEquals(value, equalValue, unequalValues);

        Assert.False(value.Equals((T)null!), Say(value, "equals null"));
        TestOperator(false, "op_Equality", value, null);
        TestOperator(false, "op_Equality", null, value);
        TestOperator(true, "op_Equality", (T?)null, null);
        TestOperator(true, "op_Inequality", value, null);
        TestOperator(true, "op_Inequality", null, value);
        TestOperator(false, "op_Inequality", (T?)null, null);
    }

    /// <summary>
    /// CompareTo (both ways, generic and not), null first, another type refused, and the four operators where the type has any.
    /// </summary>
    internal static void TestCompareTo<T>(T value, T equalValue, params T[] greaterValues)
        where T : IComparable<T>
    {
        Assert.NotEmpty(greaterValues);
        TestOrder(value, value, 0);
        TestOrder(value, equalValue, 0);
        TestOrder(equalValue, value, 0);
        foreach (var greater in greaterValues)
        {
            TestOrder(value, greater, -1);
            TestOrder(greater, value, 1);
        }

        var comparable = Assert.IsAssignableFrom<IComparable>(value);
        Assert.True(comparable.CompareTo(null) > 0, Say(value, "does not come after null"));
        Assert.Throws<ArgumentException>(() => comparable.CompareTo(new OtherType()));
        if (default(T) is null)
            Assert.True(value.CompareTo(default!) > 0, Say(value, "does not come after null"));
    }

    /// <summary>
    /// The value prints the canonical text and the text reads back as the value, under every culture and through every door the type has:
    /// ToString, Parse, TryParse, IFormattable, its type converter, and on .NET the interfaces for parsing and for spans.
    /// </summary>
    internal static void TestRoundTrip<T>(T value, string canonicalText)
        where T : notnull
    {
        var parse = ParseMethod<T>();
        Assert.True(parse is not null, typeof(T).Name + " has no public static Parse(string): its text cannot be read back.");
        Cultures.Each(culture =>
        {
            Assert.Equal(canonicalText, value.ToString());
            Assert.Equal(value, parse!(canonicalText));
            TestTryParse(value, canonicalText);
            TestFormattable(value, canonicalText, culture);
            TestConverter(value, canonicalText, culture);
#if NET
            TestInterface(typeof(IParsable<>), nameof(TestParsable), value, canonicalText, culture);
            TestInterface(typeof(ISpanParsable<>), nameof(TestSpanParsable), value, canonicalText, culture);
            if (value is ISpanFormattable formattable)
                TestSpanFormattable(formattable, canonicalText, culture);
#endif
        });
    }

    /// <summary>
    /// Each text is refused by a FormatException that shows the text, under every culture; where the function is the type's own Parse, its
    /// TryParse (and on .NET its IParsable and ISpanParsable) must agree.
    /// </summary>
    internal static void TestBadTexts<T>(Func<string, T> parse, params string[] texts)
    {
        Assert.NotEmpty(texts);
        var isParse = parse.Method.Name == "Parse" && parse.Method.DeclaringType == typeof(T);
        var tryParse = isParse ? TryParseMethod<T>() : null;
        Cultures.Each(culture =>
        {
            foreach (var text in texts)
            {
                // Not Assert.Throws: a text that is read although it is bad has to be named in the failure.
                var refusal = Record.Exception(() => parse(text));
                Assert.True(
                    refusal is FormatException, "'" + text + "' gives " + (refusal?.ToString() ?? "a value") + ", not a FormatException.");
                Assert.Contains(text, refusal!.Message, StringComparison.Ordinal);
                if (tryParse is not null)
                {
                    Assert.False(tryParse(text, out var nothing), "TryParse accepts '" + text + "'.");
                    Assert.Equal(default, nothing);
                }
#if NET
                TestInterface(isParse ? typeof(IParsable<>) : null, nameof(TestNotParsable), default(T)!, text, culture);
                TestInterface(isParse ? typeof(ISpanParsable<>) : null, nameof(TestNotSpanParsable), default(T)!, text, culture);
#endif
            }
        });
    }

    private static void TestEquals<T>(T value, T equalValue, T[] unequalValues)
        where T : IEquatable<T>
    {
        Assert.NotEmpty(unequalValues);
        TestEquality(true, value, value);
        TestEquality(true, value, equalValue);
        TestEquality(true, equalValue, value);
        Assert.True(value.GetHashCode() == equalValue.GetHashCode(), Say(value, "and its equal have different hash codes"));
        foreach (var unequal in unequalValues)
        {
            TestEquality(false, value, unequal);
            TestEquality(false, unequal, value);
        }

        Assert.False(value.Equals((object?)null), Say(value, "equals null"));
        Assert.False(value.Equals(new OtherType()), Say(value, "equals a value of another type"));
    }

    private static void TestEquality<T>(bool expected, T left, T right)
        where T : IEquatable<T>
    {
        Assert.True(left.Equals(right) == expected, Say(left, "IEquatable.Equals " + right + " is " + !expected));
        Assert.True(left.Equals((object)right) == expected, Say(left, "object.Equals " + right + " is " + !expected));
        TestOperator(expected, "op_Equality", left, right);
        TestOperator(!expected, "op_Inequality", left, right);
    }

    private static void TestOperator<T>(bool expected, string name, T? left, T? right)
    {
        var method = typeof(T).GetMethod(name, PublicStatic, null, [typeof(T), typeof(T)], null);
        Assert.True(method is not null, typeof(T).Name + " has no " + name + ".");
        var actual = (bool)method!.Invoke(null, [left, right])!;
        Assert.True(actual == expected, name + "(" + left + ", " + right + ") is " + actual + ".");
    }

    private static void TestOrder<T>(T left, T right, int sign)
        where T : IComparable<T>
    {
        Assert.True(Math.Sign(left.CompareTo(right)) == sign, Say(left, "compared with " + right + " is not " + sign));
        Assert.True(
            Math.Sign(((IComparable)left).CompareTo(right)) == sign, Say(left, "compared with the object " + right + " is not " + sign));
        if (typeof(T).GetMethod("op_LessThan", PublicStatic) is null && typeof(T).GetMethod("op_GreaterThan", PublicStatic) is null)
            return;

        TestOperator(sign < 0, "op_LessThan", left, right);
        TestOperator(sign <= 0, "op_LessThanOrEqual", left, right);
        TestOperator(sign > 0, "op_GreaterThan", left, right);
        TestOperator(sign >= 0, "op_GreaterThanOrEqual", left, right);
    }

    private static void TestTryParse<T>(T value, string text)
    {
        var tryParse = TryParseMethod<T>();
        if (tryParse is null)
            return;

        Assert.True(tryParse(text, out var read), "TryParse refuses '" + text + "'.");
        Assert.Equal(value, read);
        Assert.False(tryParse(null, out var nothing), "TryParse accepts null.");
        Assert.Equal(default, nothing);
    }

    private static void TestFormattable<T>(T value, string text, CultureInfo culture)
    {
        if (value is not IFormattable formattable)
            return;

        foreach (var provider in new[] { culture, null })
        {
            Assert.Equal(text, formattable.ToString("G", provider));
            Assert.Equal(text, formattable.ToString(null, provider));
            Assert.Equal(text, formattable.ToString("", provider));
        }
    }

    private static void TestConverter<T>(T value, string text, CultureInfo culture)
    {
        // Without the attribute there is a converter too, one that converts nothing.
        if (!typeof(T).IsDefined(typeof(TypeConverterAttribute), inherit: false))
            return;

        var converter = TypeDescriptor.GetConverter(typeof(T));
        Assert.True(converter.CanConvertFrom(typeof(string)), typeof(T).Name + " cannot be converted from a string.");
        Assert.True(converter.CanConvertTo(typeof(string)), typeof(T).Name + " cannot be converted to a string.");
        Assert.Equal(value, converter.ConvertFrom(null, culture, text));
        Assert.Equal(text, converter.ConvertTo(null, culture, value, typeof(string)));
        Assert.Equal(value, converter.ConvertFromString(text));
        Assert.Equal(text, converter.ConvertToString(value));
        Assert.Throws<NotSupportedException>(() => converter.ConvertFrom(null, culture, new OtherType()));
    }

#if NET
    private static void TestInterface<T>(Type? open, string name, T value, string text, CultureInfo culture)
    {
        if (open is null || Array.IndexOf(typeof(T).GetInterfaces(), Closed(open, typeof(T))) < 0)
            return;

        // A delegate, not Invoke, which would wrap what the test throws.
        typeof(TestHelper).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(typeof(T))
            .CreateDelegate<Action<T, string, CultureInfo>>()(value, text, culture);
    }

    private static Type? Closed(Type open, Type self)
    {
        try
        {
            return open.MakeGenericType(self);
        }
        catch (ArgumentException)
        {
            // The interface constrains its parameter to types that implement it; this one does not.
            return null;
        }
    }

    private static void TestParsable<T>(T value, string text, CultureInfo culture)
        where T : IParsable<T>
    {
        foreach (var provider in new[] { culture, null })
        {
            Assert.Equal(value, T.Parse(text, provider));
            Assert.True(T.TryParse(text, provider, out var read), "IParsable.TryParse refuses '" + text + "'.");
            Assert.Equal(value, read);
            Assert.False(T.TryParse((string?)null, provider, out _), "IParsable.TryParse accepts null.");
            Assert.Throws<ArgumentNullException>(() => T.Parse(null!, provider));
        }
    }

    private static void TestSpanParsable<T>(T value, string text, CultureInfo culture)
        where T : ISpanParsable<T>
    {
        // A slice: what stands before and after must not be read.
        var slice = ("7" + text + "7").AsSpan(1, text.Length);
        Assert.Equal(value, T.Parse(slice, culture));
        Assert.True(T.TryParse(slice, culture, out var read), "ISpanParsable.TryParse refuses '" + text + "'.");
        Assert.Equal(value, read);
    }

    private static void TestNotParsable<T>(T nothing, string text, CultureInfo culture)
        where T : IParsable<T>
    {
        Assert.Throws<FormatException>(() => T.Parse(text, culture));
        Assert.False(T.TryParse(text, culture, out var read), "IParsable.TryParse accepts '" + text + "'.");
        Assert.Equal(nothing, read);
    }

    private static void TestNotSpanParsable<T>(T nothing, string text, CultureInfo culture)
        where T : ISpanParsable<T>
    {
        Assert.Throws<FormatException>(() => T.Parse(text.AsSpan(), culture));
        Assert.False(T.TryParse(text.AsSpan(), culture, out var read), "ISpanParsable.TryParse accepts '" + text + "'.");
        Assert.Equal(nothing, read);
    }

    private static void TestSpanFormattable(ISpanFormattable value, string text, CultureInfo culture)
    {
        foreach (var format in new[] { "", "G" })
        {
            var exact = new char[text.Length];
            Assert.True(
                value.TryFormat(exact, out var written, format, culture),
                "TryFormat does not fill a destination of just the right length.");
            Assert.Equal(text.Length, written);
            Assert.Equal(text, new string(exact));

            var wide = new char[text.Length + 2];
            Assert.True(value.TryFormat(wide, out written, format, culture), "TryFormat does not fill a destination with room to spare.");
            Assert.Equal(text + "\0\0", new string(wide));
            Assert.Equal(text.Length, written);

            Assert.False(
                value.TryFormat(new char[text.Length - 1], out written, format, culture), "TryFormat writes into too small a destination.");
            Assert.Equal(0, written);
        }
    }
#endif

    private delegate bool TryParser<T>(string? text, out T? value);

    private static Func<string, T>? ParseMethod<T>() =>
        typeof(T).GetMethod("Parse", PublicStatic, null, [typeof(string)], null) is { } method
            ? (Func<string, T>)Delegate.CreateDelegate(typeof(Func<string, T>), method)
            : null;

    private static TryParser<T>? TryParseMethod<T>() =>
        typeof(T).GetMethod("TryParse", PublicStatic, null, [typeof(string), typeof(T).MakeByRefType()], null) is { } method
            ? (TryParser<T>)Delegate.CreateDelegate(typeof(TryParser<T>), method)
            : null;

    private static string Say<T>(T value, string what) => typeof(T).Name + " " + value + ": " + what + ".";

    private sealed class OtherType;
}
