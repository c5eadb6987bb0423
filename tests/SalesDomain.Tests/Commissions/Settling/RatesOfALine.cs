using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

public sealed class RatesOfALine
{
    private static readonly PayoutRules s_rules = Plain.WithConversionDay(ConversionDay.EndOfPayoutPeriod);

    private static ExchangeRate Usd(decimal rate, LocalDate on) => new(Currency.USD, Currency.CNY, rate, on);

    private static CommissionEarning Of(int quarter, decimal amount) =>
        CommissionEarning.Of("Reps 2026", "export", Quarter(quarter), new Money(amount, Currency.USD))
            .With(Line("SO-1"), new LocalDate(2026, 1, 12));

    private static CommissionAccount Settle(CommissionAccount account, PayoutRun run, params CommissionEarning[] earnings)
    {
        var settlement = account.SettleTwice(earnings, run, s_rules);
        Assert.True(settlement.Explain().IsVerified);
        return settlement.Account;
    }

    // 1,000 dollars at 7.00 and 1,000 at 7.40 were taken back in two steps: both went at 7.40, so that 400 was owed.
    [Theory]
    [InlineData(-2_000)]
    [InlineData(-1_000, -2_000)]
    [InlineData(-400, -1_700, -2_000)]
    [InlineData(-1_500, -700, -2_000)]
    public void What_an_open_period_takes_of_earlier_ones_goes_at_the_same_rates_in_one_run_and_in_several(params int[] toDate)
    {
        var rates = ExchangeRates.Of(
            Usd(7.00m, new(2026, 3, 31)), Usd(7.40m, new(2026, 6, 30)), Usd(7.20m, new(2026, 7, 31)));
        var account = Settle(Nothing, Run(3).WithRates(rates), Of(1, 1_000m)).Close(Quarter(1), new(2026, 4, 15));
        account = Settle(account, Run(6).WithRates(rates), Of(2, 1_000m)).Close(Quarter(2), new(2026, 7, 15));
        Assert.Equal(Cny(14_400m), account.Balances.Earned);
        for (var i = 0; i < toDate.Length; i++)
            account = Settle(account, Run(7 + i).WithRates(rates), Of(3, toDate[i]));

        Assert.Equal(Cny(0m), account.Balances.Earned);
    }

    [Fact]
    public void What_several_periods_of_one_run_take_goes_at_different_rates_too()
    {
        var rates = ExchangeRates.Of(Usd(7.00m, new(2026, 3, 31)), Usd(7.40m, new(2026, 6, 30)));
        var account = Settle(Nothing, Run(3).WithRates(rates), Of(1, 1_000m)).Close(Quarter(1), new(2026, 4, 15));
        account = Settle(account, Run(6).WithRates(rates), Of(2, 1_000m)).Close(Quarter(2), new(2026, 7, 15));

        Assert.Equal(Cny(0m), Settle(account, Run(9).WithRates(rates), Of(3, -1_000m), Of(4, -1_000m)).Balances.Earned);
    }

    // A cent of each is 0.07 and 0.074: every period by itself would leave a fen.
    [Fact]
    public void A_line_that_is_undone_altogether_leaves_no_fen()
    {
        var rates = ExchangeRates.Of(Usd(7.14m, new(2026, 3, 31)), Usd(7.44m, new(2026, 6, 30)));
        var account = Settle(Nothing, Run(3).WithRates(rates), Of(1, 0.05m)).Close(Quarter(1), new(2026, 4, 15));
        account = Settle(account, Run(6).WithRates(rates), Of(2, 0.03m)).Close(Quarter(2), new(2026, 7, 15));

        Assert.Equal(Cny(0m), Settle(account, Run(9), Of(3, -0.08m)).Balances.Earned);
    }

    [Property(MaxTest = 200)]
    public void Any_line_that_is_undone_altogether_comes_to_exactly_nothing(int seed)
    {
        var random = new Random(seed);
        var (account, toDate) = (Nothing, new Dictionary<int, decimal>());
        for (var month = 1; month <= 11; month++)
        {
            var rates = ExchangeRates.Of(Usd(random.Next(60_000, 80_000) / 10_000m, Month(month).Start!.Value));
            var last = (month + 2) / 3;
            var open = Enumerable.Range(1, last).Where(each => !account.IsClosed(Quarter(each), Run(month).Recorded)).ToList();
            foreach (var each in open)
            {
                if (random.Next(3) > 0)
                    toDate[each] = random.Next(-30_000, 90_000) / 100m;
            }

            account = Settle(
                account, Run(month).WithRates(rates),
                [.. open.Where(toDate.ContainsKey).Select(each => Of(each, toDate[each]))]);
            foreach (var each in open)
            {
                if (random.Next(4) == 0)
                    account = account.Close(Quarter(each), Run(month).Recorded);
            }

            if (random.Next(6) == 0)
                account = account.Reopen(Quarter(random.Next(1, last + 1)), Run(month).Recorded);
        }

        account = account.Reopen(Quarter(4), Run(12).Recorded);
        var left = toDate.Where(each => each.Key != 4).Sum(each => each.Value);
        account = Settle(
            account, Run(12).WithRates(ExchangeRates.Of(Usd(7m, Month(12).Start!.Value))), Of(4, -left));
        Assert.Equal(Cny(0m), account.Balances.Earned);
    }
}
