using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Unit prices by quantity: 10.00 from 1 piece, 9.20 from 100.</summary>
/// <remarks>
/// <para>
/// <see cref="AllUnits"/> prices the whole quantity at the break it reached; <see cref="Graduated"/> prices each part at its own break.
/// Outside the breaks there is no price, and no price is not zero: <see cref="TryPriceAt"/> is false, the totals are refused.
/// </para>
/// <para>
/// A quantity is a point on a scale: graduated, "from 100" prices the first 100 units at the earlier price. Bands written in whole pieces
/// ("1 to 99 at 10.00, from the 100th at 9.20") are <see cref="Bands"/>, which is the to-scale <c>UpTo((99, 10.00)).ThenAbove(9.20)</c>.
/// </para>
/// <para>
/// A negative quantity (a return) is priced as the quantity without its sign, and its total is negative. Prices may be zero, not negative.
/// Results are not rounded.
/// </para>
/// </remarks>
public sealed partial class TieredPrice : IEquatable<TieredPrice>
{
    private readonly TierTable _tiers;
    private readonly Money _zero;
    private readonly bool _beginsAtZero;

    private TieredPrice(Currency currency, UnitOfMeasure unit, TierTable tiers)
    {
        Currency = currency;
        Unit = unit;
        _tiers = tiers;
        _zero = Money.Zero(currency);
        _beginsAtZero = tiers.Lower(0) == 0m;
    }

    /// <summary>The currency of the prices.</summary>
    public Currency Currency { get; }

    /// <summary>The unit that is counted, and of which one costs the price.</summary>
    public UnitOfMeasure Unit { get; }

    /// <summary>To which step a bound belongs.</summary>
    public StepSide Side => _tiers.Steps.Side;

    /// <summary>The bounds, rising: the lower bounds of a from-scale, the upper bounds of a to-scale.</summary>
    public IReadOnlyList<Quantity> Bounds => [.. _tiers.Steps.Bounds.Select(Count)];

    /// <summary>The unit prices from the lowest step to the highest; one more than bounds when a to-scale is open above.</summary>
    public IReadOnlyList<Money> Prices => [.. _tiers.Values.Select(Amount)];

