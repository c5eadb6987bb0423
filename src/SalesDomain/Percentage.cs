using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>A rate, share, discount, attainment or growth: a fraction inside, percent outside.</summary>
/// <remarks>
/// <para>
/// The fraction is a decimal (12.5 % is 0.125). A difference of two percentages is a number of percentage points: 5 % − 3 % is 2 points,
/// held as 2 %. In Chinese trade, 9折 is a discount of 10 % and 扣3个点 takes 3 points.
/// </para>
/// <para>Equality and order are those of the fraction. The default value is 0 %.</para>
/// <para>Text is invariant and canonical, <c>12.5%</c>, and round-trips through <see cref="Parse"/>.</para>
/// </remarks>
[TypeConverter(typeof(TextConverter<Percentage>))]
public readonly partial struct Percentage : IEquatable<Percentage>, IComparable<Percentage>, IComparable, IFormattable
#if NET
    , ISpanFormattable, ISpanParsable<Percentage>
#endif
{
    private const decimal Hundred = 100m;

    private readonly decimal _fraction;

    private Percentage(decimal fraction) => _fraction = fraction;

    /// <summary>0 %, the default value.</summary>
    public static Percentage Zero => default;

    /// <summary>100 %, the whole.</summary>
    public static Percentage OneHundred => new(1m);

    /// <summary>The fraction: 0.125 for 12.5 %.</summary>
    public decimal Fraction => _fraction;

    /// <summary>The number before the percent sign: 12.5 for 12.5 %.</summary>
    public decimal Percent => _fraction * Hundred;

    /// <exception cref="OverflowException">The complement is too large to be a percentage.</exception>
    /// <summary>True for 0 %.</summary>
    public bool IsZero => _fraction == 0m;

    /// <summary>A percentage from its fraction: 0.125 gives 12.5 %.</summary>
    /// <param name="fraction">The fraction, of any sign, at most a hundredth of the largest decimal.</param>
    /// <returns>The percentage.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of percent does not fit in a decimal.</exception>
    public static Percentage FromFraction(decimal fraction) =>
        Fits(fraction) ? new Percentage(fraction)
            : throw Guards.OutOfRange(nameof(fraction), InvariantText.Number(fraction), "is too large to be a percentage");

    /// <summary>A percentage from its number of percent: 12.5 gives 12.5 %.</summary>
    /// <param name="percent">The number of percent, of any sign.</param>
    /// <returns>The percentage; its fraction keeps 28 decimals.</returns>
    public static Percentage FromPercent(decimal percent) => new(percent / Hundred);

    /// <summary>The share one amount is of another: attainment = achieved ÷ quota, margin = profit ÷ revenue.</summary>
    /// <param name="part">The dividend.</param>
    /// <param name="whole">The divisor, in the same currency.</param>
    /// <returns>
    /// The ratio to 28 digits, or null when <paramref name="whole"/> is zero: a quota of 0 gives no attainment, neither 0 % nor infinity.
    /// Of a negative whole it is the plain quotient, which as a growth or an attainment misleads: decide that case before.
    /// </returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The ratio is too large to be a percentage.</exception>
    public static Percentage? Ratio(Money part, Money whole)
    {
        if (part.Currency != whole.Currency)
            throw new CurrencyMismatchException(part.Currency, whole.Currency, nameof(whole));

        return Ratio(part.Amount, whole.Amount);
    }

    /// <summary>The share one quantity is of another.</summary>
    /// <param name="part">The dividend.</param>
    /// <param name="whole">The divisor, in the same unit.</param>
    /// <returns>The ratio to 28 digits, or null when <paramref name="whole"/> is zero.</returns>
    /// <exception cref="UnitMismatchException">The units differ.</exception>
    /// <exception cref="OverflowException">The ratio is too large to be a percentage.</exception>
    public static Percentage? Ratio(Quantity part, Quantity whole)
    {
        if (part.Unit != whole.Unit)
            throw new UnitMismatchException(part.Unit, whole.Unit, nameof(whole));

        return Ratio(part.Amount, whole.Amount);
    }

    /// <summary>The share one number is of another.</summary>
    /// <param name="part">The dividend.</param>
    /// <param name="whole">The divisor.</param>
    /// <returns>The ratio to 28 digits, or null when <paramref name="whole"/> is zero.</returns>
    /// <exception cref="OverflowException">The ratio is too large to be a percentage.</exception>
    public static Percentage? Ratio(decimal part, decimal whole) => whole == 0m ? null : Computed(part / whole);

    /// <summary>The single discount that successive discounts amount to: 8 % and then 5 % take 12.6 % (1 − 0.92 × 0.95).</summary>
    /// <param name="discounts">The discounts, each taken off the price that the one before left; none gives 0 %.</param>
    /// <returns>The effective discount.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="discounts"/> is null.</exception>
    /// <exception cref="OverflowException">The effective discount is too large to be a percentage.</exception>
    public static Percentage Successive(params Percentage[] discounts) => Successive((IEnumerable<Percentage>)discounts);

    /// <inheritdoc cref="Successive(Percentage[])"/>
    public static Percentage Successive(IEnumerable<Percentage> discounts)
    {
        Guard.Against.Null(discounts);
        var remaining = 1m;
        foreach (var discount in discounts)
            remaining *= discount.Complement()._fraction;

        return Computed(1m - remaining);
    }

    /// <summary>This percentage of an amount, not rounded; the same as <c>percentage * amount</c>.</summary>
    /// <param name="amount">The amount that is 100 %.</param>
    /// <returns>The share of it.</returns>
    public Money Of(Money amount) => amount * this;

    /// <summary>What is missing to the whole: 12.5 % gives 87.5 %, the price factor of a discount.</summary>
    /// <returns>100 % less this.</returns>
    /// <exception cref="OverflowException">The complement is too large to be a percentage.</exception>
    public Percentage Complement() => OneHundred - this;

    /// <summary>Growth upon growth: 10 % and then 20 % are 32 % ((1 + a) × (1 + b) − 1).</summary>
    /// <param name="next">The growth of what has grown by this percentage.</param>
    /// <returns>The growth of both together.</returns>
    /// <exception cref="OverflowException">The growth is too large to be a percentage.</exception>
    public Percentage Compound(Percentage next) => Computed(((1m + _fraction) * (1m + next._fraction)) - 1m);

    /// <summary>How many percentage points this is above another: 45 % is −5 points above 50 %.</summary>
    /// <param name="other">The percentage to measure from.</param>
    /// <returns>The number of points, negative when this is below.</returns>
    /// <exception cref="OverflowException">The number of points does not fit in a decimal.</exception>
    public decimal PointsAbove(Percentage other) => (_fraction - other._fraction) * Hundred;

    /// <summary>The percentage with its number of percent rounded: 12.345 % to one digit is 12.3 %.</summary>
    /// <param name="rounding">The rule; it counts the digits of the number of percent, not of the fraction.</param>
    /// <returns>The rounded percentage.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The rule rounds to a currency's minor unit.</exception>
    public Percentage Round(Rounding rounding) => FromPercent(Guard.Against.Null(rounding).Round(Percent));

    /// <summary>Whether the other is the same percentage.</summary>
    /// <param name="other">The percentage to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Percentage other) => _fraction == other._fraction;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Percentage other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Of(_fraction);

    /// <summary>Compares two percentages.</summary>
    /// <param name="other">The percentage to compare with.</param>
    /// <returns>Negative, zero or positive as this is less, equal or more.</returns>
    public int CompareTo(Percentage other) => _fraction.CompareTo(other._fraction);

    int IComparable.CompareTo(object? obj) => ObjectComparison.With(this, obj);

    // What arithmetic makes too large is an overflow, as it is of every other number; only a caller's own fraction is an argument out of
    // range.
    private static Percentage Computed(decimal fraction) =>
        Fits(fraction) ? new Percentage(fraction)
            : throw new OverflowException(InvariantText.Number(fraction) + " is too large to be the fraction of a percentage.");

    private static bool Fits(decimal fraction) => fraction is <= decimal.MaxValue / Hundred and >= decimal.MinValue / Hundred;
}
