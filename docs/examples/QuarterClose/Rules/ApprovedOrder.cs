using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using SalesDomain.Pricing;

namespace QuarterClose.Rules;

/// <summary>One order and who may approve it, alone and with the other orders of the customer on that day.</summary>
public sealed class ApprovedOrder
{
    internal ApprovedOrder(PricedOrder order, PriceApproval approval)
    {
        (Order, Approval) = (order, approval);
        Lines = [.. order.Lines.Zip(approval.Lines, (line, needed) => new ApprovedLine(line, needed.Role))];
    }

    public PricedOrder Order { get; }

    public PriceApproval Approval { get; }

    public IReadOnlyList<ApprovedLine> Lines { get; }

    /// <summary>The lines off which something was taken: what there was to approve.</summary>
    public IEnumerable<ApprovedLine> Discounted => Lines.Where(line => line.Line.TakenOff.IsPositive);

    /// <summary>Of the order alone; null of one whose list amount is zero.</summary>
    public Percentage? Discount => Approval.Document.Document.EffectiveDiscount;
}
