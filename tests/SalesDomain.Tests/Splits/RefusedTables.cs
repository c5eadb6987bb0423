using System;
using System.Collections.Generic;
using Xunit;

namespace SalesDomain.Tests.Splits;

public sealed class RefusedTables
{
    private static readonly Money s_ten = new(10m, Currency.USD);

    [Fact]
    public void Missing_tables_and_totals_are_refused()
    {
        Assert.Equal(
            "amounts", Assert.Throws<ArgumentNullException>(() => ControlledRounding.ToMinorUnit.Round((Money[,])null!)).ParamName);
        Assert.Equal(
            "quantities", Assert.Throws<ArgumentNullException>(() => ControlledRounding.ToWhole.Round((Quantity[,])null!)).ParamName);
        Assert.Equal("figures", Assert.Throws<ArgumentNullException>(() => ControlledRounding.ToWhole.Round((decimal[,])null!)).ParamName);
        Assert.Equal(
            "rowTotals", Assert.Throws<ArgumentNullException>(() => ControlledRounding.ToWhole.Spread(null!, new[] { 1m })).ParamName);
        Assert.Equal(
            "columnTotals", Assert.Throws<ArgumentNullException>(() => ControlledRounding.ToWhole.Spread(new[] { 1m }, null!)).ParamName);
        Assert.Equal(
            "columnTotals",
            Assert.Throws<ArgumentNullException>(() => ControlledRounding.ToMinorUnit.Spread(new[] { s_ten }, null!)).ParamName);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    public void A_table_has_a_row_and_a_column(int rows, int columns)
    {
        Assert.Equal(
            "amounts", Assert.Throws<ArgumentException>(() => ControlledRounding.ToMinorUnit.Round(new Money[rows, columns])).ParamName);
        Assert.Equal(
            "quantities", Assert.Throws<ArgumentException>(() => ControlledRounding.ToWhole.Round(new Quantity[rows, columns])).ParamName);
        Assert.Equal(
            "figures", Assert.Throws<ArgumentException>(() => ControlledRounding.ToWhole.Round(new decimal[rows, columns])).ParamName);
        if (rows == 0)
        {
            Assert.Equal(
                "rowTotals",
                Assert.Throws<ArgumentException>(() => ControlledRounding.ToWhole.Spread(new decimal[rows], new decimal[columns]))
                    .ParamName);
        }
        else
        {
            Assert.Equal(
                "columnTotals",
                Assert.Throws<ArgumentException>(() => ControlledRounding.ToWhole.Spread(new decimal[rows], new decimal[columns]))
                    .ParamName);
        }
    }

    [Fact]
    public void A_table_is_of_one_currency_or_unit_of_measure()
    {
        var mismatch = Assert.Throws<CurrencyMismatchException>(
            () => ControlledRounding.ToMinorUnit.Round(new[,] { { s_ten }, { Money.Zero(Currency.EUR) } }));
        Assert.Equal("amounts", mismatch.ParamName);
        Assert.Equal((Currency.USD, Currency.EUR), (mismatch.Expected, mismatch.Actual));

        var units = Assert.Throws<UnitMismatchException>(
            () => ControlledRounding.ToWhole.Round(new[,] { { Quantity.Pieces(1m), new Quantity(1m, UnitOfMeasure.Case) } }));
        Assert.Equal("quantities", units.ParamName);

        Assert.Equal("rowTotals", Assert.Throws<CurrencyMismatchException>(
            () => ControlledRounding.ToMinorUnit.Spread(new[] { s_ten, Money.Zero(Currency.EUR) }, new[] { s_ten })).ParamName);
        Assert.Equal("columnTotals", Assert.Throws<CurrencyMismatchException>(
            () => ControlledRounding.ToMinorUnit.Spread(new[] { s_ten }, new[] { new Money(10m, Currency.EUR) })).ParamName);
        Assert.Equal("columnTotals", Assert.Throws<UnitMismatchException>(
            () =>
                ControlledRounding.ToWhole.Spread(
                    new[] { Quantity.Pieces(1m) }, new[] { new Quantity(1m, UnitOfMeasure.Case) })).ParamName);
    }

    [Fact]
    public void Only_money_has_a_minor_unit()
    {
        Assert.Throws<InvalidOperationException>(() => ControlledRounding.ToMinorUnit.Round(new[,] { { 1m } }));
        Assert.Throws<InvalidOperationException>(() => ControlledRounding.ToMinorUnit.Round(new[,] { { Quantity.Pieces(1m) } }));
        Assert.Throws<InvalidOperationException>(() => ControlledRounding.ToMinorUnit.Spread(new[] { 1m }, new[] { 1m }));
        Assert.Throws<InvalidOperationException>(
            () => ControlledRounding.ToMinorUnit.Spread(new[] { Quantity.Pieces(1m) }, new[] { Quantity.Pieces(1m) }));

        var gold = new Money(10m, Currency.XAU);
        Assert.Equal(
            "amounts", Assert.Throws<ArgumentException>(() => ControlledRounding.ToMinorUnit.Round(new[,] { { gold } })).ParamName);
        Assert.Equal(
            "rowTotals",
            Assert.Throws<ArgumentException>(() => ControlledRounding.ToMinorUnit.Spread(new[] { gold }, new[] { gold })).ParamName);
        Assert.Equal(new[,] { { gold } }, ControlledRounding.InUnitsOf(0.5m).Round(new[,] { { gold } }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.01)]
    public void A_unit_is_positive(decimal unit) =>
        Assert.Equal("unit", Assert.Throws<ArgumentOutOfRangeException>(() => ControlledRounding.InUnitsOf(unit)).ParamName);

    [Theory]
    [InlineData(10, 9.99, "columnTotals")]
    [InlineData(10, 10.01, "columnTotals")]
    [InlineData(10.005, 10.005, "rowTotals")]
    [InlineData(10, 10, null)]
    public void Totals_are_multiples_and_sum_to_the_same(decimal rows, decimal columns, string? refused)
    {
        var error = Record.Exception(() => ControlledRounding.InUnitsOf(0.01m).Spread(new[] { rows, 1m }, new[] { 1m, columns }));

        Assert.Equal(refused, (error as ArgumentException)?.ParamName);
        Assert.Equal(refused is null, error is null);
    }

    [Fact]
    public void A_column_total_between_two_multiples_is_refused() =>
        Assert.Equal("columnTotals", Assert.Throws<ArgumentException>(
            () => ControlledRounding.ToWhole.Spread(new[] { 3m }, new[] { 1.5m, 1.5m })).ParamName);

    [Theory]
    [InlineData("1.234567890123456789012345679", "9.876543120987654312098765432", 8)]
    [InlineData("0.0000000000000000000000000007", "7.9228162514264337593543950331", null)]
    [InlineData("0.0000000000000000000000000003", "7.9228162514264337593543950334", null)]
    [InlineData("0.0000000000000000000000000003", "79228162514264337593543950333", null)]
    [InlineData("0.3333333333333333333333333333", "79228162514264337593543950335", null)]
    [InlineData("26409387504754779197847983445", "79228162514264337593543950335", 3)]
    [InlineData("26409387504754779197847983445", "79228162514264337593543950334", null)]
    [InlineData("1234567890123456789012345678.9", "12345678901234567890123456789", 10)]
    [InlineData("1234567890123456789012345678.9", "12345678901234567890123456788", null)]
    public void Units_and_totals_of_all_digits_are_told_apart_to_the_last(string unit, string total, int? units)
    {
        var (one, all) = (Number(unit), Number(total));
        var isMultiple = (Exact.Of(all) / Exact.Of(one)).IsWhole;
        var how = ControlledRounding.InUnitsOf(one);
        var error = Record.Exception(() => how.Spread(new[] { all }, new[] { 0m, all }));

        Assert.Equal(isMultiple ? null : "rowTotals", (error as ArgumentException)?.ParamName);
        Assert.Equal(isMultiple, error is null);
        if (units is { } count)
            Assert.Equal(new[,] { { 0m, count * one } }, how.Spread(new[] { all }, new[] { 0m, all }));
    }

    [Fact]
    public void Totals_of_both_signs_have_no_proportion()
    {
        Assert.Equal("rowTotals", Assert.Throws<ArgumentException>(
            () => ControlledRounding.ToWhole.Spread(new[] { 0m, 3m, -1m }, new[] { 2m })).ParamName);
        Assert.Equal("columnTotals", Assert.Throws<ArgumentException>(
            () => ControlledRounding.ToWhole.Spread(new[] { -2m }, new[] { -3m, 0m, 1m })).ParamName);
    }

    [Fact]
    public void A_result_that_no_decimal_holds_is_refused()
    {
        // The multiples of 1.1 on either side have one digit too many.
        Assert.Throws<OverflowException>(() => ControlledRounding.InUnitsOf(1.1m).Round(new[,] { { decimal.MaxValue } }));
        Assert.Equal(new[,] { { decimal.MaxValue } }, ControlledRounding.InUnitsOf(0.7m).Round(new[,] { { decimal.MaxValue } }));
    }

    [Fact]
    public void Lists_are_read_once()
    {
        var reads = 0;
        IEnumerable<decimal> Once()
        {
            reads++;
            yield return 1m;
        }

        ControlledRounding.ToWhole.Spread(Once(), Once());
        Assert.Equal(2, reads);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
