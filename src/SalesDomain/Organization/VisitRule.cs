using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>How a customer is to be visited: how often, how many days apart at most, and how long a call takes.</summary>
/// <remarks>Immutable. Equality is by all three.</remarks>
public sealed class VisitRule : IEquatable<VisitRule>
{
    private VisitRule(CallFrequency frequency, int? maximumInterval, Duration? duration)
    {
        Frequency = frequency;
        MaximumIntervalDays = maximumInterval;
        TimeOfACall = duration;
    }

    /// <summary>How often.</summary>
    public CallFrequency Frequency { get; }

    /// <summary>The most days from one visit to the next, 1 or more; null where no visit is ever overdue.</summary>
    public int? MaximumIntervalDays { get; }

    /// <summary>How long a call takes; null where it is not said.</summary>
    public Duration? TimeOfACall { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(VisitRule? left, VisitRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(VisitRule? left, VisitRule? right) => !(left == right);

    /// <summary>A rule with a frequency alone.</summary>
    /// <param name="frequency">How often.</param>
    /// <returns>The rule.</returns>
    public static VisitRule Of(CallFrequency frequency) => new(frequency, null, null);

    /// <summary>The rule with a most number of days between visits, after which one is overdue.</summary>
    /// <param name="days">From one visit to the next, 1 or more: 14 allows the 15th after the 1st.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is below 1.</exception>
    public VisitRule WithMaximumInterval(int days) => new(Frequency, Guard.Against.OutsideRange(1, int.MaxValue, days), TimeOfACall);

    /// <summary>The rule with the time of a call, with or without travel as the caller counts it.</summary>
    /// <param name="duration">How long, above zero.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is not positive.</exception>
    public VisitRule WithTimeOfACall(Duration duration) =>
        duration > Duration.Zero ? new VisitRule(Frequency, MaximumIntervalDays, duration)
            : throw Guards.OutOfRange(nameof(duration), InvariantText.Duration(duration), "must be positive");

    /// <summary>Whether the other has the same frequency, interval and duration.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(VisitRule? other) =>
        other is not null && Frequency == other.Frequency && MaximumIntervalDays == other.MaximumIntervalDays
        && TimeOfACall == other.TimeOfACall;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as VisitRule);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Frequency.GetHashCode(), MaximumIntervalDays ?? 0, TimeOfACall?.GetHashCode() ?? 0);

    /// <summary>The rule in words: <c>1 every 2 periods, at most 60 days apart, 0:00:45:00 each</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Frequency + (MaximumIntervalDays is { } days ? ", at most " + InvariantText.Number(days) + " days apart" : "")
        + (TimeOfACall is { } duration ? ", " + InvariantText.Duration(duration) + " each" : "");
}
