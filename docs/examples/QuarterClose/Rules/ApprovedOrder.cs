using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using SalesDomain.Pricing;

namespace QuarterClose.Rules;

/// <summary>One order and who may approve it, alone and with the other orders of the customer on that day.</summary>
public sealed class ApprovedOrder
{
    private readonly PricedSale[] _ofTheDay;

    internal ApprovedOrder(PricedOrder order, PriceApproval approval, IEnumerable<PricedOrder> ofTheDay)
    {
        (Order, Approval) = (order, approval);
        _ofTheDay = [.. ofTheDay.SelectMany(each => each.Lines)];
        Lines = [.. order.Lines.Zip(approval.Lines, (line, needed) => new ApprovedLine(line, needed.Role))];
    }

    public PricedOrder Order { get; }

    public PriceApproval Approval { get; }

    public IReadOnlyList<ApprovedLine> Lines { get; }

    /// <summary>The lines off which something was taken: what there was to approve.</summary>
    public IEnumerable<ApprovedLine> Discounted => Lines.Where(line => line.Line.TakenOff.IsPositive);

    /// <summary>Whether no line of the day was sold above list: of such a line only the amount is judged.</summary>
    public bool IsDownToDiscounts => _ofTheDay.All(line => !line.Waterfall.OnInvoice.IsNegative);

    /// <summary>Who may approve it, down to price, quantity and discount of the lines that were sold at or below list.</summary>
    public Explanation Explain() =>
        Approval.Explain().Expand(leaf => _ofTheDay.Select(line => line.ExplainTakenOff(leaf)).FirstOrDefault(each => each is not null));

    /// <summary>Of the order alone; null of one whose list amount is zero.</summary>
    public Percentage? Discount => Approval.Document.Document.EffectiveDiscount;
}
