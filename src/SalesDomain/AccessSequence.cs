using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>
/// In which order the entries of a <see cref="ScopeTable{T}"/> are asked, by how specific they are: customer and product, then product,
/// then everything.
/// </summary>
/// <remarks>
/// Declared, never guessed: whether an agreement with a customer for a category comes before a price for a product and a class is a
/// decision of the house. ERP systems call it the access sequence, or the order of table, group and all. Equality is by the levels in
/// their order.
/// </remarks>
public sealed class AccessSequence : IEquatable<AccessSequence>
{
    private readonly ScopeDimensions[] _levels;

    private AccessSequence(ScopeDimensions[] levels) => _levels = levels;

    /// <summary>The levels, the one asked first at the head.</summary>
    public IReadOnlyList<ScopeDimensions> Levels => Array.AsReadOnly(_levels);

    /// <summary>A sequence of levels, each named by the dimensions in which its scopes hold only some.</summary>
    /// <param name="levels">
    /// The level asked first at the head: <c>Customer | Product</c>, <c>Product</c>, <c>None</c>. At least one, each once.
    /// </param>
    /// <returns>The sequence.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="levels"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="levels"/> is empty or names a level twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A level is no combination of dimensions.</exception>
    public static AccessSequence Of(params ScopeDimensions[] levels)
    {
        var copy = Guard.Against.Nothing(levels, "a sequence has at least one level");
        for (var i = 0; i < copy.Length; i++)
        {
            if (Array.IndexOf(copy, Dimension.Checked(copy[i], nameof(levels))) < i)
                throw Guards.Invalid(nameof(levels), Dimension.Text(copy[i]), "must name each level once");
        }

        return new AccessSequence(copy);
    }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A sequence.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(AccessSequence? left, AccessSequence? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A sequence.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(AccessSequence? left, AccessSequence? right) => !(left == right);

    /// <summary>Whether the other has the same levels in the same order.</summary>
    /// <param name="other">The sequence to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(AccessSequence? other) => other is not null && _levels.SequenceEqual(other._levels);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AccessSequence);

    /// <inheritdoc/>
    public override int GetHashCode() => _levels.Aggregate(_levels.Length, (hash, level) => Hash.Combine(hash, (int)level));

    /// <summary>The levels in words: <c>customer + product, then product, then everything</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Join(", then ", _levels.Select(Dimension.Text));

    /// <summary>The place of a level, 0 for the first, or -1 when it is not in the sequence.</summary>
    internal int IndexOf(ScopeDimensions level) => Array.IndexOf(_levels, level);
}
