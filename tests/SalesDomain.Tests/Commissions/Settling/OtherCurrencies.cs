using System;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

public sealed class OtherCurrencies
{
    private static readonly LocalDate s_soldOn = new(2026, 1, 12);

    // 7.00 until 30 January, then a fen more on each of the days that matter.
    private static readonly ExchangeRates s_rates = ExchangeRates.Of(
        Usd(7.00m, new LocalDate(2026, 1, 1)), Usd(7.10m, new LocalDate(2026, 1, 31)), Usd(7.20m, new LocalDate(2026, 2, 5)),
        Usd(7.30m, new LocalDate(2026, 3, 1)), Usd(7.40m, new LocalDate(2026, 3, 31)));

    private static ExchangeRate Usd(decimal rate, LocalDate on) => new(Currency.USD, Currency.CNY, rate, on);

    private static CommissionEarning Dollars(decimal amount, decimal? percent = null)
    {
        var earning = CommissionEarning.Of("Reps 2026", "export", Quarter(1), new Money(amount, Currency.USD)).With(Line("SO-1"), s_soldOn);
        return percent is { } rate ? earning.WithRate(Percent(rate)) : earning;
    }

    private static PayoutRules On(ConversionDay day) => Plain.WithConversionDay(day);

    [Theory]
    [InlineData(ConversionDay.EndOfPayoutPeriod, 71_000)]
    [InlineData(ConversionDay.DayOfCredit, 70_000)]
    [InlineData(ConversionDay.RecordedDay, 72_000)]
    public void The_rules_name_the_day_of_the_rate(ConversionDay day, int fen)
    {
        var run = Run(1).WithRates(s_rates);
        var settlement = Nothing.SettleTwice([Dollars(100m)], run, On(day));

        var entry = settlement.Entries[0];
        Assert.Equal((Cny(fen / 100m), Cny(fen / 100m)), (entry.Amount, settlement.Paid));
        Assert.Equal(new Money(100m, Currency.USD), entry.Conversion!.Value.Amount);
    }

    [Fact]
    public void Without_a_line_the_day_of_the_credit_is_the_last_of_the_measurement_period()
    {
        var earning = CommissionEarning.Of("Reps 2026", "export", Quarter(1), new Money(10m, Currency.USD));
        Assert.Equal(Cny(74m), Nothing.SettleTwice([earning], Run(1).WithRates(s_rates), On(ConversionDay.DayOfCredit)).Paid);
    }

    [Fact]
    public void The_rate_of_the_first_entry_stays_when_the_amount_or_the_commission_rate_or_the_plan_changes()
    {
        var rules = On(ConversionDay.EndOfPayoutPeriod);
        var account = Nothing.SettleTwice([Dollars(100m, 5m)], Run(1).WithRates(s_rates), rules).Account;

        // March is at 7.40; what changes is entered at 7.10.
        var run = Run(3).WithRates(s_rates);
        var more = account.SettleTwice([Dollars(110m, 5m)], run, rules);
        Assert.Equal((Cny(71m), new Money(10m, Currency.USD)), (more.Earned, more.Entries[0].Conversion!.Value.Amount));

        var rerated = account.SettleTwice([Dollars(120m, 6m)], run, rules);
        Assert.Equal([Cny(-710m), Cny(852m)], rerated.Entries.Where(entry => entry.Component is not null).Select(entry => entry.Amount));
        Assert.Equal(
            [new Money(-100m, Currency.USD), new Money(120m, Currency.USD)],
            rerated.Entries.Take(2).Select(entry => entry.Conversion!.Value.Amount));

        var version = account.SettleTwice([Dollars(100m, 6m).WithPlanVersion("2")], run, rules);
        Assert.Equal((Cny(0m), Cny(0m)), (version.Earned, version.Paid));

        // Without rates it is settled too: none is needed.
        Assert.Equal(Cny(71m), account.SettleTwice([Dollars(110m, 5m)], Run(3), rules).Earned);
    }

    [Fact]
    public void An_entry_of_zero_fixes_no_rate()
    {
        var rules = On(ConversionDay.EndOfPayoutPeriod);
        var below = Nothing.SettleTwice([Dollars(0m).WithBase(Revenue(100m))], Run(1).WithRates(s_rates), rules).Account;
        Assert.Single(below.Entries);
        Assert.Equal(
            Cny(740m), below.SettleTwice([Dollars(100m).WithBase(Revenue(900m))], Run(3).WithRates(s_rates), rules).Earned);
    }

    [Fact]
    public void A_claw_back_is_in_the_currency_of_the_account_at_the_rate_of_the_entry()
    {
        var rules = On(ConversionDay.EndOfPayoutPeriod).WithClawBack(ClawBackRule.Full);
        var account = Nothing.Settle([Dollars(100m).WithBase(Revenue(1_000m))], Run(1).WithRates(s_rates), rules).Account
            .Close(Quarter(1), new LocalDate(2026, 4, 15));
        var back = CommissionEvent.Return(Line("CN-1"), Line("SO-1"), s_soldOn, new LocalDate(2026, 5, 4), Revenue(300m));

        Assert.Equal(Cny(-213m), account.SettleTwice([], Run(5).WithRates(s_rates).With(back), rules).ClawedBack);
    }

    [Fact]
    public void A_rate_or_a_day_that_is_missing_is_refused_and_names_the_record()
    {
        var early = ExchangeRates.Of(Usd(7m, new LocalDate(2026, 2, 1)));
        foreach (var run in new[] { Run(1), Run(1).WithRates(early) })
        {
            var noRate = Assert.Throws<ArgumentException>(
                "run", () => Nothing.Settle([Dollars(100m)], run, On(ConversionDay.EndOfPayoutPeriod)));
            Assert.Contains("export SO-1/1", noRate.Message, StringComparison.Ordinal);
            Assert.Contains("2026-01-31", noRate.Message, StringComparison.Ordinal);
        }

        var noDay = Assert.Throws<ArgumentException>(
            "rules", () => Nothing.Settle([Dollars(100m)], Run(1).WithRates(s_rates), Plain));
        Assert.Contains("export SO-1/1", noDay.Message, StringComparison.Ordinal);
    }
}
