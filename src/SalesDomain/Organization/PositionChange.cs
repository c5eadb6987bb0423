using System;
using System.Diagnostics.CodeAnalysis;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>What is not the same of a position on one day and on another.</summary>
/// <remarks>Immutable. Made by <see cref="SalesForce.ChangesBetween"/>. Equality is by position and both states.</remarks>
public sealed class PositionChange : IEquatable<PositionChange>
{
    internal PositionChange(PositionId position, PositionState before, PositionState after)
    {
        Position = position;
        Before = before;
        After = after;
    }

    /// <summary>The position.</summary>
    public PositionId Position { get; }

    /// <summary>What it was on the first day.</summary>
    public PositionState Before { get; }

    /// <summary>What it is on the second day.</summary>
    public PositionState After { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A change.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PositionChange? left, PositionChange? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A change.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PositionChange? left, PositionChange? right) => !(left == right);

    /// <summary>Whether the other is of the same position with the same states.</summary>
    /// <param name="other">The change to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PositionChange? other) =>
        other is not null && Position == other.Position && Before == other.Before && After == other.After;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as PositionChange);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Position.GetHashCode(), Before.GetHashCode(), After.GetHashCode());

    /// <summary>The change in words: <c>P-2: under P-1, vacant to under P-1, held by Li</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Position + ": " + Before + " to " + After;
}
