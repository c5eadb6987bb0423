using System.Linq;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Approvals.ApprovalSample;

namespace SalesDomain.Tests.Pricing.Approvals;

/// <summary>What is not summed with the other orders of a day, and why.</summary>
public sealed class OrdersLeftOutOfTheDay
{
    private static readonly PriceAuthority s_byAmount = PriceAuthority.Of(TaxBasis.WithoutTax, ByAmount);

    [Fact]
    public void A_clean_order_goes_out_on_the_day_of_a_large_one()
    {
        // 100,000 at 30 %, which nobody may approve, and 1,000 at list.
        var (large, clean) = (Case("SO-1", 1_000m, 30m), Case("SO-2", 10m, 0m));
        var authority = PriceAuthority.Of(ByDiscount);

        Assert.Equal(Salesperson, authority.Decide(clean, [large]).Role);
        Assert.Empty(authority.Decide(clean, [large]).Reasons);
        Assert.Null(authority.Decide(large, [clean]).Role);

        // A hundredth of a percent is not nothing.
        Assert.Null(authority.Decide(Case("SO-2", 10m, 0.01m), [large]).Role);
    }

    [Fact]
    public void A_list_price_below_its_floor_is_not_clean()
    {
        var below = Of("SO-1", Priced(Off(0), DiscountSample.Line(1, 78m, 10m).WithFloor(Cny(80))));
        var other = Case("SO-2", 10m, 1m);

        Assert.Equal(Director, PriceAuthority.Of(ByFloor).Decide(other, [below]).Role);
    }

    [Fact]
    public void What_was_approved_of_another_order_is_not_asked_again()
    {
        // 4,000 each are within 5,000, and 8,000 are not.
        var (first, second) = (Case("SO-1", 800m, 5m), Case("SO-2", 800m, 5m));
        Approval Upto(string document, decimal amount) =>
            Granted("A-1", Manager, document).With(PriceAuthority.DiscountAmount, AuthorityLimit.AtMost(Cny(amount)));

        Assert.Equal(Manager, s_byAmount.Decide(second, [first]).Role);
        Assert.Equal(Salesperson, s_byAmount.Decide(second, [first.WithApprovals(Upto("SO-1", 4_000m))]).Role);

        // Not where it is not wide enough, nor of another document, nor of the other figure.
        Assert.Equal(Manager, s_byAmount.Decide(second, [first.WithApprovals(Upto("SO-1", 3_999.99m))]).Role);
        Assert.Equal(Manager, s_byAmount.Decide(second, [first.WithApprovals(Upto("SO-2", 4_000m))]).Role);
        Assert.Equal(Manager, s_byAmount.Decide(
            second, [first.WithApprovals(Granted("A-1", Manager, "SO-1").With(PriceAuthority.Discount, AtMost(5)))]).Role);

        // What the order itself carries counts when it is decided.
        Assert.Equal(Salesperson, s_byAmount.Decide(Case("SO-3", 1_200m, 5m).WithApprovals(Upto("SO-3", 6_000m))).Role);
        Assert.Equal(Manager, s_byAmount.Decide(Case("SO-3", 1_200m, 5m).WithApprovals(Upto("SO-3", 5_999m))).Role);
    }

    [Fact]
    public void Nobody_frees_his_own_orders_from_the_sum_of_the_day()
    {
        // 4,800 each are the salesperson's, who approves them one by one; 19,200 are the manager's, and 24,000 the director's.
        PriceCase Order(int number, RoleId by) =>
            Case("SO-" + number, 960m, 5m).WithApprovals(Granted("A-" + number, by, "SO-" + number)
                .With(PriceAuthority.DiscountAmount, AuthorityLimit.AtMost(Cny(4_800m))));
        PriceApproval Decided(int orders, RoleId by) =>
            s_byAmount.Decide(Order(1, by), [.. Enumerable.Range(2, orders - 1).Select(number => Order(number, by))]);

        Assert.Equal(Manager, Decided(4, Salesperson).Role);
        Assert.Contains("pricing.split-over-a-day", Decided(4, Salesperson).Codes());
        Assert.Equal(Salesperson, Decided(4, Manager).Role);
        Assert.Equal(Director, Decided(5, Manager).Role);
        Assert.Equal(Salesperson, Decided(5, Director).Role);
    }

    [Fact]
    public void An_order_that_was_approved_is_not_stopped_by_a_small_one_of_the_day()
    {
        // 30,000 off, approved, and 50 off, which is the salesperson's.
        var large = Case("SO-1", 6_000m, 5m).WithApprovals(
            Granted("A-1", Director, "SO-1").With(PriceAuthority.DiscountAmount, AuthorityLimit.AtMost(Cny(30_000m))));
        var small = Case("SO-2", 10m, 5m);

        Assert.Equal(Salesperson, s_byAmount.Decide(large, [small]).Role);
        Assert.Empty(s_byAmount.Decide(large, [small]).Reasons);
        Assert.Equal(Salesperson, s_byAmount.Decide(small, [large]).Role);
    }

