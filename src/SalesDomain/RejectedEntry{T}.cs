using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain;

/// <summary>An entry of a <see cref="ScopeTable{T}"/> that does not decide a sale, and why.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>Made by <see cref="ScopeResolution{T}"/>. Equality is by entry and reasons.</remarks>
public sealed class RejectedEntry<T> : IEquatable<RejectedEntry<T>>
    where T : notnull
{
    private readonly Reason[] _reasons;

    internal RejectedEntry(ScopeEntry<T> entry, IEnumerable<Reason> reasons)
    {
        Entry = entry;
        _reasons = [.. reasons];
    }

    /// <summary>The entry.</summary>
    public ScopeEntry<T> Entry { get; }

    /// <summary>Every reason there is, at least one.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rejected entry.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(RejectedEntry<T>? left, RejectedEntry<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rejected entry.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(RejectedEntry<T>? left, RejectedEntry<T>? right) => !(left == right);

    /// <summary>Whether the other is the same entry for the same reasons.</summary>
    /// <param name="other">The rejected entry to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(RejectedEntry<T>? other) => other is not null && Entry == other.Entry && _reasons.SequenceEqual(other._reasons);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RejectedEntry<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => Entry.GetHashCode();

    /// <summary>Name and reasons: <c>item: scope.less-specific (level product, winner's level customer + product)</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Entry.Name + ": " + string.Join(", ", _reasons.Select(reason => reason.ToString()));
}
