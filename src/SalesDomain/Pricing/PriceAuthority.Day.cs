using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <content>Which orders of a day are judged together.</content>
public sealed partial class PriceAuthority
{
    /// <summary>Whether an order is summed with the others of its day: it may be part of a split, and nobody has seen it.</summary>
    internal bool IsOfTheDay(PriceCase order) => UnknownOf(order).Length == 0 && IsOfTheDay(order, order.Approvals);

    /// <summary>The same of an order whose figures are known, or that is the one that is decided on.</summary>
    internal bool IsOfTheDay(PriceCase order, IReadOnlyList<Approval> approvals)
    {
        var parts = Parts(order.Id, order.Currency, order.Sold);
        if (PriceApproval.Highest(parts) == 0 && Array.TrueForAll(parts, part => !part.Discounted.IsPositive))
            return false;

        Approval[] own = [.. approvals.Where(approval => approval.Document == order.Id)];
        return own.Length == 0 || !Array.TrueForAll(parts, part => IsApproved(part.With(own, order.Date)));
    }

    /// <summary>The figures of an order over which a table that judges it is, and that are not known.</summary>
    internal string[] UnknownOf(PriceCase order) =>
    [
        .. Parts(order.Id, order.Currency, order.Sold).SelectMany(part => part.Unknown).Distinct().OrderBy(
            name => Array.IndexOf(s_names, name)),
    ];

    // Ratios of a sum are between those of its parts; an amount adds up, and has to be approved itself.
    private static bool IsApproved(PriceApprovalPart part) =>
        part.Rank == 0
        && (!part.Discounted.IsPositive
            || (part.Decision.Approvals.Count > 0
                && (!part.Decision.Authority.IsOver(DiscountAmount)
                    || part.Decision.Approvals.Any(check => check.Approval.LimitOf(DiscountAmount) is not null))));
}
