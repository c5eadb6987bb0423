using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// One change of quotas as a dated fact with its reason: what it adds to whose quota, from which day on, and when that was recorded.
/// </summary>
/// <typeparam name="TOwner">The type of the owners.</typeparam>
/// <remarks>
/// Made by <see cref="QuotaChange"/>. A transfer is one change whose lines sum to zero. Immutable. Equality is by all values.
/// </remarks>
public sealed class QuotaChange<TOwner> : IEquatable<QuotaChange<TOwner>>
    where TOwner : notnull
{
    private readonly (TOwner Owner, Measured Amount)[] _lines;

    internal QuotaChange(
        DocumentId id, QuotaChangeKind kind, LocalDate recorded, LocalDate effective, (TOwner, Measured)[] lines,
        Reason because, DocumentId? reverses)
    {
        Id = Identifier.Given(id);
        Kind = kind;
        Recorded = Guard.Against.OtherCalendar(recorded);
        Effective = Guard.Against.OtherCalendar(effective);
        Because = Identifier.Given(because);
        Reverses = reverses;
        _lines = lines;
    }

    /// <summary>The number under which the change is on file.</summary>
    public DocumentId Id { get; }

    /// <summary>What kind of change it is.</summary>
    public QuotaChangeKind Kind { get; }

    /// <summary>The day on which it was recorded.</summary>
    public LocalDate Recorded { get; }

    /// <summary>The day from which it counts.</summary>
    public LocalDate Effective { get; }

    /// <summary>What it adds to whose quota: one line, or those of a transfer, which sum to zero.</summary>
    public IReadOnlyList<(TOwner Owner, Measured Amount)> Lines => Array.AsReadOnly(_lines);

    /// <summary>Why.</summary>
    public Reason Because { get; }

    /// <summary>The change that this one undoes, or null.</summary>
    public DocumentId? Reverses { get; }

    /// <summary>True when it counts for days before it was recorded.</summary>
    public bool IsRetroactive => Effective < Recorded;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A change.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(QuotaChange<TOwner>? left, QuotaChange<TOwner>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A change.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(QuotaChange<TOwner>? left, QuotaChange<TOwner>? right) => !(left == right);

    /// <summary>What the change adds to the quota of an owner; null when it does not concern him.</summary>
    /// <param name="owner">The owner.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    public Measured? AmountFor(TOwner owner)
    {
        if (owner is null)
            throw new ArgumentNullException(nameof(owner));

        foreach (var line in _lines)
        {
            if (EqualityComparer<TOwner>.Default.Equals(line.Owner, owner))
                return line.Amount;
        }

        return null;
    }

    /// <summary>Whether the other is the same in every value.</summary>
    /// <param name="other">The change to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(QuotaChange<TOwner>? other) =>
        other is not null && Id == other.Id && Kind == other.Kind && Recorded == other.Recorded && Effective == other.Effective
        && Because == other.Because && Reverses == other.Reverses && _lines.SequenceEqual(other._lines);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as QuotaChange<TOwner>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Id.GetHashCode(), Recorded.GetHashCode(), Effective.GetHashCode(), (int)Kind);

    /// <summary>
    /// The change in words: <c>Q-7 Transfer from 2026-07-01 (recorded 2026-07-10): S-1 CNY -60000.00, S-2 CNY 60000.00; account-moved</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Id + " " + Kind + (Reverses is { } reversed ? " of " + reversed : "") + " from " + InvariantText.Date(Effective)
        + " (recorded " + InvariantText.Date(Recorded) + "): "
        + string.Join(", ", _lines.Select(line => InvariantText.Any(line.Owner) + " " + line.Amount.Value)) + "; " + Because;

    internal QuotaChange<TOwner> Reversed(DocumentId id, LocalDate recorded, Reason because) =>
        new(
            id, QuotaChangeKind.Reversal, recorded, Effective, Array.ConvertAll(_lines, line => (line.Owner, -line.Amount)), because, Id);
}
