using System.Linq;
using QuarterClose.Rules;
using SalesDomain;
using Spectre.Console;

namespace QuarterClose.Output;

/// <summary>Who had to approve the orders of a quarter: the limits, what came to each role, and the lines.</summary>
public static class ApprovalTables
{
    public static void Approvals(this Page page, PricedQuarter prices)
    {
        page.Table("Who may approve an order: limits on all of it, after all discounts", Limits(prices.Terms.Limits));
        page.Table("Orders by the lowest role that may approve them, and their lines with a discount", ByRole(prices));
        page.Table("Orders of one customer on one day, which are also judged together", OfTheDay(prices));
        foreach (var role in prices.ByRole.Skip(1).Where(role => role.Orders.Count > 0))
            page.Table("Lines with a discount of orders that needed approval by: " + role.Name, Lines(role));
    }

    private static Table Limits(Authority limits)
    {
        var table = Tables.With(["Role", .. limits.Names]);
        foreach (var role in limits.Roles)
            table.Row([role.ToString(), .. limits.Names.Select(name => limits.LimitOf(role, name)!.ToString())]);

        return table;
    }

    private static Table ByRole(PricedQuarter prices)
    {
        var roles = prices.ByRole.ToArray();
        var table = Tables.With(
            "Approved by", "Orders", "Lines with\na discount", "List", "Discount", "Of list", "Lines that\nalone would");
        foreach (var role in roles)
            table.Row(Cells(role.Name, role));

        RoleApprovals all = new(null, [.. roles.SelectMany(role => role.Orders)], roles.Sum(role => role.LinesAlone));
        return table.Totals(Cells("All", all));
    }

    private static string[] Cells(string name, RoleApprovals role) =>
    [
        name, role.Orders.Count.Shown(), role.Lines.Count.Shown(), role.List.Shown(), role.Discount.Shown(),
        Percentage.Ratio(role.Discount, role.List).Shown(), role.LinesAlone.Shown(),
    ];

    private static Table OfTheDay(PricedQuarter prices)
    {
        var table = Tables.With("Order", "Day", "Customer", "Alone", "With the others", "Split");
        foreach (var order in prices.Approvals)
        {
            if (order.Approval.OfTheDay is not { } day)
                continue;

            table.Row(
                order.Order.Id.ToString(),
                NamedSpan.Day(order.Approval.Document.Date),
                order.Approval.Document.Customer.ToString(),
                RoleApprovals.NameOf(order.Approval.RoleAlone),
                RoleApprovals.NameOf(order.Approval.Role),
                day.IsSplit ? "yes" : "no");
        }

        return table;
    }

    private static Table Lines(RoleApprovals role)
    {
        var table = Tables.With("Order line", "Day", "Customer", "By", "List", "Discount", "Of list", "Of the\norder", "Alone");
        foreach (var (order, line) in role.Orders.SelectMany(order => order.Discounted, (order, line) => (order, line)))
        {
            var sold = line.Line.Sale.Line;
            table.Row(
                sold.Id.ToString(),
                NamedSpan.Day(sold.Date),
                sold.Customer.ToString(),
                sold.Salesperson.ToString()!,
                line.Line.Waterfall.List.Shown(),
                line.Line.TakenOff.Shown(),
                line.Discount.Shown(),
                order.Discount.Shown(),
                RoleApprovals.NameOf(line.Alone));
        }

        return table;
    }
}
