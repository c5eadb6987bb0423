using System.Linq;
using SalesDomain.Pricing;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Waterfalls;

/// <summary>What comes after the invoice, and documents in both tax bases, for the waterfalls of documents.</summary>
internal static class DocumentSample
{
    internal static readonly Percentage Vat = Percent(13m);

    /// <summary>Expected rebate, cash discount, freight, promotion and cost of credit.</summary>
    internal static readonly WaterfallSchedule AfterInvoice = WaterfallSchedule.Of(
        Rounding.Commercial,
        WaterfallRule.Percent("expected rebate", WaterfallBase.InvoiceNet, Percent(3m)),
        WaterfallRule.Percent("cash discount", WaterfallBase.InvoiceGross, Percent(1.2m)),
        WaterfallRule.PerUnit("freight", Cny(0.5m), UnitOfMeasure.Piece),
        WaterfallRule.Percent("promotion", WaterfallBase.List, Percent(2m)).For(Only("A")),
        WaterfallRule.CostOfCredit("cost of credit", Percent(4.8m), 45, DayCountBasis.Actual360));

    internal static readonly DiscountSchedule Twice = Schedule(
        Discount.Percent("dealer", Percent(8m)).At(1), Discount.Percent("season", Percent(5m)).At(2));

    internal static PricedDocument WithTax(params PricedLine[] lines) => PricedDocument.Of(Currency.CNY, TaxBasis.WithTax, Day, lines);

    internal static Money Taken(this PriceWaterfall waterfall) =>
        Money.Sum(
            waterfall.List.Currency,
            waterfall.Deductions.Where(each => each.Stage == WaterfallStage.OnInvoice).Select(each => each.Amount));

    internal static string[] Codes(this DiscountedLineWaterfall line) => [.. line.Reasons.Select(reason => reason.ToString())];
}
