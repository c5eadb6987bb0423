using System;
using System.Collections.Generic;

namespace SalesDomain.Internal;

/// <summary>Cuts an amount at the edges of its tiers; what both kinds of tiered rate show as portions.</summary>
internal static class RatePortions
{
    internal static IReadOnlyList<RatePortion> Of(TierTable tiers, decimal amount, decimal scale, bool isMirrored, Currency currency)
    {
        var portions = new List<RatePortion>();
        var sign = amount < 0m && isMirrored ? -1m : 1m;
        var rest = amount * sign;
        if (rest < 0m)
        {
            Add(rest, null);
            return portions.AsReadOnly();
        }

        Add(Math.Min(rest, tiers.Lower(0) * scale), null);
        for (var i = 0; i < tiers.Count; i++)
        {
            var upper = tiers.Upper(i) is { } edge && edge * scale < rest ? edge * scale : rest;
            Add(upper - (tiers.Lower(i) * scale), tiers.ValueAt(i));
        }

        if (tiers.Upper(tiers.Count - 1) is { } end)
            Add(rest - (end * scale), null);

        return portions.AsReadOnly();

        void Add(decimal part, decimal? rate)
        {
            // A part of nothing is no portion; a negative one is only that of an unmirrored negative amount.
            if (part > 0m || (part < 0m && rest < 0m))
                portions.Add(new RatePortion(new Money(part * sign, currency), rate is { } value ? Percentage.FromFraction(value) : null));
        }
    }
}
