using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;
using static SalesDomain.Tests.Commissions.Bases.ScheduledDeals;

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>Who left on 31 March, and whose first quarter is closed: what comes to be known of it in the second.</summary>
public sealed class WhatALeaverKeeps
{
    private static readonly PayoutRules s_rules = PayoutRules.Of(Rounding.Commercial);
    private static readonly SalesLine s_order = Line(Stage.Ordered, "SO-1", On(2, 10), 1_000m);

    private static readonly CommissionEarning s_line =
        CommissionEarning.Of("Orders 2026", "orders", Quarter(2), Cny(100m)).With(s_order.Id, s_order.Date);

    private static readonly CommissionEarning s_floor =
        CommissionEarning.Of("Orders 2026", "orders", Quarter(2), Cny(-100m)).WithRatedIn(Quarter(1));

    // 80 % of 1,000 were paid; it was 60 %, and then 90 %.
    [Theory]
    [InlineData(60, 600)]
    [InlineData(80, 800)]
    [InlineData(90, 900)]
    public void A_goal_that_is_scored_anew_is_what_it_is(int score, int earned)
    {
        var none = DealBook.Of([]);
        var account = Left(Goal(80), none);
        var settled = account.Settle(Of(Goal(score), none, 2, account), Run(6), s_rules);
        Assert.Equal(Cny(earned), settled.Account.Balances.Earned);
        Assert.Empty(settled.Reasons);

        static CommissionResult Goal(decimal score)
        {
            var plan = CommissionPlan.Of(
                "Goals", Currency.CNY, Rounding.Commercial, CommissionComponent.OfGoal("launch", CommissionRate.Score("score")));
            return plan.Evaluate(
                Quarter(1), CommissionTerms.None.WithTarget("launch", Cny(1_000m)),
                plan.Sum(Quarter(1), []).WithFigure("score", Percent(score)));
        }
    }

    // 1,000 for ninety days at 6 % cost 15 of the 50 that the order earned, half of its commission.
    [Fact]
    public void A_cost_of_funds_that_comes_late_is_borne()
    {
        var funds = CostOfFunds.Of(Percent(6), DayCountBasis.Actual360, Rounding.Commercial);
        var deals = DealBook.Of([s_order]);
        var account = Left(Charged(), deals);
        var charged = Charged(funds.Charge(Cny(1_000m), On(1, 1).PlusDays(-1), On(3, 31)));
        var settled = account.Settle(Of(charged, deals, 2, account), Run(6), s_rules);
        Assert.Equal(Cny(35m), settled.Account.Balances.Earned);
        Assert.Empty(settled.Reasons);

        CommissionResult Charged(params FundsCharge[] charges)
        {
            var plan = At(10m).WithCostOfFunds(funds);
            return plan.Evaluate(
                Quarter(1), CommissionTerms.None, plan.Sum(Quarter(1), [Own(s_order)]).WithCharges(charges));
        }
    }

    // A floor of 500, of which a line would have earned 100 in the second quarter: both are told, in any order, whoever says them.
    [Fact]
    public void What_a_line_earns_no_more_is_not_set_against_the_floor()
    {
        foreach (var earned in new[] { new[] { s_line, s_floor }, [s_floor, s_line] })
        {
            var settled = Floor().Settle(earned, Run(6), s_rules);
            Assert.Equal(Cny(500m), settled.Account.Balances.Earned);
            Assert.Equal(
                [
                    "commission.after-leaving (plan Orders 2026, earning orders SO-1/1 2026-04-01/2026-06-30, "
                        + "earned to date CNY 100.00, entered CNY 0.00)",
                    "commission.after-leaving (plan Orders 2026, earning orders of 2026-01-01/2026-03-31 2026-04-01/2026-06-30, "
                        + "earned to date CNY -100.00, entered CNY 0.00)",
                ],
                settled.Reasons.Select(each => each.ToString()));
        }
    }

