using System;
using System.Collections.Generic;
using SalesDomain.Pricing;

namespace SalesDomain.Tests.WholeApi;

/// <summary>Samples of discounts on a document.</summary>
internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_discounts = new()
    {
        [typeof(Discount)] = () =>
        [
            TenPercent(), Discount.Percent("b", Percentage.FromPercent(5)).FromQuantity(Quantity.Pieces(2)),
            Discount.OfOrder("order", new Money(1m, Currency.USD)).At(9).FromAmount(new Money(1m, Currency.USD)),
            Discount.PerUnit("c", new Money(1m, Currency.USD), UnitOfMeasure.Piece),
        ],
        [typeof(DiscountBase)] = () => [DiscountBase.List, DiscountBase.Running, DiscountBase.After("USD")],
        [typeof(DiscountDeduction)] = () => [.. DiscountedSale().Lines[0].Deductions],
        [typeof(DiscountSchedule)] = () => [Discounts(), Discounts().RoundingUnitPrices()],
        [typeof(DiscountTotal)] = () => [.. DiscountedSale().Deductions],
        [typeof(DiscountedDocument)] = () => [DiscountedSale(), DiscountSchedule.Of(Rounding.Commercial).Apply(PricedSale())],
        [typeof(DiscountedLine)] = () => [.. DiscountedSale().Lines],
        [typeof(ExclusionGroup)] = () =>
        [
            ExclusionGroup.Of("other", ExclusionRule.Best, "USD", "a"),
            ExclusionGroup.Between("other", ExclusionRule.First, ["USD"], ["a"]),
        ],
        [typeof(FreeGoods)] = () =>
        [
            FreeGoods.Exclusive(Quantity.Pieces(10), Quantity.Pieces(1)),
            FreeGoods.Inclusive(Quantity.Pieces(10), Quantity.Pieces(1)).From(Quantity.Pieces(20)),
            FreeGoods.ForEvery(new Money(3m, Currency.USD), Quantity.Pieces(1)),
            FreeGoods.Tiered(FreeGoods.Exclusive(Quantity.Pieces(10), Quantity.Pieces(1))),
        ],
        [typeof(IEnumerable<string>)] = () => [new[] { "USD", "a" }],
        [typeof(PricedDocument)] = () =>
        [
            PricedSale(),
            PricedDocument.Of(
                Currency.USD, TaxBasis.WithoutTax, s_date,
                PricedLine.OfAmount(2, default, Quantity.Pieces(1), new Money(3m, Currency.USD))),
        ],
        [typeof(PricedLine)] = () =>
        [
            PricedLine.Of(1, default(ScopeSubject).With(new ProductId("P-1")), Quantity.Pieces(2), new Money(3m, Currency.USD)),
            PricedLine.Of(2, default, Quantity.Pieces(1), new Money(3m, Currency.USD)).WithFloor(new Money(2m, Currency.USD)),
            PricedLine.Of(3, default, Quantity.Pieces(1), new Money(3m, Currency.USD)).WithTaxBasis(TaxBasis.WithTax),
            PricedLine.Of(4, default(ScopeSubject).With(PriceKind.Free), Quantity.Pieces(1), new Money(3m, Currency.USD)),
        ],
        [typeof(DocumentCredit)] = () =>
            [SoldDocument().Credit(1, Quantity.Pieces(1)), Refused()],
        [typeof(DocumentCreditLine)] = () =>
            [.. SoldDocument().Credit((1, Quantity.Pieces(1)), (2, Quantity.Pieces(1))).Lines, .. Refused().Lines],
        [typeof(ReturnedDocument)] = () =>
            [SoldDocument(), SoldDocument().Credit(1, Quantity.Pieces(1)).After, SoldDocument().WithFreeGoods()],
        [typeof(ReturnCredit)] = () =>
            [SoldForReturn().Credit(Quantity.Pieces(1)), SoldForReturn().Credit(Quantity.Pieces(3))],
        [typeof(ReturnPolicy)] = () =>
            [ReturnPolicy.AtSalePrice(Rounding.Commercial), ReturnPolicy.AtSalePrice(Rounding.Commercial).RatingTheRest(FallingPrice())],
        [typeof(ReturnedSale)] = () => [SoldForReturn(), SoldForReturn().Credit(Quantity.Pieces(1)).After],
        [typeof(StepSchedule<Quantity, Percentage>)] = () =>
        [
            StepSchedule.From((Quantity.Pieces(2), Percentage.FromPercent(5))),
            StepSchedule.UpTo((Quantity.Pieces(2), Percentage.FromPercent(5))),
        ],
        [typeof(StepSchedule<Money, Percentage>)] = () =>
        [
            StepSchedule.From((new Money(2m, Currency.USD), Percentage.FromPercent(5))),
            StepSchedule.UpTo((new Money(2m, Currency.USD), Percentage.FromPercent(5))),
        ],
    };

    private static Discount TenPercent() => Discount.Percent("USD", Percentage.FromPercent(10));

    // With the names that are the good arguments.
    private static DiscountSchedule Discounts() =>
        DiscountSchedule.Of(
            Rounding.Commercial, TenPercent().At(1), Discount.PerUnit("a", new Money(0.5m, Currency.USD), UnitOfMeasure.Piece).At(2),
            Discount.OfOrder("order", new Money(1m, Currency.USD)).At(9));

    private static PricedDocument PricedSale() =>
        PricedDocument.Of(
            Currency.USD, TaxBasis.WithoutTax, s_date,
            PricedLine.Of(1, default(ScopeSubject).With(new ProductId("P-1")), Quantity.Pieces(2), new Money(3m, Currency.USD)),
            PricedLine.Of(2, default, Quantity.Pieces(1), new Money(3m, Currency.USD)).WithFloor(new Money(2m, Currency.USD)));

    private static ReturnedDocument SoldDocument() => ReturnedDocument.Of(Discounts().Apply(PricedSale()));

    private static DocumentCredit Refused() => SoldDocument().Credit(1, Quantity.Pieces(3));

    private static ReturnedSale SoldForReturn() => ReturnedSale.Of(Line().Build(), ReturnPolicy.AtSalePrice(Rounding.Commercial));

    private static DiscountedDocument DiscountedSale() => Discounts().Apply(PricedSale());
}
