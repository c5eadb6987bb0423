using System;
using Xunit;

namespace SalesDomain.Tests.Currencies;

public sealed class FindingACurrency
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("cny")]
    [InlineData("Cny")]
    [InlineData("CNY ")]
    [InlineData(" CNY")]
    [InlineData("CN")]
    [InlineData("CNYY")]
    [InlineData("HRK")]
    [InlineData("156")]
    [InlineData("ＣＮＹ")]
    public void Other_texts_are_no_code(string code)
    {
        var refusal = Assert.Throws<ArgumentException>(() => Currency.FromCode(code));
        Assert.Equal("code", refusal.ParamName);
        Assert.Contains("'" + code + "'", refusal.Message, StringComparison.Ordinal);

        Assert.False(Currency.TryFromCode(code, out var nothing));
        Assert.Null(nothing);
    }

    [Fact]
    public void Null_is_refused_where_a_code_must_be_and_is_no_code_where_it_may_be()
    {
        Assert.Equal("code", Assert.Throws<ArgumentNullException>(() => Currency.FromCode(null!)).ParamName);
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => Currency.Parse(null!)).ParamName);
        Assert.False(Currency.TryFromCode(null, out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-156)]
    [InlineData(1)]
    [InlineData(191)]
    [InlineData(1000)]
    public void Other_numbers_are_no_numeric_code(int number)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Currency.FromNumericCode(number));

        Assert.Equal("numericCode", refusal.ParamName);
    }

    [Fact]
    public void A_numeric_code_needs_no_leading_zeros()
    {
        Assert.Equal(Currency.ALL, Currency.FromNumericCode(8));
        Assert.Equal(Currency.CNY, Currency.FromNumericCode(156));
    }

    [Fact]
    public void Its_text_is_its_code()
    {
        TestHelper.TestRoundTrip(Currency.CNY, "CNY");
        TestHelper.TestRoundTrip(Currency.XXX, "XXX");
        TestHelper.TestBadTexts(Currency.Parse, "", "cny", "CNY ", "HRK", "POINT", "156");
    }
}
