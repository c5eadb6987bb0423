using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>An exact amount of one unit of measure: 120 pieces, 2.5 kilograms.</summary>
/// <remarks>
/// <para>
/// The amount may be negative (goods come back) and may have decimals; a rule that needs whole units rounds by a named
/// <see cref="Rounding"/>. Units are converted by the product's <see cref="UnitConversions"/>, never silently.
/// </para>
/// <para>
/// Equality: same amount and same unit. Addition, subtraction and ordering of different units throw <see cref="UnitMismatchException"/>,
/// zero included. The default value is 0 pieces.
/// </para>
/// <para>Text is invariant and canonical, <c>120 PCE</c>, and round-trips through <see cref="Parse"/>.</para>
/// </remarks>
[TypeConverter(typeof(TextConverter<Quantity>))]
public readonly partial struct Quantity : IEquatable<Quantity>, IComparable<Quantity>, IComparable, IFormattable
#if NET
    , ISpanFormattable, ISpanParsable<Quantity>
#endif
{
    private readonly decimal _amount;

    // Null stands for pieces, so that default(Quantity) needs no case of its own.
    private readonly UnitOfMeasure? _unit;

    /// <summary>Creates a quantity, exactly as given.</summary>
    /// <param name="amount">How many units, of any sign.</param>
    /// <param name="unit">The unit.</param>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    public Quantity(decimal amount, UnitOfMeasure unit)
    {
        Guard.Against.Null(unit);
        _amount = amount;
        _unit = unit == UnitOfMeasure.Piece ? null : unit;
    }

    private Quantity(UnitOfMeasure? unit, decimal amount)
    {
        _amount = amount;
        _unit = unit;
    }

    /// <summary>How many units.</summary>
    public decimal Amount => _amount;

    /// <summary>The unit; <see cref="UnitOfMeasure.Piece"/> for the default value.</summary>
    public UnitOfMeasure Unit => _unit ?? UnitOfMeasure.Piece;

    /// <summary>True when the amount is zero.</summary>
    public bool IsZero => _amount == 0m;

    /// <summary>True when the amount is above zero.</summary>
    public bool IsPositive => _amount > 0m;

    /// <summary>True when the amount is below zero.</summary>
    public bool IsNegative => _amount < 0m;

    /// <summary>A number of pieces.</summary>
    /// <param name="amount">How many.</param>
    /// <returns>The quantity.</returns>
    public static Quantity Pieces(decimal amount) => new((UnitOfMeasure?)null, amount);

    /// <summary>Zero of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The quantity 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    public static Quantity Zero(UnitOfMeasure unit) => new(0m, unit);

    /// <summary>The sum of quantities of one unit; an empty sequence gives zero of it.</summary>
    /// <param name="unit">The unit of the sum.</param>
    /// <param name="quantities">The quantities, each in that unit.</param>
    /// <returns>The exact sum.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="UnitMismatchException">A quantity has another unit.</exception>
    /// <exception cref="OverflowException">The sum does not fit in a decimal.</exception>
    public static Quantity Sum(UnitOfMeasure unit, IEnumerable<Quantity> quantities)
    {
        Guard.Against.Null(quantities);
        var sum = Zero(unit);
        foreach (var quantity in quantities)
            sum = new Quantity(SameUnit(sum._unit, quantity._unit, nameof(quantities)), sum._amount + quantity._amount);

        return sum;
    }

    /// <summary>The quantity without its sign.</summary>
    /// <returns>A quantity of zero or more.</returns>
    public Quantity Abs() => new(_unit, _amount < 0m ? -_amount : _amount);

    /// <summary>The quantity rounded by a named rule.</summary>
    /// <param name="rounding">The rule: digits or step.</param>
    /// <returns>The rounded quantity.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The rule rounds to a currency's minor unit.</exception>
    public Quantity Round(Rounding rounding) => new(_unit, Guard.Against.Null(rounding).Round(_amount));

    /// <summary>Whether the other is the same amount of the same unit.</summary>
    /// <param name="other">The quantity to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Quantity other) => _amount == other._amount && _unit == other._unit;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Quantity other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Hash.Of(_amount), Unit.GetHashCode());

    /// <summary>Compares two quantities of one unit.</summary>
    /// <param name="other">The quantity to compare with, in the same unit.</param>
    /// <returns>Negative, zero or positive as this is less, equal or more.</returns>
    /// <exception cref="UnitMismatchException">The units differ.</exception>
    public int CompareTo(Quantity other)
    {
        SameUnit(_unit, other._unit, nameof(other));
        return _amount.CompareTo(other._amount);
    }

    int IComparable.CompareTo(object? obj) => ObjectComparison.With(this, obj);

    private static UnitOfMeasure? SameUnit(UnitOfMeasure? left, UnitOfMeasure? right, string parameterName = "right") =>
        left == right ? left : throw new UnitMismatchException(left ?? UnitOfMeasure.Piece, right ?? UnitOfMeasure.Piece, parameterName);
}
