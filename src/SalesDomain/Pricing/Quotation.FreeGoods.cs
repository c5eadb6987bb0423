using System;
using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <content>What promotions give on it.</content>
public sealed partial class Quotation
{
    /// <summary>
    /// What the promotions of the rules give on what is sold, by their names and then by product, and what of it is missing; nothing where
    /// there are none. A free line without a price is not there for it. What is to be chosen has no product.
    /// </summary>
    public IReadOnlyList<FreeGoodsProposal> ProposedGoods => Array.AsReadOnly(_proposed);

    /// <summary>The request with the free goods that are missing, to be quoted again.</summary>
    /// <remarks>
    /// Each is a line of its own, which states its promotion, under a number after the highest. Goods on top of what is ordered leave the
    /// other lines as they are, and quoting again proposes nothing more. Goods among what is ordered are taken out of the lines that earn
    /// them; what is then ordered may miss a break, and the amount of what is left may earn other goods by amount, which are proposed
    /// then. A gift that the price book has no price for is not added, since nobody knows what it is worth, and its warning stays: state
    /// it by <see cref="QuoteLine.Free"/> with <see cref="QuoteLine.OfPromotion"/>. Neither is what the customer has to choose: it stays
    /// proposed, with its warning, until the request has lines of what was chosen. What is too much is not taken away.
    /// </remarks>
    /// <returns>The request; the same one where there is nothing to add.</returns>
    /// <exception cref="OverflowException">There is no number after the highest.</exception>
    public QuoteRequest ToRequestWithProposedGoods() => QuoteFreeGoods.Added(this);
}
