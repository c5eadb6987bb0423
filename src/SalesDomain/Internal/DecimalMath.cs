using System;
using System.Numerics;

namespace SalesDomain.Internal;

/// <summary>What decimal itself does not offer on every target.</summary>
internal static class DecimalMath
{
    internal const int MostDigits = 28;

    private static readonly BigInteger s_largest = new(decimal.MaxValue);

    private static readonly decimal[] s_tenths = Tenths();

    /// <summary>10 to the power of −digits: 0.01 for 2.</summary>
    internal static decimal PowerOfTenth(int digits) => s_tenths[digits];

    /// <summary>The value with its further decimals cut off.</summary>
    internal static decimal Truncate(decimal value, int digits) => value - (value % s_tenths[digits]);

    /// <summary>The same value stored with at least so many decimals, as far as they fit: 100.00 for 100 and 2.</summary>
    internal static decimal WithDecimals(decimal value, int digits) => value + (s_tenths[digits] - s_tenths[digits]);

    /// <summary>
    /// Whether the value is written as a whole one: 1, and perhaps not 1.00. A comparison of numbers with different decimals takes as long
    /// as a product.
    /// </summary>
    internal static bool IsPlainOne(decimal value)
    {
#if NET
        return value.Scale == 0 && value == 1m;
#else
        return value == 1m;
#endif
    }

    /// <summary>
    /// Whether the value is written with a minus sign: a glance at one bit, where a comparison with zero takes as long as an addition. Of
    /// −0 it may say either.
    /// </summary>
    internal static bool HasMinusSign(decimal value)
    {
#if NET
        return decimal.IsNegative(value);
#else
        return value < 0m;
#endif
    }

    /// <summary>The number of decimals without trailing zeros: 1 for 2.50.</summary>
    internal static int SignificantDecimals(decimal value)
    {
        var digits = Scale(value);
        while (digits > 0 && value % s_tenths[digits - 1] == 0m)
            digits--;

        return digits;
    }

    /// <summary>The number of decimals as stored: 2 for 2.50.</summary>
    internal static int Scale(decimal value)
    {
#if NET
        return value.Scale;
#else
        return (decimal.GetBits(value)[3] >> 16) & 0xFF;
#endif
    }

    /// <summary>
    /// Whether a product is exact: when digits are cut off to make it fit, it has fewer decimals than its factors together.
    /// </summary>
    internal static bool IsProduct(decimal left, decimal right, decimal product) => Scale(product) == Scale(left) + Scale(right);

    /// <summary>
    /// Whether a sum or difference is exact: likewise, when digits are cut off it has fewer decimals than the longer of the two.
    /// </summary>
    internal static bool IsSum(decimal left, decimal right, decimal sum) => Scale(sum) == Math.Max(Scale(left), Scale(right));

    /// <summary>value × 10^digits as a whole number; exact when value has at most that many decimals.</summary>
    internal static BigInteger ToInteger(decimal value, int digits)
    {
        var bits = decimal.GetBits(value);
        var whole = new BigInteger(new decimal(bits[0], bits[1], bits[2], bits[3] < 0, 0));
        var missing = digits - Scale(value);
        return missing == 0 ? whole
            : missing > 0 ? whole * BigInteger.Pow(10, missing)
            : whole / BigInteger.Pow(10, -missing);
    }

    /// <summary>value ÷ 10^digits, exactly.</summary>
    /// <exception cref="OverflowException">A decimal does not hold it.</exception>
    internal static decimal FromInteger(BigInteger value, int digits)
    {
        while (digits > 0 && BigInteger.Abs(value) > s_largest && BigInteger.Remainder(value, 10).IsZero)
        {
            value /= 10;
            digits--;
        }

        return BigInteger.Abs(value) <= s_largest ? (decimal)value * s_tenths[digits]
            : throw new OverflowException("A result needs more digits than a decimal holds.");
    }

    /// <summary>
    /// numerator ÷ denominator (above zero): exact where a decimal holds it, otherwise to as many digits as it has, half to even.
    /// </summary>
    internal static decimal Quotient(BigInteger numerator, BigInteger denominator)
    {
#if NET
        // The division of decimals rounds as this does; that of .NET Framework does not, in the last digits.
        if (BigInteger.Abs(numerator) <= s_largest && denominator <= s_largest)
            return (decimal)numerator / (decimal)denominator;
#endif

        var digits = MostDigits;
        var quotient = Nearest(numerator * BigInteger.Pow(10, digits), denominator);
        while (digits > 0 && (quotient % 10 == 0 || BigInteger.Abs(quotient) > s_largest))
        {
            digits--;
            quotient = Nearest(numerator * BigInteger.Pow(10, digits), denominator);
        }

        return (decimal)quotient * s_tenths[digits];
    }

    private static BigInteger Nearest(BigInteger numerator, BigInteger denominator)
    {
        var whole = BigInteger.DivRem(numerator, denominator, out var rest);
        var order = (BigInteger.Abs(rest) * 2).CompareTo(denominator);
        return order > 0 || (order == 0 && !whole.IsEven) ? whole + numerator.Sign : whole;
    }

    private static decimal[] Tenths()
    {
        var tenths = new decimal[MostDigits + 1];
        for (var digits = 0; digits <= MostDigits; digits++)
            tenths[digits] = new decimal(1, 0, 0, false, (byte)digits);

        return tenths;
    }
}
