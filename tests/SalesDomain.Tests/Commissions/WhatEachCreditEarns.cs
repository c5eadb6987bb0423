using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

[Properties(Arbitrary = [typeof(AnyCreditedSales)], MaxTest = 200)]
public sealed class WhatEachCreditEarns
{
    private static readonly CommissionTerms s_terms =
        CommissionTerms.None.WithQuota("revenue", Sold(100_000m)).WithQuota("bonus", Sold(100_000m)).WithTarget("bonus", Cny(5_000m))
            .WithRate("own", Percent(1.5m));

    private static readonly CommissionPlan s_plan = Plan(
        CommissionComponent.Cumulative("revenue", Invoiced(Currency.CNY), CommissionRate.Graduated(Attained((0, 3), (100, 5), (120, 9))))
            .AgainstQuota(ZeroQuotaPolicy.PayNothing),
        CommissionComponent.Cumulative(
                "bonus", Invoiced(Currency.CNY),
                CommissionRate.TargetCurve(PayoutCurve.Rising((0m, 0m), (100m, 100m)).FlatAbove().FlatBelow()))
            .AgainstQuota(ZeroQuotaPolicy.PayNothing).WithFloor(Cny(100m)),
        CommissionComponent.PerDeal("deal", Invoiced(Currency.CNY), CommissionRate.AllUnits(Steps((0, 1), (20_000, 2)))),
        CommissionComponent.PerDeal("own", Invoiced(Currency.CNY), CommissionRate.Individual),
        CommissionComponent.Cumulative("override", Invoiced(Currency.CNY).Counting(CreditKind.RollUp), CommissionRate.Flat(Percent(0.5m)))
            .WithCap(Cny(1_000m)));

    // Oracle's step-rate page: 1 % to 1,000, 2 % to 3,000, 3 % to 8,000, 5 % above.
    [Fact]
    public void COM_TIER_014_Each_transaction_moves_through_its_tiers_and_the_total_is_that_of_every_order()
    {
        var amounts = new[] { 200m, 300m, 1_500m, 1_200m, 2_000m, 4_500m };
        var plan = Plan(Cumulative(CommissionRate.Graduated(Steps((0, 1), (1_000, 2), (3_000, 3), (8_000, 5)))));

        var perTransaction = Of(plan, amounts).Of(Revenue).Credits;

        Assert.Equal([2m, 3m, 25m, 26m, 60m, 169m], perTransaction.Select(credit => credit.Earned.Amount));
        Assert.All(perTransaction, credit => Assert.True(credit.Explain().IsVerified));
        foreach (var order in Permutations(amounts))
        {
            var result = Of(plan, order);
            Assert.Equal(Cny(285m), result.Earned);
            Assert.Equal(Cny(285m), Money.Sum(Currency.CNY, result.Of(Revenue).Credits.Select(credit => credit.Earned)));
        }
    }

    [Property]
    public void Credits_and_the_rest_sum_to_what_is_earned_to_the_cent(AnyCreditedSales sales)
    {
        foreach (var payee in new[] { "A", "B", "M" })
        {
            foreach (var component in Evaluate(sales.Of(payee)).Components)
            {
                var credits = component.Credits;
                Assert.Equal(
                    component.Earned, Money.Sum(Currency.CNY, credits.Select(credit => credit.Earned)) + component.Unattributed);
                Assert.All(credits, credit => Assert.Empty(credit.Explain().Verify()));
                Assert.Empty(component.Explain().Verify());
                Assert.Empty(component.ExplainBase().Verify());
                Assert.Empty(component.ExplainLevel().Verify());
                Assert.Equal(component.Base!.Value.Value, component.ExplainBase().Value);
                Assert.Equal(credits.Count, component.Base.Value.IsZero ? credits.Count : component.ExplainBase().Children.Count);
            }
        }
    }

    [Fact]
    public void A_return_gives_back_what_its_sale_was_given_and_no_later_sale_pays_for_it()
    {
        // 3 % to 1,000 and 5 % above: A fills the first step, B lies above it; when A comes back B lies in the first.
        var (a, b) = (Sale(1, 5, 1_000m), Sale(2, 6, 200m));
        var back = AnyCreditedSales.Sale(3, new LocalDate(2026, 2, 1), -1_000m, a);
        var plan = Plan(Cumulative(CommissionRate.Graduated(Steps((0, 3), (1_000, 5)))));

        var sold = plan.Evaluate(Quarter, CommissionTerms.None, plan.Sum(Quarter, [Own(a), Own(b)])).Of(Revenue);
        var returned = plan.Evaluate(
            Quarter, CommissionTerms.None, plan.Sum(Quarter, [Own(a), Own(b), Own(back).Following(a)])).Of(Revenue);

        Assert.Equal([30m, 10m], sold.Credits.Select(credit => credit.Earned.Amount));
        Assert.Equal([30m, -30m, 6m], returned.Credits.Select(credit => credit.Earned.Amount));
    }

