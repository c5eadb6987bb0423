using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Promotions;

/// <summary>"3 % on orders of 5,000": what is missing to the minimum of a discount of the order is a near miss.</summary>
public sealed class MinimumsOfAnOrder
{
    private static readonly Discount s_percent = Discount.OfOrder("order", Percent(3m));

    // 49 at 100.00 are 4,900.00.
    [Fact]
    public void A_hundred_is_missing_to_5000()
    {
        Discount[] discounts =
        [
            s_percent.FromAmount(Cny(5_000m)), s_percent.FromDocumentAmount(Cny(5_000m)),
            Discount.OfOrder("order", Cny(150m)).FromAmount(Cny(5_000m)),
        ];
        foreach (var discount in discounts)
        {
            Assert.Equal(
                ["pricing.promotion-next-step (discount order, counted CNY 4900.00, next CNY 5000.00, missing CNY 100.00)"],
                NearMisses(discount, 49m));
            Assert.Empty(NearMisses(discount, 50m));
        }
    }

    [Fact]
    public void Nothing_is_told_that_would_not_be_given()
    {
        var from = s_percent.FromAmount(Cny(5_000m));

        Assert.Empty(NearMisses(from, 49m, floor: 100m));
        Assert.Single(NearMisses(from, 49m, floor: 99.99m));
        Assert.Empty(NearMisses(from.During(DateSpan.OfYear(2025)), 49m));
        Assert.Empty(NearMisses(from.WithCoupon("SPRING"), 49m));
        Assert.Empty(NearMisses(from.Beside(Scope.Everything.Only(Screw)), 49m));
        Assert.Empty(NearMisses(from.For(Scope.Everything.Only(Screw)), 49m));
    }

    private static string[] NearMisses(Discount discount, decimal pieces, decimal floor = 0m)
    {
        var line = floor > 0m ? Widgets(1, pieces).NotBelow(floor) : Widgets(1, pieces);
        var rules = Rules(DiscountSchedule.Of(Rounding.Commercial, discount), ListOf("list", ItemPrice.Of(Cny(100m))));
        return [.. rules.Quote(Ask(line)).Discounted!.NearMisses.Select(reason => reason.ToString())];
    }
}
