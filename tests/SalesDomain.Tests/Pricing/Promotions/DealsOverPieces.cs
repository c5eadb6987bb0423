using System.Linq;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

/// <summary>Deals worked by hand.</summary>
public sealed class DealsOverPieces
{
    private static readonly Deal s_threeForTwo = Deal.CheapestFree(3, 1);

    [Fact]
    public void Three_for_two_over_ten_to_forty()
    {
        Assert.Equal([10m, 0m, 0m, 0m], Given(s_threeForTwo, 10m, 20m, 30m, 40m).Taken());
        Assert.Equal([0m, 20m, 0m, 0m], Given(s_threeForTwo.Taking(PieceOrder.DearestFirst), 10m, 20m, 30m, 40m).Taken());
        Assert.Equal(
            ["pricing.promotion-next-deal (discount deal, deals 1, missing 2)"],
            Given(s_threeForTwo, 10m, 20m, 30m, 40m).NearMisses.Select(each => each.ToString()));
    }

    [Fact]
    public void The_cheapest_of_all_or_of_each_deal()
    {
        decimal[] prices = [10m, 20m, 30m, 40m, 50m, 60m];

        Assert.Equal([10m, 20m, 0m, 0m, 0m, 0m], Given(s_threeForTwo, prices).Taken());
        Assert.Equal([10m, 0m, 0m, 40m, 0m, 0m], Given(s_threeForTwo.OfEachDeal(), prices).Taken());
        Assert.Equal(
            [0m, 20m, 0m, 0m, 50m, 0m, 0m], Given(s_threeForTwo.OfEachDeal().Taking(PieceOrder.DearestFirst), [.. prices, 70m]).Taken());
    }

    [Fact]
    public void Buy_two_get_the_cheapest_at_half_price()
    {
        var given = Given(Deal.BuyGet(2, 1, Percent(50)), 30m, 10m, 20m);

        Assert.Equal([0m, 5m, 0m], given.Taken());
        Assert.Equal(
            ["line 1: 1 piece, 0 given, CNY 0.00", "line 2: 1 piece, 1 given, CNY 5.00", "line 3: 1 piece, 0 given, CNY 0.00"],
            given.Deductions[0].Dealt.Select(line => line.ToString()));
        Assert.Equal((1m, 10m), (given.Deductions[0].Times, given.Deductions[0].Dealt[1].Value.Amount));
        Assert.Empty(given.Lines[0].Deductions);
    }

    [Fact]
    public void The_benefit_spread_over_all_pieces_is_the_same_in_sum()
    {
        Assert.Equal([1.67m, 3.33m, 5m], Given(s_threeForTwo.Spreading(), 10m, 20m, 30m).Taken());
        Assert.Equal([10m, 0m, 0m], Given(s_threeForTwo, 10m, 20m, 30m).Taken());
    }

    [Fact]
    public void Two_lines_of_one_product_are_pieces_alike()
    {
        var given = Schedule(Discount.OfDeal("deal", s_threeForTwo)).Apply(Order(Line(1, 25m, 2m, "A"), Line(2, 25m, 1m, "A")));

        Assert.Equal([25m, 0m], given.Taken());
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
    }

    [Fact]
    public void Any_three_for_fifty()
    {
        Assert.Equal([0m, 8.89m, 13.33m, 17.78m], Given(Deal.ForPrice(3, Cny(50m)), 10m, 20m, 30m, 40m).Taken());
        Assert.Equal(
            10m, Given(Deal.ForPrice(3, Cny(50m)).Taking(PieceOrder.CheapestFirst), 10m, 20m, 30m, 40m).Discounted.Amount);
    }

    [Theory]
    [InlineData(PieceOrder.DearestFirst)]
    [InlineData(PieceOrder.CheapestFirst)]
    public void A_deal_that_costs_no_less_than_its_pieces_is_not_given(PieceOrder order)
    {
        // 60 and 50 and 40 for 100; 30 and 20 and 10 are cheaper by themselves.
        var deal = Deal.ForPrice(3, Cny(100m)).Taking(order);
        var given = Given(deal, 10m, 20m, 30m, 40m, 50m, 60m);

        Assert.Equal((50m, 1m), (given.Discounted.Amount, given.Deductions[0].Times));
        Assert.Equal([0m, 0m, 0m], given.Taken().Take(3));
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
        Assert.Contains("pricing.promotion-deal-not-cheaper", Given(deal, 20m, 30m, 50m).Codes());
        Assert.Equal(0.01m, Given(deal, 20m, 30m, 50.01m).Discounted.Amount);
    }

