using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Internal;

/// <summary>
/// The rates that convert one currency into another, at most one a day: those quoted in that direction, and on other days those quoted the
/// other way.
/// </summary>
internal sealed class RateSeries
{
    private readonly LocalDate[] _days;
    private readonly ExchangeRate[] _rates;

    private RateSeries(Currency from, Currency to, ExchangeRate[] rates)
    {
        From = from;
        To = to;
        _rates = rates;
        _days = Array.ConvertAll(rates, rate => rate.On);
    }

    internal Currency From { get; }

    internal Currency To { get; }

    /// <summary>The first day with a rate.</summary>
    internal LocalDate FirstDay => _days[0];

    /// <summary>Takes at least one rate, of these two currencies in either direction.</summary>
    internal static RateSeries Of(Currency from, Currency to, IReadOnlyCollection<ExchangeRate> rates)
    {
        var quoted = new HashSet<LocalDate>(rates.Where(rate => rate.From == from).Select(rate => rate.On));
        return new RateSeries(from, to, [.. rates.Where(rate => rate.From == from || !quoted.Contains(rate.On)).OrderBy(rate => rate.On)]);
    }

    /// <summary>The rate of the day or the last one before, if any.</summary>
    internal ExchangeRate? LastBy(LocalDate on)
    {
        var last = SortedDays.LastBy(_days, on);
        return last < 0 ? null : _rates[last];
    }
}
