using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>What coupons and promotions granted before is a fact of the request.</summary>
public sealed class QuotesWithPromotions
{
    private static readonly DocumentId s_own = new("Q-1");
    private static readonly Coupon s_once = Coupon.Of("WEB").WithMostUses(1);

    private static readonly QuotationRules s_rules =
        Rules(DiscountSchedule.Of(Rounding.Commercial, Discount.OfOrder("web", Cny(40m)).WithCoupon(s_once)), Practice);

    [Fact]
    public void A_coupon_used_up_is_named_and_takes_nothing()
    {
        var used = PromotionHistory.Of(PromotionUse.Of("web", Cny(40m)).WithCoupon("WEB").On(new DocumentId("Q-0")));
        var request = AskWidgets(10m).WithCoupons("WEB");

        Assert.Equal(Cny(960m), s_rules.Quote(request).Net);

        var quotation = s_rules.Quote(request.WithHistory(used));
        Assert.Equal(Cny(1_000m), quotation.Net);
        Assert.Equal(
            ["pricing.coupon-used-up (discount web, coupon WEB, uses 1, limit 1)"],
            quotation.Discounted!.Reasons.Select(reason => reason.ToString()));
        Assert.Equal(quotation.Discounted.Reasons, quotation.Warnings);
        Assert.Empty(s_rules.Quote(request).Warnings);
        Assert.Empty(quotation.Explain().Verify());
    }

    [Fact]
    public void A_quotation_made_again_is_the_same_beside_its_own_use()
    {
        var request = AskWidgets(10m).WithCoupons("WEB").WithDocument(s_own);
        var first = s_rules.Quote(request);
        var again = s_rules.Quote(request.WithHistory(PromotionHistory.None.Recording(first.Discounted!)));

        Assert.Equal(Cny(960m), first.Net);
        Assert.Equal(first.Net, again.Net);
        Assert.Equal(first.Discounted!.Uses, again.Discounted!.Uses);
    }
}
