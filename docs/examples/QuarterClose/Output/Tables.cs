using System.Globalization;
using System.Linq;
using SalesDomain;
using Spectre.Console;

namespace QuarterClose.Output;

/// <summary>Tables with names to the left and figures to the right, and how figures are shown in them.</summary>
public static class Tables
{
    private const string Absent = "-";

    /// <summary>The first column holds names, the others figures; a head may have several lines.</summary>
    public static Table With(params string[] heads)
    {
        var table = new Table { Border = TableBorder.Ascii2 };
        for (var i = 0; i < heads.Length; i++)
            table.AddColumn(new TableColumn(new Text(heads[i])) { Alignment = i == 0 ? Justify.Left : Justify.Right, NoWrap = true });

        return table;
    }

    public static Table Row(this Table table, params string[] cells) => table.AddRow(cells.Select(cell => new Text(cell)));

    public static Table Totals(this Table table, params string[] cells)
    {
        foreach (var (column, cell) in table.Columns.Zip(cells))
            column.Footer = new Text(cell);

        return table;
    }

    /// <summary>An amount in a column whose head names the currency: 1,234.50.</summary>
    public static string Shown(this Money amount) => amount.ToString("A", CultureInfo.InvariantCulture);

    public static string Shown(this Money? amount) => amount?.Shown() ?? Absent;

    /// <summary>Every digit of a rate or a limit: 12.5 %.</summary>
    public static string Shown(this Percentage rate) => rate.ToString("P", CultureInfo.InvariantCulture);

    /// <summary>A quotient, to two digits.</summary>
    public static string Shown(this Percentage? quotient) => quotient?.ToString("P2", CultureInfo.InvariantCulture) ?? Absent;

    public static string Shown(this int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
