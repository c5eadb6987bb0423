using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using SalesDomain.Tests.Commissions.Bases;
using SalesDomain.Tests.Commissions.Settling;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

/// <summary>
/// The worked figures of practice by their numbers, from the facts through plan and account, and pitfall 6 where pay is split.
/// </summary>
public sealed class FiguresOfPractice
{
    private static readonly CommissionRate s_two = CommissionRate.Flat(Percent(2));

    [Fact]
    public void R_15_Collections_are_paid_by_days_late_less_the_cost_of_funds()
    {
        SalesCredit[] receipts =
        [
            Of(Receipt(113_000m, 0)), Of(Receipt(56_500m, 25)), Of(Receipt(33_900m, 75)), Of(Receipt(22_600m, 120)),
        ];
        var bank = CostOfFunds.Of(Percent(6), DayCountBasis.Actual360, Rounding.Commercial);
        var inTime = Plan(CommissionComponent.Cumulative("collections", Credited.Collected.WithoutTax(Percent(13)), s_two));
        var late = Plan(
            CommissionComponent.Cumulative("collections", Credited.Collected.WithLateness(Lateness).WithoutTax(Percent(13)), s_two));

        CommissionResult By(CommissionPlan plan, params FundsCharge[] charges)
        {
            var figures = plan.Sum(Quarter, receipts);
            return plan.Evaluate(Quarter, CommissionTerms.None, charges.Length == 0 ? figures : figures.WithCharges(charges));
        }

        Assert.Equal(Cny(4_000m), By(inTime).Earned);
        Assert.Equal(Cny(3_200m), By(late).Earned);
        Assert.Equal(
            [Cny(2_000m), Cny(900m), Cny(300m), Cny(0m)], By(late).Of("collections").Credits.Select(credit => credit.Earned));

        var less = By(late.WithCostOfFunds(bank), bank.Charge(receipts[2]));
        Assert.Equal((Cny(423.75m), Cny(2_776.25m)), (less.CostOfFunds!.Amount, less.Earned));
        Assert.Equal(
            Cny(2_776.25m),
            AccountSample.Nothing.SettleTwice(less.ToEarnings(byCredit: true), AccountSample.Run(3), AccountSample.Plain).Paid);
    }

    [Theory]
    [InlineData("53191.49", "940.00")]
    [InlineData("50000", "1000.00")]
    [InlineData("48000", "1000.00")]
    public void R_16_Below_the_standard_price_less_is_paid_and_special_prices_have_a_rate_of_their_own(string list, string paid)
    {
        ActualRule Sold(Scope scope) => ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced).Within(scope);
        var plan = Plan(
            CommissionComponent.Cumulative(
                "standard",
                CommissionMeasure.Of(Sold(Scope.Everything.Except(PriceKind.Special))).WithPriceCoefficient(Rounding.Commercial), s_two),
            CommissionComponent.Cumulative(
                "special", CommissionMeasure.Of(Sold(Scope.Everything.Only(PriceKind.Special))), CommissionRate.Flat(Percent(0.5m))));
        SalesCredit[] credits =
        [
            Of(Sale(50_000m, Number(list))), Of(Sale(9_000m, 10_000m, change: line => line.PriceKind = PriceKind.Special)),
        ];
        var result = plan.Evaluate(Quarter, CommissionTerms.None, plan.Sum(Quarter, credits));

