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

    /// <summary>What the first so many cost.</summary>
    internal decimal ValueOfFirst(decimal count)
    {
        var value = 0m;
        foreach (var piece in Pieces)
        {
            if (count <= 0m)
                break;

            value += piece.Amount * Math.Min(count, piece.Count) / piece.Open;
            count -= piece.Count;
        }

        return value;
    }
}
