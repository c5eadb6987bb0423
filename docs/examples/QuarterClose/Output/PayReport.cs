using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using QuarterClose.Rules;
using SalesDomain;
using SalesDomain.Commissions;
using Spectre.Console;

namespace QuarterClose.Output;

/// <summary>The pay of a year as tables: what each run paid whom, the year of each, what came back, and whether it adds up.</summary>
public static class PayReport
{
    public static string Of(PaidYear year)
    {
        var page = new Page();
        page.Line("Northwind, commissions of " + year.Terms.Year.Year.Label + ", amounts in USD");
        page.Table("Paid by run: months, and after every third the true-up of the quarter", Runs(year));
        page.Table("The year", People(year));
        page.Table("Goods that came back", Returns(year));
        page.Line();
        page.Line(
            year.Proofs.Sum(proof => proof.Parts.Sum(part => part.FiguresVerified)).Shown()
                + " figures recomputed: months and true-ups are the year, and the year its quarters, each from the order lines:");
        page.Verdicts(year.Proofs);
        return page.ToString();
    }

    public static void Verdicts(this Page page, IReadOnlyList<PayProof> proofs)
    {
        foreach (var (proof, discrepancy) in proofs.SelectMany(
                     proof => proof.Parts.SelectMany(part => part.Discrepancies), (proof, found) => (proof, found)))
        {
            page.Line(proof.Person.Person + ": " + discrepancy);
        }

        page.Line(proofs.All(proof => proof.IsVerified) ? "verified" : "NOT verified");
    }

    private static Table Runs(PaidYear year)
    {
        var table = Tables.With(["Run", .. year.People.Select(person => Heading(person.Person))]);
        foreach (var (run, place) in year.Runs.Select((run, place) => (run, place)))
        {
            table.Row(
                [
                    run.IsTrueUp ? "Q" + (run.Place + 1).Shown() + " true-up" : run.Name,
                    .. year.People.Select(person => person.Runs[place].Settled.Paid.Shown()),
                ]);
        }

        return table.Totals(["Year", .. year.People.Select(person => person.Balances.Paid.Shown())]);
    }

    private static string Heading(Employee person) => person.Id + " " + person.Name.Replace(' ', '\n');

    private static Table People(PaidYear year)
    {
        var table = Tables.With(
            "Salesperson", "Own\nsales", "Accelerator", "Override", "Clawed\nback", "Earned", "Draw\nowed", "Debit\nbalance", "Paid");
        foreach (var person in year.People)
            table.Row([person.Person.ToString(), .. Cells(year, [person], person.Plan)]);

        return table.Totals(["Team", .. Cells(year, year.People, plan: null)]);
    }

    private static IEnumerable<string> Cells(PaidYear year, IReadOnlyList<PaidPerson> people, CommissionPlan? plan) =>
    [
        .. new[] { PayTerms.OwnSales, PayTerms.Accelerator, PayTerms.Override }.Select(component =>
            plan is null || plan.Components.Any(each => each.Name == component) ? year.Earned(people, component).Shown() : "-"),
        .. new[]
        {
            Sum(people, each => each.Total(CommissionEntryKind.ClawedBack)), Sum(people, each => each.Earned),
            Sum(people, each => each.DrawOwed), Sum(people, each => each.Debit), Sum(people, each => each.Paid),
        }.Select(amount => amount.Shown()),
    ];

    private static Money Sum(IEnumerable<PaidPerson> people, System.Func<CommissionBalances, Money> amount) =>
        Money.Sum(Currency.USD, people.Select(person => amount(person.Balances)));

    private static Table Returns(PaidYear year)
    {
        var table = Tables.With("Return", "Of order line", "Sold", "Pieces", "Returned", "USD", "Came to", "Reinstated");
        foreach (var back in year.Returns)
        {
            table.Row(
                back.Id.ToString(),
                back.Sale.Line.Id.ToString(),
                NamedSpan.Day(back.Sale.Line.Date),
                back.Quantity.Shown() + " of " + back.Sale.Price.Quantity.Amount.ToString("N0", CultureInfo.InvariantCulture),
                NamedSpan.Day(back.On),
                back.Net.Shown(),
                CameTo(year, back),
                back.ReinstatedOn is { } again ? NamedSpan.Day(again) : "-");
        }

        return table;
    }

    private static string CameTo(PaidYear year, GoodsReturn back)
    {
        var entries = year.EntriesOf(back);
        return entries.Total() is { IsZero: false } taken ? taken.Shown() + " clawed back"
            : entries.Count > 0 ? entries[0].Note()
            : year.IsRatedAgain(back) ? "rated again"
            : "nothing in the year";
    }
}
