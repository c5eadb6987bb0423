using System.Collections.Generic;
using System.Linq;
using QuarterClose.Rules;
using SalesDomain;
using SalesDomain.Rebates;
using Spectre.Console;

namespace QuarterClose.Output;

/// <summary>The tables of one agreement, and of what was settled and left of several.</summary>
public static class RebateTables
{
    public static Table Months(RebatedDeal deal)
    {
        var hasBase = deal.Deal.Rebate.Level.HasBase;
        var table = Tables.With(
        [
            "Month", "Turnover", "Turnover\nto date", .. hasBase ? ["Growth\nto date"] : System.Array.Empty<string>(), "Step\nreached",
            "Earned\nto date", "Accrued\nthis month", "Of the\nturnover", "Accrued\nto date",
        ]);
        foreach (var month in deal.Months)
        {
            table.Row(
            [
                month.Name, month.Sold.Shown(), month.SoldToDate.Shown(),
                .. hasBase ? [month.Result.Ratio.Shown()] : System.Array.Empty<string>(), month.Step(), month.Result.Earned.Shown(),
                month.Accrued.Shown(), month.AccruedOfSold.Shown(), month.AccruedToDate.Shown(),
            ]);
        }

        return table;
    }

    public static Table Ahead(RebatedDeal deal)
    {
        var table = Tables.With(
            "End of", "At this pace\nsold by the end", "Which\nearns", "Missing to\nthe next step", "Which\npays", "Of what\nis missing");
        foreach (var month in deal.Months)
        {
            table.Row(
                month.Name, (month.Projection?.Sold).ToCents(), ((Figure?)month.Projection?.Entitlement).ToCents(),
                (month.NearMiss?.Missing).ToCents(), ((Figure?)month.NearMiss?.Pays).ToCents(), (month.NearMiss?.MarginalRate).Shown());
        }

        return table;
    }

    /// <summary>Of all customers, or of one alone.</summary>
    public static Table Settled(IReadOnlyList<RebatedDeal> deals, RebatedCustomer? only = null)
    {
        var all = deals.SelectMany(deal => deal.Customers, (deal, customer) => (Deal: deal, Customer: customer))
            .Where(each => only is null || each.Customer == only).ToArray();
        var table = Tables.With("Customer", "Bought", "Earned", "Accrued", "By", "Document", "Settled", "Written\noff", "Left");
        foreach (var (deal, customer) in all)
        {
            table.Row(
                deal.Deal.Agreement.Id + " " + customer.Id, customer.Bought.Shown(), customer.Balances.Earned.Shown(),
                customer.Balances.Accrued.Shown(), customer.Settlement.Payable.IsZero ? "-" : deal.Deal.Form(),
                customer.Settlement.Payable.IsZero ? "-" : customer.Settlement.Run.Document.ToString(),
                customer.Settlement.Payable.Shown(), customer.Balances.WrittenOff.Shown(), customer.Balances.Liability.Shown());
        }

        var total = RebateBalances.Sum(Currency.USD, all.Select(each => each.Customer.Balances));
        return all.Length == 1 ? table : table.Totals(
            "Together", Money.Sum(Currency.USD, all.Select(each => each.Customer.Bought)).Shown(),
            total.Earned.Shown(), total.Accrued.Shown(), "", "", total.Settled.Shown(), total.WrittenOff.Shown(), total.Liability.Shown());
    }

    public static Table Closed(IReadOnlyList<RebatedDeal> deals)
    {
        var table = Tables.With(
            "Agreement", "Accrued", "Settled", "Written off", "Left", "Settled\nonce more", "Not claimed,\nwritten off");
        foreach (var deal in deals)
            table.Row(Cells(deal.Deal.ToString(), deal.Balances, [deal]));

        return table.Totals(Cells("Together", RebateBalances.Sum(Currency.USD, deals.Select(deal => deal.Balances)), deals));
    }

    private static string[] Cells(string name, RebateBalances balances, IReadOnlyList<RebatedDeal> deals)
    {
        var customers = deals.SelectMany(deal => deal.Customers).ToArray();
        return
        [
            name, balances.Accrued.Shown(), balances.Settled.Shown(), balances.WrittenOff.Shown(), balances.Liability.Shown(),
            Money.Sum(Currency.USD, customers.Select(customer => customer.Again.Settled)).Shown(),
            Money.Sum(Currency.USD, customers.Select(customer => customer.Unclaimed.WrittenOff)).Shown(),
        ];
    }
}
