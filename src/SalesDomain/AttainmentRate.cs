using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Rates by tiers of attainment of a quota: 3 % of sales up to 100 % of quota, 5 % from there, 7 % from 120 %.</summary>
/// <remarks>
/// <para>
/// The levels are fractions of a quota, which comes with every evaluation; the rates apply to the achieved money. A bound is tested as
/// achieved ≥ level × quota, by multiplication, so that meeting a bound exactly is meeting it, whatever the quotient. Otherwise it is a
/// <see cref="TieredRate"/> whose levels are level × quota, with the same two evaluations, the same treatment of what lies outside the
/// steps and the same portions.
/// </para>
/// <para>
/// A quota of zero or less gives no attainment: <see cref="RateAt"/> is null, and an evaluation is refused, because whether such a month
/// pays nothing, a guarantee or a flat rate is the plan's decision. Results are not rounded.
/// </para>
/// </remarks>
public sealed class AttainmentRate : IEquatable<AttainmentRate>
{
    // Ten thousand times the quota: above it there is nothing to attain, and level × quota always fits in a decimal.
    private static readonly Percentage s_highest = Percentage.FromFraction(10_000m);

    private readonly TierTable _tiers;

    private AttainmentRate(TierTable tiers, bool isMirrored)
    {
        _tiers = tiers;
        IsMirrored = isMirrored;
    }

    /// <summary>To which step a bound belongs.</summary>
    public StepSide Side => _tiers.Steps.Side;

    /// <summary>The bounds, rising: the lower bounds of a from-scale, the upper bounds of a to-scale.</summary>
    public IReadOnlyList<Percentage> Bounds => [.. _tiers.Steps.Bounds.Select(Percentage.FromFraction)];

    /// <summary>The rates from the lowest step to the highest; one more than bounds when a to-scale is open above.</summary>
    public IReadOnlyList<Percentage> Rates => [.. _tiers.Values.Select(Percentage.FromFraction)];

    /// <summary>The attainment where the last step ends, itself included, or null when it is open.</summary>
    public Percentage? End => _tiers.Upper(_tiers.Count - 1) is { } end ? Percentage.FromFraction(end) : null;

