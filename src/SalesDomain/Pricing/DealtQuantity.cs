using System.Numerics;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>How much of a line is in deals, in its own unit: exactly, since four bottles are no decimal of a case of twelve.</summary>
internal readonly struct DealtQuantity
{
    private readonly decimal _own;
    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

    private DealtQuantity(decimal own, BigInteger numerator, BigInteger denominator)
    {
        _own = own;
        _numerator = numerator;
        _denominator = denominator;
    }

    internal bool IsNothing => _own == 0m && !HasParts;

    private bool HasParts => !_numerator.IsZero;

    /// <summary>With so many pieces more, by how much of the unit of the line a piece is.</summary>
    internal DealtQuantity Plus(decimal pieces, UnitRatio ofPiece)
    {
        if (ofPiece.IsOfOneUnit)
            return new DealtQuantity(_own + pieces, _numerator, _denominator);

        var (numerator, denominator) = ofPiece.Exactly(pieces);
        if (HasParts)
            (numerator, denominator) = ((numerator * _denominator) + (_numerator * denominator), denominator * _denominator);

        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return new DealtQuantity(_own, numerator / common, denominator / common);
    }

    /// <summary>The pieces of a quantity of the line that are in no deal, by how many pieces one of its unit is.</summary>
    internal PieceTotal LeftOf(decimal quantity, UnitRatio toPieces)
    {
        if (toPieces.IsOfOneUnit && !HasParts)
            return new PieceTotal(quantity - _own);

        var (numerator, denominator) = toPieces.Exactly(quantity - _own);
        if (HasParts)
        {
            var (above, below) = toPieces.Exactly(_numerator, _denominator);
            (numerator, denominator) = ((numerator * below) - (above * denominator), denominator * below);
        }

        return new PieceTotal(numerator, denominator);
    }

    /// <summary>The pieces that are in deals.</summary>
    internal decimal In(UnitRatio toPieces)
    {
        var (numerator, denominator) = toPieces.Exactly(_own);
        if (HasParts)
        {
            var (above, below) = toPieces.Exactly(_numerator, _denominator);
            (numerator, denominator) = ((numerator * below) + (above * denominator), denominator * below);
        }

        return DecimalMath.Quotient(numerator, denominator);
    }

    /// <summary>Whether it is as much.</summary>
    internal bool IsAs(DealtQuantity other) =>
        _own == other._own && _numerator == other._numerator && _denominator == other._denominator;
}
