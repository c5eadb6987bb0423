using System;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>One rebate over one calculation period.</summary>
internal readonly struct AccountKey : IEquatable<AccountKey>, IComparable<AccountKey>
{
    internal AccountKey(string rebate, DateSpan period)
    {
        Rebate = rebate;
        Period = period;
    }

    internal string Rebate { get; }

    internal DateSpan Period { get; }

    public static bool operator ==(AccountKey left, AccountKey right) => left.Equals(right);

    public static bool operator !=(AccountKey left, AccountKey right) => !left.Equals(right);

    /// <summary>By first day, last day and name: the oldest is paid first.</summary>
    public int CompareTo(AccountKey other)
    {
        var order = Period.Start!.Value.CompareTo(other.Period.Start!.Value);
        if (order == 0)
            order = Period.End!.Value.CompareTo(other.Period.End!.Value);
        return order != 0 ? order : string.CompareOrdinal(Rebate, other.Rebate);
    }

    public bool Equals(AccountKey other) =>
        Period == other.Period && string.Equals(Rebate, other.Rebate, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is AccountKey other && Equals(other);

    public override int GetHashCode() => Hash.Combine(StringComparer.Ordinal.GetHashCode(Rebate), Period.GetHashCode());
}
