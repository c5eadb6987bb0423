using System;
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

/// <summary>
/// What belongs to no line, a floor, a goal or the cost of funds, where it comes to be known, or changes, after its quarter was closed.
/// </summary>
public sealed class FloorsThatComeLate
{
    private static readonly SalesLine s_order = Line(Stage.Ordered, "SO-1", On(2, 10), 2_000m);
    private static readonly SalesLine s_invoice = Line(Stage.Invoiced, "INV-1", On(3, 1), 2_000m, "SO-1");
    private static readonly PayoutRules s_rules = PayoutRules.Of(Rounding.Commercial);

    // The floor of 500 was paid for a quarter in which nothing was known to be sold. An order of February is posted in May.
    [Fact]
    public void An_order_that_is_posted_after_the_floor_was_paid_is_in_the_floor()
    {
        var none = DealBook.Of([]);
        var account = Settled(CommissionAccount.In(Currency.CNY), Of(Orders(1), none, 1), 1);
        Assert.Equal(Cny(500m), account.Balances.Earned);

        var (sold, deals) = (Orders(1, s_order), DealBook.Of([s_order, s_invoice], [Paid("R-1", "INV-1", On(8, 20), 2_260m)]));
        var second = Of(sold, deals, 2, account);
        Assert.Equal(
            ["orders SO-1/1 2026-04-01/2026-06-30: CNY 100.00", "orders of 2026-01-01/2026-03-31 2026-04-01/2026-06-30: CNY -100.00"],
            second.Select(each => each.ToString()));
        var settled = account.Settle(second, Run(6), s_rules);
        Assert.Empty(settled.Reasons);
        Assert.Equal(
            "entered of periods before, without what events took",
            Halves.Explain(sold, deals, second[1]).Children[1].Name);
        Assert.Empty(settled.Explain(Halves, deals, sold).Verify());

        account = settled.Account.Close(DateSpan.OfQuarter(2026, 2), On(7, 15));
        Assert.Equal(Cny(500m), account.Balances.Earned);
        account = Settled(account, Of(sold, deals, 3, account), 3);
        Assert.Equal(Cny(500m), account.Balances.Earned);
        Assert.Empty(Halves.ToEarnings(sold, deals, DateSpan.OfQuarter(2026, 4), account, ScheduledDeals.Run(12, On(12, 31))));
    }

    [Fact]
    public void A_goal_that_is_scored_after_its_quarter_was_closed_is_earned_in_the_open_one()
    {
        var (none, launch) = (DealBook.Of([]), Goal(Percent(80)));
        var account = Settled(CommissionAccount.In(Currency.CNY), Of(Goal(null), none, 1), 1);
        Assert.Empty(account.Entries);

        var second = Of(launch, none, 2, account).Single();
        Assert.Equal((Cny(800m), DateSpan.OfQuarter(2026, 1)), (second.Amount, second.RatedIn));

        // It was of his quarter, so that a leaver has it.
        var left = account.Leave(On(3, 31));
        Assert.Equal(Cny(800m), left.Settle([second], Run(6), s_rules).Paid);
        account = Settled(account, [second], 2);
        Assert.Equal(Cny(100m), Of(Goal(Percent(90)), none, 3, account).Single().Amount);
    }

    // A receipt of the first quarter, ninety days late, is posted in May: 60 of it at 6 % cost 15 for the quarter.
    [Fact]
    public void A_cost_of_funds_that_comes_to_be_known_late_is_taken_in_the_open_quarter()
    {
        var funds = CostOfFunds.Of(Percent(6), DayCountBasis.Actual360, Rounding.Commercial);
        var deals = DealBook.Of([s_order]);
        var account = Settled(CommissionAccount.In(Currency.CNY), Of(Charged(null), deals, 1), 1);
        Assert.Equal(Cny(100m), account.Balances.Earned);

        var late = funds.Charge(Cny(1_000m), On(1, 1).PlusDays(-1), On(3, 31));
        var charged = Charged(late);
        var second = Of(charged, deals, 2, account).Single();
        Assert.Equal(("cost of funds", Cny(-15m)), (second.Component, second.Amount));
        Assert.Empty(Halves.Explain(charged, deals, second).Verify());
        account = Settled(account, [second], 2);
        Assert.Equal(Cny(85m), account.Balances.Earned);
        Assert.Empty(Of(charged, deals, 3, account));

        // Not known any more, it stays as it was taken.
        var unknown = Of(Charged(late, isStated: false), deals, 3, account);
        Assert.Equal([false], unknown.Select(each => each.IsKnown));
        Assert.Empty(account.Settle(unknown, Run(9), s_rules).Entries);
        Assert.Equal(Cny(85m), account.Settle(unknown, Run(9), s_rules).Account.Balances.Earned);

        CommissionResult Charged(FundsCharge? charge, bool isStated = true)
        {
            var (plan, quarter) = (At(10m).WithCostOfFunds(funds), DateSpan.OfQuarter(2026, 1));
            var figures = plan.Sum(quarter, [Own(s_order)]);
            return plan.Evaluate(
                quarter, CommissionTerms.None,
                isStated ? figures.WithCharges(charge is null ? [] : [charge]) : figures);
        }
    }

