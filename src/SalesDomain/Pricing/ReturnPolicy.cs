using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>At what price a return is credited: at that of the sale, and whether what is kept loses its quantity price.</summary>
/// <remarks>
/// The price is always that of the original sale, never looked up again: a promotion that is over is credited as it was given. Immutable;
/// equality is by rounding, prices, what is counted beside or was bought before, and units.
/// </remarks>
public sealed class ReturnPolicy : IEquatable<ReturnPolicy>
{
    private ReturnPolicy(
        Rounding rounding, ItemPrice? price = null, Quantity? countedBeside = null, UnitConversions? units = null,
        Quantity? boughtBefore = null)
    {
        Rounding = rounding;
        Price = price;
        CountedBeside = countedBeside;
        Units = units;
        BoughtBefore = boughtBefore;
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
    /// What was bought before in other documents and counted for the breaks of this one, each piece at its own price; null where nothing
    /// did.
    /// </summary>
    public Quantity? BoughtBefore { get; }

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
        new(Rounding, Guard.Against.Null(price), countedBeside: null, Units, BoughtBefore);

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
        return new ReturnPolicy(Rounding, price, countedBeside, Units, BoughtBefore);
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
    /// 10.00 or from 100 on at 9.20, 50 come back; 90 do not reach the step, so the 30 that are kept cost 300.00.
    /// </remarks>
    public ReturnPolicy WithBoughtBefore(Quantity boughtBefore)
    {
        Guard.Against.Below(0m, boughtBefore.Amount, nameof(boughtBefore));
        return new ReturnPolicy(Rounding, Price, CountedBeside, Units, boughtBefore);
    }

    /// <summary>The policy for a product with several units: sold by the piece, with breaks by weight.</summary>
    /// <param name="units">How the units of the product convert.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> is null.</exception>
    public ReturnPolicy WithUnits(UnitConversions units) =>
        new(Rounding, Price, CountedBeside, Guard.Against.Null(units), BoughtBefore);

    /// <summary>Whether a quantity of one unit can be said in another.</summary>
    internal bool Converts(UnitOfMeasure unit, UnitOfMeasure to) =>
        unit == to || (Units is not null && Units.Knows(unit) && Units.Knows(to));

    internal UnitRatio RatioTo(UnitOfMeasure unit, UnitOfMeasure to) => unit == to ? default : Units!.RatioOf(unit, to);

    internal Quantity In(UnitOfMeasure unit, Quantity quantity) =>
        quantity.Unit == unit ? quantity : Units!.Convert(quantity, unit);

    /// <summary>Whether a bound belongs to the step above it.</summary>
    internal bool IsFrom => (Price?.Breaks?.Side ?? Price?.ValueBreaks?.Side) == StepSide.From;

    /// <summary>What of a unit lies on each bound of the breaks, with the price above it; none where they are graduated.</summary>
    internal IEnumerable<(Quantity Kept, Money Price)> AtBreaks(UnitOfMeasure unit)
    {
        if (Price is not { IsGraduated: false } record)
            yield break;

        if (record.Breaks is { } breaks)
        {
            for (var i = 0; i < breaks.Bounds.Count; i++)
            {
                var above = IsFrom ? i : i + 1;
                if (above < breaks.Prices.Count)
                    yield return (In(unit, breaks.Bounds[i]), breaks.Prices[above]);
            }
        }
        else if (record.ValueBreaks is { } byValue)
        {
            for (var i = 0; i < byValue.Bounds.Count; i++)
            {
                var above = IsFrom && !byValue.IsOpenBelow ? i : i + 1;
                if (above < byValue.Values.Count && record.OrderedFor(byValue.Bounds[i].Amount, RatioTo(record.Per.Unit, unit)) is { } kept)
                    yield return (new Quantity(kept, unit), byValue.Values[above]);
            }
        }
    }

    internal Quantity Beside(UnitOfMeasure unit) => CountedBeside ?? Quantity.Zero(unit);

    internal Quantity Before(UnitOfMeasure unit) => BoughtBefore is { } before ? In(unit, before) : Quantity.Zero(unit);

    /// <summary>What it and what was bought before come to at the first step's price.</summary>
    internal Money ValueOf(Quantity quantity)
    {
        Money Of(Quantity each) => Price!.ValueOf(each.Amount, RatioTo(each.Unit, Price.Per.Unit));
        return BoughtBefore is { } before ? Of(before) + Of(quantity) : Of(quantity);
    }

    /// <summary>Whether the other credits the same.</summary>
    /// <param name="other">The policy to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ReturnPolicy? other) => other is not null && Rounding == other.Rounding && Price == other.Price
        && CountedBeside == other.CountedBeside && Units == other.Units && BoughtBefore == other.BoughtBefore;

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
            + (Units is null ? "" : Units + ", ")
            + "rounded " + Rounding;
}
