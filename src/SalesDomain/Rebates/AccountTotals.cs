namespace SalesDomain.Rebates;

/// <summary>What the entries of one rebate and period come to, and what of it was carried by the last settlement.</summary>
internal readonly struct AccountTotals
{
    internal AccountTotals(RebateBalances balances, Money carried)
    {
        Balances = balances;
        Carried = carried;
    }

    internal RebateBalances Balances { get; }

    /// <summary>Kept for the next settlement; zero where nothing is.</summary>
    internal Money Carried { get; }

    /// <summary>What was carried is over once it is settled or written off.</summary>
    internal AccountTotals With(RebateEntryKind kind, Money amount) =>
        new(
            Balances.With(kind, amount),
            kind switch
            {
                RebateEntryKind.Carried => amount,
                RebateEntryKind.Settled or RebateEntryKind.WrittenOff => Money.Zero(amount.Currency),
                _ => Carried,
            });
}
