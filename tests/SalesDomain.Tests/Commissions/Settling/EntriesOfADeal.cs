using System.Linq;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>Who asks what an order has earned finds every entry of it: also what was taken back, corrected or undone.</summary>
public sealed class EntriesOfADeal
{
    private static readonly DocumentId s_deal = new("SO-1");
    private static readonly PayoutRules s_full = Plain.WithClawBack(ClawBackRule.Full);

    // 50 of the invoice, 20 more by a base that was too low by 400, and all of it back.
    [Fact]
    public void What_is_taken_back_or_corrected_is_of_the_deal()
    {
        var invoice = OfLine(Quarter(1), "INV-1", 1_000m, 5m).OfDeal(s_deal);
        var account = Nothing.SettleTwice([invoice], Run(3), s_full).Account.Close(Quarter(1), new(2026, 4, 10));
        account = account.SettleTwice(
            [], Run(4).With(CommissionEvent.CorrectionOfBase(
                Line("CO-1"), Line("INV-1"), new(2026, 4, 20), Revenue(400m), new Reason("base"))), s_full).Account;
        account = account.SettleTwice(
            [], Run(5).With(CommissionEvent.Return(Line("RT-1"), Line("INV-1"), invoice.On!.Value, new(2026, 5, 2))), s_full).Account;
        account = account.SettleTwice(
            [], Run(5).With(CommissionEvent.Reinstatement(Line("U-1"), Line("RT-1"), new(2026, 5, 20))), s_full).Account;

        Assert.Equal(
            [Cny(50m), Cny(20m), Cny(-70m), Cny(70m)],
            account.Entries.Where(entry => entry.Deal == s_deal).Select(entry => entry.Amount));
        Assert.All(account.Entries, entry => Assert.Equal(entry.Line is not null, entry.Deal == s_deal));
        Assert.Contains("INV-1/1 of SO-1", account.Statement(Month(5)).ToString(), System.StringComparison.Ordinal);
    }

    // 10 at 7 and 5 at 7.4, of which the third quarter takes back 8: then the second is earned no more, and 2 at 7 are left.
    [Fact]
    public void What_is_earned_no_more_in_another_currency_is_of_the_deal()
    {
        var rates = ExchangeRates.Of(
            new ExchangeRate(Currency.USD, Currency.CNY, 7m, new(2026, 3, 31)),
            new ExchangeRate(Currency.USD, Currency.CNY, 7.4m, new(2026, 6, 30)));
        var rules = Plain.WithConversionDay(ConversionDay.EndOfPayoutPeriod);
        var account = Nothing.Settle([Of(1, 10m)], Run(3).WithRates(rates), rules).Account;
        account = account.Settle([Of(2, 5m)], Run(6).WithRates(rates), rules).Account;
        Assert.Equal(Cny(107m), account.Balances.Earned);
        account = account.Settle([Of(3, -8m)], Run(9).WithRates(rates), rules).Account;

        var undone = account.Settle([], Run(9).WithRates(rates).Restating(Quarter(2)), rules);
        Assert.Equal(Cny(14m), undone.Account.Balances.Earned);
        Assert.Equal(
            [("commission.not-earned", s_deal, null)],
            undone.Entries.Where(entry => entry.Kind == CommissionEntryKind.Earned)
                .Select(entry => (entry.Reasons.Single().Code, entry.Deal!.Value, entry.Reverses)));

        static CommissionEarning Of(int quarter, decimal amount) =>
            CommissionEarning.Of("Reps 2026", "revenue", Quarter(quarter), new Money(amount, Currency.USD))
                .With(Line("INV-1"), new(2026, 2, 1)).OfDeal(s_deal);
    }
}
