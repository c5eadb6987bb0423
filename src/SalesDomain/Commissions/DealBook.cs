using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>The facts of many deals, put in order once: how far each has come, today or on any day.</summary>
/// <remarks>
/// Lines and receipts are read in one pass; a deal is then asked for its own facts alone. What it answers is what
/// <see cref="DealProgress.OfFacts(DocumentId, IEnumerable{SalesLine}, IEnumerable{CollectionLine})"/> says of the same facts. It keeps the
/// facts. Immutable. Equality is by reference.
/// </remarks>
public sealed class DealBook
{
    private readonly Dictionary<DocumentId, List<SalesLine>> _ofDeals = [];
    private readonly Dictionary<DocumentId, List<SalesLine>> _ofInvoices = [];
    private readonly Dictionary<DocumentId, List<CollectionLine>>? _receipts;
    private readonly Dictionary<DocumentId, HashSet<DocumentId>> _invoicesOf = [];
    private readonly DocumentId[] _deals;

    private DealBook(DealFacts facts, Dictionary<LineId, CollectionLine>? receipts)
    {
        foreach (var (line, root) in facts.Rooted)
        {
            var deal = SalesCredit.DealOf(root);
            Add(_ofDeals, deal, line);
            if (line.Stage != Stage.Invoiced)
                continue;

            Add(_ofInvoices, root.Id.Document, line);
            if (!_invoicesOf.TryGetValue(deal, out var invoices))
                _invoicesOf.Add(deal, invoices = []);
            invoices.Add(root.Id.Document);
        }

        _deals = [.. _ofDeals.Where(deal => DealFacts.IsBegun(deal.Value)).Select(deal => deal.Key).OrderBy(deal => deal)];
        if (receipts is null)
            return;

        _receipts = [];
        foreach (var receipt in receipts.Values)
        {
            if (DealFacts.InvoiceOf(receipt, receipts) is { } invoice)
                Add(_receipts, invoice, receipt);
        }
    }

    /// <summary>The orders of which something of worth is ordered, sorted.</summary>
    public IReadOnlyList<DocumentId> Deals => Array.AsReadOnly(_deals);

    /// <summary>The deals of lines of every stage, money line by line included.</summary>
    /// <param name="lines">
    /// The lines of all deals, in any order, as of <see cref="DealProgress.OfFacts(DocumentId, IEnumerable{SalesLine})"/>.
    /// </param>
    /// <returns>The deals.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> or a line is null.</exception>
    /// <exception cref="ArgumentException">A line comes twice.</exception>
    public static DealBook Of(IEnumerable<SalesLine> lines) => new(new DealFacts(Guard.Against.Null(lines)), receipts: null);

    /// <summary>The deals of lines, and of the money that came in for their invoices.</summary>
    /// <param name="lines">The lines of all deals, in any order, with all lines of the invoices that are paid.</param>
    /// <param name="receipts">The receipts, in any order, with what takes them back.</param>
    /// <returns>The deals.</returns>
    /// <exception cref="ArgumentNullException">An argument, a line or a receipt is null.</exception>
    /// <exception cref="ArgumentException">A fact comes twice.</exception>
    public static DealBook Of(IEnumerable<SalesLine> lines, IEnumerable<CollectionLine> receipts)
    {
        Guard.Against.Null(lines);
        Guard.Against.Null(receipts);
        var received = DealFacts.ById(receipts);
        return new DealBook(new DealFacts(lines), received);
    }

    /// <summary>How far a deal has come by all facts.</summary>
    /// <param name="order">The order that is the deal.</param>
    /// <returns>The progress; null where nothing of worth is ordered by it.</returns>
    /// <exception cref="ArgumentException"><paramref name="order"/> is the default value.</exception>
    /// <exception cref="CurrencyMismatchException">A fact of the deal is in another currency than the order.</exception>
    public DealProgress? ProgressOf(DocumentId order) => ProgressOf(order, LocalDate.MaxIsoValue);

    /// <summary>How far a deal had come at the end of a day.</summary>
    /// <param name="order">The order that is the deal.</param>
    /// <param name="on">The day; what comes later does not count.</param>
    /// <returns>The progress; null where nothing of worth was ordered by it so far.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="order"/> is the default value, or <paramref name="on"/> is not of the ISO calendar.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A fact of the deal is in another currency than the order.</exception>
    public DealProgress? ProgressOf(DocumentId order, LocalDate on)
    {
        Identifier.Given(order);
        Guard.Against.OtherCalendar(on);
        return ProgressOf(order, null, on, without: null);
    }

