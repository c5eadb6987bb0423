using System;
using System.Collections.Generic;

namespace SalesDomain.Commissions;

/// <summary>Runs over many people.</summary>
public static class PayoutBatch
{
    /// <summary>A run over many people, by one run and one set of rules where nobody has others.</summary>
    /// <typeparam name="TPayee">The type of those who are paid.</typeparam>
    /// <param name="run">
    /// Payout period, day of record and what happened, of everybody. An event of it takes back all of its line, or the part that it
    /// says, and reaches those whose account, or whose earnings, have that line.
    /// </param>
    /// <param name="rules">The rules of everybody.</param>
    /// <param name="earnedToDate">
    /// What each has earned to date, of several plans and a pool if need be; see <see cref="CommissionAccount.Settle"/>.
    /// </param>
    /// <returns>The batch.</returns>
    /// <exception cref="ArgumentNullException">An argument, a payee or an earning is null.</exception>
    /// <exception cref="ArgumentException">
    /// The run has an event that is not alike for everybody: a return of an amount, of which each has the share of their credit, an
    /// uncollectible amount, a write-off, a correction. See <see cref="PayoutBatch{TPayee}.WithEvents"/>.
    /// </exception>
    public static PayoutBatch<TPayee> Of<TPayee>(
        PayoutRun run, PayoutRules rules, IEnumerable<(TPayee Payee, CommissionEarning Earned)> earnedToDate)
        where TPayee : notnull =>
        PayoutBatch<TPayee>.Create(run, rules, earnedToDate);
}
