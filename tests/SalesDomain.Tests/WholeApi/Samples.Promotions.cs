using System;
using System.Collections.Generic;
using SalesDomain.Pricing;

namespace SalesDomain.Tests.WholeApi;

/// <summary>Samples of promotions on a document.</summary>
internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_promotions = new()
    {
        [typeof(Coupon)] = () => [Coupon.Of("USD"), Coupon.OfSingleUse("a", "USD"), Coupon.Of("USD").WithMostUsesPerCustomer(1)],
        [typeof(Deal)] = () =>
        [
            OneOfTwoFree(), Deal.ForPrice(2, new Money(1m, Currency.USD)), OneOfTwoFree().AtMost(2).Spreading(),
            OneOfTwoFree().In(UnitOfMeasure.Case),
        ],
        [typeof(DealPart)] = () =>
            [DealPart.Of(1, Scope.Everything.Only(new ProductId("P-1"))), DealPart.Of(2, Scope.Everything.Only(new ProductId("P-2")))],
        [typeof(DealtLine)] = () => [.. DealtSale().Deductions[0].Dealt],
        [typeof(FreeGoodsPromotion)] = () =>
        [
            TenGetOne(), TenGetOne().Giving(new ProductId("P-2")), TenGetOne().AtMost(Quantity.Pieces(1)),
            TenGetOne().Including(PriceKind.Special), TenGetOne().Giving(Scope.Everything.Only(new ProductId("P-2"), new ProductId("P-3"))),
        ],
        [typeof(FreeGoodsProposal)] = () =>
            [.. TenGetOne().Offer(PricedSaleOfTwo(20m)), .. TenGetOne().Giving(new ProductId("Q")).Offer(PricedSaleOfTwo(10m))],
        [typeof(IEnumerable<FreeGoodsPromotion>)] = () => [new[] { TenGetOne() }],
        [typeof(IEnumerable<PromotionUse>)] = () => [new[] { SpringUse() }],
        [typeof(PromotionBudget)] = () =>
        [
            PromotionBudget.OfTotal(new Money(1m, Currency.USD)), PromotionBudget.OfUnit(new Money(1m, Currency.USD)),
            PromotionBudget.OfUnit(new Money(1m, Currency.USD), UnitOfMeasure.Case),
            PromotionBudget.OfTotal(new Money(1m, Currency.USD)).AllOrNothing(),
        ],
        [typeof(PromotionHistory)] = () => [PromotionHistory.Of(SpringUse()), PromotionHistory.None],
        [typeof(PromotionUse)] = () => [SpringUse(), SpringUse().By(new CustomerId("c")), SpringUse().Counting(2)],
        [typeof(StepSchedule<Money, Quantity>)] = () =>
        [
            StepSchedule.From((new Money(1m, Currency.USD), Quantity.Pieces(2))),
            StepSchedule.UpTo((new Money(1m, Currency.USD), Quantity.Pieces(2))),
        ],
        [typeof(StepSchedule<Quantity, Money>)] = () =>
        [
            StepSchedule.From((Quantity.Pieces(2), new Money(1m, Currency.USD))),
            StepSchedule.UpTo((Quantity.Pieces(2), new Money(1m, Currency.USD))),
        ],
    };

    private static Deal OneOfTwoFree() => Deal.CheapestFree(2, 1);

    private static PromotionUse SpringUse() => PromotionUse.Of("USD", new Money(1m, Currency.USD));

    private static FreeGoodsPromotion TenGetOne() =>
        FreeGoodsPromotion.Of("USD", FreeGoods.Exclusive(Quantity.Pieces(10), Quantity.Pieces(1)));

    private static PricedDocument PricedSaleOfTwo(decimal pieces) =>
        PricedDocument.Of(
            Currency.USD, TaxBasis.WithoutTax, s_date,
            PricedLine.Of(1, default(ScopeSubject).With(new ProductId("P-1")), Quantity.Pieces(pieces), new Money(3m, Currency.USD)),
            PricedLine.Of(2, default(ScopeSubject).With(new ProductId("P-2")), Quantity.Pieces(pieces), new Money(5m, Currency.USD)));

    private static DiscountedDocument DealtSale() =>
        DiscountSchedule.Of(Rounding.Commercial, Discount.OfDeal("USD", OneOfTwoFree())).Apply(PricedSaleOfTwo(1m));
}
