using System.Numerics;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>A fraction of whole numbers of any size, so that parts of unlike wholes are added exactly and divided once.</summary>
internal readonly struct Fraction
{
    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

    private Fraction(BigInteger numerator, BigInteger denominator)
    {
        _numerator = numerator;
        _denominator = denominator;
    }

    internal static Fraction Zero { get; } = new(BigInteger.Zero, BigInteger.One);

    /// <summary>numerator ÷ denominator, which is above zero.</summary>
    internal static Fraction Of(decimal numerator, decimal denominator)
    {
        var digits = System.Math.Max(DecimalMath.Scale(numerator), DecimalMath.Scale(denominator));
        return new Fraction(DecimalMath.ToInteger(numerator, digits), DecimalMath.ToInteger(denominator, digits));
    }

    internal Fraction Times(in Fraction other) => new(_numerator * other._numerator, _denominator * other._denominator);

    internal Fraction Plus(in Fraction other) =>
        _denominator == other._denominator ? new(_numerator + other._numerator, _denominator)
            : new((_numerator * other._denominator) + (other._numerator * _denominator), _denominator * other._denominator);

    /// <summary>The fraction of an amount: exact where a decimal holds it, otherwise to as many digits as it has.</summary>
    internal decimal Times(decimal amount)
    {
        var digits = DecimalMath.Scale(amount);
        return DecimalMath.Quotient(DecimalMath.ToInteger(amount, digits) * _numerator, BigInteger.Pow(10, digits) * _denominator);
    }
}
