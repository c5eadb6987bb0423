using System;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Approvals.ApprovalSample;

namespace SalesDomain.Tests.Pricing.Approvals;

public sealed class PricesBelowTheFloor
{
    private static readonly PriceAuthority s_authority = PriceAuthority.Of(ByFloor);
    private static readonly DocumentId s_order = new("SO-1");

    [Fact]
    public void Discounts_stop_at_the_floor_until_an_approval_lifts_it()
    {
        // A floor of 80 less 5 % of it is 76.
        var approval = Below("A-1", Director, 5);
        var lifted = Lift(approval);

        Assert.Equal(Cny(800), Off(30).Apply(Document()).Net);
        Assert.Equal(Percent(5), lifted.Lines[0].FloorLift);
        Assert.Equal(Cny(80), lifted.Lines[0].Floor);
        Assert.Equal("1: 10 PCE at CNY 100.00, not below CNY 80.00 less 5%, product P-1", lifted.Lines[0].ToString());
        var priced = Off(30).Apply(lifted);
        Assert.Equal(Cny(760), priced.Net);
        Assert.True(priced.Explain().IsVerified);

        var needed = s_authority.Decide(Of("SO-1", priced));
        Assert.Equal((Director, Percent(5)), (needed.Role!.Value, needed.Parts[0].BelowFloor));
        Assert.Equal(Salesperson, needed.With(approval).Role);
        Assert.True(needed.With(approval).Explain().IsVerified);
    }

    [Theory]
    [InlineData(80, "salesperson")]
    [InlineData(79.99, "area manager")]
    [InlineData(78.40, "area manager")]
    [InlineData(78.39, "sales director")]
    [InlineData(72, "sales director")]
    [InlineData(71.99, null)]
    public void Below_the_floor_by_so_much_asks_for_a_role(decimal price, string? role)
    {
        // What is sold below its floor from the start: the list price itself is below it.
        var line = DiscountSample.Line(1, price, 10m).WithFloor(Cny(80));
        var needed = s_authority.Decide(Of("SO-1", Priced(Off(0), line)));

        Assert.Equal(role, needed.Role?.Code);
        Assert.True(needed.Explain().IsVerified);
    }

    [Fact]
    public void Only_an_approval_that_covers_the_line_lifts_its_floor()
    {
        Approval[] none =
        [
            Granted("A-1", Director, "SO-2").With(PriceAuthority.BelowFloor, AtMost(5)),
            Granted("A-2", Director, "SO-1").With(PriceAuthority.Discount, AtMost(50)),
            Below("A-3", Manager, 5),
            Below("A-4", new RoleId("clerk"), 1),
            Approval.Standing(
                    new DocumentId("A-5"), Director, DiscountSample.Day, DateSpan.OfQuarter(2026, 1), DiscountSample.Only("P-2"))
                .With(PriceAuthority.BelowFloor, AtMost(5)),
            Approval.ForDocument(new DocumentId("A-6"), Director, DiscountSample.Day, DateSpan.OfQuarter(2026, 2), s_order)
                .With(PriceAuthority.BelowFloor, AtMost(5)),
        ];

        Assert.Equal(Document(), Lift(none));
        Assert.Equal(Percent(2), Lift([.. none, Below("A-7", Manager, 2)]).Lines[0].FloorLift);
        Assert.Equal(Percent(6), Lift(Below("A-7", Manager, 2), Below("A-8", Director, 6)).Lines[0].FloorLift);

        // A table that is not over it gives nobody the right.
        Assert.Equal(
            Document(), PriceAuthority.Of(ByDiscount).LiftFloors(s_order, Dawei, Document(), Below("A-1", Director, 5)));
    }

    [Fact]
    public void Without_limit_the_floor_is_taken_away()
    {
        var table = Authority.Over(PriceAuthority.BelowFloor).With(Director, (PriceAuthority.BelowFloor, AuthorityLimit.Unlimited));
        var approval = Granted("A-1", Director, "SO-1").With(PriceAuthority.BelowFloor, AuthorityLimit.Unlimited);
        var lifted = PriceAuthority.Of(table).LiftFloors(s_order, Dawei, Document(), approval);

        Assert.Equal(Percentage.OneHundred, lifted.Lines[0].FloorLift);
        Assert.Equal(Cny(100), Off(90).Apply(lifted).Net);
    }

