using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>
/// What of each receipt is for which line of the invoice it pays: receipts in proportion to what the lines come to with tax, and what takes
/// a receipt back in proportion to the parts of that receipt; both as running totals, so that lines are paid to the cent when the invoice
/// is, and have nothing left of a receipt that has gone back. What a credit note takes back of a line is not paid from its day on: what was
/// paid of it before goes over to the other lines with the receipt that pays the rest of the invoice.
/// </summary>
internal sealed class ReceiptParts
{
    private readonly Dictionary<LineId, ReceiptPart[]> _parts = [];

    internal ReceiptParts(CreditedFacts facts)
    {
        foreach (var invoice in facts.Receipts.Select(receipt => (Receipt: receipt, Original: facts.OriginalOf(receipt, out _)))
            .Where(each => each.Original.Invoice is not null).GroupBy(each => each.Original.Invoice!.Value))
        {
            if (Weights(facts.InvoiceOf(invoice.Key), facts) is { } lines)
                Split(lines, invoice, facts);
        }
    }

    /// <summary>
    /// The parts in the order of lines, which total the receipt; null where its invoice is not known, or is nothing to pay.
    /// </summary>
    internal ReceiptPart[]? Of(CollectionLine receipt) => _parts.TryGetValue(receipt.Id, out var parts) ? parts : null;

    /// <summary>
    /// The lines that are paid, returns within the invoice taken off; null where there are none, or where some come to less than nothing or
    /// to other money.
    /// </summary>
    private static List<(SalesLine Line, Money Weight)>? Weights(IReadOnlyList<SalesLine> invoice, CreditedFacts facts)
    {
        var weights = new List<(SalesLine Line, Money Weight)>();
        foreach (var line in invoice)
        {
            var sale = facts.OriginalOf(line, out _);
            var place = weights.FindIndex(each => ReferenceEquals(each.Line, sale));
            if (line.Currency != invoice[0].Currency)
                return null;
            if (place < 0)
                weights.Add((sale, line.GrossAmount));
            else
                weights[place] = (sale, weights[place].Weight + line.GrossAmount);
        }

        weights.RemoveAll(each => each.Weight.IsZero);
        return weights.Count == 0 || weights.Exists(each => each.Weight.IsNegative) ? null : weights;
    }

    private void Split(
        List<(SalesLine Line, Money Weight)> lines, IEnumerable<(CollectionLine Receipt, CollectionLine Original)> receipts,
        CreditedFacts facts)
    {
        var dues = new InvoiceDues(lines, facts);
        var ofInvoice = new Dictionary<Currency, RunningSplit>();
        var ofReceipts = new Dictionary<LineId, RunningSplit>();

        // By day; what takes back comes after what it takes back, whatever its day says.
        foreach (var (receipt, original) in receipts.OrderBy(each => DayOf(each.Receipt, each.Original))
            .ThenBy(each => !ReferenceEquals(each.Receipt, each.Original)).ThenBy(each => each.Receipt.Date)
            .ThenBy(each => each.Receipt.Id))
        {
            var due = dues.On(DayOf(receipt, original));
            if (!ofInvoice.TryGetValue(receipt.Amount.Currency, out var invoice))
                ofInvoice.Add(receipt.Amount.Currency, invoice = new RunningSplit(due));
            else
                invoice.Weigh(due);

            var taken = !ReferenceEquals(receipt, original) && receipt.Amount.Currency == original.Amount.Currency
                && ofReceipts.TryGetValue(original.Id, out var before) ? before : null;

            // Money that goes back because of a credit note is that of the lines it took back, not a part of all that were paid with it.
            decimal[] parts;
            if (taken is not null && !(dues.IsCredited(due) && invoice.IsOver))
            {
                invoice.Add(parts = taken.Next(receipt.Amount));
            }
            else
            {
                parts = invoice.Next(receipt.Amount);
                if (taken is not null)
                    taken.Add(parts);
                else if (parts.Any(part => part != 0m))
                    ofReceipts[receipt.Id] = RunningSplit.Begun(parts);
            }

            _parts.Add(
                receipt.Id,
                [
                    .. lines.Select((line, i) => new ReceiptPart(line.Line, new Money(parts[i], receipt.Amount.Currency)))
                        .Where(part => !part.Amount.IsZero || receipt.Amount.IsZero),
                ]);
        }
    }

    private static LocalDate DayOf(CollectionLine receipt, CollectionLine original) =>
        LocalDate.Max(receipt.Date, original.Date);
}
