using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What a document comes to at one tax rate.</summary>
/// <remarks>Part of a <see cref="Quotation"/>; equality is by reference.</remarks>
public sealed class TaxTotal
{
    private readonly QuotedLine[] _lines;

    internal TaxTotal(Percentage rate, Currency currency, IEnumerable<QuotedLine> lines)
    {
        Rate = rate;
        _lines = [.. lines];
        Net = Money.Sum(currency, _lines.Select(line => line.Net));
        Tax = Money.Sum(currency, _lines.Select(line => line.Tax));
    }

    /// <summary>The tax in percent of the net amount.</summary>
    public Percentage Rate { get; }

    /// <summary>The lines at this rate together, without tax.</summary>
    public Money Net { get; }

    /// <summary>Their tax: the sum of that of the lines, each rounded.</summary>
    public Money Tax { get; }

    /// <summary>How the tax follows from the lines.</summary>
    /// <returns>The explanation, whose figure is <see cref="Tax"/>.</returns>
    public Explanation Explain() => Node("tax at " + Rate, Tax, Operation.Sum, [.. _lines.Select(line => line.ExplainTax())]);

    /// <summary>Rate, base and tax: <c>13% of CNY 1000.00: CNY 130.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Rate + " of " + Net + ": " + Tax;
}
