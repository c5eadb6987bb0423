using System.Collections.Generic;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>The days from which on those above some owners may be others.</summary>
internal static class TeamDays
{
    /// <summary>Adds the days on which a link above one of the owners, however far, begins or has ended.</summary>
    internal static void Add<TOwner>(Hierarchy<TOwner> hierarchy, HashSet<TOwner> owners, ISet<LocalDate> days)
        where TOwner : notnull
    {
        var seen = new HashSet<TOwner>(owners);
        var pending = new Queue<TOwner>(owners);
        while (pending.Count > 0)
        {
            foreach (var slice in hierarchy.ParentsOf(pending.Dequeue()).Entries)
            {
                DaysOfChange.Add(slice.Span, days);
                if (seen.Add(slice.Value))
                    pending.Enqueue(slice.Value);
            }
        }
    }
}
