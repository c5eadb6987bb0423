using System;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

public sealed class HeldByComponent
{
    private static readonly PayoutRules s_ofTwo = Plain.WithHoldback(HoldbackRule.Of(Percent(30)).For("revenue", "margin"));

    private static readonly CommissionEarning[] s_earned =
        [Earned(Quarter(1), 100.05m), Earned(Quarter(1), 50.05m, "margin"), Earned(Quarter(1), 1_000m, "spiff")];

    [Fact]
    public void Each_component_named_is_held_back_by_itself_and_no_other()
    {
        var settlement = Nothing.SettleTwice(s_earned, Run(1), s_ofTwo);

        var held = settlement.Entries.Where(entry => entry.Kind == CommissionEntryKind.HeldBack).ToList();
        Assert.Equal([("margin", Cny(15.02m)), ("revenue", Cny(30.02m))], held.Select(entry => (entry.Component!, entry.Amount)));
        Assert.Equal(Cny(45.04m), settlement.HeldBack);

        // Made again of its entries it goes on in the same way.
        var folded = Nothing.Apply(settlement.Entries);
        CommissionEarning[] less = [Earned(Quarter(1), 80m), s_earned[1], s_earned[2]];
        var next = folded.SettleTwice(less, Run(2), s_ofTwo);
        Assert.Equal((Cny(-20.05m), Cny(-6.02m)), (next.Earned, next.HeldBack));
        Assert.Equal(settlement.Account.Settle(less, Run(2), s_ofTwo).Entries, next.Entries);
    }

    [Fact]
    public void A_stored_entry_of_a_component_is_made_again()
    {
        var entry = Nothing.Settle(s_earned, Run(1), s_ofTwo).Entries.First(each => each.Kind == CommissionEntryKind.HeldBack);
        Assert.Equal(
            entry,
            CommissionEntry.Of(entry.Number, entry.Kind, entry.PayoutPeriod, entry.Recorded, entry.Amount)
                .For(Quarter(1), Percent(30), "margin"));
    }

    [Fact]
    public void A_rule_that_changes_moves_what_is_held_while_the_period_is_open_and_not_afterwards()
    {
        var account = Nothing.Settle(s_earned, Run(1), s_ofTwo).Account;
        var together = Plain.WithHoldback(HoldbackRule.Of(Percent(10)));

        var open = account.SettleTwice(s_earned, Run(2), together);
        Assert.Equal(Cny(115.01m), open.Account.Balances.HeldBack);
        Assert.Equal(Cny(0m), account.SettleTwice(s_earned, Run(2), Plain).Account.Balances.HeldBack);
        Assert.Equal(Cny(45.04m), open.Account.SettleTwice(s_earned, Run(3), s_ofTwo).Account.Balances.HeldBack);

        var closed = account.Close(Quarter(1), new LocalDate(2026, 2, 1));
        Assert.Empty(closed.Settle(s_earned, Run(2), together).Entries);
    }

    [Fact]
    public void A_return_and_a_release_take_their_part()
    {
        var rules = Plain.WithClawBack(ClawBackRule.Full).WithHoldback(
            HoldbackRule.Of(Percent(20)).For("revenue").WithRelease(StepSchedule.From((Percent(0), Percent(50)))));
        var sale = OfLine(Quarter(1), "SO-1", 1_000m, 10m);
        var account = Nothing.Settle([sale, Earned(Quarter(1), 500m, "spiff")], Run(3), rules).Account
            .Close(Quarter(1), new LocalDate(2026, 4, 15));
        Assert.Equal(Cny(20m), account.Balances.HeldBack);

        var back = CommissionEvent.Return(
            Line("CN-1"), Line("SO-1"), new LocalDate(2026, 1, 1), new LocalDate(2026, 5, 4), Revenue(500m));
        var run = Run(5).With(back).WithHoldbackFigure(Quarter(1), Percent(80));
        var settlement = account.SettleTwice([], run, rules);
        Assert.Equal(
            (Cny(-50m), Cny(-10m), Cny(5m)), (settlement.ClawedBack, settlement.HeldBack, settlement.Released));
        Assert.Equal(Cny(5m), settlement.Account.Balances.HeldBack);
    }

    [Fact]
    public void A_component_is_named_once_and_their_order_does_not_matter()
    {
        var rule = HoldbackRule.Of(Percent(20));
        Assert.Equal(rule.For("a", "b"), rule.For("b", "a"));
        Assert.Equal("20% held back of a and b", rule.For("b", "a").ToString());
        Assert.Throws<ArgumentException>("components", () => rule.For());
        Assert.Throws<ArgumentException>("components", () => rule.For("a", "a"));
        Assert.Throws<ArgumentException>("components", () => rule.For("a", " "));
    }
}
