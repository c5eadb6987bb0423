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
        string[] among =
        [
            .. promotions.Where(promotion => promotion.Goods.IsInclusive && promotion.Period.Contains(document.Date))
                .Select(promotion => promotion.Name),
        ];
        FreeGoodsClaim[] claims = [.. promotions.SelectMany(promotion => ClaimsOf(promotion, document, discounted, before, among))];
        var unclaimed = document.Lines.Where(line => line.IsFree && !line.IsReturn && line.Promotion is null);
        HandOut([.. unclaimed.Select(line => new UnclaimedLine(line))], claims);

        return Array.AsReadOnly(Array.ConvertAll(claims, claim => new FreeGoodsProposal(claim, document.Currency)));
    }

    private static IEnumerable<FreeGoodsClaim> ClaimsOf(
        FreeGoodsPromotion promotion, PricedDocument document, DiscountedDocument? discounted, IReadOnlyList<FreeGoodsProposal> before,
        string[] among)
    {
        if (promotion.Goods.Currency is { } currency && currency != document.Currency)
            throw new CurrencyMismatchException(currency, document.Currency, "'" + promotion.Name + "'", nameof(document));

        var isDue = promotion.Period.Contains(document.Date);
        var claims = new SortedDictionary<ProductId, FreeGoodsClaim>();
        FreeGoodsClaim? choice = null;
        foreach (var known in before.Where(known => known.Promotion == promotion))
            _ = known.Product is null ? Choosing() : Given(known.Product);
        for (var i = 0; i < document.Lines.Count; i++)
        {
            var line = document.Lines[i];
            if (line.IsReturn)
                continue;

            if (line.IsFree)
            {
                if (string.Equals(line.Promotion, promotion.Name, StringComparison.Ordinal))
                {
                    (promotion.MayBeChosen(line, isStated: true) ? Choosing() : Given(line.Subject.Product ?? promotion.Product))
                        ?.TakeOwn(line);
                }
                else if (isDue && promotion.Goods.IsInclusive && Array.IndexOf(among, line.Promotion) >= 0
                    && promotion.Scope.Matches(line.Subject))
                {
                    // What another gives among what was ordered was ordered too.
                    Given(line.Subject.Product)?.CountOrdered(line);
                }
            }
            else if (isDue && promotion.Scope.Matches(line.Subject))
            {
                (promotion.Choice is not null ? Choosing() : Given(promotion.Product ?? line.Subject.Product))
                    ?.Count(line, discounted?.Lines[i]);
            }
        }

        return choice is null ? claims.Values : claims.Values.Prepend(choice);

        FreeGoodsClaim Choosing() => choice ??= new FreeGoodsClaim(promotion, product: null);

        FreeGoodsClaim? Given(ProductId? product)
        {
            if (product is not { } given)
                return null;
            if (!claims.TryGetValue(given, out var claim))
                claims.Add(given, claim = new FreeGoodsClaim(promotion, given));
            return claim;
        }
    }

    // Each what it lacks, by name: those of one product before those that may take another, which begin with what the fewest may take.
    // What is left over is too much, and one of them says so.
    private static void HandOut(UnclaimedLine[] unclaimed, FreeGoodsClaim[] claims)
    {
        var byProduct = claims.Where(claim => claim.Product is not null).ToLookup(claim => claim.Product!.Value);
        FreeGoodsClaim[] choices = [.. claims.Where(claim => claim.Product is null)];
        var claimants = new List<(UnclaimedLine Line, FreeGoodsClaim[] Choices)>();
        foreach (var line in unclaimed)
            claimants.Add((line, Array.FindAll(choices, choice => choice.MayTake(line))));

        foreach (var lines in unclaimed.GroupBy(line => line.Line.Subject.Product))
        {
            foreach (var claim in lines.Key is { } product ? byProduct[product] : [])
                claim.TakeMissing(lines);
        }

        foreach (var choice in choices)
        {
            choice.TakeMissing(
                claimants.Where(each => each.Line.IsLeft && each.Choices.Contains(choice)).OrderBy(each => each.Choices.Length)
                    .Select(each => each.Line));
        }

        foreach (var (line, ofLine) in claimants)
        {
            var own = line.Line.Subject.Product is { } product ? byProduct[product] : [];
            FreeGoodsClaim[] all = [.. own, .. ofLine];
            for (var i = all.Length - 1; line.IsLeft && i >= 0; i--)
            {
                if (all[i].TryTakeRest(line))
                    break;
            }
        }
    }
}
