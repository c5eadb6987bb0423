using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>So many pieces of a scope, as one part of a <see cref="Deal"/>: two chairs of a table and its chairs.</summary>
/// <remarks>Immutable; equality is by value.</remarks>
public sealed class DealPart : IEquatable<DealPart>
{
    private DealPart(int pieces, Scope scope)
    {
        Pieces = pieces;
        Scope = scope;
    }

    /// <summary>How many pieces of one deal, at least 1.</summary>
    public int Pieces { get; }

    /// <summary>Which pieces.</summary>
    public Scope Scope { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A part.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(DealPart? left, DealPart? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A part.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(DealPart? left, DealPart? right) => !(left == right);

    /// <summary>So many pieces of a scope.</summary>
    /// <param name="pieces">How many, at least 1.</param>
    /// <param name="scope">Which.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pieces"/> is below 1.</exception>
    public static DealPart Of(int pieces, Scope scope) =>
        new(Guard.Against.OutsideRange(1, int.MaxValue, pieces), Guard.Against.Null(scope));

    /// <summary>Whether the other is the same part.</summary>
    /// <param name="other">The part to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(DealPart? other) => other is not null && Pieces == other.Pieces && Scope == other.Scope;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as DealPart);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Pieces, Scope.GetHashCode());

    /// <summary>Number and scope: <c>2 of product P-1</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => InvariantText.Number(Pieces) + (Scope == Scope.Everything ? "" : " of " + Scope);
}
