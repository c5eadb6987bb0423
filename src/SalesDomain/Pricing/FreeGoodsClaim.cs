using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>What one promotion gives of one product on a document, while it is worked out.</summary>
internal sealed class FreeGoodsClaim(FreeGoodsPromotion promotion, ProductId product)
{
    internal FreeGoodsPromotion Promotion => promotion;

    internal ProductId Product => product;

    /// <summary>The lines that earn.</summary>
    internal List<FreeGoodsLine> Counted { get; } = [];

    /// <summary>The free lines that are there for it.</summary>
    internal List<FreeGoodsLine> Present { get; } = [];

    internal List<Reason> Reasons { get; } = [];

    internal void Count(PricedLine line, DiscountedLine? discounted)
    {
        if (!promotion.Takes(line.Subject.PriceKind))
        {
            Reasons.Add(new Reason(
                "pricing.discount-other-kind", ("line", (decimal)line.Number), ("kind", line.Subject.PriceKind!.Value.ToString())));
        }
        else if (promotion.Goods.IsByAmount)
        {
            Counted.Add(FreeGoodsLine.Costing(line, discounted));
        }
        else if (Converts(line))
        {
            Counted.Add(FreeGoodsLine.Counting(line, promotion.Goods.Unit));
        }
    }

    /// <summary>Takes a free line that states the promotion.</summary>
    internal void TakeOwn(PricedLine line)
    {
        if (Converts(line))
            Present.Add(FreeGoodsLine.Counting(line, promotion.Goods.Unit));
    }

    /// <summary>Takes of free lines that state no promotion what it still lacks.</summary>
    internal void TakeMissing(IReadOnlyList<UnclaimedLine> lines)
    {
        UnclaimedLine[] convertible = [.. lines.Where(line => Converts(line.Line))];
        var wanted = Wanted(convertible.Sum(line => line.LeftIn(promotion.Goods.Unit)));
        foreach (var line in convertible)
            wanted -= Take(line, wanted);
    }

    /// <summary>Takes all that is left of a free line, and says whether it could.</summary>
    internal bool TryTakeRest(UnclaimedLine line)
    {
        if (!line.Line.Converts(promotion.Goods.Unit))
            return false;

        Take(line, line.LeftIn(promotion.Goods.Unit));
        return true;
    }

    private decimal Take(UnclaimedLine line, decimal wanted)
    {
        var taken = Math.Min(wanted, line.LeftIn(promotion.Goods.Unit));
        if (taken <= 0m)
            return 0m;

        var quantity = new Quantity(taken, promotion.Goods.Unit);
        Present.Add(FreeGoodsLine.Handing(line.Line, quantity));
        line.Take(quantity);
        return taken;
    }

    private decimal Wanted(decimal available)
    {
        var counted = Counted.Sum(line => line.Value.Number);
        var own = Present.Sum(line => line.Value.Number);
        if (!promotion.Goods.IsInclusive)
            return Math.Min(available, Math.Max(0m, promotion.Due(counted) - own));

        // What is free among what is ordered was ordered too: the most of it that is due with it.
        var wanted = available;
        while (wanted > 0m && promotion.Due(counted + own + wanted) - own is var due && due < wanted)
            wanted = Math.Max(0m, due);
        return wanted;
    }

    private bool Converts(PricedLine line)
    {
        if (line.Converts(promotion.Goods.Unit))
            return true;

        Reasons.Add(new Reason(
            "pricing.discount-other-unit", ("discount", promotion.Name), ("line", (decimal)line.Number),
            ("unit", line.Quantity.Unit.Code), ("counted", promotion.Goods.Unit.Code)));
        return false;
    }
}
