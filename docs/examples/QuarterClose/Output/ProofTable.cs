using QuarterClose.Rules;
using SalesDomain;
using Spectre.Console;

namespace QuarterClose.Output;

/// <summary>How every figure came about, and whether it is so.</summary>
public static class ProofTable
{
    private const int Indent = 2;

    public static void Proof(this Page page, Proven proven, string downTo = Proven.PriceQuantityDiscount)
    {
        page.Table("How it came about", Tree(proven.Shown));
        page.Line();
        page.Line(
            proven.FiguresVerified.Shown() + " figures recomputed, down to " + downTo + " of every order line behind them:");
        foreach (var discrepancy in proven.Discrepancies)
            page.Line(discrepancy.ToString());

        page.Line(proven.IsVerified ? "verified" : "NOT verified");
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
            ExplanationKind.FactSum when node.FactCount == 0 => "nothing",
            ExplanationKind.FactSum => "sum of " + node.FactCount.Shown() + (node.FactCount == 1 ? " order line" : " order lines"),
            _ => node.Operation!.ToString(),
        };
}
