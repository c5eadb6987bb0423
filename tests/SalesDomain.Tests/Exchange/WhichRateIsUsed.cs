using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace SalesDomain.Tests.Exchange;

public sealed class WhichRateIsUsed
{
    private static readonly LocalDate s_friday = new(2026, 3, 27);
    private static readonly LocalDate s_monday = new(2026, 3, 30);

    private static readonly Money s_oneDollar = new(1m, Currency.USD);

    private static readonly ExchangeRate s_fridays = new(Currency.USD, Currency.CNY, 7.12m, s_friday);
    private static readonly ExchangeRate s_mondays = new(Currency.USD, Currency.CNY, 7.15m, s_monday);

    [Property(MaxTest = 1000)]
    public Property It_is_the_one_that_looking_at_every_rate_finds() =>
        Prop.ForAll(RateSample.Any, sample =>
        {
            var found = sample.Table.TryConvert(sample.Question, sample.To, sample.On, out var conversion);
            return sample.Expected() is { } expected ? found && conversion.Rates.SequenceEqual(expected) : !found && conversion == default;
        });

    [Property]
    public Property A_conversion_states_its_question() =>
        Prop.ForAll(RateSample.Any, sample =>
            !sample.Table.TryConvert(sample.Question, sample.To, sample.On, out var conversion)
            || (conversion.Amount == sample.Question && conversion.Result.Currency == sample.To && conversion.On == sample.On));

    [Property]
    public Property No_rate_is_of_a_later_day_or_older_than_the_maximum() =>
        Prop.ForAll(RateSample.Any, sample =>
            !sample.Table.TryConvert(sample.Question, sample.To, sample.On, out var conversion)
            || conversion.Rates.All(rate => rate.On <= sample.On && !(Period.DaysBetween(rate.On, sample.On) > sample.Age)));

    [Property]
    public Property The_same_currency_is_the_very_same_amount_on_any_day(Money amount, LocalDate on) =>
        Prop.ForAll(RateSample.Any, sample =>
        {
            var conversion = sample.Table.Convert(amount, amount.Currency, on);
            return conversion.Result == amount && conversion.Rates.Count == 0;
        });

    [Theory]
    [InlineData(26, null)]
    [InlineData(27, "7.12")]
    [InlineData(28, "7.12")]
    [InlineData(29, "7.12")]
    [InlineData(30, "7.15")]
    public void A_rate_is_used_from_its_day_until_the_next_one(int day, string? rate)
    {
        var table = ExchangeRates.Of(s_mondays, s_fridays);
        var found = table.TryConvert(s_oneDollar, Currency.CNY, new LocalDate(2026, 3, day), out var conversion);

        Assert.Equal(rate is not null, found);
        Assert.Equal(rate is null ? default : Money.Parse("CNY " + rate), conversion.Result);
    }

    [Theory]
    [InlineData(0, 30, true)]
    [InlineData(0, 31, false)]
    [InlineData(1, 31, true)]
    [InlineData(2, 33, false)]
    [InlineData(3, 33, true)]
    [InlineData(3, 34, false)]
    public void A_rate_is_used_until_its_maximum_age_and_not_a_day_longer(int age, int marchDay, bool found)
    {
        var on = new LocalDate(2026, 3, 1).PlusDays(marchDay - 1);

        var table = ExchangeRates.Of(s_fridays, s_mondays).WithMaximumAge(age);

        Assert.Equal(found, table.TryConvert(s_oneDollar, Currency.CNY, on, out _));
        Assert.Equal(found, table.TryConvert(new Money(1m, Currency.CNY), Currency.USD, on, out _));
    }

    // Monthly rates, and the one of April is not there yet.
    [Theory]
    [InlineData("2026-02-28", null)]
    [InlineData("2026-03-01", "7.12")]
    [InlineData("2026-03-31", "7.12")]
    [InlineData("2026-04-01", null)]
    public void A_rate_of_a_period_is_used_until_its_last_day(string on, string? rate)
    {
        var march = new ExchangeRate(Currency.USD, Currency.CNY, 7.12m, new LocalDate(2026, 3, 1), until: new LocalDate(2026, 3, 31));
        var table = ExchangeRates.Of(march).WithMaximumAge(60);
        var day = LocalDatePattern.Iso.Parse(on).Value;

        Assert.Equal(rate is not null, table.TryConvert(s_oneDollar, Currency.CNY, day, out var conversion));
        Assert.Equal(rate is null ? default : Money.Parse("CNY " + rate), conversion.Result);
    }

