using QuarterClose.Rules;
using SalesDomain;
using Spectre.Console;

namespace QuarterClose.Output;

/// <summary>The commission of one person: which revenue earned which rate, how every figure came about, and whether it is so.</summary>
public static class ProofReport
{
    private const int Indent = 2;

    public static string Of(Proof proof)
    {
        var (person, commission, _) = proof.Person;
        var page = new Page();
        page.Line($"Commission of {person}: {commission.Amount?.ToString("N", null) ?? "none, because there is no quota"}");
        if (commission.Portions.Count > 0)
            page.Table("Revenue by rate, attainment of quota " + commission.Attainment.Shown(), Portions(commission));

        page.Table("How it came about", Tree(proof.Shown));
        page.Line();
        page.Line(proof.FiguresVerified.Shown() + " figures recomputed, down to price, quantity and discount of every order line behind them:");
        foreach (var discrepancy in proof.Discrepancies)
            page.Line(discrepancy.ToString());

        page.Line(proof.IsVerified ? "verified" : "NOT verified");
        return page.ToString();
    }

    private static Table Portions(Commission commission)
    {
        var table = Tables.With("Rate", "Revenue, USD", "Commission, USD");
        foreach (var portion in commission.Portions)
            table.Row(portion.Rate is { } rate ? rate.Shown() : "none", portion.Base.Shown(), portion.Result.Shown());

        return table.Totals("Together, rounded once", commission.Revenue.Total.Shown(), commission.Amount.Shown());
    }

    private static Table Tree(Explanation root)
    {
        var table = Tables.With("Figure", "Value", "From");
        table.Columns[2].Alignment = Justify.Left;
        Add(table, root, 0);
        return table;
    }

    private static void Add(Table table, Explanation node, int depth)
    {
        table.Row(new string(' ', depth * Indent) + node.Name, Shown(node.Value), Origin(node));
        foreach (var child in node.Children)
            Add(table, child, depth + 1);
    }

    private static string Shown(Figure figure) =>
        figure.Kind switch
        {
            FigureKind.Percentage => figure.ToString("N2", null),
            _ => figure.ToString("N", null),
        };

    private static string Origin(Explanation node) =>
        node.Kind switch
        {
            ExplanationKind.Fact => "fact",
            ExplanationKind.Constant => "by the rule",
            ExplanationKind.FactSum => "sum of " + node.FactCount.Shown() + (node.FactCount == 1 ? " order line" : " order lines"),
            _ => node.Operation!.ToString(),
        };
}
