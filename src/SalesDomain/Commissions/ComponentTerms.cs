using System;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What is agreed with one payee for one component.</summary>
internal sealed class ComponentTerms(Measured? quota = null, Money? target = null, Percentage? rate = null) : IEquatable<ComponentTerms>
{
    internal Measured? Quota { get; } = quota;

    internal Money? Target { get; } = target;

    internal Percentage? Rate { get; } = rate;

    public bool Equals(ComponentTerms? other) =>
        other is not null && Quota == other.Quota && Target == other.Target && Rate == other.Rate;

    public override bool Equals(object? obj) => Equals(obj as ComponentTerms);

    public override int GetHashCode() => Hash.Combine(Quota.GetHashCode(), Target.GetHashCode(), Rate.GetHashCode());

    public override string ToString() =>
        string.Join(
            ", ",
            Array.FindAll(
                [
                    Quota is { } quota ? "quota " + quota.Value : "", Target is { } target ? "target incentive " + target : "",
                    Rate is { } rate ? "rate " + rate : "",
                ],
                text => text.Length > 0));
}
