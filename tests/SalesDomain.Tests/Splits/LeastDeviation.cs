using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Splits;

public sealed class LeastDeviation
{
    private static readonly BigInteger s_weight = BigInteger.Pow(10, 100);

    // Decimals of the figures, and a unit whose multiples fit beside them.
    private static readonly (int Scale, decimal Unit)[] s_scales =
    [
        (0, 7m), (1, 123456789012345678901234567.89m), (20, 0.3m), (20, 1m), (20, decimal.MaxValue), (28, 0.0003m),
        (28, 0.0000000000000000000000000007m),
    ];

    private static readonly Arbitrary<(decimal[,] Figures, decimal Unit)> s_anyDigits =
        (from rows in Gen.Choose(1, 9)
         from columns in Gen.Choose(1, 9)
         from scale in Gen.Elements(s_scales)
         from cells in Cell(scale.Scale).ArrayOf(rows * columns)
         select (Tables.Of(rows, columns, cells), scale.Unit)).ToArbitrary();

    [Property(MaxTest = 400)]
    public Property The_result_is_the_one_found_by_trying_all() =>
        Prop.ForAll(TableSample.Small, sample => Tables.AreEqual(sample.Round(), sample.Expected()));

    [Property]
    public Property No_ring_of_exchanges_lowers_the_deviation_of_a_larger_table() =>
        Prop.ForAll(TableSample.Large, sample => !CanBeBettered(sample.Figures, sample.Round(), sample.Unit));

    [Property]
    public Property Figures_and_units_of_any_number_of_digits_are_rounded_exactly() =>
        Prop.ForAll(s_anyDigits, table =>
        {
            var (figures, unit) = table;
            var rounded = ControlledRounding.InUnitsOf(unit).Round(figures);
            return rounded.Cast<decimal>().Zip(figures.Cast<decimal>(), (one, other) => (one, other)).All(cell =>
                    (Exact.Of(cell.one) / Exact.Of(unit)).IsWhole && (Exact.Of(cell.one) - Exact.Of(cell.other)).Abs() < Exact.Of(unit))
                && !CanBeBettered(figures, rounded, unit);
        });

    [Fact]
    public void A_difference_in_the_last_of_fifty_six_digits_decides()
    {
        // The unit is 7.9 × 10^28 and the remainders differ by 10^-28.
        var least = 0.0000000000000000000000000001m;
        var figures = new[,] { { 3m, 2m + least, decimal.MaxValue - 5m }, { 2m, 2m, 2m } };
        var rounded = ControlledRounding.InUnitsOf(decimal.MaxValue).Round(figures);

        Assert.Equal("0 0 79228162514264337593543950335; 0 0 0", Tables.Text(rounded));
    }

    private static Gen<decimal> Cell(int scale) =>
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from middle in Gen.Choose(int.MinValue, int.MaxValue)
        from high in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(0, 1 << 20)))
        from isNegative in Gen.Elements(false, false, true)
        select new decimal(low, middle, high, isNegative, (byte)scale);

    /// <summary>
    /// Whether figures could change places at less deviation (Bellman and Ford: a ring of negative cost). A row and a column of totals
    /// stand beside the table; any of them weighs more than all cells.
    /// </summary>
    private static bool CanBeBettered(decimal[,] figures, decimal[,] rounded, decimal unit)
    {
        var (rows, columns) = (figures.GetLength(0), figures.GetLength(1));
        var (totalColumn, totalRow) = (rows + columns, rows + columns + 1);
        var arcs = new List<(int From, int To, BigInteger Cost)>();

        // To move a figure up is an arc from its row to its column, and down the other way.
        void Add(int row, int column, BigInteger exact, BigInteger result, bool isTotal, bool isBorder)
        {
            if (exact == result)
                return;

            var isUp = result > exact;
            var cost = (Whole(unit) - (2 * BigInteger.Abs(result - exact))) * (isTotal ? s_weight : BigInteger.One);
            arcs.Add(isUp == isBorder ? (row, column, cost) : (column, row, cost));
        }

        var (exact, result) = (Tables.Map(figures, Whole), Tables.Map(rounded, Whole));
        for (var row = 0; row < rows; row++)
        {
            Add(row, totalColumn, Sum(Tables.Row(exact, row)), Sum(Tables.Row(result, row)), true, true);
            for (var column = 0; column < columns; column++)
                Add(row, rows + column, exact[row, column], result[row, column], false, false);
        }

        for (var column = 0; column < columns; column++)
            Add(totalRow, rows + column, Sum(Tables.Column(exact, column)), Sum(Tables.Column(result, column)), true, true);

        Add(totalRow, totalColumn, Sum(exact.Cast<BigInteger>()), Sum(result.Cast<BigInteger>()), true, false);

        var distances = new BigInteger[rows + columns + 2];
        for (var round = 0; round < distances.Length; round++)
        {
            var shorter = arcs.FindAll(arc => distances[arc.From] + arc.Cost < distances[arc.To]);
            if (shorter.Count == 0)
                return false;

            foreach (var (from, to, cost) in shorter)
                distances[to] = BigInteger.Min(distances[to], distances[from] + cost);
        }

        return true;
    }

    private static BigInteger Whole(decimal value)
    {
        var bits = decimal.GetBits(value);
        var digits = (bits[3] >> 16) & 0xFF;
        return new BigInteger(new decimal(bits[0], bits[1], bits[2], bits[3] < 0, 0)) * BigInteger.Pow(10, 28 - digits);
    }

    private static BigInteger Sum(IEnumerable<BigInteger> figures) => figures.Aggregate(BigInteger.Add);
}
