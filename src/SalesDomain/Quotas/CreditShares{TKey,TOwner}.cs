using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>Who is credited by each key and when.</summary>
internal sealed class CreditShares<TKey, TOwner>(IHolding<TKey, TOwner> holding, Crediting<TOwner> crediting)
    where TKey : struct
    where TOwner : notnull
{
    internal CreditSharesOfKey<TOwner> Of(TKey key) => new([.. DaysOf(key)], day => At(key, day));

    private SortedSet<LocalDate> DaysOf(TKey key)
    {
        var days = new SortedSet<LocalDate> { LocalDate.MinIsoValue };
        if (crediting.AssignedOn is null)
        {
            holding.AddDays(key, days);
            AddDaysOfTeams(key, days);
        }

        return days;
    }

    private void AddDaysOfTeams(TKey key, SortedSet<LocalDate> days)
    {
        if (crediting.Hierarchy is not { } hierarchy || crediting.RolledUpOn is not null)
            return;

        var owners = new HashSet<TOwner>();
        holding.AddOwners(key, owners);
        TeamDays.Add(hierarchy, owners, days);
    }

    private CreditShare<TOwner> At(TKey key, LocalDate day)
    {
        var holders = new List<(TOwner Owner, decimal Share)>();
        var isWhole = holding.TryHolders(key, crediting.AssignedOn ?? day, 1m, holders);
        var (shares, teams) = (new List<(TOwner Owner, decimal Share)>(), new List<(TOwner Owner, decimal Share)>());
        var open = 1m;
        foreach (var (owner, share) in holders)
        {
            Add(shares, owner, share);
            open -= share;
        }

        if (!isWhole || open < 0m)
            return new CreditShare<TOwner>([], [], 1m, isOverAssigned: true, [.. shares]);

        var on = crediting.RolledUpOn ?? crediting.AssignedOn ?? day;
        var own = shares.ConvertAll(each => (each.Owner, each.Share, Above: Above(each.Owner, on)));
        foreach (var (owner, share, above) in own)
        {
            if (crediting.Hierarchy is not null)
                Add(teams, owner, share);
            foreach (var manager in above)
                Add(teams, manager, share);
        }

        return new CreditShare<TOwner>([.. own], [.. teams], open, isOverAssigned: false);
    }

    private TOwner[] Above(TOwner owner, LocalDate on) => crediting.Hierarchy is { } hierarchy ? [.. hierarchy.AncestorsOf(owner, on)] : [];

    // A handful: whoever holds it, and those above.
    private static void Add(List<(TOwner Owner, decimal Share)> shares, TOwner owner, decimal share)
    {
        var place = shares.FindIndex(each => EqualityComparer<TOwner>.Default.Equals(each.Owner, owner));
        if (place < 0)
            shares.Add((owner, share));
        else
            shares[place] = (owner, shares[place].Share + share);
    }
}
