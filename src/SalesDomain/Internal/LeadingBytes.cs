using System;
using System.Numerics;

namespace SalesDomain.Internal;

/// <summary>
/// A whole number above zero by its leading 32 bytes, the rest cut off: powers of thousands of digits are compared by them, and need to be
/// worked out only where they are all but equal.
/// </summary>
internal readonly struct LeadingBytes
{
    private const int Kept = 32;
    private const int BitsOfByte = 8;

    // A power of 3,650 has at most 24 products, each short by less than a part in 2 to the 240: all of them decide far above this.
    private const int DecidedBits = 200;
    private const int FarApart = 4 * Kept * BitsOfByte;

    private readonly BigInteger _leading;
    private readonly int _bits;

    private LeadingBytes(BigInteger number, int bits)
    {
        var cut = Math.Max(0, number.ToByteArray().Length - Kept) * BitsOfByte;
        _leading = number >> cut;
        _bits = bits + cut;
    }

    public static LeadingBytes operator *(LeadingBytes left, LeadingBytes right) =>
        new(left._leading * right._leading, left._bits + right._bits);

    /// <summary>A number to a power, both above zero.</summary>
    internal static LeadingBytes Power(BigInteger number, int power)
    {
        var (result, square) = (new LeadingBytes(BigInteger.One, 0), new LeadingBytes(number, 0));
        for (var rest = power; rest > 0; rest >>= 1)
        {
            if ((rest & 1) != 0)
                result *= square;

            square *= square;
        }

        return result;
    }

    /// <summary>Below zero where the first is smaller, above where it is larger; zero where what was cut off may decide.</summary>
    internal static int Compare(LeadingBytes left, LeadingBytes right)
    {
        var apart = left._bits - right._bits;
        if (Math.Abs(apart) > FarApart)
            return Math.Sign(apart);

        var (first, second) = (left._leading << Math.Max(0, apart), right._leading << Math.Max(0, -apart));
        return (BigInteger.Abs(first - second) << DecidedBits) > BigInteger.Max(first, second) ? first.CompareTo(second) : 0;
    }
}
