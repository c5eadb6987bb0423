using System;
using System.Linq;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Approvals.ApprovalSample;

namespace SalesDomain.Tests.Pricing.Approvals;

/// <summary>At the limit, after what rounding did.</summary>
public sealed class WithinRounding
{
    private static readonly PriceAuthority s_byDiscount = PriceAuthority.Of(ByDiscount);

    [Fact]
    public void Ten_percent_off_19_99_are_within_ten_percent()
    {
        var needed = s_byDiscount.Decide(Of("SO-1", Priced(Off(10), DiscountSample.Line(1, 19.99m))));

        Assert.Equal(Manager, needed.Role);
        Assert.Equal(Percent(10.005m), ((Percentage?)needed.Parts[0].EffectiveDiscount).To(3));
        var reason = needed.Reasons.Single(each => each.Code == "pricing.approval-within-rounding");
        Assert.Equal(("area manager", "discount"), (reason.Find("role").ToString(), reason.Find("figure").ToString()));
        Assert.Equal((Percent(10), Cny(0.001m)), (reason.Find("limit")!.Value, reason.Find("rounding")!.Value));
        Assert.True(needed.Explain().IsVerified);
        Assert.Contains("discount without rounding", needed.Explain().ToString(), StringComparison.Ordinal);

        // What is taken off by an amount was rounded by nobody: 2.00 is 10.005 %.
        var byAmount = DiscountSample.Schedule(Discount.OfOrder("two", Cny(2)));
        Assert.Equal(Director, s_byDiscount.Decide(Of("SO-1", Priced(byAmount, DiscountSample.Line(1, 19.99m)))).Role);
    }

    [Theory]
    [InlineData(1, 10, 0)]
    [InlineData(10, 10, 0)]
    [InlineData(10, 8, 5)]
    public void Random_documents_at_their_limit_are_within_it(int lines, decimal first, decimal second)
    {
        var schedule = DiscountSample.Schedule(Discount.Percent("a", Percent(first)).At(1), Discount.Percent("b", Percent(second)).At(2));
        var limit = first + second - (first * second / 100m);
        var authority = PriceAuthority.Of(Authority.Over(PriceAuthority.Discount)
            .With(Salesperson, (PriceAuthority.Discount, AtMost(limit))));
        var random = new Random(20260331);
        var beyond = 0;
        for (var i = 0; i < 300; i++)
        {
            var document = Priced(
                schedule, [.. Enumerable.Range(1, lines).Select(number => DiscountSample.Line(number, random.Next(1, 100_000) / 100m))]);
            beyond += document.EffectiveDiscount > Percent(limit) ? 1 : 0;

            Assert.Equal(Salesperson, authority.Decide(Of("SO-1", document)).Role);
        }

        // Else nothing would have been tried.
        Assert.InRange(beyond, 50, 250);
    }

    [Fact]
    public void An_approval_of_ten_percent_covers_what_rounding_made_of_it()
    {
        var order = Of("SO-1", Priced(Off(10), DiscountSample.Line(1, 19.99m)));
        var needed = s_byDiscount.Decide(order).With(Granted("A-1", Manager, "SO-1").With(PriceAuthority.Discount, AtMost(10)));

        Assert.Equal(Salesperson, needed.Role);
        Assert.Contains("pricing.approval-within-rounding", needed.Codes());
        Assert.True(needed.Explain().IsVerified);
        Assert.Equal(
            Manager, s_byDiscount.Decide(order).With(Granted("A-1", Manager, "SO-1").With(PriceAuthority.Discount, AtMost(9.99m))).Role);
    }

    [Fact]
    public void A_margin_is_within_its_limit_by_what_the_net_was_rounded_down()
    {
        // Half of 11.625 is 5.8125, and 5.81 when it is charged: at a cost of 4.65 that is 19.97 %.
        var order = Of("SO-1", Priced(Off(0), DiscountSample.Line(1, 11.625m, 0.5m)));
        var needed = PriceAuthority.Of(ByMargin).Decide(order.WithCosts((1, Cny(4.65m))));

        Assert.Equal((Salesperson, Percent(19.97m)), (needed.Role!.Value, needed.Parts[0].MarginRate.To(2)));
        Assert.Equal("pricing.approval-within-rounding", needed.Codes().Single());
        Assert.True(needed.Explain().IsVerified);
        Assert.Equal(Cny(0.0025m), needed.Reasons.Single().Find("rounding")!.Value);
        Assert.Equal(Manager, PriceAuthority.Of(ByMargin).Decide(order.WithCosts((1, Cny(4.66m)))).Role);

        // A list price of 5.81 was rounded by nobody in this order.
        var listed = Of("SO-1", Priced(Off(0), DiscountSample.Line(1, 5.81m)));
        Assert.Equal(Manager, PriceAuthority.Of(ByMargin).Decide(listed.WithCosts((1, Cny(4.65m)))).Role);
    }

    [Fact]
    public void A_margin_is_within_its_limit_by_what_a_deduction_was_rounded_up()
    {
        // 10 % off 0.75 are 0.075, and 0.08 when they are taken off: 0.67 at a cost of 0.54, 19.4 % and not 20 %.
        var order = Of("SO-1", Priced(Off(10), DiscountSample.Line(1, 0.75m)));
        var needed = PriceAuthority.Of(ByMargin).Decide(order.WithCosts((1, Cny(0.54m))));

        Assert.Equal((Salesperson, Cny(0.67m)), (needed.Role!.Value, needed.Parts[0].Net));
        Assert.True(needed.Explain().IsVerified);
        Assert.Equal(Manager, PriceAuthority.Of(ByMargin).Decide(order.WithCosts((1, Cny(0.5401m)))).Role);
    }

