using System;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>
/// Within a measurement period: plan by name, component and line, by which earned to date and entered are compared; and of what belongs to
/// no line the period that rated it, where a schedule earns it in another.
/// </summary>
internal readonly struct EarningKey : IEquatable<EarningKey>
{
    internal EarningKey(string plan, string component, LineId? line, DateSpan? ratedIn = null)
    {
        Plan = plan;
        Component = component;
        Line = line;
        RatedIn = ratedIn;
    }

    internal string Plan { get; }

    internal string Component { get; }

    internal LineId? Line { get; }

    /// <summary>The measurement period that rated what belongs to no line; null where that is the one of the key.</summary>
    internal DateSpan? RatedIn { get; }

    /// <summary>The key of the same thing in another measurement period than its own.</summary>
    internal EarningKey In(DateSpan other, DateSpan own) =>
        Line is null && (RatedIn ?? own) is var ratedIn ? new(Plan, Component, null, ratedIn == other ? null : ratedIn) : this;

    /// <summary>What it is of, in a measurement period, for a reader.</summary>
    internal string Named(DateSpan period) =>
        Component + (Line is { } line ? " " + line : "") + (RatedIn is { } ratedIn ? " of " + ratedIn : "") + " " + period;

    public bool Equals(EarningKey other) =>
        Nullable.Equals(Line, other.Line) && RatedIn == other.RatedIn
        && string.Equals(Component, other.Component, StringComparison.Ordinal) && string.Equals(Plan, other.Plan, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is EarningKey other && Equals(other);

    public override int GetHashCode() => Hash.Combine(StringComparer.Ordinal.GetHashCode(Component), Line.GetHashCode());
}
