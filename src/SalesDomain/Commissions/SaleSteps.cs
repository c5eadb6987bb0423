namespace SalesDomain.Commissions;

/// <summary>
/// How a sale comes to what it counts for by a part of its margin or at its price coefficient, without the sign until the end.
/// </summary>
internal struct SaleSteps
{
    /// <summary>Whether the line takes something back, and counts below zero.</summary>
    internal bool IsBack;

    /// <summary>What the rule measures.</summary>
    internal decimal Value;

    internal decimal Net;

    /// <summary>Null where there is none and the price is taken for the list price.</summary>
    internal decimal? List;

    internal decimal Cost;

    /// <summary>As far as this part of the margin reaches: the net amount, at most the list amount for the part up to it.</summary>
    internal decimal Reached;

    /// <summary>Where this part of the margin begins: at the cost, or at the list amount.</summary>
    internal decimal Beginning;

    /// <summary>Where it ends: what is reached, and no less than the beginning.</summary>
    internal decimal End;

    internal decimal Exact;

    internal decimal Rounded;

    internal decimal Counted;
}
