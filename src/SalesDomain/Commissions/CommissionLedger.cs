using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;

namespace SalesDomain.Commissions;

/// <summary>Ledgers: the commission accounts of many people.</summary>
public static class CommissionLedger
{
    /// <summary>A ledger without an account.</summary>
    /// <typeparam name="TPayee">The type of those who are paid.</typeparam>
    /// <param name="currency">The currency in which all of them are paid.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    public static CommissionLedger<TPayee> In<TPayee>(Currency currency)
        where TPayee : notnull =>
        new(Guard.Against.Null(currency), [], []);

    /// <summary>A ledger of accounts, say of those of a store.</summary>
    /// <typeparam name="TPayee">The type of those who are paid.</typeparam>
    /// <param name="currency">The currency in which all of them are paid.</param>
    /// <param name="accounts">The accounts, one a payee, each with its own closings.</param>
    /// <returns>
    /// The ledger. What is closed for everybody, also for those who have no account yet, is told it by
    /// <see cref="CommissionLedger{TPayee}.With(CommissionClosing)"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="currency"/>, <paramref name="accounts"/>, a payee or an account is null.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">An account is in another currency.</exception>
    /// <exception cref="ArgumentException">A payee comes twice.</exception>
    public static CommissionLedger<TPayee> Of<TPayee>(Currency currency, IEnumerable<(TPayee Payee, CommissionAccount Account)> accounts)
        where TPayee : notnull =>
        CommissionLedger<TPayee>.Create(Guard.Against.Null(currency), accounts);
}