    // A goal of a quarter that began after he left is none of his, whenever it comes to be known.
    [Fact]
    public void A_leaver_has_no_floor_of_a_later_quarter()
    {
        var (second, none) = (Orders(2), DealBook.Of([]));
        var account = Settled(CommissionAccount.In(Currency.CNY), [], 1).Leave(On(3, 31));
        foreach (var quarter in new[] { 2, 3 })
        {
            var settled = account.Settle(Of(second, none, quarter, account), Run(3 * quarter), s_rules);
            Assert.Equal((Cny(0m), "commission.after-leaving"), (settled.Paid, settled.Reasons.Single().Code));
            account = settled.Account.Close(DateSpan.OfQuarter(2026, quarter), On((3 * quarter) + 1, 15));
        }
    }

    // The first quarter is not known, and its line in the second stays; that of the second quarter is another matter.
    [Fact]
    public void What_is_not_known_of_one_quarter_does_not_stand_in_the_way_of_another()
    {
        var april = Line(Stage.Ordered, "SO-2", On(4, 10), 10_000m);
        var deals = DealBook.Of([s_order, april]);
        var account = CommissionAccount.In(Currency.CNY).Settle([.. Of(Orders(1, s_order), deals, 1)], Run(3), s_rules).Account;
        account = account.Settle([.. Of(Orders(2, april), deals, 2), .. Of(Orders(1, s_order), deals, 2)], Run(6), s_rules).Account;
        var entered = account.Entries.Count;
        Assert.Equal(Cny(1_000m), account.Balances.Earned);

        var unknown = CommissionEarning.Unknown("Orders 2026", "orders", DateSpan.OfQuarter(2026, 2), Currency.CNY)
            .WithRatedIn(DateSpan.OfQuarter(2026, 1));
        var settled = account.Settle([unknown, .. Of(Orders(2, april), deals, 2)], Run(6), s_rules);
        Assert.Equal(entered, settled.Account.Entries.Count);
        Assert.Equal(
            "commission.not-known (plan Orders 2026, earning orders of 2026-01-01/2026-03-31 2026-04-01/2026-06-30, entered CNY 0.00)",
            settled.Reasons.Single().ToString());

        // A line of the quarter that is not known must not stand beside it.
        var own = CommissionEarning.Of("Orders 2026", "orders", DateSpan.OfQuarter(2026, 2), Cny(1m)).With(s_order.Id, s_order.Date);
        Assert.Contains(
            own.ToString(), Assert.Throws<ArgumentException>(() => account.Settle([unknown, own], Run(6), s_rules)).Message,
            StringComparison.Ordinal);
    }

    // 500 at 0.14 came in as 70 of the account; what is in the line later goes out of the floor at the same rate.
    [Fact]
    public void What_falls_of_a_floor_goes_at_the_rate_at_which_it_was_paid()
    {
        var rates = ExchangeRates.Of(
            new ExchangeRate(Currency.CNY, Currency.USD, 0.14m, On(3, 31)), new ExchangeRate(Currency.CNY, Currency.USD, 0.15m, On(6, 30)));
        var rules = s_rules.WithConversionDay(ConversionDay.EndOfPayoutPeriod);
        var account = CommissionAccount.In(Currency.USD)
            .Settle(Of(Orders(1), DealBook.Of([]), 1), Run(3).WithRates(rates), rules).Account
            .Close(DateSpan.OfQuarter(2026, 1), On(4, 15));
        var settled = account.Settle(
            Of(Orders(1, s_order), DealBook.Of([s_order]), 2, account).Where(each => each.Line is null), Run(6).WithRates(rates), rules);
        Assert.Equal(
            (new Money(70m, Currency.USD), new Money(-14m, Currency.USD)), (account.Balances.Earned, settled.Entries[0].Amount));
    }

