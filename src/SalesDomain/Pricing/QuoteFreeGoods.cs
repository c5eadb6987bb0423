using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>The free goods of a quotation: what is said of them, and the lines that are missing.</summary>
internal static class QuoteFreeGoods
{
    /// <summary>What is missing, or too much, of each gift.</summary>
    internal static IEnumerable<Reason> Warnings(Quotation quotation) =>
        quotation.ProposedGoods.Where(each => !each.Missing.IsZero).Select(each =>
            each.Missing.IsNegative ? new Reason("pricing.quote-free-goods-too-many", [.. FiguresOf(each), ("too many", -each.Missing)])
                : each.Product is null ? new Reason("pricing.quote-free-goods-choice", [.. FiguresOf(each), ("missing", each.Missing)])
                : each.Promotion.Goods.IsInclusive && quotation.Taking.DearerWith(each) is var (now, then)
                    ? new Reason(
                        "pricing.quote-free-goods-dearer",
                        [.. FiguresOf(each), ("missing", each.Missing), ("amount", now), ("amount then", then)])
                : new Reason("pricing.quote-free-goods-missing", [.. FiguresOf(each), ("missing", each.Missing)]));

    /// <summary>
    /// The request with what is missing: first what is taken out of what is ordered, and then what comes on top of what is left.
    /// </summary>
    internal static QuoteRequest Added(Quotation quotation)
    {
        var taken = quotation.Taking.Quotation;
        var request = taken.Request;
        List<QuoteLine> lines = [.. request.Lines];
        foreach (var proposal in taken.ProposedGoods.Where(each => !each.Promotion.Goods.IsInclusive && each.Missing.IsPositive))
        {
            // What is to be chosen the customer chooses.
            if (proposal.Product is not { } product)
                continue;

            var free = FreeLine(request, proposal, product, checked(lines[lines.Count - 1].Number + 1));
            if (HasPrice(taken.Rules, request, free))
                lines.Add(free);
        }

        return lines.Count == request.Lines.Count ? request : request.Ordering([.. lines]);
    }

    /// <summary>The line of what is missing.</summary>
    internal static QuoteLine FreeLine(QuoteRequest request, FreeGoodsProposal proposal, ProductId product, int number)
    {
        var free = QuoteLine.Of(number, product, proposal.Missing).With(PriceKind.Free).OfPromotion(proposal.Promotion.Name);
        var source = request.Lines.FirstOrDefault(line => line.Product == product && line.Category is not null);
        return source?.Category is { } category ? free.With(category) : free;
    }

    private static (string Name, Figure Value)[] FiguresOf(FreeGoodsProposal proposal) =>
    [
        ("promotion", proposal.Promotion.Name),
        proposal.Product is { } product ? ("product", product.Code) : ("choice", proposal.Promotion.Choice!.ToString()),
        ("free", proposal.Free), ("present", proposal.Present),
    ];

    // As a line of the quotation: it does not count for a break, so that it is priced alike alone.
    private static bool HasPrice(QuotationRules rules, QuoteRequest request, QuoteLine free)
    {
        var alone = request.Ordering([free]);
        return QuoteSteps.Of(rules, alone, new QuoteCounting(rules, alone), 0).IsQuoted;
    }
}
