using System.IO;
using System.Linq;
using System.Text.Json;
using QuarterClose.Rules;
using SalesDomain;
using Xunit;

namespace QuarterClose.Tests;

/// <summary>The files that only the review of a year reads, and what it makes of gaps, overlaps and people without a quota.</summary>
public sealed class TheFieldIsChecked
{
    private static readonly string[] s_year = ["--year", "1997"];

    [Theory]
    [InlineData("territories.csv", 2, "01581,Westboro,5", "territories.csv, line 2, column region_id: '5' is not in regions.csv.")]
    [InlineData("territories.csv", 3, "01581,Westboro,1", "territories.csv, line 3, column territory_id: '01581' is there twice.")]
    [InlineData(
        "employee_territories.csv", 2, "10,06897", "employee_territories.csv, line 2, column employee_id: '10' is not in employees.csv.")]
    [InlineData(
        "employee_territories.csv", 2, "1,00000",
        "employee_territories.csv, line 2, column territory_id: '00000' is not in territories.csv.")]
    [InlineData(
        "employee_territories.csv", 3, "1,06897",
        "employee_territories.csv, line 3, column territory_id: '06897' is with employee 1 twice.")]
    [InlineData(
        "employees.csv", 2, "1,Davolio,Nancy,Sales Representative,1992-05-01,Seattle,USA,12",
        "employees.csv, column reports_to: '12' of employee 1 is not in employees.csv.")]
    [InlineData(
        "employees.csv", 3, "2,Fuller,Andrew,\"Vice President, Sales\",1992-08-14,Tacoma,USA,9", "employees.csv, column reports_to: ")]
    public void Bad_input_is_refused_in_one_line(string file, int line, string text, string error)
    {
        using var folder = new DataFolder();
        folder.Replace(file, line, text);

        var outcome = folder.Close(s_year);

        Assert.Equal(Program.BadInput, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.StartsWith(error, outcome.Error);
        Assert.Single(outcome.Error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("regions.csv")]
    [InlineData("territories.csv")]
    [InlineData("employee_territories.csv")]
    public void A_missing_file_is_named_and_the_quarter_does_without(string file)
    {
        using var folder = new DataFolder();
        File.Delete(folder.FileNamed(file));

        Assert.Equal(file + ": is missing in " + folder.Folder + ".\n", folder.Close(s_year).Error);
        Assert.Equal(Outcome.Of(), folder.Close());
    }

    [Fact]
    public void A_territory_of_two_people_is_shown_as_one()
    {
        using var folder = new DataFolder();
        folder.Append("employee_territories.csv", "6,30346");

        var output = folder.Close(s_year).Output;
        Assert.Contains("\nSouthern, several have 30346 Atlanta\n", output);
        Assert.Contains("| Southern |           8 |    4 |          1 |        4 |      2 |", output);
    }

    [Fact]
    public void Without_a_quota_there_is_no_attainment_and_no_status()
    {
        using var folder = new DataFolder();
        folder.Append("employees.csv", "10,Comer,New,Sales Representative,1997-11-03,London,UK,5");
        folder.Append("orders.csv", "20000,ALFKI,10,1997-12-01,1997-12-29,1997-12-05,1,10,Berlin,Germany");
        folder.Append("order_details.csv", "20000,11,22,20,0");

        using var json = JsonDocument.Parse(folder.Close("--year", "1997", "--json").Output);
        var newcomer = json.RootElement.GetProperty("salespeople").EnumerateArray().Last();
        Assert.Equal("USD 440.00", newcomer.GetProperty("own").GetProperty("revenue").GetString());
        Assert.Equal("USD 0.00", newcomer.GetProperty("own").GetProperty("quota").GetString());
        Assert.Equal(JsonValueKind.Null, newcomer.GetProperty("own").GetProperty("attainment").ValueKind);
        Assert.Empty(newcomer.GetProperty("statuses").EnumerateArray());

        // The team has it all the same: 160,624.45 + 440.00 of 161,700.
        var manager = json.RootElement.GetProperty("salespeople").EnumerateArray()
            .Single(person => person.GetProperty("id").GetString() == "5");
        Assert.Equal("USD 161064.45", manager.GetProperty("team").GetProperty("attained").GetProperty("revenue").GetString());
        Assert.StartsWith(
            "Attainment of 10 New Comer: none, because there is no quota\n", folder.Close("--year", "1997", "--explain", "10").Output);
    }

    [Fact]
    public void When_nothing_was_sold_in_the_half_year_that_weighs_the_quotas()
    {
        using var folder = new DataFolder();
        File.WriteAllText(folder.FileNamed("orders.csv"), File.ReadAllText(folder.FileNamed("orders.csv")).Replace(",1996-", ",1995-"));

        Assert.Equal("orders.csv: has no sales in 1996-H2, by which the quotas are apportioned.\n", folder.Close(s_year).Error);
    }

    [Fact]
    public void Every_figure_of_the_year_explains_itself_down_to_the_order_lines() =>
        Assert.All(Northwind.Year.Teams, team =>
        {
            var proof = YearProof.Of(Northwind.Year, team.Manager.Person.Id.Code, Detail.Lines);
            Assert.Empty(proof.Proven.Discrepancies);
            Assert.Equal((Figure)(team.Team ?? team.Manager.Year).Rate!.Value, proof.Proven.Shown.Value);
        });

    [Fact]
    public void Pace_sums_and_statuses_verify()
    {
        Assert.All(Northwind.Year.Months, month => Assert.Empty(month.Pace.Explain().Verify()));
        Assert.All(Northwind.Year.Months, month => Assert.Empty(month.Attained.Explain().Verify()));
        Assert.All(Northwind.Year.Check.Sums, sum => Assert.Empty(sum.Explain().Verify()));
        Assert.All(Northwind.Year.People.SelectMany(person => person.Statuses), status => Assert.Empty(status.Explain().Verify()));
    }
}
