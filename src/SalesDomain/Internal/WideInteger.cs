using System;
using System.Numerics;

namespace SalesDomain.Internal;

/// <summary>
/// A whole number of 256 bits. The remainders of decimals by a decimal unit have up to 190 bits and sums of them more than a decimal
/// holds; a search that adds and compares them millions of times cannot wait for <see cref="BigInteger"/>, which allocates each sum.
/// </summary>
internal readonly struct WideInteger
{
    private const int Bytes = 32;

    // Two's complement, the lowest 64 bits first.
    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    private WideInteger(ulong first, ulong second, ulong third, ulong fourth)
    {
        _first = first;
        _second = second;
        _third = third;
        _fourth = fourth;
    }

    /// <summary>Wraps around beyond 256 bits, as machine words do.</summary>
    public static WideInteger operator +(in WideInteger left, in WideInteger right)
    {
        unchecked
        {
            var first = left._first + right._first;
            var carry = first < left._first ? 1UL : 0UL;
            var second = Add(left._second, right._second, ref carry);
            var third = Add(left._third, right._third, ref carry);
            return new WideInteger(first, second, third, left._fourth + right._fourth + carry);
        }
    }

    /// <summary>Wraps around beyond 256 bits, as machine words do.</summary>
    public static WideInteger operator -(in WideInteger left, in WideInteger right)
    {
        unchecked
        {
            var borrow = left._first < right._first ? 1UL : 0UL;
            var second = Subtract(left._second, right._second, ref borrow);
            var third = Subtract(left._third, right._third, ref borrow);
            return new WideInteger(left._first - right._first, second, third, left._fourth - right._fourth - borrow);
        }
    }

    public static bool operator <(in WideInteger left, in WideInteger right) =>
        left._fourth != right._fourth ? unchecked((long)left._fourth < (long)right._fourth)
            : left._third != right._third ? left._third < right._third
            : left._second != right._second ? left._second < right._second
            : left._first < right._first;

    public static bool operator >(in WideInteger left, in WideInteger right) => right < left;

    internal static WideInteger Of(BigInteger value)
    {
        var bytes = value.ToByteArray();
        if (bytes.Length > Bytes)
            throw new OverflowException("A remainder needs more than 256 bits.");

        var fill = value.Sign < 0 ? byte.MaxValue : byte.MinValue;
        return new WideInteger(Word(bytes, 0, fill), Word(bytes, 8, fill), Word(bytes, 16, fill), Word(bytes, 24, fill));
    }

    internal static bool AreEqual(in WideInteger left, in WideInteger right) =>
        left._first == right._first && left._second == right._second && left._third == right._third && left._fourth == right._fourth;

    private static ulong Add(ulong left, ulong right, ref ulong carry)
    {
        unchecked
        {
            var sum = left + right;
            var total = sum + carry;
            carry = sum < left || total < sum ? 1UL : 0UL;
            return total;
        }
    }

    private static ulong Subtract(ulong left, ulong right, ref ulong borrow)
    {
        unchecked
        {
            var difference = left - right;
            var total = difference - borrow;
            borrow = left < right || difference < borrow ? 1UL : 0UL;
            return total;
        }
    }

    private static ulong Word(byte[] bytes, int from, byte fill)
    {
        var word = 0UL;
        for (var i = from + 7; i >= from; i--)
            word = (word << 8) | (i < bytes.Length ? bytes[i] : fill);

        return word;
    }
}