    [Fact]
    public void A_table_and_two_chairs_for_999()
    {
        var deal = Deal.ForPrice(Cny(999m), DealPart.Of(1, Only("table")), DealPart.Of(2, Only("chair")));
        var given = Schedule(Discount.OfDeal("set", deal)).Apply(Order(Line(1, 700m, 1m, "table"), Line(2, 200m, 3m, "chair")));

        // 700 + 400 = 1,100, less 999 = 101, by 7 and 4.
        Assert.Equal([64.27m, 36.73m], given.Taken());
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
    }

    [Fact]
    public void Buy_two_of_one_get_one_of_another_free()
    {
        var deal = Deal.BuyGet(DealPart.Of(2, Only("P")), DealPart.Of(1, Only("Q")), Percent(100));
        var order = Order(Line(1, 40m, 5m, "P"), Line(2, 15m, 3m, "Q"));

        Assert.Equal([0m, 30m], Schedule(Discount.OfDeal("deal", deal)).Apply(order).Taken());
        Assert.Equal([0m, 15m], Schedule(Discount.OfDeal("deal", deal.AtMost(1))).Apply(order).Taken());
    }

    [Fact]
    public void The_cheapest_of_several_scopes()
    {
        var deal = Deal.CheapestOff(Percent(100), 1, DealPart.Of(1, Only("A")), DealPart.Of(1, Only("B")));
        var given = Schedule(Discount.OfDeal("deal", deal))
            .Apply(Order(Line(1, 30m, 1m, "A"), Line(2, 5m, 1m, "A"), Line(3, 20m, 1m, "B"), Line(4, 40m, 1m, "B")));

        // 5 and 20 are in the first deal, 30 and 40 in the second; the two cheapest of the four are 5 and 20.
        Assert.Equal([0m, 5m, 20m, 0m], given.Taken());
    }

    [Fact]
    public void A_percentage_and_an_amount_off_each_full_three()
    {
        Assert.Equal([0m, 4m, 6m, 8m], Given(Deal.PercentOff(3, Percent(20)), 10m, 20m, 30m, 40m).Taken());
        Assert.Equal([0m, 2m, 3m, 4m], Given(Deal.AmountOff(3, Cny(9m)), 10m, 20m, 30m, 40m).Taken());
    }

    [Fact]
    public void More_than_the_pieces_cost_is_not_taken_off()
    {
        var given = Given(Deal.AmountOff(2, Cny(50m)), 10m, 20m);

        Assert.Equal((30m, 20m), (given.Discounted.Amount, given.Deductions[0].Refused.Amount));
        Assert.Contains("pricing.discount-refused-of-order", given.Codes());
    }

    [Fact]
    public void Deals_are_worked_over_what_is_left()
    {
        var given = Schedule(Discount.Percent("dealer", Percent(10)).At(10), Discount.OfDeal("deal", s_threeForTwo).At(20))
            .Apply(Order(Line(1, 10m), Line(2, 20m), Line(3, 30m)));

        Assert.Equal([1m + 9m, 2m, 3m], given.Taken());
    }

    [Fact]
    public void A_piece_is_in_one_deal_and_the_others_keep_their_price()
    {
        var order = Order(Line(1, 10m, 5m, "A"));
        var first = Discount.OfDeal("first", s_threeForTwo).At(10);
        var second = Deal.ForPrice(2, Cny(15m));
        var given = Schedule(first, Discount.OfDeal("second", second).At(20), Discount.OfDeal("third", second).At(30)).Apply(order);

        // Three pieces for 20, two for 15.
        Assert.Equal(35m, given.Net.Amount);
        Assert.Equal(["pricing.promotion-no-whole-deal (discount third, missing 2)"], given.Reasons.Select(reason => reason.ToString()));
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());

