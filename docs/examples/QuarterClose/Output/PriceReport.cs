using System.Linq;
using QuarterClose.Rules;
using SalesDomain;
using SalesDomain.Pricing;
using Spectre.Console;

namespace QuarterClose.Output;

/// <summary>The prices of a quarter as tables: what is assumed, from list price to pocket margin by category, who had to approve.</summary>
public static class PriceReport
{
    public static string Of(PricedQuarter prices)
    {
        var terms = prices.Terms;
        var page = new Page();
        page.Line("Northwind, prices of quarter " + terms.Quarter + ", amounts in USD");
        page.Table("Assumed, for the data do not say", Assumptions(terms));
        page.Table("From list price to pocket, by category", ToPocket(prices));
        page.Table("From pocket to margin, by category", ToMargin(prices));
        page.Approvals(prices);
        return page.ToString();
    }

    public static string Of(PriceProof proof)
    {
        var page = new Page();
        page.Line(proof.Title);
        page.Proof(proof.Proven, proof.DownTo);
        return page.ToString();
    }

    private static Table Assumptions(PriceTerms terms)
    {
        var table = Tables.With("", "");
        table.Columns[1].Alignment = Justify.Left;
        table.Row(
            "Expected rebate",
            string.Join(", ", terms.Rebates.Bounds.Zip(terms.Rebates.Values, (from, rate) => rate.Shown() + " from " + from.Shown()))
                + " bought in " + terms.RebateBasis.Name + ", of the invoice");
        table.Row("Freight", "of the order, paid by the seller, over its lines by what is invoiced");
        table.Row(
            "Cost of credit",
            terms.CreditRate.Shown() + " a year of 360 days, from the day of the order until it is due, " + terms.Payment
                + " from shipping");
        table.Row("Cost of the goods", "a share of the list price, by category");
        return table.HideHeaders();
    }

    private static Table ToPocket(PricedQuarter prices)
    {
        var table = Tables.With(
            "Category", "List", "Discount", "Invoice\nnet", "Expected\nrebate", "Freight", "Cost of\ncredit", "Pocket", "Of list");
        foreach (var category in prices.Categories)
            table.Row(Cells(category.Category.ToString(), category.Total));

        return table.Totals(Cells("All", prices.Total));
    }

    private static string[] Cells(string name, PriceWaterfall total) =>
    [
        name, total.List.Shown(), total.OnInvoice.Shown(), total.InvoiceNet.Shown(),
        .. new[] { PriceTerms.Rebate, PriceTerms.Freight, PriceTerms.Credit }.Select(off => total.DeductedUnder(off).Shown()),
        total.Pocket.Shown(), total.PocketOfList.Shown(),
    ];

    private static Table ToMargin(PricedQuarter prices)
    {
        var table = Tables.With("Category", "Order\nlines", "Pocket", "Cost\nof list", "Cost", "Pocket\nmargin", "Of pocket");
        foreach (var category in prices.Categories)
            table.Row(Cells(category.Category.ToString(), category.Lines.Count, category.CostOfList?.Shown() ?? "-", category.Total));

        var costOfList = prices.Total.Cost is { } cost ? Percentage.Ratio(cost, prices.Total.List) : null;
        return table.Totals(Cells("All", prices.LineCount, costOfList.Shown(), prices.Total));
    }

    private static string[] Cells(string name, int lines, string costOfList, PriceWaterfall total) =>
    [
        name, lines.Shown(), total.Pocket.Shown(), costOfList, total.Cost.Shown(), total.PocketMargin.Shown(),
        total.PocketMarginRate.Shown(),
    ];
}
