using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Organization;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

public sealed class WhatATeamEarns
{
    private static readonly ActualRule s_invoiced = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced);

    // Role shares 3 : 2 : 1 times days present 90, 90 and 30 of a pool of 3 % of 333,333.33, which is 10,000.00.
    [Fact]
    public void A_pool_is_shared_by_role_and_days_present_to_the_cent()
    {
        var earned = Earned(Cumulative(CommissionRate.Flat(Percent(3))), 333_333.33m);

        var pool = CommissionPool.Of("team pool", earned, ("Lin", 3m * 90), ("Wu", 2m * 90), ("Gao", 1m * 30));

        Assert.Equal(Cny(10_000), earned.Earned);
        Assert.Equal([5_625m, 3_750m, 625m], pool.Members.Select(member => pool.ShareOf(member).Amount));
        Assert.Equal("CNY 10000.00: Lin CNY 5625.00, Wu CNY 3750.00, Gao CNY 625.00", pool.ToString());
        Assert.True(pool.Explain("Wu").IsVerified);
        Assert.Equal(
            CommissionEarning.Of("Representatives 2026", "team pool", Quarter, Cny(3_750)).ToString(), pool.EarningOf("Wu").ToString());
        Assert.Equal(180m, pool.WeightOf("Wu"));
    }

    [Property]
    public void Shares_sum_to_the_pool_whatever_the_weights(int cents, NonEmptyArray<byte> weights)
    {
        var earned = Earned(Cumulative(CommissionRate.Flat(Percent(3))), cents / 100m);
        var members = weights.Get.Select((weight, i) => (Member: i, Weight: (decimal)weight)).ToArray();
        members[0].Weight += 1m;

        var pool = CommissionPool.Of("pool", earned, members);

        Assert.Equal(earned.Earned, Money.Sum(Currency.CNY, pool.Members.Select(pool.ShareOf)));
        Tampering.IsNamed(pool.Explain(), weights.Get[0]);
        Assert.All(pool.Members.Where(member => pool.WeightOf(member) == 0m), member => Assert.True(pool.ShareOf(member).IsZero));
    }

    // Members settled in two runs of their own, and merged, are the run of all.
    [Property]
    public void Members_of_a_pool_settled_in_parts_are_the_whole(int cents, NonEmptyArray<byte> weights, int cut)
    {
        var earned = Earned(Cumulative(CommissionRate.Flat(Percent(3))), cents / 100m);
        var members = weights.Get.Select((weight, i) => (Member: i, Weight: (decimal)weight)).ToArray();
        members[0].Weight += 1m;
        var pool = CommissionPool.Of("pool", earned, members);
        var batch = PayoutBatch.Of(
            PayoutRun.Of(DateSpan.OfMonth(2026, 3), new LocalDate(2026, 4, 10)), PayoutRules.Of(Rounding.Commercial),
            pool.Members.Select(member => (member, pool.EarningOf(member))));
        var ledger = CommissionLedger.In<int>(Currency.CNY);

        var all = ledger.Settle(batch);
        bool IsFirst(int member) => member <= cut % members.Length;
        var (first, second) = (
            ledger.Settle(batch.Where(IsFirst)), ledger.Settle(batch.Where(member => !IsFirst(member))));
        Assert.Equal(all, second.Merge(first));
        Assert.Equal(all.Ledger, first.Merge(second).Ledger);
        Assert.Equal(earned.Earned, first.Earned + second.Earned);
        Assert.Equal(earned.Earned, all.Ledger.Balances.Earned);
    }

    [Fact]
    public void A_pool_that_makes_no_sense_is_refused_by_name()
    {
        var earned = Earned(Cumulative(CommissionRate.Flat(Percent(3))), 1_000);
        var unknown = Plan(Cumulative(CommissionRate.Flat(Percent(3))))
            .Evaluate(Quarter, CommissionTerms.None, CommissionFigures.None.With(Revenue, null));
        void Refused<T>(string parameter, Action action)
            where T : ArgumentException =>
            Assert.Equal(parameter, Assert.Throws<T>(action).ParamName);

        Refused<ArgumentException>("members", () => CommissionPool.Of("pool", earned, Array.Empty<(string, decimal)>()));
        Refused<ArgumentException>("members", () => CommissionPool.Of("pool", earned, ("A", 1m), ("A", 2m)));
        Refused<ArgumentException>("members", () => CommissionPool.Of("pool", earned, ("A", 0m)));
        Refused<ArgumentOutOfRangeException>("members", () => CommissionPool.Of("pool", earned, ("A", -1m)));
        Refused<ArgumentException>("earned", () => CommissionPool.Of("pool", unknown, ("A", 1m)));
        Refused<ArgumentException>("member", () => CommissionPool.Of("pool", earned, ("A", 1m)).ShareOf("B"));
    }

    // https://www.prowi.io/en/glossary/override-commission
    [Fact]
    public void COM_OVR_001_An_override_is_paid_on_what_rolls_up_and_counts_no_sale_twice()
    {
        string[] reps = ["R1", "R2", "R3", "R4", "R5"];
        decimal[] sold = [75_000m, 60_000m, 67_500m, 52_500m, 45_000m];
        var lines = sold.Select((net, i) => Sale(i + 1, new LocalDate(2026, 2, 1).PlusDays(i), net)).ToArray();
        var accounts = Assignments.Of(
            [.. reps.Select((rep, i) => Assignment.Of(new CustomerId("C-" + (char)('1' + i)), rep, DateSpan.Always))]);
        var credits = CreditRules.Of(Crediting.ByCustomer.Through(accounts))
            .WithRollUp(CreditRollUp.Through(Hierarchy.Of([.. reps.Select(rep => (rep, "manager"))])))
            .Credit(lines);
        var plan = Plan(
            Cumulative(CommissionRate.Flat(Percent(10))),
            CommissionComponent.Cumulative(
                "override", Invoiced(Currency.CNY).Counting(CreditKind.RollUp), CommissionRate.Flat(Percent(3))));
        CommissionResult Of(string payee) => plan.Evaluate(Quarter, CommissionTerms.None, plan.Sum(Quarter, credits.Of(payee)));

        var manager = Of("manager");

        Assert.Equal([7_500m, 6_000m, 6_750m, 5_250m, 4_500m], reps.Select(rep => Of(rep).Earned.Amount));
        Assert.Equal([2_250m, 1_800m, 2_025m, 1_575m, 1_350m], manager.Of("override").Credits.Select(credit => credit.Earned.Amount));
        Assert.Equal((Cny(9_000), Cny(0)), (manager.Earned, manager.Of(Revenue).Earned));

        var totals = credits.TotalsOf(s_invoiced, Quarter);
        Assert.Equal((Cny(300_000), Cny(300_000)), (totals.All.Known.Money, totals.Direct.Known.Money));
        var cost = CommissionCost.Of(totals.All.Known.Money, reps.Append("manager").Select(payee => (payee, Of(payee))));
        Assert.Equal((Cny(39_000), Percent(13)), (cost.Total, cost.CostOfSales));
    }

    // CNY 20 for each piece of P-9 that is sold from 10 to 20 March.
    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 60)]
    [InlineData(20, 60)]
    [InlineData(21, 0)]
    public void A_contest_pays_within_its_window_and_scope(int day, int earned)
    {
        var measure = CommissionMeasure
            .Of(ActualRule.OfUnits(UnitOfMeasure.Piece, Stage.Invoiced).Within(Scope.Everything.Only(new ProductId("P-9"))))
            .During(new DateSpan(new LocalDate(2026, 3, 10), new LocalDate(2026, 3, 20)));
        var plan = Plan(CommissionComponent.Cumulative("contest", measure, CommissionRate.PerUnit(Cny(20))));
        var date = new LocalDate(2026, 3, day);

        var credits = new[] { Sale(1, date, 300m, "P-9"), Sale(2, date, 500m, "P-1") }
            .Select(line => SalesCredit.Of(line, Percentage.OneHundred, CreditKind.Direct, "own"));

        Assert.Equal(Cny(earned), plan.Evaluate(Quarter, CommissionTerms.None, plan.Sum(Quarter, credits)).Earned);
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 100)]
    [InlineData(20, 100)]
    [InlineData(21, 0)]
    public void A_fixed_amount_for_each_deal_within_the_window(int day, int earned)
    {
        var window = new DateSpan(new LocalDate(2026, 3, 10), new LocalDate(2026, 3, 20));
        var plan = Plan(CommissionComponent.PerDeal("contest", Invoiced(Currency.CNY).During(window), CommissionRate.Fixed(Cny(50))));
        var date = new LocalDate(2026, 3, day);

        var credits = new[] { Sale(1, date, 300m), Sale(2, date, 500m) }
            .Select(line => SalesCredit.Of(line, Percentage.OneHundred, CreditKind.Direct, "own"));

        Assert.Equal(Cny(earned), plan.Evaluate(Quarter, CommissionTerms.None, plan.Sum(Quarter, credits)).Earned);
    }

    // Goals of 50 %, 30 % and 20 % of a target of 10,000, scored 100 %, 80 % and not at all.
    [Fact]
    public void Goals_with_weights_are_components_with_parts_of_the_target()
    {
        (string Goal, Percentage Weight)[] goals = [("launch", Percent(50)), ("hiring", Percent(30)), ("reports", Percent(20))];
        var plan = Plan([.. goals.Select(goal => CommissionComponent.OfGoal(goal.Goal, CommissionRate.Score(goal.Goal + " score")))]);
        var pay = TargetPay.Of(Cny(25_000), Percent(60), goals);

        var result = plan.Evaluate(
            Quarter, CommissionTerms.None.WithTargets(pay),
            CommissionFigures.None.WithFigure("launch score", Percent(100)).WithFigure("hiring score", Percent(80)));

        Assert.Equal([5_000m, 2_400m, null], result.Components.Select(component => component.Earned?.Amount));
        Assert.Equal("commission.figure-missing", result.Reasons.Single().Code);
    }

    private static SalesLine Sale(int number, LocalDate date, decimal net, string product = "P-1") => new SalesLineBuilder
    {
        Stage = Stage.Invoiced,
        Document = new DocumentId("SO-" + (char)('0' + number)),
        Line = 1,
        Date = date,
        Customer = new CustomerId("C-" + (char)('0' + number)),
        Product = new ProductId(product),
        Quantity = Quantity.Pieces(decimal.Truncate(net / 100m)),
        NetAmount = Cny(net),
        Tax = Cny(0),
    }.Build();
}
