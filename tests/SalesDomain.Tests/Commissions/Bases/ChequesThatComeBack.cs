using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;
using static SalesDomain.Tests.Commissions.Bases.ScheduledDeals;

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>An order of 10,000 at 10 %, half when ordered and half when paid; then cheques come back, and the deal after them.</summary>
public sealed class ChequesThatComeBack
{
    private static readonly SalesLine s_order = Line(Stage.Ordered, "SO-1", On(2, 10), 10_000m);
    private static readonly SalesLine s_invoice = Line(Stage.Invoiced, "INV-1", On(3, 1), 10_000m, "SO-1");
    private static readonly CollectionLine s_paid = Paid("R-1", "INV-1", On(3, 20), 11_300m);
    private static readonly CommissionResult s_locked = At(10m).Evaluate(s_order);
    private static readonly PayoutRules s_rules = PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBackRule.Full);

    private static CollectionLine Bounced(string receipt, LocalDate on, decimal amount = 11_300m) => Back(s_paid, receipt, on, amount);

    /// <summary>Quarter by quarter, each closed when it is run.</summary>
    private static CommissionSettlement[] Run(DealBook deals, int quarters, params CommissionEvent[] ofLast)
    {
        var account = CommissionAccount.In(Currency.CNY);
        return
        [
            .. Enumerable.Range(1, quarters).Select(i =>
            {
                var (quarter, run) = (DateSpan.OfQuarter(2026, i), ScheduledDeals.Run((3 * i) % 12));
                var earned = Halves.ToEarnings(s_locked, deals, quarter, account, run);
                var settled = account.Settle(earned, i == quarters ? run.With(ofLast) : run, s_rules);
                account = settled.Account.Close(quarter, run.Recorded.PlusDays(5));
                Assert.True(settled.Explain().IsVerified);
                return settled;
            }),
        ];
    }

    // 1,000 in March, 500 gone with the cheque in April, and 1,000 taken back in August: 500 more than was ever earned.
    [Fact]
    public void What_is_not_paid_after_all_ends_at_nothing()
    {
        var deals = DealBook.Of([s_order, s_invoice], [s_paid, Bounced("R-2", On(4, 3))]);
        var unpaid = CommissionEvent.NonPayment(new LineId(new DocumentId("NP-1"), 1), s_order.Id, s_order.Date, On(8, 1));
        var run = Run(deals, 3, unpaid);
        Assert.Equal([Cny(1_000), Cny(-500), Cny(0)], run.Select(each => each.Earned));
        Assert.Equal((Cny(-500), Cny(0)), (run[2].ClawedBack, run[2].Account.Balances.Earned));
    }

    // A credit note and a refund of March, posted late, took 250 in the second quarter, of order and money; then all of the contract is
    // rescinded.
    [Fact]
    public void What_late_facts_took_is_not_taken_once_more_when_the_contract_is_rescinded()
    {
        var credit = Line(Stage.Invoiced, "CN-1", On(3, 25), -2_500m, original: "INV-1");
        var early = DealBook.Of([s_order, s_invoice], [s_paid]);
        var late = DealBook.Of([s_order, s_invoice, credit], [s_paid, Bounced("R-2", On(3, 28), 2_825m)]);
        var account = Run(early, 1)[0].Account;
        account = account.Close(DateSpan.OfQuarter(2026, 1), On(4, 15));
        var second = account.Settle(
            Halves.ToEarnings(s_locked, late, DateSpan.OfQuarter(2026, 2), account, ScheduledDeals.Run(6)), ScheduledDeals.Run(6), s_rules);
        Assert.Equal(Cny(-250), second.Earned);

        account = second.Account.Close(DateSpan.OfQuarter(2026, 2), On(7, 15));
        var rescinded = CommissionEvent.Cancellation(new LineId(new DocumentId("X-1"), 1), s_order.Id, s_order.Date, On(8, 1));
        var earned = Halves.ToEarnings(s_locked, late, DateSpan.OfQuarter(2026, 3), account, ScheduledDeals.Run(9));
        var third = account.Settle(earned, ScheduledDeals.Run(9).With(rescinded), s_rules);
        Assert.Equal((Cny(-750), Cny(0)), (third.ClawedBack, third.Account.Balances.Earned));
    }

    // Half is paid: 500 with the order and 250 with the money. Of what the order earned the unpaid half goes, a third of the 750.
    [Fact]
    public void Of_a_deal_that_is_half_paid_the_unpaid_half_of_what_the_order_earned_goes()
    {
        var deals = DealBook.Of([s_order, s_invoice], [Paid("R-1", "INV-1", On(3, 20), 5_650m)]);
        var unpaid = CommissionEvent.NonPayment(new LineId(new DocumentId("NP-1"), 1), s_order.Id, s_order.Date, On(5, 31));
        var run = Run(deals, 2, unpaid.WithPart(Quantity.Pieces(50m * 50m), Quantity.Pieces(75m * 100m)));
        Assert.Equal((Cny(750), Cny(-250)), (run[0].Earned, run[1].ClawedBack));
    }

    // 800 of 1,000 paid and 200 held; then 500 goes, in a quarter of its own, and what the first quarter holds stays as it is.
    [Theory]
    [InlineData(0, 500, 200)]
    [InlineData(50, 400, 100)]
    public void What_goes_in_a_period_of_its_own_is_owed_gross_unless_what_was_held_of_it_is_released(int part, int owed, int held)
    {
        var rules = s_rules.WithHoldback(HoldbackRule.Of(Percent(20)));
        var (first, third) = (DateSpan.OfQuarter(2026, 1), DateSpan.OfQuarter(2026, 3));
        var deals = DealBook.Of([s_order, s_invoice], [s_paid, Bounced("R-2", On(7, 3))]);
        var account = CommissionAccount.In(Currency.CNY)
            .Settle(Halves.ToEarnings(s_locked, deals, first), ScheduledDeals.Run(3), rules).Account.Close(first, On(4, 15));
        Assert.Equal((Cny(800), Cny(200)), (account.Balances.Paid, account.Balances.HeldBack));

        var run = ScheduledDeals.Run(9);
        run = part == 0 ? run : run.WithHoldbackRelease(first, Percent(part));
        var settled = account.Settle(Halves.ToEarnings(s_locked, deals, third, account, run), run, rules);
        Assert.Equal((Cny(owed), Cny(held)), (settled.Account.Balances.Debit, settled.Account.Balances.HeldBack));
    }
}
