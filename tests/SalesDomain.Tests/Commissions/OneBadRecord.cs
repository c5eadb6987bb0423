using System;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Organization;
using SalesDomain.Quotas;
using SalesDomain.Tests.Commissions.Settling;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

/// <summary>A record that leaves something open is refused by its name, and stops nobody else's pay.</summary>
public sealed class OneBadRecord
{
    private static readonly LocalDate s_day = new(2026, 2, 3);

    private static readonly ActualRule s_ordered = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Ordered);

    private static readonly CreditRules<string> s_rules = CreditRules.Of(Crediting.ByCustomer.Through(Assignments.Of(
        Assignment.Of(new CustomerId("A"), "Lin", DateSpan.Always), Assignment.Of(new CustomerId("B"), "Wu", DateSpan.Always),
        Assignment.Of(new CustomerId("B"), "Gao", DateSpan.From(s_day)))));

    [Fact]
    public void Two_holders_of_one_customer_are_credited_with_nothing_from_the_day_on_which_they_overlap_and_named()
    {
        var credits = s_rules.Credit(
        [
            Sold("SO-1", "A", s_day, Cny(1_000)), Sold("SO-2", "B", s_day.PlusDays(-1), Cny(1_000)), Sold("SO-3", "B", s_day, Cny(1_000)),
        ]);

        Assert.Equal(["SO-1/1"], credits.Of("Lin").Select(credit => credit.Line.ToString()));
        Assert.Equal(["SO-2/1"], credits.Of("Wu").Select(credit => credit.Line.ToString()));
        Assert.Empty(credits.Of("Gao"));

        var refused = Assert.Single(credits.OverAssigned);
        Assert.Equal("SO-3/1", refused.Line.ToString());
        Assert.All(new[] { "Wu", "Gao" }, holder => Assert.Contains(holder, refused.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_sale_whose_currency_has_no_rate_on_its_day_is_named_and_pays_once_the_rate_is_there()
    {
        SalesLine[] sales = [Sold("SO-1", "A", s_day, Usd(1_000)), Sold("SO-2", "B", s_day.PlusDays(-1), Cny(1_000))];
        var credits = s_rules.Credit(sales);

        var late = Paid(s_day.PlusDays(1), "Lin");
        Assert.Equal((Cny(0), 0), (late.Paid, late.Entries.Count));
        Assert.Contains(
            late.Reasons, reason => reason.Code == "commission.no-exchange-rate" && reason.Find("line") == (Figure)"SO-1/1");
        Assert.Equal(Cny(30), Paid(s_day.PlusDays(1), "Wu").Paid);

        // 3 % of 7,000.
        Assert.Equal(Cny(210), Paid(s_day, "Lin").Paid);

        CommissionSettlement Paid(LocalDate firstRate, string payee)
        {
            var rates = ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7m, firstRate));
            var plan = Plan(CommissionComponent.Cumulative(
                Revenue,
                CommissionMeasure.Of(s_ordered.WithRates(rates, Rounding.Commercial)), CommissionRate.Flat(Percent(3))));
            var result = plan.Evaluate(Quarter, CommissionTerms.None, plan.Sum(Quarter, credits.Of(payee)));
            return AccountSample.Nothing.SettleTwice(result.ToEarnings(byCredit: true), AccountSample.Run(2), AccountSample.Plain);
        }
    }

    // A rule without any rates was never meant for dollars: the record is an error, and says which it is.
    [Fact]
    public void A_sale_in_another_currency_than_a_rule_without_rates_is_refused_by_its_number()
    {
        var plan = Plan(CommissionComponent.Cumulative(
            Revenue, CommissionMeasure.Of(s_ordered), CommissionRate.Flat(Percent(3))));
        var credits = s_rules.Credit([Sold("SO-1", "A", s_day, Usd(1_000))]).Of("Lin");

        var refused = Assert.Throws<CurrencyMismatchException>(() => plan.Sum(Quarter, credits));
        Assert.Contains("SO-1/1", refused.Message, StringComparison.Ordinal);
    }

    private static SalesLine Sold(string document, string customer, LocalDate day, Money net) =>
        new SalesLineBuilder
        {
            Stage = Stage.Ordered,
            Document = new DocumentId(document),
            Line = 1,
            Date = day,
            Customer = new CustomerId(customer),
            Product = new ProductId("P-1"),
            Quantity = Quantity.Pieces(1),
            NetAmount = net,
            Tax = Money.Zero(net.Currency),
        }.Build();
}