    /// <summary>The largest quantity that has a price, or null when the last step is open.</summary>
    public Quantity? End => _tiers.Upper(_tiers.Count - 1) is { } end ? Count(end) : null;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A price.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(TieredPrice? left, TieredPrice? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A price.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(TieredPrice? left, TieredPrice? right) => !(left == right);

    /// <summary>A from-scale: each price begins at its quantity, which belongs to it; the last step is open.</summary>
    /// <param name="currency">The currency of the prices.</param>
    /// <param name="unit">The unit that is counted and priced.</param>
    /// <param name="steps">At least one step: quantities of zero or more, rising; prices of zero or more.</param>
    /// <returns>The tiered price.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There are no steps, or a quantity does not rise above the one before.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A quantity or a price is negative.</exception>
    public static TieredPrice From(Currency currency, UnitOfMeasure unit, params (decimal From, decimal Price)[] steps) =>
        Create(currency, unit, steps, StepSide.From);

    /// <summary>A to-scale: each price ends at its quantity, which belongs to it; above the last there is no price.</summary>
    /// <param name="currency">The currency of the prices.</param>
    /// <param name="unit">The unit that is counted and priced.</param>
    /// <param name="steps">At least one step: quantities of zero or more, rising; prices of zero or more.</param>
    /// <returns>The tiered price.</returns>
    /// <inheritdoc cref="From" path="/exception"/>
    public static TieredPrice UpTo(Currency currency, UnitOfMeasure unit, params (decimal UpTo, decimal Price)[] steps) =>
        Create(currency, unit, steps, StepSide.UpTo);

    /// <summary>Bands with both ends written out: 1 to 99 at 10.00, 100 and more at 9.20. Holes and overlaps are refused.</summary>
    /// <param name="currency">The currency of the prices.</param>
    /// <param name="unit">The unit that is counted and priced.</param>
    /// <param name="smallest">
    /// The grid the ends are written on, above zero: 1 for whole pieces. What lies between belongs to the band above.
    /// </param>
    /// <param name="bands">
    /// At least one band, rising, beginning at 0 or at <paramref name="smallest"/>; only the last may have no end. Prices of zero or more.
    /// </param>
    /// <returns>A to-scale with the ends of the bands as its bounds: graduated, the 100th piece is the first at 9.20.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There are no bands, two leave a hole or overlap, or one ends before it begins.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="smallest"/> is not positive, a price is negative, or the bands begin elsewhere.
    /// </exception>
    public static TieredPrice Bands(
        Currency currency, UnitOfMeasure unit, decimal smallest, params (decimal First, decimal? Last, decimal Price)[] bands)
    {
        Guard.Against.Null(currency);
        Guard.Against.Null(unit);
        Guard.Against.Null(bands);
        RefuseNegative(currency, unit, bands, nameof(bands));
        return new TieredPrice(currency, unit, TierTable.Create(smallest, bands));
    }

    /// <summary>A from-scale with an end: above it there is no price.</summary>
    /// <param name="ceiling">The largest quantity with a price, at least the last bound.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="UnitMismatchException">The ceiling has another unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ceiling is below the last bound.</exception>
    /// <exception cref="InvalidOperationException">This is a to-scale.</exception>
    public TieredPrice WithCeiling(Quantity ceiling) => new(Currency, Unit, _tiers.WithCeiling(Checked(ceiling, nameof(ceiling))));

    /// <summary>A to-scale with a price for everything above its last bound.</summary>
    /// <param name="price">The unit price of that step, zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="price"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">This is a from-scale, or open above already.</exception>
    public TieredPrice ThenAbove(decimal price) =>
        price < 0m ? throw Negative(nameof(price), Amount(price), this + ", above: " + Amount(price))
            : new(Currency, Unit, _tiers.ThenAbove(price));

    /// <summary>The unit price of the step a quantity lies in.</summary>
    /// <param name="quantity">The quantity; its sign does not matter.</param>
    /// <returns>The price of one unit.</returns>
    /// <exception cref="UnitMismatchException">The quantity has another unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no price for this quantity.</exception>
    public Money PriceAt(Quantity quantity) => TryPriceAt(quantity, out var price) ? price : throw NoPrice(quantity);

    /// <summary>The unit price of the step a quantity lies in, if there is one.</summary>
    /// <param name="quantity">The quantity; its sign does not matter.</param>
    /// <param name="price">The price of one unit, or the default value.</param>
    /// <returns>False when there is no price for this quantity.</returns>
    /// <exception cref="UnitMismatchException">The quantity has another unit.</exception>
    public bool TryPriceAt(Quantity quantity, out Money price)
    {
        var step = Find(Checked(quantity, nameof(quantity)));
        var found = step >= 0 && step < _tiers.Count;
        price = found ? Amount(_tiers.ValueAt(step)) : default;
        return found;
    }

    /// <summary>The whole quantity at the price of the step it reached.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <returns>The total, not rounded.</returns>
    /// <exception cref="UnitMismatchException">The quantity has another unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no price for this quantity.</exception>
    public Money AllUnits(Quantity quantity)
    {
        var step = PricedStep(quantity, Checked(quantity, nameof(quantity)));
        return Amount(_tiers.ValueAt(step) * quantity.Amount);
    }

    /// <summary>Each part of the quantity at the price of its own step: Σ price × part.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <returns>The total, not rounded.</returns>
    /// <exception cref="UnitMismatchException">The quantity has another unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is no price for this quantity, or for the units below the first level: a graduated scale begins at zero.
    /// </exception>
    public Money Graduated(Quantity quantity)
    {
        var value = Checked(quantity, nameof(quantity));
        var total = Amount(_tiers.Graduated(value, FullyPricedStep(quantity, value)));
        return DecimalMath.HasMinusSign(quantity.Amount) ? -total : total;
    }

    /// <summary>The parts of a graduated evaluation, from the lowest step to the one reached.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <returns>Portions whose bases sum to the quantity and whose results sum to <see cref="Graduated"/>.</returns>
    /// <exception cref="UnitMismatchException">The quantity has another unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no price for a part of this quantity.</exception>
    public IReadOnlyList<PricePortion> Portions(Quantity quantity)
    {
        var value = Checked(quantity, nameof(quantity));
        var last = FullyPricedStep(quantity, value);
        var portions = new List<PricePortion>(last + 1);
        for (var i = 0; i <= last; i++)
        {
            var upper = i == last ? value : _tiers.Lower(i + 1);
            var part = upper - _tiers.Lower(i);
            if (part > 0m)
                portions.Add(new PricePortion(Count(quantity.IsNegative ? -part : part), Amount(_tiers.ValueAt(i))));
        }

        return portions.AsReadOnly();
    }

    /// <summary>Where, all-units, a larger quantity costs less: 2,938 to 2,999 pieces cost more than 3,000.</summary>
    /// <param name="smallest">The smallest quantity sold, in whose multiples the ranges are given: 1 piece, 0.1 kg; above zero.</param>
    /// <returns>The ranges, rising; none when the total never falls.</returns>
    /// <exception cref="UnitMismatchException"><paramref name="smallest"/> has another unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="smallest"/> is not positive.</exception>
    public IReadOnlyList<Inversion<Quantity>> Inversions(Quantity smallest)
    {
        var grid = smallest.Unit == Unit ? Guard.Against.NotPositive(smallest.Amount, nameof(smallest))
            : throw new UnitMismatchException(Unit, smallest.Unit, nameof(smallest));

        return [.. _tiers.Inversions(grid).Select(found => new Inversion<Quantity>(
            Count(found.First), Count(found.Last), Amount(found.LastResult), Count(found.Break), Amount(found.BreakResult)))];
    }

    /// <summary>Whether the other has the same currency, unit and steps.</summary>
    /// <param name="other">The price to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(TieredPrice? other) =>
        other is not null && Currency == other.Currency && Unit == other.Unit && _tiers.IsSameAs(other._tiers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TieredPrice);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Currency.GetHashCode(), Unit.GetHashCode(), _tiers.HashSteps());