    [Fact]
    public void A_cost_that_is_not_known_hides_no_discount()
    {
        // A table over amount and margin; four orders of 4,800 off, 5,000 and 20,000 at most, at a margin of 26 %.
        var table = Authority.Over(PriceAuthority.DiscountAmount, PriceAuthority.Margin)
            .With(Salesperson, Upto(5_000m), AtLeast(10))
            .With(Manager, Upto(20_000m), AtLeast(5));
        var authority = PriceAuthority.Of(TaxBasis.WithoutTax, table);
        var document = Case("SO-1", 960m, 5m).WithCosts((1, Cny(67_200m)));
        PriceCase[] others = [Case("SO-2", 960m, 5m), Case("SO-3", 960m, 5m), Case("SO-4", 960m, 5m)];

        var needed = authority.Decide(document, others);

        Assert.Equal((Salesperson, Manager), (needed.RoleAlone, needed.Role));
        Assert.True(needed.OfTheDay!.IsSplit);
        Assert.Equal(Cny(19_200m), needed.OfTheDay.Parts[0].Discounted);
        Assert.Equal(3, needed.Codes().Count(code => code == "pricing.approval-other-unknown"));
        Assert.True(needed.Explain().IsVerified, needed.Explain().ToString());

        // Those of which it is known are summed beside.
        var loss = Case("SO-5", 960m, 5m).WithCosts((1, Cny(118_800m)));
        var beside = authority.Decide(document, [.. others.Append(loss)]);
        Assert.Equal(2, beside.OfTheDay!.Parts.Count);
        Assert.Equal((Cny(9_600m), Cny(24_000m)), (beside.OfTheDay.Parts[0].Discounted, beside.OfTheDay.Parts[1].Discounted));
        Assert.Equal(Percent(-1.97m), beside.OfTheDay.Parts[0].MarginRate.To(2));
        Assert.Null(beside.Role);
        Assert.True(beside.Explain().IsVerified, beside.Explain().ToString());
    }

    [Fact]
    public void A_cost_of_another_order_that_is_not_known_does_not_send_this_one_up()
    {
        var (known, unknown) = (Case("SO-1", 10m, 10m).WithCosts((1, Cny(630))), Case("SO-2", 10m, 10m));
        var approval = PriceAuthority.Of(ByMargin).Decide(known, [unknown]);

        Assert.Equal(Salesperson, approval.Role);
        Assert.Null(approval.OfTheDay);
        Assert.Equal("pricing.approval-other-unknown (document SO-2, figures margin)", approval.Reasons.Single().ToString());
        Assert.Equal(Director, PriceAuthority.Of(ByMargin).Decide(unknown, [known]).Role);
    }

    [Fact]
    public void An_order_on_another_tax_basis_is_not_summed_and_named()
    {
        // 480 × 100 at 5 % are 2,400 off; the same with tax are 2,712, and 5,112 would be over 5,000 by the tax alone.
        var (without, with) = (Case("SO-1", 480m, 5m), WithTax("SO-2", 113m, 480m, 5m));
        var approval = s_byAmount.Decide(without, [with]);

        Assert.Equal(Salesperson, approval.Role);
        Assert.Null(approval.OfTheDay);
        Assert.Equal("pricing.approval-other-tax-basis (document SO-2, tax basis with tax)", approval.Reasons.Single().ToString());

        // Percentages too: 10 % of 2,000 net are not 9.39 % of 2,130.
        var day = PriceAuthority.Of(ByDiscount).Decide(Case("SO-1", 10m, 20m), [WithTax("SO-2", 113m, 10m, 0.5m)]);
        Assert.Null(day.OfTheDay);
        Assert.Equal(Manager, s_byAmount.Decide(without, [Case("SO-2", 530m, 5m)]).Role);
    }

    private static (string Name, AuthorityLimit Limit) Upto(decimal amount) =>
        (PriceAuthority.DiscountAmount, AuthorityLimit.AtMost(Cny(amount)));

    private static (string Name, AuthorityLimit Limit) AtLeast(decimal percent) =>
        (PriceAuthority.Margin, AuthorityLimit.AtLeast(Percent(percent)));

    private static PriceCase WithTax(string id, decimal price, decimal pieces, decimal percent) =>
        Of(id, Off(percent).Apply(PricedDocument.Of(
            Currency.CNY, TaxBasis.WithTax, DiscountSample.Day, DiscountSample.Line(1, price, pieces))));
}
