using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>
/// A timeline whose own history is kept: values have an effective span and a day of record, and every past state can be asked for as it was
/// known then.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <remarks>
/// <para>
/// A <see cref="Timeline{T}"/> forgets what it said before a correction. Here a correction is one more entry, laid over the earlier ones
/// for its days, and what was known on any day before stays what it was: a statement can be printed again as it was printed. (Effective and
/// recorded time; bitemporal history.)
/// </para>
/// <para>
/// Entries come in the order of their days of record. Of several on one day the later wins, and what was known on that day includes them
/// all, so a day is settled once it is over. Whoever settles within a day keeps the timeline he settled by; it is immutable.
/// </para>
/// <para>
/// A rule is read in one of three ways, and has to say in which. <c>At(date, knownOn: date)</c> is the value as it was known on the day of
/// the fact: nothing recorded later touches it, and a day whose rule was published late has none. <c>FirstKnown(date)</c> gives such a day
/// the value that was learnt first, and every other day the value known on it: a late publication counts, a later correction does not.
/// <c>At(date, knownOn: today)</c> lets every entry touch earlier facts, corrections included.
/// </para>
/// <para>
/// Immutable: <see cref="Record"/> and <see cref="Withdraw"/> return changed copies. Equality is by entries in their order. One timeline is
/// kept for each day of record, so that asking costs a search and no memory; that is meant for the tens or hundreds of revisions that a
/// price, a limit or a plan ever has.
/// </para>
/// </remarks>
public sealed class Revisions<T> : IEquatable<Revisions<T>>
    where T : notnull
{
    private readonly Revision<T>[] _entries;

    // The days of record, each once and rising, and what was known at the end of each.
    private readonly LocalDate[] _days;
    private readonly Timeline<T>[] _known;

    private Revisions(Revision<T>[] entries, LocalDate[] days, Timeline<T>[] known)
    {
        _entries = entries;
        _days = days;
        _known = known;
    }

    /// <summary>What was recorded, in the order in which it was.</summary>
    public IReadOnlyList<Revision<T>> Entries => Array.AsReadOnly(_entries);

    /// <summary>What is known after every entry.</summary>
    public Timeline<T> Current => _known.Length == 0 ? Unknown : _known[_known.Length - 1];

    internal static Revisions<T> Nothing { get; } = new([], [], []);

    private static Timeline<T> Unknown { get; } = Timeline.Empty<T>();

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A history.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Revisions<T>? left, Revisions<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A history.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Revisions<T>? left, Revisions<T>? right) => !(left == right);

    /// <summary>The history with one more entry: a value put over whatever was known for those days.</summary>
    /// <param name="recorded">The day of record, not before that of the last entry.</param>
    /// <param name="effective">The days for which the value holds.</param>
    /// <param name="value">The value.</param>
    /// <param name="because">Why, for whoever reads the history; null when there is nothing to say.</param>
    /// <returns>The longer copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="recorded"/> is before the day of the last entry.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="recorded"/> is not of the ISO calendar, or <paramref name="because"/> is the default value.
    /// </exception>
    public Revisions<T> Record(LocalDate recorded, DateSpan effective, T value, Reason? because = null) =>
        value is null ? throw new ArgumentNullException(nameof(value))
            : Append([new Revision<T>(recorded, effective, value, Identifier.GivenOrNull(because, nameof(because)))], nameof(recorded));

    /// <summary>The history with one more entry: no value for those days, which become a gap.</summary>
    /// <param name="recorded">The day of record, not before that of the last entry.</param>
    /// <param name="effective">The days for which no value holds any more.</param>
    /// <param name="because">Why, for whoever reads the history; null when there is nothing to say.</param>
    /// <returns>The longer copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="recorded"/> is before the day of the last entry.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="recorded"/> is not of the ISO calendar, or <paramref name="because"/> is the default value.
    /// </exception>
    public Revisions<T> Withdraw(LocalDate recorded, DateSpan effective, Reason? because = null) =>
        Append([new Revision<T>(recorded, effective, Identifier.GivenOrNull(because, nameof(because)))], nameof(recorded));

    /// <summary>What was known on a day: all that was recorded on it or before, and nothing that was recorded later.</summary>
    /// <param name="date">The day; before the first entry nothing was known.</param>
    /// <returns>The timeline as it was then. It never changes when later days are recorded on.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> is not of the ISO calendar.</exception>
    public Timeline<T> AsKnownOn(LocalDate date)
    {
        Guard.Against.OtherCalendar(date);
        var last = SortedDays.LastBy(_days, date);
        return last < 0 ? Unknown : _known[last];
    }

    /// <summary>The value for a day, as it was known on another.</summary>
    /// <param name="date">The day for which the value is asked, say that of the sale.</param>
    /// <param name="knownOn">The day from which one looks, say that of the statement.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">As known then, <paramref name="date"/> had no value.</exception>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    public T At(LocalDate date, LocalDate knownOn) =>
        TryAt(date, knownOn, out var value) ? value
            : throw Guards.OutOfRange(
                nameof(date), InvariantText.Date(date), "must be a day with a value as known on " + InvariantText.Date(knownOn));

    /// <summary>The value for a day, as it was known on another, if there was one.</summary>
    /// <param name="date">The day for which the value is asked, say that of the sale.</param>
    /// <param name="knownOn">The day from which one looks, say that of the statement.</param>
    /// <param name="value">The value, or the default of its type.</param>
    /// <returns>False when, as known then, the day had no value.</returns>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    public bool TryAt(LocalDate date, LocalDate knownOn, [MaybeNullWhen(false)] out T value)
    {
        Guard.Against.OtherCalendar(date);
        Guard.Against.OtherCalendar(knownOn);
        return AsKnownOn(knownOn).TryAt(date, out value);
    }

    /// <summary>
    /// The value for a day as it was known on that day or, where nothing was known then, as it was first known afterwards: the plan that
    /// was published late.
    /// </summary>
    /// <param name="date">The day for which the value is asked, say that of the sale.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="date"/> had no value then, and none since.</exception>
    /// <exception cref="ArgumentException"><paramref name="date"/> is not of the ISO calendar.</exception>
    public T FirstKnown(LocalDate date) =>
        TryFirstKnown(date, out var value) ? value
            : throw Guards.OutOfRange(nameof(date), InvariantText.Date(date), "must be a day that had a value on it or has got one since");

    /// <summary>
    /// The value for a day as it was known on that day or, where nothing was known then, as it was first known afterwards, if there was
    /// one.
    /// </summary>
    /// <param name="date">The day for which the value is asked, say that of the sale.</param>
    /// <param name="value">The value, or the default of its type.</param>
    /// <returns>False when the day had no value then, and none since.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> is not of the ISO calendar.</exception>
    /// <remarks>
    /// Once the day is over and has a value, nothing recorded on a later day changes it. What was announced ahead counts, and so does what
    /// was withdrawn ahead; a withdrawal made afterwards does not. A day of record counts as it was at its end.
    /// </remarks>
    public bool TryFirstKnown(LocalDate date, [MaybeNullWhen(false)] out T value)
    {
        Guard.Against.OtherCalendar(date);
        for (var at = Math.Max(SortedDays.LastBy(_days, date), 0); at < _known.Length; at++)
        {
            if (_known[at].TryAt(date, out value))
                return true;
        }

        value = default;
        return false;
    }

    /// <summary>
    /// The entry that a day has its value from, or its lack of one, as known on another day: the last that speaks for it.
    /// </summary>
    /// <param name="date">The day for which is asked, say that of the sale.</param>
    /// <param name="knownOn">The day from which one looks, say that of the statement.</param>
    /// <returns>
    /// The entry, with its reason and day of record; a withdrawal where one took the value away; null when no entry known then speaks for
    /// the day.
    /// </returns>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    public Revision<T>? EntryAt(LocalDate date, LocalDate knownOn)
    {
        Guard.Against.OtherCalendar(date);
        Guard.Against.OtherCalendar(knownOn);
        for (var i = _entries.Length - 1; i >= 0; i--)
        {
            if (_entries[i].Recorded <= knownOn && _entries[i].Effective.Contains(date))
                return _entries[i];
        }

        return null;
    }

    /// <summary>
    /// What was learnt between two days: the spans for which another value is known at the later than at the earlier. What a true-up has to
    /// look at.
    /// </summary>
    /// <param name="earlier">The day up to which one knew, say that of the last settlement.</param>
    /// <param name="later">The day up to which one knows now, not before <paramref name="earlier"/>.</param>
    /// <returns>
    /// The changes in order of time, each as long as it can be; empty when nothing differs, also where a value was changed and changed
    /// back.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="later"/> is before <paramref name="earlier"/>.</exception>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    public IReadOnlyList<TimelineChange<T>> Changes(LocalDate earlier, LocalDate later)
    {
        InOrder(earlier, later);
        return AsKnownOn(earlier).ChangesTo(AsKnownOn(later));
    }

    /// <summary>The entries recorded after one day and up to another that speak for a day of a span: why a true-up has a line.</summary>
    /// <param name="earlier">The day up to which one knew, say that of the last settlement; its own entries are not among them.</param>
    /// <param name="later">The day up to which one knows now, not before <paramref name="earlier"/>; its entries are among them.</param>
    /// <param name="over">The days concerned, say the span of one of the <see cref="Changes"/>; all days when left out.</param>
    /// <returns>The entries in the order in which they were recorded; of those for one day the last gives what holds.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="later"/> is before <paramref name="earlier"/>.</exception>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    public IReadOnlyList<Revision<T>> EntriesBetween(LocalDate earlier, LocalDate later, DateSpan over = default)
    {
        InOrder(earlier, later);
        return Array.AsReadOnly(Array.FindAll(
            _entries, entry => entry.Recorded > earlier && entry.Recorded <= later && entry.Effective.Overlaps(over)));
    }

    /// <summary>Whether the other has the same entries in the same order.</summary>
    /// <param name="other">The history to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Revisions<T>? other) => other is not null && _entries.SequenceEqual(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Revisions<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => _entries.Aggregate(_entries.Length, (hash, entry) => Hash.Combine(hash, entry.GetHashCode()));

    /// <summary>
    /// The entries in words, in the order of record: <c>2026-01-05: 2026-01-01/.. CNY 10.00; 2026-04-10: 2026-03-01/2026-03-31
    /// withdrawn</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Join("; ", _entries.Select(entry => entry.ToString()));

    internal Revisions<T> Append((LocalDate Recorded, DateSpan Effective, T Value)[] entries, string ofRecorded, string ofValue) =>
        Append(
            Array.ConvertAll(entries, entry => entry.Value is null ? throw new ArgumentNullException(ofValue)
                : new Revision<T>(entry.Recorded, entry.Effective, entry.Value, null)),
            ofRecorded);

    private static void InOrder(LocalDate earlier, LocalDate later)
    {
        Guard.Against.OtherCalendar(earlier);
        Guard.Against.OtherCalendar(later);
        if (later < earlier)
            throw Guards.OutOfRange(nameof(later), InvariantText.Date(later), "must not be before " + InvariantText.Date(earlier));
    }

    private Revisions<T> Append(Revision<T>[] entries, string ofRecorded)
    {
        var days = new List<LocalDate>(_days);
        var known = new List<Timeline<T>>(_known);
        var all = new List<Revision<T>>(_entries);
        foreach (var entry in entries)
        {
            var before = KnownTo(known.Count);
            var after = entry.IsWithdrawal ? before.Without(entry.Effective) : before.Override(entry.Effective, entry.Value);
            var day = Guard.Against.OtherCalendar(entry.Recorded, ofRecorded);
            var last = days.Count == 0 ? (LocalDate?)null : days[days.Count - 1];
            if (day < last)
            {
                throw Guards.OutOfRange(
                    ofRecorded, InvariantText.Date(day), "must not be before the last day of record " + InvariantText.Date(last.Value));
            }

            // Compared is what was settled: the state of the day before, whatever else is recorded on this one.
            all.Add(entry.Over(KnownTo(day == last ? known.Count - 1 : known.Count)));
            if (day == last)
            {
                known[known.Count - 1] = after;
                continue;
            }

            days.Add(day);
            known.Add(after);
        }

        return new Revisions<T>([.. all], [.. days], [.. known]);

        Timeline<T> KnownTo(int count) => count == 0 ? Unknown : known[count - 1];
    }
}