    // The holidays of 2023 ran from 29 September to 6 October; Saturday 7 and Sunday 8 October were worked, without a rate.
    [Fact]
    public void Eleven_days_bridge_the_long_holidays_in_China_and_eight_do_not()
    {
        var last = new ExchangeRate(Currency.USD, Currency.CNY, 7.1798m, new LocalDate(2023, 9, 28));
        var workedSunday = new LocalDate(2023, 10, 8);

        Assert.True(ExchangeRates.Of(last).WithMaximumAge(11).TryConvert(s_oneDollar, Currency.CNY, workedSunday, out _));
        Assert.False(ExchangeRates.Of(last).WithMaximumAge(8).TryConvert(s_oneDollar, Currency.CNY, workedSunday, out _));
    }

    [Fact]
    public void Without_a_maximum_age_a_rate_of_long_ago_is_used() =>
        Assert.Equal(
            new Money(7.15m, Currency.CNY),
            ExchangeRates.Of(s_mondays).Convert(s_oneDollar, Currency.CNY, new LocalDate(9999, 12, 31)).Result);

    [Fact]
    public void The_last_rate_of_a_pair_goes_first_whichever_way_it_is_quoted()
    {
        var dollars = new ExchangeRate(Currency.CNY, Currency.USD, 0.14m, s_monday);
        var table = ExchangeRates.Of(s_fridays, dollars);

        Assert.Equal([dollars], table.Convert(new Money(7m, Currency.USD), Currency.CNY, s_monday).Rates);
        Assert.Equal(new Money(50m, Currency.CNY), table.Convert(new Money(7m, Currency.USD), Currency.CNY, s_monday).Result);
        Assert.Equal([s_fridays], table.Convert(new Money(7m, Currency.USD), Currency.CNY, s_friday).Rates);
    }

    [Fact]
    public void Of_two_rates_of_a_day_the_one_quoted_in_the_direction_asked_for_is_used()
    {
        var dollars = new ExchangeRate(Currency.CNY, Currency.USD, 0.14m, s_monday);
        var table = ExchangeRates.Of(dollars, s_mondays);

        Assert.Equal([s_mondays], table.Convert(s_oneDollar, Currency.CNY, s_monday).Rates);
        Assert.Equal([dollars], table.Convert(new Money(1m, Currency.CNY), Currency.USD, s_monday).Rates);
    }

    [Fact]
    public void The_base_currency_is_used_only_where_the_pair_has_no_rate_of_its_own()
    {
        var euro = new ExchangeRate(Currency.EUR, Currency.CNY, 7.70m, s_monday);
        var table = ExchangeRates.Of(s_mondays, euro).WithBase(Currency.CNY);
        var own = new ExchangeRate(Currency.USD, Currency.EUR, 0.90m, s_friday);

        Assert.Equal([s_mondays, euro], table.Convert(s_oneDollar, Currency.EUR, s_monday).Rates);
        Assert.Equal([own], table.With(own).Convert(s_oneDollar, Currency.EUR, s_monday).Rates);
        Assert.Equal([s_mondays, euro], table.With(own).WithMaximumAge(2).Convert(s_oneDollar, Currency.EUR, s_monday).Rates);
        Assert.Equal([s_mondays], table.Convert(s_oneDollar, Currency.CNY, s_monday).Rates);
        Assert.False(ExchangeRates.Of(s_mondays, euro).TryConvert(s_oneDollar, Currency.EUR, s_monday, out _));
    }

    [Fact]
    public void A_custom_unit_made_twice_is_one_currency()
    {
        var points = Currency.Custom("POINT", 0, "Points");
        var table = ExchangeRates.Of(new ExchangeRate(points, Currency.CNY, 1m, s_monday, units: 100));
        var same = new Money(250m, Currency.Custom("POINT", 0, "Loyalty points"));

        Assert.Equal(new Money(2.50m, Currency.CNY), table.Convert(same, Currency.CNY, s_monday).Result);
        Assert.Equal(same, table.Convert(same, points, s_monday).Result);
        Assert.False(table.TryConvert(new Money(250m, Currency.Custom("POINT", 2, "Points")), Currency.CNY, s_monday, out _));
    }

    [Fact]
    public void Every_pair_of_a_large_table_is_found()
    {
        var table = ExchangeRates.Of([.. Currency.Iso
            .Where(currency => currency != Currency.CNY)
            .Select(currency => new ExchangeRate(currency, Currency.CNY, currency.NumericCode!.Value, s_monday))]).WithBase(Currency.CNY);

        Assert.All(Currency.Iso.Where(currency => currency != Currency.CNY), currency =>
        {
            var rate = new Money(currency.NumericCode!.Value, Currency.CNY);
            Assert.Equal(rate, table.Convert(new Money(1m, currency), Currency.CNY, s_monday).Result);
            Assert.Equal(new Money(2m, currency), table.Convert(2m * rate, currency, s_monday).Result);
        });
    }
}
