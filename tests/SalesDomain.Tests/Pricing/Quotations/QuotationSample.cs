using System.Linq;
using NodaTime;
using SalesDomain.Pricing;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>Rules and requests that the tests of quotations share.</summary>
internal static class QuotationSample
{
    internal static readonly Percentage Vat = Percent(13m);

    /// <summary>practice.md §5 step 3: list 100.00, from 1,000 pieces 96.00, from 3,000 pieces 94.00, without tax.</summary>
    internal static readonly PriceList Practice =
        ListOf("P", ItemPrice.Of(Breaks((0m, 100m), (1_000m, 96m), (3_000m, 94m))));

    internal static QuotationRules Rules(params PriceList[] lists) => Rules(DiscountSchedule.Of(Rounding.Commercial), lists);

    internal static QuotationRules Rules(DiscountSchedule discounts, params PriceList[] lists) =>
        QuotationRules.Of(BookOf(lists), discounts, Vat, TaxBasis.WithoutTax);

    internal static PriceList WithTax(string name, ItemPrice price) =>
        PriceList.Of(name, Currency.CNY, TaxBasis.WithTax).During(DateSpan.Always, PriceListVersion.Empty.With(Screw, price));

    internal static QuoteRequest Ask(params QuoteLine[] lines) => QuoteRequest.Of(Day, Currency.CNY, Known, lines);

    internal static QuoteRequest AskWidgets(decimal pieces, LocalDate? on = null) =>
        QuoteRequest.Of(on ?? Day, Currency.CNY, Known, (1, Widget, Quantity.Pieces(pieces)));

    internal static QuoteRequest After(this QuoteRequest request, params EarlierPurchase[] bought) =>
        request.WithPurchases(PurchaseHistory.Of(bought));

    internal static QuoteLine Widgets(int number, decimal pieces) => QuoteLine.Of(number, Widget, Quantity.Pieces(pieces));

    internal static QuoteLine Screws(int number, decimal pieces) => QuoteLine.Of(number, Screw, Quantity.Pieces(pieces));

    internal static QuoteLine Priced(this QuoteLine line, decimal price) => line.AtPrice(Cny(price), UnitOfMeasure.Piece);

    internal static QuoteLine NotBelow(this QuoteLine line, decimal floor) => line.WithFloor(Cny(floor), UnitOfMeasure.Piece);

    /// <summary>A book of widgets that are sold in pieces and in cases of twelve, with their cost.</summary>
    internal static PriceBook InCases(decimal costOfPiece, params PriceList[] lists) =>
        BookOf(lists).With(
            PricedProduct.Of(
                Widget, UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(12m)))
                .WithCost(Timeline.Always(Cny(costOfPiece))));

    internal static QuoteLine InCase(int number, decimal cases) =>
        QuoteLine.Of(number, Widget, new Quantity(cases, UnitOfMeasure.Case));

    internal static string[] CodesOf(this Quotation quotation) => [.. quotation.Warnings.Select(reason => reason.Code)];

    internal static Reason? Find(this Quotation quotation, string code)
    {
        Reason[] found = [.. quotation.Warnings.Where(reason => reason.Code == code)];
        return found.Length == 0 ? null : found[0];
    }
}
