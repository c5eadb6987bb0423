using System.Numerics;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>How many pieces of a line there are, a fraction included: as a quotient, since 20 bottles are no decimal of cases.</summary>
internal readonly struct PieceTotal
{
    private static readonly BigInteger s_largest = new(decimal.MaxValue);

    /// <summary>As many as a decimal says.</summary>
    internal PieceTotal(decimal amount)
    {
        (Amount, Whole) = (amount, decimal.Floor(amount));
        (Above, Below) = (amount, 1m);
    }

    /// <summary>Numerator ÷ denominator, zero or more.</summary>
    internal PieceTotal(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        var (above, below) = (numerator / common, denominator / common);
        Amount = DecimalMath.Quotient(above, below);
        Whole = (decimal)BigInteger.Divide(above, below);
        (Above, Below) = above <= s_largest && below <= s_largest ? ((decimal)above, (decimal)below) : (Amount, 1m);
    }

    /// <summary>As a decimal, rounded in its last digit where it needs more.</summary>
    internal decimal Amount { get; }

    /// <summary>How many are whole.</summary>
    internal decimal Whole { get; }

    /// <summary>What is divided: Amount = Above ÷ Below.</summary>
    internal decimal Above { get; }

    /// <summary>By what it is divided: 1, or a whole number.</summary>
    internal decimal Below { get; }

    /// <summary>A product of an amount and pieces ÷ all pieces, divided once.</summary>
    internal decimal PartOf(decimal product) =>
        Below == 1m ? product / Above
            : DecimalMath.Quotient(
                DecimalMath.ToInteger(product, DecimalMath.MostDigits) * (BigInteger)Below,
                BigInteger.Pow(10, DecimalMath.MostDigits) * (BigInteger)Above);
}
