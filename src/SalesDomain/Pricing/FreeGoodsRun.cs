using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>What promotions give on one document: who earns what, and whose the free lines are that are there.</summary>
internal static class FreeGoodsRun
{
    /// <summary>The proposals of promotions sorted by name, among them one for each of those that there were before.</summary>
    internal static IReadOnlyList<FreeGoodsProposal> Of(
        PricedDocument document, DiscountedDocument? discounted, FreeGoodsPromotion[] promotions, IReadOnlyList<FreeGoodsProposal> before)
    {
        FreeGoodsClaim[] claims = [.. promotions.SelectMany(promotion => ClaimsOf(promotion, document, discounted, before))];
        var unclaimed = document.Lines
            .Where(line => line.IsFree && !line.IsReturn && line.Promotion is null && line.Subject.Product is not null)
            .Select(line => new UnclaimedLine(line))
            .ToLookup(line => line.Line.Subject.Product!.Value);
        foreach (var claimants in claims.GroupBy(claim => claim.Product))
            HandOut([.. unclaimed[claimants.Key]], [.. claimants]);

        return Array.AsReadOnly(Array.ConvertAll(claims, claim => new FreeGoodsProposal(claim, document.Currency)));
    }

    private static SortedDictionary<ProductId, FreeGoodsClaim>.ValueCollection ClaimsOf(
        FreeGoodsPromotion promotion, PricedDocument document, DiscountedDocument? discounted, IReadOnlyList<FreeGoodsProposal> before)
    {
        if (promotion.Goods.Currency is { } currency && currency != document.Currency)
            throw new CurrencyMismatchException(currency, document.Currency, "'" + promotion.Name + "'", nameof(document));

        var isDue = promotion.Period.Contains(document.Date);
        var claims = new SortedDictionary<ProductId, FreeGoodsClaim>();
        foreach (var known in before.Where(known => known.Promotion == promotion))
            Claim(known.Product);
        for (var i = 0; i < document.Lines.Count; i++)
        {
            var line = document.Lines[i];
            if (line.IsReturn)
                continue;

            if (line.IsFree)
            {
                if (string.Equals(line.Promotion, promotion.Name, StringComparison.Ordinal)
                    && (line.Subject.Product ?? promotion.Product) is { } there)
                {
                    Claim(there).TakeOwn(line);
                }
            }
            else if (isDue && (promotion.Product ?? line.Subject.Product) is { } given && promotion.Scope.Matches(line.Subject))
            {
                Claim(given).Count(line, discounted?.Lines[i]);
            }
        }

        return claims.Values;

        FreeGoodsClaim Claim(ProductId product)
        {
            if (!claims.TryGetValue(product, out var claim))
                claims.Add(product, claim = new FreeGoodsClaim(promotion, product));
            return claim;
        }
    }

    // By name, each what it lacks; what is left over is too much, and one of them says so.
    private static void HandOut(UnclaimedLine[] lines, FreeGoodsClaim[] claimants)
    {
        foreach (var claimant in claimants)
            claimant.TakeMissing(lines);
        foreach (var line in lines)
        {
            for (var i = claimants.Length - 1; line.IsLeft && i >= 0; i--)
            {
                if (claimants[i].TryTakeRest(line))
                    break;
            }
        }
    }
}
