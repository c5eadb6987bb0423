using System;

namespace SalesDomain.Rebates;

/// <summary>One rebate over one calculation period.</summary>
internal readonly record struct AccountKey(string Rebate, DateSpan Period) : IComparable<AccountKey>
{
    /// <summary>By first day, last day and name: the oldest is paid first.</summary>
    public int CompareTo(AccountKey other)
    {
        var order = Period.Start!.Value.CompareTo(other.Period.Start!.Value);
        if (order == 0)
            order = Period.End!.Value.CompareTo(other.Period.End!.Value);
        return order != 0 ? order : string.CompareOrdinal(Rebate, other.Rebate);
    }
}
