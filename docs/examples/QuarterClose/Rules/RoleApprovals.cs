using System.Collections.Generic;
using System.Linq;
using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>The orders that one role has to approve; those of nobody have the role null.</summary>
/// <param name="Role">The role.</param>
/// <param name="Orders">The orders, by day and number.</param>
/// <param name="LinesAlone">How many lines of all orders would ask for this role alone.</param>
public sealed record RoleApprovals(RoleId? Role, IReadOnlyList<ApprovedOrder> Orders, int LinesAlone)
{
    public const string Nobody = "nobody";

    public string Name => NameOf(Role);

    /// <summary>The lines of these orders off which something was taken.</summary>
    public IReadOnlyList<ApprovedLine> Lines => [.. Orders.SelectMany(order => order.Discounted)];

    public Money List => Money.Sum(Currency.USD, Lines.Select(line => line.Line.Waterfall.List));

    public Money Discount => Money.Sum(Currency.USD, Lines.Select(line => line.Line.TakenOff));

    public static string NameOf(RoleId? role) => role?.ToString() ?? Nobody;
}
