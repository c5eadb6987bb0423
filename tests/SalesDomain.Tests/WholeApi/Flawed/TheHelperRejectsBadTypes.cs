using System;
using Xunit;
using Xunit.Sdk;

namespace SalesDomain.Tests.WholeApi.Flawed;

/// <summary>A helper that lets a bad type pass would make every test that uses it worthless.</summary>
public sealed class TheHelperRejectsBadTypes
{
    [Fact]
    public void It_accepts_a_good_value()
    {
        TestHelper.TestEqualsStruct(new Number(7), new Number(7), new Number(8));
        TestHelper.TestEqualsClass(new Word("7"), new Word("7"), new Word("8"));
        TestHelper.TestCompareTo(new Number(7), new Number(7), new Number(8), new Number(9));
        TestHelper.TestCompareTo("7", "7", "8");
        TestHelper.TestRoundTrip(new Number(7), "7");
        TestHelper.TestBadTexts(Number.Parse, "", "x", "7 ");
    }

    [Theory]
    [InlineData(Flaw.ObjectEquals)]
    [InlineData(Flaw.TypedEquals)]
    [InlineData(Flaw.EqualsAnything)]
    [InlineData(Flaw.EqualsNull)]
    [InlineData(Flaw.HashCode)]
    [InlineData(Flaw.EqualityOperator)]
    [InlineData(Flaw.InequalityOperator)]
    public void It_rejects_wrong_equality(Flaw flaw) =>
        Rejects(flaw, () => TestHelper.TestEqualsStruct(new Number(7), new Number(7), new Number(8)));

    [Theory]
    [InlineData(Flaw.EqualsNull)]
    [InlineData(Flaw.EqualityOperator)]
    [InlineData(Flaw.NullOperator)]
    public void It_rejects_wrong_equality_of_a_class(Flaw flaw) =>
        Rejects(flaw, () => TestHelper.TestEqualsClass(new Word("7"), new Word("7"), new Word("8")));

    [Theory]
    [InlineData(Flaw.CompareTo)]
    [InlineData(Flaw.CompareToObject)]
    [InlineData(Flaw.CompareToNull)]
    [InlineData(Flaw.CompareToOtherType)]
    [InlineData(Flaw.LessThan)]
    [InlineData(Flaw.GreaterThanOrEqual)]
    public void It_rejects_wrong_order(Flaw flaw) =>
        Rejects(flaw, () => TestHelper.TestCompareTo(new Number(7), new Number(7), new Number(8)));

    [Theory]
    [InlineData(Flaw.CultureInToString)]
    [InlineData(Flaw.Parse)]
    [InlineData(Flaw.TryParse)]
    [InlineData(Flaw.TryParseNull)]
    [InlineData(Flaw.Format)]
    [InlineData(Flaw.NullFormat)]
    [InlineData(Flaw.ConvertFrom)]
    [InlineData(Flaw.ConvertTo)]
#if NET
    [InlineData(Flaw.Parsable)]
    [InlineData(Flaw.SpanParsable)]
    [InlineData(Flaw.TryFormatTooSmall)]
    [InlineData(Flaw.TryFormatExact)]
    [InlineData(Flaw.CharsWritten)]
#endif
    public void It_rejects_a_wrong_round_trip(Flaw flaw) => Rejects(flaw, () => TestHelper.TestRoundTrip(new Number(-7), "-7"));

    [Theory]
    [InlineData(Flaw.ReadsBadText)]
    [InlineData(Flaw.WrongException)]
    [InlineData(Flaw.SilentMessage)]
    [InlineData(Flaw.TriesBadText)]
    [InlineData(Flaw.LeavesValue)]
#if NET
    [InlineData(Flaw.ParsableReadsBadText)]
#endif
    public void It_rejects_a_reader_of_bad_texts(Flaw flaw) => Rejects(flaw, () => TestHelper.TestBadTexts(Number.Parse, "x"));

    [Fact]
    public void It_rejects_a_test_that_would_test_nothing()
    {
        Assert.ThrowsAny<XunitException>(() => TestHelper.TestEqualsStruct(new Number(7), new Number(7)));
        Assert.ThrowsAny<XunitException>(() => TestHelper.TestCompareTo(new Number(7), new Number(7)));
        Assert.ThrowsAny<XunitException>(() => TestHelper.TestBadTexts(Number.Parse));
        Assert.ThrowsAny<XunitException>(() => TestHelper.TestRoundTrip(new Word("7"), "7"));
        var same = new Word("7");
        Assert.ThrowsAny<XunitException>(() => TestHelper.TestEqualsClass(same, same, new Word("8")));
    }

    [Fact]
    public void It_rejects_a_type_without_operators()
    {
        var refusal = Assert.ThrowsAny<XunitException>(() => TestHelper.TestEqualsStruct(7, 7, 8));
        Assert.Contains("op_Equality", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_under_a_culture_names_it()
    {
        var refusal = Assert.ThrowsAny<XunitException>(() => Cultures.Each(culture => Assert.NotEqual("th-TH", culture.Name)));
        Assert.Contains("'th-TH'", refusal.Message, StringComparison.Ordinal);
    }

    private static void Rejects(Flaw flaw, Action test)
    {
        test();
        Number.Has = flaw;
        try
        {
            Assert.ThrowsAny<XunitException>(test);
        }
        finally
        {
            Number.Has = Flaw.None;
        }
    }
}
