using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>From what is paid to the credits and their tiers: what a statement and a settlement tell where the results are given.</summary>
[Properties(Arbitrary = [typeof(AnyCreditedSales)], MaxTest = 60)]
public sealed class LinesThroughTheirTiers
{
    private static readonly CommissionComponent s_graduated = CommissionComponent
        .Cumulative("revenue", Invoiced(Currency.CNY), CommissionRate.Graduated(Attained((0, 3), (100, 5), (120, 9))))
        .AgainstQuota(ZeroQuotaPolicy.PayNothing);

    private static readonly CommissionComponent s_flat =
        CommissionComponent.Cumulative("flat", Invoiced(Currency.CNY), CommissionRate.Flat(Percent(2)));

    private static readonly CommissionComponent s_capped = CommissionComponent
        .Cumulative("capped", Invoiced(Currency.CNY), CommissionRate.Graduated(Steps((0, 1), (20_000, 2)))).WithCap(Cny(900m));

    private static readonly CommissionTerms s_terms = CommissionTerms.None.WithQuota("revenue", Sold(100_000m));

    [Property]
    public void The_portions_of_credits_are_those_of_the_component(AnyCreditedSales sales)
    {
        var result = Evaluate(Plan(s_graduated), [.. sales.Of("A")], month: 6).Of("revenue");
        foreach (var credit in result.Credits)
            Assert.Equal(credit.Base.Money, Money.Sum(Currency.CNY, credit.Portions.Select(portion => portion.Base)));

        var told = result.Credits.SelectMany(credit => credit.Portions).ToLookup(portion => portion.Rate, portion => portion.Base);
        foreach (var portion in result.Portions)
            Assert.Equal(portion.Base, Money.Sum(Currency.CNY, told[portion.Rate]));

        Assert.Equal(
            result.Rated ?? Cny(0m),
            Money.Sum(Currency.CNY, result.Credits.SelectMany(credit => credit.Portions).Select(portion => portion.Result)));
    }

    [Fact]
    public void A_credit_goes_through_the_tiers_that_the_level_moves_through_with_it()
    {
        var (first, second) = (Own(1, 20, 80_000m), Own(2, 30, 60_000m));
        var returned = AnyCreditedSales.Sale(2, new LocalDate(2026, 2, 9), -10_000m, second.Sale);
        var back = SalesCredit.Of(returned, Whole, CreditKind.Direct, "own").Following(second.Sale!);
        var credits = Evaluate(Plan(s_graduated), [second, back, first], month: 3).Of("revenue").Credits;

        Assert.Equal(["80,000 at 3%", "20,000 at 3%, 20,000 at 5%, 20,000 at 9%", "-10,000 at 9%"], credits.Select(Told));
        Assert.Equal([2_400m, 3_400m, -900m], credits.Select(credit => credit.Earned.Amount));
    }

    [Fact]
    public void Without_tax_the_tiers_are_those_of_the_money_without_it()
    {
        var measure = CommissionMeasure.Of(ActualRule.OfCollections(Currency.CNY)).WithoutTax(Percent(13));
        var plan = Plan(CommissionComponent.Cumulative("cash", measure, CommissionRate.Graduated(Steps((0, 1), (100_000, 2)))));
        SalesCredit[] credits = [Received(1, 113_000m), Received(2, 11_300m)];

        var result = plan.Evaluate(Quarter, CommissionTerms.None, plan.Sum(Quarter, credits)).Of("cash");

        Assert.Equal(["100,000 at 1%", "10,000 at 2%"], result.Credits.Select(Told));
        Assert.Equal([1_000m, 200m], result.Credits.Select(credit => credit.Earned.Amount));
    }

