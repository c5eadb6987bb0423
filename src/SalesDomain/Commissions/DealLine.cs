namespace SalesDomain.Commissions;

/// <summary>A line of a deal, with what it goes back to.</summary>
/// <param name="line">The line.</param>
/// <param name="document">The document of the sale that it goes back to: of a credit note the invoice.</param>
/// <param name="orderLine">The line of the order that it is of; null where no line says so.</param>
internal readonly struct DealLine(SalesLine line, DocumentId document, LineId? orderLine)
{
    internal SalesLine Line { get; } = line;

    internal DocumentId Document { get; } = document;

    internal LineId? OrderLine { get; } = orderLine;

    /// <summary>Whether it is ordered, and neither takes back nor adds to what is ordered.</summary>
    internal bool IsBooked => Books(Line);

    internal bool TakesBack => FactsById.TakesBack(Line);

    internal static bool Books(SalesLine line) => line.Stage == Stage.Ordered && line.Original is null && !FactsById.TakesBack(line);

    internal static DealLine Of(SalesLine line, SalesLine root, FactsById facts) =>
        new(
            line, root.Id.Document,
            root.Stage == Stage.Ordered ? Books(root) ? root.Id : null
            : root.OrderLine is { } id && facts.Ordered(id) is { } order && Books(order) ? id : null);
}
