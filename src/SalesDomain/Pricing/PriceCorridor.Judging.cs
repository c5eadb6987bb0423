using System;
using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <content>Which prices a corridor judges.</content>
public sealed partial class PriceCorridor
{
    /// <summary>Whether the corridor is about such a price of what is in its scope, on whatever day.</summary>
    internal bool IsAbout(PriceObservation observation) =>
        string.Equals(Level, observation.Level, StringComparison.Ordinal) && Judges(observation.Kind);

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

        if (observation.Per.Unit != Per)
            reasons.Add(new Reason("channel.other-unit", ("unit", observation.Per.Unit.Code), ("corridor", Per.Code)));

        var isOtherBasis = observation.TaxBasis != TaxBasis;
        if (isOtherBasis && _taxRate is null)
        {
            reasons.Add(
                new Reason(
                    "channel.other-tax-basis", ("tax basis", observation.TaxBasis.ToString()), ("corridor", TaxBasis.ToString())));
        }

        if (reasons.Count > 0 || bounds is null)
            return PriceFinding.NotJudged(observation, this, reasons);

        var one = (conversion?.Result ?? observation.Price) / observation.Per.Amount;
        var price = !isOtherBasis ? one : TaxBasis == TaxBasis.WithTax ? one * TaxFactor : one / TaxFactor;
        return PriceFinding.Judged(observation, this, bounds, conversion, one, price);
    }

    private bool Judges(SeenPrice kind) =>
        Kind switch
        {
            CorridorKind.AdvertisedMinimum => kind == SeenPrice.Advertised,
            CorridorKind.ContractualMinimum => kind != SeenPrice.Advertised,
            _ => true,
        };

    private PriceCorridor Changed(
        Scope? scope = null, Timeline<CorridorBounds>? versions = null, Percentage? taxRate = null,
        StepSchedule<Percentage, string>? severity = null, int? lookBack = null, DeviationOccurrence? countedBy = null,
        StepSchedule<int, Money>? penalty = null) =>
        new(
            Name, Kind, Level, Currency, Per, TaxBasis, LegalBasis, scope ?? Scope, versions ?? Versions, taxRate ?? _taxRate,
            severity ?? Severity, lookBack ?? LookBack, countedBy ?? CountedBy, penalty ?? Penalty);
}
