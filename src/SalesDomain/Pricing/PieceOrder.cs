namespace SalesDomain.Pricing;

/// <summary>Which pieces come into a <see cref="Deal"/> first, where there are more than its whole deals need.</summary>
/// <remarks>By the running price of one piece; among equals the lower line number comes first.</remarks>
public enum PieceOrder
{
    /// <summary>
    /// The dearest first: the better for the customer. What deals at a price, or off all their pieces, do unless declared.
    /// </summary>
    DearestFirst,

    /// <summary>The cheapest first. What deals in which only some pieces are given do unless declared.</summary>
    CheapestFirst,
}
