using System.Linq;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Approvals.ApprovalSample;

namespace SalesDomain.Tests.Pricing.Approvals;

public sealed class OrdersSplitOverADay
{
    private static readonly PriceAuthority s_byAmount = PriceAuthority.Of(TaxBasis.WithoutTax, ByAmount);

    [Fact]
    public void Two_orders_that_stay_under_are_shown()
    {
        // 5 % of 60,000 are 3,000 each, within 5,000; together they are 6,000.
        var (first, second) = (Case("SO-1", 600m, 5m), Case("SO-2", 600m, 5m));
        var approval = s_byAmount.Decide(second, [first]);

        Assert.Equal((Salesperson, Manager), (approval.RoleAlone!.Value, approval.Role!.Value));
        Assert.True(approval.OfTheDay!.IsSplit);
        Assert.Equal(["SO-1", "SO-2"], approval.OfTheDay.Documents.Select(each => each.Id.Code));
        Assert.Equal(Cny(6_000), approval.OfTheDay.Parts.Single().Discounted);
        Assert.Equal("SO-1, SO-2: alone salesperson, together area manager", approval.OfTheDay.ToString());
        Assert.Equal(
            "pricing.split-over-a-day (customer Dawei, on 2026-03-31, documents SO-1, SO-2, role alone salesperson, "
            + "role together area manager)",
            approval.Reasons[0].ToString());
        Assert.Equal("authority.over-limit", approval.Reasons[1].Code);
        Assert.True(approval.Explain().IsVerified);
    }

    [Theory]
    [InlineData(400, "salesperson", false)]
    [InlineData(400.01, "area manager", true)]
    public void What_is_just_within_together_is_not_split(decimal pieces, string role, bool isSplit)
    {
        var approval = s_byAmount.Decide(Case("SO-2", pieces, 5m), [Case("SO-1", 600m, 5m)]);

        Assert.Equal((role, isSplit), (approval.Role!.Value.Code, approval.OfTheDay!.IsSplit));
        Assert.Equal(isSplit, approval.Reasons.Count > 0);
    }

    [Fact]
    public void Other_days_and_customers_do_not_count()
    {
        var order = Case("SO-1", 600m, 5m);
        var later = PriceCase.Of(
            new DocumentId("SO-2"), Dawei,
            Off(5).Apply(PricedDocument.Of(Currency.CNY, TaxBasis.WithoutTax, DiscountSample.Day.PlusDays(1),
                DiscountSample.Line(1, 100m, 600m))));
        var another = PriceCase.Of(new DocumentId("SO-3"), new CustomerId("other"), order.Document);

        // What stands aside for the order itself is not counted beside it.
        var approval = s_byAmount.Decide(order, [later, another, Case("SO-1", 9_000m, 50m)]);
        Assert.Null(approval.OfTheDay);
        Assert.Equal(Salesperson, approval.Role);
    }

    [Fact]
    public void An_order_beside_a_large_one_needs_what_the_day_needs_and_is_not_called_split()
    {
        // 6,000 alone asks for the manager already.
        var approval = s_byAmount.Decide(Case("SO-1", 100m, 5m), [Case("SO-2", 1_200m, 5m)]);

        Assert.Equal((Salesperson, Manager), (approval.RoleAlone!.Value, approval.Role!.Value));
        Assert.False(approval.OfTheDay!.IsSplit);
        Assert.Equal("pricing.approval-of-the-day", approval.Codes()[0]);

        // A third order does not hide that the first two were split: both go up.
        Assert.Equal(Manager, s_byAmount.Decide(Case("SO-3", 600m, 5m), [Case("SO-1", 600m, 5m), Case("SO-2", 1_200m, 5m)]).Role);
    }

    [Fact]
    public void A_large_discount_is_not_diluted_by_the_day()
    {
        var approval = PriceAuthority.Of(ByDiscount).Decide(Case("SO-1", 10m, 12m), [Case("SO-2", 1_000m, 1m)]);

        Assert.Equal((Director, Salesperson), (approval.Role!.Value, approval.OfTheDay!.Role!.Value));
        Assert.DoesNotContain(approval.Reasons, reason => reason.Code.StartsWith("pricing.", System.StringComparison.Ordinal));
    }

    [Fact]
    public void Limits_by_order_value_take_the_sum_of_the_day()
    {
        // 5 % up to 100,000, from there 2 %: the example of docs/authority.md.
        static Authority Table(decimal percent) => Authority.Over(PriceAuthority.Discount)
            .With(Salesperson, (PriceAuthority.Discount, AtMost(percent))).With(Manager, (PriceAuthority.Discount, AtMost(10)));

        var authority = PriceAuthority.ByListAmount(TaxBasis.WithoutTax, StepSchedule.From((Cny(0), Table(5)), (Cny(100_000), Table(2))));
        var (first, second) = (Case("SO-1", 600m, 5m), Case("SO-2", 600m, 5m));

        Assert.Equal(Salesperson, authority.Decide(second).Role);
        Assert.Equal(Manager, authority.Decide(second, [first]).Role);
        Assert.Equal(Salesperson, authority.Decide(second, [Case("SO-1", 399.99m, 5m)]).Role);
    }

    [Fact]
    public void Margins_of_the_day_are_of_the_sums()
    {
        // 20 % and 10 % of 990 each are 15 % of 1,980.
        var (good, poor) = (Case("SO-1", 10m, 1m).WithCosts((1, Cny(792))), Case("SO-2", 10m, 1m).WithCosts((1, Cny(891))));
        var approval = PriceAuthority.Of(ByMargin).Decide(good, [poor]);

        Assert.Equal(Percent(15), approval.OfTheDay!.Parts.Single().MarginRate);
        Assert.Equal((Salesperson, Manager), (approval.RoleAlone!.Value, approval.Role!.Value));
    }

    [Fact]
    public void An_order_in_another_currency_is_named()
    {
        var dollars = Of(
            "SO-2", Off(5).Apply(PricedDocument.Of(
                Currency.USD, TaxBasis.WithoutTax, DiscountSample.Day, PricedLine.Of(1, default, Quantity.Pieces(1), Usd(100)))));
        var approval = s_byAmount.Decide(Case("SO-1", 600m, 5m), [dollars]);

        Assert.Null(approval.OfTheDay);
        Assert.Equal("pricing.approval-other-currency (document SO-2, currency USD)", approval.Reasons.Single().ToString());
    }

    [Fact]
    public void An_approval_frees_the_document_where_its_granter_may_decide_on_the_day()
    {
        var approval = s_byAmount.Decide(Case("SO-2", 600m, 5m), [Case("SO-1", 600m, 5m)]);
        Approval Wide(decimal amount) =>
            Granted("A-1", Manager, "SO-2").With(PriceAuthority.DiscountAmount, AuthorityLimit.AtMost(Cny(amount)));

        // The manager may decide on the 6,000 together, and let this order of 3,000 go.
        Assert.Equal(Manager, approval.With(Wide(2_999.99m)).Role);
        Assert.Equal(Salesperson, approval.With(Wide(3_000m)).Role);
        Assert.True(approval.With(Wide(3_000m)).Explain().IsVerified);

        // What was split stays shown.
        Assert.True(approval.With(Wide(3_000m)).OfTheDay!.IsSplit);
        Assert.Equal(["pricing.split-over-a-day"], approval.With(Wide(3_000m)).Codes());

        // The salesperson may not.
        var own = Granted("A-1", Salesperson, "SO-2").With(PriceAuthority.DiscountAmount, AuthorityLimit.AtMost(Cny(3_000m)));
        Assert.Equal(Manager, approval.With(own).Role);
    }
}
