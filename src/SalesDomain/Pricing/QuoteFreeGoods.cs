using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>The free goods of a quotation: what is said of them, and the lines that are missing.</summary>
internal static class QuoteFreeGoods
{
    /// <summary>What is missing, or too much, of each gift.</summary>
    internal static IEnumerable<Reason> Warnings(Quotation quotation) =>
        quotation.ProposedGoods.Where(each => !each.Missing.IsZero).Select(each =>
            each.Missing.IsPositive
                ? new Reason(
                    each.Product is null ? "pricing.quote-free-goods-choice" : "pricing.quote-free-goods-missing",
                    [.. FiguresOf(each), ("missing", each.Missing)])
                : new Reason("pricing.quote-free-goods-too-many", [.. FiguresOf(each), ("too many", -each.Missing)]));

    /// <summary>The request with what is missing.</summary>
    internal static QuoteRequest Added(Quotation quotation)
    {
        var request = quotation.Request;
        var lines = request.Lines.ToDictionary(line => line.Number);
        var number = request.Lines[request.Lines.Count - 1].Number;
        foreach (var proposal in quotation.ProposedGoods.Where(each => each.Missing.IsPositive))
        {
            // What is to be chosen the customer chooses.
            if (proposal.Product is not { } product)
                continue;

            var next = checked(number + 1);
            var free = FreeLine(request, proposal, product, next);
            if (!HasPrice(quotation.Rules, request, free))
                continue;

            number = next;
            if (proposal.Promotion.Goods.IsInclusive && !TryTake(lines, proposal))
                continue;

            lines.Add(free.Number, free);
        }

        return lines.Count == request.Lines.Count && request.Lines.All(line => lines.ContainsKey(line.Number)) ? request
            : request.Ordering([.. lines.Values.OrderBy(line => line.Number)]);
    }

    private static (string Name, Figure Value)[] FiguresOf(FreeGoodsProposal proposal) =>
    [
        ("promotion", proposal.Promotion.Name),
        proposal.Product is { } product ? ("product", product.Code) : ("choice", proposal.Promotion.Choice!.ToString()),
        ("free", proposal.Free), ("present", proposal.Present),
    ];

    private static QuoteLine FreeLine(QuoteRequest request, FreeGoodsProposal proposal, ProductId product, int number)
    {
        var free = QuoteLine.Of(number, product, proposal.Missing).With(PriceKind.Free).OfPromotion(proposal.Promotion.Name);
        var source = request.Lines.FirstOrDefault(line => line.Product == product && line.Category is not null);
        return source?.Category is { } category ? free.With(category) : free;
    }

    // As a line of the quotation: it does not count for a break, so that it is priced alike alone.
    private static bool HasPrice(QuotationRules rules, QuoteRequest request, QuoteLine free)
    {
        var alone = request.Ordering([free]);
        return QuoteSteps.Of(rules, alone, new QuoteCounting(rules, alone), 0).IsQuoted;
    }

    /// <summary>Takes what is missing out of the lines that earn it, if they have as much left.</summary>
    private static bool TryTake(Dictionary<int, QuoteLine> lines, FreeGoodsProposal proposal)
    {
        var missing = proposal.Missing.Amount;
        var left = new List<QuoteLine>();
        var used = new List<int>();
        foreach (var earning in proposal.Earning.TakeWhile(_ => missing > 0m))
        {
            if (!lines.TryGetValue(earning.Line.Number, out var line))
                continue;

            var unit = proposal.Missing.Unit;
            var there = line.Quantity.Unit == unit ? line.Quantity.Amount
                : line.Quantity == earning.Line.Quantity ? earning.Value.Number : 0m;
            var taken = Math.Min(missing, there);
            if (taken <= 0m)
                continue;

            missing -= taken;
            used.Add(line.Number);
            if (taken < there)
                left.Add(line.Leaving(new Quantity(there - taken, unit)));
        }

        if (missing > 0m)
            return false;

        used.ForEach(each => lines.Remove(each));
        left.ForEach(line => lines.Add(line.Number, line));
        return true;
    }
}
