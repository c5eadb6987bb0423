using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using QuarterClose.Rules;
using SalesDomain;
using SalesDomain.Pricing;
using Xunit;

namespace QuarterClose.Tests;

/// <summary>
/// The prices of 1998-Q1, from an independent computation with exact fractions over the same files and the definitions in the example's
/// README; none is copied from the program.
/// </summary>
public sealed class KeyFiguresOfThePrices
{
    // Lines, list, discount, expected rebate, freight, cost of credit, cost of the goods, pocket margin.
    [Theory]
    [InlineData("1", 98, 93_156.75, 3_550.62, 620.45, 3_396.00, 597.25, 51_236.25, 33_756.18)]
    [InlineData("2", 43, 22_745.95, 940.80, 73.13, 1_187.72, 135.77, 13_647.57, 6_760.96)]
    [InlineData("3", 78, 46_716.75, 2_930.94, 232.02, 2_212.41, 286.73, 28_030.05, 13_024.60)]
    [InlineData("4", 62, 45_715.80, 2_884.61, 381.93, 2_510.42, 267.79, 29_715.32, 9_955.73)]
    [InlineData("5", 42, 20_212.00, 803.76, 157.66, 1_411.27, 121.54, 12_127.20, 5_590.57)]
    [InlineData("6", 28, 33_546.69, 2_617.51, 352.27, 1_709.84, 200.05, 23_482.68, 5_184.34)]
    [InlineData("7", 25, 16_009.80, 279.80, 84.93, 898.03, 103.93, 10_406.37, 4_236.74)]
    [InlineData("8", 76, 37_138.38, 2_742.47, 253.75, 1_789.71, 224.24, 24_140.01, 7_988.20)]
    public void Of_each_category(string id, int lines, params double[] amounts)
    {
        var category = Northwind.Prices.Categories.Single(each => each.Category.Id.Code == id);

        Assert.Equal(lines, category.Lines.Count);
        Assert.Equal(amounts.Select(amount => Usd((decimal)amount)), Figures(category.Total));
    }

    [Fact]
    public void Of_all_with_the_invoice_net_that_is_the_revenue_of_the_quarter_and_the_freight_of_its_orders()
    {
        var prices = Northwind.Prices;

        Assert.Equal(452, prices.LineCount);
        Assert.Equal(
            new[] { 315_242.12m, 16_750.51m, 2_156.14m, 15_115.40m, 1_937.30m, 192_785.45m, 86_497.32m }.Select(Usd),
            Figures(prices.Total));
        Assert.Equal(Northwind.Closed.Revenue, prices.Total.InvoiceNet);
        Assert.Equal(Usd(279_282.77m), prices.Total.Pocket);
    }

    // One order in plain decimals, from the fields of the files: 10912, 25 % off everything, 580.91 of freight.
    [Fact]
    public void Of_one_order_by_hand()
    {
        var sold = Rows("order_details.csv").Where(row => row[0] == "10912").ToArray();
        var order = Rows("orders.csv").Single(row => row[0] == "10912");
        var listed = Rows("products.csv").ToDictionary(row => row[0], row => Number(row[5]));
        var (ordered, due) = (Day(order[3]), Day(order[5]).AddDays(30));

        var list = sold.Sum(row => listed[row[1]] * Number(row[3]));
        decimal[] nets = [.. sold.Select(row => ToCents(Number(row[2]) * Number(row[3]) * (1m - Number(row[4]))))];
        var credit = nets.Sum(net => ToCents(net * 0.06m * (due.DayNumber - ordered.DayNumber) / 360m));
        var rebate = nets.Sum(net => ToCents(net * 0.02m));

        var shown = Northwind.Prices.Orders.Single(each => each.Id.ToString() == "10912");
        var total = PriceWaterfall.Sum(Currency.USD, shown.Lines.Select(line => line.Waterfall));
        Assert.Equal((Usd(list), Usd(nets.Sum())), (total.List, total.InvoiceNet));
        Assert.Equal(Usd(rebate), total.DeductedUnder(PriceTerms.Rebate));
        Assert.Equal(Usd(Number(order[7])), total.DeductedUnder(PriceTerms.Freight));
        Assert.Equal(Usd(credit), total.DeductedUnder(PriceTerms.Credit));
        Assert.Equal(Usd(nets.Sum() - rebate - credit - Number(order[7])), total.Pocket);
    }

