using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

/// <summary>A history of purchases that is recorded one by one is that of all facts at once.</summary>
public sealed class HistoriesOfManyPurchases
{
    private static readonly LocalDate s_day = new(2026, 3, 5);

    [Property(MaxTest = 200)]
    public void One_by_one_is_all_at_once((byte Document, byte Step)[] steps)
    {
        var (history, kept) = (PurchaseHistory.None, new List<EarlierPurchase>());
        foreach (var (number, step) in steps)
        {
            var document = new DocumentId("O-" + (number % 20).ToString(CultureInfo.InvariantCulture));
            var before = history.ToString();
            if (step % 5 == 4)
            {
                var without = history.Without(document);
                Assert.Equal(before, history.ToString());
                history = without;
                kept.RemoveAll(purchase => purchase.Document == document);
                continue;
            }

            var given = Given(step % 7 == 6 ? null : document, step);
            var next = history.With([given]);
            Assert.Equal(before, history.ToString());
            history = next;
            kept.Add(given);
        }

        var all = PurchaseHistory.Of(kept);
        Assert.Equal(all, history);
        Assert.Equal(all.GetHashCode(), history.GetHashCode());
        Assert.Equal(all.ToString(), history.ToString());
        Assert.Equal(all.Purchases, history.Purchases);
        Assert.Equal(kept.Count, history.Purchases.Count);
        Assert.Equal(all, PurchaseHistory.None.With(Enumerable.Reverse(kept)));

        // What counts is the same too: the sum of what was bought.
        foreach (var product in new[] { Widget, Screw })
        {
            var bought = kept.Where(purchase => purchase.Product == product).Sum(purchase => purchase.Quantity.Amount);
            Assert.Equal(Quantity.Pieces(bought), BoughtBefore(history, product));
        }
    }

    [Fact]
    public void Equal_facts_count_each_and_differ_by_every_field()
    {
        var one = EarlierPurchase.Of(Widget, Quantity.Pieces(60m), s_day);
        EarlierPurchase[] others =
        [
            one.By(Dealer), one.In(new DocumentId("O-1")), one.With(new ProductCategoryId("K")), one.With(PriceKind.Standard),
            one.With(PriceKind.Consignment), EarlierPurchase.Of(Widget, Quantity.Pieces(61m), s_day),
            EarlierPurchase.Of(Widget, Quantity.Pieces(60m), s_day.PlusDays(1)), EarlierPurchase.Of(Screw, Quantity.Pieces(60m), s_day),
            EarlierPurchase.Of(Widget, new Quantity(60m, UnitOfMeasure.Case), s_day),
        ];
        var history = PurchaseHistory.Of(others).With([one, one]);

        Assert.Equal(others.Length + 2, history.Purchases.Count);
        Assert.Equal(history, PurchaseHistory.Of(one).With(others).With([one]));
        Assert.NotEqual(history, PurchaseHistory.Of(others).With([one]));
        Assert.All(others, other => Assert.NotEqual(PurchaseHistory.Of(one), PurchaseHistory.Of(other)));
        Assert.Equal(Quantity.Pieces(120m), BoughtBefore(PurchaseHistory.Of(one, one), Widget));
    }

#if NET
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Four_thousand_purchases_do_not_cost_the_square(bool isOneDay)
    {
        // Of equal facts each was compared by its text with all others: 4,000 took 72 seconds.
        EarlierPurchase[] facts = [.. Enumerable.Range(0, 4000).Select(i => isOneDay
            ? EarlierPurchase.Of(Widget, Quantity.Pieces(1m), s_day)
            : Given(new DocumentId("O-" + i.ToString("D5", CultureInfo.InvariantCulture)), (byte)(i % 200)))];
        Recorded(facts.Take(10));
        var (few, many) = (Recorded(facts.Take(1000)), Recorded(facts));

        Assert.InRange(many, few, 6 * few);
        Assert.InRange(many, 0, 60_000_000);

        static long Recorded(IEnumerable<EarlierPurchase> facts)
        {
            var before = System.GC.GetAllocatedBytesForCurrentThread();
            var history = facts.Aggregate(PurchaseHistory.None, (known, fact) => known.With([fact]));
            var bytes = System.GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.NotEqual(PurchaseHistory.None, history);
            return bytes;
        }
    }
#endif

    private static EarlierPurchase Given(DocumentId? document, byte step)
    {
        var purchase = EarlierPurchase.Of(
            step % 2 == 0 ? Widget : Screw, Quantity.Pieces(1m + (step % 4)), s_day.PlusDays(step % 3));
        purchase = document is { } known ? purchase.In(known) : purchase;
        return step % 3 == 0 ? purchase.By(Dealer) : purchase;
    }

    private static Quantity? BoughtBefore(PurchaseHistory history, ProductId product)
    {
        var year = DateSpan.OfYear(2026);
        var price = ItemPrice.Of(Breaks((0m, 10m), (100m, 9.2m)));
        return PriceBook.Of(
                AccessSequence.Of(ScopeDimensions.None),
                PriceList.Of("list", Currency.CNY, TaxBasis.WithoutTax).During(
                    year, PriceListVersion.Empty.With(Widget, price).With(Screw, price).Cumulative(over: year)))
            .Price(product, Quantity.Pieces(1m), Known, Day, Currency.CNY, history).BoughtBefore;
    }
}
