using System.Collections.Generic;
using System.Linq;
using QuarterClose.Rules;
using Spectre.Console;

namespace QuarterClose.Output;

/// <summary>
/// The rebates of a year as tables: what was agreed, what was accrued month by month, what lay ahead, what was settled, and that it closes.
/// </summary>
public static class RebateReport
{
    public static string Of(RebatedYear rebates)
    {
        var page = new Page();
        page.Line("Northwind, rebates of " + rebates.Terms.Year.Label + ", amounts in USD");
        page.Table("Agreed", Agreed(rebates));
        foreach (var deal in rebates.Deals)
            page.Deal(deal);

        page.Table(
            "Settled on " + NamedSpan.Day(rebates.Terms.SettledOn) + "; less than " + rebates.Terms.Least.Shown()
                + " a member is not paid but lost",
            RebateTables.Settled(rebates.Deals));
        page.Table(
            "Closed on " + NamedSpan.Day(rebates.Terms.ClosedOn) + ": settled once more, and what is not claimed written off",
            RebateTables.Closed(rebates.Deals));
        page.Line();
        page.Line(Closing(rebates.Deals));
        page.Line(
            rebates.Deals.Sum(deal => deal.Proof.Parts.Sum(part => part.FiguresVerified)).Shown()
                + " figures recomputed: what every month accrued, from the order lines to its end, and what became of it:");
        foreach (var (deal, discrepancy) in rebates.Deals.SelectMany(
                     deal => deal.Proof.Parts.SelectMany(part => part.Discrepancies), (deal, found) => (deal, found)))
        {
            page.Line(deal.Deal + ": " + discrepancy);
        }

        page.Line(rebates.Deals.All(deal => deal.Proof.IsVerified) ? "verified" : "NOT verified");
        return page.ToString();
    }

    /// <summary>One agreement or customer, with the explanation, and whether every figure of it can be recomputed.</summary>
    public static string Of(RebateProof proof)
    {
        var page = new Page();
        var (deal, customer) = (proof.Deal, proof.Customer);
        page.Line(
            customer is null ? "Rebate " + deal.Deal + ": " + deal.Result.Earned.Shown()
                : "Rebate " + deal.Deal + ", share of " + customer.Id + ": " + customer.Balances.Earned.Shown());
        page.Line(deal.Deal.Level() + ": " + deal.Deal.Terms());
        if (customer is null)
            page.Deal(deal);

        page.Table("Settled", RebateTables.Settled([deal], customer));
        foreach (var part in proof.Parts)
            page.Proof(part);

        return page.ToString();
    }

    private static void Deal(this Page page, RebatedDeal deal)
    {
        page.Table(
            deal.Deal + ": accrued by the step reached (> is a new one" + deal.Deal.CatchUp() + ")",
            RebateTables.Months(deal));
        page.Table(deal.Deal + ": what lay ahead", RebateTables.Ahead(deal));
    }

    private static string Closing(IReadOnlyList<RebatedDeal> deals) =>
        "accrued - settled - written off: "
        + string.Join(", ", deals.Select(deal => deal.Deal.Agreement.Id + " " + deal.Balances.Liability.Shown()))
        + (deals.All(deal => deal.IsClosed) ? ": closed" : ": NOT closed");

    private static Table Agreed(RebatedYear rebates)
    {
        var table = Tables.With("", "");
        table.Columns[1].Alignment = Justify.Left;
        foreach (var deal in rebates.Deals.Select(each => each.Deal))
        {
            table.Row(deal.ToString(), deal.Period.Label + ", " + deal.Level());
            table.Row("", deal.Terms() + "; by " + deal.Form());
        }

        table.Row("Claimed", "within " + rebates.Terms.ClaimDays.Shown() + " days after the year");
        return table.HideHeaders();
    }
}
