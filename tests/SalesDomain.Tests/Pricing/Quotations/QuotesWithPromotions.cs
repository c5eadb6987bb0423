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

    [Theory]
    [InlineData(0, 960, "")]
    [InlineData(1, 1_000, "pricing.coupon-used-by-customer (discount web, coupon WEB, customer D-1, uses 1, limit 1)")]
    public void So_is_one_that_the_customer_has_used_up(int uses, int net, string warning)
    {
        var rules = Rules(OfWeb(Coupon.Of("WEB").WithMostUsesPerCustomer(1)), Practice);
        var used = PromotionHistory.Of(PromotionUse.Of("web", Cny(40m)).By(Known.Customer!.Value).Counting(uses));

        var quotation = rules.Quote(AskWidgets(10m).WithCoupons("WEB").WithHistory(used));

        Assert.Equal(Cny(net), quotation.Net);
        Assert.Equal(warning, string.Join("; ", quotation.Warnings));
    }

    [Theory]
    [InlineData("A", "pricing.coupon-used-up A")]
    [InlineData("A B", "")]
    [InlineData("B", "")]
    [InlineData("A C", "pricing.coupon-used-up A; pricing.coupon-used-up C")]
    [InlineData("A B C", "")]
    public void A_code_used_up_is_no_warning_where_another_opened_the_discount(string codes, string warnings)
    {
        var rules = Rules(OfWeb(Coupon.OfSingleUse("A", "B", "C")), Practice);
        var request = AskWidgets(10m).WithCoupons(codes.Split(' ')).WithHistory(PromotionHistory.Of(Used("web", "A"), Used("web", "C")));

        var quotation = rules.Quote(request);

        Assert.Equal(Cny(warnings.Length == 0 ? 960m : 1_000m), quotation.Net);
        Assert.Equal(warnings, string.Join("; ", quotation.Warnings.Select(CodeAndCoupon)));

        // The document says of each code presented before the one that opened it that it was used up.
        Assert.Equal(codes[0] == 'A', quotation.Discounted!.Reasons.Count > 0);
    }

    [Theory]
    [InlineData("net", 960)]
    [InlineData("web", 995)]
    public void A_code_that_opened_one_discount_is_no_warning_of_another_for_which_it_is_used_up(string used, int net)
    {
        var schedule = DiscountSchedule.Of(
            Rounding.Commercial, Discount.OfOrder("web", Cny(40m)).At(90).WithCoupon(s_once),
            Discount.OfOrder("net", Cny(5m)).At(91).WithCoupon(s_once));
        var request = AskWidgets(10m).WithCoupons("WEB");

        var quotation = Rules(schedule, Practice).Quote(request.WithHistory(PromotionHistory.Of(Used(used, "WEB"))));

        Assert.Equal(Cny(net), quotation.Net);
        Assert.Empty(quotation.Warnings);
        Assert.Equal("pricing.coupon-used-up", Assert.Single(quotation.Discounted!.Reasons).Code);

        var both = PromotionHistory.Of(Used("net", "WEB"), Used("web", "WEB"));
        Assert.Equal(
            ["pricing.coupon-used-up", "pricing.coupon-used-up"],
            Rules(schedule, Practice).Quote(request.WithHistory(both)).Warnings.Select(warning => warning.Code));
    }

    // The customer counts on what he presents a coupon for.
    [Theory]
    [InlineData("least", "pricing.discount-below-minimum-amount (discount web, amount CNY 1000.00, least CNY 1000.01)")]
    [InlineData("period", "pricing.discount-out-of-period (discount web, on 2026-03-31, period 2027-01-01/2027-12-31)")]
    [InlineData("scope", "pricing.discount-no-line (discount web)")]
    [InlineData("quantity", "pricing.discount-below-minimum-quantity (discount web, counted 10 PCE, least 11 PCE)")]
    [InlineData("steps", "pricing.discount-outside-steps (discount web, counted CNY 1000.00)")]
    [InlineData("not presented", "")]
    [InlineData("good", "")]
    public void A_coupon_that_takes_nothing_off_says_why(string what, string warning)
    {
        var web = Discount.OfOrder("web", Cny(40m)).WithCoupon(Coupon.Of("WEB"));
        web = what switch
        {
            "least" or "not presented" => web.FromAmount(Cny(1_000.01m)),
            "quantity" => web.FromQuantity(Quantity.Pieces(11m)),
            "steps" => Discount.OfOrder("web", StepSchedule.From((Cny(1_000.01m), Percent(4m)))).WithCoupon(Coupon.Of("WEB")),
            "period" => web.During(DateSpan.OfYear(2027)),
            "scope" => web.For(Scope.Everything.Only(Screw)),
            _ => web,
        };
        var request = AskWidgets(10m).WithCoupons(what == "not presented" ? [] : new[] { "WEB" });
        var quotation = Rules(DiscountSchedule.Of(Rounding.Commercial, web), Practice).Quote(request);

        Assert.Equal(warning, string.Join("; ", quotation.Warnings));
        Assert.Equal(Cny(what == "good" ? 960m : 1_000m), quotation.Net);
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

    private static DiscountSchedule OfWeb(Coupon coupon) =>
        DiscountSchedule.Of(Rounding.Commercial, Discount.OfOrder("web", Cny(40m)).WithCoupon(coupon));

    private static PromotionUse Used(string discount, string coupon) =>
        PromotionUse.Of(discount, Cny(40m)).WithCoupon(coupon).On(new DocumentId("Q-0"));

    private static string CodeAndCoupon(Reason reason) =>
        reason.Code + " " + reason.Figures.Single(figure => figure.Name == "coupon").Value;
}