    [Fact]
    public void What_a_threshold_or_a_cap_of_the_level_leaves_unpaid_is_in_no_tier()
    {
        var above = s_graduated.WithThreshold(CommissionThreshold.OfAttainment(Percent(50), ThresholdPay.AboveOnly));
        var capped = s_graduated.WithLevelCap(Percent(110));
        SalesCredit[] credits = [Own(1, 20, 80_000m), Own(2, 30, 60_000m)];

        Assert.Equal(
            ["30,000 at 3%", "20,000 at 3%, 20,000 at 5%, 20,000 at 9%"],
            Evaluate(Plan(above), credits, month: 3).Of("revenue").Credits.Select(Told));
        Assert.Equal(
            ["80,000 at 3%", "20,000 at 3%, 10,000 at 5%"], Evaluate(Plan(capped), credits, month: 3).Of("revenue").Credits.Select(Told));
        Assert.Equal("80,000 at 2%", Told(Evaluate(Plan(s_flat), credits, month: 3).Of("flat").Credits[0]));
    }

    [Property]
    public void Settlement_and_statement_go_on_to_the_facts_and_verify(AnyCreditedSales sales, PositiveInt tampered)
    {
        var plan = Plan(s_graduated, s_flat, s_capped).WithCap(Cny(6_000m));
        var account = AccountSample.Nothing;
        SalesCredit[] credits = [.. sales.Of("A")];
        for (var month = 1; month <= 3; month++)
        {
            var result = Evaluate(plan, credits, month);
            var settled = account.Settle(result.ToEarnings(byCredit: true), AccountSample.Run(month), s_rules);
            foreach (var explanation in new[]
                     {
                         settled.Explain(result), settled.Statement().With(result).Explain(),
                         settled.Account.Statement(AccountSample.Month(month)).With(result).Explain(),
                     })
            {
                Assert.True(explanation.IsVerified, string.Join("\n", explanation.Verify()) + "\n" + explanation);
                Assert.Equal(settled.Paid, explanation.Value);
            }

            Tampering.IsNamed(settled.Explain(result), tampered.Get);
            Tampering.IsNamed(settled.Statement().With(result).Explain(), tampered.Get);
            account = settled.Account;
        }
    }

    [Fact]
    public void From_what_is_paid_the_explanation_comes_to_line_component_tiers_and_credit()
    {
        var result = Evaluate(Plan(s_graduated.WithCap(Cny(4_000m))), [Own(1, 20, 80_000m), Own(2, 30, 60_000m)], month: 3);
        var settled = AccountSample.Nothing.Settle(result.ToEarnings(byCredit: true), AccountSample.Run(3), s_rules);

        var text = settled.Explain(result).ToString();
        string[] parts =
            ["earned: CNY 4000.00", "SO-1/1: CNY 1655.17", "at most the cap", "cap: CNY 4000", "CNY 20000.00 at 9% = CNY 1800.00"];
        foreach (var part in parts)
            Assert.Contains(part, text, StringComparison.Ordinal);

        // The component is told once, with the first of its lines.
        Assert.Equal(1, Count(settled.Explain(result), "at most the cap"));
        Assert.DoesNotContain("at most the cap", settled.Explain().ToString(), StringComparison.Ordinal);
        var other = Evaluate(Plan(s_graduated), [Own(1, 20, 80_000m)], month: 3);
        Assert.Equal(settled.Explain().ToString(), settled.Explain(other).ToString());
    }

    [Fact]
    public void A_line_of_the_statement_shows_its_tiers_where_one_rate_does_not_say_them()
    {
        var result = Evaluate(Plan(s_graduated, s_flat), [Own(1, 20, 80_000m), Own(2, 30, 60_000m)], month: 3);
        var settled = AccountSample.Nothing.Settle(result.ToEarnings(byCredit: true), AccountSample.Run(3), s_rules);

        var statement = settled.Statement().With(result);
        Assert.Contains(
            """
                2: 2026-01-30 SO-2/1, revenue, without tax: CNY 60000.00           3400.00
                  CNY 20000.00 at 3% is CNY 600.00
                  CNY 20000.00 at 5% is CNY 1000.00
                  CNY 20000.00 at 9% is CNY 1800.00
            """.Replace("\r\n", "\n"),
            statement.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, statement.PortionsOf(2).Count);
        Assert.Single(statement.PortionsOf(3));
        Assert.Empty(settled.Statement().PortionsOf(2));
        Assert.Throws<ArgumentOutOfRangeException>("entry", () => statement.PortionsOf(9));
    }

