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
}
