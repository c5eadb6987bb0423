using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>The quota of an owner on a day, as it was known on another: the one first set and the changes since.</summary>
/// <typeparam name="TOwner">The type of the owners.</typeparam>
/// <remarks>Made by <see cref="QuotaLedger{TOwner}"/>. Equality is by owner, days, quota first set and changes, whatever their
/// order.</remarks>
public sealed partial class QuotaBalance<TOwner> : IEquatable<QuotaBalance<TOwner>>
    where TOwner : notnull
{
    private readonly QuotaChange<TOwner>[] _changes;

    internal QuotaBalance(TOwner owner, LocalDate on, LocalDate knownOn, Measured first, QuotaChange<TOwner>[] changes)
    {
        Owner = owner;
        On = on;
        KnownOn = knownOn;
        First = first;
        _changes = changes;
        Amount = changes.Aggregate(first, (sum, change) => sum + change.AmountFor(owner)!.Value);
    }

    /// <summary>Whose quota it is.</summary>
    public TOwner Owner { get; }

    /// <summary>The day by which the changes are effective.</summary>
    public LocalDate On { get; }

    /// <summary>The day by which they were recorded.</summary>
    public LocalDate KnownOn { get; }

    /// <summary>The quota first set; 0 of who joined later, whose quota is a change from the first on.</summary>
    public Measured First { get; }

    /// <summary>The changes that count, in the order of record.</summary>
    public IReadOnlyList<QuotaChange<TOwner>> Changes => Array.AsReadOnly(_changes);

    /// <summary>The quota: the one first set + all changes.</summary>
    public Measured Amount { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A balance.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(QuotaBalance<TOwner>? left, QuotaBalance<TOwner>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A balance.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(QuotaBalance<TOwner>? left, QuotaBalance<TOwner>? right) => !(left == right);

    /// <summary>The sum of the changes of a kind: all relief, all that was transferred.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The sum, negative where it lowers the quota; a reversal counts as a reversal.</returns>
    public Measured SumOf(QuotaChangeKind kind) =>
        _changes.Where(change => change.Kind == kind).Aggregate(First.With(0m), (sum, change) => sum + change.AmountFor(Owner)!.Value);

    /// <summary>How the quota came about.</summary>
    /// <returns>The explanation, whose figure is <see cref="Amount"/>.</returns>
    public Explanation Explain() =>
        Node(
            "quota of " + InvariantText.Any(Owner) + " on " + InvariantText.Date(On) + " as known on " + InvariantText.Date(KnownOn),
            Amount.Value,
            Operation.Sum,
            [
                Fact("first set", First.Value),
                .. _changes.Select(change => Fact(
                    change.Kind + " " + change.Id + " from " + InvariantText.Date(change.Effective), change.AmountFor(Owner)!.Value.Value)),
            ]);

    /// <summary>Whether the other is of the same owner, days, quota first set and changes.</summary>
    /// <param name="other">The balance to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(QuotaBalance<TOwner>? other) =>
        other is not null && EqualityComparer<TOwner>.Default.Equals(Owner, other.Owner) && On == other.On && KnownOn == other.KnownOn
        && First == other.First && _changes.Length == other._changes.Length
        && new HashSet<QuotaChange<TOwner>>(_changes).SetEquals(other._changes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as QuotaBalance<TOwner>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Owner.GetHashCode(), On.GetHashCode(), KnownOn.GetHashCode(), _changes.Length);

    /// <summary>Owner, day and quota: <c>S-1 on 2026-07-01: CNY 940000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => InvariantText.Any(Owner) + " on " + InvariantText.Date(On) + ": " + Amount.Value;
}
