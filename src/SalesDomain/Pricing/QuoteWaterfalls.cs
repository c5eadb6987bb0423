using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>The price waterfalls of what a quotation sells.</summary>
internal static class QuoteWaterfalls
{
    private const string OtherUnit = "pricing.other-unit";

    /// <summary>The waterfall of a line after its discounts, without tax.</summary>
    /// <remarks>
    /// A deduction of a unit is taken off the line as it is ordered; where it is of another unit, off the same quantity in the base unit of
    /// the product.
    /// </remarks>
    internal static LineWaterfall Of(
        WaterfallSchedule schedule, QuotationRules rules, QuoteRequest request, QuoteSteps steps, DiscountedLine line, LineTax split)
    {
        var sale = Sale(rules, request, steps, line, split);
        var drawn = schedule.Evaluate(sale.Build(), steps.SoldAs);
        if (!drawn.Reasons.Any(reason => reason.Code == OtherUnit) || steps.Price.Units is not { } units
            || !units.Knows(steps.Line.Quantity.Unit))
        {
            return drawn;
        }

        sale.Quantity = units.Convert(steps.Line.Quantity, units.BaseUnit);
        var inBase = schedule.Evaluate(sale.Build(), steps.SoldAs);
        return inBase.Reasons.Any(reason => reason.Code == OtherUnit) ? drawn : inBase;
    }

    private static SalesLineBuilder Sale(
        QuotationRules rules, QuoteRequest request, QuoteSteps steps, DiscountedLine line, LineTax split)
    {
        var isWithTax = rules.Basis == TaxBasis.WithTax;
        var list = isWithTax ? line.ListAmount / steps.Factor : line.ListAmount;
        return new SalesLineBuilder
        {
            Stage = Stage.Ordered,
            Document = request.Document!.Value,
            Line = steps.Line.Number,
            Date = request.Date,
            Customer = request.Subject.Customer!.Value,
            Product = steps.Line.Product,
            Quantity = steps.Line.Quantity,
            ListAmount = isWithTax ? list.Round(rules.TaxRounding.For(list.Amount)) : list,
            NetAmount = isWithTax ? split.Net : line.Net,
            Tax = split.Tax,
            PriceKind = steps.SoldAs.PriceKind ?? PriceKind.Standard,
            Cost = steps.CostIn(TaxBasis.WithoutTax),
        };
    }
}