    [Property]
    public void The_portions_of_a_line_are_those_of_all_its_credits(AnyCreditedSales sales)
    {
        // Each line twice, so that a line has more than one credit.
        var both = CommissionComponent.Cumulative(
            "both", Invoiced(Currency.CNY).Counting(CreditKind.Direct, CreditKind.RollUp),
            CommissionRate.Graduated(Steps((0, 1), (9_000, 2))));
        SalesCredit[] credits = [.. sales.Of("A")];
        credits = [.. credits, .. credits.Select(each => SalesCredit.Of(each.Sale!, Whole, CreditKind.RollUp, "team"))];
        var result = Evaluate(Plan(both, s_flat), credits, month: 6);
        var statement = AccountSample.Nothing.Settle(result.ToEarnings(byCredit: true), AccountSample.Run(3), s_rules).Statement()
            .With(result);

        foreach (var entry in statement.Earnings.Where(entry => entry.Line is not null))
        {
            var told = result.Of(entry.Component!).Credits.Where(credit => credit.Credit.Line == entry.Line)
                .SelectMany(credit => credit.Portions).ToLookup(portion => portion.Rate, portion => portion.Base);
            var portions = statement.PortionsOf(entry.Number);
            Assert.Equal(told.Count, portions.Count);
            Assert.All(portions, portion => Assert.Equal(Money.Sum(Currency.CNY, told[portion.Rate]), portion.Base));
        }

        Assert.All(
            new[] { int.MinValue, 0, statement.Entries.Count + 1, int.MaxValue },
            number => Assert.Throws<ArgumentOutOfRangeException>("entry", () => statement.PortionsOf(number)));
    }

    [Fact]
    public void What_each_credit_earns_is_computed_once()
    {
        var result = Evaluate(Plan(s_flat), [Own(1, 20, 80_000m)], month: 3).Of("flat");
        Assert.Same(result.Credits, result.Credits);
    }

    private static readonly PayoutRules s_rules = PayoutRules.Of(Rounding.Commercial).WithHoldback(HoldbackRule.Of(Percent(20)));

    private static Percentage Whole => Percentage.OneHundred;

    private static int Count(Explanation explanation, string name) =>
        (explanation.Name == name ? 1 : 0) + explanation.Children.Sum(child => Count(child, name));

    private static string Told(CreditCommission credit) =>
        string.Join(
            ", ",
            credit.Portions.Select(portion =>
                portion.Base.Amount.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture) + " at " + portion.Rate));

    private static SalesCredit Own(int number, int day, decimal net) =>
        SalesCredit.Of(AnyCreditedSales.Sale(number, new LocalDate(2026, 1, day), net), Whole, CreditKind.Direct, "own");

    private static SalesCredit Received(int number, decimal amount) =>
        SalesCredit.Of(
            new CollectionLineBuilder
            {
                Document = new DocumentId("RC-" + AnyCreditedSales.Sale(number, new LocalDate(2026, 1, 1), 1m).Id.Document),
                Line = 1,
                Date = new LocalDate(2026, 1, number),
                Customer = new CustomerId("C-1"),
                Amount = new Money(amount, Currency.CNY),
            }.Build(),
            Whole, CreditKind.Direct, "own");

    private static CommissionResult Evaluate(CommissionPlan plan, SalesCredit[] credits, int month) =>
        plan.Evaluate(
            Quarter, plan.Components[0].ZeroQuota is null ? CommissionTerms.None : s_terms,
            plan.Sum(Quarter, credits.Where(credit => credit.Date <= AccountSample.Month(month).End!.Value)));
}
