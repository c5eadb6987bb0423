using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace QuarterClose.Tests;

/// <summary>What only the report of rebates reads, the customers; and what it makes of gaps.</summary>
public sealed class TheRebatesAreChecked
{
    private static readonly string[] s_rebates = ["--rebates", "1997"];

    [Theory]
    [InlineData(
        "orders.csv", "10248,VINET,", "10248,WHOIS,", "orders.csv, line 2, column customer_id: 'WHOIS' is not in customers.csv.")]
    [InlineData("customers.csv", "ANATR,", "ALFKI,", "customers.csv, line 3, column customer_id: 'ALFKI' is there twice.")]
    [InlineData("customers.csv", ",France", ",Gaul", "customers.csv: has no customers in France, whose rebate is agreed.")]
    public void Bad_input_is_refused_in_one_line_and_the_quarter_does_without(string file, string text, string other, string error)
    {
        using var folder = new DataFolder();
        Replace(folder, file, text, other);

        Assert.Equal(new Outcome(Program.BadInput, "", error + "\n"), folder.Close(s_rebates));
        Assert.Equal(Outcome.Of(), folder.Close());
    }

    [Theory]
    [InlineData("QUICK")]
    [InlineData("HUNGO")]
    public void A_customer_with_an_agreement_has_to_be_there(string id)
    {
        using var folder = new DataFolder();
        Replace(folder, "customers.csv", id + ",", "OTHER,");
        Replace(folder, "orders.csv", "," + id + ",", ",OTHER,");

        Assert.Equal(
            new Outcome(Program.BadInput, "", "customers.csv: has no customer '" + id + "', whose rebate is agreed.\n"),
            folder.Close(s_rebates));
    }

    // Growth over nothing is no growth: nothing is earned, and the reason is told; what is sold in the year alone is of no help.
    [Fact]
    public void Without_a_base_period_nothing_is_earned_and_it_closes_all_the_same()
    {
        using var folder = new DataFolder();
        File.WriteAllLines(
            folder.FileNamed("orders.csv"),
            File.ReadAllLines(folder.FileNamed("orders.csv"))
                .Select(line => line.Contains(",HUNGO,") ? line.Replace(",1996-", ",1995-") : line));

        var outcome = folder.Close([.. s_rebates, "--json"]);
        using var json = JsonDocument.Parse(outcome.Output);
        var growth = json.RootElement.GetProperty("agreements")[2];
        Assert.Equal(Program.Success, outcome.ExitCode);
        Assert.All(
            growth.GetProperty("months").EnumerateArray(),
            month =>
            {
                Assert.Equal("USD 0.00", month.GetProperty("earnedToDate").GetString());
                Assert.Equal("rebate.no-base (period 1997-H2)", month.GetProperty("reasons")[0].GetString());
                Assert.Equal(JsonValueKind.Null, month.GetProperty("ratio").ValueKind);
                Assert.Equal(JsonValueKind.Null, month.GetProperty("projected").ValueKind);
            });
        Assert.True(growth.GetProperty("closed").GetBoolean());
        Assert.Equal(Program.Success, folder.Close([.. s_rebates, "--explain", "R-3", "--lines"]).ExitCode);
    }

    [Fact]
    public void In_JSON_the_explanations_are_there_when_they_are_asked_for()
    {
        using var without = JsonDocument.Parse(Outcome.Of([.. s_rebates, "--json"]).Output);
        using var with = JsonDocument.Parse(Outcome.Of([.. s_rebates, "--json", "--explain", "BONAP"]).Output);

        Assert.Equal(JsonValueKind.Null, without.RootElement.GetProperty("explanations").ValueKind);
        var explanations = with.RootElement.GetProperty("explanations");
        Assert.Equal(["R-2, BONAP", "R-2, BONAP"], explanations.EnumerateArray().Select(each => each.GetProperty("of").GetString()));
        Assert.Equal("USD 150.53", explanations[0].GetProperty("root").GetProperty("value").GetString());
        Assert.Equal("USD 0.00", explanations[1].GetProperty("root").GetProperty("value").GetString());
    }

    private static void Replace(DataFolder folder, string file, string text, string other) =>
        File.WriteAllText(folder.FileNamed(file), File.ReadAllText(folder.FileNamed(file)).Replace(text, other));
}