    [Fact]
    public void The_earning_of_a_return_says_what_it_follows_and_that_of_a_component_which_returns_are_in_it()
    {
        var (a, b) = (Sale(1, 5, 1_000m), Sale(2, 6, 200m));
        var back = AnyCreditedSales.Sale(3, new LocalDate(2026, 2, 1), -1_000m, a);
        var plan = Plan(Cumulative(CommissionRate.Graduated(Steps((0, 3), (1_000, 5)))));
        var result = plan.Evaluate(Quarter, CommissionTerms.None, plan.Sum(Quarter, [Own(a), Own(b), Own(back).Following(a)]));

        Assert.Equal(
            [(a.Id, null), (back.Id, a.Id), (b.Id, null)],
            result.ToEarnings(byCredit: true).Select(each => (each.Line!.Value, each.Original)));
        Assert.All(result.ToEarnings(byCredit: true), each => Assert.Empty(each.Included));
        Assert.Equal([back.Id], Assert.Single(result.ToEarnings(byCredit: false)).Included);
    }

    [Property]
    public void A_line_that_was_paid_keeps_its_cents_when_others_come_after_it(AnyCreditedSales sales)
    {
        var plan = Plan(
            CommissionComponent.Cumulative("revenue", Invoiced(Currency.CNY), CommissionRate.Graduated(Steps((0, 3), (50_000, 5)))),
            CommissionComponent.PerDeal("own", Invoiced(Currency.CNY), CommissionRate.Flat(Percent(1.25m))));
        SalesCredit[] credits = [.. sales.Of("A").Where(credit => credit.Original is null).OrderBy(credit => credit.Date)];
        SalesCredit[] before = [.. credits.Where(credit => credit.Date < new LocalDate(2026, 2, 10))];

        var (early, late) = (Earned(plan, before), Earned(plan, credits));

        Assert.All(early, each => Assert.Equal(each.Value, late[each.Key]));

        static Dictionary<(string, LineId), Money> Earned(CommissionPlan plan, SalesCredit[] credits) =>
            plan.Evaluate(Quarter, CommissionTerms.None, plan.Sum(Quarter, credits)).Components
                .SelectMany(component => component.Credits.Select(credit => (component.Component.Name, credit)))
                .ToDictionary(each => (each.Name, each.credit.Credit.Line), each => each.credit.Earned);
    }

    [Fact]
    public void An_order_invoiced_in_parts_is_one_deal()
    {
        SalesCredit[] credits = [Own(Part(1, 12_000m)), Own(Part(2, 12_000m)), Own(Sale(3, 5, 12_000m))];
        var plan = Plan(PerDeal(CommissionRate.AllUnits(Steps((0, 1), (20_000, 2)))));

        var result = plan.Evaluate(Quarter, CommissionTerms.None, plan.Sum(Quarter, credits)).Of(Revenue);

        Assert.Equal(["SO-3", "SO-9"], result.Deals.Select(deal => deal.Figures.Deal.ToString()).OrderBy(text => text));
        Assert.Equal(Cny(480m + 120m), result.Earned);

        static SalesLine Part(int number, decimal net)
        {
            var builder = AnyCreditedSales.Builder(number, new LocalDate(2026, 1, 5), net);
            builder.OrderLine = new LineId(new DocumentId("SO-9"), 1);
            return builder.Build();
        }
    }

