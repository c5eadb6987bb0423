using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Exchange;

public sealed class EqualityAndTextOfRates
{
    private static readonly LocalDate s_on = new(2026, 3, 31);

    private static readonly ExchangeRate s_yen = new(Currency.JPY, Currency.CNY, 4.6m, s_on, units: 100);
    private static readonly ExchangeRate s_dollar = new(Currency.USD, Currency.CNY, 7.12m, s_on);

    [Fact]
    public void Rates_are_equal_by_currencies_rate_units_and_day() =>
        TestHelper.TestEqualsClass(
            s_yen, new ExchangeRate(Currency.JPY, Currency.CNY, 4.60m, s_on, 100),
            new ExchangeRate(Currency.USD, Currency.CNY, 4.6m, s_on, 100), new ExchangeRate(Currency.JPY, Currency.USD, 4.6m, s_on, 100),
            new ExchangeRate(Currency.JPY, Currency.CNY, 4.61m, s_on, 100),
            new ExchangeRate(Currency.JPY, Currency.CNY, 4.6m, s_on.PlusDays(1), 100),
            new ExchangeRate(Currency.JPY, Currency.CNY, 4.6m, s_on, 10),
            new ExchangeRate(Currency.JPY, Currency.CNY, 4.6m, s_on, 100, s_on),
            new ExchangeRate(Currency.JPY, Currency.CNY, 0.046m, s_on));

    [Fact]
    public void Tables_are_equal_by_rates_base_and_age() =>
        TestHelper.TestEqualsClass(
            ExchangeRates.Of(s_yen, s_dollar).WithBase(Currency.CNY).WithMaximumAge(3),
            ExchangeRates.Of(s_dollar).WithMaximumAge(3).With(s_yen).WithBase(Currency.CNY),
            ExchangeRates.Of(s_yen, s_dollar),
            ExchangeRates.Of(s_yen, s_dollar).WithBase(Currency.CNY),
            ExchangeRates.Of(s_yen, s_dollar).WithMaximumAge(3),
            ExchangeRates.Of(s_yen, s_dollar).WithBase(Currency.CNY).WithMaximumAge(4),
            ExchangeRates.Of(s_yen, s_dollar).WithBase(Currency.USD).WithMaximumAge(3),
            ExchangeRates.Of(s_yen).WithBase(Currency.CNY).WithMaximumAge(3), ExchangeRates.Of());

    [Fact]
    public void Conversions_are_equal_by_amount_result_day_and_rates()
    {
        var table = ExchangeRates.Of(s_dollar, s_yen);
        TestHelper.TestEqualsStruct(
            table.Convert(Money.Parse("USD 1"), Currency.CNY, s_on),
            ExchangeRates.Of(s_dollar).Convert(Money.Parse("USD 1.0"), Currency.CNY, s_on),
            table.Convert(Money.Parse("USD 2"), Currency.CNY, s_on), table.Convert(Money.Parse("USD 1"), Currency.CNY, s_on.PlusDays(1)),
            table.Convert(Money.Parse("USD 1"), Currency.USD, s_on),
            ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 712m, s_on, 100))
                .Convert(Money.Parse("USD 1"), Currency.CNY, s_on),
            default);
    }

    [Property]
    public Property Built_in_any_order_or_step_by_step_it_is_the_same_table() =>
        Prop.ForAll(RateSample.Any, Gen.Choose(0, int.MaxValue).ToArbitrary(), (sample, seed) =>
        {
            var random = new Random(seed);
            var shuffled = sample.Rates.OrderBy(_ => random.Next()).ToArray();
            var whole = sample.Make(shuffled);
            var stepwise = shuffled.Aggregate(sample.Make([]), (table, rate) => table.With(rate));
            return whole == sample.Table && whole.GetHashCode() == sample.Table.GetHashCode() && whole.ToString() == sample.Table.ToString()
                && stepwise == sample.Table && Answer(stepwise) == Answer(whole);

            Conversion? Answer(ExchangeRates table) =>
                table.TryConvert(sample.Question, sample.To, sample.On, out var conversion) ? conversion : null;
        });

    [Fact]
    public void They_print_as_they_are_published_in_every_culture() =>
        Cultures.Each(() =>
        {
            var table = ExchangeRates.Of(s_dollar, s_yen).WithBase(Currency.CNY).WithMaximumAge(3);

            Assert.Equal("JPY 100 = CNY 4.60 on 2026-03-31", s_yen.ToString());
            Assert.Equal(
                "JPY 100 = CNY 4.60 on 2026-03-31 until 2026-04-30",
                new ExchangeRate(Currency.JPY, Currency.CNY, 4.6m, s_on, 100, new LocalDate(2026, 4, 30)).ToString());
            Assert.Equal(
                "JPY 100 = CNY 4.60 on 2026-03-31, USD 1.00 = CNY 7.12 on 2026-03-31, through CNY, at most 3 days old", table.ToString());
            Assert.Equal("no rates", ExchangeRates.Of().ToString());
            Assert.Equal(
                "JPY 5000 = CNY 230.00 by JPY 100 = CNY 4.60 on 2026-03-31",
                table.Convert(new Money(5000m, Currency.JPY), Currency.CNY, s_on.PlusDays(2)).ToString());
            Assert.Equal(
                "USD 23.00 = JPY 3560 by USD 1.00 = CNY 7.12 on 2026-03-31 and JPY 100 = CNY 4.60 on 2026-03-31",
                table.Convert(new Money(23m, Currency.USD), Currency.JPY, s_on).ToString());
            Assert.Equal("USD 1.00 = USD 1.00", table.Convert(new Money(1m, Currency.USD), Currency.USD, s_on).ToString());
            Assert.Equal("XXX 0 = XXX 0", default(Conversion).ToString());
        });

    [Fact]
    public void The_parts_of_a_table_are_there_to_be_read()
    {
        var table = ExchangeRates.Of(s_dollar, s_yen).WithBase(Currency.CNY).WithMaximumAge(3);

        Assert.Equal([s_yen, s_dollar], table.Rates);
        Assert.Equal((Currency.CNY, 3), (table.Base, table.MaximumAge));
        Assert.Equal((null, null), (ExchangeRates.Of().Base, ExchangeRates.Of().MaximumAge));
        Assert.Equal(
            (Currency.JPY, Currency.CNY, 4.6m, 100, s_on), (s_yen.From, s_yen.To, s_yen.Rate, s_yen.Units, s_yen.On));
    }
}
