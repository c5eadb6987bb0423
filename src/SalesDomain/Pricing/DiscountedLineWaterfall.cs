using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>The price waterfall of one line after its discounts, or why it has none.</summary>
/// <remarks>Immutable. Equality is by reference, as that of the line is. Made by <see cref="WaterfallSchedule"/>.</remarks>
public sealed class DiscountedLineWaterfall
{
    private readonly Reason[] _reasons;

    internal DiscountedLineWaterfall(DiscountedLine line, PriceWaterfall? waterfall, params Reason[] reasons)
    {
        (Line, Waterfall, _reasons) = (line, waterfall, reasons);
    }

    /// <summary>The line.</summary>
    public DiscountedLine Line { get; }

    /// <summary>
    /// The waterfall, without tax: each discount under its name on the invoice, so that its <see cref="PriceWaterfall.InvoiceNet"/> is the
    /// net of the line. Null where prices have tax in and no rate is known (<c>pricing.no-tax-rate</c>), and for a line paid out of a
    /// rebate (<c>pricing.rebate-funded</c>), which the deduction of that rebate counts already.
    /// </summary>
    public PriceWaterfall? Waterfall { get; }

    /// <summary>
    /// What is missing: the waterfall, a deduction (<c>pricing.other-unit</c>, <c>pricing.no-tax-rate</c>) or the margin
    /// (<c>pricing.no-cost</c>, <c>pricing.cost-in-another-currency</c>, <c>pricing.cost-in-another-unit</c>); empty where nothing is.
    /// </summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>The number of the line with its waterfall, and the reasons.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Line.Name + ": " + Waterfall + (Waterfall is not null && _reasons.Length > 0 ? "; " : "")
        + string.Join("; ", _reasons.Select(reason => reason.ToString()));
}