    // 200 lines of 0.10 at a cost of 0.083 are 17 %, 1,000 of 0.01 at 0.012 a loss of 20 %: exact, so nothing is let pass.
    [Theory]
    [InlineData(200, 0.10, 0.08, "salesperson")]
    [InlineData(200, 0.10, 0.083, "area manager")]
    [InlineData(1_000, 0.01, 0.012, "sales director")]
    public void Where_nothing_was_rounded_no_margin_is_let_pass(int lines, double price, double cost, string role)
    {
        int[] numbers = [.. Enumerable.Range(1, lines)];
        var document = Priced(Off(0), Array.ConvertAll(numbers, number => DiscountSample.Line(number, (decimal)price)));
        var needed = PriceAuthority.Of(ByMargin).Decide(
            Of("SO-1", document).WithCosts(Array.ConvertAll(numbers, number => (number, Cny((decimal)cost)))));

        Assert.Equal(role, needed.Role?.Code);
        Assert.DoesNotContain("pricing.approval-within-rounding", needed.Codes());
    }

    // Whoever rounds to whole hundreds gives something away (抹零), and half of them is no rounding of the cent.
    [Theory]
    [InlineData(5, RoundingMode.HalfAwayFromZero, 10)]
    [InlineData(1, RoundingMode.Ceiling, 9.09)]
    public void Coarse_rounding_is_a_concession(decimal percent, RoundingMode mode, decimal effective)
    {
        var schedule = DiscountSchedule.Of(Rounding.ToStep(100m, mode), Discount.Percent("discount", Percent(percent)));
        var needed = s_byDiscount.Decide(Of("SO-1", Priced(schedule, DiscountSample.Line(1, 1_010m))));

        Assert.Equal(Percent(effective), ((Percentage?)needed.Parts[0].EffectiveDiscount).To(2));
        Assert.Equal(Manager, needed.Role);
    }

    [Theory]
    [InlineData(1, 84)]
    [InlineData(10, 84)]
    [InlineData(100, 120)]
    public void Coarse_rounding_is_no_margin(decimal step, decimal cost)
    {
        // 100.00 exactly, at 16 %, and at a loss of 20 %.
        var schedule = DiscountSchedule.Of(Rounding.ToStep(step, RoundingMode.HalfAwayFromZero));
        var order = Of("SO-1", Priced(schedule, DiscountSample.Line(1, 100m))).WithCosts((1, Cny(cost)));

        Assert.Equal(cost < 100m ? Manager : Director, PriceAuthority.Of(ByMargin).Decide(order).Role);
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(99, null)]
    [InlineData(100, null)]
    [InlineData(110, null)]
    [InlineData(200, null)]
    [InlineData(37.5, "sales")]
    [InlineData(37.52, "boss")]
    public void A_pocket_of_less_than_nothing_is_not_a_margin(decimal rebate, string? role)
    {
        // List 100, cost 50: in a pocket of 62.50 the margin is 20 %. What pays the customer 10 on top would be 600 %.
        var name = PriceAuthority.PocketMargin;
        var authority = PriceAuthority.Of(Authority.Over(name)
            .With(new RoleId("sales"), (name, AuthorityLimit.AtLeast(Percent(20))))
            .With(new RoleId("boss"), (name, AuthorityLimit.AtLeast(Percent(5)))));
        var waterfall = PriceWaterfall.Of(Cny(100), WaterfallDeduction.OffInvoice("rebate", Cny(rebate))).WithCost(Cny(50));
        var needed = authority.Decide(Case("SO-1", 1m, 0m).WithWaterfalls((1, waterfall)));

        Assert.Equal(role, needed.Role?.Code);
        Assert.Equal(rebate < 100m, needed.Parts[0].PocketMarginRate is not null);
        Assert.True(needed.Explain().IsVerified);
    }

    [Theory]
    [InlineData(5, null, 16.67)]
    [InlineData(2.5, "salesperson", 0)]
    [InlineData(2.7, "area manager", 1.57)]
    public void Free_goods_do_not_walk_under_the_floor(decimal free, string? role, decimal below)
    {
        // 10 sold at 100 and 5 free are 1,000 for 15, 66.67 a piece, under a floor of 80.
        var order = Priced(
            Off(0), DiscountSample.Line(1, 100m, 10m, "A").WithFloor(Cny(80)), DiscountSample.Free(2, 100m, free, "A"));
        var needed = PriceAuthority.Of(ByFloor).Decide(Of("SO-1", order));

        Assert.Equal(Percent(below), ((Percentage?)needed.Parts[0].BelowFloor).To(2));
        Assert.Equal(role, needed.Role?.Code);
        Assert.True(needed.Explain().IsVerified);
    }

    [Fact]
    public void Free_goods_count_in_the_units_of_what_is_sold()
    {
        // A floor of 80 a piece; 10 pieces sold at 100 and a case of 5 free; of another product they change nothing.
        var units = UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(5));
        var sold = DiscountSample.Line(1, 100m, 10m, "A").WithUnits(units).WithFloor(Cny(80));
        PricedLine Free(string product) => PricedLine.Of(
            2, DiscountSample.Subject(product).With(PriceKind.Free), new Quantity(1m, UnitOfMeasure.Case), Cny(500));

        Percentage? below = PriceAuthority.Of(ByFloor).Decide(Of("SO-1", Priced(Off(0), sold, Free("A")))).Parts[0].BelowFloor;
        Assert.Equal(Percent(16.67m), below.To(2));
        Assert.Equal(
            Percentage.Zero, PriceAuthority.Of(ByFloor).Decide(Of("SO-1", Priced(Off(0), sold, Free("B")))).Parts[0].BelowFloor);
    }
}
