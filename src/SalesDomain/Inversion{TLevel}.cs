using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>
/// A range in which an all-units result is higher than that of a larger level: 9 pieces that cost more than 10, a sale that earns more than
/// a larger sale.
/// </summary>
/// <typeparam name="TLevel">Quantity for prices, Money for rates.</typeparam>
/// <remarks>Equality is by value; the default value is empty.</remarks>
public readonly struct Inversion<TLevel> : IEquatable<Inversion<TLevel>>
    where TLevel : struct
{
    internal Inversion(TLevel first, TLevel last, Money lastResult, TLevel @break, Money breakResult)
    {
        First = first;
        Last = last;
        LastResult = lastResult;
        Break = @break;
        BreakResult = breakResult;
    }

    /// <summary>The lowest level of the range.</summary>
    public TLevel First { get; }

    /// <summary>The highest level of the range: the last of its step, unless the rate is negative.</summary>
    public TLevel Last { get; }

    /// <summary>The result at <see cref="Last"/>, the highest of the range unless the rate is negative.</summary>
    public Money LastResult { get; }

    /// <summary>The larger level with the lowest later result: the first of a later step.</summary>
    public TLevel Break { get; }

    /// <summary>The result at <see cref="Break"/>, lower than any in the range.</summary>
    public Money BreakResult { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An inversion.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(Inversion<TLevel> left, Inversion<TLevel> right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An inversion.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Inversion<TLevel> left, Inversion<TLevel> right) => !left.Equals(right);

    /// <summary>Whether the other is the same range against the same break.</summary>
    /// <param name="other">The inversion to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Inversion<TLevel> other)
    {
        var levels = EqualityComparer<TLevel>.Default;
        return levels.Equals(First, other.First) && levels.Equals(Last, other.Last) && levels.Equals(Break, other.Break)
            && LastResult == other.LastResult && BreakResult == other.BreakResult;
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Inversion<TLevel> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(First.GetHashCode(), Last.GetHashCode(), Break.GetHashCode(), LastResult.GetHashCode());

    /// <summary>
    /// The range in words: <c>2938 PCE to 2999 PCE give more (CNY 287904.00 at the end) than 3000 PCE (CNY 282000.00)</c>.
    /// </summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        InvariantText.Any(First) + " to " + InvariantText.Any(Last) + " give more (" + LastResult + " at the end) than "
        + InvariantText.Any(Break) + " (" + BreakResult + ")";
}
