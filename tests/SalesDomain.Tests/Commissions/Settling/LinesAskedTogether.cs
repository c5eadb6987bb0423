using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;
using Deals = SalesDomain.Tests.Commissions.Bases.ScheduledDeals;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>
/// Whether less would be left of a line than events took is asked of all its periods and of what follows it, where it goes on from one
/// period to the next and one of them is open again.
/// </summary>
public sealed class LinesAskedTogether
{
    private static readonly PayoutRules s_full = PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBackRule.Full);
    private static readonly LocalDate s_sold = new(2026, 1, 20);

    // 1,000 of which 700 were taken. Then 600 of it came back, by a line of its own that goes on as the sale does.
    [Fact]
    public void A_line_that_goes_on_is_asked_with_what_follows_it()
    {
        var account = Entered(Of(1, 1_000m)).SettleTwice([], Run(5).With(Taken(70m)), s_full).Account.Reopen(Month(1), new(2026, 7, 1));
        var returned = Of(1, -600m, "CN-1").Following(Line("SO-1"));

        var refused = account.SettleTwice([Of(1, 1_000m), returned], Run(6), s_full);
        Assert.Empty(refused.Entries);
        Assert.Equal(Cny(300m), refused.Account.Balances.Earned);
        var reason = Assert.Single(refused.Reasons);
        Assert.Equal(("commission.taken-back-already", (Figure?)Cny(700m)), (reason.Code, reason.Find("taken of the line")));

        // 300 fewer leave what was taken, and are entered.
        var less = account.SettleTwice([Of(1, 1_000m), Of(1, -300m, "CN-1").Following(Line("SO-1"))], Run(6), s_full);
        Assert.Equal(Cny(0m), less.Account.Balances.Earned);
    }

    // One month gives what the other takes: each by itself would be refused, or entered alone.
    [Fact]
    public void What_one_period_gives_and_another_takes_is_entered_together_or_not_at_all()
    {
        var account = Entered(Of(1, 1_000m)).SettleTwice([], Run(5).With(Taken(70m)), s_full).Account.Reopen(Month(1), new(2026, 7, 1));
        var moved = account.SettleTwice([Of(1, 0m), Of(6, 1_000m)], Run(6), s_full);
        Assert.Equal((Cny(300m), 0), (moved.Account.Balances.Earned, moved.Reasons.Count));

        var refused = account.SettleTwice([Of(1, 0m), Of(6, 600m)], Run(6), s_full);
        Assert.Empty(refused.Entries);
        Assert.Equal(2, refused.Reasons.Count);
    }

    // Entered in yuan, of which half was taken; the plan was one in dollars all along: 1,000 at 7.2 is as much, 300 is less than was taken.
    [Theory]
    [InlineData(1_000, 3_600, 0)]
    [InlineData(500, 0, 0)]
    [InlineData(499, 3_600, 1)]
    public void A_line_whose_plan_changed_its_currency_is_asked_in_that_of_the_account(int dollars, int left, int reasons)
    {
        var (rules, run) = (s_full.WithConversionDay(ConversionDay.EndOfPayoutPeriod), Run(6).WithRates(
            ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7.2m, Run(6).Period.End!.Value))));
        var account = Entered(Of(1, 7_200m)).SettleTwice([], Run(5).With(Taken(50m)), s_full).Account.Reopen(Month(1), new(2026, 7, 1));
        Assert.Equal(Cny(3_600m), account.Balances.Earned);

        var now = CommissionEarning.Of("Reps 2026", "revenue", Month(1), new Money(dollars, Currency.USD))
            .With(Line("SO-1"), s_sold).GoingOn();
        var settled = account.SettleTwice([now], run, rules);
        Assert.Equal((Cny(left), reasons), (settled.Account.Balances.Earned, settled.Reasons.Count));
    }

    // 1,000 and 50, of which 600 and 30 were taken; in April 30 less. Undone by itself, February would leave its 30 taken of nothing.
    [Fact]
    public void A_period_that_is_restated_without_an_earning_keeps_what_was_taken_there()
    {
        var account = Entered(Of(1, 1_000m), Of(2, 50m)).SettleTwice([], Run(5).With(Taken(60m)), s_full).Account;
        account = account.SettleTwice([Of(4, -30m)], Run(5), s_full).Account.Reopen(Month(2), new(2026, 7, 1));
        Assert.Equal(Cny(390m), account.Balances.Earned);

        var restated = account.SettleTwice([], Run(6).Restating(Month(2)), s_full);
        Assert.Empty(restated.Entries);

        var closed = restated.Account.Close(new DateSpan(Month(1).Start, Month(4).End), new(2026, 8, 1));
        var cancelled = CommissionEvent.Cancellation(Line("X-2"), Line("SO-1"), s_sold, new LocalDate(2026, 7, 20));
        Assert.Equal(Cny(0m), closed.SettleTwice([], Run(7).With(cancelled), s_full).Account.Balances.Earned);
    }

    // A third of 1,000 was taken, 333.33; a schedule in whole yuan takes 666.67 when the order is cancelled, and nothing is left over. A
    // month of another year that was open again makes no difference.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_events_took_is_left_to_the_cent_whatever_a_schedule_is_rounded_to(bool isOpened)
    {
        var whole = EarningSchedule.Of(Rounding.ToStep(1m, RoundingMode.HalfAwayFromZero), (Stage.Ordered, Percent(100)));
        var order = Deals.Line(Stage.Ordered, "SO-1", s_sold, 10_000m);
        var sold = Deals.Evaluate(Deals.At(10m), order);
        var account = Settled(Nothing, DealBook.Of([order]), 1).Close(Quarter(1), new(2026, 4, 15));
        var third = CommissionEvent.NonPayment(Line("X-1"), order, new(2026, 4, 20)).WithPart(Percentage.FromFraction(1m / 3m));
        account = account.SettleTwice([], Run(4).With(third), s_full).Account;
        Assert.Equal(Cny(666.67m), account.Balances.Earned);
        if (isOpened)
            account = account.Close(DateSpan.OfMonth(2025, 12), new(2026, 4, 15)).Reopen(DateSpan.OfMonth(2025, 12), new(2026, 5, 15));

        var cancelled = Deals.Line(Stage.Ordered, "CA-9", new(2026, 5, 20), -10_000m, original: "SO-1");
        Assert.Equal(Cny(0m), Settled(account, DealBook.Of([order, cancelled]), 5).Balances.Earned);

        CommissionAccount Settled(CommissionAccount before, DealBook deals, int month) =>
            before.SettleTwice(whole.ToEarnings(sold, deals, Month(month), before, Run(month)), Run(month), s_full).Account;
    }

    private static CommissionEarning Of(int month, decimal amount, string document = "SO-1") =>
        CommissionEarning.Of("Reps 2026", "revenue", Month(month), Cny(amount)).With(Line(document), s_sold).GoingOn();

    private static CommissionEvent Taken(decimal percent) =>
        CommissionEvent.NonPayment(Line("X-1"), Line("SO-1"), s_sold, new LocalDate(2026, 5, 20)).WithPart(Percent(percent));

    // In the first quarter, which is closed.
    private static CommissionAccount Entered(params CommissionEarning[] earned) =>
        Nothing.SettleTwice(earned.ToList(), Run(3), s_full).Account.Close(Quarter(1), new(2026, 4, 15));
}
