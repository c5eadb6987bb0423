using System;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;

namespace SalesDomain;

/// <summary>Makes revisions without naming the type of their values.</summary>
public static class Revisions
{
    /// <summary>A history in which nothing has been recorded yet.</summary>
    /// <typeparam name="T">The type of the values to come.</typeparam>
    /// <returns>The history.</returns>
    public static Revisions<T> Empty<T>()
        where T : notnull =>
        Revisions<T>.Nothing;

    /// <summary>A history that begins with a timeline all of which was recorded on one day.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="recorded">The day on which it was recorded.</param>
    /// <param name="timeline">The values known on that day; each of its spans becomes an entry.</param>
    /// <returns>The history; the timeline is what is known from that day on.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="timeline"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="recorded"/> is not of the ISO calendar.</exception>
    public static Revisions<T> Of<T>(LocalDate recorded, Timeline<T> timeline)
        where T : notnull
    {
        Guard.Against.Null(timeline);
        var entries = timeline.Entries.Select(entry => (recorded, entry.Span, entry.Value)).ToArray();
        return Revisions<T>.Nothing.Append(entries, nameof(recorded), nameof(timeline));
    }

    /// <summary>A history of values in the order in which they were recorded.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="entries">
    /// The day of record, the days for which it speaks, and the value of each entry; no day of record before the one above it.
    /// </param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> or a value is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An entry was recorded before the one above it.</exception>
    /// <exception cref="ArgumentException">A day of record is not of the ISO calendar.</exception>
    public static Revisions<T> Of<T>(params (LocalDate Recorded, DateSpan Effective, T Value)[] entries)
        where T : notnull
    {
        Guard.Against.Null(entries);
        return Revisions<T>.Nothing.Append(entries, nameof(entries), nameof(entries));
    }
}