    /// <summary>The steps in words: <c>from 1 PCE: CNY 10.00, from 100 PCE: CNY 9.20</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        StepText.Of(
            Side, [.. Bounds.Select(bound => bound.ToString())], [.. Prices.Select(price => price.ToString())],
            Side == StepSide.From ? End?.ToString() : null);

    private static TieredPrice Create(Currency currency, UnitOfMeasure unit, (decimal Level, decimal Price)[] steps, StepSide side)
    {
        Guard.Against.Null(currency);
        Guard.Against.Null(unit);
        var copy = Guard.Against.Nothing(steps, "a price has at least one step");
        RefuseNegative(currency, unit, copy, side, nameof(steps));
        return new TieredPrice(currency, unit, TierTable.Create(copy, side));
    }

    private static ArgumentOutOfRangeException NoPrice(Quantity quantity) =>
        Guards.OutOfRange(nameof(quantity), quantity.ToString(), "must be one that has a price");

    private int PricedStep(Quantity quantity, decimal value)
    {
        var step = Find(value);
        return step >= 0 && step < _tiers.Count ? step : throw NoPrice(quantity);
    }

    private int FullyPricedStep(Quantity quantity, decimal value)
    {
        var step = PricedStep(quantity, value);
        return _beginsAtZero ? step
            : throw Guards.OutOfRange(
                nameof(quantity), quantity.ToString(),
                "has no price for its first " + Count(_tiers.Lower(0)) + ": a graduated price begins at zero");
    }

    private decimal Checked(Quantity quantity, string parameterName)
    {
        if (quantity.Unit != Unit)
            throw new UnitMismatchException(Unit, quantity.Unit, parameterName);

        return Math.Abs(quantity.Amount);
    }

    private int Find(decimal quantity) => _tiers.Find(new AmountProbe(quantity));

    private Quantity Count(decimal quantity) => new(quantity, Unit);

    private Money Amount(decimal amount) => _zero.With(amount);
}