    [Fact]
    public void An_earning_of_no_line_says_which_period_rated_it()
    {
        var (first, second) = (DateSpan.OfQuarter(2026, 1), DateSpan.OfQuarter(2026, 2));
        var own = CommissionEarning.Of("Orders 2026", "orders", second, Cny(1m));
        Assert.Equal((second, second, first), (own.RatedIn, own.WithRatedIn(second).RatedIn, own.WithRatedIn(first).RatedIn));
        Assert.Equal(own, own.WithRatedIn(second));
        Assert.NotEqual(own, own.WithRatedIn(first));

        // A line is rated by its own day, whenever it is earned.
        Assert.Null(own.With(s_order.Id, s_order.Date).RatedIn);
        Assert.Throws<InvalidOperationException>(() => own.WithRatedIn(first).With(s_order.Id, s_order.Date));
        Assert.Throws<InvalidOperationException>(() => own.With(s_order.Id, s_order.Date).WithRatedIn(first));
        var open = DateSpan.From(On(1, 1));
        Assert.Contains(
            open.ToString(), Assert.Throws<ArgumentException>("period", () => own.WithRatedIn(open)).Message, StringComparison.Ordinal);

        // As entered, stored and read again.
        var account = CommissionAccount.In(Currency.CNY).Settle([own, own.WithRatedIn(first)], Run(6), s_rules).Account;
        Assert.Equal([second, first], account.Entries.Where(each => each.Period is not null).Select(each => each.RatedIn!.Value));
        var paid = account.Entries.Single(each => each.Kind == CommissionEntryKind.Paid);
        Assert.Equal((Cny(2m), null), (paid.Amount, paid.RatedIn));
        var read = CommissionAccount.In(Currency.CNY).Apply(account.Entries);
        Assert.Empty(read.Settle([own.WithRatedIn(first), own], Run(6), s_rules).Entries);
    }

