using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>An exact amount of one currency.</summary>
/// <remarks>
/// <para>
/// The amount is a decimal of up to 28 digits and is never rounded by itself: an amount finer than the currency's minor unit (a unit price
/// of 0.0042 USD, a share before it is paid) is a valid value. A rule rounds it once, by a <see cref="Rounding"/> that the rule names.
/// Sums, differences and products are exact as long as they fit in 28 digits; quotients are not, so multiply first and divide last.
/// </para>
/// <para>
/// Equality: same amount (2.5 equals 2.50) and same currency; different currencies are unequal. Addition, subtraction and ordering of
/// different currencies throw <see cref="CurrencyMismatchException"/>, zero included. The default value is 0 of <see cref="Currency.XXX"/>,
/// no currency.
/// </para>
/// <para>
/// Text is invariant and canonical: <c>USD 2.50</c> for 2.5 and 2.50, <c>JPY 3</c>, <c>USD 0.0042</c>; it round-trips through
/// <see cref="Parse(string)"/>.
/// </para>
/// </remarks>
[TypeConverter(typeof(TextConverter<Money>))]
public readonly partial struct Money : IEquatable<Money>, IComparable<Money>, IComparable, IFormattable
#if NET
    , ISpanFormattable, ISpanParsable<Money>
#endif
{
    private readonly decimal _amount;

    // Null stands for XXX, so that default(Money) needs no case of its own.
    private readonly Currency? _currency;

    /// <summary>Creates an amount of a currency, exactly as given.</summary>
    /// <param name="amount">The amount in major units (2.50 for two dollars fifty), of any sign and fineness.</param>
    /// <param name="currency">Its currency.</param>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    public Money(decimal amount, Currency currency)
    {
        Guard.Against.Null(currency);
        _amount = amount;
        _currency = ReferenceEquals(currency, Currency.XXX) ? null : currency;
    }

    private Money(Currency? currency, decimal amount)
    {
        _amount = amount;
        _currency = currency;
    }

    /// <summary>The amount in major units.</summary>
    public decimal Amount => _amount;

    /// <summary>The currency; <see cref="Currency.XXX"/> for the default value.</summary>
    public Currency Currency => _currency ?? Currency.XXX;

    /// <summary>True when the amount is zero.</summary>
    public bool IsZero => _amount == 0m;

    /// <summary>True when the amount is above zero.</summary>
    public bool IsPositive => _amount > 0m;

    /// <summary>True when the amount is below zero.</summary>
    public bool IsNegative => _amount < 0m;

    /// <summary>
    /// True when the amount is a whole number of minor units: USD 2.50, not USD 2.505. Always false for a currency without a minor unit,
    /// zero excepted.
    /// </summary>
    public bool IsInMinorUnits => IsZero || (_currency?.MinorDigits is { } digits && _amount == DecimalMath.Truncate(_amount, digits));

    /// <summary>Zero of a currency.</summary>
    /// <param name="currency">The currency.</param>
    /// <returns>The amount 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    public static Money Zero(Currency currency) => new(0m, currency);

    /// <summary>An amount from minor units: 250 of USD is USD 2.50, 250 of JPY is JPY 250, 250 of KWD is KWD 0.250.</summary>
    /// <param name="minorUnits">The whole number of minor units.</param>
    /// <param name="currency">A currency that has a minor unit.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="currency"/> has no minor unit.</exception>
    public static Money FromMinorUnits(long minorUnits, Currency currency)
    {
        Guard.Against.Null(currency);
        var digits = currency.MinorDigits ?? throw Guards.Invalid(nameof(currency), currency.Code, "must have a minor unit");
        return new Money(minorUnits * DecimalMath.PowerOfTenth(digits), currency);
    }

    /// <summary>The sum of amounts of one currency; an empty sequence gives zero of it.</summary>
    /// <param name="currency">The currency of the sum.</param>
    /// <param name="amounts">The amounts, each in that currency.</param>
    /// <returns>The exact sum.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="CurrencyMismatchException">An amount has another currency.</exception>
    /// <exception cref="OverflowException">The sum does not fit in a decimal.</exception>
    public static Money Sum(Currency currency, IEnumerable<Money> amounts)
    {
        Guard.Against.Null(amounts);
        var zero = Zero(currency);
        var sum = 0m;
        foreach (var amount in amounts)
        {
            SameCurrency(zero._currency, amount._currency, nameof(amounts));
            sum += amount._amount;
        }

        return zero.With(sum);
    }

    /// <inheritdoc cref="Sum(Currency, IEnumerable{Money})"/>
    public static Money Sum(Currency currency, params Money[] amounts) => Sum(currency, (IEnumerable<Money>)amounts);

#if NET
    /// <inheritdoc cref="Sum(Currency, IEnumerable{Money})"/>
    public static Money Sum(Currency currency, ReadOnlySpan<Money> amounts)
    {
        var zero = Zero(currency);
        var sum = 0m;
        foreach (ref readonly var amount in amounts)
        {
            SameCurrency(zero._currency, amount._currency, nameof(amounts));
            sum += amount._amount;
        }

        return zero.With(sum);
    }
#endif

    /// <summary>The smaller of two amounts of one currency.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">Another, in the same currency.</param>
    /// <returns>The smaller.</returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static Money Min(Money left, Money right) => left <= right ? left : right;

    /// <summary>The larger of two amounts of one currency.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">Another, in the same currency.</param>
    /// <returns>The larger.</returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static Money Max(Money left, Money right) => left >= right ? left : right;

    /// <summary>The amount without its sign.</summary>
    /// <returns>An amount of zero or more.</returns>
    public Money Abs() => new(_currency, _amount < 0m ? -_amount : _amount);

    /// <summary>The amount rounded by a named rule.</summary>
    /// <param name="rounding">The rule.</param>
    /// <returns>The rounded amount.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The rule rounds to the minor unit, and the currency has none.</exception>
    public Money Round(Rounding rounding)
    {
        Guard.Against.Null(rounding);
        return new Money(_currency, rounding.RoundAmount(_amount, _currency));
    }

    /// <summary>The whole number of minor units: 250 for USD 2.50.</summary>
    /// <returns>The number of minor units.</returns>
    /// <exception cref="InvalidOperationException">
    /// The amount is finer than the minor unit (round it first), or the currency has none.
    /// </exception>
    /// <exception cref="OverflowException">The number does not fit in a long.</exception>
    public long ToMinorUnits()
    {
        var digits = Currency.MinorDigits ?? throw new InvalidOperationException(Currency + " has no minor unit.");
        var units = _amount / DecimalMath.PowerOfTenth(digits);
        return IsInMinorUnits ? decimal.ToInt64(units)
            : throw new InvalidOperationException(this + " is finer than the minor unit of " + Currency + "; round it first.");
    }

    /// <summary>Whether the other is the same amount of the same currency.</summary>
    /// <param name="other">The amount to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Money other) => _amount == other._amount && _currency == other._currency;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Money other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Hash.Of(_amount), Currency.GetHashCode());

    /// <summary>Compares two amounts of one currency.</summary>
    /// <param name="other">The amount to compare with, in the same currency.</param>
    /// <returns>Negative, zero or positive as this amount is less, equal or more.</returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public int CompareTo(Money other)
    {
        SameCurrency(_currency, other._currency, nameof(other));
        return _amount.CompareTo(other._amount);
    }

    int IComparable.CompareTo(object? obj) => ObjectComparison.With(this, obj);

    /// <summary>Another amount of the same currency, which was checked when this one was made.</summary>
    internal Money With(decimal amount) => new(_currency, amount);

    // Takes the two references only: passing whole values by reference would force them out of registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Currency? SameCurrency(Currency? left, Currency? right, string parameterName = "right") =>
        ReferenceEquals(left, right) ? left : Reconcile(left, right, parameterName);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Currency? Reconcile(Currency? left, Currency? right, string parameterName) =>
        left == right ? left : throw new CurrencyMismatchException(left ?? Currency.XXX, right ?? Currency.XXX, parameterName);
}
