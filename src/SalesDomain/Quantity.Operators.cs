using System;

namespace SalesDomain;

public readonly partial struct Quantity
{
    /// <summary>Whether both are the same amount of the same unit.</summary>
    /// <param name="left">A quantity.</param>
    /// <param name="right">Another.</param>
    /// <returns>False when the units differ.</returns>
    public static bool operator ==(Quantity left, Quantity right) => left.Equals(right);

    /// <summary>Whether amounts or units differ.</summary>
    /// <param name="left">A quantity.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when the units differ.</returns>
    public static bool operator !=(Quantity left, Quantity right) => !left.Equals(right);

    /// <summary>Whether the left quantity is less.</summary>
    /// <param name="left">A quantity.</param>
    /// <param name="right">Another, in the same unit.</param>
    /// <returns>Whether it is less.</returns>
    /// <exception cref="UnitMismatchException">The units differ.</exception>
    public static bool operator <(Quantity left, Quantity right)
    {
        SameUnit(left._unit, right._unit);
        return left._amount < right._amount;
    }

    /// <summary>Whether the left quantity is less or equal.</summary>
    /// <param name="left">A quantity.</param>
    /// <param name="right">Another, in the same unit.</param>
    /// <returns>Whether it is less or equal.</returns>
    /// <exception cref="UnitMismatchException">The units differ.</exception>
    public static bool operator <=(Quantity left, Quantity right)
    {
        SameUnit(left._unit, right._unit);
        return left._amount <= right._amount;
    }

    /// <summary>Whether the left quantity is more.</summary>
    /// <param name="left">A quantity.</param>
    /// <param name="right">Another, in the same unit.</param>
    /// <returns>Whether it is more.</returns>
    /// <exception cref="UnitMismatchException">The units differ.</exception>
    public static bool operator >(Quantity left, Quantity right)
    {
        SameUnit(left._unit, right._unit);
        return left._amount > right._amount;
    }

    /// <summary>Whether the left quantity is more or equal.</summary>
    /// <param name="left">A quantity.</param>
    /// <param name="right">Another, in the same unit.</param>
    /// <returns>Whether it is more or equal.</returns>
    /// <exception cref="UnitMismatchException">The units differ.</exception>
    public static bool operator >=(Quantity left, Quantity right)
    {
        SameUnit(left._unit, right._unit);
        return left._amount >= right._amount;
    }

    /// <summary>The sum of two quantities of one unit, exact.</summary>
    /// <param name="left">A quantity.</param>
    /// <param name="right">Another, in the same unit.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="UnitMismatchException">The units differ, zero included.</exception>
    /// <exception cref="OverflowException">The sum does not fit in a decimal.</exception>
    public static Quantity operator +(Quantity left, Quantity right) =>
        new(SameUnit(left._unit, right._unit), left._amount + right._amount);

    /// <summary>The difference of two quantities of one unit, exact.</summary>
    /// <param name="left">A quantity.</param>
    /// <param name="right">What is taken from it, in the same unit.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="UnitMismatchException">The units differ, zero included.</exception>
    /// <exception cref="OverflowException">The difference does not fit in a decimal.</exception>
    public static Quantity operator -(Quantity left, Quantity right) =>
        new(SameUnit(left._unit, right._unit), left._amount - right._amount);

    /// <summary>The quantity with the opposite sign.</summary>
    /// <param name="value">A quantity.</param>
    /// <returns>Its negation.</returns>
    public static Quantity operator -(Quantity value) => new(value._unit, -value._amount);

    /// <summary>The quantity times a number, not rounded.</summary>
    /// <param name="value">A quantity.</param>
    /// <param name="factor">A number.</param>
    /// <returns>The product.</returns>
    /// <exception cref="OverflowException">The product does not fit in a decimal.</exception>
    public static Quantity operator *(Quantity value, decimal factor) => new(value._unit, value._amount * factor);

    /// <inheritdoc cref="op_Multiply(Quantity, decimal)"/>
    public static Quantity operator *(decimal factor, Quantity value) => value * factor;

    /// <summary>A percentage of the quantity, not rounded.</summary>
    /// <param name="value">A quantity.</param>
    /// <param name="percentage">The percentage to take of it.</param>
    /// <returns>The product.</returns>
    /// <exception cref="OverflowException">The product does not fit in a decimal.</exception>
    public static Quantity operator *(Quantity value, Percentage percentage) => value * percentage.Fraction;

    /// <inheritdoc cref="op_Multiply(Quantity, Percentage)"/>
    public static Quantity operator *(Percentage percentage, Quantity value) => value * percentage.Fraction;

    /// <summary>The quantity divided by a number. A quotient keeps 28 digits and is not exact: divide last.</summary>
    /// <param name="value">A quantity.</param>
    /// <param name="divisor">A number other than zero.</param>
    /// <returns>The quotient.</returns>
    /// <exception cref="DivideByZeroException"><paramref name="divisor"/> is zero.</exception>
    public static Quantity operator /(Quantity value, decimal divisor) => new(value._unit, value._amount / divisor);

    /// <summary>The ratio of two quantities of one unit, a plain number.</summary>
    /// <param name="left">The dividend.</param>
    /// <param name="right">The divisor, in the same unit, not zero.</param>
    /// <returns>The ratio, to 28 digits.</returns>
    /// <exception cref="UnitMismatchException">The units differ.</exception>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static decimal operator /(Quantity left, Quantity right)
    {
        SameUnit(left._unit, right._unit);
        return left._amount / right._amount;
    }
}
