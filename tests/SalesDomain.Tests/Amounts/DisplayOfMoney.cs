using System;
using System.Globalization;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Amounts;

public sealed class DisplayOfMoney
{
    private static readonly CultureInfo s_german = CultureInfo.GetCultureInfo("de-DE");
    private static readonly Money s_money = new(1234567.5m, Currency.USD);

    [Theory]
    [InlineData("N", "USD 1,234,567.50")]
    [InlineData("N0", "USD 1,234,568")]
    [InlineData("N3", "USD 1,234,567.500")]
    [InlineData("A", "1,234,567.50")]
    [InlineData("A0", "1,234,568")]
    [InlineData("A3", "1,234,567.500")]
    [InlineData("G", "USD 1234567.50")]
    [InlineData("", "USD 1234567.50")]
    [InlineData(null, "USD 1234567.50")]
    public void Without_a_provider_is_invariant_whatever_the_current_culture(string? format, string text) =>
        Cultures.Each(() => Assert.Equal(text, s_money.ToString(format, null)));

    [Theory]
    [InlineData("N", "USD 1.234.567,50")]
    [InlineData("N0", "USD 1.234.568")]
    [InlineData("A", "1.234.567,50")]
    [InlineData("A3", "1.234.567,500")]
    [InlineData("G", "USD 1234567.50")]
    public void Follows_the_provider_where_the_format_is_for_display(string format, string text) =>
        Cultures.Each(() => Assert.Equal(text, s_money.ToString(format, s_german)));

    [Fact]
    public void Follows_the_number_format_of_every_culture() =>
        Cultures.Each(culture =>
        {
            Assert.Equal("USD " + 1234567.5m.ToString("N2", culture), s_money.ToString("N", culture));
            Assert.Equal((-1234.5m).ToString("N1", culture), new Money(-1234.5m, Currency.JPY).ToString("A", culture));
        });

    [Theory]
    [InlineData("0.0042", "USD", "0.0042")]
    [InlineData("0.005", "USD", "0.005")]
    [InlineData("1234.5", "JPY", "1,234.5")]
    [InlineData("1234", "JPY", "1,234")]
    [InlineData("1.5", "KWD", "1.500")]
    [InlineData("1.50", "XAU", "1.5")]
    [InlineData("2.5000000", "USD", "2.50")]
    public void Never_rounds_unless_the_format_names_the_decimals(string amount, string code, string text) =>
        Assert.Equal(text, Of(amount, code).ToString("A", CultureInfo.InvariantCulture));

    [Property]
    public void Without_named_decimals_shows_every_digit(AnyDecimal amount, Currency currency)
    {
        var text = new Money(amount.Value, currency).ToString("A", CultureInfo.InvariantCulture);

        Assert.Equal(amount.Value, decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("0.5", "1")]
    [InlineData("1.5", "2")]
    [InlineData("2.5", "3")]
    [InlineData("-2.5", "-3")]
    [InlineData("2.4999999999999999999999999999", "2")]
    public void Rounds_half_away_from_zero_for_the_eye(string amount, string text) =>
        Assert.Equal(text, Of(amount, "USD").ToString("A0", CultureInfo.InvariantCulture));

    [Fact]
    public void Takes_up_to_28_decimals()
    {
        var money = new Money(0.0000000000000000000000000001m, Currency.USD);

        Assert.Equal("0.0000000000000000000000000001", money.ToString("A28", CultureInfo.InvariantCulture));
        Assert.Throws<FormatException>(() => money.ToString("A29", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("C")]
    [InlineData("n")]
    [InlineData("a2")]
    [InlineData("g")]
    [InlineData("G2")]
    [InlineData("N2x")]
    [InlineData("N-1")]
    [InlineData("N99999999999")]
    [InlineData("N٢")]
    [InlineData("0.00")]
    [InlineData(" N")]
    [InlineData("P")]
    public void Refuses_every_other_format(string format)
    {
        var refusal = Assert.Throws<FormatException>(() => s_money.ToString(format, s_german));

        Assert.Contains("'" + format + "'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stands_in_interpolated_text()
    {
        Assert.Equal("due: USD 1,234,567.50", FormattableString.Invariant($"due: {s_money:N}"));
        Assert.Equal("due: 1.234.567,50", string.Format(s_german, "due: {0:A}", s_money));
    }

    private static Money Of(string amount, string code) =>
        new(decimal.Parse(amount, CultureInfo.InvariantCulture), Currency.FromCode(code));
}
