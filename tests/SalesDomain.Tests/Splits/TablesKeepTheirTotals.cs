using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Splits;

public sealed class TablesKeepTheirTotals
{
    [Property]
    public Property Every_cell_goes_to_a_neighbouring_multiple_and_a_multiple_stays() =>
        Prop.ForAll(TableSample.Large, sample =>
            sample.Round().Cast<decimal>().Zip(sample.Figures.Cast<decimal>(), (rounded, exact) => IsNeighbour(rounded, exact, sample.Unit))
                .All(holds => holds));

    [Property]
    public Property Every_total_goes_to_a_neighbouring_multiple_and_a_multiple_stays() =>
        Prop.ForAll(TableSample.Large, sample =>
            Tables.Totals(sample.Round()).Zip(Tables.Totals(sample.Figures), (rounded, exact) => IsNeighbour(rounded, exact, sample.Unit))
                .All(holds => holds));

    [Property]
    public Property What_is_rounded_rounds_to_itself() =>
        Prop.ForAll(TableSample.Large, sample =>
        {
            var rounded = sample.Round();
            return Tables.AreEqual(rounded, ControlledRounding.InUnitsOf(sample.Unit).Round(rounded));
        });

    [Property]
    public Property The_table_given_is_not_changed_and_the_same_comes_out_again() =>
        Prop.ForAll(TableSample.Large, sample =>
        {
            var figures = sample.Figures;
            var rounded = ControlledRounding.InUnitsOf(sample.Unit).Round(figures);
            return Tables.AreEqual(figures, sample.Figures)
                && Tables.AreEqual(rounded, ControlledRounding.InUnitsOf(sample.Unit).Round(figures));
        });

    [Property]
    public Property A_negated_table_gives_the_negated_result() =>
        Prop.ForAll(TableSample.Large, sample => Tables.AreEqual(sample.Negated().Round(), Tables.Map(sample.Round(), cell => -cell)));

    [Property]
    public Property A_transposed_table_deviates_as_little() =>
        Prop.ForAll(TableSample.Large, sample =>
            Tables.Deviation(sample.Round(), sample.Figures) == Tables.Deviation(sample.Transposed().Round(), sample.Transposed().Figures));

    [Property]
    public Property The_unit_is_a_scale() =>
        Prop.ForAll(TableSample.Large, sample =>
            Tables.AreEqual(sample.With(3m).Round(), Tables.Map(sample.With(0.001m).Round(), cell => cell * 3000m)));

    [Property]
    public Property Whole_units_more_are_whole_units_more() =>
        Prop.ForAll(TableSample.Large, Gen.Choose(0, 5).ArrayOf(256).ToArbitrary(), (sample, more) =>
        {
            var positive = sample.Positive();
            var units = Tables.Of(sample.Rows, sample.Columns, (row, column) => more[(row * sample.Columns) + column] * sample.Unit);
            var raised = Tables.Of(sample.Rows, sample.Columns, (row, column) => positive.Figures[row, column] + units[row, column]);
            var expected = positive.Round();
            return Tables.AreEqual(
                ControlledRounding.InUnitsOf(sample.Unit).Round(raised),
                Tables.Of(sample.Rows, sample.Columns, (row, column) => expected[row, column] + units[row, column]));
        });

    [Property]
    public Property A_single_row_with_a_whole_total_is_an_apportionment() =>
        Prop.ForAll(TableSample.Large, sample =>
        {
            var table = sample.Positive().WithWholeRows().Figures;
            return Enumerable.Range(0, sample.Rows).All(row =>
            {
                var cells = Tables.Row(table, row).ToArray();
                var parts = Apportionment.InUnitsOf(sample.Unit).Split(cells.Sum(), cells);
                var alone = ControlledRounding.InUnitsOf(sample.Unit).Round(Tables.Of(1, cells.Length, cells));
                var upright = ControlledRounding.InUnitsOf(sample.Unit).Round(Tables.Of(cells.Length, 1, cells));
                return alone.Cast<decimal>().SequenceEqual(parts) && upright.Cast<decimal>().SequenceEqual(parts);
            });
        });

    [Property]
    public Property Money_and_quantities_are_rounded_as_numbers_are() =>
        Prop.ForAll(TableSample.Large, sample =>
        {
            var how = ControlledRounding.InUnitsOf(sample.Unit);
            var rounded = sample.Round();
            return Tables.AreEqual(
                Tables.Map(rounded, cell => new Money(cell, Currency.KWD)),
                how.Round(Tables.Map(sample.Figures, cell => new Money(cell, Currency.KWD))))
                && Tables.AreEqual(Tables.Map(rounded, Quantity.Pieces), how.Round(Tables.Map(sample.Figures, Quantity.Pieces)));
        });

    [Theory]
    [InlineData("JPY", 1)]
    [InlineData("CNY", 0.01)]
    [InlineData("KWD", 0.001)]
    public void Money_goes_to_the_minor_unit_of_its_currency(string code, decimal unit)
    {
        var currency = Currency.FromCode(code);
        var table = Tables.Of(3, 4, (row, column) => new Money(((row * 7) + (column * 3) + 1) / 7m, currency));

        Assert.Equal(ControlledRounding.InUnitsOf(unit).Round(table), ControlledRounding.ToMinorUnit.Round(table));
    }

    private static bool IsNeighbour(decimal rounded, decimal exact, decimal unit) =>
        rounded % unit == 0m && Math.Abs(rounded - exact) < unit;
}
