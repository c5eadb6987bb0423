using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Rates by tiers of an amount of money: a rebate scale, a commission scale, a discount by order value.</summary>
/// <remarks>
/// <para>
/// <see cref="AllUnits"/> applies the rate of the step reached to everything (retrospective, volume, slab); <see cref="Graduated"/> applies
/// to each part the rate of its own step (incremental, marginal) and is the integral of the rate over the amount. The caller names the one
/// meant with every call; the side of a bound is declared with the schedule.
/// </para>
/// <para>
/// What lies outside the steps gives nothing: an amount below the first level, and the part above a ceiling, so that a ceiling caps the
/// result. Above the last level of a to-scale there is no rate: graduated the part above it gives nothing, all-units the whole does. A
/// negative amount gives nothing either, unless the rate is <see cref="Mirrored"/>. <see cref="Portions"/> shows such parts with no rate.
/// </para>
/// <para>
/// With rates of zero or more, a larger amount never gives less when graduated. All-units it can, where a rate falls: see
/// <see cref="Inversions"/>. Results are not rounded.
/// </para>
/// </remarks>
public sealed class TieredRate : IEquatable<TieredRate>
{
    private readonly TierTable _tiers;

    private TieredRate(Currency currency, TierTable tiers, bool isMirrored)
    {
        Currency = currency;
        _tiers = tiers;
        IsMirrored = isMirrored;
    }

    /// <summary>The currency of the levels and of every amount.</summary>
    public Currency Currency { get; }

    /// <summary>To which step a bound belongs.</summary>
    public StepSide Side => _tiers.Steps.Side;

    /// <summary>The bounds, rising: the lower bounds of a from-scale, the upper bounds of a to-scale.</summary>
    public IReadOnlyList<Money> Bounds => [.. _tiers.Steps.Bounds.Select(Amount)];

    /// <summary>The rates from the lowest step to the highest; one more than bounds when a to-scale is open above.</summary>
    public IReadOnlyList<Percentage> Rates => [.. _tiers.Values.Select(Percentage.FromFraction)];

    /// <summary>Where the last step ends, the amount itself included, or null when it is open.</summary>
    public Money? End => _tiers.Upper(_tiers.Count - 1) is { } end ? Amount(end) : null;

