using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using QuarterClose.Rules;
using SalesDomain;
using Xunit;

namespace QuarterClose.Tests;

/// <summary>
/// The rebates of 1997 in plain decimals over the fields of the files, by the definitions in the example's README: no figure of them and no
/// rule is the program's.
/// </summary>
public sealed class KeyFiguresOfTheRebates
{
    private static readonly (string Customer, DateOnly Day, decimal Net)[] s_bought = [.. Read()];

    [Theory]
    [InlineData("R-1", 12, 61_109.92, 1_833.30)]
    [InlineData("R-2", 12, 45_263.39, 607.90)]
    [InlineData("R-3", 6, 12_064.48, 235.29)]
    public void Every_month_of_each_agreement_and_the_months_are_the_year(string id, int months, decimal bought, decimal earned)
    {
        var deal = Deal(id);
        var members = Members(id);
        var before = 0m;
        for (var month = 13 - months; month <= 12; month++)
        {
            var shown = deal.Months[month - 13 + months];
            var toDate = Bought(members, 1997, 13 - months, month);
            var toDateEarned = Earned(id, toDate);
            Assert.Equal("1997-" + month.ToString("00", CultureInfo.InvariantCulture), shown.Name);
            Assert.Equal(
                (Usd(Bought(members, 1997, month, month)), Usd(toDate), Usd(toDateEarned), Usd(toDateEarned - before)),
                (shown.Sold, shown.SoldToDate, shown.Result.Earned, shown.Accrued));
            before = toDateEarned;
        }

        Assert.Equal(months, deal.Months.Count);
        Assert.Equal((bought, earned), (Bought(members, 1997, 13 - months, 12), before));
        Assert.Equal(Usd(earned), Money.Sum(Currency.USD, deal.Months.Select(month => month.Accrued)));
        Assert.Equal(Usd(earned), deal.Balances.Accrued);
    }

    [Fact]
    public void The_payment_of_the_group_is_shared_by_what_each_member_bought()
    {
        var members = Members("R-2");
        var (all, cents) = (Bought(members, 1997, 1, 12), 60_790m);
        var exact = members.ToDictionary(member => member, member => cents * Bought([member], 1997, 1, 12) / all);
        var left = (int)(cents - exact.Values.Sum(decimal.Floor));
        var more = members.OrderByDescending(member => exact[member] - decimal.Floor(exact[member])).Take(left).ToHashSet();

        Assert.Equal(11, members.Length);
        Assert.Equal(members, Deal("R-2").Customers.Select(customer => customer.Id.Code));
        foreach (var customer in Deal("R-2").Customers)
        {
            var share = (decimal.Floor(exact[customer.Id.Code]) + (more.Contains(customer.Id.Code) ? 1m : 0m)) / 100m;
            Assert.Equal(Usd(share), customer.Balances.Earned);
            Assert.Equal(Usd(share < 5m ? 0m : share), customer.Settlement.Payable);
            Assert.Equal(Usd(share < 5m ? share : 0m), customer.Balances.WrittenOff);
        }
    }

    // SPECD alone is below 5.00, and has bought something; two members have not.
    [Fact]
    public void Everything_that_was_accrued_is_settled_or_lost_and_nothing_is_left()
    {
        foreach (var customer in Northwind.Rebates.Deals.SelectMany(deal => deal.Customers))
        {
            var balances = customer.Balances;
            Assert.Equal(Usd(0m), balances.Accrued - balances.Settled - balances.WrittenOff);
            Assert.Equal((balances.Earned, Usd(0m)), (balances.Accrued, balances.Open));
            Assert.Empty(customer.Again.Entries);
            Assert.Empty(customer.Unclaimed.Entries);
            Assert.True(customer.IsClosed);
        }

        Assert.True(Northwind.Rebates.IsClosed && Northwind.Rebates.IsVerified);
        Assert.Equal(
            ["SPECD"],
            Deal("R-2").Customers.Where(customer => customer.Settlement.Reasons.Any(reason => reason.Code == "settlement.lost"))
                .Select(customer => customer.Id.Code));
    }

