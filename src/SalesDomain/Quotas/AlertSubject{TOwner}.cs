using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>What is watched: of whom, which measure, over which period. There is at most one open alert about it.</summary>
/// <typeparam name="TOwner">The type of the owner: a person, a position, a territory, the caller's own.</typeparam>
/// <remarks>Made by <see cref="AlertSubject"/>. Equality is by owner, measure and period.</remarks>
public sealed record AlertSubject<TOwner>
    where TOwner : notnull
{
    // Computed once: a run looks the same subject up for each of its entries.
    private readonly int _hash;

    internal AlertSubject(TOwner owner, Measure measure, DateSpan period)
    {
        Owner = owner is null ? throw new ArgumentNullException(nameof(owner)) : owner;
        Measure = Guard.Against.Null(measure);
        Period = period;
        _hash = Hash.Combine(Owner.GetHashCode(), Measure.GetHashCode(), Period.GetHashCode());
    }

    /// <summary>Whose figure is watched.</summary>
    public TOwner Owner { get; }

    /// <summary>What is measured.</summary>
    public Measure Measure { get; }

    /// <summary>The period of the quota.</summary>
    public DateSpan Period { get; }

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary>Owner, measure and period: <c>S-1, revenue, without tax, 2026-01-01/2026-03-31</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => InvariantText.Any(Owner) + ", " + Measure + ", " + Period;
}