    /// <summary>True when a negative achievement gives the negative of what its opposite gives.</summary>
    public bool IsMirrored { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rate.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(AttainmentRate? left, AttainmentRate? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rate.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(AttainmentRate? left, AttainmentRate? right) => !(left == right);

    /// <summary>A from-scale: each rate begins at its level, which belongs to it; the last step is open.</summary>
    /// <param name="steps">At least one step: attainments of zero or more, rising; rates of any sign.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="steps"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no steps, or a level does not rise above the one before.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A level is negative or above 1,000,000 %.</exception>
    public static AttainmentRate From(params (Percentage From, Percentage Rate)[] steps) => Create(steps, StepSide.From);

    /// <summary>
    /// A to-scale: each rate ends at its level, which belongs to it; the first step begins at zero, above the last there is no rate.
    /// </summary>
    /// <param name="steps">At least one step: attainments of zero or more, rising; rates of any sign.</param>
    /// <returns>The rate.</returns>
    /// <inheritdoc cref="From" path="/exception"/>
    public static AttainmentRate UpTo(params (Percentage UpTo, Percentage Rate)[] steps) => Create(steps, StepSide.UpTo);

    /// <summary>A from-scale with an end: what is achieved above gives nothing more (a cap at 200 %, say).</summary>
    /// <param name="ceiling">The highest attainment in the last step, at least the last bound.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ceiling is below the last bound or above 1,000,000 %.</exception>
    /// <exception cref="InvalidOperationException">This is a to-scale.</exception>
    public AttainmentRate WithCeiling(Percentage ceiling)
    {
        Guard.Against.Above(s_highest, ceiling);
        _ = StepTable<Percentage>.Create([.. Bounds], Side).WithCeiling(ceiling);
        return new AttainmentRate(_tiers.WithCeiling(Bound(ceiling)), IsMirrored);
    }

    /// <summary>A to-scale with a rate for everything above its last bound.</summary>
    /// <param name="rate">The rate of that step.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException">This is a from-scale, or open above already.</exception>
    public AttainmentRate ThenAbove(Percentage rate) => new(_tiers.ThenAbove(rate.Fraction), IsMirrored);

    /// <summary>The same rate, in which a negative achievement gives the negative of what its opposite gives.</summary>
    /// <returns>The changed copy.</returns>
    public AttainmentRate Mirrored() => new(_tiers, isMirrored: true);

    /// <summary>The rate of the step that an achievement reaches.</summary>
    /// <param name="achieved">What was achieved.</param>
    /// <param name="quota">The quota, in the same currency.</param>
    /// <returns>
    /// The rate: above a ceiling that of the last step; null below the first step, above a closed to-scale, and when a quota of zero or
    /// less gives no attainment. A mirrored rate looks at the achievement without its sign. Where attainment chooses the rate and another
    /// amount is paid on (booked sales, collected money), multiply: <c>rate.RateAt(achieved, quota) * collected</c>.
    /// </returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public Percentage? RateAt(Money achieved, Money quota)
    {
        if (achieved.Currency == quota.Currency && !quota.IsPositive)
            return null;

        Require(achieved.Currency, quota);
        var step = Find(IsMirrored && achieved.IsNegative ? -achieved.Amount : achieved.Amount, quota.Amount);
        return _tiers.Reached(step) is { } rate ? Percentage.FromFraction(rate) : null;
    }

    /// <summary>
    /// Everything at the rate of the step reached; above a ceiling, everything up to it; above a closed to-scale, nothing.
    /// </summary>
    /// <param name="achieved">What was achieved, and what is paid on.</param>
    /// <param name="quota">The quota, positive, in the same currency.</param>
    /// <returns>The result, not rounded.</returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quota"/> is not positive.</exception>
    public Money AllUnits(Money achieved, Money quota)
    {
        Require(achieved.Currency, quota);
        var isNegative = DecimalMath.HasMinusSign(achieved.Amount);
        if (isNegative && !IsMirrored)
            return achieved.With(0m);

        var amount = isNegative ? -achieved.Amount : achieved.Amount;
        var step = Find(amount, quota.Amount);
        var result = step >= 0 ? _tiers.AllUnits(amount, step, quota.Amount) : 0m;
        return achieved.With(isNegative ? -result : result);
    }

    /// <summary>Each part at the rate of its own step: Σ rate × part, the parts cut at level × quota.</summary>
    /// <param name="achieved">What was achieved, and what is paid on.</param>
    /// <param name="quota">The quota, positive, in the same currency.</param>
    /// <returns>The result, not rounded.</returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quota"/> is not positive.</exception>
    public Money Graduated(Money achieved, Money quota)
    {
        Require(achieved.Currency, quota);
        var isNegative = DecimalMath.HasMinusSign(achieved.Amount);
        if (isNegative && !IsMirrored)
            return achieved.With(0m);

        var amount = isNegative ? -achieved.Amount : achieved.Amount;
        var step = Find(amount, quota.Amount);
        var result = step >= 0 ? _tiers.Graduated(amount, step, quota.Amount) : 0m;
        return achieved.With(isNegative ? -result : result);
    }

    /// <summary>The parts of a graduated evaluation, from the lowest step to the one reached.</summary>
    /// <param name="achieved">What was achieved.</param>
    /// <param name="quota">The quota, positive, in the same currency.</param>
    /// <returns>
    /// Portions whose bases sum to the achievement and whose results sum to <see cref="Graduated"/>; a part outside the steps has no rate.
    /// </returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quota"/> is not positive.</exception>
    public IReadOnlyList<RatePortion> Portions(Money achieved, Money quota)
    {
        Require(achieved.Currency, quota);
        return RatePortions.Of(_tiers, achieved.Amount, quota.Amount, IsMirrored, quota.Currency);
    }

    /// <summary>Whether the other has the same steps and treatment of negative achievements.</summary>
    /// <param name="other">The rate to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(AttainmentRate? other) => other is not null && IsMirrored == other.IsMirrored && _tiers.IsSameAs(other._tiers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AttainmentRate);

    /// <inheritdoc/>
    public override int GetHashCode() => _tiers.HashSteps();

    /// <summary>The steps in words: <c>from 0%: 3%, from 100%: 5%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        StepText.Of(
            Side, [.. Bounds.Select(bound => bound.ToString())], [.. Rates.Select(rate => rate.ToString())],
            Side == StepSide.From ? End?.ToString() : null)
        + (IsMirrored ? ", mirrored" : "");

    private static AttainmentRate Create((Percentage Level, Percentage Rate)[] steps, StepSide side)
    {
        Guard.Against.Null(steps);
        Array.ForEach(steps, step => Guard.Against.Above(s_highest, step.Level, nameof(steps)));
        var copy = Guard.Against.Nothing(steps, "a rate has at least one step");

        // As percentages, which is how they were given, so that an error says them so.
        _ = StepTable<Percentage>.Create(Array.ConvertAll(copy, step => step.Level), side);
        return new AttainmentRate(
            TierTable.Create(Array.ConvertAll(copy, step => (Bound(step.Level), step.Rate.Fraction)), side), isMirrored: false);
    }

    // With the decimals that amounts mostly have, so that a bound of a whole quota has them too: decimals stored alike are compared and
    // subtracted at once, others are first made alike.
    private static decimal Bound(Percentage level) => DecimalMath.WithDecimals(level.Fraction, 2);

    private static void Require(Currency currency, Money quota)
    {
        if (currency != quota.Currency)
            throw new CurrencyMismatchException(currency, quota.Currency, nameof(quota));
        if (quota.Amount <= 0m)
            Guard.Against.NotPositive(quota);
    }

    private int Find(decimal achieved, decimal quota) => _tiers.Find(new QuotaProbe(achieved, quota));
}
