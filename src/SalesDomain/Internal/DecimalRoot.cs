using System.Numerics;

namespace SalesDomain.Internal;

/// <summary>The square root of a decimal, in whole numbers.</summary>
internal static class DecimalRoot
{
    /// <summary>The root to so many decimals, to the nearest; a tie goes up.</summary>
    internal static decimal Nearest(decimal value, int decimals)
    {
        // The nearest whole number to √x is ⌊(⌊√(4x)⌋ + 1) ÷ 2⌋, and cutting off decimals of 4x does not change its root below.
        var scaled = DecimalMath.ToInteger(value, DecimalMath.MostDigits) * BigInteger.Pow(10, 2 * decimals) * 4;
        var whole = scaled / BigInteger.Pow(10, DecimalMath.MostDigits);
        return DecimalMath.FromInteger((Floor(whole) + 1) / 2, decimals);
    }

    /// <summary>Newton's method from above: it falls until it stands at the root.</summary>
    private static BigInteger Floor(BigInteger value)
    {
        if (value.IsZero)
            return value;

        var root = BigInteger.Pow(10, (InvariantText.Number(value).Length / 2) + 1);
        while (true)
        {
            var next = (root + (value / root)) / 2;
            if (next >= root)
                return root;

            root = next;
        }
    }
}