    [Fact]
    public void The_parts_of_every_line_order_and_category_add_up_to_the_cent()
    {
        var lines = Northwind.Prices.Orders.SelectMany(order => order.Lines).Select(line => line.Waterfall).ToArray();
        foreach (var each in lines.Concat(Northwind.Prices.Categories.Select(category => category.Total)).Append(Northwind.Prices.Total))
        {
            Assert.Equal(each.Pocket, each.List - Money.Sum(Currency.USD, each.Deductions.Select(part => part.Amount)));
            Assert.Equal(each.PocketMargin, each.Pocket - each.Cost);
        }

        Assert.Equal(Northwind.Prices.Total.PocketMargin, Money.Sum(Currency.USD, lines.Select(line => line.PocketMargin!.Value)));
        Assert.All(
            Northwind.Prices.Orders,
            order => Assert.Equal(
                order.Lines.Sum(line => line.Sale.Line.NetAmount.Amount), order.Case().Document.Net.Amount));
    }

    // Orders, lines with a discount, their list amount, their discount; lines that would ask for the role alone.
    [Theory]
    [InlineData("sales representative", 142, 68, 42_859.16, 3_492.54, 352)]
    [InlineData("sales manager", 29, 61, 56_903.10, 6_494.16, 65)]
    [InlineData("vice president", 10, 27, 20_073.70, 4_696.96, 32)]
    [InlineData("nobody", 1, 2, 8_267.40, 2_066.85, 3)]
    public void Who_has_to_approve(string role, int orders, int lines, decimal list, decimal discount, int alone)
    {
        var found = Northwind.Prices.ByRole.Single(each => each.Name == role);

        Assert.Equal((orders, lines, alone), (found.Orders.Count, found.Lines.Count, found.LinesAlone));
        Assert.Equal((Usd(list), Usd(discount)), (found.List, found.Discount));
    }

    // 10840 alone is 20 % and the manager's; with 10838 of the same customer and day it is the vice president's. 10972 and 10973 of one
    // day have no discount, so there is nothing to be judged together.
    [Fact]
    public void Orders_of_one_customer_on_one_day_are_judged_together()
    {
        var (one, other) = (Order("10840"), Order("10838"));

        Assert.Equal(("sales manager", "vice president"), (one.Approval.RoleAlone.ToString(), one.Approval.Role.ToString()));
        Assert.Equal(("vice president", "vice president"), (other.Approval.RoleAlone.ToString(), other.Approval.Role.ToString()));
        Assert.Equal(["10838", "10840"], one.Approval.OfTheDay!.Documents.Select(each => each.Id.ToString()));
        Assert.Equal(2, Northwind.Prices.Approvals.Count(each => each.Approval.OfTheDay is not null));
        Assert.Equal((0m, null), (Order("10972").Discount?.Fraction, Order("10972").Approval.OfTheDay));
    }

    // 10839 is at exactly 10 %; of 10912 the cost is assumed at so much that 25 % leave less margin than anybody may give.
    [Fact]
    public void At_the_limit_is_within_it_and_beyond_all_limits_is_nobody()
    {
        Assert.Equal(Percentage.FromPercent(10), Order("10839").Discount);
        Assert.Equal("sales representative", Order("10839").Approval.Role.ToString());
        Assert.Null(Order("10912").Approval.Role);
        Assert.Contains(Order("10912").Approval.Reasons, reason => reason.Code == "authority.nobody");
    }

    public static TheoryData<string> Ids =>
        [.. Northwind.Prices.Categories.Select(each => each.Category.Id.Code), "10838", "10840", "10912", "10972"];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_category_and_approval_explains_itself(string id)
    {
        var outcome = Outcome.Of("--prices", "1998-Q1", "--explain", id);

        Assert.Equal(Program.Success, outcome.ExitCode);
        Assert.EndsWith("\nverified\n", outcome.Output);
    }

    [Fact]
    public void A_tampered_explanation_does_not_pass()
    {
        var genuine = Northwind.Prices.Categories[0].Explain(Detail.Total);
        var tampered = Explanation.Node("pocket margin", Usd(33_756.19m), genuine.Operation!, [.. genuine.Children]);

        var (page, exitCode) = Program.Report(Northwind.Prices, new PriceProof("tampered", new Proven(tampered, tampered)), json: false);

        Assert.Equal(Program.NotVerified, exitCode);
        Assert.Contains("pocket margin: difference gives USD 33756.18, stated is USD 33756.19", page);
    }

    private static ApprovedOrder Order(string id) => Northwind.Prices.Approvals.Single(order => order.Order.Id.ToString() == id);

    private static IEnumerable<Money> Figures(PriceWaterfall total) =>
    [
        total.List, total.OnInvoice, total.DeductedUnder(PriceTerms.Rebate), total.DeductedUnder(PriceTerms.Freight),
        total.DeductedUnder(PriceTerms.Credit), total.Cost!.Value, total.PocketMargin!.Value,
    ];

    // None of the fields that are read here has a comma in it.
    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(DataFolder.Own, file)).Skip(1).Select(line => line.Split(','));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal ToCents(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    private static Money Usd(decimal amount) => new(amount, Currency.USD);
}
