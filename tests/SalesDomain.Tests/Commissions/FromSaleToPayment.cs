using System.Collections.Generic;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Tests.Commissions.Settling;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

/// <summary>Crediting, plan and account together: what is paid month by month, and what it comes to.</summary>
[Properties(Arbitrary = [typeof(AnyCreditedSales)], MaxTest = 100)]
public sealed class FromSaleToPayment
{
    private static readonly CommissionPlan s_plan = Plan(
        CommissionComponent.Cumulative("revenue", Invoiced(Currency.CNY), CommissionRate.Graduated(Attained((0, 3), (100, 5), (120, 9))))
            .AgainstQuota(ZeroQuotaPolicy.PayNothing),
        CommissionComponent.PerDeal("deal", Invoiced(Currency.CNY), CommissionRate.AllUnits(Steps((0, 1), (20_000, 2)))));

    private static readonly CommissionTerms s_terms = CommissionTerms.None.WithQuota("revenue", Sold(100_000m));

    private static readonly PayoutRules s_rules = PayoutRules.Of(Rounding.Commercial).WithHoldback(HoldbackRule.Of(Percent(20)));

    [Property]
    public void Monthly_runs_come_to_what_one_run_at_the_end_gives(AnyCreditedSales sales, bool byCredit)
    {
        SalesCredit[] credits = [.. sales.Of("A")];
        foreach (var period in new[] { Quarter, DateSpan.OfYear(2026) })
        {
            var monthly = Enumerable.Range(1, 6).Aggregate(
                AccountSample.Nothing, (account, month) => Settle(account, period, credits, month, byCredit).Account);
            var once = Settle(AccountSample.Nothing, period, credits, month: 6, byCredit).Account;

            Assert.Equal(once.Balances.Earned, monthly.Balances.Earned);
            Assert.Equal(Evaluate(period, credits, month: 6).Earned, monthly.Balances.Earned);
            Assert.Equal(once.Balances.HeldBack, monthly.Balances.HeldBack);

            // What was paid before it was taken back is owed, and nothing else stands between the two.
            Assert.Equal(
                once.Balances.Paid + once.Balances.Payable - once.Balances.Debit,
                monthly.Balances.Paid + monthly.Balances.Payable - monthly.Balances.Debit);
        }
    }

    [Property]
    public void Run_again_a_month_pays_nothing_and_writes_nothing(AnyCreditedSales sales, bool byCredit)
    {
        SalesCredit[] credits = [.. sales.Of("A")];
        var account = AccountSample.Nothing;
        for (var month = 1; month <= 4; month++)
        {
            account = Settle(account, Quarter, credits, month, byCredit).Account;
            var again = Settle(account, Quarter, credits, month, byCredit);

            Assert.Empty(again.Entries);
            Assert.Equal(account.Balances, again.Account.Balances);
        }
    }

    [Property]
    public void Told_by_credit_or_not_the_same_is_paid(AnyCreditedSales sales)
    {
        SalesCredit[] credits = [.. sales.Of("A")];
        var (byCredit, byComponent) = (AccountSample.Nothing, AccountSample.Nothing);
        for (var month = 1; month <= 4; month++)
        {
            var (one, other) = (Settle(byCredit, Quarter, credits, month, true), Settle(byComponent, Quarter, credits, month, false));
            Assert.Equal(other.Paid, one.Paid);
            (byCredit, byComponent) = (one.Account, other.Account);
        }
    }

    [Fact]
    public void A_late_return_within_the_quarter_corrects_what_was_paid_at_the_higher_rate()
    {
        // January: 100,000 at 3 % and 10,000 at 5 % are 3,500. In March 20,000 come back: 90,000 at 3 % are 2,700.
        var sale = AnyCreditedSales.Sale(1, new LocalDate(2026, 1, 20), 110_000m);
        var back = AnyCreditedSales.Sale(2, new LocalDate(2026, 3, 5), -20_000m, sale);
        SalesCredit[] credits = [Own(sale), Own(back).Following(sale)];
        var plan = Plan(s_plan.Components[0]);

        var january = Settle(AccountSample.Nothing, Quarter, credits, 1, byCredit: true, plan);
        var march = Settle(january.Account, Quarter, credits, 3, byCredit: true, plan);

        Assert.Equal(Cny(3_500m), january.Earned);
        Assert.Equal(Cny(-800m), march.Earned);
        Assert.Equal((Cny(-160m), Cny(640m)), (march.HeldBack, march.Account.Balances.Debit));
        Assert.Equal(Cny(0m), march.Paid);
    }

    private static CommissionSettlement Settle(
        CommissionAccount account, DateSpan period, SalesCredit[] credits, int month, bool byCredit, CommissionPlan? plan = null) =>
        account.Settle(Evaluate(period, credits, month, plan).ToEarnings(byCredit), AccountSample.Run(month), s_rules).Checked();

    // What is known at the end of the month.
    private static CommissionResult Evaluate(
        DateSpan period, IEnumerable<SalesCredit> credits, int month, CommissionPlan? plan = null)
    {
        var known = credits.Where(credit => credit.Date <= AccountSample.Month(month).End!.Value);
        return (plan ?? s_plan).Evaluate(period, s_terms, (plan ?? s_plan).Sum(period, known));
    }

    private static SalesCredit Own(SalesLine line) => SalesCredit.Of(line, Percentage.OneHundred, CreditKind.Direct, "own");
}
