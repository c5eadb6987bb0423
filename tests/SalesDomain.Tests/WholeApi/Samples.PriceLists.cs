using System;
using System.Collections.Generic;
using SalesDomain.Pricing;

namespace SalesDomain.Tests.WholeApi;

/// <summary>Samples of price lists and of what they resolve to.</summary>
internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_priceLists = new()
    {
        [typeof(EarlierPurchase)] = () => [BoughtEarlier(), BoughtEarlier().By(new CustomerId("c")), BoughtEarlier().With(PriceKind.Free)],
        [typeof(IEnumerable<EarlierPurchase>)] = () => [new[] { BoughtEarlier() }],
        [typeof(ItemPrice)] = () =>
        [
            ItemPrice.Of(TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (0m, 10m), (100m, 9.2m))),
            ItemPrice.Of(new Money(2.5m, Currency.USD)),
        ],
        [typeof(LineTax)] = () =>
        [
            LineTax.InGross(new Money(2.5m, Currency.USD), Percentage.FromPercent(13m), Rounding.Commercial),
            LineTax.OnNet(new Money(2.5m, Currency.USD), Percentage.FromPercent(13m), Rounding.Commercial),
        ],
        [typeof(PriceBook)] = () => [Booked(), Booked().TakingLowest(), Booked().WithRates(ExchangeRates.Of())],
        [typeof(PriceBreak)] = () => [Resolved(97m).NextBreak(Quantity.Pieces(1m))!.Value, default(PriceBreak)],
        [typeof(PriceFormula)] = () =>
        [
            PriceFormula.Of("USD"), PriceFormula.OfCost().AtMargin(Percentage.FromPercent(20m)),
            PriceFormula.Of("USD").Rounded(FromZero(Rounding.Bankers)),
        ],
        [typeof(PriceList)] = () => [Listed("USD"), Listed("a").WithPrecedence(1)],
        [typeof(PriceListVersion)] = () => [Listed("USD").Versions.At(s_date), PriceListVersion.Empty],
        [typeof(PricedProduct)] = () =>
        [
            PricedProduct.Of(new ProductId("P-1"), UnitConversions.Of(UnitOfMeasure.Piece)),
            PricedProduct.Of(new ProductId("P-2"), UnitConversions.Of(UnitOfMeasure.Piece)),
        ],
        [typeof(StepSchedule<Money, Rounding>)] = () =>
        [
            FromZero(Rounding.Commercial), FromZero(Rounding.ToStep(5m, RoundingMode.Up)),
            StepSchedule.UpTo((new Money(1m, Currency.USD), Rounding.Commercial)),
        ],
        [typeof(Timeline<PriceListVersion>)] = () => [Listed("USD").Versions, Timeline.Empty<PriceListVersion>()],
        [typeof(PurchaseHistory)] = () => [PurchaseHistory.Of(BoughtEarlier()), PurchaseHistory.None],
        [typeof(RejectedPrice)] = () => [.. Resolved(97m).Losers(), .. Resolved(98m).NotApplicable()],
        [typeof(ResolvedPrice)] = () => [Resolved(97m), Resolved(100m), default(ResolvedPrice)],
    };

    private static StepSchedule<Money, Rounding> FromZero(Rounding rounding) =>
        StepSchedule.From((Money.Zero(Currency.USD), rounding), (new Money(1m, Currency.USD), Rounding.ToStep(0.5m, RoundingMode.Down)));

    private static EarlierPurchase BoughtEarlier() =>
        EarlierPurchase.Of(new ProductId("P-1"), Quantity.Pieces(60m), s_date).In(new DocumentId("SO-1"));

    private static PriceList Listed(string name) =>
        PriceList.Of(name, Currency.USD, TaxBasis.WithoutTax).During(
            DateSpan.OfYear(2026),
            PriceListVersion.Empty.With(
                new ProductId("P-1"), ItemPrice.Of(TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (0m, 10m), (100m, 9.2m)))));

    private static PriceBook Booked() =>
        PriceBook.Of(
            AccessSequence.Of(ScopeDimensions.Customer, ScopeDimensions.None), Listed("USD"), Listed("a").WithPrecedence(1),
            Listed("b").For(Scope.Everything.Only(new CustomerId("C-9"))));

    private static ResolvedPrice Resolved(decimal pieces) =>
        Booked().Price(new ProductId("P-1"), Quantity.Pieces(pieces), default, s_date, Currency.USD);
}
