using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>A line that cannot be quoted, and why: it is in no total, and that is not a price of zero.</summary>
/// <remarks>Part of a <see cref="Quotation"/>; equality is by reference.</remarks>
public sealed class UnpricedLine
{
    private readonly Reason[] _reasons;

    internal UnpricedLine(QuoteSteps steps)
    {
        Line = steps.Line;
        Price = steps.Price;
        _reasons = [.. steps.Reasons()];
    }

    /// <summary>What was asked for.</summary>
    public QuoteLine Line { get; }

    /// <summary>What the price lists say; it may have a price where the tax rate is missing.</summary>
    public ResolvedPrice Price { get; }

    /// <summary>
    /// Every reason there is, at least one: those of <see cref="ResolvedPrice.Reasons"/>, which name list and product;
    /// <c>pricing.quote-unknown-unit</c>; <c>pricing.quote-floor-no-rate</c>, with what is missing of the rates;
    /// <c>pricing.quote-no-tax-rate</c>; <c>pricing.quote-return-without-sale</c>; <c>pricing.quote-agreed-beside-list</c>, of a price that
    /// was agreed where a list has a record of the product and gave no price.
    /// </summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>Number and reasons: <c>line 2: pricing.no-item (list retail, product P-9)</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "line " + InvariantText.Number(Line.Number) + ": " + string.Join(", ", _reasons.Select(reason => reason.ToString()));
}