    // What is missing at the end of November, to the cent: with it the step is reached and pays for the whole year, with a cent less not.
    [Theory]
    [InlineData("1137.18", "USD 1800.00", "3%")]
    [InlineData("1137.17", "USD 1200.00", "2%")]
    public void The_near_miss_of_November_is_what_an_order_more_would_have_paid(string net, string earned, string step)
    {
        Assert.Equal("USD 1137.18", Deal("R-1").Months[10].NearMiss!.Missing.ToString());
        Assert.Equal(Usd((60_000m * 0.03m) - (58_862.82m * 0.02m)), Deal("R-1").Months[10].NearMiss!.Pays);

        using var folder = new DataFolder();
        folder.Append("orders.csv", "20000,QUICK,1,1997-11-30,1997-12-28,,1,0,Cunewalde,Germany");
        folder.Append("order_details.csv", "20000,1," + net + ",1,0");
        using var json = System.Text.Json.JsonDocument.Parse(folder.Close("--rebates", "1997", "--json").Output);
        var november = json.RootElement.GetProperty("agreements")[0].GetProperty("months")[10];
        Assert.Equal((earned, step), (november.GetProperty("earnedToDate").GetString(), november.GetProperty("step").GetString()));
        Assert.True(json.RootElement.GetProperty("closed").GetBoolean());
    }

    public static TheoryData<string> Ids =>
    [
        .. Northwind.Rebates.Deals.Select(deal => deal.Deal.Agreement.Id.Code),
        .. Northwind.Rebates.Deals.SelectMany(deal => deal.Customers).Select(customer => customer.Id.Code),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_agreement_and_customer_explains_itself(string id)
    {
        var outcome = Outcome.Of("--rebates", "1997", "--explain", id);

        Assert.Equal(Program.Success, outcome.ExitCode);
        Assert.EndsWith("\nverified\n", outcome.Output);
        Assert.DoesNotContain("NOT verified", outcome.Output);
        Assert.DoesNotContain("unit price", outcome.Output);
    }

    [Fact]
    public void Down_to_the_order_lines_where_they_are_asked_for()
    {
        var page = Outcome.Of("--rebates", "1997", "--explain", "R-3", "--lines").Output;

        Assert.Contains("unit price", page);
        Assert.Contains("sold in the base period", page);
        Assert.EndsWith("\nverified\n", page);
    }

    [Theory]
    [InlineData(false, "NOT verified\n")]
    [InlineData(true, "\"verified\": false")]
    public void A_tampered_accrual_is_named_and_does_not_pass(bool json, string verdict)
    {
        var genuine = Deal("R-1").ExplainLeft(null);
        var tampered = Explanation.Node(genuine.Name, Usd(0.01m), genuine.Operation!, [.. genuine.Children]);
        var proof = new RebateProof(Deal("R-1"), null, Detail.Total) { Left = new Proven(tampered, tampered) };

        var (page, exitCode) = Program.Report(Northwind.Rebates, proof, json);

        Assert.Equal(Program.NotVerified, exitCode);
        Assert.Contains("left of R-1: sum gives USD 0.00, stated is USD 0.01", page);
        Assert.Contains(verdict, page);
    }

    private static RebatedDeal Deal(string id) => Northwind.Rebates.Deals.Single(deal => deal.Deal.Agreement.Id.Code == id);

    private static string[] Members(string id) =>
        id == "R-1" ? ["QUICK"] : id == "R-3" ? ["HUNGO"]
            : [.. Rows("customers.csv").Where(row => row[^1] == "France").Select(row => row[0])];

    private static decimal Earned(string id, decimal toDate)
    {
        if (id == "R-1")
            return ToCents(toDate * (toDate >= 60_000m ? 0.03m : toDate >= 40_000m ? 0.02m : toDate >= 20_000m ? 0.01m : 0m));
        if (id == "R-2")
            return ToCents((Part(10_000m, 25_000m) * 0.01m) + (Part(25_000m, 40_000m) * 0.02m) + (Part(40_000m, decimal.MaxValue) * 0.03m));

        var before = Bought(["HUNGO"], 1996, 7, 12);
        return ToCents((toDate - before) * (toDate >= before * 1.25m ? 0.08m : toDate >= before * 1.10m ? 0.05m : 0m));

        decimal Part(decimal from, decimal to) => Math.Max(0m, Math.Min(toDate, to) - from);
    }

    private static decimal Bought(string[] members, int year, int first, int last) =>
        s_bought.Where(each =>
                members.Contains(each.Customer) && each.Day.Year == year && each.Day.Month >= first && each.Day.Month <= last)
            .Sum(each => each.Net);

    private static IEnumerable<(string Customer, DateOnly Day, decimal Net)> Read()
    {
        var orders = Rows("orders.csv").ToDictionary(row => row[0]);
        return Rows("order_details.csv").Select(row =>
            (orders[row[0]][1], DateOnly.ParseExact(orders[row[0]][3], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                ToCents(Number(row[2]) * Number(row[3]) * (1m - Number(row[4])))));
    }

    // None of the fields that are read here has a comma in it; the country is the last.
    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(DataFolder.Own, file)).Skip(1).Select(line => line.Split(','));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static decimal ToCents(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    private static Money Usd(decimal amount) => new(amount, Currency.USD);
}
