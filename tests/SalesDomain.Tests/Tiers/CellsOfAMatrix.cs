using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Tests.Explanations;
using Xunit;

namespace SalesDomain.Tests.Tiers;

public sealed class CellsOfAMatrix
{
    // Attainment down, collection rate across; either of them too low gives 0.
    private static readonly StepMatrix<Percentage, Percentage, decimal> s_coefficient = StepMatrix.From(
        [Pct(0m), Pct(80m), Pct(95m)],
        (Pct(0m), [0m, 0m, 0m]),
        (Pct(80m), [0m, 0.6m, 0.8m]),
        (Pct(100m), [0m, 0.9m, 1.2m]));

    private static readonly StepMatrix<int, decimal, string> s_closed = StepMatrix.UpTo([10m, 20m], (30, ["a", "b"]), (60, ["c", "d"]));

    [Theory]
    [InlineData("79.99", "94.99", "0")]
    [InlineData("79.99", "95", "0")]
    [InlineData("80", "79.99", "0")]
    [InlineData("80", "80", "0.6")]
    [InlineData("99.99", "94.99", "0.6")]
    [InlineData("99.99", "95", "0.8")]
    [InlineData("100", "94.99", "0.9")]
    [InlineData("100", "95", "1.2")]
    [InlineData("250", "100.01", "1.2")]
    public void A_level_of_a_from_scale_belongs_to_the_row_and_the_column_that_begin_there(
        string attained, string collected, string coefficient) =>
        Assert.Equal(Number(coefficient), s_coefficient.At(Pct(Number(attained)), Pct(Number(collected))));

    [Theory]
    [InlineData(-1, "-1", "a")]
    [InlineData(30, "10", "a")]
    [InlineData(30, "10.01", "b")]
    [InlineData(31, "10", "c")]
    [InlineData(60, "20", "d")]
    public void A_level_of_a_to_scale_belongs_to_the_row_and_the_column_that_end_there(int row, string column, string cell) =>
        Assert.Equal(cell, s_closed.At(row, Number(column)));

    [Fact]
    public void The_head_of_the_table_is_the_levels_of_the_columns()
    {
        Assert.Equal([Pct(0m), Pct(80m), Pct(95m)], s_coefficient.ColumnBounds);
        Assert.Equal([10m, 20m], s_closed.ColumnBounds);
        Assert.All(s_coefficient.Rows.Values, row => Assert.Equal(row.Bounds, s_coefficient.ColumnBounds));
    }

    [Theory]
    [InlineData(60, "20", StepAxes.None)]
    [InlineData(61, "20", StepAxes.Row)]
    [InlineData(60, "20.01", StepAxes.Column)]
    [InlineData(61, "20.01", StepAxes.Both)]
    public void Outside_is_an_answer_that_names_the_axis(int row, string column, StepAxes outside)
    {
        Assert.Equal(outside, s_closed.Outside(row, Number(column)));
        Assert.Equal(outside == StepAxes.None, s_closed.TryAt(row, Number(column), out var cell));
        Assert.Equal(outside == StepAxes.None ? "d" : null, cell);
        if (outside == StepAxes.None)
            return;

        var parameter = outside == StepAxes.Column ? "column" : "row";
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(parameter, () => s_closed.At(row, Number(column)));
        Assert.Equal(parameter == "row" ? "61" : "20.01", refusal.ActualValue);
    }

    [Fact]
    public void Each_axis_has_its_own_side_and_ends()
    {
        // Days late up to 30 and 60, none above; scores from 0, something below, 100 the highest.
        var matrix = StepMatrix.Of(StepSchedule.UpTo(
            (30, StepSchedule.From((0m, "C"), (85m, "B")).ThenBelow("D").WithCeiling(100m)),
            (60, StepSchedule.From((0m, "c"), (85m, "b")).ThenBelow("d").WithCeiling(100m))).WithFloor(0));

        Assert.Equal("D", matrix.At(0, -0.01m));
        Assert.Equal("C", matrix.At(30, 0m));
        Assert.Equal("c", matrix.At(31, 84.99m));
        Assert.Equal("b", matrix.At(60, 100m));
        Assert.Equal(StepAxes.Row, matrix.Outside(-1, 0m));
        Assert.Equal(StepAxes.Column, matrix.Outside(0, 100.01m));
        Assert.Equal(StepAxes.Both, matrix.Outside(61, 100.01m));
    }

    [Fact]
    public void An_end_of_the_rows_is_added_to_a_matrix_that_there_is()
    {
        var above = StepMatrix.UpTo([10m, 20m], (90, ["x", "y"])).Rows.Values[0];
        var open = StepMatrix.Of(s_closed.Rows.ThenAbove(above));

        Assert.Equal("y", open.At(61, 20m));
        Assert.Equal("d", open.At(60, 20m));
        Assert.Equal(StepAxes.Row, s_closed.Outside(61, 20m));
        Assert.Equal(StepAxes.Row, StepMatrix.Of(s_coefficient.Rows.WithCeiling(Pct(300m))).Outside(Pct(300.01m), Pct(0m)));
    }

