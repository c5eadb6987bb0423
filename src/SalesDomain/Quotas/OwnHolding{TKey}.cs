using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>What a fact names is itself the owner: the salesperson on the line.</summary>
internal sealed class OwnHolding<TKey> : IHolding<TKey, TKey>
{
    public void AddDays(TKey key, ISet<LocalDate> days)
    {
    }

    public void AddOwners(TKey key, ISet<TKey> owners) => owners.Add(key);

    public bool TryHolders(TKey key, LocalDate on, decimal share, ICollection<(TKey Owner, decimal Share)> holders)
    {
        holders.Add((key, share));
        return true;
    }

    public bool IsSameAs(IHolding<TKey, TKey> other) => other is OwnHolding<TKey>;
}
