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
    private readonly FactsById _facts;
    private readonly Dictionary<DocumentId, List<DealLine>> _ofDeals = [];
    private readonly Dictionary<DocumentId, List<SalesLine>> _ofInvoices = [];
    private readonly Dictionary<DocumentId, List<(CollectionLine Receipt, CollectionLine Original)>> _receipts = [];
    private readonly Dictionary<DocumentId, HashSet<DocumentId>> _invoicesOf = [];
    private readonly Dictionary<DocumentId, DocumentId> _dealOf = [];
    private readonly HashSet<DocumentId> _ofSeveralDeals = [];
    private readonly DocumentId[] _deals;

    internal DealBook(FactsById facts, bool hasReceipts)
    {
        _facts = facts;
        HasReceipts = hasReceipts;
        foreach (var line in facts.Lines)
        {
            var root = facts.OriginalOf(line, out _);
            var deal = SalesCredit.DealOf(root);
            Add(_ofDeals, deal, DealLine.Of(line, root, facts));
            if (line.Stage != Stage.Invoiced)
                continue;

            var invoice = root.Id.Document;
            Add(_ofInvoices, invoice, line);
            if (!_invoicesOf.TryGetValue(deal, out var invoices))
                _invoicesOf.Add(deal, invoices = []);
            invoices.Add(invoice);
            if (!_dealOf.TryGetValue(invoice, out var first))
                _dealOf.Add(invoice, deal);
            else if (first != deal)
                _ofSeveralDeals.Add(invoice);
        }

        _deals = [.. _ofDeals.Where(deal => DealFacts.IsBegun(deal.Value)).Select(deal => deal.Key).OrderBy(deal => deal)];
        foreach (var receipt in facts.Receipts)
        {
            var original = facts.OriginalOf(receipt, out _);
            if (original.Invoice is { } invoice)
                Add(_receipts, invoice, (receipt, original));
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
    public static DealBook Of(IEnumerable<SalesLine> lines) =>
        new(new FactsById(Guard.Against.Null(lines), [], nameof(lines), nameof(lines)), hasReceipts: false);

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
        return new DealBook(new FactsById(lines, receipts, nameof(lines), nameof(receipts)), hasReceipts: true);
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
        return Reader(nameof(order)).ProgressOf(order, orderLine: null, on);
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
        return Reader(nameof(orderLine)).ProgressOf(orderLine.Document, orderLine, on);
    }

    /// <summary>Whether money came in by receipts; otherwise it is line by line.</summary>
    internal bool HasReceipts { get; }

    /// <summary>What reads it for a call, which has the book, or the deal, as a parameter.</summary>
    internal DealReader Reader(string parameterName) => new(this, parameterName, parameterName);

    internal IReadOnlyList<DealLine> LinesOfDeal(DocumentId order) => _ofDeals.TryGetValue(order, out var lines) ? lines : [];

    internal IReadOnlyCollection<DocumentId> InvoicesOf(DocumentId order) =>
        _invoicesOf.TryGetValue(order, out var invoices) ? invoices : [];

    /// <summary>Whether a line or a receipt of that number is among the facts of a deal, and had come by the end of a day.</summary>
    internal bool Holds(DocumentId order, LineId fact, LocalDate on) =>
        LinesOfDeal(order).Any(line => line.Line.Id == fact && line.Line.Date <= on)
        || InvoicesOf(order).Any(invoice => _ofInvoices[invoice].Exists(line => line.Id == fact && line.Date <= on))
        || InvoicesOf(order).Append(order).Any(
            paid => ReceiptsOf(paid).Exists(each => each.Receipt.Id == fact && each.Receipt.Date <= on));

    internal bool IsOfSeveralDeals(DocumentId invoice) => _ofSeveralDeals.Contains(invoice);

    /// <summary>The lines of an invoice, with what takes them back.</summary>
    internal IReadOnlyList<SalesLine> LinesOf(DocumentId invoice) => _ofInvoices[invoice];

    /// <summary>Those of some facts that are such lines.</summary>
    internal IEnumerable<SalesLine> LinesOf(DocumentId invoice, HashSet<LineId> among) =>
        among.Select(_facts.Invoiced).OfType<SalesLine>()
            .Where(line => _facts.OriginalOf(line, out _).Id.Document == invoice);

    internal List<(CollectionLine Receipt, CollectionLine Original)> ReceiptsOf(DocumentId document) =>
        _receipts.TryGetValue(document, out var receipts) ? receipts : [];

    private static void Add<TKey, TFact>(Dictionary<TKey, List<TFact>> facts, TKey key, TFact fact)
        where TKey : notnull
    {
        if (!facts.TryGetValue(key, out var before))
            facts.Add(key, before = []);
        before.Add(fact);
    }
}
