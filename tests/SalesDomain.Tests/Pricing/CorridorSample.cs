using NodaTime;
using SalesDomain.Pricing;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pricing;

/// <summary>A corridor of each kind for a shelf price of about 10.00 with tax, and prices seen.</summary>
internal static class CorridorSample
{
    internal static LocalDate Day { get; } = new(2026, 3, 31);

    internal static StepSchedule<Percentage, string> Severity { get; } =
        StepSchedule.From((Percent(0), "slight"), (Percent(3), "serious"), (Percent(10), "grave"));

    internal static PriceCorridor Recommended { get; } =
        Corridor("recommended", CorridorKind.Recommended, CorridorBounds.Between(Cny(9.50m), Cny(10.50m)));

    internal static PriceCorridor Maximum { get; } = Corridor("maximum", CorridorKind.Maximum, CorridorBounds.AtMost(Cny(11m)));

    internal static PriceCorridor Advertised { get; } =
        Corridor("advertised", CorridorKind.AdvertisedMinimum, CorridorBounds.AtLeast(Cny(9.50m)));

    internal static PriceCorridor Contractual { get; } =
        Corridor("contract", CorridorKind.ContractualMinimum, CorridorBounds.AtLeast(Cny(9m))).WithSeverity(Severity).WithLookBack(30);

    internal static PriceObservation Seen(
        int number, decimal price, int dayOffset = 0, SeenPrice kind = SeenPrice.Shelf, string? dealer = "D-1", string? place = "West",
        string product = "P-1", decimal pieces = 1m)
    {
        var subject = default(ScopeSubject).With(new ProductId(product));
        if (dealer is not null)
            subject = subject.With(new CustomerId(dealer));
        if (place is not null)
            subject = subject.With(new TerritoryId(place));
        return PriceObservation.Of(
            new DocumentId("OBS-" + number), Day.PlusDays(dayOffset), "shelf", subject, Cny(price), Quantity.Pieces(pieces),
            TaxBasis.WithTax, kind);
    }

    internal static PriceCorridor Corridor(string name, CorridorKind kind, CorridorBounds bounds) =>
        PriceCorridor.Of(
                name, kind, "shelf", Currency.CNY, UnitOfMeasure.Piece, TaxBasis.WithTax, "clause 7 of the dealer contract")
            .During(DateSpan.OfYear(2026), bounds);
}
