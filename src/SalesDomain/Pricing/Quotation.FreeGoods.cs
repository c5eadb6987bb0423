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

    /// <summary>The request with the free goods that are missing, to be quoted again: quoted again, it has nothing more to add.</summary>
    /// <remarks>
    /// <para>
    /// Each is a line of its own, which states its promotion, under a number after the highest. Goods among what is ordered come first:
    /// they are taken out of the lines that earn them, and go on counting for their breaks. Whole packs stay packs, and what is left of one
    /// that was opened is a line of its own: of 10 cases of 24 with 10 pieces free, 9 cases and 14 pieces are paid. Where the document
    /// would be dearer with them, by a step that what is left no longer reaches, they stay proposed, and a warning
    /// <c>pricing.quote-free-goods-dearer</c> says why.
    /// </para>
    /// <para>
    /// Goods on top are those that what is left earns; they leave the other lines as they are. A gift that the price book has no price for
    /// is not added, since nobody knows what it is worth, and its warning stays: state it by <see cref="QuoteLine.Free"/> with
    /// <see cref="QuoteLine.OfPromotion"/>. Neither is what the customer has to choose: it stays proposed, with its warning, until the
    /// request has lines of what was chosen. What is too much is not taken away.
    /// </para>
    /// </remarks>
    /// <returns>The request; the same one where there is nothing to add.</returns>
    /// <exception cref="OverflowException">There is no number after the highest.</exception>
    public QuoteRequest ToRequestWithProposedGoods() => QuoteFreeGoods.Added(this);

    /// <summary>What is free among what is ordered, taken out of it.</summary>
    internal QuoteTaking Taking => _taking.Value;
}
