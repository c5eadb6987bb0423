using System;
using System.Collections.Generic;

namespace SalesDomain.Commissions;

/// <summary>The facts of a run: in their order, each once, with what takes back which, and which invoices there are.</summary>
internal sealed class CreditedFacts
{
    private readonly FactsById _facts;
    private readonly Dictionary<DocumentId, List<SalesLine>> _invoices = [];

    // By the invoice: lines of other documents that take back lines of it, or take that back again.
    private readonly Dictionary<DocumentId, List<SalesLine>> _creditNotes = [];

    internal CreditedFacts(
        IEnumerable<SalesLine> lines, IEnumerable<CollectionLine> receipts, string parameterOfLines, string parameterOfReceipts)
    {
        _facts = new FactsById(lines, receipts, parameterOfLines, parameterOfReceipts);
        Array.Sort(Lines, SalesLine.InFactOrder);
        Array.Sort(Receipts, CollectionLine.InFactOrder);
        if (Receipts.Length > 0)
            AddInvoices();
    }

    internal SalesLine[] Lines => _facts.Lines;

    internal CollectionLine[] Receipts => _facts.Receipts;

    /// <inheritdoc cref="FactsById.OriginalOf(SalesLine, out bool)"/>
    internal SalesLine OriginalOf(SalesLine line, out bool isKnown) => _facts.OriginalOf(line, out isKnown);

    /// <inheritdoc cref="FactsById.OriginalOf(CollectionLine, out bool)"/>
    internal CollectionLine OriginalOf(CollectionLine receipt, out bool isKnown) => _facts.OriginalOf(receipt, out isKnown);

    /// <summary>The invoiced lines of a document, in order; none where they are not given.</summary>
    internal IReadOnlyList<SalesLine> InvoiceOf(DocumentId document) => _invoices.TryGetValue(document, out var lines) ? lines : [];

    /// <summary>
    /// What documents of their own take back of the lines of an invoice, by day; what takes back a credit note among them.
    /// </summary>
    internal IReadOnlyList<SalesLine> CreditNotesOf(DocumentId document) =>
        _creditNotes.TryGetValue(document, out var lines) ? lines : [];

    private void AddInvoices()
    {
        foreach (var line in Lines)
        {
            if (line.Stage != Stage.Invoiced)
                continue;

            Add(_invoices, line.Id.Document, line);
            if (line.Original is not null && OriginalOf(line, out _).Id.Document is var invoice && invoice != line.Id.Document)
                Add(_creditNotes, invoice, line);
        }
    }

    private static void Add(Dictionary<DocumentId, List<SalesLine>> documents, DocumentId document, SalesLine line)
    {
        if (!documents.TryGetValue(document, out var lines))
            documents.Add(document, lines = []);

        lines.Add(line);
    }
}
