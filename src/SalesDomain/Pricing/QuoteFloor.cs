using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Pricing;

/// <summary>
/// The lowest price of a line on a day, in the currency of the quotation: what it states, or that of the table of the house.
/// </summary>
internal readonly struct QuoteFloor
{
    private readonly ScopeEntry<ItemPrice>? _unconverted;

    private QuoteFloor(Money? price, UnitOfMeasure? unit, Conversion conversion, ScopeEntry<ItemPrice>? unconverted)
    {
        Price = price;
        Unit = unit;
        Conversion = conversion;
        _unconverted = unconverted;
    }

    /// <summary>The lowest price of one of the unit, converted and not rounded; null without a floor, or a rate.</summary>
    internal Money? Price { get; }

    internal UnitOfMeasure? Unit { get; }

    /// <summary>How a floor of the house came to its price, in the same currency also.</summary>
    internal Conversion Conversion { get; }

    /// <summary>Whether there is a floor, and no rate for it.</summary>
    internal bool HasNoRate => _unconverted is not null;

    internal static QuoteFloor Of(QuotationRules rules, QuoteRequest request, QuoteLine line, in ScopeSubject soldAs, LocalDate on)
    {
        if (line.Floor is { } stated)
            return new QuoteFloor(stated, line.FloorUnit, default, null);
        if (rules.Floors?.Resolve(soldAs, on).Winner is not { } entry)
            return default;

        var unit = entry.Value.Per.Unit;
        return rules.Prices.TryConvert(entry.Value.FirstPrice, request.Currency, on, out var conversion)
            ? new QuoteFloor(conversion.Result, unit, conversion, null) : new QuoteFloor(null, unit, default, entry);
    }

    /// <summary>That there is no rate, and what is missing; nothing where there is one.</summary>
    internal IEnumerable<Reason> Reasons(QuotationRules rules, QuoteRequest request, QuoteLine line)
    {
        if (_unconverted is not { } entry)
            yield break;

        var from = entry.Value.Currency;
        yield return new Reason(
            "pricing.quote-floor-no-rate", ("line", (decimal)line.Number), ("floor", entry.Name), ("price", entry.Value.FirstPrice),
            ("currency", request.Currency.Code), ("on", request.Date));
        foreach (var missing in rules.Prices.Rates?.Missing(from, request.Currency, request.Date) ?? [])
            yield return missing;
    }
}
