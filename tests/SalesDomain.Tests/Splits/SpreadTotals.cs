using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Splits;

public sealed class SpreadTotals
{
    private static readonly Arbitrary<(int[] Rows, int[] Columns)> s_few = Totals(3, 40);

    private static readonly Arbitrary<(int[] Rows, int[] Columns)> s_many = Totals(15, 99_999);

    [Property]
    public Property The_result_is_the_one_found_by_trying_all() =>
        Prop.ForAll(s_few, totals =>
            totals.Rows.Sum() == 0
            || Tables.AreEqual(Spread(totals.Rows, totals.Columns, 1m), TableSample.OfShares(totals.Rows, totals.Columns).Expected()));

    [Property]
    public Property All_totals_are_kept() =>
        Prop.ForAll(s_many, totals =>
            Tables.Totals(Spread(totals.Rows, totals.Columns, 0.01m))
                .SequenceEqual(totals.Rows.Concat(totals.Columns).Append(totals.Rows.Sum()).Select(units => units * 0.01m)));

    [Property]
    public Property Every_cell_lies_within_one_unit_of_its_share() =>
        Prop.ForAll(s_many, totals =>
        {
            var all = totals.Rows.Sum();
            var cells = Spread(totals.Rows, totals.Columns, 1m);
            return all == 0 || totals.Rows.SelectMany((row, i) => totals.Columns.Select((column, j) =>
                Math.Abs((cells[i, j] * all) - ((decimal)row * column)) < Math.Abs(all))).All(holds => holds);
        });

    [Property]
    public Property Negative_totals_mirror_the_result() =>
        Prop.ForAll(s_many, totals =>
            Tables.AreEqual(
                Spread(Array.ConvertAll(totals.Rows, total => -total), Array.ConvertAll(totals.Columns, total => -total), 1m),
                Tables.Map(Spread(totals.Rows, totals.Columns, 1m), cell => -cell)));

    [Property]
    public Property Money_and_quantities_are_spread_as_numbers_are() =>
        Prop.ForAll(s_many, totals =>
        {
            var how = ControlledRounding.InUnitsOf(1000m);
            var rows = Array.ConvertAll(totals.Rows, total => total * 1000m);
            var columns = Array.ConvertAll(totals.Columns, total => total * 1000m);
            var cells = how.Spread(rows, columns);
            return Tables.AreEqual(
                    Tables.Map(cells, cell => new Money(cell, Currency.CNY)),
                    how.Spread(
                        rows.Select(total => new Money(total, Currency.CNY)), columns.Select(total => new Money(total, Currency.CNY))))
                && Tables.AreEqual(
                    Tables.Map(cells, Quantity.Pieces), how.Spread(rows.Select(Quantity.Pieces), columns.Select(Quantity.Pieces)));
        });

    [Fact]
    public void One_row_takes_the_column_totals_and_one_column_the_row_totals()
    {
        Assert.Equal("1 2 3", Tables.Text(ControlledRounding.ToWhole.Spread(new[] { 6m }, new[] { 1m, 2m, 3m })));
        Assert.Equal("1; 2; 3", Tables.Text(ControlledRounding.ToWhole.Spread(new[] { 1m, 2m, 3m }, new[] { 6m })));
    }

    [Fact]
    public void Nothing_is_spread_into_nothing() =>
        Assert.Equal("0 0 0; 0 0 0", Tables.Text(ControlledRounding.ToWhole.Spread(new[] { 0m, 0m }, new[] { 0m, 0m, 0m })));

    [Fact]
    public void A_total_of_zero_gets_nothing() =>
        Assert.Equal("2 0 1; 0 0 0; 2 0 1", Tables.Text(ControlledRounding.ToWhole.Spread(new[] { 3m, 0m, 3m }, new[] { 4m, 0m, 2m })));

    [Fact]
    public void The_largest_totals_are_spread_exactly()
    {
        var most = new[] { decimal.MaxValue - 1m, 1m };
        var cells = ControlledRounding.ToWhole.Spread(most, most);

        Assert.Equal("79228162514264337593543950333 1; 1 0", Tables.Text(cells));
    }

    private static decimal[,] Spread(int[] rows, int[] columns, decimal unit) =>
        ControlledRounding.InUnitsOf(unit).Spread(rows.Select(total => total * unit), columns.Select(total => total * unit));

    /// <summary>Column totals are drawn, and the row totals are an apportionment of their sum.</summary>
    private static Arbitrary<(int[] Rows, int[] Columns)> Totals(int longest, int largest) =>
        (from columns in Gen.Choose(1, longest)
         from columnTotals in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(0, 5)), (4, Gen.Choose(0, largest))).ArrayOf(columns)
         from rows in Gen.Choose(1, longest)
         from weights in Gen.Choose(0, 9).ArrayOf(rows)
         from sign in Gen.Elements(1, 1, -1)
         let all = weights.All(weight => weight == 0) ? Array.ConvertAll(weights, _ => 1m)
             : Array.ConvertAll(weights, weight => (decimal)weight)
         let rowTotals = Apportionment.ToWhole.Split(columnTotals.Sum(), all)
         select (Array.ConvertAll(rowTotals, total => sign * (int)total),
             Array.ConvertAll(columnTotals, total => sign * total))).ToArbitrary();
}
