using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>Short words for the tests of accounts: CNY, months of 2026, one component.</summary>
internal static class AccountSample
{
    internal static readonly PayoutRules Plain = PayoutRules.Of(Rounding.Commercial);

    internal static readonly CommissionAccount Nothing = CommissionAccount.In(Currency.CNY);

    internal static Money Cny(decimal amount) => new(amount, Currency.CNY);

    internal static Percentage Percent(decimal percent) => Percentage.FromPercent(percent);

    internal static DateSpan Month(int month) => DateSpan.OfMonth(2026, month);

    internal static DateSpan Quarter(int quarter) => DateSpan.OfQuarter(2026, quarter);

    internal static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));

    internal static LineId Line(string document, int line = 1) => new(new DocumentId(document), line);

    /// <summary>Recorded on the tenth of the month after.</summary>
    internal static PayoutRun Run(int month) => PayoutRun.Of(Month(month), Month(month).End!.Value.PlusDays(10));

    internal static CommissionEarning Earned(DateSpan period, decimal amount, string component = "revenue") =>
        CommissionEarning.Of("Reps 2026", component, period, Cny(amount));

    /// <summary>At a rate of so many percent of a base, rounded.</summary>
    internal static CommissionEarning OfLine(DateSpan period, string document, decimal revenue, decimal percent, LocalDate? on = null) =>
        CommissionEarning.Of("Reps 2026", "revenue", period, (Cny(revenue) * Percent(percent)).Round(Rounding.Commercial))
            .With(Line(document), on ?? period.Start!.Value).WithBase(Revenue(revenue)).WithRate(Percent(percent));

    /// <summary>The identity of double entry, the pockets that cannot be negative, and the explanation.</summary>
    internal static CommissionSettlement Checked(this CommissionSettlement settlement)
    {
        var after = settlement.Account.Balances;
        Assert.Equal(
            after.Earned + after.Granted + after.Forgiven + after.WrittenOff + after.Deducted - after.Forfeited - after.Paid,
            after.Payable + after.HeldBack - after.DrawOwed - after.Debit);
        foreach (var pocket in new[] { after.Payable, after.HeldBack, after.DrawOwed, after.Debit })
            Assert.False(pocket.IsNegative, settlement + "\n" + after + "\n" + Text(settlement.Entries));

        Assert.False(settlement.Paid.IsNegative, settlement.ToString());
        Assert.Equal(settlement.Paid, after.Paid - settlement.Before.Balances.Paid);
        Assert.Equal(settlement.Before.Balances.Payable, settlement.Carried);
        Assert.Equal(after.Payable, settlement.CarriedForward);
        Explanation[] explanations =
            [settlement.Explain(), settlement.ExplainDeducted(), settlement.ExplainSetOff(), after.Explain()];
        foreach (var explanation in explanations)
            Assert.True(explanation.IsVerified, string.Join("\n", explanation.Verify()) + "\n" + explanation);

        Assert.Equal(settlement.Paid, settlement.Explain().Value);
        Assert.Equal(settlement.Deducted, settlement.ExplainDeducted().Value);
        Assert.Equal(settlement.SetOff, settlement.ExplainSetOff().Value);
        Assert.Equal(after.Payable, after.Explain().Value);
        return settlement;
    }

    /// <summary>The settlement, and that it enters nothing when it is run again.</summary>
    internal static CommissionSettlement SettleTwice(
        this CommissionAccount account, IEnumerable<CommissionEarning> earned, PayoutRun run, PayoutRules rules)
    {
        var list = earned.ToList();
        var settlement = account.Settle(list, run, rules).Checked();
        var again = settlement.Account.Settle(list, run, rules).Checked();
        Assert.True(again.Entries.Count == 0, Text(settlement.Entries) + "\nagain:\n" + Text(again.Entries));
        Assert.Equal(settlement.Account, again.Account);
        return settlement;
    }

    internal static string Text(IEnumerable<CommissionEntry> entries) => string.Join("\n", entries.Select(entry => entry.ToString()));
}