    [Fact]
    public void An_approval_for_a_customer_knows_the_lines_that_do_not_name_him()
    {
        var approval = Approval.Standing(
                new DocumentId("A-1"), Director, DiscountSample.Day, DateSpan.OfQuarter(2026, 1), Scope.Everything.Only(Dawei))
            .With(PriceAuthority.BelowFloor, AtMost(5));

        Assert.Equal(Percent(5), Lift(approval).Lines[0].FloorLift);
        Assert.Equal(Salesperson, s_authority.Decide(Of("SO-1", Off(30).Apply(Lift(approval)))).With(approval).Role);
    }

    [Fact]
    public void Floors_discounts_and_approvals_are_one_call_and_the_costs_come_to_what_it_gives()
    {
        var (approval, name) = (Below("A-1", Director, 5), PriceAuthority.Margin);
        var given = s_authority.Apply(s_order, Dawei, Document(), Off(30), approval);

        Assert.Equal((s_order, Dawei, Cny(760)), (given.Id, given.Customer, given.Document.Net));
        Assert.Equal(s_order, given.Document.Document.Id);
        Assert.Equal([approval], given.Approvals);
        Assert.Equal(Salesperson, s_authority.Decide(given).Role);
        Assert.Equal(Cny(800), s_authority.Apply(s_order, Dawei, Document(), Off(30)).Document.Net);
        Assert.Equal("discounts", Assert.Throws<ArgumentNullException>(
            () => s_authority.Apply(s_order, Dawei, Document(), null!)).ParamName);

        // A cost of 722 of 760 is a margin of 5 %, 722.01 less; without a cost nobody with a limit decides.
        var byMargin = PriceAuthority.Of(Authority.Over(name).With(Salesperson, (name, AuthorityLimit.AtLeast(Percent(5))))
            .With(Director, (name, AuthorityLimit.Unlimited)));
        var plain = byMargin.Apply(s_order, Dawei, DiscountSample.Order(DiscountSample.Line(1, 100m, 10m)), Off(24));
        Assert.Equal(Director, byMargin.Decide(plain).Role);
        Assert.Equal(Salesperson, byMargin.Decide(plain.WithCosts((1, Cny(722m)))).Role);
        Assert.Equal(Director, byMargin.Decide(plain.WithCosts((1, Cny(722.01m)))).Role);
    }

    // 80,000 less 6 % are 4,800 off, within 5,000; two of them on one day are not.
    [Fact]
    public void What_one_call_gives_is_judged_with_the_orders_of_its_day()
    {
        var authority = PriceAuthority.Of(TaxBasis.WithoutTax, ByAmount);
        PriceCase Given(string id, decimal pieces) => authority.Apply(
            new DocumentId(id), Dawei, DiscountSample.Order(DiscountSample.Line(1, 100m, pieces)), Off(6));

        Assert.Equal(Salesperson, authority.Decide(Given("SO-1", 800)).Role);
        Assert.Equal(Manager, authority.Decide(Given("SO-1", 800), [Given("SO-2", 800)]).Role);
        Assert.Equal(Salesperson, authority.Decide(Given("SO-1", 800), [Given("SO-2", 33)]).Role);
        Assert.Equal(Manager, authority.Decide(Given("SO-1", 800), [Given("SO-2", 34)]).Role);
    }

    [Fact]
    public void An_approval_whose_condition_fails_lifts_no_authority()
    {
        // Five percent below the floor were granted on a margin of 10 %.
        var approval = Below("A-1", Director, 5).With(PriceAuthority.Margin, AuthorityLimit.AtLeast(Percent(10)));
        var order = Of("SO-1", Off(30).Apply(Lift(approval)));

        Assert.Equal(Director, s_authority.Decide(order).With(approval).Role);
        Assert.Equal(Director, s_authority.Decide(order.WithCosts((1, Cny(684.01m)))).With(approval).Role);
        Assert.Equal(Salesperson, s_authority.Decide(order.WithCosts((1, Cny(684m)))).With(approval).Role);
    }

    private static Approval Below(string id, RoleId by, decimal percent) =>
        Granted(id, by, "SO-1").With(PriceAuthority.BelowFloor, AtMost(percent));

    private static PricedDocument Document() => DiscountSample.Order(DiscountSample.Line(1, 100m, 10m).WithFloor(Cny(80)));

    private static PricedDocument Lift(params Approval[] approvals) => s_authority.LiftFloors(s_order, Dawei, Document(), approvals);
}
