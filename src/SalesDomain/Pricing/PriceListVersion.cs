using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>What a price list holds over one span of days: the records of its products, and a formula for those without a record.</summary>
/// <remarks>
/// <para>
/// A product may have a record for each unit it is sold in: a price for the case beside that for the piece. An own record comes before the
/// formula. Absent is absent: a product without either has no price here, and one whose price is zero has.
/// </para>
/// <para>Immutable. Equality is by records and formula, whatever the order the records came in.</para>
/// </remarks>
public sealed class PriceListVersion : IEquatable<PriceListVersion>
{
    // By the code of the product its one record, or an array of several in the order of their units' codes.
    private readonly Dictionary<string, object> _items;

    private PriceListVersion(Dictionary<string, object> items, PriceFormula? formula, DateSpan? cumulativeOver = null)
    {
        _items = items;
        Formula = formula;
        CumulativeOver = cumulativeOver;
    }

    /// <summary>A version without records: for one that has a formula, or to build on.</summary>
    public static PriceListVersion Empty { get; } = new(new Dictionary<string, object>(StringComparer.Ordinal), null);

    /// <summary>How the prices of products without a record are computed, or null where they have none.</summary>
    public PriceFormula? Formula { get; }

    /// <summary>
    /// The days whose purchases count for its breaks together, or null where each document counts alone: see <see cref="Cumulative"/>.
    /// </summary>
    public DateSpan? CumulativeOver { get; }

