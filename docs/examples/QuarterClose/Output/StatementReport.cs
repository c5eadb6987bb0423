using System.Collections.Generic;
using System.Linq;
using QuarterClose.Rules;
using SalesDomain;
using SalesDomain.Commissions;
using Spectre.Console;

namespace QuarterClose.Output;

/// <summary>The statement of one person and run: what was sold and earned, what came of it, and the balances before and after.</summary>
public static class StatementReport
{
    public static string Of(IEnumerable<PaidRun> runs)
    {
        var page = new Page();
        page.Statements(runs);
        return page.ToString();
    }

    /// <summary>With the explanation, and whether every figure of it can be recomputed.</summary>
    public static string Of(StatementProof proof)
    {
        var page = new Page();
        page.Statements([proof.Run]);
        foreach (var part in proof.Shown)
            page.Proof(part);

        return page.ToString();
    }

    /// <summary>All statements of one person, and that they are the year.</summary>
    public static string Of(PayProof proof)
    {
        var page = new Page();
        page.Statements(proof.Person.Runs);
        foreach (var part in proof.Parts)
            page.Proof(part);

        return page.ToString();
    }

    private static void Statements(this Page page, IEnumerable<PaidRun> runs)
    {
        foreach (var (run, place) in runs.Select((run, place) => (run, place)))
        {
            if (place > 0)
                page.Line();

            page.Statement(run);
        }
    }

    private static void Statement(this Page page, PaidRun run)
    {
        var measured = run.Measured;
        page.Line("Statement of " + run.Person + ", " + run.Run + ", of " + NamedSpan.Day(run.Run.Recorded) + ", amounts in USD");
        page.Line(run.Result.Plan.NameAndVersion());
        page.Line(
            run.Run.Quarter.Label + " to date: " + (run.IsOfTeam ? "the team sold " : "sold ") + (measured.Level?.Money).Shown()
                + ", quota of the quarter " + (measured.Quota?.Money).Shown() + ", attainment " + measured.Attainment.Shown());
        if (run.Discount is not null)
            page.Line("Average discount of the quarter " + run.Discount.Shown() + (run.IsGated ? ": no accelerator" : ""));
        if (run.Of(CommissionEntryKind.Earned).Any())
            page.Table("Earned", Earned(run));
        if (run.Tiered.Any())
            page.Table("Lines at more than one rate", Tiers(run));
        if (run.Run.IsTrueUp && measured.Portions.Count > 1 && !run.IsGated)
            page.Table("Rates of the " + measured.Component.Name, Rates(measured));

        page.Table("Paid", Paid(run));
    }

    private static Table Earned(PaidRun run)
    {
        var entries = run.Of(CommissionEntryKind.Earned).ToArray();
        string[] components = [.. run.Result.Plan.Components.Select(component => component.Name)];
        var table = Tables.With(["Of", "Day", "Sold", .. components.Select(Capitalized), "Together"]);
        foreach (var group in entries.GroupBy(entry => Origin(run, entry)).OrderBy(group => group.Key.Order))
            table.Row([group.Key.Name, group.Key.Day, .. Cells(group, components)]);

        return table.Totals(["Together", "", .. Cells(entries, components)]);
    }

    // An order of one's own by itself, of a team each salesperson in one; what changes of lines paid before, in one.
    private static (int Order, string Name, string Day) Origin(PaidRun run, CommissionEntry entry)
    {
        var line = run.FactOf(entry.Line!.Value)!;
        if (!run.Run.IsTrueUp && line.Date < run.Run.Month.Start)
            return (2, "earlier lines, cents and rates anew", "");

        return line.Salesperson == run.Person.Id
            ? (0, (line.Original is null ? "order " : "return ") + line.Id.Document, NamedSpan.Day(line.Date))
            : (1, "team: " + run.NameOf(line.Salesperson!.Value), "");
    }

    // The components of one's own sales are all paid on the same.
    private static string[] Cells(IEnumerable<CommissionEntry> entries, string[] components)
    {
        var all = entries.ToArray();
        var sold = all.Where(entry => entry.Component != PayTerms.Accelerator).ToArray();
        return
        [
            sold.Length == 0 ? "" : Money.Sum(Currency.USD, sold.Select(entry => entry.Base!.Value.Money)).Shown(),
            .. components.Select(component => Cell([.. all.Where(entry => entry.Component == component)])),
            all.Total().Shown(),
        ];
    }

    private static string Cell(CommissionEntry[] entries) => entries.Length == 0 ? "" : entries.Total().Shown();

    private static string Capitalized(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static Table Tiers(PaidRun run)
    {
        var table = Tables.With("Of", "Rate", "Sold", "Earned");
        foreach (var (entry, portions) in run.Tiered)
        {
            foreach (var portion in portions)
            {
                table.Row(
                    entry.Component + " of " + entry.Line!.Value, portion.Rate is { } rate ? rate.Shown() : "none", portion.Base.Shown(),
                    portion.Result.Shown());
            }
        }

        return table;
    }

    private static Table Rates(ComponentResult measured)
    {
        var table = Tables.With("Rate", "Sold", "Earned");
        foreach (var portion in measured.Portions)
            table.Row(portion.Rate is { } rate ? rate.Shown() : "none", portion.Base.Shown(), portion.Result.Shown());

        return table.Totals("Together, rounded once", (measured.Level?.Money).Shown(), measured.Earned.Shown());
    }

    private static Table Paid(PaidRun run)
    {
        var settled = run.Settled;
        var table = Tables.With("", "USD", "Draw owed", "Debit balance");
        table.Row("Carried, and balances before", settled.Carried.Shown(), run.Opening.DrawOwed.Shown(), run.Opening.Debit.Shown());
        table.Row("Earned to date less entered before", settled.Earned.Shown(), "", "");
        foreach (var entry in run.Of(CommissionEntryKind.ClawedBack))
            table.Row(ClawedBack(entry), entry.Amount.Shown(), "", "");

        Row("Charged to the debit balance", settled.DebitCharged, debit: settled.DebitCharged);
        Row("Recovered of the debit balance", -settled.DebitRecovered, debit: -settled.DebitRecovered);
        Row("Draw advanced", settled.DrawAdvanced, draw: settled.DrawAdvanced);
        Row("Draw recovered", -settled.DrawRecovered, draw: -settled.DrawRecovered);
        return table.Totals("Paid, and balances after", settled.Paid.Shown(), run.Closing.DrawOwed.Shown(), run.Closing.Debit.Shown());

        void Row(string what, Money amount, Money? draw = null, Money? debit = null)
        {
            if (!amount.IsZero)
                table.Row(what, amount.Shown(), draw?.Shown() ?? "", debit?.Shown() ?? "");
        }
    }

    private static string ClawedBack(CommissionEntry entry)
    {
        var what = entry.Event!.Kind == CommissionEventKind.Reinstatement ? "Reinstated, " : "Returned, ";
        what += entry.Event.Id + " on " + NamedSpan.Day(entry.Event.On);
        return entry.Line is { } line ? what + ": " + entry.Component + " of " + line : what + ": " + entry.Note();
    }
}
