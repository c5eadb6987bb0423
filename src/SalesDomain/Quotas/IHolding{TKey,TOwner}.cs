using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>Who holds what a fact names, directly or through assignments.</summary>
internal interface IHolding<TKey, TOwner>
{
    /// <summary>The days from which on another may hold it.</summary>
    void AddDays(TKey key, ISet<LocalDate> days);

    /// <summary>Whoever holds it on any day.</summary>
    void AddOwners(TKey key, ISet<TOwner> owners);

    /// <summary>Who holds it on a day, to which share of the whole; false when on the way more than the whole is held.</summary>
    bool TryHolders(TKey key, LocalDate on, decimal share, ICollection<(TOwner Owner, decimal Share)> holders);

    bool IsSameAs(IHolding<TKey, TOwner> other);
}
