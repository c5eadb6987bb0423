using System;
using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Discounts;

public sealed class WhenADiscountIsGiven
{
    private static readonly Discount s_ten = Discount.Percent("ten", Percent(10));

    [Theory]
    [InlineData("9.99", "pricing.discount-below-minimum-quantity (discount ten, line 1, counted 9.99 PCE, least 10 PCE)")]
    [InlineData("10", null)]
    [InlineData("10.01", null)]
    public void From_a_quantity(string pieces, string? reason) =>
        Says(reason, s_ten.FromQuantity(Quantity.Pieces(10)), Line(1, 100m, Number(pieces)));

    [Fact]
    public void From_a_quantity_where_an_amount_chooses_the_step()
    {
        var (steps, off) = (StepSchedule.From((Cny(1m), Percent(10))), StepSchedule.From((Cny(1m), Cny(10m))));
        const string Said = "counted 9 PCE, least 10 PCE)";

        Says(
            "pricing.discount-below-minimum-quantity (discount ten, line 1, " + Said,
            Discount.Percent("ten", steps).FromQuantity(Quantity.Pieces(10)), Line(1, 100m, 9m));
        foreach (var discount in new[]
                 {
                     Discount.OfOrder("ten", steps), Discount.OfOrder("ten", off), Discount.ForEvery("ten", Cny(100m), Cny(1m)),
                 })
        {
            Says(
                "pricing.discount-below-minimum-quantity (discount ten, " + Said, discount.FromQuantity(Quantity.Pieces(10)),
                Line(1, 100m, 9m));
        }
    }

    [Theory]
    [InlineData("99.99", "pricing.discount-below-minimum-amount (discount ten, amount CNY 99.99, least CNY 100.00)")]
    [InlineData("100.00", null)]
    [InlineData("100.01", null)]
    public void From_an_amount(string price, string? reason) =>
        Says(reason, s_ten.FromAmount(Cny(100m)), Line(1, Number(price)));

    [Fact]
    public void The_amount_is_measured_where_it_is_said()
    {
        var first = Discount.Percent("first", Percent(50)).At(10);
        Money Net(DiscountBase of) => Schedule(first, s_ten.At(20).FromAmount(Cny(100m), of)).Apply(Order(Line(1, 100m))).Net;

        Assert.Equal(Cny(50m), Net(DiscountBase.Running));
        Assert.Equal(Cny(45m), Net(DiscountBase.List));
        Assert.Equal(Cny(50m), Net(DiscountBase.After("first")));
    }

    [Fact]
    public void Of_the_subtotal_after_a_named_discount()
    {
        var given = Schedule(
            Discount.Percent("dealer", Percent(10)).At(10), Discount.PerUnit("launch", Cny(20m), UnitOfMeasure.Piece).At(20),
            s_ten.At(30).On(DiscountBase.After("dealer")))
            .Apply(Order(Line(1, 100m)));

        Assert.Equal(Cny(90m), given.Lines[0].Deductions[2].Base);
        Assert.Equal(Cny(61m), given.Net);
        Assert.True(given.Explain().IsVerified);
    }

    [Fact]
    public void With_a_coupon_that_is_presented()
    {
        var schedule = Schedule(s_ten.WithCoupon("SPRING"));
        var order = Order(Line(1, 100m));

        Assert.Equal(Cny(90m), schedule.Apply(order, ["OTHER", "SPRING"]).Net);
        Assert.Equal(
            "pricing.discount-no-coupon (discount ten, coupon SPRING)", schedule.Apply(order, ["spring"]).Reasons.Single().ToString());
    }

    [Fact]
    public void Only_beside_another_line()
    {
        var schedule = Schedule(s_ten.Beside(Only("A")));

        Assert.Equal([100m], schedule.Apply(Order(Line(1, 100m, 1m, "A"))).Nets());
        Assert.Equal([100m, 90m], schedule.Apply(Order(Line(1, 100m, 1m, "A"), Line(2, 100m, 1m, "B"))).Nets());
        Assert.Equal([90m, 90m], schedule.Apply(Order(Line(1, 100m, 1m, "A"), Line(2, 100m, 1m, "A"))).Nets());
        Assert.Equal([100m, 0m], schedule.Apply(Order(Line(1, 100m, 1m, "B"), Free(2, 5m, 1m, "A"))).Nets());
    }

