using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using SalesDomain;
using Xunit;

namespace QuarterClose.Tests;

/// <summary>What only the report of prices reads: categories, freight and days of shipping; and what it makes of gaps in them.</summary>
public sealed class ThePricesAreChecked
{
    private static readonly string[] s_prices = ["--prices", "1998-Q1"];

    [Theory]
    [InlineData(
        "products.csv", 2, "1,Chai,1,9,10 boxes x 20 bags,18,39,0,10,0",
        "products.csv, line 2, column category_id: '9' is not in categories.csv.")]
    [InlineData("categories.csv", 3, "1,Condiments,sauces", "categories.csv, line 3, column category_id: '1' is there twice.")]
    [InlineData(
        "orders.csv", 2, "10248,VINET,5,1996-07-04,1996-08-01,1996-07-16,3,32.385,Reims,France",
        "orders.csv, line 2, column freight: '32.385' must be in whole cents.")]
    [InlineData(
        "orders.csv", 2, "10248,VINET,5,1996-07-04,1996-08-01,1996-07-03,3,32.38,Reims,France",
        "orders.csv, line 2, column shipped_date: '1996-07-03' is before the day of the order.")]
    [InlineData(
        "orders.csv", 2, "10248,VINET,5,1996-07-04,1996-07-03,,3,32.38,Reims,France",
        "orders.csv, line 2, column required_date: '1996-07-03' is before the day of the order.")]
    public void Bad_input_is_refused_in_one_line(string file, int line, string text, string error)
    {
        using var folder = new DataFolder();
        folder.Replace(file, line, text);

        Assert.Equal(new Outcome(Program.BadInput, "", error + "\n"), folder.Close(s_prices));
    }

    [Fact]
    public void Shipping_on_the_day_of_the_order_and_not_yet_are_taken()
    {
        using var folder = new DataFolder();
        folder.Replace("orders.csv", 2, "10248,VINET,5,1996-07-04,1996-07-04,1996-07-04,3,32.38,Reims,France");
        folder.Replace("orders.csv", 3, "10249,TOMSP,6,1996-07-05,1996-08-16,,1,11.61,Münster,Germany");

        Assert.Equal(Outcome.Of(s_prices), folder.Close(s_prices));
    }

    [Fact]
    public void A_missing_file_of_categories_is_named_and_the_quarter_does_without()
    {
        using var folder = new DataFolder();
        File.Delete(folder.FileNamed("categories.csv"));

        Assert.Equal("categories.csv: is missing in " + folder.Folder + ".\n", folder.Close(s_prices).Error);
        Assert.Equal(Outcome.Of(), folder.Close());
    }

    // Whose cost is not known has no margin, and then all together have none: it is not zero.
    [Fact]
    public void A_category_without_a_cost_has_a_pocket_and_no_margin()
    {
        using var folder = new DataFolder();
        File.WriteAllLines(
            folder.FileNamed("categories.csv"),
            File.ReadAllLines(folder.FileNamed("categories.csv"))
                .Select(line => line.StartsWith("7,", StringComparison.Ordinal) ? "77" + line[1..] : line));
        File.WriteAllLines(
            folder.FileNamed("products.csv"),
            File.ReadAllLines(folder.FileNamed("products.csv")).Select(line => OfCategory77(line.Split(','))));

        using var json = JsonDocument.Parse(folder.Close([.. s_prices, "--json"]).Output);
        var category = json.RootElement.GetProperty("categories").EnumerateArray()
            .Single(each => each.GetProperty("id").GetString() == "77");
        Assert.Equal("USD 14643.11", category.GetProperty("waterfall").GetProperty("pocket").GetString());
        Assert.Equal(JsonValueKind.Null, category.GetProperty("waterfall").GetProperty("pocketMargin").ValueKind);
        Assert.Equal(
            JsonValueKind.Null, json.RootElement.GetProperty("all").GetProperty("waterfall").GetProperty("pocketMargin").ValueKind);
        Assert.StartsWith(
            "Pocket of 77 Produce, whose cost is not known: 14,643.11\n", folder.Close([.. s_prices, "--explain", "77"]).Output);
    }

