using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Approvals.ApprovalSample;

namespace SalesDomain.Tests.Pricing.Approvals;

/// <summary>An order that was approved for itself has left the day, and asks nothing more of the others.</summary>
public sealed class OrdersThatLeaveTheDay
{
    private static readonly PriceAuthority s_byAmount = PriceAuthority.Of(TaxBasis.WithoutTax, ByAmount);
    private static readonly RoleId[] s_roles = [Salesperson, Manager, Director];

    [Fact]
    public void What_the_director_let_go_does_not_hold_back_what_the_manager_let_go()
    {
        var (large, second, third, open) = (
            Off("SO-1", 30_000m, Director), Off("SO-2", 3_000m, Manager), Off("SO-3", 3_000m, Manager), Off("SO-4", 1_000m));

        Assert.Equal(Salesperson, s_byAmount.Decide(second, [third]).Role);
        Assert.Equal(Salesperson, s_byAmount.Decide(second, [large, third]).Role);
        Assert.DoesNotContain("pricing.split-over-a-day", s_byAmount.Decide(second, [large, third]).Codes());
        Assert.Equal(Salesperson, s_byAmount.Decide(open, [second, third]).Role);
        Assert.Equal(Salesperson, s_byAmount.Decide(open, [large, second, third]).Role);
        Assert.Equal(Salesperson, s_byAmount.Decide(large, [open, second, third]).Role);
    }

    [Theory]
    [InlineData(17_000, true)]
    [InlineData(17_001, false)]
    public void The_manager_lets_go_what_he_may_decide_on_together(int other, bool isFree)
    {
        var (large, second, third) = (Off("SO-1", 30_000m, Director), Off("SO-2", 3_000m, Manager), Off("SO-3", other, Manager));
        var needed = s_byAmount.Decide(second, [large, third]);

        Assert.Equal(isFree ? Salesperson : Director, needed.Role);

        // The large one has left all the same.
        Assert.Equal(Salesperson, s_byAmount.Decide(large, [second, third]).Role);
        if (!isFree)
            Assert.Equal(["SO-2", "SO-3"], needed.OfTheDay!.Documents.Select(order => order.Id.ToString()));
    }

    [Fact]
    public void Two_granters_do_not_share_a_day_between_them()
    {
        // The director's limit is 25,000: 24,000 that he approved and 15,000 that the manager approved are 39,000, which nobody may give.
        var table = Authority.Over(PriceAuthority.DiscountAmount)
            .With(Salesperson, UpTo(5_000m)).With(Manager, UpTo(20_000m)).With(Director, UpTo(25_000m));
        var authority = PriceAuthority.Of(TaxBasis.WithoutTax, table);
        PriceCase[] orders = [Off("SO-1", 12_000m, Director), Off("SO-2", 12_000m, Director), Off("SO-3", 15_000m, Manager)];

        Assert.All(orders, order => Assert.Null(authority.Decide(order, orders).Role));
        Assert.All(orders.Take(2), order => Assert.Equal(Salesperson, authority.Decide(order, orders.Take(2)).Role));
    }

    [Property(MaxTest = 300)]
    public void Who_has_left_never_changes_the_answer_for_the_others(PositiveInt[] amounts, byte[] by)
    {
        var orders = Orders(amounts, by);
        foreach (var left in orders.Where(order => HasLeft(order, orders)))
        {
            PriceCase[] without = [.. orders.Where(order => order != left)];
            Assert.All(without, order => Assert.Equal(
                s_byAmount.Decide(order, without).ToString(), s_byAmount.Decide(order, orders).ToString()));
        }
    }

    [Property(MaxTest = 300)]
    public void Whoever_is_asked_may_let_go_with_an_approval_of_all_that_is_left(PositiveInt[] amounts, byte[] by)
    {
        var orders = Orders(amounts, by);
        foreach (var order in orders)
        {
            var needed = s_byAmount.Decide(order, orders);
            var given = Granted("A-9", needed.Role!.Value, order.Id.ToString())
                .With(PriceAuthority.DiscountAmount, AuthorityLimit.AtMost(order.Document.Discounted));

            if (needed.Role != Salesperson)
                Assert.Equal(Salesperson, s_byAmount.Decide(order.WithApprovals(given), orders).Role);
        }
    }

