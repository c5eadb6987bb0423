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
            order, parts, unknown, unknown.Length == 0 ? parts : Parts(order.Id, order.Currency, order.Sold, WithoutMargins));
    }

    /// <summary>
    /// What the tables say of an order and of others as if they were one. Where one of the others is not known in a margin, margins are
    /// judged of the sum of the rest, and everything else of the sum of all.
    /// </summary>
    internal PriceApprovalPart[] Together(in JudgedOrder judged, JudgedOrder[] others)
    {
        var document = judged.Order;
        CaseLine[] Lines(IEnumerable<JudgedOrder> orders) => LinesOf(orders.Select(each => each.Order).Append(document));

        var known = Array.FindAll(others, other => other.Unknown.Length == 0);
        if (known.Length == others.Length)
            return Parts(document.Id, document.Currency, Lines(others));

        var rest = Parts(document.Id, document.Currency, Lines(others), WithoutMargins);
        return known.Length == 0 && rest.Length > 0 ? rest : [.. Parts(document.Id, document.Currency, Lines(known), InMargins), .. rest];
    }

    /// <summary>
    /// Which of the others of a day are summed with an order, and whether it is let go itself. Left out is what each table lets go by
    /// approvals of its own, of roles that may decide on what is left: from the highest granter down, each with the sum of those that are
    /// not let go yet. Whom the sum is to stop cannot free his orders from it one by one; and who has left asks nothing more of the rest.
    /// </summary>
    /// <param name="judged">The order.</param>
    /// <param name="approvals">Those on file of it.</param>
    /// <param name="others">The others that may be part of a split.</param>
    internal (JudgedOrder[] Others, bool IsFreed) Left(in JudgedOrder judged, Approval[] approvals, JudgedOrder[] others)
    {
        var document = judged.Order;
        var left = others.Select(other => (Order: other, Granter: Granter(other, other.Order.Approvals)))
            .Append((Order: judged, Granter: Granter(judged, approvals))).ToList();
        while (left.Max(each => each.Granter) is var highest and >= 0
            && RankTogether([.. left.Select(each => each.Order)]) <= highest)
        {
            left.RemoveAll(each => each.Granter == highest);
            if (left.Count == 0)
                break;
        }

        return (
            [.. left.Select(each => each.Order).Where(each => each.Order != document)],
            !left.Exists(each => each.Order.Order == document));
    }

    /// <summary>The row that orders ask for together, margins by those of which they are known.</summary>
    private int RankTogether(JudgedOrder[] orders)
    {
        var (id, currency) = (orders[0].Order.Id, orders[0].Order.Currency);
        CaseLine[] all = LinesOf(orders.Select(each => each.Order));
        var known = Array.FindAll(orders, each => each.Unknown.Length == 0);
        return PriceApproval.Highest(
            known.Length == orders.Length ? Parts(id, currency, all)
                : [
                    .. Parts(id, currency, LinesOf(known.Select(each => each.Order)), InMargins),
                    .. Parts(id, currency, all, WithoutMargins),
                ]);
    }

    /// <summary>The highest row from which upwards approvals of an order let it go at every table; -1 where they do not.</summary>
    private int Granter(in JudgedOrder judged, IReadOnlyList<Approval> approvals)
    {
        var (order, known) = (judged.Order, judged.Known);
        var own = approvals.Where(approval => approval.Document == order.Id)
            .Select(approval => (Approval: approval, Rank: _first.Rank(approval.GrantedBy))).Where(each => each.Rank >= 0).ToArray();
        return own.Select(each => each.Rank).Distinct().OrderByDescending(rank => rank)
            .Where(rank => IsLetGo([.. own.Where(each => each.Rank >= rank).Select(each => each.Approval)])).DefaultIfEmpty(-1).First();

        bool IsLetGo(Approval[] granted) => Array.TrueForAll(known, part => IsApproved(part.With(granted, order.Date)));
    }

    private static CaseLine[] LinesOf(IEnumerable<PriceCase> orders) =>
        [.. orders.OrderBy(each => each.Id.ToString(), StringComparer.Ordinal).SelectMany(each => each.Sold)];

    private static Authority? InMargins(Authority table) => table.Only(Margin, PocketMargin);

    private static Authority? WithoutMargins(Authority table) => table.Without(Margin, PocketMargin);

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
