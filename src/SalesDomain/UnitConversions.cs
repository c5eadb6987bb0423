using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>How the units of one product convert: 1 case = 24 pieces, 1 pallet = 40 cases.</summary>
/// <remarks>
/// Factors are held as exact ratios of whole numbers, so that a chain (pieces to cases to pallets) loses nothing and there and back is the
/// same quantity whenever the quotient is exact. A conversion multiplies first and divides last. Immutable; equality is by base unit and
/// factors, whatever the order they were declared in.
/// </remarks>
public sealed class UnitConversions : IEquatable<UnitConversions>
{
    // Per unit: how many base units one of it holds, as numerator and denominator without a common factor.
    private readonly Dictionary<UnitOfMeasure, (BigInteger Numerator, BigInteger Denominator)> _toBase;

    private UnitConversions(UnitOfMeasure baseUnit, Dictionary<UnitOfMeasure, (BigInteger Numerator, BigInteger Denominator)> toBase)
    {
        BaseUnit = baseUnit;
        _toBase = toBase;
    }

    /// <summary>The unit that the others are declared from, directly or through a chain.</summary>
    public UnitOfMeasure BaseUnit { get; }

    /// <summary>Every unit of the product, the largest first.</summary>
    public IReadOnlyList<UnitOfMeasure> Units =>
        [
            .. _toBase.Keys.OrderByDescending(unit => unit, Comparer<UnitOfMeasure>.Create(CompareSize))
            .ThenBy(unit => unit.Code, StringComparer.Ordinal),
        ];

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A set of conversions.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(UnitConversions? left, UnitConversions? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A set of conversions.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(UnitConversions? left, UnitConversions? right) => !(left == right);

    /// <summary>Starts the conversions of a product that is kept in one unit.</summary>
    /// <param name="baseUnit">The unit.</param>
    /// <returns>Conversions that know this unit only.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="baseUnit"/> is null.</exception>
    public static UnitConversions Of(UnitOfMeasure baseUnit)
    {
        Guard.Against.Null(baseUnit);
        return new UnitConversions(baseUnit, new() { [baseUnit] = (BigInteger.One, BigInteger.One) });
    }

    /// <summary>Adds a unit by an equation: 1 case = 24 pieces, 3.5 kilograms = 1000 pieces.</summary>
    /// <param name="quantity">A positive quantity of the new unit.</param>
    /// <param name="equals">The same amount of goods in a unit already declared; positive.</param>
    /// <returns>Conversions that also know the new unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A quantity is zero or negative.</exception>
    /// <exception cref="ArgumentException">The new unit is known already, or the other is not.</exception>
    public UnitConversions With(Quantity quantity, Quantity equals)
    {
        Guard.Against.NotPositive(quantity.Amount, nameof(quantity));
        Guard.Against.NotPositive(equals.Amount, nameof(equals));
        if (_toBase.ContainsKey(quantity.Unit))
            throw Guards.Invalid(nameof(quantity), quantity.ToString(), "must be of a unit not declared before");

        var known = FactorOf(equals.Unit, nameof(equals));
        var one = ToRatio(quantity.Amount);
        var other = ToRatio(equals.Amount);
        var factor = Reduce(
            other.Numerator * one.Denominator * known.Numerator, other.Denominator * one.Numerator * known.Denominator);

        return new UnitConversions(BaseUnit, new(_toBase) { [quantity.Unit] = factor });
    }

    /// <summary>The quantity in another unit of the product.</summary>
    /// <param name="quantity">The quantity, in a unit of the product.</param>
    /// <param name="unit">The unit wanted.</param>
    /// <returns>The quantity, not rounded; exact unless the quotient needs more than 28 digits (1 piece is a third of a 3-pack).</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    /// <exception cref="ArgumentException">A unit is not one of the product's.</exception>
    /// <exception cref="OverflowException">The result does not fit in a decimal.</exception>
    public Quantity Convert(Quantity quantity, UnitOfMeasure unit)
    {
        Guard.Against.Null(unit);
        var (numerator, denominator) = InBase(quantity, nameof(quantity));
        return InUnit(numerator, denominator, unit);
    }

    /// <summary>The quantity in another unit, rounded: up to whole cases for an order, down for what a stock fills.</summary>
    /// <param name="quantity">The quantity, in a unit of the product.</param>
    /// <param name="unit">The unit wanted.</param>
    /// <param name="rounding">The rule, applied once to the converted amount.</param>
    /// <returns>The rounded quantity.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> or <paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentException">A unit is not one of the product's.</exception>
    /// <exception cref="OverflowException">The result does not fit in a decimal.</exception>
    public Quantity Convert(Quantity quantity, UnitOfMeasure unit, Rounding rounding)
    {
        Guard.Against.Null(rounding);
        return Convert(quantity, unit).Round(rounding);
    }

    /// <summary>The quantity in whole large units and a rest: 1,000 pieces are 1 pallet, 1 case and 16 pieces.</summary>
    /// <param name="quantity">A quantity of zero or more, in a unit of the product.</param>
    /// <param name="units">The units to use, the largest first; the last takes the rest and may have decimals.</param>
    /// <returns>One quantity per unit, in the order given.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantity"/> is negative.</exception>
    /// <exception cref="ArgumentException">There are no units, one is not the product's, or a larger one follows a smaller.</exception>
    public IReadOnlyList<Quantity> Decompose(Quantity quantity, params UnitOfMeasure[] units)
    {
        Guard.Against.Below(0m, quantity.Amount, nameof(quantity));
        var wanted = Guard.Against.Nothing(units, "name at least the unit of the rest");
        var parts = new Quantity[wanted.Length];
        var (rest, denominator) = InBase(quantity, nameof(quantity));
        for (var i = 0; i < wanted.Length; i++)
        {
            var one = FactorOf(wanted[i], nameof(units));
            if (i > 0 && CompareSize(wanted[i - 1], wanted[i]) <= 0)
                throw Guards.Invalid(nameof(units), wanted[i].Code, "must go from the largest unit to the smallest");

            // The rest stays a fraction until the last unit: a rounded rest would lose goods.
            if (i < wanted.Length - 1)
            {
                var whole = rest * one.Denominator / (denominator * one.Numerator);
                (rest, denominator) = Reduce(
                    (rest * one.Denominator) - (whole * one.Numerator * denominator), denominator * one.Denominator);
                parts[i] = new Quantity((decimal)whole, wanted[i]);
            }
            else
            {
                parts[i] = InUnit(rest, denominator, wanted[i]);
            }
        }

        return Array.AsReadOnly(parts);
    }

    /// <summary>Whether the other has the same base unit and the same factors.</summary>
    /// <param name="other">The set of conversions to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(UnitConversions? other) => other is not null && BaseUnit == other.BaseUnit && _toBase.Count == other._toBase.Count
        && _toBase.All(unit => other._toBase.TryGetValue(unit.Key, out var factor) && factor == unit.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UnitConversions);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(BaseUnit.GetHashCode(), _toBase.Count);

    /// <summary>The units in the base unit: <c>1 PAL = 960 PCE, 1 CS = 24 PCE</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Join(", ", Units.Where(unit => unit != BaseUnit).Select(Describe));

    /// <summary>Whether the unit is one of the product's.</summary>
    internal bool Knows(UnitOfMeasure unit) => _toBase.ContainsKey(unit);

    /// <summary>How much of one unit of the product another is.</summary>
    internal UnitRatio RatioOf(UnitOfMeasure unit, UnitOfMeasure to)
    {
        var (one, other) = (_toBase[unit], _toBase[to]);
        var (units, of) = Reduce(one.Numerator * other.Denominator, one.Denominator * other.Numerator);
        return new UnitRatio(units, of);
    }

    private string Describe(UnitOfMeasure unit)
    {
        var (numerator, denominator) = _toBase[unit];
        return InvariantText.Number(denominator) + " " + unit + " = " + InvariantText.Number(numerator) + " " + BaseUnit;
    }

    private int CompareSize(UnitOfMeasure left, UnitOfMeasure right)
    {
        var one = _toBase[left];
        var other = _toBase[right];
        return (one.Numerator * other.Denominator).CompareTo(other.Numerator * one.Denominator);
    }

    private (BigInteger Numerator, BigInteger Denominator) InBase(Quantity quantity, string parameterName)
    {
        var one = FactorOf(quantity.Unit, parameterName);
        var amount = ToRatio(quantity.Amount);
        return Reduce(amount.Numerator * one.Numerator, amount.Denominator * one.Denominator);
    }

    private Quantity InUnit(BigInteger numerator, BigInteger denominator, UnitOfMeasure unit)
    {
        var one = FactorOf(unit, nameof(unit));
        return new Quantity(DecimalMath.Quotient(numerator * one.Denominator, denominator * one.Numerator), unit);
    }

    private (BigInteger Numerator, BigInteger Denominator) FactorOf(UnitOfMeasure unit, string parameterName)
    {
        if (unit is null)
            throw new ArgumentNullException(parameterName);

        return _toBase.TryGetValue(unit, out var factor) ? factor
            : throw Guards.Invalid(parameterName, unit.Code, "must be of a unit declared for the product");
    }

    private static (BigInteger Numerator, BigInteger Denominator) ToRatio(decimal value)
    {
        var digits = DecimalMath.SignificantDecimals(value);
        var denominator = BigInteger.Pow(10, digits);
        return Reduce(DecimalMath.ToInteger(value, digits), denominator);
    }

    private static (BigInteger Numerator, BigInteger Denominator) Reduce(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return (numerator / common, denominator / common);
    }
}
