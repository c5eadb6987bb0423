using System.Collections.Generic;
using System.Linq;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;
using static SalesDomain.Tests.Commissions.Bases.ScheduledDeals;

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>An earning is all that it says: one that is made again from its public values is the same, and settles the same.</summary>
public sealed class EarningsAsValues
{
    private static readonly PayoutRules s_rules = PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBackRule.Full);
    private static readonly SalesLine s_order = Line(Stage.Ordered, "SO-1", On(2, 10), 10_000m);
    private static readonly SalesLine s_cancelled = Line(Stage.Ordered, "CA-1", On(4, 20), -4_000m, original: "SO-1");

    // 1,000 less the 400 that the event took; then the order was one of 12,000 from the day after: 10 % of the 8,000 that stand.
    [Fact]
    public void What_goes_on_from_the_account_says_so()
    {
        var account = Taken();
        var corrected = Line(Stage.Ordered, "SO-1", On(2, 11), 12_000m);
        var earned = Of(At(10m).Evaluate(corrected), DealBook.Of([corrected, s_cancelled]), account);
        Assert.Equal(["orders SO-1/1 2026-04-01/2026-06-30: CNY 200.00"], earned.Select(each => each.ToString()));
        Assert.True(earned[0].GoesOn);

        var settled = account.Settle(earned, Run(6), s_rules);
        Assert.Equal((Cny(800m), 0), (settled.Account.Balances.Earned, settled.Reasons.Count));
        Assert.Equal(settled, account.Settle(earned.Select(Rebuilt), Run(6), s_rules));

        // Without it, the cancellation is what the event took already, and is not taken once more.
        var silent = Rebuilt(earned[0], goesOn: false);
        Assert.NotEqual(earned[0], silent);
        Assert.Equal("commission.taken-back-already", account.Settle([silent], Run(6), s_rules).Reasons.Single().Code);
    }

    [Fact]
    public void An_earning_is_made_again_from_what_it_says()
    {
        var floor = CommissionPlan.Of("Orders 2026", Currency.CNY, Rounding.Commercial, At(10m).Components[0].WithFloor(Cny(1_500m)));
        var invoice = Line(Stage.Invoiced, "INV-1", On(4, 25), 6_000m, "SO-1");
        var deals = DealBook.Of([s_order, s_cancelled, invoice], [Paid("R-1", "INV-1", On(5, 20), 3_000m)]);
        var (account, quarter) = (Taken(), DateSpan.OfQuarter(2026, 2));
        var late = Halves.WithLateness(StepSchedule.UpTo((0, Percent(100))).ThenAbove(Percent(0)));
        CommissionEarning[] earned =
        [
            .. At(10m).Evaluate(s_order).ToEarnings(byCredit: true), .. At(10m).Evaluate(s_order).ToEarnings(byCredit: false),
            .. Halves.ToEarnings(floor.Evaluate(s_order), deals, quarter), .. Of(floor.Evaluate(s_order), deals, account),
            .. late.ToEarnings(floor.Evaluate(s_order), deals, quarter, account, Run(6)),
            CommissionEarning.Unknown("Orders 2026", "orders", quarter, Currency.CNY, new Reason("a"))
                .WithRatedIn(DateSpan.OfQuarter(2026, 1)),
            CommissionEarning.Of("Orders 2026", "orders", quarter, Cny(1m)).With(s_cancelled.Id, s_cancelled.Date)
                .Following(s_order.Id).WithPlanVersion("2").WithBase(Measure.Revenue.Of(Cny(1m))),
        ];
        Assert.Contains(earned, each => !each.IsKnown && each.Line is not null);
        Assert.All(earned.Where(each => each.Line == s_order.Id), each => Assert.Equal(s_order.Id.Document, each.Deal));
        Assert.Contains(earned, each => each.RatedIn is { } ratedIn && ratedIn != each.Period && each.GoesOn);
        Assert.Equal(earned, earned.Select(Rebuilt));
    }

    private static CommissionEarning Rebuilt(CommissionEarning earning) => Rebuilt(earning, earning.GoesOn);

    private static CommissionEarning Rebuilt(CommissionEarning earning, bool goesOn)
    {
        var made = earning.IsKnown
            ? CommissionEarning.Of(earning.Plan, earning.Component, earning.Period, earning.Amount)
            : CommissionEarning.Unknown(earning.Plan, earning.Component, earning.Period, earning.Amount.Currency);
        if (earning.RatedIn is { } ratedIn)
            made = made.WithRatedIn(ratedIn);
        if (earning.Line is { } line)
            made = made.With(line, earning.On!.Value);
        if (earning.Deal is { } deal)
            made = made.OfDeal(deal);
        if (earning.Original is { } original)
            made = made.Following(original);
        if (earning.PlanVersion is { } version)
            made = made.WithPlanVersion(version);
        if (earning.Base is { } paidOn)
            made = made.WithBase(paidOn);
        if (earning.Rate is { } rate)
            made = made.WithRate(rate);
        if (goesOn)
            made = made.GoingOn();
        return made.Including([.. earning.Included]).Because([.. earning.Reasons]);
    }

    private static CommissionAccount Taken()
    {
        var account = CommissionAccount.In(Currency.CNY)
            .Settle(Of(At(10m).Evaluate(s_order), DealBook.Of([s_order]), null), Run(3), s_rules).Account
            .Close(DateSpan.OfQuarter(2026, 1), On(4, 15));
        var cancelled = CommissionEvent.Cancellation(s_cancelled.Id, s_order, s_cancelled.Date).WithPart(Percent(40));
        return account.Settle([], Run(6).With(cancelled), s_rules).Account;
    }

    // All of it with the order.
    private static IReadOnlyList<CommissionEarning> Of(CommissionResult result, DealBook deals, CommissionAccount? account)
    {
        var schedule = EarningSchedule.Of(Rounding.Commercial, (Stage.Ordered, Percent(100)));
        return account is null ? schedule.ToEarnings(result, deals, DateSpan.OfQuarter(2026, 1))
            : schedule.ToEarnings(result, deals, DateSpan.OfQuarter(2026, 2), account, Run(6));
    }
}
