using System;
using System.Globalization;
using System.Numerics;

namespace SalesDomain.Tests;

/// <summary>A rational number: the oracle for what decimal arithmetic should give, in plain schoolbook code.</summary>
internal readonly struct Exact : IComparable<Exact>, IEquatable<Exact>
{
    private static readonly BigInteger s_mostDecimalDigits = (BigInteger.One << 96) - 1;

    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

    internal Exact(BigInteger numerator, BigInteger denominator)
    {
        var sign = denominator.Sign == 0 ? throw new DivideByZeroException() : denominator.Sign;
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * sign;
        _numerator = numerator / common;
        _denominator = denominator / common;
    }

    internal static Exact Half => new(1, 2);

    internal int Sign => _numerator.Sign;

    internal bool IsWhole => _denominator.IsOne;

    internal bool IsEven => _numerator.IsEven;

    /// <summary>Whether a decimal holds the number without loss.</summary>
    internal bool FitsDecimal
    {
        get
        {
            for (var scale = 0; scale <= 28; scale++)
            {
                var scaled = this * new Exact(BigInteger.Pow(10, scale), 1);
                if (scaled.IsWhole)
                    return BigInteger.Abs(scaled._numerator) <= s_mostDecimalDigits;
            }

            return false;
        }
    }

    public static Exact operator +(Exact left, Exact right) =>
        new((left._numerator * right._denominator) + (right._numerator * left._denominator), left._denominator * right._denominator);

    public static Exact operator -(Exact left, Exact right) => left + -right;

    public static Exact operator -(Exact value) => new(-value._numerator, value._denominator);

    public static Exact operator *(Exact left, Exact right) =>
        new(left._numerator * right._numerator, left._denominator * right._denominator);

    public static Exact operator /(Exact left, Exact right) =>
        new(left._numerator * right._denominator, left._denominator * right._numerator);

    public static bool operator ==(Exact left, Exact right) => left.Equals(right);

    public static bool operator !=(Exact left, Exact right) => !left.Equals(right);

    public static bool operator <(Exact left, Exact right) => left.CompareTo(right) < 0;

    public static bool operator >(Exact left, Exact right) => left.CompareTo(right) > 0;

    public static bool operator <=(Exact left, Exact right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Exact left, Exact right) => left.CompareTo(right) >= 0;

    internal static Exact Of(decimal value)
    {
        var bits = decimal.GetBits(value);
        var digits = new byte[13];
        for (var i = 0; i < 12; i++)
            digits[i] = unchecked((byte)(bits[i / 4] >> (i % 4 * 8)));

        var magnitude = new BigInteger(digits);
        return new Exact(bits[3] < 0 ? -magnitude : magnitude, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    internal static Exact Of(int value) => new(value, 1);

    internal Exact Abs() => new(BigInteger.Abs(_numerator), _denominator);

    internal Exact Floor()
    {
        var whole = BigInteger.DivRem(_numerator, _denominator, out var rest);
        return new Exact(rest.Sign < 0 ? whole - 1 : whole, 1);
    }

    public int CompareTo(Exact other) => (_numerator * other._denominator).CompareTo(other._numerator * _denominator);

    public bool Equals(Exact other) => _numerator == other._numerator && _denominator == other._denominator;

    public override bool Equals(object? obj) => obj is Exact other && Equals(other);

    public override int GetHashCode() => _numerator.GetHashCode();

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}/{1}", _numerator, _denominator);
}
