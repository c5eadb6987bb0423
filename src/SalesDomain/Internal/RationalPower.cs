using System.Numerics;

namespace SalesDomain.Internal;

/// <summary>(a ÷ b) to the power of p ÷ q, in whole numbers: no logarithm, and so no error of one.</summary>
internal static class RationalPower
{
    // What a decimal holds with all its decimals: one digit less than its largest.
    private const int MostDigits = 28;

    /// <summary>
    /// The power to so many decimals, to the nearest, a tie going up; null where it has more digits than a decimal holds beside them.
    /// </summary>
    /// <param name="numerator">a, above zero.</param>
    /// <param name="denominator">b, above zero.</param>
    /// <param name="power">p, above zero.</param>
    /// <param name="root">q, above zero.</param>
    /// <param name="decimals">0 to 28.</param>
    internal static decimal? Nearest(decimal numerator, decimal denominator, int power, int root, int decimals)
    {
        var (a, b) = Reduced(
            DecimalMath.ToInteger(numerator, DecimalMath.MostDigits), DecimalMath.ToInteger(denominator, DecimalMath.MostDigits));
        var common = (int)BigInteger.GreatestCommonDivisor(power, root);
        var (p, q) = (power / common, root / common);

        // The nearest whole number to z is ⌊(⌊2z⌋ + 1) ÷ 2⌋, and y is at most 2z where y^q × b^p is at most (2 × 10^decimals)^q × a^p.
        var one = 2 * BigInteger.Pow(10, decimals);
        var (left, right) = (LeadingBytes.Power(b, p), LeadingBytes.Power(one, q) * LeadingBytes.Power(a, p));
        var (low, high) = (BigInteger.Zero, 2 * BigInteger.Pow(10, MostDigits));
        if (IsAtMost(high))
            return null;

        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (IsAtMost(middle))
                low = middle;
            else
                high = middle;
        }

        return DecimalMath.FromInteger((low + 1) / 2, decimals);

        bool IsAtMost(BigInteger y) =>
            LeadingBytes.Compare(LeadingBytes.Power(y, q) * left, right) is var order and not 0 ? order < 0
                : BigInteger.Pow(y, q) * BigInteger.Pow(b, p) <= BigInteger.Pow(one, q) * BigInteger.Pow(a, p);
    }

    private static (BigInteger A, BigInteger B) Reduced(BigInteger a, BigInteger b)
    {
        var common = BigInteger.GreatestCommonDivisor(a, b);
        return (a / common, b / common);
    }
}
