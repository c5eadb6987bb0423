using System;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>Within a measurement period: plan by name, component and line, by which earned to date and entered are compared.</summary>
internal readonly struct EarningKey : IEquatable<EarningKey>
{
    internal EarningKey(string plan, string component, LineId? line)
    {
        Plan = plan;
        Component = component;
        Line = line;
    }

    internal string Plan { get; }

    internal string Component { get; }

    internal LineId? Line { get; }

    public bool Equals(EarningKey other) =>
        Nullable.Equals(Line, other.Line) && string.Equals(Component, other.Component, StringComparison.Ordinal)
        && string.Equals(Plan, other.Plan, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is EarningKey other && Equals(other);

    public override int GetHashCode() => Hash.Combine(StringComparer.Ordinal.GetHashCode(Component), Line.GetHashCode());
}
