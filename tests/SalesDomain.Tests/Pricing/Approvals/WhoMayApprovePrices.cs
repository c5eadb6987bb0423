using System.Linq;
using NodaTime;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Approvals.ApprovalSample;

namespace SalesDomain.Tests.Pricing.Approvals;

public sealed class WhoMayApprovePrices
{
    [Fact]
    public void Two_small_discounts_are_judged_by_what_they_come_to()
    {
        var order = Priced(Twice(), DiscountSample.Line(1, 100m, 10m));
        var approval = PriceAuthority.Of(ByDiscount).Decide(Of("SO-1", order));

        Assert.Equal(Percent(12.6m), approval.Parts[0].EffectiveDiscount);
        Assert.Equal(Director, approval.Role);
        Assert.Equal(
            [
                "authority.over-limit (role salesperson, figure discount, value 12.6%, limit 5%, excess points 7.6)",
                "authority.over-limit (role area manager, figure discount, value 12.6%, limit 10%, excess points 2.6)",
            ],
            approval.Reasons.Select(reason => reason.ToString()));
    }

    [Fact]
    public void R_14_free_goods_count_at_list()
    {
        var order = Priced(Twice(), DiscountSample.Line(1, 100m, 10m, "A"), DiscountSample.Free(2, 100m, 1m, "A"));
        var approval = PriceAuthority.Of(ByDiscount).Decide(Of("SO-1", order));

        // 1 − 874 ÷ 1,100: more than the director may give.
        Assert.Equal(Percent(20.55m), order.EffectiveDiscount.To(2));
        Assert.Null(approval.Role);
        Assert.Equal("authority.nobody", approval.Codes().Last());
        Assert.False(approval.MayApprove(Director));

        // 10 + 1 alone is 1 in 11, 9.09 %: within 10 %, and not within 5 %.
        var free = Priced(Off(0), DiscountSample.Line(1, 100m, 10m, "A"), DiscountSample.Free(2, 100m, 1m, "A"));
        Assert.Equal(Percent(9.09m), free.EffectiveDiscount.To(2));
        Assert.Equal(Manager, PriceAuthority.Of(ByDiscount).Decide(Of("SO-1", free)).Role);
    }

    [Theory]
    [InlineData(0, "salesperson")]
    [InlineData(5, "salesperson")]
    [InlineData(5.01, "area manager")]
    [InlineData(10, "area manager")]
    [InlineData(10.01, "sales director")]
    [InlineData(20, "sales director")]
    [InlineData(20.01, null)]
    public void At_its_limit_a_discount_is_within_it(decimal percent, string? role) =>
        Assert.Equal(role, PriceAuthority.Of(ByDiscount).Decide(Case("SO-1", 100m, percent)).Role?.Code);

    [Theory]
    [InlineData(1_000, 5, "salesperson")]
    [InlineData(1_001, 5, "area manager")]
    [InlineData(4_000, 5, "area manager")]
    [InlineData(4_001, 5, "sales director")]
    public void The_amount_is_what_is_taken_off_in_all(decimal pieces, decimal percent, string role) =>
        Assert.Equal(role, PriceAuthority.Of(TaxBasis.WithoutTax, ByAmount).Decide(Case("SO-1", pieces, percent)).Role?.Code);

    [Theory]
    [InlineData(720, "salesperson")]
    [InlineData(720.01, "area manager")]
    [InlineData(765, "area manager")]
    [InlineData(765.01, "sales director")]
    public void The_margin_is_on_the_net_of_the_invoice(decimal cost, string role)
    {
        // 1,000 less 10 % is 900: 20 % of it are 180, 15 % are 135.
        var approval = PriceAuthority.Of(ByMargin).Decide(Case("SO-1", 10m, 10m).WithCosts((1, Cny(cost))));

        Assert.Equal(role, approval.Role?.Code);
        Assert.Equal((900m - cost) / 900m, approval.Parts[0].MarginRate?.Fraction);
    }

    [Fact]
    public void Without_a_known_cost_only_a_role_without_limit_decides()
    {
        var lines = new[] { DiscountSample.Line(1, 100m, 10m), DiscountSample.Line(2, 100m, 10m) };
        var order = Of("SO-1", Priced(Off(0), lines));
        var authority = PriceAuthority.Of(ByMargin);

        Assert.Equal(Director, authority.Decide(order).Role);
        Assert.Equal(Director, authority.Decide(order.WithCosts((1, Cny(500)))).Role);
        Assert.Equal("authority.unknown-figure", authority.Decide(order.WithCosts((1, Cny(500)))).Codes()[0]);

        var known = authority.Decide(order.WithCosts((1, Cny(500))).WithCosts((2, Cny(600))));
        Assert.Equal(Salesperson, known.Role);
        Assert.Equal((Percent(45), Cny(1_100)), (known.Parts[0].MarginRate!.Value, known.Parts[0].Cost!.Value));

        // A cost of zero is known.
        Assert.Equal(Salesperson, authority.Decide(order.WithCosts((1, Cny(0)), (2, Cny(0)))).Role);
    }

