using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>At what price a return is credited: at that of the sale, and whether what is kept loses its quantity price.</summary>
/// <remarks>
/// The price is always that of the original sale, never looked up again: a promotion that is over is credited as it was given. What counts
/// beside or before changes nothing without <see cref="Price"/>. Immutable; equality is by rounding, prices, what is counted beside or was
/// bought before, units, and the smallest quantity.
/// </remarks>
public sealed class ReturnPolicy : IEquatable<ReturnPolicy>
{
    private ReturnPolicy(
        Rounding rounding, ItemPrice? price = null, Quantity? countedBeside = null, UnitConversions? units = null,
        Quantity? boughtBefore = null, Money? valueBoughtBefore = null, Quantity? smallest = null)
    {
        Rounding = rounding;
        Price = price;
        CountedBeside = countedBeside;
        Units = units;
        BoughtBefore = boughtBefore;
        ValueBoughtBefore = valueBoughtBefore;
        Smallest = smallest;
    }

    /// <summary>How a credit is rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>The net prices by which what is kept is rated anew, as they were at the sale; null where it keeps its price.</summary>
    public ItemPrice? Price { get; }

    /// <summary>The breaks by quantity of <see cref="Price"/>, or null.</summary>
    public TieredPrice? Breaks => Price?.Breaks;

    /// <summary>How the units of the product convert; null where only the unit of the sale is known.</summary>
    public UnitConversions? Units { get; }

    /// <summary>
    /// What else of the same document counted for the breaks at the sale and stays with the customer, at the price of this line; null where
    /// the line counted alone. What other documents bought is <see cref="BoughtBefore"/>.
    /// </summary>
    public Quantity? CountedBeside { get; }

    /// <summary>
    /// What was bought before in other documents and counted for the breaks by quantity of this one, each piece at its own price; null
    /// where nothing did.
    /// </summary>
    public Quantity? BoughtBefore { get; }

    /// <summary>The value that counted so for breaks by value; null where nothing did.</summary>
    public Money? ValueBoughtBefore { get; }

    /// <summary>
    /// The smallest quantity that comes back, in whose multiples returns are cut and in whose unit they are counted; null where it is one
    /// of the unit of the sale, or of the last decimal place of what was sold and came back.
    /// </summary>
    public Quantity? Smallest { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A policy.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ReturnPolicy? left, ReturnPolicy? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A policy.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ReturnPolicy? left, ReturnPolicy? right) => !(left == right);

    /// <summary>Credits a return at the net price of the sale.</summary>
    /// <param name="rounding">How a credit is rounded.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    public static ReturnPolicy AtSalePrice(Rounding rounding) =>
        new(Guard.Against.Null(rounding));

    /// <summary>The policy in which what is kept is rated by its own quantity: the price of a quantity that came back is lost.</summary>
    /// <param name="breaks">The net unit prices by quantity, as they were at the sale, all-units.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="breaks"/> is null.</exception>
    /// <remarks>What is lost is the difference of what the breaks say: a special price below both keeps its distance.</remarks>
    public ReturnPolicy RatingTheRest(TieredPrice breaks) => RatingTheRest(ItemPrice.Of(Guard.Against.Null(breaks)));

    /// <summary>The same where more than the line counted for the breaks: the rest of the product on its document.</summary>
    /// <param name="breaks">The net unit prices by quantity, as they were at the sale, all-units.</param>
    /// <param name="countedBeside">What else counted and stays with the customer, zero or more, in the unit of the breaks.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="breaks"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="countedBeside"/> is negative.</exception>
    /// <exception cref="UnitMismatchException"><paramref name="countedBeside"/> is in another unit than the breaks.</exception>
    /// <inheritdoc cref="RatingTheRest(ItemPrice, Quantity)" path="/remarks"/>
    public ReturnPolicy RatingTheRest(TieredPrice breaks, Quantity countedBeside)
    {
        Guard.Against.Null(breaks);
        return countedBeside.Unit == breaks.Unit ? RatingTheRest(ItemPrice.Of(breaks), countedBeside)
            : throw new UnitMismatchException(breaks.Unit, countedBeside.Unit, nameof(countedBeside));
    }

