using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>A position on a day: its place, its people and its territories.</summary>
/// <remarks>Made by <see cref="SalesForce.ChangesBetween"/>. Equality is by all of these; lists in the order of codes.</remarks>
public sealed class PositionState : IEquatable<PositionState>
{
    private readonly SalespersonId[] _people;
    private readonly TerritoryId[] _territories;

    internal PositionState(bool isPlaced, PositionId? above, SalespersonId[] people, TerritoryId[] territories)
    {
        IsPlaced = isPlaced;
        Above = above;
        _people = people;
        _territories = territories;
        Array.Sort(_people);
        Array.Sort(_territories);
    }

    /// <summary>Whether it is in the hierarchy.</summary>
    public bool IsPlaced { get; }

    /// <summary>The position right above it, vacant or not, or null for none.</summary>
    public PositionId? Above { get; }

    /// <summary>Who is in it.</summary>
    public IReadOnlyList<SalespersonId> People => Array.AsReadOnly(_people);

    /// <summary>Which territories it has.</summary>
    public IReadOnlyList<TerritoryId> Territories => Array.AsReadOnly(_territories);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A state.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PositionState? left, PositionState? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A state.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PositionState? left, PositionState? right) => !(left == right);

    /// <summary>Whether the other has the same place, people and territories.</summary>
    /// <param name="other">The state to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PositionState? other) =>
        other is not null && IsPlaced == other.IsPlaced && Above == other.Above && _people.SequenceEqual(other._people)
        && _territories.SequenceEqual(other._territories);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as PositionState);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(IsPlaced ? 1 : 0, Above.GetHashCode(), _people.Length, _territories.Length);

    /// <summary>Place, people and territories: <c>under P-1, held by Li, with T-1, T-2</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        (Above is { } above ? "under " + above : IsPlaced ? "at the top" : "not placed")
        + (_people.Length > 0 ? ", held by " + string.Join(", ", _people.Select(each => each.ToString())) : ", vacant")
        + (_territories.Length > 0 ? ", with " + string.Join(", ", _territories.Select(each => each.ToString())) : "");
}
