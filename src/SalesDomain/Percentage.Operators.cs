using System;

namespace SalesDomain;

public readonly partial struct Percentage
{
    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A percentage.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(Percentage left, Percentage right) => left._fraction == right._fraction;

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A percentage.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Percentage left, Percentage right) => left._fraction != right._fraction;

    /// <summary>Whether the left is less.</summary>
    /// <param name="left">A percentage.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether it is less.</returns>
    public static bool operator <(Percentage left, Percentage right) => left._fraction < right._fraction;

    /// <summary>Whether the left is less or equal.</summary>
    /// <param name="left">A percentage.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether it is less or equal.</returns>
    public static bool operator <=(Percentage left, Percentage right) => left._fraction <= right._fraction;

    /// <summary>Whether the left is more.</summary>
    /// <param name="left">A percentage.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether it is more.</returns>
    public static bool operator >(Percentage left, Percentage right) => left._fraction > right._fraction;

    /// <summary>Whether the left is more or equal.</summary>
    /// <param name="left">A percentage.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether it is more or equal.</returns>
    public static bool operator >=(Percentage left, Percentage right) => left._fraction >= right._fraction;

    /// <summary>Points added: 3 % and 2 points are 5 %. For discount upon discount use <see cref="Successive(Percentage[])"/>.</summary>
    /// <param name="left">A percentage.</param>
    /// <param name="right">The points to add.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="OverflowException">The sum is too large to be a percentage.</exception>
    public static Percentage operator +(Percentage left, Percentage right) => Computed(left._fraction + right._fraction);

    /// <summary>Points taken away: 5 % less 2 points is 3 %.</summary>
    /// <param name="left">A percentage.</param>
    /// <param name="right">The points to take away.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="OverflowException">The difference is too large to be a percentage.</exception>
    public static Percentage operator -(Percentage left, Percentage right) => Computed(left._fraction - right._fraction);

    /// <summary>The percentage with the opposite sign.</summary>
    /// <param name="value">A percentage.</param>
    /// <returns>Its negation.</returns>
    public static Percentage operator -(Percentage value) => new(-value._fraction);

    /// <summary>The percentage times a number.</summary>
    /// <param name="value">A percentage.</param>
    /// <param name="factor">A number.</param>
    /// <returns>The product.</returns>
    /// <exception cref="OverflowException">The product is too large to be a percentage.</exception>
    public static Percentage operator *(Percentage value, decimal factor) => Computed(value._fraction * factor);

    /// <inheritdoc cref="op_Multiply(Percentage, decimal)"/>
    public static Percentage operator *(decimal factor, Percentage value) => value * factor;

    /// <summary>A percentage of a percentage: 50 % of 40 % is 20 %.</summary>
    /// <param name="left">A percentage.</param>
    /// <param name="right">Another.</param>
    /// <returns>The product.</returns>
    /// <exception cref="OverflowException">The product is too large to be a percentage.</exception>
    public static Percentage operator *(Percentage left, Percentage right) => Computed(left._fraction * right._fraction);

    /// <summary>The percentage divided by a number; a quotient keeps 28 digits.</summary>
    /// <param name="value">A percentage.</param>
    /// <param name="divisor">A number other than zero.</param>
    /// <returns>The quotient.</returns>
    /// <exception cref="DivideByZeroException"><paramref name="divisor"/> is zero.</exception>
    /// <exception cref="OverflowException">The quotient is too large to be a percentage.</exception>
    public static Percentage operator /(Percentage value, decimal divisor) => Computed(value._fraction / divisor);
}