    /// <summary>True when a negative amount gives the negative of what its opposite gives.</summary>
    public bool IsMirrored { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rate.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(TieredRate? left, TieredRate? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rate.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(TieredRate? left, TieredRate? right) => !(left == right);

    /// <summary>A from-scale: each rate begins at its level, which belongs to it; the last step is open.</summary>
    /// <param name="currency">The currency of the levels.</param>
    /// <param name="steps">At least one step: levels of zero or more, rising; rates of any sign.</param>
    /// <returns>The tiered rate.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There are no steps, or a level does not rise above the one before.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A level is negative.</exception>
    public static TieredRate From(Currency currency, params (decimal From, Percentage Rate)[] steps) =>
        Create(currency, steps, StepSide.From);

    /// <summary>
    /// A to-scale: each rate ends at its level, which belongs to it; the first step begins at zero, above the last there is no rate.
    /// </summary>
    /// <param name="currency">The currency of the levels.</param>
    /// <param name="steps">At least one step: levels of zero or more, rising; rates of any sign.</param>
    /// <returns>The tiered rate.</returns>
    /// <inheritdoc cref="From" path="/exception"/>
    public static TieredRate UpTo(Currency currency, params (decimal UpTo, Percentage Rate)[] steps) =>
        Create(currency, steps, StepSide.UpTo);

    /// <summary>Bands with both ends written out: 0 to 500, 501 to 1,000, 1,001 and more. Holes and overlaps are refused.</summary>
    /// <param name="currency">The currency of the ends.</param>
    /// <param name="smallest">
    /// The grid the ends are written on, above zero: 1 for whole yuan, 0.01 for cents. What lies between belongs to the band above.
    /// </param>
    /// <param name="bands">
    /// At least one band, rising, beginning at 0 or at <paramref name="smallest"/>; only the last may have no end.
    /// </param>
    /// <returns>A to-scale with the ends of the bands as its bounds.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There are no bands, two leave a hole or overlap, or one ends before it begins.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="smallest"/> is not positive, or the bands begin elsewhere.</exception>
    public static TieredRate Bands(Currency currency, decimal smallest, params (decimal First, decimal? Last, Percentage Rate)[] bands)
    {
        Guard.Against.Null(currency);
        Guard.Against.Null(bands);
        return new TieredRate(
            currency, TierTable.Create(smallest, Array.ConvertAll(bands, band => (band.First, band.Last, band.Rate.Fraction))),
            isMirrored: false);
    }

    /// <summary>A from-scale with an end: what lies above gives nothing more.</summary>
    /// <param name="ceiling">The highest amount in the last step, at least the last bound.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="CurrencyMismatchException">The ceiling has another currency.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ceiling is below the last bound.</exception>
    /// <exception cref="InvalidOperationException">This is a to-scale.</exception>
    public TieredRate WithCeiling(Money ceiling) =>
        new(Currency, _tiers.WithCeiling(Bound(Checked(ceiling, nameof(ceiling)), Currency)), IsMirrored);

    /// <summary>A to-scale with a rate for everything above its last bound.</summary>
    /// <param name="rate">The rate of that step.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException">This is a from-scale, or open above already.</exception>
    public TieredRate ThenAbove(Percentage rate) => new(Currency, _tiers.ThenAbove(rate.Fraction), IsMirrored);

    /// <summary>The same rate, in which a negative amount (a return on its own) gives the negative of what its opposite gives.</summary>
    /// <returns>The changed copy.</returns>
    public TieredRate Mirrored() => new(Currency, _tiers, isMirrored: true);

    /// <summary>The rate of the step an amount lies in.</summary>
    /// <param name="level">The amount.</param>
    /// <returns>
    /// The rate: above a ceiling that of the last step, which the ceiling caps; null below the first step and above a closed to-scale. A
    /// mirrored rate looks at the amount without its sign. Where one amount chooses the rate and another is paid on, multiply:
    /// <c>rate.RateAt(level) * base</c>.
    /// </returns>
    /// <exception cref="CurrencyMismatchException">The amount has another currency.</exception>
    public Percentage? RateAt(Money level)
    {
        var step = Find(Magnitude(Checked(level, nameof(level))));
        return _tiers.Reached(step) is { } rate ? Percentage.FromFraction(rate) : null;
    }

    /// <summary>
    /// Everything at the rate of the step reached: rate × amount; above a ceiling, rate × ceiling; above a closed to-scale, nothing.
    /// </summary>
    /// <param name="amount">The amount.</param>
    /// <returns>The result, not rounded.</returns>
    /// <exception cref="CurrencyMismatchException">The amount has another currency.</exception>
    public Money AllUnits(Money amount)
    {
        Require(amount.Currency, nameof(amount));
        var isNegative = DecimalMath.HasMinusSign(amount.Amount);
        if (isNegative && !IsMirrored)
            return amount.With(0m);

        var value = isNegative ? -amount.Amount : amount.Amount;
        var step = Find(value);
        var result = step >= 0 ? _tiers.AllUnits(value, step, 1m) : 0m;
        return amount.With(isNegative ? -result : result);
    }

    /// <summary>Each part at the rate of its own step: Σ rate × part.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>The result, not rounded.</returns>
    /// <exception cref="CurrencyMismatchException">The amount has another currency.</exception>
    public Money Graduated(Money amount)
    {
        Require(amount.Currency, nameof(amount));
        var isNegative = DecimalMath.HasMinusSign(amount.Amount);
        if (isNegative && !IsMirrored)
            return amount.With(0m);

        var value = isNegative ? -amount.Amount : amount.Amount;
        var step = Find(value);
        var result = step >= 0 ? _tiers.Graduated(value, step) : 0m;
        return amount.With(isNegative ? -result : result);
    }

    /// <summary>The parts of a graduated evaluation, from the lowest step to the one reached.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>
    /// Portions whose bases sum to the amount and whose results sum to <see cref="Graduated"/>; a part outside the steps has no rate.
    /// </returns>
    /// <exception cref="CurrencyMismatchException">The amount has another currency.</exception>
    public IReadOnlyList<RatePortion> Portions(Money amount) =>
        RatePortions.Of(_tiers, Checked(amount, nameof(amount)), 1m, IsMirrored, Currency);

    /// <summary>
    /// Where, all-units, a larger amount gives less. Each range is on the grid of the currency's minor unit (0.01 where it has none).
    /// </summary>
    /// <returns>
    /// The ranges, rising. With rates of zero or more, none when the all-units result never falls; within a step of a negative rate it
    /// always does, and only what exceeds the beginning of a later step is listed.
    /// </returns>
    public IReadOnlyList<Inversion<Money>> Inversions() =>
        [.. _tiers.Inversions(DecimalMath.PowerOfTenth(Currency.MinorDigits ?? 2)).Select(found => new Inversion<Money>(
            Amount(found.First), Amount(found.Last), Amount(found.LastResult), Amount(found.Break), Amount(found.BreakResult)))];

    /// <summary>Whether the other has the same currency, steps and treatment of negative amounts.</summary>
    /// <param name="other">The rate to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(TieredRate? other) =>
        other is not null && Currency == other.Currency && IsMirrored == other.IsMirrored && _tiers.IsSameAs(other._tiers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TieredRate);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Currency.GetHashCode(), _tiers.HashSteps());

    /// <summary>The steps in words: <c>from CNY 0.00: 3%, from CNY 10000.00: 5%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        StepText.Of(
            Side, [.. Bounds.Select(bound => bound.ToString())], [.. Rates.Select(rate => rate.ToString())],
            Side == StepSide.From ? End?.ToString() : null)
        + (IsMirrored ? ", mirrored" : "");

    private static TieredRate Create(Currency currency, (decimal Level, Percentage Rate)[] steps, StepSide side)
    {
        Guard.Against.Null(currency);
        var copy = Guard.Against.Nothing(steps, "a rate has at least one step");
        var tiers = TierTable.Create(Array.ConvertAll(copy, step => (Bound(step.Level, currency), step.Rate.Fraction)), side);
        return new TieredRate(currency, tiers, isMirrored: false);
    }

    // With the decimals that amounts mostly have: decimals stored alike are compared and subtracted at once, others are first made alike.
    private static decimal Bound(decimal level, Currency currency) => DecimalMath.WithDecimals(level, currency.MinorDigits ?? 0);

    private decimal Checked(Money amount, string parameterName)
    {
        Require(amount.Currency, parameterName);
        return amount.Amount;
    }

    private void Require(Currency currency, string parameterName)
    {
        if (currency != Currency)
            throw new CurrencyMismatchException(Currency, currency, parameterName);
    }

    private int Find(decimal amount) => _tiers.Find(new AmountProbe(amount));

    private decimal Magnitude(decimal amount) => IsMirrored && amount < 0m ? -amount : amount;

    private Money Amount(decimal amount) => new(amount, Currency);
}
