using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace SalesDomain.Tests.Exchange;

public sealed class NoRateIsAnAnswer
{
    private static readonly LocalDate s_march = new(2026, 3, 31);
    private static readonly LocalDate s_april = new(2026, 4, 10);

    private static readonly ExchangeRates s_rates = ExchangeRates
        .Of(new ExchangeRate(Currency.USD, Currency.CNY, 7.12m, s_march), new ExchangeRate(Currency.CNY, Currency.JPY, 21m, s_april))
        .WithBase(Currency.CNY).WithMaximumAge(3);

    [Property]
    public Property Something_is_missing_exactly_when_there_is_no_conversion() =>
        Prop.ForAll(RateSample.Any, sample =>
        {
            var missing = sample.Table.Missing(sample.Question.Currency, sample.To, sample.On);
            return missing.Count > 0 != sample.Table.TryConvert(sample.Question, sample.To, sample.On, out _)
                && missing.All(reason => reason.Find("on") == sample.On);
        });

    [Property]
    public Property With_the_missing_rates_there_is_a_conversion() =>
        Prop.ForAll(RateSample.Any, sample =>
        {
            // The pair's own, or every other one.
            var missing = sample.Table.Missing(sample.Question.Currency, sample.To, sample.On).Select(Rate).ToArray();
            return missing.Length == 0 || (Converts(missing[0]) && (missing.Length == 1 || Converts([.. missing.Skip(1)])));

            bool Converts(params ExchangeRate[] more) => sample.Table.With(more).TryConvert(sample.Question, sample.To, sample.On, out _);
        });

    [Fact]
    public void A_pair_never_quoted_has_no_rate() =>
        Assert.Equal(
            "exchange.no-rate (from EUR, to CNY, on 2026-04-10)",
            Assert.Single(s_rates.Missing(Currency.EUR, Currency.CNY, s_april)).ToString());

    [Fact]
    public void A_rate_of_a_later_day_is_no_rate_yet() =>
        Assert.Equal(
            "exchange.no-rate-yet (from JPY, to CNY, on 2026-04-09, first 2026-04-10)",
            Assert.Single(s_rates.Missing(Currency.JPY, Currency.CNY, new LocalDate(2026, 4, 9))).ToString());

    [Fact]
    public void A_stale_rate_is_no_rate_and_says_how_old_it_is()
    {
        Assert.Empty(s_rates.Missing(Currency.USD, Currency.CNY, new LocalDate(2026, 4, 3)));
        Assert.Equal(
            "exchange.stale-rate (from USD, to CNY, on 2026-04-04, last 2026-03-31, age 4, maximum age 3)",
            Assert.Single(s_rates.Missing(Currency.USD, Currency.CNY, new LocalDate(2026, 4, 4))).ToString());
    }

    [Fact]
    public void A_rate_whose_period_has_ended_is_no_rate_and_says_when_it_did()
    {
        var march = new ExchangeRate(Currency.USD, Currency.CNY, 7.12m, new LocalDate(2026, 3, 1), until: s_march);

        Assert.Empty(ExchangeRates.Of(march).Missing(Currency.USD, Currency.CNY, s_march));
        Assert.Equal(
            "exchange.expired-rate (from CNY, to USD, on 2026-04-01, last 2026-03-01, until 2026-03-31)",
            Assert.Single(ExchangeRates.Of(march).Missing(Currency.CNY, Currency.USD, s_march.PlusDays(1))).ToString());
    }

    [Fact]
    public void With_a_base_currency_every_way_without_a_rate_is_named() =>
        Assert.Equal(
            ["exchange.no-rate (from USD, to JPY, on 2026-04-04)",
                "exchange.stale-rate (from USD, to CNY, on 2026-04-04, last 2026-03-31, age 4, maximum age 3)",
                "exchange.no-rate-yet (from CNY, to JPY, on 2026-04-04, first 2026-04-10)"],
            s_rates.Missing(Currency.USD, Currency.JPY, new LocalDate(2026, 4, 4)).Select(reason => reason.ToString()));

    [Fact]
    public void The_exception_names_currencies_and_day_and_what_is_missing() =>
        Cultures.Each(() =>
        {
            var euro = new Money(1m, Currency.EUR);
            var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => s_rates.Convert(euro, Currency.CNY, s_april));

            Assert.Equal("on", refusal.ParamName);
            Assert.Equal("2026-04-10", refusal.ActualValue);
            Assert.Contains("a rate from EUR to CNY", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("exchange.no-rate (from EUR, to CNY, on 2026-04-10)", refusal.Message, StringComparison.Ordinal);
        });

    [Fact]
    public void Zero_needs_a_rate_too() =>
        Assert.False(s_rates.TryConvert(Money.Zero(Currency.EUR), Currency.CNY, s_april, out _));

    [Fact]
    public void An_empty_table_knows_the_same_currency_only()
    {
        Assert.Equal(new Money(5m, Currency.EUR), ExchangeRates.Of().Convert(new Money(5m, Currency.EUR), Currency.EUR, s_april).Result);
        Assert.Equal("exchange.no-rate", Assert.Single(ExchangeRates.Of().Missing(Currency.EUR, Currency.CNY, s_april)).Code);
        Assert.Empty(ExchangeRates.Of().Missing(Currency.EUR, Currency.EUR, s_april));
    }

    private static ExchangeRate Rate(Reason reason) =>
        new(
            Named(reason.Find("from")!.Value), Named(reason.Find("to")!.Value), 2m,
            LocalDatePattern.Iso.Parse(reason.Find("on")!.Value.ToString()).Value);

    private static Currency Named(Figure code) =>
        Currency.TryFromCode(code.ToString(), out var currency) ? currency : Currency.Custom(code.ToString(), 0, "Loyalty points");
}