    [Fact]
    public void Nothing_comes_after_the_last()
    {
        var schedule = Schedule(
            s_ten.At(10).For(Only("A")).AsLast(), Discount.Percent("more", Percent(10)).At(20), Discount.OfOrder("order", Cny(9m)).At(30));
        var given = schedule.Apply(Order(Line(1, 100m, 1m, "A"), Line(2, 100m, 1m, "B")));

        Assert.Equal([90m, 81m], given.Nets());
        Assert.Equal(["pricing.discount-after-last", "pricing.discount-after-last"], given.Codes());
    }

    [Fact]
    public void In_the_unit_that_counts()
    {
        var cases = PricedLine.Of(2, Subject("A"), new Quantity(10, UnitOfMeasure.Case), Cny(100m));
        var given = Schedule(Discount.Percent("volume", ByPieces((10m, 10m)))).Apply(Order(Line(1, 1m, 9m, "A"), cases));

        Assert.Equal(Cny(1009m), given.Net);
        Assert.Equal(["pricing.discount-outside-steps", "pricing.discount-other-unit"], given.Codes());
    }

    [Fact]
    public void For_no_line_or_at_a_fixed_price_above_list()
    {
        var other = s_ten.For(Only("Z"));
        Assert.Empty(Schedule(other).Apply(Order(Line(1, 100m))).Codes());
        Assert.Equal(["pricing.discount-no-line"], Schedule(other.WithCoupon("Z")).Apply(Order(Line(1, 100m)), ["Z"]).Codes());
        Assert.Equal(
            ["pricing.discount-fixed-above-list"],
            Schedule(Discount.FixedPrice("action", Cny(100.01m), UnitOfMeasure.Piece)).Apply(Order(Line(1, 100m))).Codes());
        Assert.Empty(Schedule(Discount.FixedPrice("action", Cny(100m), UnitOfMeasure.Piece)).Apply(Order(Line(1, 100m))).Codes());
        Assert.Equal(
            ["pricing.discount-list-below-floor", "pricing.discount-held-at-floor"],
            Schedule(s_ten).Apply(Order(Line(1, 100m).WithFloor(Cny(101m)))).Codes());
    }

    [Theory]
    [InlineData(ExclusionRule.Best, 70)]
    [InlineData(ExclusionRule.Least, 80)]
    [InlineData(ExclusionRule.First, 72)]
    public void One_group_or_the_other(ExclusionRule rule, int net)
    {
        // 10 % and then 20 % are 28 %; 30 % are more, and 20 off are less.
        var group = ExclusionGroup.Between("terms or campaign", rule, ["dealer", "loyal"], ["campaign"], ["welcome"]);
        var given = Schedule(
                Discount.Percent("dealer", Percent(10)).At(10), Discount.Percent("loyal", Percent(20)).At(11),
                Discount.Percent("campaign", Percent(30)).At(12), Discount.PerUnit("welcome", Cny(20m), UnitOfMeasure.Piece).At(13))
            .WithExclusion(group).Apply(Order(Line(1, 100m)));

        Assert.Equal([net], given.Nets());
        Assert.True(given.Explain().IsVerified);
    }

    [Fact]
    public void The_choice_is_made_line_by_line_and_of_the_order_once()
    {
        var lines = Schedule(Discount.Percent("ten", Percent(10)).At(1), Discount.PerUnit("five", Cny(5m), UnitOfMeasure.Piece).At(2))
            .WithExclusion("one", ExclusionRule.Best, "five", "ten").Apply(Order(Line(1, 100m), Line(2, 20m)));
        Assert.Equal([90m, 15m], lines.Nets());

        var order = Schedule(Discount.OfOrder("ten", Percent(10)).At(1), Discount.OfOrder("thirteen", Cny(13m)).At(2))
            .WithExclusion("one", ExclusionRule.Best, "ten", "thirteen").Apply(Order(Line(1, 100m), Line(2, 20m)));
        Assert.Equal(Cny(107m), order.Net);
        Assert.Equal(
            "pricing.discount-excluded (discount ten, group one, given thirteen, instead of CNY 12.00, takes CNY 13.00)",
            order.Reasons.Single().ToString());
    }

