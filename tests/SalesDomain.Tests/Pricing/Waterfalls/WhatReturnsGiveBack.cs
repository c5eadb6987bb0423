using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Waterfalls;

/// <summary>A return gives its rebate back, and not the freight that was spent on it, unless the rule says so.</summary>
public sealed class WhatReturnsGiveBack
{
    private static readonly WaterfallRule s_rebate = WaterfallRule.Percent("rebate", WaterfallBase.InvoiceNet, Percent(3m));

    private static readonly WaterfallRule s_freight = WaterfallRule.PerUnit("freight", Cny(2m), UnitOfMeasure.Piece);

    // 100 sold at 10.00, 40 come back: the freight of all 100 was spent.
    [Fact]
    public void Freight_stays_spent_and_the_rebate_is_of_what_is_kept()
    {
        var drawn = Drawn(s_rebate, s_freight);

        Assert.Equal((Cny(18m), Cny(200m)), (drawn.DeductedUnder("rebate"), drawn.DeductedUnder("freight")));
        Assert.Equal(Cny(382m), drawn.Pocket);
        Assert.True(drawn.Explain().IsVerified, drawn.Explain().ToString());
    }

    [Fact]
    public void What_a_rule_gives_back_and_what_is_spent_is_what_it_says()
    {
        var drawn = Drawn(s_rebate.Spent(), s_freight.GivenBack());

        Assert.Equal((Cny(30m), Cny(120m)), (drawn.DeductedUnder("rebate"), drawn.DeductedUnder("freight")));
        Assert.True(drawn.Explain().IsVerified, drawn.Explain().ToString());
    }

    [Fact]
    public void A_percentage_and_the_cost_of_credit_are_given_back_and_an_amount_per_unit_is_spent_unless_it_is_stated()
    {
        var credit = WaterfallRule.CostOfCredit("credit", Percent(4.8m), 45, DayCountBasis.Actual360);

        Assert.True(s_rebate.IsGivenBack && credit.IsGivenBack && s_freight.GivenBack().IsGivenBack);
        Assert.False(s_freight.IsGivenBack || s_rebate.Spent().IsGivenBack || credit.Spent().IsGivenBack);
        Assert.Equal(s_freight, s_freight.GivenBack().Spent());
        Assert.NotEqual(s_freight, s_freight.GivenBack());
        Assert.False(s_rebate.Spent().For(Only("P-1")).IsGivenBack);
        Assert.Equal("freight: CNY 2.00 per PCE; given back by returns", s_freight.GivenBack().ToString());
        Assert.Equal("rebate: 3% of InvoiceNet; spent, whatever comes back", s_rebate.Spent().ToString());
        Assert.Equal("freight: CNY 2.00 per PCE", s_freight.ToString());
    }

    // A unit that does not convert is not missed where nothing would come off.
    [Fact]
    public void A_sale_in_another_unit_says_so_and_its_return_has_nothing_to_say()
    {
        var schedule = WaterfallSchedule.Of(
            Rounding.Commercial, WaterfallRule.PerUnit("freight", Cny(2m), UnitOfMeasure.Kilogram));
        var document = Schedule().Apply(Order(Line(1, 10m, 100m, "A"), Line(2, 10m, -40m, "A")));
        var drawn = schedule.Evaluate(document, _ => Percent(13m), line => Cny(6m) * line.Line.Quantity.Amount);

        Assert.Equal("pricing.other-unit", drawn.Lines[0].Reasons.Single().Code);
        Assert.Empty(drawn.Lines[1].Reasons);
    }

    private static PriceWaterfall Drawn(params WaterfallRule[] rules)
    {
        var document = Schedule().Apply(Order(Line(1, 10m, 100m, "A"), Line(2, 10m, -40m, "A")));
        return WaterfallSchedule.Of(Rounding.Commercial, rules)
            .Evaluate(document, _ => Percent(13m), line => Cny(6m) * line.Line.Quantity.Amount).Total;
    }
}
