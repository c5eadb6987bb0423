using System;
using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <content>Which prices a corridor judges.</content>
public sealed partial class PriceCorridor
{
    /// <summary>Whether the corridor is about the price, on whatever day.</summary>
    internal bool IsAbout(PriceObservation observation) =>
        string.Equals(Level, observation.Level, StringComparison.Ordinal) && Judges(observation.Kind) && Scope.Matches(observation.Subject);

    /// <summary>Whether a price could come under both, of one kind, on one day: nobody could say which version it is held to.</summary>
    internal bool CollidesWith(PriceCorridor other)
    {
        if (Kind != other.Kind || !string.Equals(Level, other.Level, StringComparison.Ordinal) || !Scope.Overlaps(other.Scope))
            return false;

        foreach (var entry in Versions.Entries)
        {
            foreach (var another in other.Versions.Entries)
            {
                if (entry.Span.Overlaps(another.Span))
                    return true;
            }
        }

        return false;
    }

    internal PriceFinding Judge(PriceObservation observation, ExchangeRates? rates)
    {
        var reasons = new List<Reason>();
        if (!Versions.TryAt(observation.Date, out var bounds))
            reasons.Add(new Reason("channel.no-version", ("corridor", Name), ("on", observation.Date)));

        var conversion = default(Conversion?);
        if (observation.Price.Currency != Currency)
        {
            if (rates is null)
            {
                reasons.Add(
                    new Reason("channel.other-currency", ("currency", observation.Price.Currency.Code), ("corridor", Currency.Code)));
            }
            else if (rates.TryConvert(observation.Price, Currency, observation.Date, out var converted))
            {
                conversion = converted;
            }
            else
            {
                reasons.AddRange(rates.Missing(observation.Price.Currency, Currency, observation.Date));
            }
        }

        var isOtherBasis = observation.TaxBasis != TaxBasis;
        if (isOtherBasis && _taxRate is null)
        {
            reasons.Add(
                new Reason(
                    "channel.other-tax-basis", ("tax basis", observation.TaxBasis.ToString()), ("corridor", TaxBasis.ToString())));
        }


        if (reasons.Count > 0 || bounds is null)
            return PriceFinding.NotJudged(observation, this, reasons);

        var price = conversion?.Result ?? observation.Price;
        if (isOtherBasis)
            price = TaxBasis == TaxBasis.WithTax ? price * TaxFactor : price / TaxFactor;
        return PriceFinding.Judged(observation, this, bounds, conversion, price);
    }

    private bool Judges(SeenPrice kind) =>
        Kind == CorridorKind.Recommended || (Kind == CorridorKind.AdvertisedMinimum) == (kind == SeenPrice.Advertised);

    private PriceCorridor Changed(
        Scope? scope = null, Timeline<CorridorBounds>? versions = null, Percentage? taxRate = null,
        StepSchedule<Percentage, string>? severity = null, int? lookBack = null, StepSchedule<int, Money>? penalty = null) =>
        new(
            Name, Kind, Level, Currency, TaxBasis, LegalBasis, scope ?? Scope, versions ?? Versions, taxRate ?? _taxRate,
            severity ?? Severity, lookBack ?? LookBack, penalty ?? Penalty);
}