    [Fact]
    public void The_effective_discount_counts_free_goods_as_what_they_are()
    {
        var terms = Schedule(Discount.Percent("dealer", Percent(8)).At(10), Discount.Percent("campaign", Percent(5)).At(20));

        Assert.Equal(Percent(12.6m), terms.Apply(Order(Line(1, 100m, 10m))).EffectiveDiscount);
        Assert.Equal(Percent(9.09m), Schedule().Apply(Order(Line(1, 100m, 10m), Free(2, 100m, 1m))).EffectiveDiscount.To(2));

        var with = terms.Apply(Order(Line(1, 100m, 10m), Free(2, 100m, 1m)));
        Assert.Equal(Percent(20.55m), with.EffectiveDiscount.To(2));
        Assert.Equal(Cny(874m), with.Net);
        Assert.Equal(Cny(100m), with.Lines[1].FreeGoods);
        Assert.True(with.ExplainEffectiveDiscount().IsVerified);
        Assert.Null(Schedule().Apply(Order(Line(1, 0m))).EffectiveDiscount);
    }

    [Fact]
    public void What_is_not_given_closes_nothing()
    {
        // The dealer's terms close the line for what they have beside, but only where they are given.
        string[] Said(ExclusionRule rule, Discount dealer, Discount loyal, Discount campaign)
        {
            var given = Schedule(dealer.At(10).AsLast(), loyal.At(11), campaign.At(12))
                .WithExclusion(ExclusionGroup.Between("one", rule, ["dealer", "loyal"], ["campaign"])).Apply(Order(Line(1, 100m)));
            Assert.True(given.Explain().IsVerified);
            return [.. given.Reasons.Select(each => each.ToString())];
        }

        foreach (var (at, percent) in new (string, Func<string, decimal, Discount>)[]
                 {
                     (", line 1", (name, rate) => Discount.Percent(name, Percent(rate))),
                     ("", (name, rate) => Discount.OfOrder(name, Percent(rate))),
                 })
        {
            var (dealer, loyal, campaign) = (percent("dealer", 10m), percent("loyal", 5m), percent("campaign", 30m));
            Assert.Equal(
                [
                    "pricing.discount-excluded (discount dealer" + at
                        + ", group one, given campaign, instead of CNY 10.00, takes CNY 30.00)",
                    "pricing.discount-excluded (discount loyal" + at + ", group one, given campaign, instead of CNY 0.00, takes CNY 30.00)",
                ],
                Said(ExclusionRule.Best, dealer, loyal, campaign));
            Assert.Equal(
                [
                    "pricing.discount-after-last (discount loyal, line 1, last dealer)",
                    "pricing.discount-excluded (discount campaign" + at
                        + ", group one, given dealer, instead of CNY 30.00, takes CNY 10.00)",
                ],
                Said(ExclusionRule.Least, dealer, loyal, campaign));
        }
    }

    [Fact]
    public void Free_goods_do_not_count_for_a_break()
    {
        var given = Schedule(Discount.Percent("volume", ByPieces((11m, 10m))))
            .Apply(Order(Line(1, 100m, 10m, "A"), Free(2, 100m, 1m, "A")));

        Assert.Equal([1000m, 0m], given.Nets());
    }

    [Theory]
    [InlineData(BreakBasis.Line, 400)]
    [InlineData(BreakBasis.Product, 380)]
    [InlineData(BreakBasis.MixGroup, 360)]
    public void What_is_added_up_for_a_break(BreakBasis basis, int net)
    {
        var given = Schedule(Discount.Percent("volume", ByPieces((2m, 10m))).Counting(basis))
            .Apply(Order(Line(1, 100m, 1m, "A"), Line(2, 100m, 1m, "A"), Line(3, 100m, 1m, "B"), Line(4, 100m, 1m, "C")));

        Assert.Equal(net, given.Net.Amount);
        Assert.True(given.Explain().IsVerified);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static void Says(string? reason, Discount discount, PricedLine line)
    {
        var given = Schedule(discount).Apply(Order(line));
        Assert.Equal(reason, given.Reasons.Count == 0 ? null : given.Reasons.Single().ToString());
        Assert.Equal(reason is null, given.Net != given.ListAmount);
    }
}
