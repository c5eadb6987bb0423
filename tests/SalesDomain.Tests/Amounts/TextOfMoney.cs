using System;
using System.Globalization;
using System.Linq;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Amounts;

public sealed class TextOfMoney
{
    private static readonly Currency s_points = Currency.Custom("POINT", 0, "Loyalty points");

    [Theory]
    [InlineData("2.5", "USD", "USD 2.50")]
    [InlineData("2.50", "USD", "USD 2.50")]
    [InlineData("2.500000", "USD", "USD 2.50")]
    [InlineData("3", "JPY", "JPY 3")]
    [InlineData("3.0", "JPY", "JPY 3")]
    [InlineData("0.5", "JPY", "JPY 0.5")]
    [InlineData("1.5", "KWD", "KWD 1.500")]
    [InlineData("1.5", "CLF", "CLF 1.5000")]
    [InlineData("0.0042", "USD", "USD 0.0042")]
    [InlineData("-2.5", "USD", "USD -2.50")]
    [InlineData("-0.005", "USD", "USD -0.005")]
    [InlineData("0", "USD", "USD 0.00")]
    [InlineData("-0.00", "USD", "USD 0.00")]
    [InlineData("-0.0", "JPY", "JPY 0")]
    [InlineData("1.50", "XAU", "XAU 1.5")]
    [InlineData("1234567.891", "CNY", "CNY 1234567.891")]
    [InlineData("100000", "VND", "VND 100000")]
    [InlineData("79228162514264337593543950335", "USD", "USD 79228162514264337593543950335.00")]
    [InlineData("-79228162514264337593543950335", "JPY", "JPY -79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "USD", "USD 0.0000000000000000000000000001")]
    [InlineData("7.9228162514264337593543950335", "USD", "USD 7.9228162514264337593543950335")]
    public void Is_code_and_amount_with_the_minor_digits_and_no_further_trailing_zeros(string amount, string code, string text) =>
        TestHelper.TestRoundTrip(Of(amount, code), text);

    [Property]
    public void Of_any_amount_reads_back_as_that_amount(AnyDecimal amount, Currency currency)
    {
        var money = new Money(amount.Value, currency);

        Assert.Equal(money, Money.Parse(money.ToString(), currency));
        if (currency.IsIso)
            Assert.Equal(money, Money.Parse(money.ToString()));
    }

    [Property]
    public void Is_the_same_for_equal_amounts_and_only_for_them(MoneyPair pair) =>
        Assert.Equal(pair.Left == pair.Right, pair.Left.ToString() == pair.Right.ToString());

    [Theory]
    [InlineData("USD +2.50", "2.5")]
    [InlineData("USD 02.50", "2.5")]
    [InlineData("USD 2.5000000000000000000000000000000000", "2.5")]
    [InlineData("USD 2.", "2")]
    [InlineData("USD .5", "0.5")]
    [InlineData("USD -.5", "-0.5")]
    [InlineData("USD -0", "0")]
    public void May_be_written_otherwise_where_the_meaning_is_plain(string text, string amount) =>
        Assert.Equal(Of(amount, "USD"), Money.Parse(text));

    [Fact]
    public void Is_refused_in_every_other_form() =>
        TestHelper.TestBadTexts(
            Money.Parse, "", " ", "USD", "USD ", "2.50", " 2.50", "2.50 USD", "USD2.50", "USD  2.50", " USD 2.50", "USD 2.50 ", "USD\t2.50",
            "USD\u00A02.50",
            "USD 1,000.00", "USD 1.000,00", "USD 2,50", "USD 1 000", "USD 1'000", "USD 2.5E1", "USD 1e3", "USD 0x1F", "USD $2.50",
            "USD (2.50)", "USD 2.50-",
            "USD - 2.50", "USD --2.50", "USD +-2.50", "USD .", "USD -", "USD 1.2.3", "USD NaN", "USD ∞", "USD ٢٫٥٠", "USD ٢", "USD ۲",
            "USD २", "USD ２",
            "USD −2.50", "USD 2.50\0", "usd 2.50", "Usd 2.50", "HRK 2.50", "POINT 5", "ZZZ 1", "USD 2.50 EUR", "USD 2.50\n");

    [Theory]
    [InlineData("79228162514264337593543950336")]
    [InlineData("-79228162514264337593543950336")]
    [InlineData("100000000000000000000000000000000")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("1.00000000000000000000000000001")]
    [InlineData("7.92281625142643375935439503361")]
    [InlineData("79228162514264337593543950335.1")]
    public void Is_refused_when_it_has_more_digits_than_a_decimal_holds(string amount) =>
        TestHelper.TestBadTexts(Money.Parse, "USD " + amount);

    [Fact]
    public void Of_a_custom_unit_is_read_with_the_unit_which_no_registry_knows()
    {
        var money = new Money(2.5m, s_points);

        Assert.Equal("POINT 2.5", money.ToString());
        Assert.Equal(money, Money.Parse("POINT 2.5", s_points));
        Assert.Equal(new Money(2.5m, Currency.USD), Money.Parse("USD 2.50", Currency.USD));
        TestHelper.TestBadTexts(
            text => Money.Parse(text, s_points), "USD 2.50", "point 2.5", "POINTS 2.5", "POINT  2.5", "2.5", "POINT", "");
    }

    [Fact]
    public void Null_is_refused_by_its_name()
    {
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => Money.Parse(null!)).ParamName);
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => Money.Parse(null!, Currency.USD)).ParamName);
        Assert.Equal("currency", Assert.Throws<ArgumentNullException>(() => Money.Parse("USD 2.50", null!)).ParamName);
        Assert.False(Money.TryParse(null, out var nothing));
        Assert.Equal(default, nothing);
    }

    [Fact]
    public void And_arithmetic_are_the_same_under_every_culture()
    {
        var texts = Enumerable.Empty<string>().ToList();
        Cultures.Each(() =>
        {
            var total = Money.Sum(Currency.CNY, new[] { "CNY 1234.565", "CNY -0.5", "CNY 1000000" }.Select(text => Money.Parse(text)));
            texts.Add((total * Percentage.Parse("12.5%")).Round(Rounding.Parse("step:0.05 half-away")).ToString());
        });

        // 1,001,234.065 × 12.5 % = 125,154.258125.
        Assert.Equal(Cultures.All.Select(_ => "CNY 125154.25"), texts);
    }

    private static Money Of(string amount, string code) =>
        new(decimal.Parse(amount, CultureInfo.InvariantCulture), Currency.FromCode(code));
}
