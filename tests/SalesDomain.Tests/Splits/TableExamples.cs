using System;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.Splits;

public sealed class TableExamples
{
    [Fact]
    public void Rows_and_columns_of_whole_totals_are_kept() =>
        // Each cell to the nearest gives 0 0 1; 1 1 1; 0 1 0, whose rows and columns are wrong four times.
        Assert.Equal("1 0 1; 0 1 0; 0 1 0", Round(new[,] { { 0.7m, 0.3m, 1m }, { 0.1m, 0.9m, 0m }, { 0.2m, 0.8m, 0m } }));

    [Fact]
    public void A_total_between_two_multiples_goes_to_one_of_them() =>
        Assert.Equal("1 0; 0 1", Round(new[,] { { 0.7m, 0.2m }, { 0.2m, 0.7m } }));

    [Fact]
    public void The_totals_decide_before_the_cells_do() =>
        // The total is 2.4. Three cells up would deviate by 1.8 and two deviate by 2.0.
        Assert.Equal("1 1 0 0", Round(new[,] { { 0.6m, 0.6m, 0.6m, 0.6m } }));

    [Fact]
    public void A_total_that_quotients_miss_by_their_last_digit_loses_no_unit()
    {
        var figures = Tables.Of(3, 4, (row, _) => 1m / 3m * (row + 1));

        Assert.True(figures.Cast<decimal>().Sum() < 8m);
        Assert.Equal(8m, ControlledRounding.ToWhole.Round(figures).Cast<decimal>().Sum());
        Assert.Equal("1 0 0", Round(new[,] { { 1m / 3m, 1m / 3m, 1m / 3m } }));
    }

    [Fact]
    public void Half_a_total_goes_away_from_zero()
    {
        Assert.Equal("1", Round(new[,] { { 0.5m } }));
        Assert.Equal("-1", Round(new[,] { { -0.5m } }));
        Assert.Equal("0", Round(new[,] { { 0.49m } }));
    }

    [Fact]
    public void Ties_are_broken_by_the_grand_total_the_rows_the_columns_and_the_cells()
    {
        Assert.Equal("1 0; 0 1", Round(new[,] { { 0.5m, 0.5m }, { 0.5m, 0.5m } }));
        Assert.Equal("-1 0; 0 -1", Round(new[,] { { -0.5m, -0.5m }, { -0.5m, -0.5m } }));
        Assert.Equal("1 1 0 0; 1 1 0 0; 0 0 1 1; 0 0 1 1", Round(Tables.Of(4, 4, (_, _) => 0.5m)));
        Assert.Equal("1 0; 0 0", Round(new[,] { { 0.5m, 0m }, { 0m, 0.5m } }));
    }

    [Fact]
    public void Returns_are_rounded_among_the_sales()
    {
        var table = new[,] { { 2.4m, -0.4m }, { -1.4m, 0.4m } };

        Assert.Equal("2 0; -1 0", Round(table));
        Assert.Equal([2m, -1m, 1m, 0m, 1m], Tables.Totals(ControlledRounding.ToWhole.Round(table)));
    }

    [Fact]
    public void Indices_need_not_begin_at_zero()
    {
        var table = (decimal[,])Array.CreateInstance(typeof(decimal), [2, 2], [1, 1]);
        table[1, 1] = 0.7m;
        table[2, 2] = 1.3m;

        Assert.Equal("1 0; 0 1", Round(table));
    }

    [Fact]
    public void A_controlled_rounding_tells_its_unit()
    {
        Assert.Equal(1000m, ControlledRounding.InUnitsOf(1000m).Unit);
        Assert.Equal(1m, ControlledRounding.ToWhole.Unit);
        Assert.Null(ControlledRounding.ToMinorUnit.Unit);
        Assert.Equal("controlled, in units of 0.05", ControlledRounding.InUnitsOf(0.050m).ToString());
        Assert.Equal("controlled, in minor units", ControlledRounding.ToMinorUnit.ToString());
    }

    [Fact]
    public void Controlled_roundings_are_equal_by_unit() =>
        TestHelper.TestEqualsClass(
            ControlledRounding.InUnitsOf(1.00m), ControlledRounding.InUnitsOf(1m), ControlledRounding.InUnitsOf(10m),
            ControlledRounding.ToMinorUnit);

    private static string Round(decimal[,] figures) => Tables.Text(ControlledRounding.ToWhole.Round(figures));
}
