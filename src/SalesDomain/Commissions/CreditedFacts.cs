using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>The facts of a run: in their order, each once, with what takes back which, and which invoices there are.</summary>
internal sealed class CreditedFacts
{
    private readonly Dictionary<(Stage Stage, LineId Id), SalesLine> _lines = [];
    private readonly Dictionary<LineId, CollectionLine> _receipts = [];
    private readonly Dictionary<DocumentId, List<SalesLine>> _invoices = [];

    // By the invoice: lines of other documents that take back lines of it, or take that back again.
    private readonly Dictionary<DocumentId, List<SalesLine>> _creditNotes = [];

    internal CreditedFacts(
        IEnumerable<SalesLine> lines, IEnumerable<CollectionLine> receipts, string parameterOfLines, string parameterOfReceipts)
    {
        Lines = [.. lines];
        Receipts = [.. receipts];
        foreach (var line in Lines)
        {
            var key = (Guard.Against.Null(line, parameterOfLines).Stage, line.Id);
            if (_lines.ContainsKey(key))
                throw Twice(parameterOfLines, line.Id, " " + line.Stage.ToString());

            _lines.Add(key, line);
        }

        foreach (var receipt in Receipts)
        {
            if (_receipts.ContainsKey(Guard.Against.Null(receipt, parameterOfReceipts).Id))
                throw Twice(parameterOfReceipts, receipt.Id, "");

            _receipts.Add(receipt.Id, receipt);
        }

        Array.Sort(Lines, SalesLine.InFactOrder);
        Array.Sort(Receipts, CollectionLine.InFactOrder);
        if (Receipts.Length > 0)
            AddInvoices();
    }

    internal SalesLine[] Lines { get; }

    internal CollectionLine[] Receipts { get; }

    internal static bool TakesBack(SalesLine line) => line.IsReturn || line.NetAmount.IsNegative;

    /// <summary>The sale that a line takes back, through returns of returns; itself where it takes back none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isKnown">False where a line of the chain is not given, or the chain ends at what is itself a return.</param>
    internal SalesLine OriginalOf(SalesLine line, out bool isKnown)
    {
        var at = line;
        for (var steps = 0; at.Original is { } id; steps++)
        {
            // Lines that name each other in a circle take nothing back.
            isKnown = false;
            if (steps > _lines.Count)
                return line;
            if (!_lines.TryGetValue((line.Stage, id), out var next))
                return at;

            at = next;
        }

        isKnown = !TakesBack(at);
        return at;
    }

    /// <summary>The receipt that another takes back; itself where it takes back none.</summary>
    internal CollectionLine OriginalOf(CollectionLine receipt, out bool isKnown)
    {
        var at = receipt;
        for (var steps = 0; at.Original is { } id; steps++)
        {
            isKnown = false;
            if (steps > _receipts.Count)
                return receipt;
            if (!_receipts.TryGetValue(id, out var next))
                return at;

            at = next;
        }

        isKnown = !at.Amount.IsNegative;
        return at;
    }

    /// <summary>The invoiced lines of a document, in order; none where they are not given.</summary>
    internal IReadOnlyList<SalesLine> InvoiceOf(DocumentId document) => _invoices.TryGetValue(document, out var lines) ? lines : [];

    /// <summary>
    /// What documents of their own take back of the lines of an invoice, by day; what takes back a credit note among them.
    /// </summary>
    internal IReadOnlyList<SalesLine> CreditNotesOf(DocumentId document) =>
        _creditNotes.TryGetValue(document, out var lines) ? lines : [];

    private static ArgumentException Twice(string parameterName, LineId id, string stage) =>
        Guards.Invalid(parameterName, id + stage, "must have each document and line once");

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
