using System;

namespace SalesDomain.Pricing;

/// <summary>Pieces among which deals are formed, all that are in scope or those of one product, and how often the deal is given.</summary>
internal sealed class DealGroup
{
    internal DealGroup(Deal deal, int line)
    {
        Line = line;
        Parts = Array.ConvertAll([.. deal.Parts], part => new PiecesOfPart(part.Pieces));
        Available = new decimal[Parts.Length];
        Portions = new decimal[Parts.Length];
        Whole = new decimal[Parts.Length];
    }

    /// <summary>The first line with pieces in it.</summary>
    internal int Line { get; }

    internal PiecesOfPart[] Parts { get; }

    /// <summary>The pieces there are for each part.</summary>
    internal decimal[] Available { get; }

    /// <summary>Available ÷ pieces of one deal.</summary>
    internal decimal[] Portions { get; }

    /// <summary>How many whole deals each part allows.</summary>
    internal decimal[] Whole { get; }

    /// <summary>How many deals were given in groups before it; zero unless there is a most.</summary>
    internal decimal Before { get; set; }

    /// <summary>How many of the most are left; null where there is no most.</summary>
    internal decimal? Left { get; set; }

    /// <summary>How many deals the pieces, and the most, allow.</summary>
    internal decimal Possible { get; set; }

    /// <summary>How many of them cost more than the price of the deal; null where there is no such price.</summary>
    internal decimal? Paying { get; set; }

    internal decimal Times { get; set; }

    internal void Measure()
    {
        Possible = Left ?? decimal.MaxValue;
        for (var p = 0; p < Parts.Length; p++)
        {
            Available[p] = 0m;
            foreach (var piece in Parts[p].Pieces)
                Available[p] += piece.Count;

            Portions[p] = Available[p] / Parts[p].PerDeal;
            Whole[p] = decimal.Floor(Portions[p]);
            Possible = Math.Min(Possible, Whole[p]);
        }

        Times = Possible;
    }

    /// <summary>How many pieces are missing to so many deals.</summary>
    internal decimal Missing(decimal times)
    {
        var missing = 0m;
        for (var p = 0; p < Parts.Length; p++)
            missing += Math.Max(0m, (times * Parts[p].PerDeal) - Available[p]);

        return missing;
    }
}
