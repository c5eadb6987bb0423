using System;
using System.Runtime.CompilerServices;

namespace SalesDomain;

public readonly partial struct Money
{
    /// <summary>Whether both are the same amount of the same currency.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">Another.</param>
    /// <returns>False when the currencies differ.</returns>
    public static bool operator ==(Money left, Money right) => left.Equals(right);

    /// <summary>Whether amounts or currencies differ.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when the currencies differ.</returns>
    public static bool operator !=(Money left, Money right) => !left.Equals(right);

    /// <summary>Whether the left amount is less.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">Another, in the same currency.</param>
    /// <returns>Whether it is less.</returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator <(Money left, Money right)
    {
        SameCurrency(left._currency, right._currency);
        return left._amount < right._amount;
    }

    /// <summary>Whether the left amount is less or equal.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">Another, in the same currency.</param>
    /// <returns>Whether it is less or equal.</returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator <=(Money left, Money right)
    {
        SameCurrency(left._currency, right._currency);
        return left._amount <= right._amount;
    }

    /// <summary>Whether the left amount is more.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">Another, in the same currency.</param>
    /// <returns>Whether it is more.</returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator >(Money left, Money right)
    {
        SameCurrency(left._currency, right._currency);
        return left._amount > right._amount;
    }

    /// <summary>Whether the left amount is more or equal.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">Another, in the same currency.</param>
    /// <returns>Whether it is more or equal.</returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator >=(Money left, Money right)
    {
        SameCurrency(left._currency, right._currency);
        return left._amount >= right._amount;
    }

    /// <summary>The sum of two amounts of one currency, exact.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">Another, in the same currency.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ, zero included.</exception>
    /// <exception cref="OverflowException">The sum does not fit in a decimal.</exception>
    public static Money operator +(Money left, Money right) =>
        ReferenceEquals(left._currency, right._currency) ? left.With(left._amount + right._amount) : AddReconciled(left, right);

    /// <summary>The difference of two amounts of one currency, exact.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">What is taken from it, in the same currency.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ, zero included.</exception>
    /// <exception cref="OverflowException">The difference does not fit in a decimal.</exception>
    public static Money operator -(Money left, Money right) =>
        ReferenceEquals(left._currency, right._currency) ? left.With(left._amount - right._amount) : AddReconciled(left, -right);

    /// <summary>The amount with the opposite sign.</summary>
    /// <param name="value">An amount.</param>
    /// <returns>Its negation.</returns>
    public static Money operator -(Money value) => new(value._currency, -value._amount);

    /// <summary>The amount times a number, not rounded.</summary>
    /// <param name="value">An amount.</param>
    /// <param name="factor">A number.</param>
    /// <returns>The product.</returns>
    /// <exception cref="OverflowException">The product does not fit in a decimal.</exception>
    public static Money operator *(Money value, decimal factor) => new(value._currency, value._amount * factor);

    /// <inheritdoc cref="op_Multiply(Money, decimal)"/>
    public static Money operator *(decimal factor, Money value) => value * factor;

    /// <summary>A percentage of the amount, not rounded: 3 % of USD 50 is USD 1.50.</summary>
    /// <param name="value">An amount.</param>
    /// <param name="percentage">The percentage to take of it.</param>
    /// <returns>The product.</returns>
    /// <exception cref="OverflowException">The product does not fit in a decimal.</exception>
    public static Money operator *(Money value, Percentage percentage) => new(value._currency, value._amount * percentage.Fraction);

    /// <inheritdoc cref="op_Multiply(Money, Percentage)"/>
    public static Money operator *(Percentage percentage, Money value) => value * percentage;

    /// <summary>
    /// The amount divided by a number. A quotient keeps 28 digits and is not exact: divide last, and round by a named rule.
    /// </summary>
    /// <param name="value">An amount.</param>
    /// <param name="divisor">A number other than zero.</param>
    /// <returns>The quotient.</returns>
    /// <exception cref="DivideByZeroException"><paramref name="divisor"/> is zero.</exception>
    public static Money operator /(Money value, decimal divisor) => new(value._currency, value._amount / divisor);

    /// <summary>
    /// The whole of which the amount is this percentage: cost ÷ (100 % − margin) is the price, gross ÷ (100 % + tax) the net. Divide last.
    /// </summary>
    /// <param name="value">An amount.</param>
    /// <param name="percentage">The percentage that the amount is, not 0 %.</param>
    /// <returns>The amount that is 100 %, to 28 digits.</returns>
    /// <exception cref="DivideByZeroException"><paramref name="percentage"/> is 0 %.</exception>
    public static Money operator /(Money value, Percentage percentage) => new(value._currency, value._amount / percentage.Fraction);

    /// <summary>
    /// The ratio of two amounts of one currency, a plain number. <see cref="Percentage.Ratio(Money, Money)"/> answers a zero divisor
    /// without an exception.
    /// </summary>
    /// <param name="left">The dividend.</param>
    /// <param name="right">The divisor, in the same currency, not zero.</param>
    /// <returns>The ratio, to 28 digits.</returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static decimal operator /(Money left, Money right)
    {
        SameCurrency(left._currency, right._currency);
        return left._amount / right._amount;
    }

    // The rare case, two objects of one custom currency, does the whole work itself: nothing has to outlive a call in the usual case, where
    // a running sum then stays in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Money AddReconciled(Money left, Money right) =>
        new(Reconcile(left._currency, right._currency, nameof(right)), left._amount + right._amount);
}
