using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain;
using SalesDomain.Pricing;

namespace QuarterClose.Rules;

/// <summary>One order from list price to pocket, line by line.</summary>
public sealed class PricedOrder
{
    private PricedOrder(Percentage rebate, LocalDate dueOn, int creditDays, IReadOnlyList<PricedSale> lines) =>
        (Rebate, DueOn, CreditDays, Lines) = (rebate, dueOn, creditDays, lines);

    /// <summary>The rebate expected of the customer.</summary>
    public Percentage Rebate { get; }

    public LocalDate DueOn { get; }

    /// <summary>From the day of the order to the day on which it is due.</summary>
    public int CreditDays { get; }

    public IReadOnlyList<PricedSale> Lines { get; }

    public DocumentId Id => Lines[0].Sale.Line.Id.Document;

    /// <summary>The order as somebody has to approve it: at list, less what was taken off each line, with its costs.</summary>
    public PriceCase Case()
    {
        var first = Lines[0].Sale.Line;
        // Amounts come after percentages, as an order has it.
        var taken = Lines.Where(line => line.TakenOff.IsPositive).OrderByDescending(line => line.IsAtListLessDiscount)
            .Select((line, i) => line.ToDiscount().At(i));
        var document = PricedDocument.Of(
            Currency.USD, TaxBasis.WithoutTax, first.Date, Lines.Select(line => line.AtList()));
        return PriceCase.Of(first.Id.Document, first.Customer, DiscountSchedule.Of(Rounding.Commercial, [.. taken]).Apply(document))
            .WithCosts(
                TaxBasis.WithoutTax,
                [.. Lines.Where(line => line.Waterfall.Cost is not null).Select(line => (line.Number, line.Waterfall.Cost!.Value))]);
    }

    public static PricedOrder Of(PriceTerms terms, PriceData data, IReadOnlyList<Sale> sales, Percentage rebate)
    {
        var order = sales[0].Line;
        var shipment = data.Shipments[order.Id.Document];
        var dueOn = terms.Payment.DueDate(shipment.InvoicedOn);
        var days = Period.DaysBetween(order.Date, dueOn);
        var schedule = WaterfallSchedule.Of(
            Rounding.Commercial,
            WaterfallRule.Percent(PriceTerms.Rebate, WaterfallBase.InvoiceNet, rebate),
            WaterfallRule.CostOfCredit(PriceTerms.Credit, terms.CreditRate, days, terms.DayCount));

        var categories = sales.Select(sale => data.CategoryOf[sale.Line.Product]).ToArray();
        var waterfalls = sales.Select((sale, i) => Waterfall(sale, terms.CostOf(categories[i])));
        var delivered = Delivered(shipment.Freight, [.. waterfalls]);
        return new PricedOrder(
            rebate, dueOn, days, [.. sales.Select((sale, i) => new PricedSale(sale, categories[i], delivered[i]))]);

        PriceWaterfall Waterfall(Sale sale, Percentage? costOfList)
        {
            var line = sale.Line.ToBuilder();
            line.Cost = costOfList?.Of(sale.Price.ListAmount).Round(Rounding.Commercial);
            return schedule.Evaluate(line.Build()).Waterfall!;
        }
    }

    // By what is invoiced; of an order that was given away, evenly.
    private static IReadOnlyList<PriceWaterfall> Delivered(Money freight, PriceWaterfall[] lines)
    {
        if (lines.Any(line => !line.InvoiceNet.IsZero))
            return PriceWaterfall.Spread(PriceTerms.Freight, freight, lines, Apportionment.ToMinorUnit);

        var parts = Apportionment.ToMinorUnit.SplitEvenly(freight, lines.Length);
        return [.. lines.Select((line, i) => line.With(WaterfallDeduction.OffInvoice(PriceTerms.Freight, parts[i])))];
    }
}
