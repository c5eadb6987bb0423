using System.Globalization;
using System.Linq;
using QuarterClose.Rules;
using SalesDomain;
using Spectre.Console;

namespace QuarterClose.Output;

/// <summary>The closed quarter as tables.</summary>
public static class TextReport
{
    public static string Of(ClosedQuarter closed)
    {
        var terms = closed.Terms;
        var page = new Page();
        page.Line("Northwind, quarter " + terms.Quarter + ", amounts in USD");
        page.Table("Team plan", Plan(closed));
        page.Table(
            "Quotas: the plan by revenue " + terms.QuotaBasis.Name + ". Commissions, graduated: " + Rates(terms.Rates)
                + " of quota",
            Commissions(closed));
        page.Table("Windfall review: attainment above " + terms.WindfallLimit.Shown(), Windfalls(closed));
        page.Table("Price check: " + terms.PriceCheckSpan, PriceChecks(closed));
        return page.ToString();
    }

    private static string Rates(AttainmentRate rates) =>
        string.Join(", ", rates.Bounds.Zip(rates.Rates, (from, rate) => rate.Shown() + " from " + from.Shown()));

    private static Table Plan(ClosedQuarter closed)
    {
        var plan = closed.Plan;
        return Tables.With("", "USD")
            .Row("Revenue of the team in " + closed.Terms.PlanBasis.Name, plan.YearAgo.Total.Shown())
            .Row("times " + (1m + plan.Growth.Growth.Fraction).ToString(CultureInfo.InvariantCulture), plan.Grown.Shown())
            .Totals("Team plan, rounded (" + plan.Growth.Rounding + ")", plan.Target.Shown());
    }

    private static Table Commissions(ClosedQuarter closed)
    {
        var table = Tables.With(
            "Salesperson", "Revenue\n" + closed.Terms.QuotaBasis.Name, "Quota", "Revenue\n" + closed.Terms.Quarter.Name, "Attainment",
            "Commission");
        foreach (var (person, commission, _) in closed.People)
        {
            table.Row(
                person.ToString(),
                commission.Quota.Weight.Total.Shown(),
                commission.Quota.Amount.Shown(),
                commission.Revenue.Total.Shown(),
                commission.Attainment.Shown(),
                commission.Amount.Shown());
        }

        return table.Totals(
            "Team", closed.LastYear.Shown(), closed.Quotas.Shown(), closed.Revenue.Shown(), closed.Attainment.Shown(),
            closed.Commissions.Shown());
    }

    private static Table Windfalls(ClosedQuarter closed)
    {
        var table = Tables.With("Salesperson", "Attainment", "Commission,\npaid all the same");
        foreach (var (person, commission, _) in closed.WindfallReview)
            table.Row(person.ToString(), commission.Attainment.Shown(), commission.Amount.Shown());

        return table;
    }

    private static Table PriceChecks(ClosedQuarter closed)
    {
        var over = "Discount\nover " + closed.Terms.PriceCheck.DiscountLimit.Shown() + ",\n";
        var table = Tables.With(
            "Salesperson", "Order\nlines", "Below\nlist price,\nlines", "Below\nlist price,\nUSD", over + "lines", over + "USD");
        foreach (var (person, _, check) in closed.People)
            table.Row(Cells(person.ToString(), check));

        return table.Totals(Cells("Team", closed.PriceCheck));
    }

    private static string[] Cells(string name, PriceCheck check) =>
    [
        name,
        check.Lines.Shown(),
        check.BelowList.Lines.Shown(),
        check.BelowList.Value.Shown(),
        check.OverDiscounted.Lines.Shown(),
        check.OverDiscounted.Value.Shown(),
    ];
}