    /// <summary>The products with a record, in ordinal order.</summary>
    public IReadOnlyList<ProductId> Products =>
        Array.AsReadOnly(_items.Keys.OrderBy(code => code, StringComparer.Ordinal).Select(code => new ProductId(code)).ToArray());

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A version.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PriceListVersion? left, PriceListVersion? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A version.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PriceListVersion? left, PriceListVersion? right) => !(left == right);

    /// <summary>A version with many records: the way to read a list of 100,000 products.</summary>
    /// <param name="items">The records by product, in any order.</param>
    /// <returns>The version.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or a record is null.</exception>
    /// <exception cref="ArgumentException">A product is the default value, or has two records for one unit.</exception>
    public static PriceListVersion Of(IEnumerable<(ProductId Product, ItemPrice Price)> items)
    {
        Guard.Against.Null(items);
        var table = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (product, price) in items)
            Add(table, Identifier.Given(product, nameof(items)), Guard.Against.Null(price, nameof(items)), nameof(items));

        return new PriceListVersion(table, null);
    }

    /// <summary>The version with one more record.</summary>
    /// <param name="product">The product.</param>
    /// <param name="price">Its record.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="price"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="product"/> is the default value, or has a record for that unit already.
    /// </exception>
    /// <remarks>The records are copied each time; a list of many products is read by <see cref="Of"/>.</remarks>
    public PriceListVersion With(ProductId product, ItemPrice price)
    {
        Identifier.Given(product);
        Guard.Against.Null(price);
        var table = new Dictionary<string, object>(_items, StringComparer.Ordinal);
        Add(table, product, price, nameof(price));
        return new PriceListVersion(table, Formula, CumulativeOver);
    }

    /// <summary>The version with a formula for products without a record.</summary>
    /// <param name="formula">The formula.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="formula"/> is null.</exception>
    public PriceListVersion WithFormula(PriceFormula formula) => new(_items, Guard.Against.Null(formula), CumulativeOver);

    /// <summary>
    /// The version whose breaks count what was bought before in a period: 60 in March and 40 now reach the break at 100 (累计数量价).
    /// </summary>
    /// <param name="over">
    /// The days of the documents that count together, both ends included, as the year of an agreement. A sale on another day counts alone.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <remarks>
    /// The purchases are facts that come with the sale (<see cref="PurchaseHistory"/>). What was bought before chooses the break and is not
    /// priced again; of graduated breaks it has used up the first steps. A formula takes the breaks of its base list and how they count,
    /// unless its own version declares it.
    /// </remarks>
    public PriceListVersion Cumulative(DateSpan over) => new(_items, Formula, over);

    /// <summary>The records of a product.</summary>
    /// <param name="product">The product.</param>
    /// <returns>The records in the order of their units' codes; none when it has none.</returns>
    /// <exception cref="ArgumentException"><paramref name="product"/> is the default value.</exception>
    public IReadOnlyList<ItemPrice> ItemsOf(ProductId product) =>
        Array.AsReadOnly(_items.TryGetValue(Identifier.Given(product).Code, out var found) ? Several(found).ToArray() : []);

    /// <summary>Whether the other has the same records and formula.</summary>
    /// <param name="other">The version to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PriceListVersion? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Formula == other.Formula && CumulativeOver == other.CumulativeOver
            && _items.Count == other._items.Count
            && _items.All(pair => other._items.TryGetValue(pair.Key, out var items) && Several(pair.Value).SequenceEqual(Several(items))));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PriceListVersion);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(_items.Count, Formula?.GetHashCode() ?? 0);

    /// <summary>The records and the formula, one after the other: <c>P-1: CNY 10.00 per 1 PCE; else of retail less 5%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString()
    {
        var records = _items.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => Several(pair.Value).Select(item => pair.Key + ": " + item));
        records = Formula is null ? records : records.Append("else " + Formula);
        return string.Join("; ", CumulativeOver is { } over ? records.Append("cumulative over " + over) : records);
    }

    /// <summary>The first product, by its code, with a record in another currency; null where there is none.</summary>
    internal (string Product, Currency Currency)? InAnotherCurrency(Currency currency)
    {
        (string Product, Currency Currency)? first = null;
        foreach (var pair in _items)
        {
            foreach (var item in Several(pair.Value))
            {
                if (item.Currency != currency && (first is null || string.CompareOrdinal(pair.Key, first.Value.Product) < 0))
                    first = (pair.Key, item.Currency);
            }
        }

        return first;
    }

    /// <summary>
    /// The record for a unit: the unit's own before all; otherwise of the units it converts to the largest that is not larger, or else the
    /// smallest; null when there is none to convert to.
    /// </summary>
    internal ItemPrice? Find(string product, UnitOfMeasure unit, UnitConversions? conversions, out bool hasOther)
    {
        hasOther = false;
        if (!_items.TryGetValue(product, out var found))
            return null;

        if (found is ItemPrice only)
        {
            if (only.Per.Unit == unit || (conversions is not null && conversions.Knows(unit) && conversions.Knows(only.Per.Unit)))
                return only;
        }
        else
        {
            var several = (ItemPrice[])found;
            foreach (var item in several)
            {
                if (item.Per.Unit == unit)
                    return item;
            }

            if (conversions is not null && conversions.Knows(unit) && Nearest(several, unit, conversions) is { } nearest)
                return nearest;
        }

        hasOther = true;
        return null;
    }

    private static ItemPrice? Nearest(ItemPrice[] several, UnitOfMeasure unit, UnitConversions conversions)
    {
        ItemPrice? larger = null;
        var isSmaller = false;
        foreach (var known in conversions.Units)
        {
            isSmaller |= known == unit;
            if (Array.Find(several, item => item.Per.Unit == known) is not { } item)
                continue;
            if (isSmaller)
                return item;

            larger = item;
        }

        return larger;
    }

    private static IEnumerable<ItemPrice> Several(object found) => found is ItemPrice only ? [only] : (ItemPrice[])found;

    private static void Add(Dictionary<string, object> table, ProductId product, ItemPrice price, string parameterName)
    {
        if (!table.TryGetValue(product.Code, out var found))
        {
            table.Add(product.Code, price);
            return;
        }

        ItemPrice[] several = [.. Several(found).Append(price).OrderBy(item => item.Per.Unit.Code, StringComparer.Ordinal)];
        if (Several(found).Any(item => item.Per.Unit == price.Per.Unit))
            throw Guards.Invalid(parameterName, product + ": " + price, "must have one record for a product and unit");

        table[product.Code] = several;
    }
}
