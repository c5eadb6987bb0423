using System;
using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <summary>The pieces there are for one part of a deal, in the order in which they come into deals.</summary>
internal sealed class PiecesOfPart
{
    internal PiecesOfPart(int perDeal) => PerDeal = perDeal;

    /// <summary>How many of them are in one deal.</summary>
    internal decimal PerDeal { get; }

    internal List<Piece> Pieces { get; } = [];

    /// <summary>Adds what the pieces from one place to another cost.</summary>
    internal void AddTo(PieceSum sum, decimal from, decimal to)
    {
        var place = 0m;
        foreach (var piece in Pieces)
        {
            if (place >= to)
                break;

            var count = Math.Min(to, place + piece.Count) - Math.Max(from, place);
            place += piece.Count;
            if (count > 0m)
                sum.Add(piece.Amount, count, piece.Open);
        }
    }
}