    // It falls where it is lower itself, and by a line that is not of its period, plan or component, or that falls.
    [Fact]
    public void A_floor_that_is_lower_falls()
    {
        Assert.Equal(Cny(400m), Floor().Settle([s_floor], Run(6), s_rules).Account.Balances.Earned);
        Assert.Equal(Cny(500m), Floor().Settle([s_floor, s_line], Run(6), s_rules.EarningAfterLeaving()).Account.Balances.Earned);

        var april = CommissionEarning.Of("Orders 2026", "orders", Quarter(2), Cny(100m)).With(s_order.Id, On(4, 1));
        var other = CommissionEarning.Of("Orders 2026", "visits", Quarter(2), Cny(100m)).With(s_order.Id, s_order.Date);
        var plan = CommissionEarning.Of("Visits 2026", "orders", Quarter(2), Cny(100m)).With(s_order.Id, s_order.Date);
        var third = CommissionEarning.Of("Orders 2026", "orders", Quarter(3), Cny(100m)).With(s_order.Id, s_order.Date);
        foreach (var line in new[] { april, other, plan, third })
        {
            var settled = Floor().Settle([line, s_floor], Run(6), s_rules);
            Assert.Equal(Cny(400m), settled.Account.Balances.Earned);
            Assert.Equal("commission.after-leaving", settled.Reasons.Single().Code);
        }

        var less = CommissionEarning.Of("Orders 2026", "orders", Quarter(2), Cny(-20m)).With(s_order.Id, s_order.Date);
        Assert.Equal(Cny(380m), Floor().Settle([less, s_floor], Run(6), s_rules).Account.Balances.Earned);
    }

    // Of the quarter in which he leaves nobody can tell: what its line earns is entered, and the floor falls by it.
    [Fact]
    public void Within_the_quarter_of_leaving_both_are_entered()
    {
        var account = Floor(leaves: false).Leave(On(4, 1));
        Assert.Equal(Cny(500m), account.Settle([s_line, s_floor], Run(6), s_rules).Account.Balances.Earned);
        Assert.Equal(Cny(400m), account.Settle([s_floor], Run(6), s_rules).Account.Balances.Earned);
    }

    // Money that comes in later, whatever the floor was: a leaver keeps what he had, to the cent.
    [Property(MaxTest = 100)]
    public Property Money_that_comes_later_changes_nothing() =>
        Prop.ForAll(
            (from orders in Gen.Choose(1, 900_000).ArrayOf(3)
             from paid in Gen.Choose(1, 100).ArrayOf(3)
             from months in Gen.Choose(3, 9).ArrayOf(3)
             from floor in Gen.Choose(0, 100_000)
             select (orders, paid, months, floor)).ToArbitrary(),
            any =>
            {
                SalesLine[] orders =
                    [.. any.orders.Select((net, i) => Line(Stage.Ordered, "SO-" + i, On(2, 10), net / 100m))];
                SalesLine[] invoices =
                    [.. orders.Select((line, i) => Line(Stage.Invoiced, "INV-" + i, On(2, 12), line.NetAmount.Amount, "SO-" + i))];
                CollectionLine[] receipts =
                [
                    .. invoices.Select(
                        (line, i) => Paid("R-" + i, "INV-" + i, On(any.months[i], 20), line.GrossAmount.Amount * any.paid[i] / 100m)),
                ];
                var plan = CommissionPlan.Of(
                    "Orders 2026", Currency.CNY, Rounding.Commercial, At(10m).Components[0].WithFloor(Cny(any.floor / 100m)));
                var (sold, deals) = (plan.Evaluate(orders), DealBook.Of([.. orders, .. invoices], receipts));
                var account = Left(sold, deals);
                var before = account.Balances.Earned;
                foreach (var quarter in new[] { 2, 3 })
                {
                    account = account.Settle(Of(sold, deals, quarter, account), Run(3 * quarter), s_rules).Account
                        .Close(Quarter(quarter), On((3 * quarter) + 1, 15));
                }

                return account.Balances.Earned == before && before >= Cny(any.floor / 100m);
            });

    private static CommissionAccount Floor(bool leaves = true)
    {
        var account = CommissionAccount.In(Currency.CNY)
            .Settle([CommissionEarning.Of("Orders 2026", "orders", Quarter(1), Cny(500m))], Run(3), s_rules).Account
            .Close(Quarter(1), On(4, 15));
        return leaves ? account.Leave(On(3, 31)) : account;
    }

    private static CommissionAccount Left(CommissionResult result, DealBook deals) =>
        CommissionAccount.In(Currency.CNY).Settle(Halves.ToEarnings(result, deals, Quarter(1)), Run(3), s_rules).Account
            .Close(Quarter(1), On(4, 15)).Leave(On(3, 31));

    private static IReadOnlyList<CommissionEarning> Of(CommissionResult result, DealBook deals, int quarter, CommissionAccount account) =>
        Halves.ToEarnings(result, deals, Quarter(quarter), account, Run(3 * quarter));

    private static DateSpan Quarter(int number) => DateSpan.OfQuarter(2026, number);
}