    /// <summary>
    /// The policy in which what is kept is rated by its own quantity, in the mode of the record that priced the sale: all-units or
    /// graduated, up to or from a bound, by quantity, weight or value, for one unit or for a hundred.
    /// </summary>
    /// <param name="price">The record with the net prices, as they were at the sale.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="price"/> is null.</exception>
    /// <remarks>
    /// A line that was sold at the record is kept at it: sale less credits is what is kept, priced by the record and rounded, to the cent.
    /// What was sold at another price keeps its distance: what is lost is the difference of what the record says. Where the record counts
    /// or prices another unit than that of the sale, add <see cref="WithUnits"/>.
    /// </remarks>
    public ReturnPolicy RatingTheRest(ItemPrice price) =>
        new(Rounding, Guard.Against.Null(price), countedBeside: null, Units, BoughtBefore, ValueBoughtBefore, Smallest);

    /// <summary>The same where more than the line counted for the breaks: the rest of the product on its own document.</summary>
    /// <param name="price">The record with the net prices, as they were at the sale.</param>
    /// <param name="countedBeside">What else counted and stays with the customer, zero or more, in the unit of the sale.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="price"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="countedBeside"/> is negative.</exception>
    /// <remarks>
    /// What stays of it loses the price as well, and the return of this line bears that. Where several lines of the product come back in
    /// parts, give them as one sale, with their quantities and nets together: two sales that count each other would both bear it.
    /// </remarks>
    public ReturnPolicy RatingTheRest(ItemPrice price, Quantity countedBeside)
    {
        Guard.Against.Null(price);
        Guard.Against.Below(0m, countedBeside.Amount, nameof(countedBeside));
        return new ReturnPolicy(Rounding, price, countedBeside, Units, BoughtBefore, ValueBoughtBefore, Smallest);
    }

    /// <summary>
    /// The policy for a sale by a list that counts over documents (<see cref="PriceListVersion.Cumulative"/>): what was bought before went
    /// into the step of the sale, kept its own price, and loses nothing when this sale comes back.
    /// </summary>
    /// <param name="boughtBefore">
    /// What counted at the sale (<see cref="ResolvedPrice.BoughtBefore"/>), zero or more, in the unit of the sale or one that the product
    /// converts.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="boughtBefore"/> is negative.</exception>
    /// <remarks>
    /// What is kept is at the step of before + kept, or, graduated, costs amount(before + kept) − amount(before): of 80 bought after 60 at
    /// 10.00 or from 100 on at 9.20, 50 come back; 90 do not reach the step, so the 30 that are kept cost 300.00. It takes the place of a
    /// value that was given.
    /// </remarks>
    public ReturnPolicy WithBoughtBefore(Quantity boughtBefore)
    {
        Guard.Against.Below(0m, boughtBefore.Amount, nameof(boughtBefore));
        return new ReturnPolicy(Rounding, Price, CountedBeside, Units, boughtBefore, valueBoughtBefore: null, Smallest);
    }

    /// <summary>The same for a sale at breaks by value, for which what was bought before counted by its own first price.</summary>
    /// <param name="boughtBefore">
    /// What counted at the sale (<see cref="ResolvedPrice.ValueBoughtBefore"/>), zero or more, in the currency of the record.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="boughtBefore"/> is negative.</exception>
    /// <remarks>
    /// What is kept is at the step of before + its own value at the first price: 10 at 30.00, or at 27.00 from 700.00 on, were bought after
    /// 400.00; 1 comes back, 670.00 do not reach the step, and the 9 that are kept cost 270.00. It takes the place of a quantity that was
    /// given.
    /// </remarks>
    public ReturnPolicy WithBoughtBefore(Money boughtBefore)
    {
        Guard.Against.Below(0m, boughtBefore.Amount, nameof(boughtBefore));
        return new ReturnPolicy(Rounding, Price, CountedBeside, Units, boughtBefore: null, boughtBefore, Smallest);
    }

    /// <summary>The same with what counted at the sale, a quantity or a value, as its breaks have it.</summary>
    /// <param name="sale">The price of the sale, as the book found it.</param>
    /// <returns>The changed copy.</returns>
    public ReturnPolicy WithBoughtBefore(ResolvedPrice sale) =>
        sale.ValueBoughtBefore is { } value ? WithBoughtBefore(value) : WithBoughtBefore(sale.BoughtBefore);

