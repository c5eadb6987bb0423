using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>
/// Reads a book for one call, deal after deal: the facts of a deal as of a day are put together once for all its lines, and an invoice for
/// several deals once for all of these.
/// </summary>
/// <param name="book">The book.</param>
/// <param name="linesOf">The parameter of the call that has the lines.</param>
/// <param name="receiptsOf">The parameter of the call that has the receipts.</param>
internal sealed class DealReader(DealBook book, string linesOf, string receiptsOf)
{
    // Of the deal that was asked for last: lines of one order come one after the other.
    private readonly Dictionary<LocalDate, DealFacts?> _ofDeal = [];
    private readonly Dictionary<(DocumentId Invoice, LocalDate On), PaidDocument> _shared = [];
    private DocumentId _deal;

    /// <summary>Whether money came in by receipts; otherwise it is line by line.</summary>
    internal bool HasReceipts => book.HasReceipts;

    /// <summary>How far a deal, or a line of its order, had come at the end of a day, some facts left out.</summary>
    internal DealProgress? ProgressOf(DocumentId order, LineId? orderLine, LocalDate on, HashSet<LineId>? without = null) =>
        FactsOf(order, on, without)?.Progress(orderLine);

    /// <summary>
    /// The lines that take back of a line of an order within a period, and that a stage goes by: of the deal where the stage does.
    /// </summary>
    internal IEnumerable<LineId> LinesTakingBack(SalesCredit credit, Stage stage, bool byDeal, DateSpan during) =>
        FactsOf(credit.Deal, during.End!.Value, without: null)?.TakingBack(stage, byDeal ? null : credit.Line)
            .Where(line => during.Contains(line.Date)).Select(line => line.Id) ?? [];

    /// <summary>The receipts that take back money of a deal within a period.</summary>
    internal IEnumerable<LineId> ReceiptsTakingBack(DocumentId order, DateSpan during) =>
        book.InvoicesOf(order).Append(order).Distinct().SelectMany(book.ReceiptsOf).Select(receipt => receipt.Receipt)
            .Where(receipt => receipt.Amount.IsNegative && during.Contains(receipt.Date)).Select(receipt => receipt.Id);

    /// <summary>What came in for the order itself; null where nothing did.</summary>
    internal PaidDocument? DownPayment(DocumentId order, LocalDate on, HashSet<LineId>? without) =>
        book.ReceiptsOf(order).Count == 0 ? null : PaidDocument.Of([], ReceiptsOf(order, on, without), isDownPayment: true);

    /// <summary>An invoice with what came in for it; null where nothing did.</summary>
    internal PaidDocument? Paid(DocumentId invoice, LocalDate on, HashSet<LineId>? without)
    {
        if (book.ReceiptsOf(invoice).Count == 0)
            return null;
        if (!book.IsOfSeveralDeals(invoice))
        {
            return PaidDocument.Of(
                book.LinesOf(invoice).Where(line => line.Date <= on && without?.Contains(line.Id) != true),
                ReceiptsOf(invoice, on, without), isDownPayment: false);
        }

        if (!_shared.TryGetValue((invoice, on), out var paid))
        {
            _shared[(invoice, on)] = paid = PaidDocument.Of(
                book.LinesOf(invoice).Where(line => line.Date <= on), ReceiptsOf(invoice, on, without: null), isDownPayment: false);
        }

        if (without is null || without.Count == 0)
            return paid;

        paid = paid.Without(book.LinesOf(invoice, without).Where(line => line.Date <= on));
        return book.ReceiptsOf(invoice).Exists(each => without.Contains(each.Receipt.Id))
            ? paid.Paid(ReceiptsOf(invoice, on, without), isDownPayment: false) : paid;
    }

    /// <summary>The day of a line of an order as the facts have it; null where they do not.</summary>
    internal LocalDate? DayOf(LineId line)
    {
        foreach (var each in book.LinesOfDeal(line.Document))
        {
            if (each.Line.Id == line)
                return each.Line.Date;
        }

        return null;
    }

    internal CurrencyMismatchException OtherCurrency(Currency expected, Currency actual, LineId fact, bool isReceipt) =>
        new(expected, actual, fact.ToString(), isReceipt ? receiptsOf : linesOf);

    private IEnumerable<(CollectionLine Receipt, CollectionLine Original)> ReceiptsOf(
        DocumentId document, LocalDate on, HashSet<LineId>? without) =>
        book.ReceiptsOf(document).Where(each => each.Receipt.Date <= on && without?.Contains(each.Receipt.Id) != true);

    private DealFacts? FactsOf(DocumentId order, LocalDate on, HashSet<LineId>? without)
    {
        if (without is { Count: > 0 })
            return Read(order, on, without);

        if (_deal != order)
        {
            _ofDeal.Clear();
            _deal = order;
        }

        if (!_ofDeal.TryGetValue(on, out var facts))
            _ofDeal.Add(on, facts = Read(order, on, without: null));
        return facts;
    }

    private DealFacts? Read(DocumentId order, LocalDate on, HashSet<LineId>? without)
    {
        DealLine[] lines =
            [.. book.LinesOfDeal(order).Where(line => line.Line.Date <= on && without?.Contains(line.Line.Id) != true)];
        return DealFacts.IsBegun(lines) ? new DealFacts(order, lines, this, on, without) : null;
    }
}
