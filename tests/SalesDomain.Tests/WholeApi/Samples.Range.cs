using System;
using System.Collections.Generic;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.WholeApi;

/// <summary>Samples of the range and of new products.</summary>
internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_range = new()
    {
        [typeof(MixShare)] = () => [Mixed("USD", "a").Of("USD"), Mixed("USD", "a").Unassigned],
        [typeof(MixShift<string>)] = () => [Mixed("USD", "a").ShiftFrom(Mixed("USD", "b"))],
        [typeof(MixShift<Money>)] = () =>
            [Mixed(default, new Money(1m, Currency.USD)).ShiftFrom(Mixed(default, new Money(2m, Currency.USD)))],
        [typeof(NewProductBuyers)] = () => [NewProductsSold().Buyers],
        [typeof(NewProductDistribution)] = () => [NewProductsSold().Buyers.DistributionAmong([new CustomerId("C-1")])],
        [typeof(NewProductLine)] = () => [.. NewProductsSold().Products],
        [typeof(NewProductRule)] = () => [NewProducts(), NewProducts().WithRepeatOrders(3), NewProducts().CountingUndatedAsOld()],
        [typeof(NewProductSales)] = () => [NewProductsSold()],
        [typeof(RangeLine<string>)] = () => [.. Ranged("USD", "a").Review(Mixed("USD", "a")).Lines],
        [typeof(RangeLine<Money>)] = () =>
            [.. Ranged(default, new Money(1m, Currency.USD)).Review(Mixed(default, new Money(1m, Currency.USD))).Lines],
        [typeof(RangePlan<string>)] = () => [Ranged("USD", "a"), Ranged("USD", "a").AsWhole()],
        [typeof(RangePlan<Money>)] = () => [Ranged(default, new Money(1m, Currency.USD)), Ranged(default, new Money(2m, Currency.USD))],
        [typeof(RangeReview<string>)] = () => [Ranged("USD", "a").Review(Mixed("USD", "b"))],
        [typeof(RangeReview<Money>)] = () =>
            [Ranged(default, new Money(1m, Currency.USD)).Review(Mixed(default, new Money(2m, Currency.USD)))],
        [typeof(RangeTarget<string>)] = () => [.. Ranged("USD", "a").Targets],
        [typeof(RangeTarget<Money>)] = () => [.. Ranged(default, new Money(1m, Currency.USD)).Targets],
        [typeof(SalesMix<string>)] = () => [Mixed("USD", "a"), Mixed("USD", "b"), Mixed("USD", "b").Only(["USD"])],
        [typeof(SalesMix<Money>)] = () => [Mixed(default, new Money(1m, Currency.USD)), Mixed(default, new Money(2m, Currency.USD))],
        [typeof(ShareShift)] = () => [Mixed("USD", "a").ShiftFrom(Mixed("USD", "b")).Of("USD")],
    };

    private static SalesMix<TKey> Mixed<TKey>(TKey first, TKey second)
        where TKey : notnull =>
        SalesMix.Of((first, MarginOf(3m)), (second, MarginOf(1m)));

    private static RangePlan<TKey> Ranged<TKey>(TKey first, TKey second)
        where TKey : notnull =>
        RangePlan.Of(
            Measure.Margin, RangeTarget.Around(first, Percentage.FromPercent(60), 10m),
            RangeTarget.AtLeast(second, Percentage.FromPercent(30)));

    private static NewProductRule NewProducts() => NewProductRule.Of(ActualRule.OfSales(Measure.Margin, Currency.USD, Stage.Invoiced), 12);

    private static NewProductSales NewProductsSold() => NewProducts().Evaluate(DateSpan.OfYear(2026), [(new ProductId("P-1"), s_date)], []);
}
