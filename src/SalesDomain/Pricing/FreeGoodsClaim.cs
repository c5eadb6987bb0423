using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>What one promotion gives of one product, or of its choice, on a document, while it is worked out.</summary>
internal sealed class FreeGoodsClaim(FreeGoodsPromotion promotion, ProductId? product)
{
    internal FreeGoodsPromotion Promotion => promotion;

    /// <summary>What is given; null where it is to be chosen.</summary>
    internal ProductId? Product => product;

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
        else if (Converts(line, promotion.Goods.PortionUnit!) && (!IsSame(line) || Converts(line, promotion.Goods.Unit)))
        {
            Counted.Add(FreeGoodsLine.Counting(line, promotion.Goods.PortionUnit!));
        }
    }

    /// <summary>Counts what another promotion gives among what was ordered.</summary>
    internal void CountOrdered(PricedLine line)
    {
        if (Converts(line, promotion.Goods.PortionUnit!))
            Counted.Add(FreeGoodsLine.Counting(line, promotion.Goods.PortionUnit!));
    }

    /// <summary>Whether a free line that states no promotion may be there for it.</summary>
    internal bool MayTake(UnclaimedLine line) =>
        product is { } given ? line.Line.Subject.Product == given : promotion.MayBeChosen(line.Line, isStated: false);

    /// <summary>Takes a free line that states the promotion.</summary>
    internal void TakeOwn(PricedLine line)
    {
        if (Converts(line, promotion.Goods.Unit))
            Present.Add(FreeGoodsLine.Counting(line, promotion.Goods.Unit));
    }

    /// <summary>Takes of free lines that state no promotion what it still lacks.</summary>
    internal void TakeMissing(IEnumerable<UnclaimedLine> lines)
    {
        UnclaimedLine[] convertible = [.. lines.Where(line => Converts(line.Line, promotion.Goods.Unit))];
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
        var counted = FreeGoodsLine.Sum(Counted);
        var own = FreeGoodsLine.Sum(Present);
        if (!promotion.Goods.IsInclusive)
            return Math.Min(available, Math.Max(0m, promotion.Due(counted) - own));

        // What is free among what is ordered was ordered too: the most of it that is due with it.
        var wanted = available;
        while (wanted > 0m && promotion.Due(counted + own + wanted) - own is var due && due < wanted)
            wanted = Math.Max(0m, due);
        return wanted;
    }

    private bool IsSame(PricedLine line) => product is not null && product == line.Subject.Product;

    private bool Converts(PricedLine line, UnitOfMeasure unit)
    {
        if (line.Converts(unit))
            return true;

        Reasons.Add(new Reason(
            "pricing.discount-other-unit", ("discount", promotion.Name), ("line", (decimal)line.Number),
            ("unit", line.Quantity.Unit.Code), ("counted", unit.Code)));
        return false;
    }
}
