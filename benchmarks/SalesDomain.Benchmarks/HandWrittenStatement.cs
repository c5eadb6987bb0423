using SalesDomain.Commissions;

namespace SalesDomain.Benchmarks;

/// <summary>A statement of one payout period, as somebody would write it: balances before and after, lines, and what is paid.</summary>
public sealed record HandWrittenStatement(
    DateSpan PayoutPeriod, decimal HeldBefore, decimal OwedBefore, decimal DebitBefore, HandWrittenStatementLine[] Lines, decimal Earned,
    decimal Paid, decimal Held, decimal Owed, decimal Debit)
{
    /// <summary>That of the last run of an account, whose balances before it are known.</summary>
    internal static HandWrittenStatement Of(
        HandWrittenAccount account, DateSpan payoutPeriod, int entriesBefore, decimal heldBefore, decimal owedBefore, decimal debitBefore)
    {
        var lines = new HandWrittenStatementLine[account.Entries.Count - entriesBefore];
        var (earned, paid) = (0m, 0m);
        for (var i = 0; i < lines.Length; i++)
        {
            var entry = account.Entries[entriesBefore + i];
            lines[i] = new HandWrittenStatementLine(
                entry.Number, entry.Kind, entry.Component, entry.Period, entry.Base, entry.Rate, entry.Amount);
            earned += entry.Kind == CommissionEntryKind.Earned ? entry.Amount : 0m;
            paid += entry.Kind == CommissionEntryKind.Paid ? entry.Amount : 0m;
        }

        return new HandWrittenStatement(
            payoutPeriod, heldBefore, owedBefore, debitBefore, lines, earned, paid, account.Held, account.Owed, account.Debit);
    }
}