    [Fact]
    public void The_pocket_margin_is_of_the_waterfalls()
    {
        // 1,000 less 100 on the invoice and 90 after it leaves 810; less a cost of 666 it leaves 144, which is 17.78 %.
        PriceWaterfall Waterfall(decimal cost) => PriceWaterfall
            .Of(Cny(1_000), WaterfallDeduction.OnInvoice("discount", Cny(100)), WaterfallDeduction.OffInvoice("rebate", Cny(90)))
            .WithCost(Cny(cost));

        var authority = PriceAuthority.Of(OverMargin(PriceAuthority.PocketMargin));
        var order = Case("SO-1", 10m, 10m);

        Assert.Equal(Director, authority.Decide(order).Role);
        var approval = authority.Decide(order.WithWaterfalls((1, Waterfall(666))));
        Assert.Equal((Manager, Percent(17.78m)), (approval.Role!.Value, approval.Parts[0].PocketMarginRate.To(2)));
        Assert.Equal(Salesperson, authority.Decide(order.WithWaterfalls((1, Waterfall(648)))).Role);
        Assert.Equal(Manager, authority.Decide(order.WithWaterfalls((1, Waterfall(648.01m)))).Role);
        Assert.True(approval.Explain().IsVerified);
    }

    [Fact]
    public void A_deep_discount_on_one_line_is_seen()
    {
        // 50 % on 1,000 in a document of 20,000 at 0 %: 2.5 % together.
        var off = DiscountSample.Schedule(Discount.Percent("deep", Percent(50)).For(DiscountSample.Only("A")));
        var order = Priced(off, DiscountSample.Line(1, 100m, 10m, "A"), DiscountSample.Line(2, 100m, 190m, "B"));
        var approval = PriceAuthority.Of(ByDiscount).Decide(Of("SO-1", order));

        Assert.Equal(Salesperson, approval.Role);
        Assert.Equal([null, Salesperson], approval.Lines.Select(line => line.Role));
        Assert.Equal(Percent(50), approval.Lines[0].Parts.Single().EffectiveDiscount);
        Assert.Equal("line 1: CNY 1000.00, net CNY 500.00; nobody", approval.Lines[0].ToString());
    }

    [Fact]
    public void Returns_are_left_out()
    {
        var order = Of("SO-1", Priced(Off(12), DiscountSample.Line(1, 100m, 10m), DiscountSample.Line(2, 1_000m, -50m)));
        var approval = PriceAuthority.Of(TaxBasis.WithoutTax, ByAmount).Decide(order);

        Assert.Equal(Cny(120), approval.Parts[0].Discounted);
        Assert.Equal(1, approval.Lines.Single().Line.Line.Number);

        var returned = PriceAuthority.Of(ByMargin).Decide(Of("SO-2", Priced(Off(12), DiscountSample.Line(1, 100m, -10m))));
        Assert.Equal((Salesperson, 0), (returned.Role!.Value, returned.Parts.Count));
        Assert.Equal(["pricing.approval-nothing-sold"], returned.Codes());
        Assert.True(returned.Explain().IsVerified);
    }

    [Fact]
    public void What_costs_nothing_has_no_discount()
    {
        var approval = PriceAuthority.Of(ByDiscount).Decide(Of("SO-1", Priced(Off(50), DiscountSample.Line(1, 0m, 10m))));

        Assert.Equal((Salesperson, Percentage.Zero), (approval.Role!.Value, approval.Parts[0].EffectiveDiscount));
        Assert.True(approval.Explain().IsVerified);
    }

    [Fact]
    public void Limits_by_order_value_go_by_the_list_amount()
    {
        // Up to 100,000 the salesperson gives 10 %, from there 2 %. 101,000 less 2.01 % is below 100,000, and is not a small order.
        var (small, large) = (Sales(10), Sales(2));
        var authority = PriceAuthority.ByListAmount(TaxBasis.WithoutTax, StepSchedule.From((Cny(0), small), (Cny(100_000), large)));

        Assert.Equal(Salesperson, authority.Decide(Case("SO-1", 999.99m, 10m)).Role);
        Assert.Equal(Manager, authority.Decide(Case("SO-1", 1_000m, 10m)).Role);
        Assert.Equal(Salesperson, authority.Decide(Case("SO-1", 1_000m, 2m)).Role);
        Assert.Equal(Manager, authority.Decide(Case("SO-1", 1_010m, 2.01m)).Role);

        static Authority Sales(decimal percent) => Authority.Over(PriceAuthority.Discount)
            .With(Salesperson, (PriceAuthority.Discount, AtMost(percent))).With(Manager, (PriceAuthority.Discount, AtMost(10)));
    }

