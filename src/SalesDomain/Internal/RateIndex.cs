using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Internal;

/// <summary>
/// Finds the rates of two currencies: a table of slots by the hashes of both, at most half full, so that a look-up is a comparison or two
/// of references.
/// </summary>
internal sealed class RateIndex
{
    private readonly RateSeries?[] _slots;

    private RateIndex(RateSeries?[] slots) => _slots = slots;

    internal static RateIndex Of(IEnumerable<ExchangeRate> rates)
    {
        var pairs = new Dictionary<(Currency From, Currency To), List<ExchangeRate>>();
        foreach (var rate in rates)
        {
            Add((rate.From, rate.To), rate);
            Add((rate.To, rate.From), rate);
        }

        var length = 2;
        while (length < pairs.Count * 2)
            length *= 2;

        var slots = new RateSeries?[length];
        foreach (var series in pairs.Select(pair => RateSeries.Of(pair.Key.From, pair.Key.To, pair.Value)))
        {
            var at = First(slots, series.From, series.To);
            while (slots[at] is not null)
                at = Next(slots, at);

            slots[at] = series;
        }

        return new RateIndex(slots);

        void Add((Currency From, Currency To) pair, ExchangeRate rate)
        {
            if (!pairs.TryGetValue(pair, out var ofPair))
                pairs[pair] = ofPair = [];

            ofPair.Add(rate);
        }
    }

    internal RateSeries? Find(Currency from, Currency to)
    {
        var slots = _slots;
        var at = First(slots, from, to);
        while (slots[at] is { } series)
        {
            if (series.From == from && series.To == to)
                return series;

            at = Next(slots, at);
        }

        return null;
    }

    private static int First(RateSeries?[] slots, Currency from, Currency to)
    {
        var hash = Hash.Combine(from.GetHashCode(), to.GetHashCode());
        return (hash ^ (hash >> 16)) & (slots.Length - 1);
    }

    private static int Next(RateSeries?[] slots, int at) => (at + 1) & (slots.Length - 1);
}
