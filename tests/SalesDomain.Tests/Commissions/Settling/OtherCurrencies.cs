using System;
using System.Linq;
using FsCheck.Xunit;
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

    // Never a day to come: the earlier of the ends of payout period and measurement period.
    [Fact]
    public void Without_a_line_the_day_of_the_credit_is_the_last_that_both_periods_have()
    {
        var earning = CommissionEarning.Of("Reps 2026", "export", Quarter(1), new Money(10m, Currency.USD));
        var rules = On(ConversionDay.DayOfCredit);
        Assert.Equal(Cny(71m), Nothing.SettleTwice([earning], Run(1).WithRates(s_rates), rules).Paid);
        Assert.Equal(Cny(74m), Nothing.SettleTwice([earning], Run(3).WithRates(s_rates), rules).Paid);
        Assert.Equal(Cny(74m), Nothing.SettleTwice([earning], Run(5).WithRates(s_rates), rules).Paid);
    }

    [Fact]
    public void What_is_added_comes_at_its_own_rate_and_what_is_paid_stays_at_its_own()
    {
        var rules = On(ConversionDay.EndOfPayoutPeriod);
        var account = Nothing.SettleTwice([Dollars(100m, 5m)], Run(1).WithRates(s_rates), rules).Account;

        // March is at 7.40; what was paid in January at 7.10.
        var run = Run(3).WithRates(s_rates);
        var more = account.SettleTwice([Dollars(110m, 5m)], run, rules);
        Assert.Equal((Cny(74m), new Money(10m, Currency.USD)), (more.Earned, more.Entries[0].Conversion!.Value.Amount));

        // Another rate, or another version: undone and made anew layer by layer, each entry by its own rates.
        foreach (var again in new[] { Dollars(120m, 6m), Dollars(120m, 5m).WithPlanVersion("2") })
        {
            var rerated = account.SettleTwice([again], run, rules);
            Assert.Equal(
                [(-100m, Cny(-710m)), (100m, Cny(710m)), (20m, Cny(148m))],
                rerated.Entries.Take(3).Select(entry => (entry.Conversion!.Value.Amount.Amount, entry.Amount)));
            Assert.Equal(Cny(148m), rerated.Paid);
        }

        // What is the same, in whatever version, is not converted again; without rates it is settled too.
        Assert.Empty(account.SettleTwice([Dollars(100m, 5m).WithPlanVersion("2")], Run(3), rules).Entries);
        Assert.Equal(Cny(-71m), account.SettleTwice([Dollars(90m, 5m)], Run(3), rules).Earned);
    }

    [Fact]
    public void What_is_taken_away_goes_at_the_rates_it_came_in_with_last_in_first_out()
    {
        var rules = On(ConversionDay.EndOfPayoutPeriod);
        var account = Nothing;
        foreach (var (month, amount) in new[] { (1, 100m), (2, 150m), (3, 170m) })
        {
            account = account.SettleTwice(
                [Dollars(amount).WithBase(Revenue(amount * 20m))], Run(month).WithRates(s_rates), rules).Account;
        }

        Assert.Equal(Cny(710m + (50m * 7.2m) + (20m * 7.4m)), account.Balances.Earned);
        var less = account.SettleTwice([Dollars(80m).WithBase(Revenue(1_600m))], Run(4), rules);
        Assert.Equal(
            [(-20m, Cny(-148m), Revenue(-400m)), (-50m, Cny(-360m), Revenue(-1_000m)), (-20m, Cny(-142m), Revenue(-400m))],
            less.Entries.Where(entry => entry.Kind == CommissionEntryKind.Earned)
                .Select(entry => (entry.Conversion!.Value.Amount.Amount, entry.Amount, entry.Base!.Value)));
        Assert.Equal(Cny(568m), less.Account.Balances.Earned);

        // Nobody is paid an exchange difference on what was paid before, and all of it back is all of it.
        Assert.Equal(Cny(0m), account.SettleTwice([], Run(4).Restating(Quarter(1)), rules).Account.Balances.Earned);
        Assert.Equal(
            Cny(0m), account.SettleTwice([Dollars(0m).WithBase(Revenue(1m))], Run(4), rules).Account.Balances.Earned);
    }

    // USD 1,000 a month over the measure of a year, at 7.00 in January rising to 7.30 in December.
    [Theory]
    [InlineData(ConversionDay.EndOfPayoutPeriod)]
    [InlineData(ConversionDay.DayOfCredit)]
    public void Pitfall_every_month_of_a_year_is_paid_at_its_own_rate(ConversionDay day)
    {
        decimal Of(int month) => 7m + ((month - 1) * 0.3m / 11m);
        var rates = ExchangeRates.Of([.. Enumerable.Range(1, 12).Select(month => Usd(Of(month), Month(month).Start!.Value))]);
        var account = Nothing;
        foreach (var month in Enumerable.Range(1, 12))
        {
            var earning = CommissionEarning.Of(
                "Reps 2026", "export", DateSpan.OfYear(2026), new Money(1_000m * month, Currency.USD));
            var settlement = account.SettleTwice([earning], Run(month).WithRates(rates), On(day));
            Assert.InRange(settlement.Paid.Amount, (1_000m * Of(month)) - 0.01m, (1_000m * Of(month)) + 0.01m);
            account = settlement.Account;
        }

        Assert.Equal(Cny(85_800m), account.Balances.Paid);
    }

    [Property(MaxTest = 150)]
    public void Under_constant_rates_months_come_to_the_single_run_and_explanations_verify(int seed)
    {
        var random = new Random(seed);
        var rates = ExchangeRates.Of(Usd(random.Next(1, 99_999) / 10_000m, new LocalDate(2026, 1, 1)));
        var rules = On(ConversionDay.EndOfPayoutPeriod);
        var (account, last) = (Nothing, Dollars(0m));
        foreach (var month in Enumerable.Range(1, 8))
        {
            last = Dollars(random.Next(-20_000, 90_000) / 100m, random.Next(1, 3)).WithBase(Revenue(random.Next(1, 9_999) / 1.13m));
            account = account.SettleTwice([last], Run(month).WithRates(rates), rules).Account;
        }

        Assert.Equal(
            Nothing.SettleTwice([last], Run(8).WithRates(rates), rules).Account.Balances.Earned, account.Balances.Earned);
    }

    [Property(MaxTest = 200)]
    public void Every_entry_is_the_product_of_its_conversion_and_what_is_left_is_that_of_its_layers(int seed)
    {
        var random = new Random(seed);
        var rules = On(ConversionDay.EndOfPayoutPeriod);
        var (account, least, most) = (Nothing, decimal.MaxValue, 0m);
        foreach (var month in Enumerable.Range(1, 9))
        {
            var rate = random.Next(60_000, 80_000) / 10_000m;
            (least, most) = (Math.Min(least, rate), Math.Max(most, rate));
            var earning = Dollars(random.Next(0, 90_000) / 100m, random.Next(1, 3)).WithBase(Revenue(random.Next(1, 9_999)));
            if (random.Next(4) == 0)
                earning = earning.WithPlanVersion("2");

            var settlement = account.SettleTwice(
                [earning], Run(month).WithRates(ExchangeRates.Of(Usd(rate, Month(month).Start!.Value))), rules);
            account = settlement.Account;
            Assert.All(
                settlement.Entries.Where(entry => entry.Conversion is not null),
                entry => Assert.InRange(entry.Amount.Amount - entry.Conversion!.Value.Result.Amount, -0.01m, 0.01m));
            Assert.InRange(
                account.Balances.Earned.Amount, (earning.Amount.Amount * least) - 0.01m, (earning.Amount.Amount * most) + 0.01m);
            Assert.Equal(account, Nothing.Apply(account.Entries));
        }

        Assert.Equal(Cny(0m), account.SettleTwice([], Run(10).Restating(Quarter(1)), rules).Account.Balances.Earned);
    }

    [Fact]
    public void A_correction_in_the_currency_of_the_plan_is_converted_like_an_earning()
    {
        var rules = On(ConversionDay.EndOfPayoutPeriod).WithClawBack(ClawBackRule.Full);
        var account = Nothing.Settle([Dollars(100m).WithBase(Revenue(1_000m))], Run(1).WithRates(s_rates), rules).Account
            .Close(Quarter(1), new LocalDate(2026, 4, 15));
        var run = Run(5).WithRates(s_rates);
        var reason = new Reason("missed");

        var more = account.SettleTwice(
            [], run.With(CommissionEvent.Correction(Line("C-1"), new(2026, 5, 4), Dollars(10m), reason)), rules);
        Assert.Equal((Cny(74m), new Money(10m, Currency.USD)), (more.Earned, more.Entries[0].Conversion!.Value.Amount));
        var less = more.Account.SettleTwice(
            [], Run(6).With(CommissionEvent.Correction(Line("C-2"), new(2026, 6, 4), Dollars(-30m), reason)), rules);
        Assert.Equal(
            [Cny(-74m), Cny(-142m)],
            less.Entries.Where(entry => entry.Kind == CommissionEntryKind.Earned).Select(entry => entry.Amount));

        // The base at the entry's own rate: 100 dollars of 1,000 give 20 of 200 more.
        var ofBase = account.SettleTwice(
            [], run.With(CommissionEvent.CorrectionOfBase(Line("C-3"), Line("SO-1"), new(2026, 5, 4), Revenue(200m), reason)), rules);
        Assert.Equal((Cny(148m), new Money(20m, Currency.USD)), (ofBase.Earned, ofBase.Entries[0].Conversion!.Value.Amount));

        var undone = more.Account.SettleTwice(
            [], Run(6).With(CommissionEvent.Reinstatement(Line("U-1"), Line("C-1"), new LocalDate(2026, 6, 4))), rules);
        Assert.Equal(Cny(710m), undone.Account.Balances.Earned);
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

    // 300 at 7.10 in January are 2,130. What follows the sale and takes it back in March, at 7.40, goes at 7.10: in its quarter, or in
    // the next, in one note or several, whether its quarter is closed or open.
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public void What_follows_a_sale_goes_at_the_rates_of_the_sale(int quarter, bool isClosed)
    {
        var (rules, run) = (On(ConversionDay.EndOfPayoutPeriod), Run(3).WithRates(s_rates));
        CommissionEarning Back(string note, decimal amount) =>
            CommissionEarning.Of("Reps 2026", "export", Quarter(quarter), new Money(-amount, Currency.USD))
                .With(Line(note), s_soldOn).Following(Line("SO-1"));
        var account = Nothing.SettleTwice([Dollars(300m)], Run(1).WithRates(s_rates), rules).Account;
        Assert.Equal(Cny(2_130m), account.Balances.Earned);
        if (isClosed)
            account = account.Close(Quarter(1), new LocalDate(2026, 4, 1));

        CommissionEarning[] sale = quarter == 1 ? [Dollars(300m)] : [];
        var part = account.SettleTwice([.. sale, Back("CN-1", 100m)], run, rules).Account;
        Assert.Equal(Cny(1_420m), part.Balances.Earned);
        Assert.Equal(Cny(0m), part.SettleTwice([.. sale, Back("CN-1", 100m), Back("CN-2", 200m)], run, rules).Account.Balances.Earned);
        Assert.Equal(Cny(0m), account.SettleTwice([.. sale, Back("CN-3", 300m)], run, rules).Account.Balances.Earned);

        // Undone, it stands again.
        Assert.Equal(
            Cny(2_130m), part.SettleTwice(sale, run.Restating(Quarter(quarter)), rules).Account.Balances.Earned);
    }

    // 100 at 7.10 and 100 at 7.20, closed: an event takes half of the line. Then all of it is taken by the facts.
    [Fact]
    public void What_events_and_facts_take_together_comes_to_nothing()
    {
        var rules = On(ConversionDay.RecordedDay).WithClawBack(ClawBackRule.Full);
        CommissionEarning Of(int quarter, decimal amount) =>
            CommissionEarning.Of("Reps 2026", "export", Quarter(quarter), new Money(amount, Currency.USD)).With(Line("SO-1"), s_soldOn);
        PayoutRun In(int month) => Run(month).WithRates(s_rates);
        var account = Nothing.SettleTwice([Of(1, 100m)], In(1), rules).Account.Close(Quarter(1), new LocalDate(2026, 2, 11));
        account = account.SettleTwice([Of(2, 100m)], In(3), rules).Account.Close(Quarter(2), new LocalDate(2026, 4, 11));
        Assert.Equal(Cny(720m + 740m), account.Balances.Earned);

        var half = CommissionEvent.Return(Line("CN-1"), Line("SO-1"), s_soldOn, new LocalDate(2026, 4, 12)).WithPart(Percent(50));
        account = account.SettleTwice([], In(4).With(half), rules).Account;
        Assert.Equal(Cny(730m), account.Balances.Earned);

        // By its layers 100 at 7.40 would go, and 10 stay missing.
        var gone = account.SettleTwice([Of(3, -100m)], In(5), rules);
        Assert.Equal(Cny(0m), gone.Account.Balances.Earned);
        Assert.Contains("as much as events took", gone.Explain().ToString(), StringComparison.Ordinal);
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

    private static CommissionAccount OfQuarters(params decimal[] amounts)
    {
        var rates = ExchangeRates.Of(
            [.. Enumerable.Range(1, 4).Select(quarter => Usd(6.90m + (quarter * 0.10m), Quarter(quarter).End!.Value))]);
        var account = Nothing;
        for (var quarter = 1; quarter <= amounts.Length; quarter++)
        {
            var earned = CommissionEarning.Of("Reps 2026", "export", Quarter(quarter), new Money(amounts[quarter - 1], Currency.USD))
                .With(Line("SO-1"), s_soldOn);
            var run = Run(3 * quarter).WithRates(rates);
            account = account.SettleTwice([earned], run, On(ConversionDay.EndOfPayoutPeriod)).Account
                .Close(Quarter(quarter), run.Recorded);
        }

        return account;
    }

    // 7.00 in March, then ten fen more each quarter: 1,000 dollars were paid with 7,000, and taken away with 7,200, so that 200 was owed.
    [Theory]
    [InlineData(0, 1_000, 0, -1_000)]
    [InlineData(3_500, 1_000, 0, -500)]
    [InlineData(0, 1_000, 0, -500, -500)]
    [InlineData(0, 600, 400, -1_000)]
    [InlineData(4_200, 600, 400, -400)]
    [InlineData(3_500, 600, 400, -500)]
    [InlineData(3_600, 1_000, -1_000, 500)]
    [InlineData(0, 1_000, -1_000, 500, -500)]
    [InlineData(-720, 1_000, 0, -1_100)]
    public void What_the_facts_take_of_a_line_goes_at_the_rates_at_which_it_came_in(int left, params int[] quarters) =>
        Assert.Equal(Cny(left), OfQuarters([.. quarters.Select(each => (decimal)each)]).Balances.Earned);

    [Property(MaxTest = 100)]
    public void What_a_line_is_paid_and_gives_back_in_full_comes_to_nothing_whatever_the_rates(ushort[] amounts)
    {
        // Whole dollars, so that each product is one of whole fen.
        decimal[] quarters = [.. amounts.Take(3).Select(each => (decimal)each)];
        Assert.Equal(Cny(0m), OfQuarters([.. quarters, -quarters.Sum()]).Balances.Earned);
    }
}
