using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>A span of a <see cref="Timeline{T}"/> with one value, or a gap without any.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <remarks>Equality is by span and value. The default value is a gap over all days.</remarks>
public readonly struct TimelineSlice<T> : IEquatable<TimelineSlice<T>>
    where T : notnull
{
    private readonly T? _value;

    internal TimelineSlice(DateSpan span)
    {
        Span = span;
        _value = default;
        HasValue = false;
    }

    internal TimelineSlice(DateSpan span, T value)
    {
        Span = span;
        _value = value;
        HasValue = true;
    }

    /// <summary>The days of the slice.</summary>
    public DateSpan Span { get; }

    /// <summary>False for a gap.</summary>
    public bool HasValue { get; }

    /// <summary>The value in force on every day of the span.</summary>
    /// <exception cref="InvalidOperationException">The slice is a gap.</exception>
    public T Value => HasValue ? _value! : throw new InvalidOperationException("The slice " + Span + " is a gap and has no value.");

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A slice.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(TimelineSlice<T> left, TimelineSlice<T> right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A slice.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(TimelineSlice<T> left, TimelineSlice<T> right) => !left.Equals(right);

    /// <summary>Whether the other has the same span and value.</summary>
    /// <param name="other">The slice to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(TimelineSlice<T> other) =>
        Span == other.Span && HasValue == other.HasValue && EqualityComparer<T?>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is TimelineSlice<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Span.GetHashCode(), HasValue ? EqualityComparer<T?>.Default.GetHashCode(_value!) : 0);
}
