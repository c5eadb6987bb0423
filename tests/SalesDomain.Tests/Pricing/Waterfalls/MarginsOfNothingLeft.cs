using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Approvals;
using SalesDomain.Tests.Pricing.Discounts;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pricing.Waterfalls;

/// <summary>Of what is not there no loss is a percentage: a margin of a pocket or a price that is zero or less is absent.</summary>
public sealed class MarginsOfNothingLeft
{
    private static readonly RoleId s_sales = new("sales");
    private static readonly RoleId s_boss = new("boss");

    private static readonly PriceAuthority s_authority = PriceAuthority.Of(
        Authority.Over(PriceAuthority.PocketMargin)
            .With(s_sales, (PriceAuthority.PocketMargin, AuthorityLimit.AtLeast(Percent(20))))
            .With(s_boss, (PriceAuthority.PocketMargin, AuthorityLimit.AtLeast(Percent(5)))));

    // List 100, cost 50: a rebate of 110 was 600 % of a pocket of −10, and sales could grant it.
    [Theory]
    [InlineData(37, 13, "20.63%", "sales")]
    [InlineData(45, 5, "9.09%", "boss")]
    [InlineData(60, -10, "-25%", null)]
    [InlineData(99, -49, "-4900%", null)]
    [InlineData(100, -50, null, null)]
    [InlineData(110, -60, null, null)]
    [InlineData(200, -150, null, null)]
    public void The_more_is_given_away_the_fewer_may_grant_it(int rebate, int margin, string? rate, string? role)
    {
        var waterfall = PriceWaterfall.Of(Cny(100m), WaterfallDeduction.OffInvoice("rebate", Cny(rebate))).WithCost(Cny(50m));
        var approval = s_authority.Decide(
            ApprovalSample.Of("SO-1", ApprovalSample.Priced(DiscountSample.Schedule(), DiscountSample.Line(1, 100m)))
                .WithWaterfalls((1, waterfall)));

        Assert.Equal(Cny(margin), waterfall.PocketMargin);
        Assert.Equal(
            rate, waterfall.PocketMarginRate?.Round(Rounding.ToDigits(2, RoundingMode.HalfAwayFromZero)).ToString());
        Assert.EndsWith("(" + (rate ?? "none") + ")", waterfall.ToString());
        Assert.Equal(role, approval.Role?.ToString());
        Assert.True(approval.Explain().IsVerified && waterfall.Explain().IsVerified);
    }

    [Fact]
    public void At_a_cent_in_the_pocket_there_is_a_rate_and_of_a_return_there_is_none()
    {
        var cent = PriceWaterfall.Of(Cny(0.01m)).WithCost(Cny(0.02m));
        var back = PriceWaterfall.Of(Cny(-100m)).WithCost(Cny(-60m));

        Assert.Equal(Percent(-100), cent.PocketMarginRate);
        Assert.Equal(((Money?)Cny(-40m), (Percentage?)null), (back.PocketMargin, back.PocketMarginRate));
        Assert.Equal(
            Percent(40),
            PriceWaterfall.Sum(Currency.CNY, [PriceWaterfall.Of(Cny(200m)).WithCost(Cny(120m)), back]).PocketMarginRate);
    }

    // The shelf at 3.00 and 5.00 to be added: the level before it would have to sell at −2.00.
    [Fact]
    public void A_level_of_the_channel_that_would_pay_its_customers_has_no_margin()
    {
        var ladder = PriceLadder.Of(
            Currency.CNY, PriceLevel.First("maker"), PriceLevel.ByMarkup("dealer", Percent(25)), PriceLevel.ByAmount("shelf", Cny(5m)));
        var prices = ladder.From("shelf", Cny(3m));
        var (dealer, shelf) = (prices.Margins.Find("dealer")!, prices.Margins.Find("shelf")!);

        Assert.Equal((Cny(-2m), Cny(-1.60m), Cny(-0.40m)), (dealer.Net, dealer.Cost, dealer.Profit));
        Assert.Equal(((Percentage?)null, (Percentage?)null), (dealer.Margin, dealer.Markup));
        Assert.Equal("dealer: CNY -0.40, margin none, mark-up none", dealer.ToString());
        Assert.Equal((Percentage.Ratio(Cny(5m), Cny(3m)), (Percentage?)null), (shelf.Margin, shelf.Markup));
        Assert.All(
            new[] { dealer.Explain(), dealer.ExplainMarkup(), shelf.Explain(), shelf.ExplainMarkup() },
            explanation => Assert.True(explanation.IsVerified, explanation.ToString()));
        Assert.Equal(Figure.Absent, dealer.Explain().Value);
    }
}
