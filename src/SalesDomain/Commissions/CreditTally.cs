using System.Collections.Generic;

namespace SalesDomain.Commissions;

/// <summary>How many facts of a run there is something to say of.</summary>
internal sealed class CreditTally
{
    private int _unassigned;
    private int _overAssigned;
    private int _overlaysOverAssigned;

    internal int WithoutOriginal { get; set; }

    internal int WithoutSale { get; set; }

    internal void Count<TPayee>(CreditSet<TPayee> set)
        where TPayee : notnull
    {
        Count(set.Direct.Open > 0m, set.Direct.IsOverAssigned);
        var sources = set.Sources;
        for (var i = 1; i < sources.Count; i++)
            _overlaysOverAssigned += sources[i].IsOverAssigned ? 1 : 0;
    }

    internal void Count(bool isUnassigned, bool isOverAssigned)
    {
        _unassigned += isUnassigned ? 1 : 0;
        _overAssigned += isOverAssigned ? 1 : 0;
    }

    internal IEnumerable<Reason> Reasons(int statusMissing, int discountMissing)
    {
        var counts = new[]
        {
            ("credit.unassigned", _unassigned), ("credit.over-assigned", _overAssigned),
            ("credit.overlay-over-assigned", _overlaysOverAssigned), ("credit.return-without-original", WithoutOriginal),
            ("credit.receipt-without-sale", WithoutSale), ("credit.customer-status-unknown", statusMissing),
            ("credit.discount-unknown", discountMissing),
        };
        foreach (var (code, count) in counts)
        {
            if (count > 0)
                yield return new Reason(code, ("facts", count));
        }
    }
}