    [Fact]
    public void A_credit_that_comes_twice_is_refused_by_its_line()
    {
        SalesCredit[] credits = [Own(Sale(1, 5, 100m)), Own(Sale(1, 5, 100m))];

        var exception = Assert.Throws<ArgumentException>(() => s_plan.Sum(Quarter, credits));

        Assert.Equal(nameof(credits), exception.ParamName);
        Assert.Contains("SO-1/1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_streamed_is_not_told_by_credit()
    {
        var figures = s_plan.Figures<string>(Quarter);
        figures.Add("A", Own(Sale(1, 5, 100m)));
        var result = s_plan.Evaluate(Quarter, s_terms, figures.Of("A"));

        Assert.Throws<InvalidOperationException>(() => result.ToEarnings(byCredit: true));
        Assert.Equal(5, result.ToEarnings(byCredit: false).Count);
    }

    [Property]
    public void Earnings_sum_to_what_is_earned_told_by_credit_or_not(AnyCreditedSales sales)
    {
        var result = Evaluate(sales.Of("A"));

        foreach (var byCredit in new[] { true, false })
        {
            var earnings = result.ToEarnings(byCredit);
            Assert.Equal(result.Earned, Money.Sum(Currency.CNY, earnings.Select(earning => earning.Amount)));
            Assert.Equal(earnings.Count, earnings.Select(earning => (earning.Component, earning.Line)).Distinct().Count());
        }

        Assert.All(result.ToEarnings(byCredit: false), earning => Assert.Null(earning.Line));
    }

    [Property]
    public void Streamed_in_parts_it_is_the_same_as_kept(AnyCreditedSales sales)
    {
        var (one, other) = (s_plan.Figures<string>(Quarter), s_plan.Figures<string>(Quarter));
        for (var i = 0; i < sales.Credits.Count; i++)
            (i % 3 == 0 ? one : other).Add(sales.Credits[i].Payee, sales.Credits[i].Credit);
        one.Add(other);

        foreach (var payee in new[] { "A", "B", "M", "nobody" })
        {
            var kept = Evaluate(sales.Of(payee));
            var streamed = s_plan.Evaluate(Quarter, s_terms, one.Of(payee));

            Assert.Equal(kept.Components.Select(component => component.Earned), streamed.Components.Select(component => component.Earned));
        }
    }

#if NET
    [Fact]
    public void A_streamed_credit_takes_no_memory()
    {
        SalesLine[] lines = [.. Enumerable.Range(0, 500).Select(i =>
            AnyCreditedSales.Sale(i, new LocalDate(2026, 1, 1).PlusDays(i % 100), 100m + i))];
        var plan = Plan([.. s_plan.Components.Where(component => component.Accumulation == CommissionAccumulation.Cumulative)]);
        var figures = plan.Figures<string>(Quarter);
        Add();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Add();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(allocated < 500, "500 credits more took " + allocated + " bytes.");

        void Add()
        {
            foreach (var line in lines)
                figures.Add("A", line, original: null, Percentage.FromPercent(60m), CreditKind.Direct);
        }
    }
#endif

    [Property]
    public void The_order_of_credits_does_not_matter(AnyCreditedSales sales)
    {
        var credits = sales.Of("A").ToArray();

        Assert.Equal(Evaluate(credits), Evaluate(credits.Reverse()));
        Assert.Equal(
            Evaluate(credits).Of("revenue").Credits.Select(credit => credit.Earned),
            Evaluate(credits.OrderBy(credit => credit.Share)).Of("revenue").Credits.Select(credit => credit.Earned));
    }

    // Refunds paid as gains: OCA #55, #56, #652; ADempiere #1628 (pitfall 1). Original and credit note unlike: OCA #463, #503 (pitfall 2).
    [Property]
    public void What_is_wholly_taken_back_was_never_sold(AnyCreditedSales sales)
    {
        var credits = sales.Of("A").ToArray();
        var back = credits.Where(credit => credit.Original is not null).ToArray();
        var gone = back.Where(credit => credit.Sale!.NetAmount == -credit.Original!.NetAmount)
            .Select(credit => credit.Original!.Id).ToList();
        var without = credits.Where(credit => !gone.Contains(credit.Original?.Id ?? credit.Line));

        var (all, left) = (Evaluate(credits), Evaluate(without));

        foreach (var component in all.Components)
            Assert.Equal(left.Of(component.Component.Name).Earned, component.Earned);
    }

    [Fact]
    public void A_settlement_of_refunds_alone_is_a_claim_and_no_payment()
    {
        var sale = AnyCreditedSales.Sale(1, new LocalDate(2026, 1, 5), 100m);
        var refund = Own(AnyCreditedSales.Sale(2, new LocalDate(2026, 1, 9), -100m, sale)).Following(sale);
        var plan = Plan(Cumulative(CommissionRate.Flat(Percent(10))));

        var result = plan.Evaluate(Quarter, CommissionTerms.None, plan.Sum(Quarter, [refund]));

        Assert.Equal(Cny(-10m), result.Earned);
        Assert.Equal(Cny(-10m), result.Of(Revenue).Credits.Single().Earned);
    }

    [Fact]
    public void What_was_sold_before_the_period_is_taken_back_outside_it()
    {
        var sale = AnyCreditedSales.Sale(1, new LocalDate(2025, 12, 30), 100m);
        var refund = Own(AnyCreditedSales.Sale(2, new LocalDate(2026, 1, 9), -100m, sale));
        var plan = Plan(Cumulative(CommissionRate.Flat(Percent(10))));

        Assert.Equal(Cny(0m), plan.Evaluate(Quarter, CommissionTerms.None, plan.Sum(Quarter, [refund.Following(sale)])).Earned);
        Assert.Equal(Cny(-10m), plan.Evaluate(Quarter, CommissionTerms.None, plan.Sum(Quarter, [refund])).Earned);
    }

    private static CommissionResult Evaluate(IEnumerable<SalesCredit> credits) =>
        s_plan.Evaluate(Quarter, s_terms, s_plan.Sum(Quarter, credits));

    private static CommissionResult Of(CommissionPlan plan, IEnumerable<decimal> amounts) =>
        plan.Evaluate(
            Quarter, CommissionTerms.None,
            plan.Sum(
                Quarter,
                amounts.Select((amount, i) => Own(AnyCreditedSales.Sale(i + 1, new LocalDate(2026, 1, 5), amount)))));

    private static SalesLine Sale(int number, int day, decimal net) => AnyCreditedSales.Sale(number, new LocalDate(2026, 1, day), net);

    private static SalesCredit Own(SalesLine line) => SalesCredit.Of(line, Percentage.OneHundred, CreditKind.Direct, "own");

    private static IEnumerable<decimal[]> Permutations(decimal[] amounts) =>
        amounts.Length < 2 ? [amounts]
            : Enumerable.Range(0, amounts.Length).SelectMany(i =>
                Permutations([.. amounts.Where((_, j) => j != i)]).Select(rest => rest.Prepend(amounts[i]).ToArray()));
}
