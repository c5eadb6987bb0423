using System;
using System.Collections.Generic;
using SalesDomain.Pricing;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_waterfalls = new()
    {
        [typeof(DiscountedLineWaterfall)] = () => [.. DrawnOfDocument().Lines],
        [typeof(DocumentWaterfall)] = () => [DrawnOfDocument()],
        [typeof(Func<DiscountedLine, Money?>)] = () => [(Func<DiscountedLine, Money?>)(_ => new Money(2m, Currency.USD))],
        [typeof(Func<DiscountedLine, Percentage?>)] = () => [(Func<DiscountedLine, Percentage?>)(_ => Percentage.FromPercent(13))],
        [typeof(LineWaterfall)] = () => [Drawn().Lines[0], Drawn().Lines[1]],
        [typeof(PriceWaterfall)] = () => [Drawn().Total, Drawn().Total.WithCost(new Money(2m, Currency.USD))],
        [typeof(SalesWaterfall)] = () => [Drawn()],
        [typeof(WaterfallDeduction)] = () =>
            [WaterfallDeduction.OnInvoice("a", new Money(2.5m, Currency.USD)), WaterfallDeduction.OffInvoice("USD", default(Money))],
        [typeof(WaterfallRule)] = () =>
        [
            WaterfallRule.Percent("USD", WaterfallBase.List, Percentage.FromPercent(3)),
            WaterfallRule.PerUnit("a", new Money(2.5m, Currency.USD), UnitOfMeasure.Piece),
            WaterfallRule.PerUnit("a", new Money(2.5m, Currency.USD), UnitOfMeasure.Piece).GivenBack(),
        ],
        [typeof(WaterfallSchedule)] = () => [Deducted(), WaterfallSchedule.Of(Rounding.Commercial)],
    };

    private static WaterfallSchedule Deducted() => WaterfallSchedule.Of(
        Rounding.Commercial, WaterfallRule.Percent("USD", WaterfallBase.List, Percentage.FromPercent(3)));

    private static DocumentWaterfall DrawnOfDocument() =>
        Deducted().Evaluate(DiscountedSale(), _ => Percentage.FromPercent(13), _ => null);

    private static SalesWaterfall Drawn()
    {
        var unlisted = Line();
        (unlisted.Line, unlisted.ListAmount) = (2, null);
        return Deducted().Evaluate(Currency.USD, [Line().Build(), unlisted.Build()]);
    }
}