    // Three quarters with a floor each, orders and money that come to be known up to two quarters late, each closed before the next one:
    // in the end what all facts say is earned, to the cent, and at each close not less than the floors of the quarters that are over.
    [Property(MaxTest = 100)]
    public Property Whenever_orders_come_to_be_known_floors_and_lines_come_to_what_they_say() =>
        Prop.ForAll(
            (from orders in Gen.Choose(1, 900_000).ArrayOf(6)
             from late in Gen.Choose(0, 2).ArrayOf(12)
             from paid in Gen.Choose(0, 100).ArrayOf(6)
             from waits in Gen.Choose(0, 200).ArrayOf(6)
             from cancelled in Gen.Choose(0, 130).ArrayOf(6)
             from floor in Gen.Choose(0, 60_000)
             from pace in Gen.Elements(EarningPace.InProportion, EarningPace.WhenLineComplete, EarningPace.OnFirstOfDeal)
             select (orders, late, paid, waits, cancelled, floor, pace)).ToArbitrary(),
            any =>
            {
                var schedule = Halves.With(Stage.Collected, any.pace);
                var floor = Cny(any.floor / 100m);
                var account = CommissionAccount.In(Currency.CNY);
                for (var run = 1; run <= 7; run++)
                {
                    var during = Quarter(run);
                    var recorded = during.End!.Value.PlusDays(10);
                    var deals = Deals(run);
                    var results = Enumerable.Range(1, Math.Min(run, 3)).Select(quarter => Result(quarter, run)).ToArray();
                    CommissionEarning[] earned =
                        [.. results.SelectMany(each => schedule.ToEarnings(each, deals, during, account, Run()))];
                    var settled = account.Settle(earned, Run(), s_rules);
                    Assert.Empty(settled.Reasons);
                    Assert.Empty(settled.Explain(schedule, deals, results).Verify());
                    Assert.Empty(settled.Account.Settle(earned, Run(), s_rules).Entries);
                    account = settled.Account.Close(during, recorded);
                    Assert.True(account.Balances.Earned >= floor * Math.Min(run, 3m));

                    PayoutRun Run() => PayoutRun.Of(during, recorded);
                }

                var whole = new DateSpan(Quarter(1).Start, Quarter(7).End);
                return account.Balances.Earned == Money.Sum(
                    Currency.CNY,
                    Enumerable.Range(1, 3).SelectMany(quarter => schedule.ToEarnings(Result(quarter, 9), Deals(9), whole))
                        .Select(each => each.Amount));

                IEnumerable<SalesLine> Ordered(int quarter, int run) =>
                    Enumerable.Range(2 * (quarter - 1), 2).Where(i => run >= quarter + any.late[i]).Select(
                        i => Line(Stage.Ordered, "SO-" + i, Quarter(quarter).Start!.Value.PlusDays(40 + i), any.orders[i] / 100m));

                CommissionResult Result(int quarter, int run)
                {
                    var plan = Plan(floor);
                    return plan.Evaluate(
                        Quarter(quarter), CommissionTerms.None, plan.Sum(Quarter(quarter), Ordered(quarter, run).Select(Own)));
                }

                DealBook Deals(int run)
                {
                    SalesLine[] orders = [.. Enumerable.Range(1, 3).SelectMany(quarter => Ordered(quarter, run))];
                    var (lines, receipts) = (orders.ToList(), new List<CollectionLine>());
                    foreach (var order in orders)
                    {
                        var number = order.Id.Document.ToString();
                        var i = number[number.Length - 1] - '0';
                        lines.Add(Line(Stage.Invoiced, "INV-" + i, order.Date, order.NetAmount.Amount, number));
                        var on = order.Date.PlusDays(any.waits[i]);
                        if (any.paid[i] > 0 && on <= Quarter(run - any.late[6 + i]).End)
                            receipts.Add(Paid("R-" + i, "INV-" + i, on, order.GrossAmount.Amount * any.paid[i] / 100m));
                        if (any.cancelled[i] > 100 && on.PlusDays(10) <= Quarter(run - any.late[i]).End)
                        {
                            lines.Add(
                                Line(
                                    Stage.Ordered, "CA-" + i, on.PlusDays(10), -order.NetAmount.Amount,
                                    original: number));
                        }
                    }

                    return DealBook.Of(lines, receipts);
                }

                DateSpan Quarter(int number) =>
                    number < 1 ? Quarter(1).Start is { } start ? DateSpan.On(start.PlusDays(-1)) : default
                        : DateSpan.OfQuarter(2026 + ((number - 1) / 4), ((number - 1) % 4) + 1);
            });

    private static CommissionPlan Plan(Money floor) =>
        CommissionPlan.Of("Orders 2026", Currency.CNY, Rounding.Commercial, At(10m).Components[0].WithFloor(floor));

    private static CommissionResult Orders(int quarter, params SalesLine[] orders)
    {
        var (plan, period) = (Plan(Cny(500m)), DateSpan.OfQuarter(2026, quarter));
        return plan.Evaluate(period, CommissionTerms.None, plan.Sum(period, orders.Select(Own)));
    }

    private static CommissionResult Goal(Percentage? score)
    {
        var plan = CommissionPlan.Of(
            "Goals", Currency.CNY, Rounding.Commercial, CommissionComponent.OfGoal("launch", CommissionRate.Score("score")));
        var quarter = DateSpan.OfQuarter(2026, 1);
        var figures = plan.Sum(quarter, []);
        if (score is { } known)
            figures = figures.WithFigure("score", known);
        return plan.Evaluate(quarter, CommissionTerms.None.WithTarget("launch", Cny(1_000m)), figures);
    }

    private static IReadOnlyList<CommissionEarning> Of(
        CommissionResult result, DealBook deals, int quarter, CommissionAccount? account = null)
    {
        var during = DateSpan.OfQuarter(2026, quarter);
        return account is null ? Halves.ToEarnings(result, deals, during)
            : Halves.ToEarnings(result, deals, during, account, Run(3 * quarter));
    }

    private static CommissionAccount Settled(CommissionAccount account, IEnumerable<CommissionEarning> earned, int quarter) =>
        account.Settle(earned, Run(3 * quarter), s_rules).Account.Close(DateSpan.OfQuarter(2026, quarter), On((3 * quarter) + 1, 15));
}