    /// <summary>The policy for a product with several units: sold by the piece, with breaks by weight.</summary>
    /// <param name="units">How the units of the product convert.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> is null.</exception>
    public ReturnPolicy WithUnits(UnitConversions units) =>
        new(Rounding, Price, CountedBeside, Guard.Against.Null(units), BoughtBefore, ValueBoughtBefore, Smallest);

    /// <summary>The policy for what does not come back by the whole unit of the sale: metres to the tenth, pieces of a case.</summary>
    /// <param name="smallest">
    /// The smallest quantity that comes back, above zero; in another unit than the sale, where the product has several, returns are counted
    /// in that.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="smallest"/> is not positive.</exception>
    /// <remarks>
    /// A credit is no less for being given in one piece: it is the greatest that any multiple of this, up to what came back, would have
    /// been credited with. What comes back need not be a multiple itself. Of 10 cases sold, a piece comes back where this is 1 piece, and
    /// <see cref="WithUnits"/> says how many a case has.
    /// </remarks>
    public ReturnPolicy InMultiplesOf(Quantity smallest)
    {
        Guard.Against.NotPositive(smallest.Amount, nameof(smallest));
        return new ReturnPolicy(Rounding, Price, CountedBeside, Units, BoughtBefore, ValueBoughtBefore, smallest);
    }

    /// <summary>Whether a quantity of one unit can be said in another.</summary>
    internal bool Converts(UnitOfMeasure unit, UnitOfMeasure to) =>
        unit == to || (Units is not null && Units.Knows(unit) && Units.Knows(to));

    internal UnitRatio RatioTo(UnitOfMeasure unit, UnitOfMeasure to) => unit == to ? default : Units!.RatioOf(unit, to);

    internal Quantity In(UnitOfMeasure unit, Quantity quantity) =>
        quantity.Unit == unit ? quantity : Units!.Convert(quantity, unit);

    /// <summary>What of a unit lies on each bound of the breaks, above what was bought before.</summary>
    internal IEnumerable<Quantity> AtBounds(UnitOfMeasure unit)
    {
        if (Price is not { } record)
            return [];

        // A first price of zero never comes to a value.
        return record.Breaks is { } breaks ? breaks.Bounds.Select(bound => In(unit, bound) - Before(unit))
            : record.ValueBreaks is not { } byValue ? []
            : byValue.Bounds
                .Select(bound => record.OrderedFor(bound.Amount - (ValueBoughtBefore?.Amount ?? 0m), RatioTo(record.Per.Unit, unit)))
                .Where(kept => kept is not null).Select(kept => new Quantity(kept!.Value, unit));
    }

    internal Quantity Beside(UnitOfMeasure unit) => CountedBeside is { } beside ? In(unit, beside) : Quantity.Zero(unit);

    internal Quantity Before(UnitOfMeasure unit) => BoughtBefore is { } before ? In(unit, before) : Quantity.Zero(unit);

    /// <summary>Whether the other credits the same.</summary>
    /// <param name="other">The policy to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ReturnPolicy? other) => other is not null && Rounding == other.Rounding && Price == other.Price
        && CountedBeside == other.CountedBeside && Units == other.Units
        && BoughtBefore == other.BoughtBefore && ValueBoughtBefore == other.ValueBoughtBefore && Smallest == other.Smallest;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as ReturnPolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Rounding.GetHashCode(), Price?.GetHashCode() ?? 0);

    /// <summary>The policy in words: <c>at the price of the sale, rounded minor-unit half-away</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "at the price of the sale, "
            + (Price is null ? "" : "what is kept rated " + Price)
            + (Price is null ? "" : CountedBeside is { } beside ? " with " + beside + " beside, " : ", ")
            + (BoughtBefore is { } before ? before + " bought before, " : "")
            + (ValueBoughtBefore is { } value ? value + " bought before, " : "")
            + (Units is null ? "" : Units + ", ")
            + (Smallest is { } smallest ? "in multiples of " + smallest + ", " : "")
            + "rounded " + Rounding;
}
