using System;
using System.Diagnostics.CodeAnalysis;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>A span over which two timelines differ: what one has there, and what the other has.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <remarks>Equality is by span and both values. The default value is a gap over all days that stays a gap.</remarks>
public readonly struct TimelineChange<T> : IEquatable<TimelineChange<T>>
    where T : notnull
{
    internal TimelineChange(TimelineSlice<T> before, TimelineSlice<T> after)
    {
        Before = before;
        After = after;
    }

    /// <summary>The days concerned; on each of them, <see cref="Before"/> and <see cref="After"/> hold.</summary>
    public DateSpan Span => Before.Span;

    /// <summary>What the first timeline has over the span: a value, or a gap where one was added.</summary>
    public TimelineSlice<T> Before { get; }

    /// <summary>What the second timeline has over the span: a value, or a gap where one was taken away.</summary>
    public TimelineSlice<T> After { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A change.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(TimelineChange<T> left, TimelineChange<T> right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A change.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(TimelineChange<T> left, TimelineChange<T> right) => !left.Equals(right);

    /// <summary>Whether the other is over the same span with the same values.</summary>
    /// <param name="other">The change to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(TimelineChange<T> other) => Before == other.Before && After == other.After;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is TimelineChange<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Before.GetHashCode(), After.GetHashCode());

    /// <summary>The change in words: <c>2026-03-01/2026-03-31: CNY 9.20 to CNY 9.00</c>, <c>gap</c> where there is no value.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Span + ": " + Text(Before) + " to " + Text(After);

    private static string Text(TimelineSlice<T> slice) => slice.HasValue ? Figure.FromObject(slice.Value).ToString() : "gap";
}
