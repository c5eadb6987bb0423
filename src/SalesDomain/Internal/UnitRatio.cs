using System.Numerics;

namespace SalesDomain.Internal;

/// <summary>How much of one unit so many of another are, in whole numbers: 24 pieces are 1 case; by default of one unit.</summary>
/// <remarks>
/// A quantity that is converted first and multiplied then has been divided too early: 5 pieces are no decimal of cases. So the two numbers
/// are kept, and a result is divided once.
/// </remarks>
internal readonly struct UnitRatio(BigInteger units, BigInteger of)
{
    // Beyond that, products of them might not fit in a decimal; nobody could read them either.
    private const long LargestShown = 1_000_000_000_000;

    internal bool IsOfOneUnit => of.IsZero;

    /// <summary>Whether the two numbers can be shown as they are.</summary>
    private bool IsShort => units <= LargestShown && of <= LargestShown;

    /// <summary>For showing it: so many of the unit converted from are…</summary>
    internal decimal Ordered => IsShort ? (decimal)of : 1m;

    /// <summary>…so many of the unit converted to.</summary>
    internal decimal Converted => IsShort ? (decimal)units : DecimalMath.Quotient(units, of);

    /// <summary>An amount of the one unit in the other.</summary>
    internal decimal Of(decimal amount) => IsOfOneUnit ? amount : Of(amount, 1m, 1m);

    /// <summary>(first × second converted + plus) ÷ divisor, which is above zero, divided once.</summary>
    internal decimal Of(decimal first, decimal second, decimal divisor, decimal plus = 0m)
    {
        if (IsOfOneUnit)
        {
            var product = DecimalMath.IsPlainOne(second) ? first : first * second;
            product = plus == 0m ? product : product + plus;
            return DecimalMath.IsPlainOne(divisor) ? product : product / divisor;
        }

        var (one, other, below, more) = (Ratio(first), Ratio(second), Ratio(divisor), Ratio(plus));
        var numerator = (one.Numerator * other.Numerator * units * more.Denominator)
            + (more.Numerator * of * one.Denominator * other.Denominator);
        var denominator = one.Denominator * other.Denominator * more.Denominator * of;
        return DecimalMath.Quotient(numerator * below.Denominator, denominator * below.Numerator);
    }

    /// <summary>An amount of the one unit in the other, not divided yet; the denominator is above zero.</summary>
    internal (BigInteger Numerator, BigInteger Denominator) Exactly(decimal amount)
    {
        var (numerator, denominator) = Ratio(amount);
        return Exactly(numerator, denominator);
    }

    /// <summary>A quotient of the one unit in the other, not divided.</summary>
    internal (BigInteger Numerator, BigInteger Denominator) Exactly(BigInteger numerator, BigInteger denominator) =>
        IsOfOneUnit ? (numerator, denominator) : (numerator * units, denominator * of);

    private static (BigInteger Numerator, BigInteger Denominator) Ratio(decimal value)
    {
        var digits = DecimalMath.SignificantDecimals(value);
        return (DecimalMath.ToInteger(value, digits), BigInteger.Pow(10, digits));
    }
}