    /// <summary>How far a line of an order had come at the end of a day.</summary>
    /// <param name="orderLine">The line of the order.</param>
    /// <param name="on">The day; what comes later does not count.</param>
    /// <returns>
    /// The progress; null where nothing of worth was ordered by the order so far. What is done of a stage is that of the line alone where
    /// all later lines of the deal name the line of the order that they are of; otherwise, and of a line without a price, that of the deal.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="orderLine"/> is the default value, or <paramref name="on"/> is not of the ISO calendar.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A fact of the deal is in another currency than the order.</exception>
    public DealProgress? ProgressOf(LineId orderLine, LocalDate on)
    {
        Identifier.Given(orderLine);
        Guard.Against.OtherCalendar(on);
        return ProgressOf(orderLine.Document, orderLine, on, without: null);
    }

    internal DealProgress? ProgressOf(DocumentId order, LocalDate on, HashSet<LineId> without) => ProgressOf(order, null, on, without);

    internal DealProgress? ProgressOf(SalesCredit credit, LocalDate on, HashSet<LineId>? without = null) =>
        ProgressOf(credit.Deal, credit.Line, on, without);

    /// <summary>
    /// The lines that take back of a line of an order within a period, and that a stage goes by: of the deal where the stage does.
    /// </summary>
    internal IEnumerable<LineId> LinesTakingBack(SalesCredit credit, Stage stage, bool byDeal, DateSpan during) =>
        FactsOf(credit.Deal, credit.Line, during.End!.Value, without: null)?.TakingBack(stage, byDeal)
            .Where(line => during.Contains(line.Date)).Select(line => line.Id) ?? [];

    /// <summary>The receipts that take back money of a deal within a period.</summary>
    internal IEnumerable<LineId> ReceiptsTakingBack(DocumentId order, DateSpan during) =>
        _receipts is null ? []
            : InvoicesOf(order).Append(order).Distinct().SelectMany(ReceiptsOf)
                .Where(receipt => receipt.Amount.IsNegative && during.Contains(receipt.Date)).Select(receipt => receipt.Id);

    /// <summary>Whether a line or a receipt of that number is among the facts of a deal, and had come by the end of a day.</summary>
    internal bool Holds(DocumentId order, LineId fact, LocalDate on) =>
        (_ofDeals.TryGetValue(order, out var own) && own.Exists(line => line.Id == fact && line.Date <= on))
        || InvoicesOf(order).Any(invoice => _ofInvoices[invoice].Exists(line => line.Id == fact && line.Date <= on))
        || (_receipts is not null && InvoicesOf(order).Append(order).Any(
            paid => ReceiptsOf(paid).Exists(receipt => receipt.Id == fact && receipt.Date <= on)));

    private DealProgress? ProgressOf(DocumentId order, LineId? orderLine, LocalDate on, HashSet<LineId>? without)
    {
        if (FactsOf(order, orderLine, on, without) is not { } facts)
            return null;

        return _receipts is null ? facts.Progress()
            : facts.Progress(DealFacts.ById(
                InvoicesOf(order).Append(order).Distinct().SelectMany(ReceiptsOf)
                    .Where(receipt => receipt.Date <= on && without?.Contains(receipt.Id) != true)));
    }

    private DealFacts? FactsOf(DocumentId order, LineId? orderLine, LocalDate on, HashSet<LineId>? without)
    {
        if (!_ofDeals.TryGetValue(order, out var own))
            return null;

        // Of an invoice for several orders all lines are needed.
        SalesLine[] lines =
        [
            .. own.Where(line => line.Stage != Stage.Invoiced).Concat(InvoicesOf(order).SelectMany(invoice => _ofInvoices[invoice]))
                .Where(line => line.Date <= on && without?.Contains(line.Id) != true),
        ];
        return DealFacts.IsBegun(lines.Where(line => SalesCredit.DealOf(line) == order)) ? new DealFacts(order, lines, orderLine) : null;
    }

    private HashSet<DocumentId> InvoicesOf(DocumentId order) => _invoicesOf.TryGetValue(order, out var invoices) ? invoices : [];

    private List<CollectionLine> ReceiptsOf(DocumentId document) => _receipts!.TryGetValue(document, out var receipts) ? receipts : [];

    private static void Add<TKey, TFact>(Dictionary<TKey, List<TFact>> facts, TKey key, TFact fact)
        where TKey : notnull
    {
        if (!facts.TryGetValue(key, out var before))
            facts.Add(key, before = []);
        before.Add(fact);
    }
}
