using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <content>Which orders of a day are judged together.</content>
public sealed partial class PriceAuthority
{
    /// <summary>An order with what every table says of it, worked out once.</summary>
    internal JudgedOrder Judged(PriceCase order)
    {
        var parts = Parts(order.Id, order.Currency, order.Sold);
        string[] unknown =
            [.. parts.SelectMany(part => part.Unknown).Distinct().OrderBy(name => Array.IndexOf(s_names, name))];
        return new JudgedOrder(
            order, parts, unknown, unknown.Length == 0 ? parts : Parts(order.Id, order.Currency, order.Sold, isWithoutMargins: true));
    }

    /// <summary>What the tables say of an order and of others as if they were one, each figure of those of which it is known.</summary>
    internal PriceApprovalPart[] Together(in JudgedOrder judged, JudgedOrder[] others)
    {
        var (id, currency, document) = (judged.Order.Id, judged.Order.Currency, judged.Order);
        CaseLine[] Lines(IEnumerable<JudgedOrder> orders) =>
            [.. orders.Select(each => each.Order).Append(document).OrderBy(each => each.Id.ToString(), StringComparer.Ordinal)
                .SelectMany(each => each.Sold)];

        var known = Array.FindAll(others, other => other.Unknown.Length == 0);
        var all = known.Length == others.Length ? [] : Parts(id, currency, Lines(others), isWithoutMargins: true);
        return known.Length == 0 && all.Length > 0 ? all : [.. Parts(id, currency, Lines(known)), .. all];
    }

    /// <summary>
    /// Whether an order is left out of the sum of its day: each table lets it go by approvals of its own, of roles that may decide on the
    /// day together. Whom the sum is to stop cannot free his orders from it one by one.
    /// </summary>
    /// <param name="judged">The order.</param>
    /// <param name="approvals">Those on file; of other documents they count for nothing here.</param>
    /// <param name="together">The row of the role that may decide on the day.</param>
    internal bool IsSeen(in JudgedOrder judged, IReadOnlyList<Approval> approvals, int together)
    {
        var order = judged.Order;
        Approval[] own = [.. approvals.Where(
            approval => approval.Document == order.Id && _first.Rank(approval.GrantedBy) >= together)];
        return own.Length > 0 && Array.TrueForAll(judged.Known, part => IsApproved(part.With(own, order.Date)));
    }

    // Ratios of a sum are between those of its parts; an amount adds up, and has to be approved itself.
    private static bool IsApproved(PriceApprovalPart part) =>
        part.Rank == 0
        && (!part.Discounted.IsPositive
            || (part.Decision.Approvals.Count > 0
                && (!part.Decision.Authority.IsOver(DiscountAmount)
                    || part.Decision.Approvals.Any(check => check.Approval.LimitOf(DiscountAmount) is not null))));

    /// <summary>An order with every table that judges it.</summary>
    internal readonly struct JudgedOrder(PriceCase order, PriceApprovalPart[] parts, string[] unknown, PriceApprovalPart[] known)
    {
        internal PriceCase Order { get; } = order;

        /// <summary>The tables with their lines, without approvals on file.</summary>
        internal PriceApprovalPart[] Parts { get; } = parts;

        /// <summary>The figures over which one of the tables is, and that are not known.</summary>
        internal string[] Unknown { get; } = unknown;

        /// <summary>The same tables, without margins where one is not known.</summary>
        internal PriceApprovalPart[] Known { get; } = known;

        /// <summary>Whether it may be part of a split: it takes something off, or by what is known needs a role above the lowest.</summary>
        internal bool IsOpen => PriceApproval.Highest(Known) > 0 || Array.Exists(Known, part => part.Discounted.IsPositive);
    }
}
