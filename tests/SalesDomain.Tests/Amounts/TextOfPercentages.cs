using System;
using System.Globalization;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Amounts;

public sealed class TextOfPercentages
{
    [Theory]
    [InlineData("12.5", "12.5%")]
    [InlineData("12.50", "12.5%")]
    [InlineData("0", "0%")]
    [InlineData("-0.0", "0%")]
    [InlineData("100", "100%")]
    [InlineData("0.01", "0.01%")]
    [InlineData("-5", "-5%")]
    [InlineData("1234.5", "1234.5%")]
    [InlineData("33.333333333333333333333333", "33.333333333333333333333333%")]
    [InlineData("0.00000000000000000000000001", "0.00000000000000000000000001%")]
    public void Is_the_number_of_percent_and_the_sign(string percent, string text) => TestHelper.TestRoundTrip(Of(percent), text);

    [Property]
    public void Of_any_fraction_reads_back_as_that_fraction(AnyDecimal any)
    {
        if (Math.Abs(any.Value) > decimal.MaxValue / 100m)
            return;

        var percentage = Percentage.FromFraction(any.Value);
        Assert.Equal(percentage, Percentage.Parse(percentage.ToString()));
    }

    [Fact]
    public void Is_refused_in_every_other_form() =>
        TestHelper.TestBadTexts(
            Percentage.Parse, "", "%", "12.5", "12.5 %", "12.5\u00A0%", " 12.5%", "12.5% ", "12,5%", "1,000%", "1e2%", "12.5%%", "%12.5",
            "12.5٪", "۱۲%",
            "-%", ".%", "12.5pp", "12.5%\0");

    [Theory]
    [InlineData("0.000000000000000000000000001%")]
    [InlineData("79228162514264337593543950336%")]
    [InlineData("3.333333333333333333333333333%")]
    public void Is_refused_when_the_fraction_needs_more_digits_than_a_decimal_holds(string text) =>
        TestHelper.TestBadTexts(Percentage.Parse, text);

    [Fact]
    public void Null_is_refused_by_its_name()
    {
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => Percentage.Parse(null!)).ParamName);
        Assert.False(Percentage.TryParse(null, out _));
    }

    [Fact]
    public void For_display_follows_the_provider_and_never_the_current_culture() =>
        Cultures.Each(culture =>
        {
            Assert.Equal(0.125m.ToString("P1", culture), Of("12.5").ToString("P", culture));
            Assert.Equal(0.125m.ToString("P3", culture), Of("12.5").ToString("P3", culture));
            Assert.Equal(0.125m.ToString("P1", CultureInfo.InvariantCulture), Of("12.5").ToString("P", null));
        });

    [Theory]
    [InlineData("12.5", "P0", "13")]
    [InlineData("-12.5", "P0", "-13")]
    [InlineData("0.005", "P", "0.005")]
    [InlineData("0.005", "P2", "0.01")]
    [InlineData("1234.50", "P", "1,234.5")]
    public void For_display_rounds_only_to_named_decimals_half_away_from_zero(string percent, string format, string digits) =>
        Assert.Equal(digits, Of(percent).ToString(format, CultureInfo.InvariantCulture).TrimEnd('%').TrimEnd());

    [Theory]
    [InlineData("N")]
    [InlineData("A")]
    [InlineData("p")]
    [InlineData("P29")]
    [InlineData("P-1")]
    [InlineData("C")]
    [InlineData("0.0%")]
    public void For_display_refuses_every_other_format(string format)
    {
        var refusal = Assert.Throws<FormatException>(() => Of("12.5").ToString(format, null));

        Assert.Contains("'" + format + "'", refusal.Message, StringComparison.Ordinal);
    }

    private static Percentage Of(string percent) => Percentage.FromPercent(decimal.Parse(percent, CultureInfo.InvariantCulture));
}
