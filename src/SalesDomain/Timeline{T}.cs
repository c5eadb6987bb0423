using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Values effective over spans of days: a price and its successors, a limit, an assignment, a plan version.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <remarks>
/// <para>
/// At most one value is in force on a day: overlapping spans are refused when the timeline is built, whatever the order they come in. Days
/// without a value are gaps, and a gap is an answer of its own (<see cref="TryAt"/> is false), never a default value.
/// </para>
/// <para>
/// Immutable: <see cref="With"/>, <see cref="Override"/> and <see cref="Without"/> return changed copies. Equality is by spans and values;
/// neighbours with the same value stay two spans, because the date of a confirmation can matter.
/// </para>
/// </remarks>
public sealed class Timeline<T> : IEquatable<Timeline<T>>
    where T : notnull
{
    // Sorted by start; an open start sorts before every date.
    private readonly TimelineSlice<T>[] _entries;

    private Timeline(TimelineSlice<T>[] sorted) => _entries = sorted;

    /// <summary>The spans with their values, in order of time; gaps are not among them.</summary>
    public IReadOnlyList<TimelineSlice<T>> Entries => Array.AsReadOnly(_entries);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A timeline.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Timeline<T>? left, Timeline<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A timeline.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Timeline<T>? left, Timeline<T>? right) => !(left == right);

    /// <summary>The value in force on a day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day is in a gap.</exception>
    public T At(LocalDate date) =>
        TryAt(date, out var value) ? value
            : throw Guards.OutOfRange(nameof(date), InvariantText.Date(date), "must be a day with a value on this timeline");

    /// <summary>The value in force on a day, if there is one.</summary>
    /// <param name="date">The day.</param>
    /// <param name="value">The value, or the default of its type.</param>
    /// <returns>False when the day is in a gap.</returns>
    public bool TryAt(LocalDate date, [MaybeNullWhen(false)] out T value)
    {
        var at = LastStartingBy(date);
        var found = at >= 0 && _entries[at].Span.Contains(date);
        value = found ? _entries[at].Value : default;
        return found;
    }

    /// <summary>The days of a span cut wherever the value changes, gaps included: together they are exactly the span.</summary>
    /// <param name="span">The span to cut.</param>
    /// <returns>Slices in order of time, without overlap and without a missing day.</returns>
    public IReadOnlyList<TimelineSlice<T>> Slices(DateSpan span)
    {
        var slices = new List<TimelineSlice<T>>();
        var rest = (DateSpan?)span;
        foreach (var entry in _entries)
        {
            if (rest is not { } days || entry.Span.Intersection(days) is not { } common)
                continue;

            if (Before(days, common) is { } gap)
                slices.Add(new TimelineSlice<T>(gap));
            slices.Add(new TimelineSlice<T>(common, entry.Value));
            rest = After(days, common);
        }

        if (rest is { } tail)
            slices.Add(new TimelineSlice<T>(tail));

        return slices.AsReadOnly();
    }

    /// <summary>The timeline with one more value on days that have none.</summary>
    /// <param name="span">The days.</param>
    /// <param name="value">The value.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException">A day of the span has a value already; use <see cref="Override"/> to replace it.</exception>
    public Timeline<T> With(DateSpan span, T value) => Create(Pairs().Append((span, value)));

    /// <summary>The timeline with a value put over whatever was in force on those days; what was before and after them stays.</summary>
    /// <param name="span">The days.</param>
    /// <param name="value">The value.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public Timeline<T> Override(DateSpan span, T value) => Without(span).With(span, value);

    /// <summary>The timeline with a gap on those days; what was before and after them stays.</summary>
    /// <param name="span">The days.</param>
    /// <returns>The changed copy.</returns>
    public Timeline<T> Without(DateSpan span)
    {
        var kept = new List<(DateSpan, T)>(_entries.Length + 1);
        foreach (var entry in _entries)
        {
            if (entry.Span.Intersection(span) is not { } common)
            {
                kept.Add((entry.Span, entry.Value));
                continue;
            }

            if (Before(entry.Span, common) is { } before)
                kept.Add((before, entry.Value));
            if (After(entry.Span, common) is { } after)
                kept.Add((after, entry.Value));
        }

        return Create(kept);
    }

    /// <summary>The timeline of other values over the same spans.</summary>
    /// <typeparam name="TResult">The type of the new values.</typeparam>
    /// <param name="map">Gives the new value for an old one.</param>
    /// <returns>The new timeline.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> or one of its results is null.</exception>
    public Timeline<TResult> Map<TResult>(Func<T, TResult> map)
        where TResult : notnull
    {
        Guard.Against.Null(map);
        return Timeline<TResult>.Create(_entries.Select(entry => (entry.Span, map(entry.Value))), ofValue: nameof(map));
    }

    /// <summary>The spans over which another timeline has another value than this one, or one of the two has none.</summary>
    /// <param name="other">The timeline to compare with, say the list that is to follow this one.</param>
    /// <returns>The changes in order of time, each as long as it can be; empty when every day has the same value in both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public IReadOnlyList<TimelineChange<T>> ChangesTo(Timeline<T> other) => TimelineDifference.Of(this, Guard.Against.Null(other));

    /// <summary>Whether the other has the same spans and values.</summary>
    /// <param name="other">The timeline to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Timeline<T>? other) => other is not null && _entries.SequenceEqual(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Timeline<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => _entries.Aggregate(_entries.Length, (hash, entry) => Hash.Combine(hash, entry.GetHashCode()));

    /// <summary>Spans and values in order of time: <c>2026-01-01/2026-03-31: CNY 10.00, 2026-04-01/..: CNY 9.50</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join(", ", _entries.Select(entry => entry.Span + ": " + Figure.FromObject(entry.Value)));

    internal static Timeline<T> Create(IEnumerable<(DateSpan Span, T Value)> entries, string ofSpan = "span", string ofValue = "value")
    {
        var sorted = entries.Select(
            entry =>
                entry.Value is null ? throw new ArgumentNullException(ofValue) : new TimelineSlice<T>(entry.Span, entry.Value)).ToArray();
        Array.Sort(sorted, (left, right) => Nullable.Compare(left.Span.Start, right.Span.Start));
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i - 1].Span.Overlaps(sorted[i].Span))
                throw Guards.Invalid(ofSpan, sorted[i - 1].Span + " and " + sorted[i].Span, "must not overlap a day that has a value");
        }

        return new Timeline<T>(sorted);
    }

    private static DateSpan? Before(DateSpan whole, DateSpan part) =>
        part.Start is { } start && !(whole.Start >= start) && start > LocalDate.MinIsoValue ? new DateSpan(whole.Start, start.PlusDays(-1))
            : null;

    private static DateSpan? After(DateSpan whole, DateSpan part) =>
        part.End is { } end && !(whole.End <= end) && end < LocalDate.MaxIsoValue ? new DateSpan(end.PlusDays(1), whole.End) : null;

    private IEnumerable<(DateSpan Span, T Value)> Pairs() => _entries.Select(entry => (entry.Span, entry.Value));

    private int LastStartingBy(LocalDate date)
    {
        var low = 0;
        var high = _entries.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_entries[middle].Span.Start > date)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return high;
    }
}
