using System;
using System.Runtime.CompilerServices;

namespace SalesDomain;

public readonly partial struct Measured
{
    /// <summary>Whether both are the same value of the same measure.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another.</param>
    /// <returns>False when the measures differ.</returns>
    public static bool operator ==(Measured left, Measured right) => left.Equals(right);

    /// <summary>Whether values or measures differ.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when the measures differ.</returns>
    public static bool operator !=(Measured left, Measured right) => !left.Equals(right);

    /// <summary>Whether the left value is less.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another, of the same measure.</param>
    /// <returns>Whether it is less.</returns>
    /// <exception cref="ArgumentException">Measure, tax basis, unit or currency differ.</exception>
    /// <exception cref="InvalidOperationException">One is the default value, which measures nothing, and the other is not.</exception>
    public static bool operator <(Measured left, Measured right)
    {
        RequireSame(left, right);
        return left._amount < right._amount;
    }

    /// <summary>Whether the left value is less or equal.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another, of the same measure.</param>
    /// <returns>Whether it is less or equal.</returns>
    /// <inheritdoc cref="op_LessThan" path="/exception"/>
    public static bool operator <=(Measured left, Measured right)
    {
        RequireSame(left, right);
        return left._amount <= right._amount;
    }

    /// <summary>Whether the left value is more.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another, of the same measure.</param>
    /// <returns>Whether it is more.</returns>
    /// <inheritdoc cref="op_LessThan" path="/exception"/>
    public static bool operator >(Measured left, Measured right)
    {
        RequireSame(left, right);
        return left._amount > right._amount;
    }

    /// <summary>Whether the left value is more or equal.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another, of the same measure.</param>
    /// <returns>Whether it is more or equal.</returns>
    /// <inheritdoc cref="op_LessThan" path="/exception"/>
    public static bool operator >=(Measured left, Measured right)
    {
        RequireSame(left, right);
        return left._amount >= right._amount;
    }

    /// <summary>The sum of two values of one measure, exact.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another, of the same measure.</param>
    /// <returns>The sum.</returns>
    /// <inheritdoc cref="op_LessThan" path="/exception"/>
    /// <exception cref="OverflowException">The sum does not fit in a decimal.</exception>
    public static Measured operator +(Measured left, Measured right)
    {
        RequireSame(left, right);
        return left.With(left._amount + right._amount);
    }

    /// <summary>The difference of two values of one measure, exact.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">What is taken from it, of the same measure.</param>
    /// <returns>The difference.</returns>
    /// <inheritdoc cref="op_LessThan" path="/exception"/>
    /// <exception cref="OverflowException">The difference does not fit in a decimal.</exception>
    public static Measured operator -(Measured left, Measured right)
    {
        RequireSame(left, right);
        return left.With(left._amount - right._amount);
    }

    /// <summary>The value with the opposite sign.</summary>
    /// <param name="value">A value.</param>
    /// <returns>Its negation.</returns>
    public static Measured operator -(Measured value) => value.With(-value._amount);

    /// <summary>The value times a number, not rounded: receivables × days.</summary>
    /// <param name="value">A value.</param>
    /// <param name="factor">A number.</param>
    /// <returns>The product.</returns>
    /// <exception cref="OverflowException">The product does not fit in a decimal.</exception>
    public static Measured operator *(Measured value, decimal factor) => value.With(value._amount * factor);

    /// <inheritdoc cref="op_Multiply(Measured, decimal)"/>
    public static Measured operator *(decimal factor, Measured value) => value * factor;

    /// <summary>A percentage of the value, not rounded: the share of a sale that a salesperson is credited with.</summary>
    /// <param name="value">A value.</param>
    /// <param name="percentage">The percentage to take of it.</param>
    /// <returns>The product.</returns>
    /// <exception cref="OverflowException">The product does not fit in a decimal.</exception>
    public static Measured operator *(Measured value, Percentage percentage) => value * percentage.Fraction;

    /// <inheritdoc cref="op_Multiply(Measured, Percentage)"/>
    public static Measured operator *(Percentage percentage, Measured value) => value * percentage.Fraction;

    /// <summary>Another amount of the same measure and currency.</summary>
    internal Measured With(decimal amount) => new(_measure, amount, _currency);

    // Mostly the measure and the currency are the same objects; the comparison by value is left to the rare case, and so is the text of
    // a name, that of the component for example whose quota this is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void RequireSame(Measured left, Measured right, string parameterName = "right", string? name = null)
    {
        if (!ReferenceEquals(left._measure, right._measure) || !ReferenceEquals(left._currency, right._currency))
            RequireEqual(left, right, parameterName, name);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RequireEqual(Measured left, Measured right, string parameterName, string? name)
    {
        var of = name is null ? null : "'" + name + "'";
        Measure.RequireSame(left.Measure, right.Measure, parameterName, of);
        RequireSameCurrency(left, right, parameterName, of);
    }
}
