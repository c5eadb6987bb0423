using System;
using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <content>What is kept, and the free goods with it.</content>
public sealed partial class ReturnedDocument
{
    /// <summary>The promotions by which free goods are looked at, by their names; null where none were stated.</summary>
    public IReadOnlyList<FreeGoodsPromotion>? Promotions => FreeGoods?.Promotions;

    /// <summary>
    /// The document whose free goods are looked at by the promotions of the sale, so that a credit says how many of them what is kept no
    /// longer earns, and what they are worth.
    /// </summary>
    /// <param name="promotions">
    /// The promotions, in any order, each name once. None say that no gift is asked back. Where they are not stated at all, a credit
    /// names the free lines that are kept though goods came back, without knowing what earned them.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <remarks>
    /// Of amounts, what lines cost after their discounts earns, at the sale and now. What was given beyond the promotion at the sale is
    /// not asked back. Credits stay as they are: the caller takes the gift back with its goods, or charges it.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="promotions"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">Two have one name.</exception>
    /// <exception cref="CurrencyMismatchException">An amount that earns is in another currency than the document.</exception>
    public ReturnedDocument WithFreeGoods(params FreeGoodsPromotion[] promotions)
    {
        var sorted = FreeGoodsPromotion.Sorted(promotions);
        foreach (var promotion in sorted)
        {
            if (promotion.Goods.Currency is { } currency && currency != Sold.Net.Currency)
                throw new CurrencyMismatchException(Sold.Net.Currency, currency, "'" + promotion.Name + "'", nameof(promotions));
        }

        return new ReturnedDocument(this, _credited, DueOf, new ReturnedFreeGoods(Sold, sorted));
    }

    /// <summary>Whether what is kept has its discounts in full, so that a credit can be more than was paid for what came back.</summary>
    public bool KeepsDiscountsInFull => DueOf.IsKeptInFull;

    /// <summary>
    /// The document of which each credit is the net of the sale less that of what is kept, without a limit: an amount off that what is
    /// kept still earns stays whole with it, and what comes back brings its price before.
    /// </summary>
    /// <returns>The changed copy.</returns>
    /// <remarks>
    /// Of 10 at 100.00 less 100.00 from 200.00, 8 back bring 800.00, and the 2 that are kept cost 100.00; without this they bring the
    /// 720.00 that were paid for them. The first in a row of credits brings more than was paid for it, and the last less.
    /// </remarks>
    public ReturnedDocument WithDiscountsKeptInFull() =>
        new(this, _credited, new ReturnedDue(Sold, _returned, Rest, _kept, isKeptInFull: true), FreeGoods);

    internal ReturnedFreeGoods? FreeGoods { get; }

    private IEnumerable<PricedLine> Kept()
    {
        for (var i = 0; i < _returned.Length; i++)
        {
            var line = Sold.Document.Lines[i];
            if (_returned[i] == 0m)
                yield return line;
            else if (Open(i).IsPositive)
                yield return KeptOf(line, i);
        }
    }

    private PricedLine KeptOf(PricedLine line, int index)
    {
        var kept = line.IsByListPrice ? PricedLine.Of(line.Number, line.Subject, Open(index), line.ListPrice!.Value)
            : PricedLine.OfAmount(line.Number, line.Subject, Open(index), PartOf(line.AtListPrice ?? line.Amount, index));
        kept = line.Units is { } units ? kept.WithUnits(units) : kept;
        kept = kept.NegotiatedAs(line);
        kept = line.Promotion is { } promotion ? kept.OfPromotion(promotion) : kept;
        kept = line.Floor is { } floor ? kept.WithFloor(floor, line.FloorUnit!).LiftingFloor(line.FloorLift) : kept;
        return line.TaxBasis is { } basis ? kept.WithTaxBasis(basis) : kept;
    }

    private PricedDocument DocumentOf(PricedLine[] lines)
    {
        var document = Sold.Document;
        var kept = PricedDocument.Of(document.Currency, document.TaxBasis, document.Date, lines);
        return document.Id is { } id ? kept.WithId(id) : kept;
    }
}