    [Fact]
    public void A_matrix_tells_its_rows_and_the_head_of_its_columns()
    {
        Assert.Equal([Pct(0m), Pct(80m), Pct(100m)], s_coefficient.Rows.Bounds);
        Assert.Equal([Pct(0m), Pct(80m), Pct(95m)], s_coefficient.Rows.Values[0].Bounds);
        Assert.Equal([0m, 0.9m, 1.2m], s_coefficient.Rows.At(Pct(104m)).Values);
    }

    [Fact]
    public void It_prints_columns_and_rows_in_every_culture() =>
        Cultures.Each(() =>
        {
            Assert.Equal(
                "columns from 0%, from 80%, from 95%; rows from 0%: (0, 0, 0), from 80%: (0, 0.6, 0.8), from 100%: (0, 0.9, 1.2)",
                s_coefficient.ToString());
            Assert.Equal("columns up to 10, up to 20; rows up to 30: (a, b), up to 60: (c, d)", s_closed.ToString());
            var (first, second) = (StepSchedule.From((0m, 5m)).ThenBelow(4m), StepSchedule.From((0m, 7m)).ThenBelow(6m));
            var ends = StepMatrix.Of(StepSchedule.UpTo((1, first.WithCeiling(9m))).WithFloor(0).ThenAbove(second.WithCeiling(9m)));
            Assert.Equal("columns below, from 0, to 9; rows from 0, up to 1: (4, 5), above: (6, 7)", ends.ToString());
            Assert.Equal("columns from 0, up to 5, above; rows from 1: (x, y)",
                StepMatrix.Of(StepSchedule.From((1, StepSchedule.UpTo((5, "x")).WithFloor(0).ThenAbove("y")))).ToString());
        });

    [Fact]
    public void Matrices_are_equal_by_sides_levels_ends_and_values() =>
        TestHelper.TestEqualsClass(
            StepMatrix.From([0m, 10m], (0m, [1m, 2m]), (5m, [3m, 4m])),
            StepMatrix.From([0m, 10.0m], (0.00m, [1m, 2.0m]), (5m, [3m, 4m])),
            StepMatrix.From([0m, 10m], (0m, [1m, 2m]), (5m, [3m, 5m])),
            StepMatrix.From([0m, 10m], (0m, [1m, 2m]), (6m, [3m, 4m])),
            StepMatrix.From([0m, 11m], (0m, [1m, 2m]), (5m, [3m, 4m])),
            StepMatrix.From([0m, 10m], (0m, [1m, 2m])),
            StepMatrix.UpTo([0m, 10m], (0m, [1m, 2m]), (5m, [3m, 4m])),
            StepMatrix.Of(StepMatrix.From([0m, 10m], (0m, [1m, 2m]), (5m, [3m, 4m])).Rows.WithCeiling(5m)));

    [Fact]
    public void The_callers_later_changes_do_not_reach_it()
    {
        decimal[] columns = [0m, 10m];
        decimal[] values = [1m, 2m];
        (decimal, decimal[])[] rows = [(0m, values)];
        var matrix = StepMatrix.From(columns, rows);
        (columns[1], values[1], rows[0]) = (99m, 99m, (99m, [99m]));

        Assert.Equal(2m, matrix.At(0m, 10m));
    }

