using System.Collections.Generic;

namespace SalesDomain.Quotas;

/// <summary>Who is credited with a fact from a day on, to which share of it, in the order of the holders.</summary>
internal sealed class CreditShare<TOwner>(
    (TOwner Owner, decimal Share, TOwner[] Above)[] own, (TOwner Owner, decimal Share)[] teams, decimal open, bool isOverAssigned,
    (TOwner Owner, decimal Share)[]? held = null)
    where TOwner : notnull
{
    /// <summary>The holders, and those above each of them, if it is rolled up.</summary>
    internal (TOwner Owner, decimal Share, TOwner[] Above)[] Own { get; } = own;

    /// <summary>What each team has, its owner's among it: two members with a half each are one whole for their manager.</summary>
    internal (TOwner Owner, decimal Share)[] Teams { get; } = teams;

    /// <summary>What nobody holds.</summary>
    internal decimal Open { get; } = open;

    /// <summary>True where more than the whole is held, and nobody is credited.</summary>
    internal bool IsOverAssigned { get; } = isOverAssigned;

    /// <summary>Where more than the whole is held, those who hold it; whose it is has to be decided between them.</summary>
    internal (TOwner Owner, decimal Share)[] Held { get; } = held ?? [];

    /// <summary>In the run of a plan, the sums that a fact counts to, by the number of the zone it is in: of the zones it was met in.
    /// Null in a run without a plan.</summary>
    internal Dictionary<int, FactSum[]>? ByZone { get; set; }
}
