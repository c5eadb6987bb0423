using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>How the units of one product convert: 1 case = 24 pieces, 1 pallet = 40 cases.</summary>
/// <remarks>
/// Factors are held as exact ratios of whole numbers, so that a chain (pieces to cases to pallets) loses nothing and there and back is the same
/// quantity whenever the quotient is exact. A conversion multiplies first and divides last. Immutable; order of declaration does not matter to the result.
/// </remarks>
public sealed class UnitConversions
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
        [.. _toBase.Keys.OrderByDescending(unit => unit, Comparer<UnitOfMeasure>.Create(CompareSize)).ThenBy(unit => unit.Code, StringComparer.Ordinal)];

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
        var amount = InBaseUnits(quantity);
        return new Quantity(Quotient(amount, FactorOf(unit, nameof(unit))), unit);
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
    /// <exception cref="OverflowException">A part does not fit in a decimal.</exception>
    public IReadOnlyList<Quantity> Break(Quantity quantity, params UnitOfMeasure[] units)
    {
        Guard.Against.Below(0m, quantity.Amount, nameof(quantity));
        var wanted = Guard.Against.Nothing(units, "name at least the unit of the rest");

        // The rest stays a ratio to the end: half a kilogram less a case of a third is exactly 6 pieces of a twelfth of the case.
        var rest = InBaseUnits(quantity);
        var parts = new Quantity[wanted.Length];
        for (var i = 0; i < wanted.Length; i++)
        {
            var factor = FactorOf(wanted[i], nameof(units));
            if (i > 0 && CompareSize(wanted[i - 1], wanted[i]) <= 0)
                throw Guards.Invalid(nameof(units), wanted[i].Code, "must go from the largest unit to the smallest");

            if (i == wanted.Length - 1)
            {
                parts[i] = new Quantity(Quotient(rest, factor), wanted[i]);
                break;
            }

            var whole = rest.Numerator * factor.Denominator / (rest.Denominator * factor.Numerator);
            parts[i] = new Quantity((decimal)whole, wanted[i]);
            rest = Reduce(
                (rest.Numerator * factor.Denominator) - (whole * factor.Numerator * rest.Denominator), rest.Denominator * factor.Denominator);
        }

        return Array.AsReadOnly(parts);
    }

    private int CompareSize(UnitOfMeasure left, UnitOfMeasure right)
    {
        var one = _toBase[left];
        var other = _toBase[right];
        return (one.Numerator * other.Denominator).CompareTo(other.Numerator * one.Denominator);
    }

    private (BigInteger Numerator, BigInteger Denominator) InBaseUnits(Quantity quantity)
    {
        var factor = FactorOf(quantity.Unit, nameof(quantity));
        var (numerator, denominator) = ToRatio(quantity.Amount);
        return Reduce(numerator * factor.Numerator, denominator * factor.Denominator);
    }

    private static decimal Quotient((BigInteger Numerator, BigInteger Denominator) amount, (BigInteger Numerator, BigInteger Denominator) factor) =>
        DecimalMath.Quotient(amount.Numerator * factor.Denominator, amount.Denominator * factor.Numerator);

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
