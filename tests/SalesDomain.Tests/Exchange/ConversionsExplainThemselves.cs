using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Exchange;

public sealed class ConversionsExplainThemselves
{
    private static readonly LocalDate s_on = new(2026, 3, 31);

    private static readonly ExchangeRate s_yen = new(Currency.JPY, Currency.CNY, 4.6m, s_on, units: 100);
    private static readonly ExchangeRate s_dollar = new(Currency.USD, Currency.CNY, 7.12m, s_on);

    [Property(MaxTest = 300)]
    public Property Every_explanation_verifies_and_its_root_is_the_result() =>
        Prop.ForAll(RateSampleOfDigits.Awkward, sample =>
            new[] { Currency.CNY, sample.To, sample.Amount.Currency }.All(to =>
            {
                var conversion = sample.Table.Convert(sample.Amount, to, sample.On);
                return conversion.Explain().IsVerified && conversion.Explain().Value == conversion.Result;
            }));

    [Property(MaxTest = 300)]
    public Property A_changed_result_or_amount_is_named() =>
        Prop.ForAll(RateSampleOfDigits.InMinorUnits, sample =>
        {
            var told = sample.Table.Convert(sample.Amount, sample.To, sample.On).Explain();
            var (result, amount) = (Money.Parse(told.Value.ToString()), sample.Amount);

            // A computed figure is held to 25 digits: of a result of 10²³ a hundredth is not among them.
            var fen = new Money(Math.Max(0.01m, Math.Abs(result.Amount) * 1e-23m), sample.To);
            var more = (amount * 2m) + Money.FromMinorUnits(1, amount.Currency);
            return Names(told, result + fen, amount) && Names(told, -result - fen, amount) && Names(told, result, more)
                && Names(told, new Money(result.Amount, Currency.HKD), amount)
                && Names(told, result, new Money(amount.Amount, Currency.HKD));
        });

    [Fact]
    public void It_says_the_rates_with_their_days_and_the_amount()
    {
        var table = ExchangeRates.Of(s_yen, s_dollar).WithBase(Currency.CNY);

        Assert.Equal(
            "converted: JPY 3560  [convert to JPY, USD 1.00 = CNY 7.12 on 2026-03-31, JPY 100 = CNY 4.60 on 2026-03-31]\n"
            + "  amount: USD 23.00  [fact]\n",
            table.Convert(new Money(23m, Currency.USD), Currency.JPY, s_on.PlusDays(1)).Explain().ToString());
    }

    [Fact]
    public void The_same_currency_is_explained_without_a_rate()
    {
        var told = ExchangeRates.Of(s_yen).Convert(new Money(23m, Currency.USD), Currency.USD, s_on).Explain();

        Assert.Equal("converted: USD 23.00  [convert to USD]\n  amount: USD 23.00  [fact]\n", told.ToString());
        Assert.True(told.IsVerified);
        Assert.True(default(Conversion).Explain().IsVerified);
    }

    [Fact]
    public void Rates_in_the_wrong_order_or_to_another_currency_do_not_verify()
    {
        Assert.True(Told(Operation.Convert(Currency.JPY, s_dollar, s_yen)).IsVerified);
        Assert.False(Told(Operation.Convert(Currency.JPY, s_yen, s_dollar)).IsVerified);
        Assert.False(Told(Operation.Convert(Currency.JPY, s_dollar)).IsVerified);
        Assert.False(Told(Operation.Convert(Currency.CNY, s_dollar, s_yen)).IsVerified);

        var turned = new ExchangeRate(Currency.CNY, Currency.JPY, 4.6m, s_on, units: 100);
        Assert.False(Told(Operation.Convert(Currency.JPY, s_dollar, turned)).IsVerified);
    }

    [Fact]
    public void The_operation_copies_its_rates()
    {
        var rates = new[] { s_dollar, s_yen };
        var operation = Operation.Convert(Currency.JPY, rates);
        rates[1] = new ExchangeRate(Currency.JPY, Currency.CNY, 1m, s_on);

        Assert.True(Told(operation).IsVerified);
    }

    private static Explanation Told(Operation operation) =>
        Explanation.Node("converted", new Money(3560m, Currency.JPY), operation, Explanation.Fact("amount", new Money(23m, Currency.USD)));

    private static bool Names(Explanation told, Money result, Money amount)
    {
        var tampered = Explanation.Node("converted", result, told.Operation!, Explanation.Fact("amount", amount));
        return tampered.Verify().Select(discrepancy => discrepancy.Path).SequenceEqual(["converted"]);
    }
}
