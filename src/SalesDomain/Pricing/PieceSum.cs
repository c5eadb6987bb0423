using System.Collections.Generic;
using System.Numerics;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>
/// What some pieces cost together, exactly: Σ amount × pieces ÷ pieces there are, multiplied first and divided once, so that half a cent is
/// half a cent and three thirds are one.
/// </summary>
internal sealed class PieceSum
{
    private const int Digits = DecimalMath.MostDigits;
    private static readonly BigInteger s_one = BigInteger.Pow(10, Digits);
    private readonly Dictionary<decimal, BigInteger> _products = [];
    private decimal _whole;

    /// <summary>Adds so many of the pieces of a line: of those that are open, and what they cost together.</summary>
    internal void Add(decimal amount, decimal pieces, PieceTotal all)
    {
        var (count, open) = (pieces * all.Below, all.Above);
        if (count == open)
            _whole += amount;
        if (count == open || count == 0m)
            return;

        _products.TryGetValue(open, out var product);
        _products[open] = product + (DecimalMath.ToInteger(amount, Digits) * DecimalMath.ToInteger(count, Digits));
    }

    /// <summary>Whether it is more than an amount.</summary>
    internal bool Exceeds(decimal amount)
    {
        var (numerator, denominator) = Fraction();
        return numerator > DecimalMath.ToInteger(amount, Digits) * denominator;
    }

    /// <summary>The sum × rate.</summary>
    internal decimal Times(decimal rate)
    {
        var (numerator, denominator) = Fraction();
        return DecimalMath.Quotient(numerator * DecimalMath.ToInteger(rate, Digits), denominator * s_one * s_one);
    }

    /// <summary>The sum less an amount.</summary>
    internal decimal Less(decimal amount)
    {
        var (numerator, denominator) = Fraction();
        return DecimalMath.Quotient(numerator - (DecimalMath.ToInteger(amount, Digits) * denominator), denominator * s_one);
    }

    /// <summary>The sum in 10⁻²⁸, over one common denominator.</summary>
    private (BigInteger Numerator, BigInteger Denominator) Fraction()
    {
        var (numerator, denominator) = (DecimalMath.ToInteger(_whole, Digits), BigInteger.One);
        foreach (var each in _products)
        {
            var pieces = DecimalMath.ToInteger(each.Key, Digits);
            var common = BigInteger.GreatestCommonDivisor(pieces, each.Value);
            var (above, below) = (each.Value / common, pieces / common);
            var shared = BigInteger.GreatestCommonDivisor(denominator, below);
            numerator = (numerator * (below / shared)) + (above * (denominator / shared));
            denominator = denominator / shared * below;
        }

        return (numerator, denominator);
    }
}
