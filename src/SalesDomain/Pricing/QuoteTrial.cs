using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>Some lines of a quotation priced again with more of one of them, by all that the rules are.</summary>
internal sealed class QuoteTrial
{
    private readonly Dictionary<int, DiscountedLine> _lines;

    private QuoteTrial(decimal more, decimal counted, string? discount, DiscountedDocument document)
    {
        More = more;
        Counted = counted;
        Discount = discount;
        Net = document.Net.Amount;
        _lines = document.Lines.ToDictionary(line => line.Line.Number);
    }

    /// <summary>How much more of the line.</summary>
    internal decimal More { get; }

    /// <summary>What counts now.</summary>
    internal decimal Counted { get; }

    /// <summary>The discount whose step is reached; null where it is one of a list.</summary>
    internal string? Discount { get; }

    /// <summary>What all the lines cost then.</summary>
    internal decimal Net { get; }

    /// <summary>A line then.</summary>
    internal DiscountedLine this[int number] => _lines[number];

    /// <summary>
    /// The lines with more of one; null where one of them has no price then, or an amount does not fit: nothing is promised of it.
    /// </summary>
    /// <param name="quotation">The quotation as it is.</param>
    /// <param name="lines">The lines that bear upon one another, by their numbers.</param>
    /// <param name="candidate">Of which line more, and how much.</param>
    internal static QuoteTrial? Of(Quotation quotation, QuoteLine[] lines, in BreakCandidate candidate)
    {
        var (number, more) = (candidate.Line.Number, candidate.More);
        try
        {
            var request = quotation.Request.Ordering(
                Array.ConvertAll(lines, line => line.Number == number ? WithMore(line, more) : line));
            var counting = new QuoteCounting(quotation.Rules, request);
            QuoteSteps[] sold =
            [
                .. Enumerable.Range(0, lines.Length).Select(i => QuoteSteps.Of(quotation.Rules, request, counting, i))
                    .Where(line => line.IsSold),
            ];
            var isWhole = Array.Exists(sold, line => line.Line.Number == number) && sold.Length == Priced(quotation, lines);
            return !isWhole ? null
                : new QuoteTrial(more, candidate.Counted, candidate.Discount, Quotation.Discount(quotation.Rules, request, sold));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static QuoteLine WithMore(QuoteLine line, decimal more) =>
        line.Ordering(line.Quantity + new Quantity(more, line.Quantity.Unit));

    private static int Priced(Quotation quotation, QuoteLine[] lines) => lines.Count(line => quotation.Breaks.IsSold(line.Number));
}