    [Fact]
    public void An_own_table_beside_the_general_one_can_only_be_stricter()
    {
        var strict = Authority.Over(PriceAuthority.Discount)
            .With(Salesperson, (PriceAuthority.Discount, AtMost(0))).With(Manager, (PriceAuthority.Discount, AtMost(0)))
            .With(Director, (PriceAuthority.Discount, AtMost(50)));
        var authority = PriceAuthority.Of(ByDiscount).WithScopes(Own(strict));
        var lines = new[] { DiscountSample.Line(1, 100m, 10m, "A"), DiscountSample.Line(2, 100m, 90m, "B") };

        // 4 % on A alone: the general table would let the salesperson decide.
        var launch = authority.Decide(Of("SO-1", Priced(OnA(4), lines)));
        Assert.Equal(Director, launch.Role);
        Assert.Equal([Salesperson, Director], launch.Parts.Select(part => part.Role!.Value));
        Assert.Contains(
            "pricing.approval-by-scope (table launch, role sales director, lines 1)", launch.Reasons.Select(each => each.ToString()));
        Assert.Equal([Director, Salesperson], launch.Lines.Select(line => line.Role!.Value));
        Assert.True(launch.Explain().IsVerified);

        // 30 % of all lines: the own table would let the director decide, the general one nobody.
        Assert.Null(authority.Decide(Of("SO-1", Priced(Off(30), lines))).Role);
    }

    [Fact]
    public void An_own_table_apart_may_be_wider()
    {
        var wide = Authority.Over(PriceAuthority.Discount)
            .With(Salesperson, (PriceAuthority.Discount, AtMost(30))).With(Manager, (PriceAuthority.Discount, AtMost(30)))
            .With(Director, (PriceAuthority.Discount, AtMost(50)));
        var authority = PriceAuthority.Of(ByDiscount).WithScopesApart(Own(wide));
        var lines = new[] { DiscountSample.Line(1, 100m, 90m, "A"), DiscountSample.Line(2, 100m, 10m, "B") };

        var cleared = authority.Decide(Of("SO-1", Priced(OnA(30), lines)));
        Assert.Equal(Salesperson, cleared.Role);
        Assert.Equal([Percent(0), Percent(30)], cleared.Parts.Select(part => part.EffectiveDiscount));
        Assert.Empty(cleared.Reasons);
        Assert.Equal(Director, authority.Decide(Of("SO-1", Priced(OnA(30.01m), lines))).Role);

        // The day after, the own table no longer holds.
        var after = DiscountSample.Day.PlusDays(1);
        var late = PriceCase.Of(
            new DocumentId("SO-1"), Dawei, OnA(30).Apply(PricedDocument.Of(Currency.CNY, TaxBasis.WithoutTax, after, lines)));
        Assert.Null(authority.Decide(late).Role);
    }

    [Fact]
    public void An_approval_on_file_counts_where_it_is_wide_enough()
    {
        var approval = PriceAuthority.Of(ByDiscount).Decide(Case("SO-1", 10m, 12m));
        Assert.Equal(Director, approval.Role);

        var wide = Granted("A-1", Director, "SO-1").With(PriceAuthority.Discount, AtMost(12));
        Assert.Equal(Salesperson, approval.With(wide).Role);
        Assert.Equal(wide, approval.With(wide).Parts[0].Decision.Approvals.Single().Approval);
        Assert.True(approval.With(wide).Explain().IsVerified);

        Approval[] others =
        [
            Granted("A-2", Director, "SO-1").With(PriceAuthority.Discount, AtMost(11.99m)),
            Granted("A-3", Director, "SO-2").With(PriceAuthority.Discount, AtMost(12)),
            Granted("A-4", Manager, "SO-1").With(PriceAuthority.Discount, AtMost(12)),
            Granted("A-5", Director, "SO-1").With(PriceAuthority.Discount, AtMost(12))
                .With(PriceAuthority.Margin, AuthorityLimit.AtLeast(Percent(10))),
        ];
        Assert.All(others, other => Assert.Equal(Director, approval.With(other).Role));
        Assert.Contains("authority.approval-beyond-granter", approval.With(others).Codes());

        // With the margin that it asks for, the last one counts.
        var margin = PriceAuthority.Of(ByDiscount).Decide(Case("SO-1", 10m, 12m).WithCosts((1, Cny(792))));
        Assert.Equal(Salesperson, margin.With(others).Role);
    }

    private static DiscountSchedule Twice() =>
        DiscountSample.Schedule(Discount.Percent("dealer", Percent(8)).At(10), Discount.Percent("campaign", Percent(5)).At(20));

    private static DiscountSchedule OnA(decimal percent) =>
        DiscountSample.Schedule(Discount.Percent("on A", Percent(percent)).For(DiscountSample.Only("A")));

    private static ScopeTable<Authority> Own(Authority table) =>
        ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.Product),
            ScopeEntry.Of("launch", DiscountSample.Only("A"), table).During(new DateSpan(new LocalDate(2026, 1, 1), DiscountSample.Day)));
}
