using System;
using System.Collections.Generic;

namespace SalesDomain.Quotas;

/// <summary>The running sums of one run: by owner and share, of what nobody has, and of all.</summary>
internal sealed class CreditSheet<TOwner>
    where TOwner : notnull
{
    internal Dictionary<TOwner, List<FactSum>> Own { get; } = [];

    internal Dictionary<TOwner, List<FactSum>> Teams { get; } = [];

    internal List<FactSum> Unassigned { get; } = [];

    internal FactSum OverAssigned { get; } = new(1m);

    internal FactSum Total { get; } = new(1m);

    /// <summary>Whether an owner has a cell of the plan for these facts; null where there is no plan.</summary>
    internal Func<TOwner, bool>? IsPlanned { get; init; }

    /// <summary>What is in a cell of its owner, or of one above; each fact once, whatever cells it is in.</summary>
    internal List<FactSum> InCells { get; } = [];

    /// <summary>What is credited to somebody, and is in no cell of theirs.</summary>
    internal List<FactSum> OutsideCells { get; } = [];

    internal static FactSum Of(Dictionary<TOwner, List<FactSum>> sums, TOwner owner, decimal share)
    {
        if (!sums.TryGetValue(owner, out var shares))
            sums[owner] = shares = [];

        return Of(shares, share);
    }

    internal static FactSum Of(List<FactSum> shares, decimal share)
    {
        if (shares.Find(each => each.Share == share) is { } known)
            return known;

        var sum = new FactSum(share);
        shares.Add(sum);
        return sum;
    }

    internal static void Merge(List<FactSum> shares, List<FactSum> others)
    {
        foreach (var other in others)
            Of(shares, other.Share).Add(other);
    }

    /// <summary>Adds the sums of other facts; the total apart, which a run adds up itself.</summary>
    internal void AddAllButTotal(CreditSheet<TOwner> other)
    {
        Merge(Own, other.Own);
        Merge(Teams, other.Teams);
        Merge(Unassigned, other.Unassigned);
        Merge(InCells, other.InCells);
        Merge(OutsideCells, other.OutsideCells);
        OverAssigned.Add(other.OverAssigned);
    }

    private static void Merge(Dictionary<TOwner, List<FactSum>> sums, Dictionary<TOwner, List<FactSum>> others)
    {
        foreach (var other in others)
        {
            if (!sums.TryGetValue(other.Key, out var shares))
                sums[other.Key] = shares = [];

            Merge(shares, other.Value);
        }
    }
}
