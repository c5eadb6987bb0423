using System;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

public sealed class SeveralHoldbacks
{
    private static readonly StepSchedule<Percentage, Percentage> s_byCollection =
        StepSchedule.From((Percent(0), Percent(0)), (Percent(95), Percent(80)), (Percent(98), Percent(100)));

    private static readonly HoldbackRule s_collections = HoldbackRule.Of(Percent(20)).For("collections").WithRelease(s_byCollection);
    private static readonly HoldbackRule s_bonus =
        HoldbackRule.Of(Percent(50)).For("bonus").WithRelease(StepSchedule.From((Percent(0), Percent(50)), (Percent(100), Percent(100))));

    private static readonly PayoutRules s_rules = Plain.WithHoldback(s_bonus, s_collections);

    private static readonly CommissionEarning[] s_earned =
        [Earned(Quarter(1), 1_000m, "collections"), Earned(Quarter(1), 3_000m, "bonus"), Earned(Quarter(1), 700m)];

    [Fact]
    public void Each_component_is_held_and_released_by_its_own_rule_and_figure()
    {
        var account = Nothing.SettleTwice(s_earned, Run(3), s_rules).Account;
        Assert.Equal(Cny(1_700m), account.Balances.HeldBack);

        var run = Run(4).WithHoldbackFigure(Quarter(1), Percent(96), "collections");
        var first = account.SettleTwice([], run, s_rules);
        Assert.Equal((Cny(160m), Cny(1_540m)), (first.Released, first.Account.Balances.HeldBack));
        Assert.Equal("collections", first.Entries[0].Component);

        var second = first.Account.SettleTwice([], Run(5).WithHoldbackFigure(Quarter(1), Percent(96), "bonus"), s_rules);
        Assert.Equal((Cny(750m), Cny(790m)), (second.Released, second.Account.Balances.HeldBack));
        Assert.Equal(second.Account, Nothing.Apply(second.Account.Entries));

        // A better figure releases the rest of it, and what is restated moves with what was released.
        var third = second.Account.SettleTwice([], Run(6).WithHoldbackFigure(Quarter(1), Percent(99), "collections"), s_rules);
        Assert.Equal(Cny(40m), third.Released);
        CommissionEarning[] less = [Earned(Quarter(1), 500m, "collections"), s_earned[1], s_earned[2]];
        var fourth = third.Account.SettleTwice(less, Run(7), s_rules);
        Assert.Equal((Cny(-100m), Cny(-100m)), (fourth.HeldBack, fourth.Released));
    }

    [Fact]
    public void One_figure_can_be_that_of_several_components()
    {
        var account = Nothing.SettleTwice(s_earned, Run(3), s_rules).Account;
        var both = account.SettleTwice([], Run(4).WithHoldbackFigure(Quarter(1), Percent(100), "bonus", "collections"), s_rules);
        Assert.Equal(Cny(1_700m), both.Released);
        Assert.Equal(
            [("bonus", Percent(100)), ("collections", Percent(100))],
            both.Run.HoldbackFigures.Select(each => (each.Component!, each.Figure)));
    }

    [Fact]
    public void Leavers_are_treated_by_the_rule_of_each()
    {
        var rules = Plain.WithHoldback(
            s_bonus.WithLeaving(HoldbackOnLeaving.Forfeited), s_collections.WithLeaving(HoldbackOnLeaving.PaidOut));
        var account = Nothing.SettleTwice(s_earned, Run(3), rules).Account.Leave(new LocalDate(2026, 4, 20));
        var settlement = account.SettleTwice([], Run(4), rules);
        Assert.Equal((Cny(200m), Cny(1_500m)), (settlement.Released, settlement.Forfeited));
    }

    [Fact]
    public void A_component_is_under_one_rule_and_a_figure_is_of_one()
    {
        Assert.Throws<ArgumentException>("holdbacks", () => Plain.WithHoldback(s_bonus, s_collections.For("x", "bonus")));
        Assert.Throws<ArgumentException>("holdbacks", () => Plain.WithHoldback(s_bonus, HoldbackRule.Of(Percent(10))));
        Assert.Equal(Plain, s_rules.WithHoldback());
        Assert.Equal(s_rules, Plain.WithHoldback(s_collections, s_bonus));

        var account = Nothing.Settle(s_earned, Run(3), s_rules).Account;
        void Refused(PayoutRun run, PayoutRules rules) =>
            Assert.Throws<ArgumentException>(nameof(rules), () => account.Settle([], run, rules));
        Refused(Run(4).WithHoldbackFigure(Quarter(1), Percent(96)), s_rules);
        Refused(Run(4).WithHoldbackFigure(Quarter(1), Percent(96), "revenue"), s_rules);
        Refused(
            Run(4).WithHoldbackFigure(Quarter(1), Percent(96), "bonus"),
            Plain.WithHoldback(HoldbackRule.Of(Percent(5)).WithRelease(s_byCollection)));
        Assert.Throws<ArgumentException>("components", () => Run(4).WithHoldbackFigure(Quarter(1), Percent(1), "a", "a"));
        Assert.Throws<ArgumentException>("period",
            () => Run(4).WithHoldbackFigure(Quarter(1), Percent(1)).WithHoldbackFigure(Quarter(1), Percent(1), "a"));
        Assert.Throws<ArgumentException>("components", () => Run(4).WithHoldbackFigure(Quarter(1), Percent(1), " "));
    }
}