        // Sharing, it sees five pieces at 8: twice two at 16 for 15.
        Assert.Equal(38m, Schedule(first, Discount.OfDeal("second", second.Sharing()).At(20)).Apply(order).Net.Amount);
    }

    [Fact]
    public void What_comes_between_two_deals_is_borne_by_all_pieces()
    {
        var given = Schedule(
                Discount.OfDeal("first", s_threeForTwo).At(10), Discount.Percent("dealer", Percent(50)).At(20),
                Discount.OfDeal("second", Deal.PercentOff(2, Percent(100))).At(30))
            .Apply(Order(Line(1, 10m, 5m, "A")));

        // 50 − 10 = 40, half of it 20: of those 10 are in the first deal, and the two others at 5 are free.
        Assert.Equal(10m, given.Net.Amount);
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
    }

    [Theory]
    [InlineData(2.99, 0)]
    [InlineData(3, 1)]
    [InlineData(5.99, 1)]
    [InlineData(6, 2)]
    public void Fractions_are_left_out(decimal quantity, int free)
    {
        var given = Schedule(Discount.OfDeal("deal", s_threeForTwo)).Apply(Order(Line(1, 10m, quantity)));

        Assert.Equal(free * 10m, given.Discounted.Amount);
        Assert.Equal(free == 0, given.Codes().Contains("pricing.promotion-no-whole-deal"));
    }

    [Fact]
    public void Free_goods_returns_and_what_costs_nothing_do_not_count()
    {
        var given = Schedule(Discount.OfDeal("deal", s_threeForTwo)).Apply(
            Order(Line(1, 10m, 2m, "A"), Free(2, 10m, 1m, "A"), Line(3, 10m, -1m, "A"), Line(4, 0m, 1m, "A")));

        Assert.Equal(10m + 0m, given.Discounted.Amount);
        Assert.Equal(["pricing.promotion-no-whole-deal (discount deal, missing 1)"], given.Reasons.Select(reason => reason.ToString()));
    }

    [Fact]
    public void A_floor_holds_a_deal_and_what_it_refuses_is_reported()
    {
        var given = Schedule(Discount.OfDeal("deal", s_threeForTwo)).Apply(Order(Line(1, 10m, 3m).WithFloor(Cny(8m))));

        Assert.Equal((6m, 4m), (given.Discounted.Amount, given.Deductions[0].Refused.Amount));
        Assert.Contains(
            "pricing.discount-refused-of-order (discount deal, asked CNY 10.00, refused CNY 4.00)",
            given.Reasons.Select(reason => reason.ToString()));
    }

    [Fact]
    public void One_of_two_deals()
    {
        var schedule = Schedule(
                Discount.OfDeal("free", s_threeForTwo).At(10), Discount.OfDeal("price", Deal.ForPrice(3, Cny(45m))).At(20),
                Discount.OfOrder("order", Percent(10)).At(30))
            .WithExclusion("one", ExclusionRule.Best, "free", "price", "order");
        var given = schedule.Apply(Order(Line(1, 10m), Line(2, 20m), Line(3, 30m)));

        Assert.Equal(15m, given.Discounted.Amount);
        Assert.Equal(["pricing.discount-excluded", "pricing.discount-excluded"], given.Codes());
    }

    [Fact]
    public void The_text_of_a_deal_says_all_of_it()
    {
        Assert.Equal("3, 100% off the cheapest 1 of all", s_threeForTwo.ToString());
        Assert.Equal(
            "3, 50% off the cheapest 1 of each deal, dearest first, at most 2 times, spread over all, sharing pieces",
            Deal.BuyGet(2, 1, Percent(50)).OfEachDeal().Taking(PieceOrder.DearestFirst).AtMost(2).Spreading().Sharing().ToString());
        Assert.Equal("40 d: deal of 3, for CNY 50.00", Discount.OfDeal("d", Deal.ForPrice(3, Cny(50m))).At(40).ToString());
    }

    private static DiscountedDocument Given(Deal deal, params decimal[] prices)
    {
        var given = Schedule(Discount.OfDeal("deal", deal)).Apply(Order([.. prices.Select((price, i) => Line(i + 1, price))]));
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
        return given;
    }
}
