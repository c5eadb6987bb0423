using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

public sealed class NoCultureDependence
{
    [Fact]
    public void No_call_in_the_library_depends_on_the_culture() => Faults.MustBeNone(CultureCalls.FaultsIn(IlCode.Library));

    [Fact]
    public void Every_value_prints_the_same_under_every_culture()
    {
        var texts = Printed();
        Cultures.Each(() => Assert.Equal(texts, Printed()));

        static string[] Printed() =>
            [.. PublicSurface.ClosedTypes.Where(Samples.Has).SelectMany(Samples.Of).Select(sample => sample.ToString()!)];
    }

    [Fact]
    public void What_a_type_prints_it_reads_back_under_every_culture()
    {
        var readable = PublicSurface.ClosedTypes.Where(type => Parse(type) is not null).ToArray();
        Assert.Contains(typeof(Money), readable);
        Cultures.Each(
            () =>
                Assert.All(
                    readable.SelectMany(Samples.Of),
                    sample => Assert.Equal(sample, Parse(sample.GetType())!.Invoke(null, [sample.ToString()]))));
    }

    [Fact]
    public void The_check_finds_each_kind_of_call()
    {
        var faulty = CultureCalls.FaultsIn(IlCode.Tests, nameof(Dependent))
            .Select(fault => fault.Split([": "], StringSplitOptions.None)[0]);
        Assert.Equal(
            MethodsOf(typeof(Dependent)),
            faulty.Where(name => name.StartsWith(nameof(Dependent) + ".", StringComparison.Ordinal)).Distinct()
                .OrderBy(name => name, StringComparer.Ordinal));
    }

    [Fact]
    public void The_check_finds_a_record_that_leaves_its_printing_to_the_compiler()
    {
        Assert.Equal(
            ["PrintingRecord.PrintMembers: formats Decimal, perhaps in the current culture (Object.ToString)"],
            CultureCalls.FaultsIn(IlCode.Tests, nameof(PrintingRecord)));
        Faults.MustBeNone(CultureCalls.FaultsIn(IlCode.Tests, nameof(SilentRecord)));
    }

    [Fact]
    public void The_check_lets_pass_what_is_the_same_everywhere()
    {
        Assert.NotEmpty(MethodsOf(typeof(Invariant)));
        Faults.MustBeNone(CultureCalls.FaultsIn(IlCode.Tests, nameof(NoCultureDependence) + "/" + nameof(Invariant)));
    }

    private static System.Reflection.MethodInfo? Parse(Type type) =>
        type.GetMethod("Parse", [typeof(string)]) is { IsStatic: true } method ? method : null;

    private static string[] MethodsOf(Type type) =>
    [
        .. type.GetMethods(
            System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.DeclaredOnly)
            .Select(method => type.Name + "." + method.Name).OrderBy(name => name, StringComparer.Ordinal),
    ];

#pragma warning disable // What follows is written to break the rules.
    private static class Dependent
    {
        public static string NumberToString(decimal value) => value.ToString();

        public static string NumberByPattern(int value) => value.ToString("N0");

        public static string NumberByProviderOutsideTheHelper(decimal value) => value.ToString(CultureInfo.InvariantCulture);

        public static string Date(LocalDate value) => value.ToString();

        public static string DateByPattern(LocalDate value) => NodaTime.Text.LocalDatePattern.Iso.Format(value);

        public static string Boxed(object value) => value.ToString()!;

        public static string AnyType<T>(T value) => value!.ToString()!;

        public static string AddedObject(object value) => "it is " + value;

        public static string AddedAny<T>(IEnumerable<T> values) => "it is " + values.First();

        public static string MaybeNumber(decimal? value) => value.ToString()!;

        public static string Formatted(int value) => string.Format("{0}", value);

        public static string Added(int value) => "n = " + value;

        public static string Interpolated(decimal value) => $"n = {value:N2} of {value}";

        public static string InterpolatedDate(LocalDate value) => $"on {value}";

        public static string InALambda(int[] values) => string.Join("", Array.ConvertAll(values, value => "n" + value));

        public static string Joined(int[] values) => string.Join(", ", values);

        public static void Appended(StringBuilder text, int value) => text.Append(value);

        public static void AppendedObject(StringBuilder text, object value) => text.Append(value);

        public static void AppendedFormat(StringBuilder text, string value) => text.AppendFormat("{0}", value);

        public static void AppendedHole(StringBuilder text, decimal value) => text.Append($"{value}");

        public static decimal Parsed(string text) => decimal.Parse(text);

        public static bool TriedToParse(string text) => int.TryParse(text, out _);

        public static decimal Converted(string text) => Convert.ToDecimal(text);

        public static CultureInfo Culture() => CultureInfo.CurrentCulture;

        public static NumberFormatInfo Numbers() => NumberFormatInfo.CurrentInfo;

        public static string Upper(string text) => text.ToUpper();

        public static char Lower(char letter) => char.ToLower(letter);

        public static int Compared(string left, string right) => string.Compare(left, right);

        public static int ComparedAsMember(string left, string right) => left.CompareTo(right);

        public static int ComparedAsWhatever<T>(T left, T right)
            where T : IComparable<T> => left.CompareTo(right);

        public static bool ComparedByEnum(string left, string right) => left.Equals(right, StringComparison.CurrentCultureIgnoreCase);

        public static IComparer<string> Comparer() => StringComparer.CurrentCulture;

        public static IComparer<string> DefaultComparer() => Comparer<string>.Default;

        public static bool Begins(string text) => text.StartsWith("a");

        public static int Found(string text) => text.IndexOf("a");

        public static IEnumerable<string> Sorted(string[] texts) => texts.OrderBy(text => text);

        public static void SortedInPlace(string[] texts) => Array.Sort(texts);
    }

    private static class Invariant
    {
        public static string OwnClasses(Currency? currency, UnitConversions conversions, Timeline<Currency> timeline, LocalDate date) =>
            "in " + currency + conversions.BaseUnit + timeline.At(date) + Rounding.Commercial;

        public static string Own(Money value, CustomerId customer, RoundingMode mode) => value + " " + customer + mode;

#if NET
        // On .NET Framework the same line calls string.Format, which is refused whatever it is given.
        public static string OwnInHoles(Money value, CustomerId customer, string text, char letter) =>
            $"{value} {customer} {text} {letter}";
#endif

        public static string EnumOfAnyKind<T>(T value)
            where T : struct, Enum => value.ToString();

        public static string Truth(bool value) => "it is " + value;

        public static string Built(StringBuilder text) => text.Append("a").Append('b').Append(' ', 2).Append(true).ToString();

        public static int Parsed(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

        public static bool Begins(string text) =>
            text.StartsWith("a", StringComparison.Ordinal) || text.IndexOf('a') > 0 || text.Contains("a");

        public static int Compared(string left, string right) => string.CompareOrdinal(left, right);

        public static IEnumerable<string> Sorted(string[] texts) =>
            texts.OrderBy(text => text, StringComparer.Ordinal).ThenBy(text => text.Length);

        public static string Joined(string[] texts) => string.Join(", ", texts) + string.Concat(texts);

        public static string Upper(string text) => text.ToUpperInvariant();
    }

    private sealed record PrintingRecord(decimal Amount);

    private sealed record SilentRecord(decimal Amount)
    {
        public override string ToString() => "silent";
    }
#pragma warning restore
}
