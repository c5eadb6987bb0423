using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>One record of a price list: what so many units of a product cost, at one price or by breaks.</summary>
/// <remarks>
/// <para>
/// Price × quantity ÷ <see cref="Per"/>: 3.20 for 100 pieces, 10.00 for 1. What is counted for a break is either the quantity in the unit
/// of the breaks (pieces; or kilograms, where the product's <see cref="UnitConversions"/> say what a piece weighs), or the value of the
/// line at the first step's price (<see cref="ByValue"/>). Breaks are all-units, or <see cref="Graduated"/> where that is declared.
/// </para>
/// <para>
/// A price of zero is a price. Outside the breaks there is none: below the first, or above the last of a to-scale. The break goes by the
/// quantity without its sign. Immutable; equality is by all of it.
/// </para>
/// </remarks>
public sealed class ItemPrice : IEquatable<ItemPrice>
{
    // A record without breaks is one small object, as a list may have a million of them.
    private readonly decimal _price;
    private readonly object? _scale;

    private ItemPrice(Currency currency, decimal price, object? scale, Quantity per, bool isGraduated)
    {
        Currency = currency;
        _price = price;
        _scale = scale;
        Per = per;
        IsGraduated = isGraduated;
    }

    /// <summary>The currency of the prices.</summary>
    public Currency Currency { get; }

    /// <summary>For how many units the prices are, above zero: 1, 100 or 1,000 pieces, one case.</summary>
    public Quantity Per { get; }

    /// <summary>Whether each part of a quantity is at the price of its own step, and not all of it at the step it reached.</summary>
    public bool IsGraduated { get; }

    /// <summary>The breaks by quantity, or null.</summary>
    public TieredPrice? Breaks => _scale as TieredPrice;

    /// <summary>The breaks by the value of the line, or null.</summary>
    public StepSchedule<Money, Money>? ValueBreaks => _scale as StepSchedule<Money, Money>;

