namespace SalesDomain.Pricing;

/// <summary>Which pieces are in the deals of one discount, what they are worth, and how often the deal is given.</summary>
internal sealed class DealSteps
{
    internal DealSteps(int parts)
        : this(0, new decimal[parts], new decimal[parts], new decimal[parts], new decimal[parts])
    {
    }

    /// <summary>What is known of the parts, with the lines whose pieces are in deals.</summary>
    internal DealSteps(DealSteps found, int lines)
        : this(lines, found.Available, found.PerDeal, found.Portions, found.Whole)
    {
        Paying = found.Paying;
        Times = found.Times;
    }

    private DealSteps(int lines, decimal[] available, decimal[] perDeal, decimal[] portions, decimal[] whole)
    {
        OpenAmounts = new decimal[lines];
        OpenPieces = new decimal[lines];
        Dealt = new decimal[lines];
        Pieces = new decimal[lines];
        Products = new decimal[lines];
        Values = new decimal[lines];
        Given = new decimal[lines];
        GivenProducts = new decimal[lines];
        GivenValues = new decimal[lines];
        Available = available;
        PerDeal = perDeal;
        Portions = portions;
        Whole = whole;
    }

    /// <summary>What is left of the pieces of each line that are in no other deal.</summary>
    internal decimal[] OpenAmounts { get; }

    /// <summary>How many they are, a fraction included.</summary>
    internal decimal[] OpenPieces { get; }

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

    /// <summary>The pieces there are for each part.</summary>
    internal decimal[] Available { get; }

    /// <summary>The pieces of each part in one deal.</summary>
    internal decimal[] PerDeal { get; }

    /// <summary>Available ÷ pieces of one deal.</summary>
    internal decimal[] Portions { get; }

    /// <summary>How many whole deals each part allows.</summary>
    internal decimal[] Whole { get; }

    /// <summary>How many deals cost more than the price of the deal; null where there is no such price.</summary>
    internal decimal? Paying { get; set; }

    internal decimal Times { get; set; }

    /// <summary>What the pieces cost together.</summary>
    internal decimal Value { get; set; }

    /// <summary>What those that are given cost together.</summary>
    internal decimal GivenValue { get; set; }

    /// <summary>Price or amount of a deal × times.</summary>
    internal decimal Fixed { get; set; }
}
