using System.Globalization;
using System.Linq;
using NodaTime;
using NodaTime.Text;
using SalesDomain.Organization;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked cases of territories on the published files of AdventureWorks.</summary>
public sealed class TerritoryCases
{
    private static readonly LocalDate s_day = new(2024, 6, 30);

    // microsoft/sql-server-samples, SalesTerritory.csv: TerritoryID, Name, CountryRegionCode, Group, SalesYTD, SalesLastYear
    [Fact]
    public void AW_001_Territories_rolled_up_to_their_groups()
    {
        var rows = DataFile.Rows("adventureworks/SalesTerritory.csv", '\t').ToArray();
        var world = Hierarchy.Of(
            [.. rows.Select(row => (row[0], row[3])), .. rows.Select(row => row[3]).Distinct().Select(group => (group, "World"))]);

        var (thisYear, lastYear) = (RollUp(4), RollUp(5));

        Assert.Equal(33_182_889.0168m, thisYear.TotalOf("North America").Money.Amount);
        Assert.Equal(13_590_506.0212m, thisYear.TotalOf("Europe").Money.Amount);
        Assert.Equal(5_977_814.9154m, thisYear.TotalOf("Pacific").Money.Amount);
        Assert.Equal(25_096_493.5092m, lastYear.TotalOf("North America").Money.Amount);
        Assert.Equal(5_340_312.9485m, lastYear.TotalOf("Europe").Money.Amount);
        Assert.Equal(2_278_548.9776m, lastYear.TotalOf("Pacific").Money.Amount);
        Assert.Equal((52_751_209.9534m, 32_715_355.4353m), (thisYear.Total.Money.Amount, lastYear.Total.Money.Amount));
        Assert.Equal(thisYear.Total, thisYear.TotalOf("World"));
        Assert.Empty(thisYear.Outside);
        Assert.Empty(thisYear.Explain().Verify());

        var growth = Measured.Ratio(thisYear.Total - lastYear.Total, lastYear.Total);
        Assert.Equal(Percent(61.24m), growth.To(2));

        RollUp<string> RollUp(int column) => world.RollUp(
            s_day, Measure.Revenue.Of(Usd(0m)),
            rows.Select(row => (row[0], Measure.Revenue.Of(Usd(decimal.Parse(row[column], CultureInfo.InvariantCulture))))));
    }

    // microsoft/sql-server-samples, SalesTerritoryHistory.csv: BusinessEntityID, TerritoryID, StartDate, EndDate (inclusive). Pitfall 19:
    // read as half open, each last day belongs to nobody, and the gap of person 280 is one among many.
    [Fact]
    public void AW_006_Pitfall_19_Assignments_end_on_their_last_day_and_leave_a_gap()
    {
        var territories = Assignments.Of([.. DataFile.Rows("adventureworks/SalesTerritoryHistory.csv", '\t')
            .Select(row => (
                new SalespersonId(row[0]), new TerritoryId(row[1]),
                new DateSpan(Day(row[2]), row[3].Length == 0 ? null : Day(row[3]))))]);

        (string Person, LocalDate Day)[] asked =
        [
            ("275", new LocalDate(2023, 11, 29)), ("275", new LocalDate(2023, 11, 30)), ("282", new LocalDate(2023, 5, 29)),
            ("282", new LocalDate(2023, 5, 30)), ("280", new LocalDate(2023, 10, 1)),
        ];
        Assert.Equal(
            ["2", "3", "6", "10", null],
            asked.Select(ask =>
                territories.TryHolderOf(new SalespersonId(ask.Person), ask.Day, out var territory) ? territory.Code : null));

        // Of all the people from the first assignment on: who begins later, and 280, whom nobody has given a new territory.
        var gaps = territories.Gaps(territories.Subjects, DateSpan.From(new LocalDate(2022, 5, 30)));
        Assert.Equal(
            ["280, 2023-09-30/..: nobody", "284, 2022-05-30/2023-09-29: nobody", "286, 2022-05-30/2024-05-28: nobody",
                "288, 2022-05-30/2024-05-28: nobody", "289, 2022-05-30/2023-05-29: nobody", "290, 2022-05-30/2023-05-29: nobody"],
            gaps.Select(gap => gap.ToString()));
        Assert.Empty(territories.Overlaps(DateSpan.Always));
    }

    // Northwind: territories.csv, regions.csv
    [Fact]
    public void Northwind_territories_counted_by_region()
    {
        var territories = DataFile.Rows("northwind/territories.csv", ',').Skip(1).ToArray();
        var regions = DataFile.Rows("northwind/regions.csv", ',').Skip(1).ToDictionary(row => row[0], row => row[1]);
        var count = Measure.Count("territories");

        var rollUp = Hierarchy.Of([.. territories.Select(row => (new TerritoryId(row[0]), new TerritoryId(regions[row[2]])))])
            .RollUp(s_day, count.Of(0m), territories.Select(row => (new TerritoryId(row[0]), count.Of(1m))));

        Assert.Equal(
            [19m, 15m, 11m, 8m],
            new[] { "Eastern", "Western", "Northern", "Southern" }.Select(region => rollUp.TotalOf(new TerritoryId(region)).Number));
        Assert.Equal(count.Of(53m), rollUp.Total);
        Assert.Empty(rollUp.Outside);
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text.Substring(0, 10)).Value;
}
