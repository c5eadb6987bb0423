using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

/// <summary>A history that is recorded one by one is that of all facts at once.</summary>
public sealed class HistoriesOfManyOrders
{
    private static readonly DiscountSchedule s_schedule = Schedule(
        Discount.OfOrder("web", Percent(10)).At(1).WithCoupon(Coupon.Of("A")),
        Discount.OfOrder("budget", Percent(5)).At(2).WithBudget(PromotionBudget.OfTotal(Cny(1_000_000m))));

    [Property(MaxTest = 200)]
    public void One_by_one_is_all_at_once((byte Document, byte Step)[] steps)
    {
        var (history, kept, unnamed) = (PromotionHistory.None, new Dictionary<string, PromotionUse[]>(), new List<PromotionUse>());
        foreach (var (document, step) in steps)
        {
            var id = "N-" + (document % 40).ToString(CultureInfo.InvariantCulture);
            if (step % 5 == 4)
            {
                history = history.Cancelling(new DocumentId(id));
                kept.Remove(id);
                continue;
            }

            var given = Given(step % 7 == 6 ? null : id, 10m + step, step % 3);
            var before = history.ToString();
            var next = history.Recording(given);
            Assert.Equal(before, history.ToString());
            history = next;
            if (step % 7 == 6)
                unnamed.AddRange(given.Uses);
            else
                kept[id] = [.. given.Uses];
        }

        var uses = kept.Values.SelectMany(each => each).Concat(unnamed).ToArray();
        var all = PromotionHistory.Of(uses);
        Assert.Equal(all, history);
        Assert.Equal(all.GetHashCode(), history.GetHashCode());
        Assert.Equal(all.ToString(), history.ToString());
        Assert.Equal(all.Uses, history.Uses);
        Assert.Equal(all, PromotionHistory.None.With(Enumerable.Reverse(uses)));
        foreach (var name in new[] { "web", "budget" })
        {
            Assert.Equal(all.GrantedBy(name), history.GrantedBy(name));
            Assert.Equal(uses.Where(use => use.Discount == name).Sum(use => use.Times), history.UsesOf(name));
            Assert.Equal(uses.Any(use => use.Discount == name), history.GrantedBy(name) is not null);
        }
    }

#if NET
    [Fact]
    public void Four_thousand_orders_do_not_cost_the_square()
    {
        // 4,000 of them took 4,221 MB, sixteen times what 1,000 took.
        var orders = Enumerable.Range(0, 4000)
            .Select(i => Given("N-" + i.ToString(CultureInfo.InvariantCulture), 100m, i % 3)).ToArray();
        Recorded(orders.Take(10));
        var (few, many) = (Recorded(orders.Take(1000)), Recorded(orders));

        Assert.InRange(many, few, 6 * few);
        Assert.InRange(many, 0, 200_000_000);

        static long Recorded(IEnumerable<DiscountedDocument> orders)
        {
            var before = System.GC.GetAllocatedBytesForCurrentThread();
            var history = orders.Aggregate(PromotionHistory.None, (known, order) => known.Recording(order));
            var bytes = System.GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(history.UsesOf("web") > 0);
            return bytes;
        }
    }
#endif

    private static DiscountedDocument Given(string? id, decimal amount, int customer)
    {
        var subject = Subject("P");
        subject = customer == 0 ? subject : subject.With(new CustomerId(customer == 1 ? "Dawei" : "Xiaoli"));
        var order = Order(PricedLine.Of(1, subject, Quantity.Pieces(1), Cny(amount)));
        return s_schedule.Apply(id is null ? order : order.WithId(new DocumentId(id)), ["A"]);
    }
}
