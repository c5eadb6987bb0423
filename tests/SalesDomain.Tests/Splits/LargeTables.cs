using System;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.Splits;

[Collection(nameof(Alone))]
public sealed class LargeTables
{
    private const int Side = 200;

    // Several times what it takes, so that a busy machine does not fail it.
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(3);

    [Fact]
    public void Cells_of_four_decimals() =>
        AssertFast(Tables.Of(Side, Side, (row, column) => Number(row, column) / 10_000m));

    [Fact]
    public void Cells_that_are_quotients() =>
        AssertFast(Tables.Of(Side, Side, (row, column) => Number(row, column) / 9_973m));

    [Fact]
    public void Cells_that_are_all_halves() =>
        AssertFast(Tables.Of(Side, Side, (_, _) => 0.5m));

    [Fact]
    public void Cells_with_few_remainders() =>
        AssertFast(Tables.Of(Side, Side, (row, column) => Number(row, column) % 7 * 0.25m));

    [Fact]
    public void Rows_that_are_all_alike() =>
        AssertFast(Tables.Of(Side, Side, (_, column) => Number(17, column) / 10_000m));

    [Fact]
    public void Rows_that_are_nearly_alike() =>
        AssertFast(Tables.Of(Side, Side, (row, column) => (Number(17, column) / 10_000m) + (Number(row, column) / 10_000_000_000m)));

    [Fact]
    public void Totals_that_are_spread()
    {
        var rows = Enumerable.Range(0, Side).Select(row => Number(row, 3)).ToArray();
        var columns = Apportionment.ToWhole.Split(rows.Sum(), Enumerable.Range(0, Side).Select(column => Number(5, column)));

        ProcessorTime.MustStayBelow(s_limit, () =>
            Assert.Equal(rows.Concat(columns), Tables.Totals(ControlledRounding.ToWhole.Spread(rows, columns)).Take(2 * Side)));
    }

    // Up to 99,990, in no order: the factors are prime.
    private static decimal Number(int row, int column) => ((row * 7_919L) + (column * 104_729L) + (row * column * 613L)) % 99_991L;

    private static void AssertFast(decimal[,] figures)
    {
        var totals = Tables.Totals(figures);
        ProcessorTime.MustStayBelow(s_limit, () => Assert.All(
            Tables.Totals(ControlledRounding.ToWhole.Round(figures)).Zip(totals, (rounded, exact) => Math.Abs(rounded - exact)),
            distance => Assert.True(distance < 1m)));
    }
}
