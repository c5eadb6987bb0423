using System;
using System.Collections.Generic;

namespace SalesDomain.Quotas;

/// <summary>Makes alert ledgers without naming the type of their owners.</summary>
public static class AlertLedger
{
    /// <summary>The ledger in which nothing is recorded yet.</summary>
    /// <typeparam name="TOwner">The type of the owners.</typeparam>
    /// <returns>The ledger.</returns>
    public static AlertLedger<TOwner> Empty<TOwner>()
        where TOwner : notnull =>
        AlertLedger<TOwner>.Nothing;

    /// <summary>Ledgers of different subjects as one, in time that grows with the number of their subjects.</summary>
    /// <typeparam name="TOwner">The type of the owners.</typeparam>
    /// <param name="ledgers">The ledgers, possibly none; no two of them with alerts about the same subject.</param>
    /// <returns>The ledger of all.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ledgers"/> or a ledger is null.</exception>
    /// <exception cref="ArgumentException">Two hold alerts about the same subject, which only one ledger can have seen in
    /// full.</exception>
    public static AlertLedger<TOwner> Merge<TOwner>(IEnumerable<AlertLedger<TOwner>> ledgers)
        where TOwner : notnull =>
        AlertLedger<TOwner>.MergeAll(ledgers);
}
