using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>The earlier purchases that count with a sale, each in its own unit until it is known what a break counts.</summary>
/// <remarks>They are added up once for a unit and the beginning of a period, however many lists are asked.</remarks>
internal sealed class EarlierCount : IEquatable<EarlierCount>
{
    private readonly PriceBook _book;
    private readonly EarlierPurchase[] _purchases;
    private readonly ConcurrentDictionary<(UnitOfMeasure Unit, LocalDate? From, LocalDate On), CountedSum> _sums;
    private readonly ConcurrentDictionary<(ValueScale Scale, LocalDate? From, LocalDate On), EarlierValues> _values;

    private EarlierCount(
        PriceBook book, LocalDate on, EarlierPurchase[] purchases,
        ConcurrentDictionary<(UnitOfMeasure Unit, LocalDate? From, LocalDate On), CountedSum> sums,
        ConcurrentDictionary<(ValueScale Scale, LocalDate? From, LocalDate On), EarlierValues> values)
    {
        _book = book;
        On = on;
        _purchases = purchases;
        _sums = sums;
        _values = values;
    }

    /// <summary>The day of the sale: what was bought later is not earlier.</summary>
    internal LocalDate On { get; }

    /// <summary>
    /// What counts of some purchases, in the order of their days; null where there are none, so that nothing is asked about them.
    /// </summary>
    internal static EarlierCount? Of(PriceBook book, LocalDate on, IEnumerable<EarlierPurchase> purchases)
    {
        EarlierPurchase[] all = [.. purchases];
        return all.Length == 0 ? null : new EarlierCount(book, on, all, new(), new());
    }

    /// <summary>The same for a sale on another day.</summary>
    internal EarlierCount At(LocalDate on) => new(_book, on, _purchases, _sums, _values);

    /// <summary>
    /// What was bought on the days of a period up to that of the sale, in the unit of a break, each purchase by how its own product
    /// converts; null where the sale is not in the period, and where nothing is left that was bought.
    /// </summary>
    internal CountedSum? Over(DateSpan period, UnitOfMeasure unit)
    {
        if (!period.Contains(On))
            return null;

        // The sale is in the period, so of the days up to it those of the period are the last.
        var sum = _sums.GetOrAdd((unit, period.Start, On), asked => AddedUp(asked.Unit, asked.From, asked.On));
        return sum.IsPositive ? sum : null;
    }

    /// <summary>
    /// The same by value, each purchase at the first price that its own product has in a list now; null where nothing counts.
    /// </summary>
    internal ValuesCounted? Over(DateSpan period, in ValueScale scale)
    {
        if (!period.Contains(On))
            return null;

        var values = ValuesOf(period, scale).Counted;
        return values.Sum.IsPositive ? values : null;
    }

    /// <summary>How many purchases of a period have no first price in a list and do not count by value, and the first of them.</summary>
    internal (int Count, EarlierPurchase? First) NotValued(DateSpan period, in ValueScale scale)
    {
        if (!period.Contains(On))
            return (0, null);

        var values = ValuesOf(period, scale);
        return (values.WithoutCount, values.FirstWithout);
    }

    /// <summary>The purchases of a period that do not convert to the unit of a break, and so do not count.</summary>
    internal EarlierPurchase[] NotConverted(DateSpan period, UnitOfMeasure unit) =>
        !period.Contains(On) ? []
            : Array.FindAll(
                _purchases,
                purchase => purchase.On <= On && period.Contains(purchase.On)
                    && !_book.TryRatio(purchase.Quantity.Unit, unit, purchase.Product, out _));

    public bool Equals(EarlierCount? other) =>
        other is not null && On == other.On && _purchases.SequenceEqual(other._purchases);

    public override bool Equals(object? obj) => Equals(obj as EarlierCount);

    public override int GetHashCode() => Hash.Combine(On.GetHashCode(), _purchases.Length);

    /// <summary>
    /// Day upon day. What comes back of an earlier period finds nothing to be taken from, and is not owed by what is bought later: so no
    /// day ends below zero.
    /// </summary>
    private CountedSum AddedUp(UnitOfMeasure unit, LocalDate? from, LocalDate until) =>
        AddedUp(
            from, until, (sum, purchase) => _book.TryRatio(purchase.Quantity.Unit, unit, purchase.Product, out var ratio)
                ? sum.With(purchase.Quantity.Amount, ratio) : null);

    private EarlierValues ValuesOf(DateSpan period, in ValueScale scale) =>
        _values.GetOrAdd((scale, period.Start, On), asked => AddedUp(asked.Scale, asked.From, asked.On));

    private EarlierValues AddedUp(ValueScale scale, LocalDate? from, LocalDate until)
    {
        // A list is asked once for the first price of a product in a unit.
        EarlierPurchase[] counted = [.. _purchases.Where(purchase => !(purchase.On < from) && purchase.On <= until)];
        var ofOne = new Dictionary<(ProductId, UnitOfMeasure), ValuedQuantity>();
        var (parts, without) = (new List<ValuedQuantity>(), new List<ProductId>());
        foreach (var same in counted.GroupBy(purchase => (purchase.Product, purchase.Quantity.Unit)))
        {
            var quantity = new Quantity(same.Sum(purchase => purchase.Quantity.Amount), same.Key.Unit);
            if (scale.Of(same.Key.Product, quantity, same.Count()) is { } value)
            {
                ofOne.Add(same.Key, value);
                parts.Add(value);
            }
            else
            {
                without.Add(same.Key.Product);
            }
        }

        ValuedQuantity? Of(EarlierPurchase purchase) =>
            ofOne.TryGetValue((purchase.Product, purchase.Quantity.Unit), out var value) ? value.Of(purchase.Quantity, 1) : null;

        var total = AddedUp(from, until, (sum, purchase) => Of(purchase)?.AddedTo(sum));
        return new EarlierValues(
            ValuesCounted.Of(total, [.. parts], without), counted.Count(purchase => Of(purchase) is null),
            counted.FirstOrDefault(purchase => Of(purchase) is null));
    }

    private CountedSum AddedUp(LocalDate? from, LocalDate until, Func<CountedSum, EarlierPurchase, CountedSum?> add)
    {
        var (sum, day) = (CountedSum.Nothing, until);
        foreach (var purchase in _purchases)
        {
            if (purchase.On < from || purchase.On > until)
                continue;

            var floored = purchase.On == day ? sum : sum.NotBelowZero();
            if (add(floored, purchase) is not { } more)
                continue;

            (sum, day) = (more, purchase.On);
        }

        return sum;
    }
}
