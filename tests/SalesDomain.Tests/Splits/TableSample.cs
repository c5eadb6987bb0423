using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace SalesDomain.Tests.Splits;

/// <summary>A table of whole parts of a unit, and the one right answer found by trying all roundings.</summary>
internal sealed class TableSample
{
    // Units that every division of a sample divides without loss.
    private static readonly decimal[] s_units = [1m, 0.01m, 1000m, 24m, 0.05m];
    private static readonly int[] s_divisions = [2, 2, 4, 5, 8, 10, 100, 1000];

    private readonly int[,] _parts;
    private readonly int _division;

    private TableSample(int[,] parts, int division, decimal unit)
    {
        _parts = parts;
        _division = division;
        Unit = unit;
    }

    internal decimal Unit { get; }

    internal int Rows => _parts.GetLength(0);

    internal int Columns => _parts.GetLength(1);

    internal decimal[,] Figures => Tables.Map(_parts, parts => parts * (Unit / _division));

    /// <summary>At most 12 cells, so that all 4,096 roundings can be tried.</summary>
    internal static Arbitrary<TableSample> Small { get; } = Any(4, 12);

    internal static Arbitrary<TableSample> Large { get; } = Any(16, 256);

    /// <summary>A table of r × c ÷ all, as Spread makes it.</summary>
    internal static TableSample OfShares(int[] rows, int[] columns)
    {
        var parts = new int[rows.Length, columns.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < columns.Length; column++)
                parts[row, column] = Math.Sign(rows.Sum()) * rows[row] * columns[column];
        }

        return new TableSample(parts, Math.Abs(rows.Sum()), 1m);
    }

    internal decimal[,] Round() => ControlledRounding.InUnitsOf(Unit).Round(Figures);

    internal TableSample With(decimal unit) => new(_parts, _division, unit);

    internal TableSample Negated() => new(Tables.Map(_parts, parts => -parts), _division, Unit);

    internal TableSample Transposed() => new(Tables.Transpose(_parts), _division, Unit);

    internal TableSample Positive() => new(Tables.Map(_parts, Math.Abs), _division, Unit);

    /// <summary>The last cell of every row made up to a multiple.</summary>
    internal TableSample WithWholeRows()
    {
        var parts = (int[,])_parts.Clone();
        for (var row = 0; row < Rows; row++)
            parts[row, Columns - 1] += Above(-Tables.Row(parts, row).Sum());

        return new TableSample(parts, _division, Unit);
    }

    /// <summary>
    /// The rule as it is stated: of all tables of neighbours the totals that deviate least, then the cells, then whatever goes away from
    /// zero first.
    /// </summary>
    internal decimal[,] Expected()
    {
        var best = Least(
            Least(Roundings().Where(Keeps), table => Deviation(Totals(table), Totals(_parts))),
            table => Deviation(Cells(table), Cells(_parts)));

        // The grand total stands last, and comes first.
        var exact = Totals(_parts).Reverse().Take(1).Concat(Totals(_parts).Take(Rows + Columns)).Concat(Cells(_parts)).ToArray();
        var figures = best.ConvertAll(
            table => Totals(table).Reverse().Take(1).Concat(Totals(table).Take(Rows + Columns)).Concat(Cells(table)).ToArray());
        for (var i = 0; i < exact.Length; i++)
        {
            var farthest = figures.Max(each => Math.Sign(exact[i]) * each[i]);
            figures = figures.FindAll(each => Math.Sign(exact[i]) * each[i] == farthest);
        }

        return Tables.Of(Rows, Columns, figures.Single().Skip(Rows + Columns + 1).Select(units => units * Unit).ToArray());
    }

    public override string ToString() => Unit.ToString(CultureInfo.InvariantCulture) + " by " + Tables.Text(Figures);

    private static Arbitrary<TableSample> Any(int longest, int most) =>
        (from rows in Gen.Choose(1, longest)
         from columns in Gen.Choose(1, Math.Min(longest, most / rows))
         from division in Gen.Elements(s_divisions)
         from unit in Gen.Elements(s_units)
         from cells in Parts(division).ArrayOf(rows * columns)
         select new TableSample(Tables.Of(rows, columns, cells), division, unit)).ToArbitrary();

    private static Gen<int> Parts(int division) =>
        Gen.Frequency(
            (1, Gen.Choose(-3, 3).Select(units => units * division)),
            (5, Gen.Choose(0, 3 * division)),
            (3, Gen.Choose(-3 * division, 3 * division)));

    private static List<int[,]> Least(IEnumerable<int[,]> tables, Func<int[,], int> figure) =>
        [.. tables.GroupBy(figure).OrderBy(group => group.Key).First()];

    private static IEnumerable<int> Cells(int[,] table) => table.Cast<int>();

    private static IEnumerable<int> Totals(int[,] table) =>
        Tables.Totals(Tables.Map(table, cell => (decimal)cell)).Select(total => (int)total);

    private IEnumerable<int[,]> Roundings()
    {
        var split = Enumerable.Range(0, Rows * Columns).Where(cell => Above(_parts[cell / Columns, cell % Columns]) > 0).ToArray();
        for (var choice = 0; choice < 1 << split.Length; choice++)
        {
            var table = Tables.Map(_parts, Floor);
            for (var i = 0; i < split.Length; i++)
                table[split[i] / Columns, split[i] % Columns] += (choice >> i) & 1;

            yield return table;
        }
    }

    private bool Keeps(int[,] table) =>
        Totals(table).Zip(Totals(_parts), (units, parts) => Math.Abs((units * _division) - parts) < _division).All(holds => holds);

    private int Deviation(IEnumerable<int> units, IEnumerable<int> parts) =>
        units.Zip(parts, (one, other) => Math.Abs((one * _division) - other)).Sum();

    private int Above(int parts) => ((parts % _division) + _division) % _division;

    private int Floor(int parts) => (parts - Above(parts)) / _division;
}
