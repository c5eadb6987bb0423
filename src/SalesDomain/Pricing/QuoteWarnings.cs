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
        {
            var own = steps.Line.Credit is null ? steps.Price.TaxBasis!.Value : steps.Line.CreditBasis;
            warnings.Add(new Reason("pricing.quote-other-tax-basis", steps.Number, ListOf(steps), ("tax basis", Measure.Text(own))));
        }

        if (line.Discounted is not { } discounted)
            return warnings;

        if (steps.Price.IsConverted)
        {
            warnings.Add(new Reason(
                "pricing.quote-converted", steps.Number, ListOf(steps), ("from", steps.Price.Winner!.Currency.Code),
                ("price", steps.Price.UnitPrice)));
        }

        if (steps.LeadsItsGroup)
            warnings.AddRange(OfBreaks(quotation, steps).Concat(steps.Price.Warnings()));
        if (discounted.Line.Floor is { } floor && !discounted.Line.IsFree && discounted.Net < floor * steps.Line.Quantity.Amount)
        {
            warnings.Add(new Reason(
                "pricing.quote-below-floor", steps.Number, ("floor", floor), ("net", discounted.Net),
                ("quantity", steps.Line.Quantity)));
        }

        if (Ending(quotation, steps) is { } ending)
            warnings.Add(ending);

        return warnings;
    }

    /// <summary>What no line says: a coupon that no discount asks for, a customer without terms.</summary>
    internal static IEnumerable<Reason> OfDocument(Quotation quotation)
    {
        var request = quotation.Request;
        foreach (var coupon in request.Coupons)
        {
            if (quotation.Rules.Discounts.Discounts.All(discount => discount.Coupon is not { } other || !other.Codes.Contains(coupon)))
                yield return new Reason("pricing.quote-unknown-coupon", ("coupon", coupon));
        }

        if (quotation.Rules.Terms is { } terms && !terms.TryAt(request.Subject, request.Date, out _))
            yield return new Reason("pricing.quote-no-terms", ("subject", request.Subject.ToString()), ("on", request.Date));
    }

    private static IEnumerable<Reason> OfBreaks(Quotation quotation, QuoteSteps steps)
    {
        var (price, rounding) = (steps.Price, quotation.Rules.Discounts.Rounding);
        if (price.Inversion(steps.Line.Smallest) is { } cheaper)
        {
            yield return new Reason(
                "pricing.quote-inverted-scale", steps.Number, ListOf(steps), ("quantity", price.Quantity),
                ("amount", price.Amount.Round(rounding)), ("quantity then", cheaper.Quantity),
                ("amount then", cheaper.Amount.Round(rounding)));
        }

        if (quotation.Rules.NearBreak is { } within && price.NextBreak(steps.Line.Smallest) is { } next
            && next.UnitPrice < price.UnitPrice && next.Missing.Amount <= price.Quantity.Amount * within.Fraction)
        {
            yield return new Reason(
                "pricing.quote-near-break", steps.Number, ListOf(steps), ("more", next.Missing), ("price", price.UnitPrice),
                ("price then", next.UnitPrice), ("amount", price.Amount.Round(rounding)), ("amount then", next.Amount.Round(rounding)),
                ("total is lower", next.Amount < price.Amount));
        }
    }

    /// <summary>A price that does not hold as long as the quotation, and what it is then.</summary>
    private static Reason? Ending(Quotation quotation, QuoteSteps steps)
    {
        var price = steps.Price;
        if (price.Effective?.End is not { } end || end >= quotation.ValidUntil)
            return null;

        var then = quotation.Rules.Prices.Price(
            price.Product, price.Quantity, price.Subject, quotation.ValidUntil, price.Currency);
        return new Reason(
            "pricing.quote-list-ends", steps.Number, ListOf(steps), ("until", end), ("valid until", quotation.ValidUntil),
            ("price", price.UnitPrice), ("price then", then.HasPrice ? then.UnitPrice : Figure.Absent));
    }

    private static (string Name, Figure Value) ListOf(QuoteSteps steps) => ("list", steps.Price.Winner?.Name ?? Figure.Absent);
}
