using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>From a day on, a dispute about an entry stands so.</summary>
/// <remarks>
/// A status as data: who may set which, and what follows, is for the caller. Nothing of a dispute changes a balance. Immutable; equality is
/// by all values.
/// </remarks>
public sealed class CommissionDispute : IEquatable<CommissionDispute>
{
    /// <summary>A status of a dispute.</summary>
    /// <param name="entry">The number of the entry that is disputed, from 1.</param>
    /// <param name="status">How the dispute stands.</param>
    /// <param name="on">From which day on.</param>
    /// <param name="because">What was said for it, not blank.</param>
    /// <exception cref="ArgumentNullException"><paramref name="because"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="entry"/> is less than 1, or <paramref name="status"/> is not a value of its type.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="because"/> is blank or has outer white space, or <paramref name="on"/> is not of the ISO calendar.
    /// </exception>
    public CommissionDispute(int entry, CommissionDisputeStatus status, LocalDate on, string because)
    {
        Because = Identifier.Checked(because);
        Entry = Guard.Against.OutsideRange(1, int.MaxValue, entry);
        Status = Guard.Against.Undefined(status);
        On = Guard.Against.OtherCalendar(on);
    }

    /// <summary>The number of the entry that is disputed.</summary>
    public int Entry { get; }

    /// <summary>How the dispute stands.</summary>
    public CommissionDisputeStatus Status { get; }

    /// <summary>From which day on.</summary>
    public LocalDate On { get; }

    /// <summary>What was said for it.</summary>
    public string Because { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A dispute.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionDispute? left, CommissionDispute? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A dispute.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionDispute? left, CommissionDispute? right) => !(left == right);

    /// <summary>Whether the other has the same values.</summary>
    /// <param name="other">The dispute to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionDispute? other) =>
        other is not null && Entry == other.Entry && Status == other.Status && On == other.On
        && string.Equals(Because, other.Because, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionDispute);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Entry, (int)Status, On.GetHashCode(), StringComparer.Ordinal.GetHashCode(Because));

    /// <summary>Entry, status, day and text: <c>entry 3 Raised on 2026-05-04: not my customer</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "entry " + InvariantText.Number(Entry) + " " + Status + " on " + InvariantText.Date(On) + ": " + Because;
}
