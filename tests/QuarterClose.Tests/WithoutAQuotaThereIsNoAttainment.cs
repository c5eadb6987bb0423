using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace QuarterClose.Tests;

/// <summary>Absent is not zero: somebody who joined in 1998 has no quota, hence neither 0 % nor infinity, and no commission.</summary>
public sealed class WithoutAQuotaThereIsNoAttainment
{
    private const string Newcomer = "10";

    [Fact]
    public void In_the_tables()
    {
        using var folder = WithNewcomer();
        var row = folder.Close().Output.Split('\n').First(line => line.StartsWith("| 10 New Comer ", System.StringComparison.Ordinal));

        Assert.Equal(["", "10 New Comer", "0.00", "0.00", "440.00", "-", "-", ""], row.Split('|').Select(cell => cell.Trim()));
    }

    [Fact]
    public void In_JSON()
    {
        using var folder = WithNewcomer();
        using var json = JsonDocument.Parse(folder.Close("--json").Output);
        var person = json.RootElement.GetProperty("salespeople").EnumerateArray().Last();

        Assert.Equal(Newcomer, person.GetProperty("id").GetString());
        Assert.Equal("USD 440.00", person.GetProperty("revenue").GetString());
        Assert.Equal(JsonValueKind.Null, person.GetProperty("attainment").ValueKind);
        Assert.Equal(JsonValueKind.Null, person.GetProperty("commission").ValueKind);
        Assert.DoesNotContain(
            Newcomer,
            json.RootElement.GetProperty("windfallReview").GetProperty("salespeople").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public void And_the_explanation_proves_the_quota_to_be_zero()
    {
        using var folder = WithNewcomer();
        var outcome = folder.Close("--explain", Newcomer);

        Assert.Equal(Program.Success, outcome.ExitCode);
        Assert.StartsWith("Commission of 10 New Comer: none, because there is no quota\n", outcome.Output);
        Assert.Contains("share part 10", outcome.Output);
        Assert.EndsWith("\nverified\n", outcome.Output);
    }

    [Fact]
    public void For_anybody_when_there_is_no_plan()
    {
        using var folder = new DataFolder();
        var orders = folder.FileNamed("orders.csv");
        File.WriteAllLines(orders, File.ReadAllLines(orders).Select(line => string.Join(',', line.Split(',').Select(
            (field, column) => column == 3 && field[..7] is ("1997-01" or "1997-02" or "1997-03") ? "1997-12-31" : field))));

        var team = folder.Close().Output.Split('\n')
            .First(line => line.StartsWith("| Team ", System.StringComparison.Ordinal) && line.Contains("617,085.35"));
        Assert.Equal(["", "Team", "617,085.35", "0.00", "298,491.61", "-", "0.00", ""], team.Split('|').Select(cell => cell.Trim()));
    }

    private static DataFolder WithNewcomer()
    {
        var folder = new DataFolder();
        folder.Append("employees.csv", "10,Comer,New,Sales Representative,1998-01-05,London,UK,5");
        folder.Append("orders.csv", "20000,ALFKI,10,1998-02-02,1998-03-02,1998-02-05,1,10,Berlin,Germany");
        folder.Append("order_details.csv", "20000,11,22,20,0");
        return folder;
    }
}