    // An order of which everything was given away: freight in equal parts, no discount above all there is.
    [Fact]
    public void An_order_that_was_given_away_is_spread_evenly()
    {
        using var folder = new DataFolder();
        File.WriteAllLines(
            folder.FileNamed("order_details.csv"),
            File.ReadAllLines(folder.FileNamed("order_details.csv")).Select(
                line => line.StartsWith("10912,", StringComparison.Ordinal) ? string.Join(',', line.Split(',')[..4]) + ",1" : line));

        using var json = JsonDocument.Parse(folder.Close([.. s_prices, "--json"]).Output);
        var all = json.RootElement.GetProperty("all").GetProperty("waterfall");
        Assert.Equal(Usd(298_491.61m - 6_200.55m), Money.Parse(all.GetProperty("invoiceNet").GetString()!));
        Assert.Equal(
            "USD 15115.40",
            all.GetProperty("offInvoice").EnumerateArray().Single(each => each.GetProperty("name").GetString() == "freight")
                .GetProperty("amount").GetString());
    }

    // 10 % of 19.99 are 2.00, which is 10.005 %: whose limit is 10 % may approve it. 11 % are not his.
    [Theory]
    [InlineData("0.1", "sales representative")]
    [InlineData("0.11", "sales manager")]
    public void A_discount_at_the_limit_is_within_it_however_it_was_rounded(string discount, string role)
    {
        using var folder = new DataFolder();
        File.WriteAllLines(
            folder.FileNamed("order_details.csv"),
            File.ReadAllLines(folder.FileNamed("order_details.csv")).Select(
                line => line.StartsWith("10809,", StringComparison.Ordinal)
                    ? string.Join(',', line.Split(',')[..2]) + ",19.99,1," + discount : line));
        File.WriteAllLines(
            folder.FileNamed("products.csv"),
            File.ReadAllLines(folder.FileNamed("products.csv")).Select(
                line => line.StartsWith("52,", StringComparison.Ordinal) ? AtPrice(line.Split(',')) : line));

        Assert.StartsWith(
            "Order 10809 is approved by: " + role + "\n", folder.Close([.. s_prices, "--explain", "10809"]).Output);
    }

    // Of a line that was sold above the list only what it brought is judged, and the page says so.
    [Fact]
    public void The_page_says_what_the_figures_of_an_approval_go_down_to()
    {
        using var folder = new DataFolder();
        File.WriteAllLines(
            folder.FileNamed("order_details.csv"),
            File.ReadAllLines(folder.FileNamed("order_details.csv")).Select(
                line => line.StartsWith("10809,", StringComparison.Ordinal)
                    ? string.Join(',', line.Split(',')[..2]) + ",7.01,20,0" : line));
        string[] explain = [.. s_prices, "--explain", "10809"];

        Assert.Contains("down to price, quantity, discount and cost of every order line", Outcome.Of(explain).Output);
        Assert.Contains("down to amount, discount and cost of every order line", folder.Close(explain).Output);

        // 10838 and 10840, with a line of which net rounds a half cent up.
        var page = Outcome.Of([.. s_prices, "--explain", "10840"]).Output;
        Assert.Contains("down to price, quantity, discount and cost of every order line", page);
        Assert.Contains("share of taken off line 10838/2", page);
        Assert.Contains("line 10838/2, product", page);
        Assert.DoesNotContain("list amount, not rounded", page);
    }

    private static string AtPrice(string[] fields) => string.Join(',', fields.Select((field, i) => i == 5 ? "19.99" : field));

    private static string OfCategory77(string[] fields) =>
        string.Join(',', fields.Select((field, i) => i == 3 && field == "7" ? "77" : field));

    private static Money Usd(decimal amount) => new(amount, Currency.USD);
}