        Assert.Equal(Cny(Number(paid)), result.Of("standard").Earned);
        Assert.Equal(Cny(45m), result.Of("special").Earned);
        Assert.Empty(result.Explain().Verify());
    }

    [Theory]
    [InlineData("98", "7680")]
    [InlineData("97.99", "6144")]
    [InlineData("95", "6144")]
    [InlineData("89.99", "0")]
    public void R_17_A_fifth_of_each_month_is_held_and_the_collection_of_the_year_releases_it(string collected, string released)
    {
        var plan = Plan(CommissionComponent.Cumulative("collections", Credited.Collected.WithoutTax(Percent(13)), s_two));
        var rules = AccountSample.Plain.WithHoldback(
            HoldbackRule.Of(Percent(20)).WithRelease(
                StepSchedule.From((Percent(0), Percent(0)), (Percent(95), Percent(80)), (Percent(98), Percent(100)))));
        var account = AccountSample.Nothing;
        foreach (var month in Enumerable.Range(1, 12))
        {
            var period = DateSpan.OfMonth(2026, month);
            var receipt = Of(Receipt(180_800m, 0, line => line.Date = period.Start));
            var earned = plan.Evaluate(period, CommissionTerms.None, plan.Sum(period, [receipt])).ToEarnings(byCredit: true);
            var settled = account.SettleTwice(earned, AccountSample.Run(month), rules);
            Assert.Equal((Cny(3_200m), Cny(640m), Cny(2_560m)), (settled.Earned, settled.HeldBack, settled.Paid));
            account = settled.Account;
        }

        Assert.Equal(Cny(7_680m), account.Balances.HeldBack);
        var run = PayoutRun.Of(DateSpan.OfMonth(2027, 1), new LocalDate(2027, 2, 1))
            .WithHoldbackFigure(DateSpan.OfYear(2026), Percent(Number(collected)));
        Assert.Equal(Cny(Number(released)), account.SettleTwice([], run, rules).Released);
    }

    [Theory]
    [InlineData("8000", "1600", "1400")]
    [InlineData("2900", "410", "2590")]
    [InlineData("2490", "0", "3000")]
    public void R_18_No_more_is_deducted_than_a_fifth_of_the_wage_nor_below_the_minimum_and_the_rest_is_carried(
        string wage, string deducted, string carried)
    {
        var cap = DeductionCap.Of(Percent(20)).WithMinimumWage(Cny(2_490m));
        var rules = AccountSample.Plain.WithDebitRecovery(DebitRecoveryRule.FromCommissions.WithDeduction(cap));
        var due = AccountSample.Nothing.SettleTwice(
            [AccountSample.Earned(AccountSample.Month(1), -3_000m)], AccountSample.Run(1), AccountSample.Plain).Account;
        var settled = due.SettleTwice([], AccountSample.Run(2).WithFixedPay(Cny(Number(wage))), rules);

        Assert.Equal(Cny(Number(deducted)), cap.Limit(Cny(3_000m), Cny(Number(wage))));
        Assert.Equal(Cny(Number(deducted)), settled.Deducted);
        Assert.Equal(Cny(Number(carried)), settled.Account.Balances.Debit);
    }

    // Pitfall 6, rounding on both sides of a split: 6.45 gave 1.93 + 4.51 (getdokan/dokan #3324), 1.00 in three parts 0.99 (spliit #374),
    // and a distribution of 1,000 paid 1,000.02 (valnet/valuenetwork #328).
    [Theory]
    [InlineData("6.45", "30,70")]
    [InlineData("1.00", "1,1,1")]
    [InlineData("1000", "1,1,1,1,1,1,1")]
    [InlineData("-6.45", "30,70")]
    [InlineData("0.01", "1,1,1")]
    public void Pitfall_6_A_split_of_pay_sums_to_what_is_split(string amount, string weights)
    {
        (int Member, decimal Weight)[] parts = [.. weights.Split(',').Select((weight, i) => (i, Number(weight)))];
        var whole = Cny(Number(amount));
        var plan = Plan(Cumulative(CommissionRate.Flat(Percent(10))));

        // A pool among its members.
        var pool = CommissionPool.Of(
            "pool", plan.Evaluate(Quarter, CommissionTerms.None, Figures(10m * whole.Amount)), parts);
        Assert.Equal(whole, pool.Earned.Earned);
        Assert.Equal(whole, Money.Sum(Currency.CNY, parts.Select(part => pool.ShareOf(part.Member))));

        // A component among its credits, and what is taken for late money among its receipts.
        var all = parts.Sum(part => part.Weight);
        SalesCredit[] credits = [.. parts.Select(part => Of(Sale(10m * whole.Amount), part.Weight / all))];
        var result = plan.Evaluate(Quarter, CommissionTerms.None, plan.Sum(Quarter, credits));
        Assert.Equal(whole, result.Earned);
        Assert.Equal(whole, Money.Sum(Currency.CNY, result.ToEarnings(byCredit: true).Select(earning => earning.Amount)));

        // A cap of the plan among its components.
        if (whole.IsNegative)
            return;

        CommissionComponent[] components =
        [
            .. parts.Select(part => CommissionComponent.OfGiven(
                "c" + part.Member, Measure.Revenue, CommissionRate.Flat(Percent(part.Weight)))),
        ];
        var capped = Plan(components).WithCap(whole);
        var shared = capped.Evaluate(
            Quarter, CommissionTerms.None,
            components.Aggregate(CommissionFigures.None, (figures, component) => figures.With(component.Name, Sold(1_000_000m))));
        Assert.Equal(whole, shared.Earned);
        Assert.Equal(whole, Money.Sum(Currency.CNY, shared.Components.Select(component => component.Earned!.Value)));
    }

    [Fact]
    public void Pitfall_6_Six_forty_five_is_1_94_and_4_51_or_1_93_and_4_52_and_never_6_44()
    {
        var team = Plan(Cumulative(CommissionRate.Flat(Percent(10)))).Evaluate(Quarter, CommissionTerms.None, Figures(64.50m));
        var pool = CommissionPool.Of("pool", team, ("partner", 30m), ("house", 70m));

        Assert.Equal([Cny(1.94m), Cny(4.51m)], new[] { "partner", "house" }.Select(pool.ShareOf));
        Assert.Equal([Cny(4.52m), Cny(1.93m)], new[] { "house", "partner" }.Select(
            CommissionPool.Of("pool", team, ("house", 70m), ("partner", 30m)).ShareOf));
    }
}
