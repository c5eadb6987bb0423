using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>The price waterfalls of the lines of a document after its discounts, and of all of them together.</summary>
/// <remarks>
/// Where every line has a waterfall and prices are without tax, list − on invoice is the net of the document, to the cent. Immutable;
/// equality is by reference. Made by <see cref="WaterfallSchedule"/>.
/// </remarks>
public sealed class DocumentWaterfall
{
    private readonly WaterfallTotals<DiscountedLineWaterfall> _totals;

    internal DocumentWaterfall(DiscountedDocument document, DiscountedLineWaterfall[] lines)
    {
        Document = document;
        _totals = new WaterfallTotals<DiscountedLineWaterfall>(document.Document.Currency, lines, line => line.Waterfall);
    }

    /// <summary>The document after its discounts.</summary>
    public DiscountedDocument Document { get; }

    /// <summary>Each line, by the numbers.</summary>
    public IReadOnlyList<DiscountedLineWaterfall> Lines => _totals.Lines;

    /// <summary>All lines that have a waterfall; with cost and margin where all of them have.</summary>
    public PriceWaterfall Total => _totals.Total;

    /// <summary>The lines whose cost is known, so that their margin is; the same as <see cref="Total"/> where all costs are.</summary>
    public PriceWaterfall WithCost => _totals.WithCost;

    /// <summary>The lines of which something is missing, in the total or in its margin, with the reasons.</summary>
    public IReadOnlyList<DiscountedLineWaterfall> Incomplete => _totals.Incomplete(line => line.Reasons);

    /// <summary>The total, down to list price, discounts, rules and cost of every line.</summary>
    /// <returns>The explanation, whose figure is the pocket margin of <see cref="Total"/>, or its pocket.</returns>
    /// <remarks>What a discount over several lines takes off one of them is a fact here, so the explanation grows with the lines.</remarks>
    public Explanation Explain() =>
        Total.Explain(
            [.. Lines.Where(line => line.Waterfall is not null).Select(line => (line.Line.Name, line.Waterfall!))]);

    /// <summary>How many lines, and their total.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => _totals.ToString();
}
