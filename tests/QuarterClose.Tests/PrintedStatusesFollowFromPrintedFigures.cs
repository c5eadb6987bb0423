using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using NodaTime;
using Xunit;

namespace QuarterClose.Tests;

/// <summary>Who reads the table applies its head to its cells: no figure may be rounded past a bound.</summary>
public sealed partial class PrintedStatusesFollowFromPrintedFigures
{
    [Fact]
    public void In_every_column()
    {
        var rows = Outcome.Of("--year", "1997").Output.Split('\n')
            .Select(line => Cell().Matches(line).Select(cell => (Value: cell.Groups[1].Value, Status: cell.Groups[2].Value)).ToArray())
            .Where(cells => cells.Length > 0).ToArray();

        Assert.Equal(12, rows.Length);
        for (var person = 0; person < Northwind.Year.People.Count; person++)
        {
            var followed = Northwind.Year.Terms.Bands.Follow(
                rows.Select((cells, month) =>
                    (new LocalDate(1997, month + 1, 1), decimal.Parse(cells[person].Value, CultureInfo.InvariantCulture))));

            Assert.Equal(
                string.Concat(rows.Select(cells => cells[person].Status)),
                string.Concat(followed.Select(status => char.ToUpperInvariant(status.Status[0]))));
        }
    }

    [GeneratedRegex(@"([0-9]+\.[0-9]) ([RAG]) ", RegexOptions.CultureInvariant)]
    private static partial Regex Cell();
}
