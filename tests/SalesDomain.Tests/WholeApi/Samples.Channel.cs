using System;
using System.Collections.Generic;
using SalesDomain.Pricing;

namespace SalesDomain.Tests.WholeApi;

/// <summary>Samples of prices through the channel.</summary>
internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_channel = new()
    {
        [typeof(CorridorBounds)] = () =>
            [CorridorBounds.AtLeast(new Money(1m, Currency.USD)), CorridorBounds.Between(new(1m, Currency.USD), new(2m, Currency.USD))],
        [typeof(DealerEconomics)] = () => [DealerSide(12), DealerSide(3)],
        [typeof(LadderMargin)] = () => [.. Laddered().From("USD", new Money(2m, Currency.USD)).Margins.Lines],
        [typeof(LadderMargins)] = () => [Laddered().Margins(s_date, Stated())],
        [typeof(LadderPrice)] = () => [.. Laddered().From("USD", new Money(2m, Currency.USD)).Prices],
        [typeof(LadderPrices)] = () => [Laddered().From("USD", new Money(2m, Currency.USD))],
        [typeof(MakerEconomics)] = () => [MakerSide(), MakerSide().OnRevenueBeforeRebate()],
        [typeof(PriceCorridor)] = () => [Guarded(), Guarded().WithLookBack(30)],
        [typeof(PriceDrop)] = () => [Dropped(1m), Dropped(1.5m)],
        [typeof(PriceFinding)] = () => [.. PriceWatch.Of(Guarded()).Judge([Sighted(), Sighted("O-2")])],
        [typeof(PriceLadder)] = () => [Laddered(), PriceLadder.Of(Currency.USD, PriceLevel.First("USD"))],
        [typeof(PriceLevel)] = () => [PriceLevel.First("USD"), PriceLevel.ByMargin("a", Percentage.FromPercent(20))],
        [typeof(PriceObservation)] = () => [Sighted(), Sighted("O-2")],
        [typeof(PriceProtection)] = () => [PriceProtection.OfAnyDay(Rounding.Commercial), PriceProtection.Of(Rounding.Commercial, 30)],
        [typeof(PriceProtectionClaim)] = () => [Credited("SO-1"), Credited("CN-2")],
        [typeof(PriceProtectionResult)] = () =>
            [PriceProtection.Of(Rounding.Commercial, 30).Evaluate(Dropped(1m), Stocked(2m), [Line().Build()], [])],
        [typeof(PriceWatch)] = () => [PriceWatch.Of(Guarded()), PriceWatch.Of(Guarded().WithLookBack(30))],
        [typeof(ProtectedStock)] = () => [Stocked(2m), Stocked(3m)],
        [typeof(RebateRange)] = () =>
        [
            RebateRange.Of(new Money(10m, Currency.USD), DealerSide(12), MakerSide()),
            RebateRange.Of(new Money(10m, Currency.USD), DealerSide(3), MakerSide().OnRevenueBeforeRebate()),
        ],
        [typeof(StatedPrice)] = () => [Stated(), StatedPrice.Of("USD", new Money(3m, Currency.USD), DateSpan.OfYear(2027), "visit")],
        [typeof(StepSchedule<int, Money>)] = () =>
        [
            StepSchedule.From((1, new Money(1m, Currency.USD)), (2, new Money(2m, Currency.USD))),
            StepSchedule.UpTo((1, new Money(1m, Currency.USD))),
        ],
    };

    private static PriceLadder Laddered() =>
        PriceLadder.Of(Currency.USD, PriceLevel.First("USD"), PriceLevel.ByMargin("a", Percentage.FromPercent(20)));

    private static StatedPrice Stated() => StatedPrice.Of("USD", new Money(2m, Currency.USD), DateSpan.OfYear(2026), "visit");

    // In no force on the days that are good arguments, so that a version can be added there.
    private static PriceCorridor Guarded() =>
        PriceCorridor.Of(
                "USD", CorridorKind.ContractualMinimum, "USD", Currency.USD, UnitOfMeasure.Piece, TaxBasis.WithTax, "clause 7")
            .During(DateSpan.OfYear(1990), CorridorBounds.AtLeast(new Money(1m, Currency.USD)));

    private static PriceObservation Sighted(string id = "SO-1") =>
        PriceObservation.Of(
            new DocumentId(id), s_date, "USD", default(ScopeSubject).With(new ProductId("P-1")), new Money(2.5m, Currency.USD),
            Quantity.Pieces(1), TaxBasis.WithTax, SeenPrice.Shelf);

    private static DealerEconomics DealerSide(int months) =>
        DealerEconomics.Of(
            new Money(1m, Currency.USD), new Money(2m, Currency.USD), new Money(3m, Currency.USD), Percentage.FromPercent(30), months);

    private static MakerEconomics MakerSide() => MakerEconomics.Of(new Money(4m, Currency.USD), Percentage.FromPercent(20));

    private static PriceDrop Dropped(decimal to) =>
        PriceDrop.Of(
            new CustomerId("C-1"), new ProductId("P-1"), s_date, new Money(2m, Currency.USD), new Money(to, Currency.USD),
            UnitOfMeasure.Piece, TaxBasis.WithoutTax);

    private static ProtectedStock Stocked(decimal pieces) => ProtectedStock.AtChange(Quantity.Pieces(pieces));

    private static PriceProtectionClaim Credited(string id) =>
        PriceProtectionClaim.Of(new DocumentId(id), Dropped(1m), Quantity.Pieces(2), new Money(2m, Currency.USD));
}
