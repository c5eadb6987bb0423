using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Quotas.OrderSample;

namespace SalesDomain.Tests.Quotas;

/// <summary>One line in another currency does not stop the count of all.</summary>
public sealed class NewCustomersInSeveralCurrencies
{
    private static readonly LocalDate s_first = new(2026, 1, 10);
    private static readonly DateSpan s_known = DateSpan.Until(new LocalDate(2026, 12, 31));
    private static readonly ExchangeRates s_rates = ExchangeRates.Of(
        new ExchangeRate(Currency.USD, Currency.CNY, 7m, new LocalDate(2026, 1, 1)),
        new ExchangeRate(Currency.USD, Currency.CNY, 6.5m, new LocalDate(2026, 2, 1)));

    private static readonly NewCustomerRule s_rule = NewCustomerRule.Of(2, Measure.Revenue.Of(Cny(1_000m)), 90, 24);
    private static readonly NewCustomerRule s_converting = s_rule.WithRates(s_rates, Rounding.Commercial);

    [Fact]
    public void Each_amount_counts_by_the_rate_of_its_day()
    {
        SalesLine[] lines = [In(Currency.USD, Line("D", "1", s_first, 100m)), In(Currency.USD, Line("D", "2", s_first.PlusDays(30), 100m))];

        Assert.Throws<CurrencyMismatchException>("lines", () => s_rule.Evaluate(Planned, s_known, lines));
        var outcome = Assert.Single(s_converting.Evaluate(Planned, s_known, lines).Outcomes);

        Assert.Equal((NewCustomerStatus.Valid, Measure.Revenue.Of(Cny(1_350m))), (outcome.Status, outcome.Amount));
        Assert.Equal(0, outcome.UnknownAmounts);
    }

    [Theory]
    [InlineData(2, NewCustomerStatus.Unknown)]
    [InlineData(3, NewCustomerStatus.NotValid)]
    public void Without_a_rate_the_amount_is_unknown_and_only_of_that_account(int orders, NewCustomerStatus expected)
    {
        var rule = NewCustomerRule.Of(orders, s_rule.Floor, 90, 24).WithRates(s_rates, Rounding.Commercial);
        var count = rule.Evaluate(
            Planned, s_known,
            [
                In(Currency.JPY, Line("D", "1", s_first, 5_000m)), Line("D", "2", s_first.PlusDays(1), 900m),
                Line("E", "3", s_first, 900m), Line("E", "4", s_first, 50m), Line("E", "5", s_first.PlusDays(1), 50m),
            ]);

        var unknown = count.Outcomes[0];
        Assert.Equal((expected, 2, 1), (unknown.Status, unknown.Orders, unknown.UnknownAmounts));
        Assert.Equal(
            "new-customer.unknown-amount (lines 1, known amount CNY 900.00, floor CNY 1000.00)",
            unknown.Reasons[unknown.Reasons.Count - 1].ToString());
        Assert.Equal(NewCustomerStatus.Valid, count.Outcomes[1].Status);
        Assert.Empty(unknown.Explain().Verify());
    }

    [Fact]
    public void A_margin_without_its_cost_is_unknown_and_not_the_revenue()
    {
        var rule = NewCustomerRule.Of(1, Measure.Margin.Of(Cny(1m)), 90, 24);

        var outcome = Assert.Single(rule.Evaluate(Planned, s_known, [Line("D", "1", s_first, 5_000m)]).Outcomes);

        Assert.Equal((NewCustomerStatus.Unknown, 1), (outcome.Status, outcome.UnknownAmounts));
    }

    // 100 yen less 90 yuan are not 10 of anything.
    [Fact]
    public void What_is_left_of_an_order_is_left_in_its_currency()
    {
        var rule = NewCustomerRule.Of(1, Measure.Units(UnitOfMeasure.Piece).Of(Quantity.Pieces(1m)), 90, 24);
        SalesLine[] lines =
        [
            Line("D", "1", s_first, 90m), In(Currency.JPY, Line("D", "1", s_first, 100m, line: 2)),
            In(Currency.JPY, Line("D", "R", s_first, -500m, "1")), Line("D", "S", s_first, -90m, "1"),
        ];

        Assert.Empty(rule.Evaluate(Planned, s_known, lines).Outcomes);
        Assert.Equal(1, Assert.Single(rule.Evaluate(Planned, s_known, lines.Take(3)).Outcomes).Orders);
    }

    [Fact]
    public void Units_have_no_rates() =>
        Assert.Throws<InvalidOperationException>(() =>
            NewCustomerRule.Of(1, Measure.Units(UnitOfMeasure.Piece).Of(Quantity.Pieces(1m)), 90, 24)
                .WithRates(s_rates, Rounding.Commercial));

    [Fact]
    public void Rates_are_part_of_the_rule()
    {
        TestHelper.TestEqualsClass(
            s_converting, s_rule.WithRates(s_rates, Rounding.Commercial), s_rule, s_rule.WithRates(ExchangeRates.Of(), Rounding.Commercial),
            s_rule.WithRates(s_rates, Rounding.ToDigits(0, RoundingMode.Up)), s_converting.WithStage(Stage.Invoiced),
            s_converting.WithCountedOn(NewCustomerDate.BecameValid), s_converting.WithScope(Scope.Everything.Except(PriceKind.Free)));
        Assert.EndsWith(
            "counted on FirstOrder; converted, rounded minor-unit half-away", s_converting.ToString(), StringComparison.Ordinal);
        Assert.Equal(s_rates, s_converting.WithStage(Stage.Invoiced).Rates);
    }

    // A third of the lines in dollars, and a third in yen, which have no rate.
    [Property(Arbitrary = [typeof(OrderSample)])]
    public void Every_outcome_explains_itself_and_a_changed_figure_is_named(OrderSample sample, PositiveInt choice)
    {
        var lines = sample.Lines.Select((line, i) => (i % 3) switch
        {
            0 => line,
            1 => In(Currency.USD, line),
            _ => In(Currency.JPY, line),
        });
        var rule = sample.Rule.WithRates(
            ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 0.3m, new LocalDate(2020, 1, 1))), Rounding.Commercial);

        Assert.All(rule.Evaluate(Planned, sample.Known, lines, sample.Continued).Outcomes, outcome =>
        {
            Assert.Empty(outcome.Explain().Verify());
            Assert.Equal(outcome.Status == NewCustomerStatus.Valid, outcome.Reasons.Count == 0);
            Tampering.IsNamed(outcome.Explain(), choice.Get);
        });
    }

    private static SalesLine In(Currency currency, SalesLine line)
    {
        var builder = line.ToBuilder();
        builder.NetAmount = new Money(line.NetAmount.Amount, currency);
        builder.Tax = Money.Zero(currency);
        return builder.Build();
    }
}
