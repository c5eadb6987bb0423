using System;
using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <summary>What promotions gave at a sale, and what of it what is kept no longer earns.</summary>
internal sealed class ReturnedFreeGoods
{
    private readonly FreeGoodsPromotion[] _promotions;
    private readonly IReadOnlyList<FreeGoodsProposal> _atSale;

    internal ReturnedFreeGoods(DiscountedDocument sold, FreeGoodsPromotion[] promotions)
    {
        _promotions = promotions;
        _atSale = FreeGoodsRun.Of(sold.Document, sold, promotions, []);
    }

    internal IReadOnlyList<FreeGoodsPromotion> Promotions => Array.AsReadOnly(_promotions);

    /// <summary>What is to be said of the free goods that are kept.</summary>
    internal static IEnumerable<Reason> ReasonsOf(ReturnedDocument returned) =>
        returned.Rest is not { } rest ? [] : returned.FreeGoods is { } known ? known.Unearned(rest) : Kept(returned);

    // By the same promotions and products as at the sale, also those that nothing earns any more.
    private IEnumerable<Reason> Unearned(DiscountedDocument rest)
    {
        var now = FreeGoodsRun.Of(rest.Document, rest, _promotions, _atSale);
        for (var i = 0; i < now.Count; i++)
        {
            // What was too much at the sale was given all the same.
            var kept = now[i];
            var unearned = Math.Min(kept.Present.Amount, TooMany(kept) - TooMany(_atSale[i]));
            if (unearned <= 0m)
                continue;

            var unit = kept.Present.Unit;
            var value = kept.PresentAtList(rest.Net.Currency) * unearned / kept.Present.Amount;
            yield return new Reason(
                "pricing.return-free-goods-unearned", ("promotion", kept.Promotion.Name),
                kept.Product is { } product ? ("product", product.Code) : ("choice", kept.Promotion.Choice!.ToString()),
                ("kept", kept.Present), ("earned", kept.Free), ("unearned", new Quantity(unearned, unit)),
                ("value", value.Round(rest.Schedule.Rounding)));
        }
    }

    private static decimal TooMany(FreeGoodsProposal proposal) => Math.Max(0m, -proposal.Missing.Amount);

    // What earned a gift is not known: goods of its own product, or any where that product is not sold beside it.
    private static IEnumerable<Reason> Kept(ReturnedDocument returned)
    {
        var lines = returned.Sold.Document.Lines;
        var (sold, back, isBack) = (new HashSet<ProductId>(), new HashSet<ProductId>(), false);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsFree || lines[i].IsReturn)
                continue;

            isBack |= returned.IsReturnedAt(i);
            if (lines[i].Subject.Product is not { } product)
                continue;

            sold.Add(product);
            if (returned.IsReturnedAt(i))
                back.Add(product);
        }

        for (var i = 0; isBack && i < lines.Count; i++)
        {
            var line = lines[i];
            if (!line.IsFree || line.IsReturn || !returned.Open(i).IsPositive
                || (line.Subject.Product is { } product && sold.Contains(product) && !back.Contains(product)))
            {
                continue;
            }

            var value = returned.PartOf(line.Amount, i).Round(returned.Sold.Schedule.Rounding);
            yield return new Reason(
                "pricing.return-free-goods-kept",
                line.Promotion is { } name
                    ? [("line", (decimal)line.Number), ("promotion", name), ("kept", returned.Open(i)), ("value", value)]
                    : [("line", (decimal)line.Number), ("kept", returned.Open(i)), ("value", value)]);
        }
    }
}
