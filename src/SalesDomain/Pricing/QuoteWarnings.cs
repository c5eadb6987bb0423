using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>What should be looked at before a quotation goes out.</summary>
internal static class QuoteWarnings
{
    internal static List<Reason> Of(Quotation quotation, QuotedLine line, QuoteSteps steps)
    {
        var warnings = new List<Reason>();
        if (steps.IsOfOtherBasis)
            warnings.Add(OfOtherBasis(quotation, steps));

        if (line.Discounted is not { } discounted)
            return warnings;

        if (steps.Price.IsConverted)
        {
            warnings.Add(new Reason(
                "pricing.quote-converted", steps.Number, ListOf(steps), ("from", steps.Price.Winner!.Currency.Code),
                ("price", steps.Price.UnitPrice)));
        }

        if (steps.PriceDay(quotation.Rules.Basis) is { } day)
            warnings.Add(day);

        if (steps.LeadsItsGroup)
            warnings.AddRange(NotCounted(quotation, steps));
        warnings.AddRange(quotation.Breaks.Of(steps.Line.Number));
        if (steps.LeadsItsGroup && steps.Price.HasPrice)
            warnings.AddRange(steps.Price.Warnings());
        warnings.AddRange(OfPrice(discounted, steps));
        if (Ending(quotation, steps) is { } ending)
            warnings.Add(ending);
        if (steps.Price.CumulativeEnding(quotation.ValidUntil, steps.HoldsPrice) is var (end, then))
        {
            warnings.Add(new Reason(
                "pricing.quote-cumulative-ends", steps.Number, ListOf(steps), ("until", end), ("valid until", quotation.ValidUntil),
                ("bought before", steps.Price.ValueBoughtBefore is { } value ? value : steps.Price.BoughtBefore),
                ("price", steps.Price.UnitPrice), ("price then", then)));
        }

        return warnings;
    }

    /// <summary>What no line says: a coupon that no discount asks for or that took nothing off, a customer without terms.</summary>
    internal static IEnumerable<Reason> OfDocument(Quotation quotation)
    {
        var request = quotation.Request;
        foreach (var coupon in request.Coupons)
        {
            if (quotation.Rules.Discounts.Discounts.All(discount => discount.Coupon is not { } other || !other.Codes.Contains(coupon)))
                yield return new Reason("pricing.quote-unknown-coupon", ("coupon", coupon));
        }

        // The customer counts on it.
        foreach (var reason in quotation.Discounted?.OfIdleCoupons() ?? [])
            yield return reason;

        if (quotation.Rules.Terms is { } terms && !terms.TryAt(request.Subject, request.Date, out _))
            yield return new Reason("pricing.quote-no-terms", ("subject", request.Subject.ToString()), ("on", request.Date));
    }

    /// <summary>A price, or a credit, of the other tax basis: with what it comes to with tax, as it is and as it is quoted.</summary>
    private static Reason OfOtherBasis(Quotation quotation, QuoteSteps steps)
    {
        var (own, rounding) = (
            steps.Line.Credit is null ? steps.Price.TaxBasis!.Value : steps.Line.CreditBasis, quotation.Rules.TaxRounding);
        return new Reason(
            "pricing.quote-other-tax-basis", steps.Number, ListOf(steps), ("tax basis", Measure.Text(own)),
            ("with tax", LineTax.Of(own, steps.OfList, steps.Rate.Value, rounding).Gross),
            ("quoted with tax", LineTax.Of(quotation.Rules.Basis, steps.Exact, steps.Rate.Value, rounding).Gross));
    }

    /// <summary>What does not count for all lines whose price is found by one quantity.</summary>
    private static IEnumerable<Reason> NotCounted(Quotation quotation, QuoteSteps steps)
    {
        if (steps.NotCounted is { Length: > 0 } others)
        {
            var first = quotation.Request.Lines[others[0]];
            yield return steps.Price.ByValue is { } scale ? new Reason(
                "pricing.quote-no-value", steps.Number, ListOf(steps), ("prices of", scale.List.Name),
                ("lines not counted", (decimal)others.Length), ("first of them", (decimal)first.Number),
                ("its product", first.Product.Code), ("its quantity", first.Quantity)) : new Reason(
                "pricing.quote-other-unit", steps.Number,
                ("counted", new Quantity(steps.Price.CountedNow, steps.Line.Quantity.Unit)),
                ("lines not counted", (decimal)others.Length),
                ("first of them", (decimal)first.Number), ("its quantity", first.Quantity));
        }
    }

    /// <summary>A negotiated price that is not what was asked for, and a price below its floor.</summary>
    private static IEnumerable<Reason> OfPrice(DiscountedLine line, QuoteSteps steps)
    {
        var priced = line.Line;
        if (steps.IsAgreedWithoutList)
        {
            yield return new Reason(
                "pricing.quote-agreed-without-list", steps.Number, ("product", steps.Line.Product.Code),
                ("price", priced.NegotiatedPrice!.Value), ("unit", priced.NegotiatedUnit!.Code), ("amount", steps.Exact),
                ("why", steps.Price.Reasons()[0].Code));
        }

        if (priced.AtNegotiatedPrice is { } agreed)
        {
            if (agreed > priced.AtListPrice)
            {
                yield return new Reason(
                    "pricing.quote-above-list", steps.Number, ListOf(steps), ("price", priced.NegotiatedPrice!.Value),
                    ("list amount", steps.Exact), ("amount", agreed));
            }

            if (priced.IsHeldAtFloor)
            {
                yield return new Reason(
                    "pricing.quote-held-at-floor", steps.Number, ("price", priced.NegotiatedPrice!.Value), ("floor", priced.Floor!.Value),
                    ("amount", agreed), ("net", line.Net));
            }
        }

        if (priced.FloorAmount is { } floor && !priced.IsFree && line.Net < floor)
        {
            yield return new Reason(
                "pricing.quote-below-floor", steps.Number, ("floor", priced.Floor!.Value), ("unit", priced.FloorUnit!.Code),
                ("net", line.Net), ("quantity", steps.Line.Quantity));
        }
    }

    /// <summary>A price that does not hold as long as the quotation, and what it is then.</summary>
    private static Reason? Ending(Quotation quotation, QuoteSteps steps)
    {
        var price = steps.Price;
        if (steps.HoldsPrice || price.Effective?.End is not { } end || end >= quotation.ValidUntil)
            return null;

        var then = price.At(quotation.ValidUntil);
        return new Reason(
            "pricing.quote-list-ends", steps.Number, ListOf(steps), ("until", end), ("valid until", quotation.ValidUntil),
            ("price", price.UnitPrice), ("price then", then.HasPrice ? then.UnitPrice : Figure.Absent));
    }

    internal static (string Name, Figure Value) ListOf(QuoteSteps steps) => ("list", steps.Price.Winner?.Name ?? Figure.Absent);
}