    [Fact]
    public void Ragged_rows_are_refused_and_named()
    {
        var refusal = Assert.Throws<ArgumentException>("rows", () => StepMatrix.From([0m, 10m], (0m, [1m, 2m]), (5m, [3m])));
        Assert.Contains("1 at 5, not 2", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("rows", () => StepMatrix.UpTo([0m], (0m, [1m, 2m])));
        Assert.Throws<ArgumentException>("rows", () => StepMatrix.UpTo([0m], (0m, Array.Empty<decimal>())));
    }

    [Fact]
    public void Rows_with_other_columns_are_refused()
    {
        var row = StepSchedule.From((0m, 1m), (10m, 2m));
        StepSchedule<decimal, decimal>[] others =
        [
            StepSchedule.From((0m, 1m)), StepSchedule.From((0m, 1m), (11m, 2m)), StepSchedule.UpTo((0m, 1m), (10m, 2m)),
            row.WithCeiling(10m), row.ThenBelow(0m),
        ];
        foreach (var other in others)
        {
            Assert.Throws<ArgumentException>("rows", () => StepMatrix.Of(StepSchedule.From((0m, row), (5m, row), (6m, other))));
            Assert.Throws<ArgumentException>("rows", () => StepMatrix.Of(StepSchedule.From((0m, row)).ThenBelow(other)));
        }
    }

    [Fact]
    public void Levels_that_do_not_rise_and_empty_axes_are_refused_by_the_name_of_the_axis()
    {
        Assert.Throws<ArgumentException>("columns", () => StepMatrix.From([10m, 10m], (0m, [1m, 2m])));
        Assert.Throws<ArgumentException>("rows", () => StepMatrix.From([0m, 10m], (5m, [1m, 2m]), (4.99m, [1m, 2m])));
        Assert.Throws<ArgumentException>("columns", () => StepMatrix.From(Array.Empty<decimal>(), (0m, Array.Empty<int>())));
        Assert.Throws<ArgumentException>("rows", () => StepMatrix.UpTo<decimal, decimal, int>([1m]));
    }

    [Fact]
    public void A_level_in_another_currency_or_unit_is_refused_by_the_name_of_the_axis()
    {
        var matrix = StepMatrix.From([Quantity.Pieces(0m)], (Money.Parse("USD 0"), [1m]));
        var (dollars, euros, pieces, cases) = (Money.Parse("USD 1"), Money.Parse("EUR 1"), Quantity.Pieces(1m),
            new Quantity(1m, UnitOfMeasure.Case));
        foreach (var quantity in new[] { pieces, cases })
        {
            Assert.Throws<CurrencyMismatchException>("row", () => matrix.TryAt(euros, quantity, out _));
            Assert.Throws<CurrencyMismatchException>("row", () => matrix.Outside(euros, quantity));
        }

        // Also where the row lies outside, so that no column is reached.
        foreach (var amount in new[] { dollars, -dollars })
        {
            Assert.Throws<UnitMismatchException>("column", () => matrix.At(amount, cases));
            Assert.Throws<UnitMismatchException>("column", () => matrix.TryAt(amount, cases, out _));
        }

        Assert.Throws<CurrencyMismatchException>("columns", () => StepMatrix.From([dollars, euros], (0m, [1, 2])));
        Assert.Throws<UnitMismatchException>("rows", () => StepMatrix.From([0m], (pieces, [1]), (cases, [2])));
    }

    [Property(MaxTest = 300)]
    public Property A_cell_is_what_plain_scans_find_and_the_explanation_finds_the_same() =>
        Prop.ForAll(TierSample.Any, TierSample.Any, (down, across) =>
        {
            // Each cell has a number of its own, so that no other cell can stand for it.
            var rows = down.Values.Select((_, i) => Schedule(across, across.Values.Select((_, j) => (1000m * i) + j).ToArray()));
            var matrix = StepMatrix.Of(Schedule(down, rows.ToArray()));
            var (row, column) = (Math.Abs(down.Amount), Math.Abs(across.Amount));
            var expected = StepOf(down, row) is { } i && StepOf(across, column) is { } j ? (1000m * i) + j : (decimal?)null;
            var found = matrix.TryAt(row, column, out var value) ? value : (decimal?)null;
            var stated = found is { } cell ? cell : Figure.Absent;
            return found == expected
                && matrix.Outside(row, column) == (Axis(StepOf(down, row), StepAxes.Row) | Axis(StepOf(across, column), StepAxes.Column))
                && Operations.Node(stated, Operation.LookUp(matrix), row, column).IsVerified
                && !Operations.Node(-1m, Operation.LookUp(matrix), row, column).IsVerified;
        });

    [Fact]
    public void An_explanation_needs_both_levels_of_the_right_kind()
    {
        var lookUp = Operation.LookUp(s_coefficient);

        Assert.Equal(("look-up", s_coefficient.ToString()), (lookUp.Name, lookUp.Detail));
        Assert.True(Operations.Node(0.9m, lookUp, Pct(107m), Pct(94.99m)).IsVerified);
        Assert.False(Operations.Node(0.9m, lookUp, Pct(107m), 0.9499m).IsVerified);
        Assert.False(Operations.Node(0.9m, lookUp, Pct(107m)).IsVerified);
        Assert.False(Operations.Node(0.9m, lookUp, Pct(107m), Pct(94.99m), Pct(94.99m)).IsVerified);
        Assert.True(Operations.Node(Figure.Absent, lookUp, Pct(-1m), Pct(94.99m)).IsVerified);
    }

    private static StepSchedule<decimal, TValue> Schedule<TValue>(TierSample sample, TValue[] values)
        where TValue : notnull
    {
        var steps = sample.Bounds.Zip(values, (bound, value) => (bound, value)).ToArray();
        var schedule = sample.IsFrom ? StepSchedule.From(steps) : StepSchedule.UpTo(steps).WithFloor(0m);
        schedule = sample.Ceiling is { } ceiling ? schedule.WithCeiling(ceiling) : schedule;
        return values.Length > steps.Length ? schedule.ThenAbove(values.Last()) : schedule;
    }

    private static StepAxes Axis(int? step, StepAxes axis) => step is null ? axis : StepAxes.None;

    private static int? StepOf(TierSample sample, decimal level)
    {
        var reached = sample.Bounds.Count(bound => sample.IsFrom ? bound <= level : bound < level) - (sample.IsFrom ? 1 : 0);
        return reached < 0 || level > sample.End ? null : reached;
    }

    private static Percentage Pct(decimal percent) => Percentage.FromPercent(percent);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
