using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>An invoice, or the order for a down payment, as of a day: what it comes to with tax, and what came in for it.</summary>
internal sealed class PaidDocument
{
    private PaidDocument(decimal total, SalesLine[] lines, CollectionLine[] receipts, CollectedPortion[] portions) =>
        (Total, Lines, Receipts, Portions) = (total, lines, receipts, portions);

    /// <summary>What its lines come to with tax, for whichever deal; of a down payment zero.</summary>
    internal decimal Total { get; }

    /// <summary>One line of each currency.</summary>
    internal SalesLine[] Lines { get; }

    /// <summary>One receipt of each currency.</summary>
    internal CollectionLine[] Receipts { get; }

    /// <summary>Receipt by receipt, in their order; what takes a receipt back lowers it where it stands.</summary>
    internal CollectedPortion[] Portions { get; }

    /// <summary>As of a day.</summary>
    /// <param name="lines">The lines of the invoice by then; none of a down payment.</param>
    /// <param name="receipts">What is paid for it by then, each with the receipt that it goes back to.</param>
    /// <param name="isDownPayment">Whether it is the order.</param>
    internal static PaidDocument Of(
        IEnumerable<SalesLine> lines, IEnumerable<(CollectionLine Receipt, CollectionLine Original)> receipts, bool isDownPayment)
    {
        var (total, ofLines) = (0m, new List<SalesLine>(1));
        foreach (var line in lines)
        {
            total += line.GrossAmount.Amount;
            if (!ofLines.Exists(each => each.Currency == line.Currency))
                ofLines.Add(line);
        }

        return new PaidDocument(total, [.. ofLines], [], []).Paid(receipts, isDownPayment);
    }

    /// <summary>The same invoice with other receipts.</summary>
    internal PaidDocument Paid(IEnumerable<(CollectionLine Receipt, CollectionLine Original)> receipts, bool isDownPayment)
    {
        var (ofReceipts, places, portions) = (new List<CollectionLine>(1), new Dictionary<LineId, int>(), new List<CollectedPortion>());
        foreach (var (receipt, original) in receipts)
        {
            if (!ofReceipts.Exists(each => each.Amount.Currency == receipt.Amount.Currency))
                ofReceipts.Add(receipt);

            if (places.TryGetValue(original.Id, out var at))
            {
                portions[at] = portions[at].Of(portions[at].Amount + receipt.Amount.Amount);
                continue;
            }

            places.Add(original.Id, portions.Count);
            portions.Add(new CollectedPortion(original.Id, original.Date, original.DueDate, receipt.Amount.Amount, isDownPayment));
        }

        portions.Sort(CollectedPortion.InOrder);
        return new PaidDocument(Total, Lines, [.. ofReceipts], [.. portions]);
    }

    /// <summary>The same without lines of the invoice.</summary>
    internal PaidDocument Without(IEnumerable<SalesLine> lines) =>
        new(Total - lines.Sum(line => line.GrossAmount.Amount), Lines, Receipts, Portions);
}