    /// <summary>The price, or that of the first step.</summary>
    public Money FirstPrice => new(_price, Currency);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A price.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ItemPrice? left, ItemPrice? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A price.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ItemPrice? left, ItemPrice? right) => !(left == right);

    /// <summary>One price for one piece, whatever the quantity.</summary>
    /// <param name="price">The price, zero or more.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="price"/> is negative.</exception>
    public static ItemPrice Of(Money price) => Of(price, Quantity.Pieces(1m));

    /// <summary>One price for so many units: 3.20 for 100 pieces.</summary>
    /// <param name="price">The price, zero or more.</param>
    /// <param name="per">How many units it is for, above zero.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="price"/> is negative, or <paramref name="per"/> not positive.
    /// </exception>
    public static ItemPrice Of(Money price, Quantity per)
    {
        return price.IsNegative
            ? throw Guards.OutOfRange(nameof(price), price.ToString(), "must not be below zero: " + price + " per " + per)
            : new ItemPrice(price.Currency, price.Amount, null, Positive(per), false);
    }

    /// <summary>Prices by breaks, each for one unit of those that are counted.</summary>
    /// <param name="prices">The breaks.</param>
    /// <returns>The record, all-units.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="prices"/> is null.</exception>
    public static ItemPrice Of(TieredPrice prices) => Of(prices, new Quantity(1m, Guard.Against.Null(prices).Unit));

    /// <summary>Prices by breaks, each for so many units: from 10,000 pieces 2.90 for 100 pieces, from 500 kg 9.20 for one piece.</summary>
    /// <param name="prices">The breaks, in the unit that is counted for them.</param>
    /// <param name="per">
    /// How many units the prices are for, above zero; in another unit than the breaks where weight is counted and pieces are sold.
    /// </param>
    /// <returns>The record, all-units.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="prices"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="per"/> is not positive.</exception>
    public static ItemPrice Of(TieredPrice prices, Quantity per)
    {
        Guard.Against.Null(prices);
        return new ItemPrice(prices.Currency, prices.Prices[0].Amount, prices, Positive(per), false);
    }

    /// <summary>Prices by the value of the line: from 5,000.00 on 9.20 for one piece.</summary>
    /// <param name="prices">The prices by value, all in one currency, zero or more.</param>
    /// <param name="per">How many units the prices are for, above zero.</param>
    /// <returns>
    /// The record, all-units. The value is that of the quantity at the first step's price, so that no price decides about itself; what
    /// other products count beside it is worth their own first prices.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="prices"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A price or a break is negative, or <paramref name="per"/> is not positive.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">Two of the amounts have different currencies.</exception>
    public static ItemPrice ByValue(StepSchedule<Money, Money> prices, Quantity per)
    {
        Guard.Against.Null(prices);
        var first = prices.Values[0];
        foreach (var amount in prices.Values.Concat(prices.Bounds))
        {
            if (amount.Currency != first.Currency)
                throw new CurrencyMismatchException(first.Currency, amount.Currency, nameof(prices));
        }

        // In no list yet and of no product: the whole record is what it can be found by.
        foreach (var amount in prices.Values.Append(prices.Bounds[0]))
        {
            if (amount.IsNegative)
            {
                throw Guards.OutOfRange(
                    nameof(prices), amount.ToString(), "must have no price or break below zero: " + prices + " per " + per);
            }
        }

        return new ItemPrice(first.Currency, first.Amount, prices, Positive(per), false);
    }

    /// <summary>The record with each part of a quantity at the price of its own step.</summary>
    /// <remarks>
    /// A price of a piece by breaks of weight or value has no parts that begin with a piece. The same is said in the unit that is counted:
    /// 10.00 for half a kilogram is 20.00 a kilogram, graduated; and by value as a graduated discount of the list price.
    /// </remarks>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException">
    /// There are no breaks by quantity, they count another unit than the price is for, or they do not begin at zero: the first units would
    /// have no price.
    /// </exception>
    public ItemPrice Graduated()
    {
        if (Breaks is not { } breaks || breaks.Unit != Per.Unit)
        {
            throw new InvalidOperationException(
                "Only prices by breaks of the very unit they are for can be graduated: " + this
                + ". By weight they are prices for one kilogram, and by value a graduated discount.");
        }

        return breaks.Side == StepSide.UpTo || breaks.Bounds[0].IsZero
            ? new ItemPrice(Currency, _price, _scale, Per, true)
            : throw new InvalidOperationException("A graduated price begins at zero, and this one at " + breaks.Bounds[0] + ".");
    }

    /// <summary>Whether the other has the same prices for as many units.</summary>
    /// <param name="other">The price to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ItemPrice? other) =>
        other is not null && _price == other._price && Currency == other.Currency && Per == other.Per && IsGraduated == other.IsGraduated
        && Equals(_scale, other._scale);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ItemPrice);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Hash.Of(_price), Currency.GetHashCode(), Per.GetHashCode(), _scale?.GetHashCode() ?? 0);

    /// <summary>The record in words: <c>CNY 3.20 per 100 PCE</c>, <c>from 1 PCE: CNY 10.00, from 100 PCE: CNY 9.20 per 1 PCE</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        (Breaks?.ToString() ?? ValueBreaks?.ToString() ?? FirstPrice.ToString()) + " per " + Per + (IsGraduated ? ", graduated" : "");

    /// <summary>The unit that is counted for a break by quantity.</summary>
    internal UnitOfMeasure CountedUnit => Breaks?.Unit ?? Per.Unit;

    internal bool HasBreaks => _scale is not null;

    /// <summary>The value of an ordered quantity at the first step's price, divided once.</summary>
    internal Money ValueOf(decimal ordered, UnitRatio toPricedUnit) => new(toPricedUnit.Of(_price, ordered, Per.Amount), Currency);

    /// <summary>The same with the values of what counts with it, divided once.</summary>
    internal Money ValueOf(CountedSum others, decimal ordered, UnitRatio toPricedUnit) =>
        new(others.With(_price, ordered, toPricedUnit, Per.Amount, 0).Amount, Currency);

    /// <summary>The ordered quantity that comes to a value at the first step's price, or null where that is zero.</summary>
    internal decimal? OrderedFor(decimal value, UnitRatio toOrderedUnit) =>
        _price == 0m ? null : toOrderedUnit.Of(value, Per.Amount, _price);

    /// <summary>The same beside the values of what counts with it.</summary>
    internal decimal? OrderedFor(decimal value, UnitRatio toOrderedUnit, CountedSum others) =>
        _price == 0m ? null : Ordered(others.LeftTo(value), toOrderedUnit)!.Amount;

    /// <summary>The ordered quantity that has a value at the first step's price, not divided; null where that is zero.</summary>
    internal CountedSum? Ordered(CountedSum value, UnitRatio toOrderedUnit) =>
        _price == 0m ? null : value.In(toOrderedUnit).Scaled(Per.Amount, _price);

    /// <summary>The price at a level: of a quantity in the counted unit, or of a value.</summary>
    internal bool TryPriceAt(decimal level, out decimal price)
    {
        price = _price;
        if (_scale is null)
            return true;

        if (_scale is TieredPrice breaks)
        {
            var found = breaks.TryPriceAt(new Quantity(level, breaks.Unit), out var atBreak);
            price = atBreak.Amount;
            return found;
        }

        var isThere = ValueBreaks!.TryAt(new Money(level, Currency), out var atValue);
        price = atValue.Amount;
        return isThere;
    }

    /// <summary>
    /// The levels at which another price begins or the prices end, rising, and whether that is at the level itself or above it.
    /// </summary>
    internal IEnumerable<(decimal Level, bool IsAtLevel)> Levels()
    {
        var isFrom = (Breaks?.Side ?? ValueBreaks?.Side) == StepSide.From;
        if (Breaks is { } breaks)
        {
            foreach (var bound in breaks.Bounds)
                yield return (bound.Amount, isFrom);
            if (isFrom && breaks.End is { } end)
                yield return (end.Amount, false);
        }
        else if (ValueBreaks is { } byValue)
        {
            if (byValue.HasFloor)
                yield return (byValue.Floor.Amount, false);
            foreach (var bound in byValue.Bounds)
                yield return (bound.Amount, isFrom);
            if (byValue.HasCeiling)
                yield return (byValue.Ceiling.Amount, false);
        }
    }

    private static Quantity Positive(Quantity per)
    {
        Guard.Against.NotPositive(per.Amount, nameof(per));
        return per;
    }
}
