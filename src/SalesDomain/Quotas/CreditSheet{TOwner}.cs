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

    internal static FactSum Of(Dictionary<TOwner, List<FactSum>> sums, TOwner owner, decimal share)
    {
        if (!sums.TryGetValue(owner, out var shares))
            sums[owner] = shares = [];

        return Of(shares, share);
    }

    internal static FactSum Of(List<FactSum> shares, decimal share)
    {
        foreach (var known in shares)
        {
            if (known.Share == share)
                return known;
        }

        var sum = new FactSum(share);
        shares.Add(sum);
        return sum;
    }
}
