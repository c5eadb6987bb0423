using System;
using System.Globalization;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Units;

public sealed class TextOfQuantities
{
    [Theory]
    [InlineData("120", "PCE", "120 PCE")]
    [InlineData("120.00", "PCE", "120 PCE")]
    [InlineData("2.50", "KGM", "2.5 KGM")]
    [InlineData("-3", "CS", "-3 CS")]
    [InlineData("-0.0", "CS", "0 CS")]
    [InlineData("0.0000000000000000000000000001", "m²", "0.0000000000000000000000000001 m²")]
    [InlineData("12", "箱", "12 箱")]
    [InlineData("79228162514264337593543950335", "PCE", "79228162514264337593543950335 PCE")]
    public void Is_amount_and_code_without_trailing_zeros(string amount, string unit, string text) =>
        TestHelper.TestRoundTrip(Of(amount, unit), text);

    [Property]
    public void Of_any_quantity_reads_back_as_that_quantity(AnyDecimal amount, UnitOfMeasure unit)
    {
        var quantity = new Quantity(amount.Value, unit);

        Assert.Equal(quantity, Quantity.Parse(quantity.ToString()));
    }

    [Fact]
    public void Is_refused_in_every_other_form() =>
        TestHelper.TestBadTexts(
            Quantity.Parse, "", " ", "120", "120 ", " 120 PCE", "120  PCE", "120 PCE ", "120PCE", "PCE 120", "120 P CE", "1,200 PCE",
            "1.200,5 PCE", "1e3 PCE", "١٢ PCE",
            "120\tPCE", "120\u00A0PCE", "79228162514264337593543950336 PCE", "0.00000000000000000000000000001 PCE", "- PCE");

    [Fact]
    public void Null_is_refused_by_its_name()
    {
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => Quantity.Parse(null!)).ParamName);
        Assert.False(Quantity.TryParse(null, out _));
    }

    [Theory]
    [InlineData("N", "1,234.5 CS")]
    [InlineData("N0", "1,235 CS")]
    [InlineData("N3", "1,234.500 CS")]
    [InlineData("A", "1,234.5")]
    [InlineData("A2", "1,234.50")]
    [InlineData("G", "1234.5 CS")]
    [InlineData(null, "1234.5 CS")]
    public void For_display_without_a_provider_is_invariant_whatever_the_current_culture(string? format, string text) =>
        Cultures.Each(() => Assert.Equal(text, Of("1234.50", "CS").ToString(format, null)));

    [Fact]
    public void For_display_follows_the_provider() =>
        Cultures.Each(culture =>
        {
            Assert.Equal(1234.5m.ToString("N1", culture) + " CS", Of("1234.50", "CS").ToString("N", culture));
            Assert.Equal(1234.5m.ToString("N3", culture), Of("1234.50", "CS").ToString("A3", culture));
        });

    [Theory]
    [InlineData("P")]
    [InlineData("n")]
    [InlineData("A29")]
    [InlineData("0.0")]
    public void For_display_refuses_every_other_format(string format) =>
        Assert.Contains(
            "'" + format + "'", Assert.Throws<FormatException>(() => Of("1", "CS").ToString(format, null)).Message,
            StringComparison.Ordinal);

    private static Quantity Of(string amount, string unit) =>
        new(decimal.Parse(amount, CultureInfo.InvariantCulture), UnitOfMeasure.FromCode(unit));
}
