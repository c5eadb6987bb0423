using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>The share a family is to have in the total, and which shares are still within (品类目标占比).</summary>
/// <typeparam name="TKey">The type of families.</typeparam>
/// <remarks>
/// Both bounds are within. Bounds are shares: ± 5 around 40 % are percentage points, 35 % to 45 %. Made by <see cref="RangeTarget"/>.
/// Immutable; equality is by family, share and bounds.
/// </remarks>
public sealed class RangeTarget<TKey> : IEquatable<RangeTarget<TKey>>
    where TKey : notnull
{
    internal RangeTarget(TKey key, Percentage share, Percentage? least, Percentage? most)
    {
        Key = key;
        Share = share;
        Least = least;
        Most = most;
    }

    /// <summary>The family.</summary>
    public TKey Key { get; }

    /// <summary>The share aimed at; of a one-sided target its bound.</summary>
    public Percentage Share { get; }

    /// <summary>The least share that is within, itself included, or null where any smaller one is too.</summary>
    public Percentage? Least { get; }

    /// <summary>The largest share that is within, itself included, or null where any larger one is too.</summary>
    public Percentage? Most { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A target.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(RangeTarget<TKey>? left, RangeTarget<TKey>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A target.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(RangeTarget<TKey>? left, RangeTarget<TKey>? right) => !(left == right);

    /// <summary>Where a share stands.</summary>
    /// <param name="share">A share of the family, or null where it is not known.</param>
    /// <returns>Below, within or above the bounds; unknown for null.</returns>
    public RangeStatus StatusOf(Percentage? share) =>
        share is null ? RangeStatus.Unknown
            : share < Least ? RangeStatus.Below
            : share > Most ? RangeStatus.Above
            : RangeStatus.Within;

    /// <summary>Whether the other asks the same.</summary>
    /// <param name="other">The target to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(RangeTarget<TKey>? other) =>
        other is not null && EqualityComparer<TKey>.Default.Equals(Key, other.Key) && Share == other.Share && Least == other.Least
            && Most == other.Most;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as RangeTarget<TKey>);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(EqualityComparer<TKey>.Default.GetHashCode(Key), Share.GetHashCode(), Least.GetHashCode(), Most.GetHashCode());

    /// <summary>Family and share: <c>pumps 40%, from 35% to 45%</c>, <c>valves at least 30%</c>, <c>fittings at most 10%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Any(Key)
        + (Least is not { } least ? " at most " + Share
            : Most is not { } most ? " at least " + Share
            : " " + Share + ", from " + least + " to " + most);
}