    [Fact]
    public void Margins_of_a_day_are_of_the_orders_whose_cost_is_known_and_all_else_of_all()
    {
        // 11 % of 1,000, 20 % of 2,000 and, without a cost, 6 % of 10,000: 8.54 % together, which is the manager's.
        var authority = PriceAuthority.Of(Authority.Over(PriceAuthority.Discount, PriceAuthority.Margin)
            .With(Salesperson, (PriceAuthority.Discount, AtMost(5)), (PriceAuthority.Margin, AuthorityLimit.AtLeast(Percent(10))))
            .With(Manager, (PriceAuthority.Discount, AtMost(15)), (PriceAuthority.Margin, AuthorityLimit.AtLeast(Percent(5))))
            .With(Director, (PriceAuthority.Discount, AtMost(30)), (PriceAuthority.Margin, AuthorityLimit.Unlimited)));
        var (first, second, third) = (
            Case("S0", 10m, 11m).WithCosts((1, Cny(500))), Case("S1", 20m, 20m).WithCosts((1, Cny(1_000))), Case("S2", 100m, 6m));

        var needed = authority.Decide(first, [second, third]);

        Assert.Equal(Manager, needed.Role);
        Assert.Equal(Manager, authority.Decide(first, [second, third.WithCosts((1, Cny(5_000)))]).Role);
        var (margins, rest) = (needed.OfTheDay!.Parts[0], needed.OfTheDay.Parts[1]);
        Assert.Equal(PriceAuthority.Margin, margins.Decision.Figures.Single().Name);
        Assert.Equal(PriceAuthority.Discount, rest.Decision.Figures.Single().Name);
        Assert.Equal((Percent(39.76m), Percent(8.54m)), (margins.MarginRate.To(2), ((Percentage?)rest.EffectiveDiscount).To(2)));
        Assert.True(needed.Explain().IsVerified, needed.Explain().ToString());

        // What is beyond a margin of the day names the orders that it is of.
        var loss = authority.Decide(first, [second.WithCosts((1, Cny(2_100))), third]);
        Assert.Equal(
            ["S0, S1"],
            loss.Reasons.Where(reason => reason.Code == "authority.below-limit").Select(reason => reason.Find("documents")!.Value)
                .Distinct().Select(figure => figure.ToString()));
    }

    /// <summary>Up to six orders, each approved by one of the three or by nobody.</summary>
    private static PriceCase[] Orders(PositiveInt[] amounts, byte[] by) =>
    [
        .. amounts.Zip(by, (amount, granter) => (Amount: 1m + (amount.Get * 777L % 12_000), Granter: granter % 4)).Take(6)
            .Select((each, i) => Off("SO-" + i, each.Amount, each.Granter == 3 ? default(RoleId?) : s_roles[each.Granter])),
    ];

    private static bool HasLeft(PriceCase order, PriceCase[] orders) =>
        order.Approvals.Count > 0 && s_byAmount.Decide(order, orders).Role == Salesperson
        && Array.TrueForAll(orders, other => other == order
            || s_byAmount.Decide(other, orders).OfTheDay?.Documents.Contains(order) != true);

    private static (string Name, AuthorityLimit Limit) UpTo(decimal amount) =>
        (PriceAuthority.DiscountAmount, AuthorityLimit.AtMost(Cny(amount)));

    /// <summary>An order off which so much is taken, 5 % of it; approved for just that, where it is.</summary>
    private static PriceCase Off(string id, decimal amount, RoleId? by = null)
    {
        var order = Case(id, amount / 5m, 5m);
        return by is not { } role ? order : order.WithApprovals(
            Granted("A-" + id, role, id).With(PriceAuthority.DiscountAmount, AuthorityLimit.AtMost(Cny(amount))));
    }
}
