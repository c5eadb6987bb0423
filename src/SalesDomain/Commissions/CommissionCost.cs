using System;
using System.Collections.Generic;

namespace SalesDomain.Commissions;

/// <summary>What commissions of many people cost together.</summary>
public static class CommissionCost
{
    /// <summary>The cost of a plan, or of several, over a team and its history.</summary>
    /// <typeparam name="TPayee">The type of those who are paid.</typeparam>
    /// <param name="sales">
    /// What was sold in all, once: the sum of the facts, not of the credits, of which overlays and roll-ups count beside the sale.
    /// </param>
    /// <param name="results">What each payee has earned, one result a payee and measurement period; at least one, of one currency.</param>
    /// <returns>The cost.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="results"/>, a payee or a result is null.</exception>
    /// <exception cref="ArgumentException">
    /// There is no result, or a payee has two results by one plan over one period.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">Sales or a result have another currency than the first result.</exception>
    public static CommissionCost<TPayee> Of<TPayee>(Money sales, IEnumerable<(TPayee Payee, CommissionResult Result)> results)
        where TPayee : notnull =>
        CommissionCost<TPayee>.Create(sales, results);
}
