using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using SalesDomain.Tests.Commissions.Bases;
using SalesDomain.Tests.Commissions.Settling;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

/// <summary>What late money costs (资金占用费) is taken from the commission: after the cap of the plan, rounded once.</summary>
public sealed class CostOfFundsInThePay
{
    private const string Funds = "cost of funds";

    private static readonly CostOfFunds s_bank = CostOfFunds.Of(Percent(6), DayCountBasis.Actual360, Rounding.Commercial);
    private static readonly SalesCredit s_late = Of(Receipt(33_900m, 75));

    private static readonly SalesCredit[] s_receipts =
        [Of(Receipt(113_000m, 0)), Of(Receipt(56_500m, 25)), s_late, Of(Receipt(22_600m, 120))];

    // Practice R-15: 3,200 by days late, less 33,900 × 75 × 6 % ÷ 360 = 423.75.
    [Fact]
    public void R_15_What_late_money_costs_is_taken_from_the_commission()
    {
        var result = Evaluate(Late().WithCostOfFunds(s_bank), s_bank.Charges([s_late]));

        Assert.Equal(Cny(3_200m), result.Of("collections").Earned);
        Assert.Equal(Cny(423.75m), result.CostOfFunds!.Amount);
        Assert.Equal(Cny(2_776.25m), result.Earned);
        Assert.True(result.IsComplete);
        Assert.Empty(result.Reasons);
        Assert.Equal("cost of funds: CNY 423.75", result.CostOfFunds.ToString());
        Assert.Empty(result.Explain().Verify());
        Assert.Equal(
            ["collections 3200.00", "cost of funds -423.75"],
            result.ToEarnings(byCredit: false).Select(earning => earning.Component + " " + earning.Amount.ToString()[4..]));

        var settled = AccountSample.Nothing.SettleTwice(
            result.ToEarnings(byCredit: false), AccountSample.Run(3), AccountSample.Plain);
        Assert.Equal(Cny(2_776.25m), settled.Paid);
        Assert.Equal(Cny(2_776.25m), settled.Explain(result).Value);
        Assert.Empty(settled.Explain(result).Verify());
        Assert.Contains("rate a year: 6%", settled.Explain(result).ToString(), StringComparison.Ordinal);
        Assert.Contains(Funds, settled.Statement().ToString(), StringComparison.Ordinal);
        Assert.Contains("-423.75", settled.Statement().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_receipts_are_summed_exactly_and_rounded_once()
    {
        var charges = s_bank.Charges(s_receipts);
        var result = Evaluate(Late().WithCostOfFunds(s_bank), charges);

        // 235.41666… + 423.75 + 452.00; a thousand charges of a third of a cent are not nothing.
        Assert.Equal(Cny(1_111.17m), result.CostOfFunds!.Amount);
        var small = Enumerable.Range(0, 1_000).Select(_ => Of(Receipt(2m, 10))).ToArray();
        Assert.Equal(Cny(0m), s_bank.Charge(small[0]).Value);
        Assert.Equal(Cny(3.33m), Evaluate(Late().WithCostOfFunds(s_bank), s_bank.Charges(small)).CostOfFunds!.Amount);
    }

    [Fact]
    public void It_makes_no_room_under_the_cap_of_the_plan()
    {
        var result = Evaluate(Late().WithCap(Cny(3_000m)).WithCostOfFunds(s_bank), s_bank.Charges([s_late]));

        Assert.Equal(Cny(2_576.25m), result.Earned);
        Assert.Equal(result, Evaluate(Late().WithCostOfFunds(s_bank).WithCap(Cny(3_000m)), s_bank.Charges([s_late])));
        Assert.Empty(result.Explain().Verify());
    }

    [Theory]
    [InlineData(10, "320.00", true)]
    [InlineData(20, "423.75", false)]
    [InlineData(0, "0.00", true)]
    public void At_most_a_share_of_what_is_earned_is_taken_where_the_plan_says_so(int share, string taken, bool isLimited)
    {
        var result = Evaluate(Late().WithCostOfFunds(s_bank, Percent(share)), s_bank.Charges([s_late]));

        Assert.Equal(Cny(Number(taken)), result.CostOfFunds!.Amount);
        Assert.Equal(Cny(423.75m), result.CostOfFunds.Charged);
        Assert.Equal(isLimited, result.Reasons.Any(reason => reason.Code == "commission.funds-limited"));
        Assert.Empty(result.Explain().Verify());
    }

    [Fact]
    public void Without_a_share_more_can_be_taken_than_is_earned_and_with_all_of_it_nothing_is_left()
    {
        var late = s_bank.Charges([Of(Receipt(1_000_000m, 300))]);

        Assert.True(Evaluate(Late().WithCostOfFunds(s_bank), late).Earned.IsNegative);
        Assert.Equal(Cny(0m), Evaluate(Late().WithCostOfFunds(s_bank, Percent(100)), late).Earned);

        // Of what is negative nothing more is taken.
        var back = Returned(s_late.Receipt!);
        var negative = Late().WithCostOfFunds(s_bank, Percent(100));
        var result = negative.Evaluate(
            Quarter, CommissionTerms.None,
            negative.Sum(Quarter, [Of(back).Following(s_late.Receipt!)]).WithCharges(late));
        Assert.True(result.Of("collections").Earned!.Value.IsNegative);
        Assert.Equal(Cny(0m), result.CostOfFunds!.Amount);
        Assert.Empty(result.Explain().Verify());
    }

    [Fact]
    public void What_is_not_stated_is_not_known_and_the_account_leaves_what_stands()
    {
        var plan = Late().WithCostOfFunds(s_bank);
        var march = Evaluate(plan, s_bank.Charges([s_late]));
        var unknown = Evaluate(plan, null);

        Assert.False(unknown.IsComplete);
        Assert.Equal(Cny(3_200m), unknown.Earned);
        Assert.Equal("commission.figure-missing (component cost of funds, figure cost of funds)", unknown.Reasons.Single().ToString());
        Assert.True(unknown.CostOfFunds!.Explain().IsVerified);
        Assert.Equal(Figure.Absent, unknown.CostOfFunds.Explain().Value);
        var account = AccountSample.Nothing.Settle(march.ToEarnings(byCredit: false), AccountSample.Run(3), AccountSample.Plain).Account;
        Assert.Empty(account.Settle(unknown.ToEarnings(byCredit: false), AccountSample.Run(4), AccountSample.Plain).Entries);

        Assert.True(Evaluate(plan.WithUnstatedFigures(UnstatedFigure.PaysNothing), null).IsComplete);
        var undated = Evaluate(plan, s_bank.Charges([Of(Receipt(10m, null))]));
        Assert.Equal(
            ["commission.unknown-charges", "commission.no-due-date"],
            undated.CostOfFunds!.Reasons.Select(reason => reason.Code));
        Assert.Null(undated.CostOfFunds.Amount);
        Assert.Null(undated.CostOfFunds.Charged);
        Assert.True(undated.CostOfFunds.Explain().IsVerified);
    }

    [Fact]
    public void A_share_of_what_is_not_known_is_not_known()
    {
        var plan = Late().WithCostOfFunds(s_bank, Percent(50));
        var result = plan.Evaluate(
            Quarter, CommissionTerms.None, CommissionFigures.None.With("collections", null).WithCharges(s_bank.Charges([s_late])));

        Assert.Null(result.CostOfFunds!.Amount);
        Assert.Equal(Cny(423.75m), result.CostOfFunds.Charged);
        Assert.Contains(result.Reasons, reason => reason.Code == "commission.share-of-unknown");
        Assert.True(result.CostOfFunds.Explain().IsVerified);
        Assert.True(result.Explain().IsVerified);
        Assert.All(result.ToEarnings(byCredit: false), earning => Assert.False(earning.IsKnown));
    }

    [Fact]
    public void Each_receipt_has_its_line_and_what_comes_back_in_a_later_period_is_given_back()
    {
        var plan = Late().WithCostOfFunds(s_bank);
        var figures = plan.Sum(Quarter, s_receipts).WithCharges(s_bank.Charges(s_receipts));
        var result = plan.Evaluate(Quarter, CommissionTerms.None, figures);
        var lines = result.ToEarnings(byCredit: true).Where(earning => earning.Component == Funds).ToList();

        Assert.Equal(
            new[] { s_receipts[1].Line, s_late.Line, s_receipts[3].Line }.OrderBy(line => line), lines.Select(line => line.Line!.Value));
        Assert.Equal(Cny(-1_111.17m), Money.Sum(Currency.CNY, lines.Select(line => line.Amount)));
        Assert.Equal(Cny(33_900m), lines.Single(line => line.Line == s_late.Line).Base!.Value.Money);

        var settled = AccountSample.Nothing.SettleTwice(result.ToEarnings(byCredit: true), AccountSample.Run(3), AccountSample.Plain);
        Assert.Equal(result.Earned, settled.Paid);
        Assert.Empty(settled.Explain(result).Verify());
        Assert.Equal(settled.Paid, settled.Explain(result).Value);

        // The cheque comes back within the measurement period: the charge is gone with the commission.
        SalesCredit[] back = [.. s_receipts, Of(Returned(s_late.Receipt!)).Following(s_late.Receipt!)];
        var again = plan.Evaluate(
            Quarter, CommissionTerms.None, plan.Sum(Quarter, back).WithCharges(s_bank.Charges(back)));
        Assert.Equal(Cny(687.42m), again.CostOfFunds!.Amount);
        var next = settled.Account.SettleTwice(again.ToEarnings(byCredit: true), AccountSample.Run(4), AccountSample.Plain);
        Assert.Equal(again.Earned - result.Earned, next.Account.Balances.Earned - settled.Account.Balances.Earned);
    }

    [Fact]
    public void Credits_outside_the_measurement_period_and_in_other_capacities_are_not_charged()
    {
        var plan = Late().WithCostOfFunds(s_bank);
        var april = plan.Evaluate(
            DateSpan.OfQuarter(2026, 2), CommissionTerms.None, CommissionFigures.None.WithCharges(s_bank.Charges([s_late])));
        Assert.Equal(Cny(0m), april.CostOfFunds!.Amount);

        var team = SalesCredit.Of(Receipt(33_900m, 75), Percentage.OneHundred, CreditKind.RollUp, "team");
        Assert.Empty(s_bank.Charges([team, Of(Sale(1m))]));
        Assert.Equal(Cny(423.75m), Assert.Single(s_bank.Charges([team], CreditKind.RollUp)).Value);
        Assert.Equal(
            Cny(423.75m),
            Evaluate(plan, [s_bank.Charge(Cny(33_900m), new LocalDate(2026, 1, 15), new LocalDate(2026, 3, 31))]).CostOfFunds!.Amount);
    }

    // A bill of 113,000, due on 1 March, received on the 20th, that is money on 20 June: 2 % of 100,000, less 111 days at 6 % ÷ 360.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_bill_is_charged_in_the_period_in_which_it_pays(bool isAtMostHalf)
    {
        var byMaturity = s_bank.WithBills(BillDay.OfMaturity);
        var plan = Plan(
            CommissionComponent.Cumulative(
                "collections",
                CommissionMeasure.Of(ActualRule.OfCollections(Currency.CNY).WithBills(BillDay.OfMaturity)).WithoutTax(Percent(13)),
                CommissionRate.Flat(Percent(2))));
        plan = isAtMostHalf ? plan.WithCostOfFunds(byMaturity, Percent(50)) : plan.WithCostOfFunds(byMaturity);
        var bill = Receipt(113_000m, null, line =>
            (line.Date, line.DueDate, line.Maturity, line.Instrument) =
                (new LocalDate(2026, 3, 20), new LocalDate(2026, 3, 1), new LocalDate(2026, 6, 20), Instrument.BankBill));
        CommissionResult Of(int quarter, CollectionLine receipt)
        {
            var (period, credits) = (DateSpan.OfQuarter(2026, quarter), new[] { Credited.Of(receipt) });
            return plan.Evaluate(
                period, CommissionTerms.None, plan.Sum(period, credits).WithCharges(byMaturity.Charges(credits)));
        }

        Assert.Equal(Cny(0m), Of(1, bill).Earned);
        Assert.Empty(Of(1, bill).CostOfFunds!.Charges);
        Assert.Equal(Cny(2_090.50m), Of(2, bill).CostOfFunds!.Charged);
        Assert.Equal(Cny(isAtMostHalf ? 1_000m : -90.50m), Of(2, bill).Earned);

        // Nor is a charge that is not known asked for before its day.
        var undated = bill.ToBuilder();
        undated.DueDate = null;
        Assert.True(Of(1, undated.Build()).IsComplete);
        Assert.False(Of(2, undated.Build()).IsComplete);
    }

    // 33,900, 75 days late: 2 % of 30,000 less 423.75.
    [Fact]
    public void What_if_charges_the_receipts_that_it_adds()
    {
        var plan = Plan(
                CommissionComponent.Cumulative(
                    "collections", Credited.Collected.WithoutTax(Percent(13)), CommissionRate.Flat(Percent(2))))
            .WithCostOfFunds(s_bank);
        SalesCredit[] first = [s_receipts[0]];
        CommissionResult Of(params SalesCredit[] credits) => plan.Evaluate(
            Quarter, CommissionTerms.None, plan.Sum(Quarter, credits).WithCharges(s_bank.Charges(credits)));

        var more = Of(first).WithCredits([s_late]);
        Assert.Equal(Cny(176.25m), more.Earned - Of(first).Earned);
        Assert.Equal(Of([.. first, s_late]), more);
        Assert.Empty(more.Explain().Verify());

        // In the capacities that are charged; where nothing is stated it stays not known.
        var team = SalesCredit.Of(Receipt(33_900m, 75), Percentage.OneHundred, CreditKind.RollUp, "team");
        Assert.Equal(Cny(0m), Of(first).WithCredits([team]).CostOfFunds!.Amount);
        var ofTeam = plan.Evaluate(
            Quarter, CommissionTerms.None, plan.Sum(Quarter, first).WithCharges(s_bank.Charges([team], CreditKind.RollUp)));
        Assert.Equal(Cny(423.75m), ofTeam.WithCredits([s_late]).CostOfFunds!.Amount);
        Assert.Null(plan.Evaluate(Quarter, CommissionTerms.None, plan.Sum(Quarter, first)).WithCredits([s_late]).CostOfFunds!.Amount);
    }

    [Fact]
    public void A_plan_says_what_it_takes()
    {
        var plan = Late().WithCostOfFunds(s_bank, Percent(20));

        Assert.Equal(
            "Late money costs you 6% a year of the amount with tax for each day it is late, year of Actual360; that is taken from what all "
            + "components pay together, at most 20% of it, and rounded once.",
            plan.Describe(CommissionTerms.None)[^1]);
        Assert.Contains("less cost of funds (6% a year", plan.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(Late(), Late().WithCostOfFunds(s_bank));
        Assert.NotEqual(plan, Late().WithCostOfFunds(s_bank));
        Assert.Equal(plan, Late().WithCostOfFunds(s_bank, Percent(20)));
        Assert.Equal((s_bank, Percent(20)), (plan.WithVersion("2").CostOfFunds, plan.WithVersion("2").CostOfFundsCap));
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var plan = Late().WithCostOfFunds(s_bank);
        var charges = s_bank.Charges([s_late]);
        var dear = CostOfFunds.Of(Percent(8), DayCountBasis.Actual360, Rounding.Commercial);

        Assert.Throws<ArgumentException>("figures", () => Evaluate(Late(), charges));
        Assert.Throws<ArgumentException>("figures", () => Evaluate(plan, dear.Charges([s_late])));
        Assert.Throws<CurrencyMismatchException>(
            () => Evaluate(plan, [s_bank.Charge(new Money(1m, Currency.USD), Day, Day.PlusDays(1))]));
        Assert.Throws<ArgumentException>("charges", () => CommissionFigures.None.WithCharges([.. charges, .. charges]));
        Assert.Throws<ArgumentOutOfRangeException>("atMost", () => plan.WithCostOfFunds(s_bank, Percent(101)));
        Assert.Throws<ArgumentOutOfRangeException>("atMost", () => plan.WithCostOfFunds(s_bank, Percent(-1)));
        Assert.Throws<ArgumentException>(
            "rule",
            () => Plan(CommissionComponent.OfGiven(Funds, Measure.Revenue, CommissionRate.Flat(Percent(1)))).WithCostOfFunds(s_bank));
    }

    [Property(MaxTest = 200)]
    public Property In_any_order_it_is_the_same_lines_sum_to_it_and_it_explains_itself() =>
        Prop.ForAll(
            AnyReceipts, Gen.Choose(0, 3).ToArbitrary(), Gen.Choose(0, 1_000).ToArbitrary(), (credits, cap, choice) =>
            {
                var plan = cap == 0 ? Late().WithCostOfFunds(s_bank) : Late().WithCostOfFunds(s_bank, Percent(cap * 10));
                CommissionResult By(IEnumerable<SalesCredit> some) => plan.Evaluate(
                    Quarter, CommissionTerms.None, plan.Sum(Quarter, some).WithCharges(s_bank.Charges(some)));

                var result = By(credits);
                Assert.Equal(result.CostOfFunds!.Amount, By(credits.Reverse()).CostOfFunds!.Amount);
                Tampering.IsNamed(result.Explain(), choice);
                Assert.Empty(result.CostOfFunds.Explain().Verify());
                var earnings = result.ToEarnings(byCredit: true).Where(earning => earning.Component == Funds).ToList();
                if (result.CostOfFunds.Amount is not { } amount)
                {
                    Assert.False(Assert.Single(earnings).IsKnown);
                    return;
                }

                Assert.Equal(-amount, Money.Sum(Currency.CNY, earnings.Select(earning => earning.Amount)));
                Assert.Equal(
                    earnings.Select(earning => (earning.Line, earning.Amount)),
                    By(credits.Reverse()).ToEarnings(byCredit: true).Where(earning => earning.Component == Funds)
                        .Select(earning => (earning.Line, earning.Amount)));
                if (!result.IsComplete)
                    return;

                var settled = AccountSample.Nothing.Settle(result.ToEarnings(byCredit: true), AccountSample.Run(3), AccountSample.Plain);
                Tampering.IsNamed(settled.Explain(result), choice);
            });

    private static CommissionPlan Late() =>
        Plan(
            CommissionComponent.Cumulative(
                "collections", Credited.Collected.WithLateness(Lateness).WithoutTax(Percent(13)), CommissionRate.Flat(Percent(2))));

    private static CommissionResult Evaluate(CommissionPlan plan, IEnumerable<FundsCharge>? charges)
    {
        var figures = plan.Sum(Quarter, s_receipts);
        return plan.Evaluate(Quarter, CommissionTerms.None, charges is null ? figures : figures.WithCharges(charges));
    }
}
