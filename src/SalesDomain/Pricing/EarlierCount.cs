using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>The earlier purchases that count with a sale, in the unit that is ordered.</summary>
/// <remarks>
/// They are added up once, day upon day: what a list counts over its period is the difference of two sums, however many lists are asked.
/// </remarks>
internal sealed class EarlierCount : IEquatable<EarlierCount>
{
    private readonly EarlierPurchase[] _purchases;
    private readonly EarlierPurchase[] _others;
    private readonly LocalDate[] _days;
    private readonly EarlierSum[] _upTo;

    private EarlierCount(PriceBook book, UnitOfMeasure unit, LocalDate on, EarlierPurchase[] purchases)
    {
        var (days, upTo, others) = (new List<LocalDate>(), new List<EarlierSum>(), new List<EarlierPurchase>());
        var sum = EarlierSum.Nothing;
        foreach (var purchase in purchases)
        {
            if (!book.TryRatio(purchase.Quantity.Unit, unit, purchase.Product, out var ratio))
            {
                others.Add(purchase);
                continue;
            }

            sum = sum.With(purchase.Quantity.Amount, ratio);
            days.Add(purchase.On);
            upTo.Add(sum);
        }

        Unit = unit;
        On = on;
        _purchases = purchases;
        _others = [.. others];
        _days = [.. days];
        _upTo = [.. upTo];
    }

    private EarlierCount(EarlierCount count, LocalDate on)
    {
        Unit = count.Unit;
        On = on;
        _purchases = count._purchases;
        _others = count._others;
        _days = count._days;
        _upTo = count._upTo;
    }

    /// <summary>The unit that is ordered.</summary>
    internal UnitOfMeasure Unit { get; }

    /// <summary>The day of the sale: what was bought later is not earlier.</summary>
    internal LocalDate On { get; }

    /// <summary>
    /// What counts of some purchases, in the order of their days; null where there are none, so that nothing is asked about them.
    /// </summary>
    internal static EarlierCount? Of(PriceBook book, UnitOfMeasure unit, LocalDate on, IEnumerable<EarlierPurchase> purchases)
    {
        EarlierPurchase[] all = [.. purchases];
        return all.Length == 0 ? null : new EarlierCount(book, unit, on, all);
    }

    /// <summary>The same for a sale on another day.</summary>
    internal EarlierCount At(LocalDate on) => new(this, on);

    /// <summary>
    /// What was bought on the days of a period up to that of the sale; null where the sale is not in it, and where no more was bought than
    /// came back.
    /// </summary>
    internal EarlierSum? Over(DateSpan period)
    {
        if (!period.Contains(On))
            return null;

        // The sale is in the period, so of the days up to it those of the period are the last.
        var before = period.Start is { } start ? CountTo(start, isCounted: false) : 0;
        var until = CountTo(On, isCounted: true);
        if (until <= before)
            return null;

        var sum = before == 0 ? _upTo[until - 1] : _upTo[until - 1].Less(_upTo[before - 1]);
        return sum.IsPositive ? sum : null;
    }

    /// <summary>The purchases of a period that do not convert to the ordered unit, and so do not count.</summary>
    internal EarlierPurchase[] NotConverted(DateSpan period) =>
        period.Contains(On) ? Array.FindAll(_others, purchase => purchase.On <= On && period.Contains(purchase.On)) : [];

    public bool Equals(EarlierCount? other) =>
        other is not null && Unit == other.Unit && On == other.On && _purchases.SequenceEqual(other._purchases);

    public override bool Equals(object? obj) => Equals(obj as EarlierCount);

    public override int GetHashCode() => Hash.Combine(Unit.GetHashCode(), On.GetHashCode(), _purchases.Length);

    /// <summary>How many of the purchases that convert are before a day, or up to it.</summary>
    private int CountTo(LocalDate day, bool isCounted)
    {
        var (low, high) = (0, _days.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (_days[middle] < day || (isCounted && _days[middle] == day))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
