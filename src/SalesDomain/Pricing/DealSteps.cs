using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>Which pieces are in the deals of one discount, what they are worth, and how often the deal is given.</summary>
internal sealed class DealSteps
{
    internal DealSteps(DealGroup[] groups, int lines)
    {
        Groups = groups;
        OpenAmounts = new decimal[lines];
        OpenPieces = new decimal[lines];
        Taken = new decimal[lines];
        OfPiece = new UnitRatio[lines];
        Dealt = new decimal[lines];
        Pieces = new decimal[lines];
        Products = new decimal[lines];
        Values = new decimal[lines];
        Given = new decimal[lines];
        GivenProducts = new decimal[lines];
        GivenValues = new decimal[lines];
        RatedProducts = new decimal[lines];
        RatedValues = new decimal[lines];
    }

    /// <summary>Among what pieces deals are formed; those in which there are none are left out.</summary>
    internal DealGroup[] Groups { get; }

    /// <summary>What is left of the pieces of each line that are in no other deal.</summary>
    internal decimal[] OpenAmounts { get; }

    /// <summary>How many they are, in the unit of the deal, a fraction included.</summary>
    internal decimal[] OpenPieces { get; }

    /// <summary>How many of its pieces are in other deals.</summary>
    internal decimal[] Taken { get; }

    /// <summary>How much of the unit of the line one piece is.</summary>
    internal UnitRatio[] OfPiece { get; }

    /// <summary>What is left of its pieces that are in other deals.</summary>
    internal decimal[] Dealt { get; }

    /// <summary>The pieces that are in these deals.</summary>
    internal decimal[] Pieces { get; }

    /// <summary>Open amount × pieces.</summary>
    internal decimal[] Products { get; }

    /// <summary>What the pieces cost before: open amount × pieces ÷ open pieces.</summary>
    internal decimal[] Values { get; }

    /// <summary>The pieces among them that are given.</summary>
    internal decimal[] Given { get; }

    internal decimal[] GivenProducts { get; }

    internal decimal[] GivenValues { get; }

    /// <summary>Open amount × pieces given × rate.</summary>
    internal decimal[] RatedProducts { get; }

    /// <summary>The same ÷ open pieces: what a percentage takes of the pieces of each line.</summary>
    internal decimal[] RatedValues { get; }

    internal decimal Times { get; set; }

    /// <summary>How many pieces of one deal are given.</summary>
    internal decimal GivenOfEach { get; set; }

    /// <summary>Deals × pieces given of each.</summary>
    internal decimal GivenPieces { get; set; }

    /// <summary>What the pieces cost together.</summary>
    internal decimal Value { get; set; }

    /// <summary>Price or amount of a deal × times.</summary>
    internal decimal Fixed { get; set; }
}
