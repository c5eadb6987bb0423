using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Values by scope and day, and one declared way to decide which holds: prices, discounts, limits, rates, authorities.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <remarks>
/// <para>
/// Of the entries that hold for a sale on its day, the winner is the most specific by an <see cref="AccessSequence"/>, or the highest
/// or lowest by a comparison, or of these the most specific; of those that are equal in this, the one with the higher
/// <see cref="ScopeEntry{T}.Precedence"/>. Two entries that are equal in both and could meet in one sale on one day are refused when the
/// table is built, whatever sales there are. So the answer never depends on the order in which entries came.
/// </para>
/// <para>
/// That nothing holds is an answer of its own, never a default value. Immutable; equality is by the way of deciding and by the entries,
/// in any order.
/// </para>
/// <para>
/// A look-up costs a few steps for each level and not for each entry, and allocates nothing; the versions of a record on other days are
/// found by halving. Conditions of the kind "all except" are checked and not looked up.
/// </para>
/// </remarks>
public sealed class ScopeTable<T> : IEquatable<ScopeTable<T>>
    where T : notnull
{
    private readonly ScopePolicy<T> _policy;

    // Strongest first, and of equally strong ones, which never meet, by name: the same for any order given.
    private readonly ScopeEntry<T>[] _entries;
    private readonly RankedScope[] _ranked;
    private readonly ScopeIndex _index;
    private readonly ScopeDimensions _mentioned;

    private ScopeTable(ScopePolicy<T> policy, ScopeEntry<T>[] entries, RankedScope[] ranked)
    {
        _policy = policy;
        _entries = entries;
        _ranked = ranked;
        _index = new ScopeIndex(ranked);
        _mentioned = entries.Aggregate(ScopeDimensions.None, (all, entry) => all | entry.Scope.Mentioned);
    }

    /// <summary>The entries, strongest first.</summary>
    public IReadOnlyList<ScopeEntry<T>> Entries => Array.AsReadOnly(_entries);

    /// <summary>Which of the entries that hold for a sale wins.</summary>
    public ScopeChoice Choice => _policy.Choice;

    /// <summary>The declared sequence of levels, or null when values are compared and nothing else.</summary>
    public AccessSequence? Sequence => _policy.Sequence;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A table.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ScopeTable<T>? left, ScopeTable<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A table.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ScopeTable<T>? left, ScopeTable<T>? right) => !(left == right);

    /// <summary>Which entry holds for a sale on a day, and why no other.</summary>
    /// <param name="subject">What is known of the sale.</param>
    /// <param name="on">The day.</param>
    /// <returns>The resolution; it says when nothing holds.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public ScopeResolution<T> Resolve(ScopeSubject subject, LocalDate on) =>
        new(this, subject, on, _index.Find(subject, Guard.Against.OtherCalendar(on)));

    /// <summary>The value that holds for a sale on a day.</summary>
    /// <param name="subject">What is known of the sale.</param>
    /// <param name="on">The day.</param>
    /// <returns>The value, that of <see cref="Resolve"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    /// <exception cref="InvalidOperationException">No entry holds.</exception>
    public T At(ScopeSubject subject, LocalDate on) => Resolve(subject, on).Value;

    /// <summary>The value that holds for a sale on a day, if there is one.</summary>
    /// <param name="subject">What is known of the sale.</param>
    /// <param name="on">The day.</param>
    /// <param name="value">The value, or the default of its type.</param>
    /// <returns>False when no entry holds.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public bool TryAt(ScopeSubject subject, LocalDate on, [MaybeNullWhen(false)] out T value)
    {
        var place = _index.Find(subject, Guard.Against.OtherCalendar(on));
        value = place >= 0 ? _entries[place].Value : default;
        return place >= 0;
    }

    /// <summary>
    /// The entries that hold for a sale on a day, strongest first: to go on to the next where the first has no price for the quantity, to
    /// add up all of them, or to choose by what each comes to.
    /// </summary>
    /// <param name="subject">What is known of the sale.</param>
    /// <param name="on">The day.</param>
    /// <returns>The entries, the winner of <see cref="Resolve"/> at the head; none when nothing holds.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    /// <remarks>A look-up like that of the winner, a step longer for each entry that holds.</remarks>
    public IReadOnlyList<ScopeEntry<T>> Applicable(ScopeSubject subject, LocalDate on) =>
        Array.AsReadOnly(Array.ConvertAll(_index.FindAll(subject, Guard.Against.OtherCalendar(on)), EntryAt));

    /// <summary>
    /// What entries of the table speak of and the subject does not state: where an answer may rest on what nobody looked up.
    /// </summary>
    /// <param name="subject">What is known of the sale.</param>
    /// <returns>
    /// The dimensions, or none, of all entries: those that hold on other days or for other sales too. A customer that is said to be in no
    /// group states its groups.
    /// </returns>
    public ScopeDimensions Unstated(ScopeSubject subject) => subject.Unstated(_mentioned);

    /// <summary>The table with more entries, all checked at once.</summary>
    /// <param name="entries">The entries to add.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> or an entry is null.</exception>
    /// <exception cref="ArgumentException">What would be refused if the table were built with them.</exception>
    public ScopeTable<T> With(params ScopeEntry<T>[] entries)
    {
        Guard.Against.Null(entries);
        return Create(_policy, [.. _entries, .. entries]);
    }

    /// <summary>The table without an entry.</summary>
    /// <param name="name">The name of the entry; case counts.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException">No entry has that name.</exception>
    public ScopeTable<T> Without(string name)
    {
        Guard.Against.Null(name);
        var kept = Array.FindAll(_entries, entry => !string.Equals(entry.Name, name, StringComparison.Ordinal));
        return kept.Length < _entries.Length ? Create(_policy, kept)
            : throw Guards.Invalid(nameof(name), "'" + name + "'", "must be the name of an entry");
    }

    /// <summary>Whether the other decides in the same way over the same entries.</summary>
    /// <param name="other">The table to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ScopeTable<T>? other) =>
        ReferenceEquals(this, other) || (other is not null && _policy.IsSameAs(other._policy) && _entries.SequenceEqual(other._entries));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScopeTable<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => _entries.Aggregate(_entries.Length, (hash, entry) => Hash.Combine(hash, entry.GetHashCode()));

    /// <summary>The way of deciding and the entries, strongest first, a line each.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() => _policy + "\n" + string.Concat(_entries.Select(entry => entry + "\n"));

    internal static ScopeTable<T> Create(ScopePolicy<T> policy, ScopeEntry<T>[] entries)
    {
        var copy = Array.ConvertAll(entries, entry => Guard.Against.Null(entry, nameof(entries)));
        Guard.Against.NameTwice(copy.Select(entry => entry.Name), nameof(entries));
        var ranks = policy.Ranks(copy, nameof(entries));
        var sorted = copy.Select((entry, i) => (Entry: entry, Ranked: new RankedScope(entry.Scope, entry.Span, ranks[i], entry.Precedence)))
            .OrderBy(pair => pair.Ranked.Rank).ThenByDescending(pair => pair.Entry.Precedence)
            .ThenBy(pair => pair.Entry.Name, StringComparer.Ordinal).ToArray();
        var ranked = Array.ConvertAll(sorted, pair => pair.Ranked);
        if (Ambiguity.Find(ranked) is var (first, second))
        {
            throw Guards.Invalid(
                nameof(entries), "'" + sorted[first].Entry + "' and '" + sorted[second].Entry + "'",
                "must not leave open which of two holds: give one the higher precedence, or part their scopes or days");
        }

        return new ScopeTable<T>(policy, Array.ConvertAll(sorted, pair => pair.Entry), ranked);
    }

    /// <summary>How the value is said to follow from the entries that hold, whose values are given.</summary>
    internal Operation Operation(List<Figure> values) => _policy.Operation(values);

    internal ScopeEntry<T> EntryAt(int place) => _entries[place];

    /// <summary>The entries that hold as well, and what each lost to the winner by.</summary>
    internal IEnumerable<RejectedEntry<T>> Losers(ScopeSubject subject, LocalDate on, int winner) =>
        _index.FindAll(subject, on).Where(place => place != winner)
            .Select(place => new RejectedEntry<T>(_entries[place], [Defeat(place, winner)]));

    /// <summary>The entries that do not hold for the subject or not on the day.</summary>
    internal IEnumerable<RejectedEntry<T>> NotApplicable(ScopeSubject subject, LocalDate on) =>
        _entries.Where(entry => !entry.AppliesTo(subject, on)).Select(entry => new RejectedEntry<T>(entry, entry.Misses(subject, on)));

    private Reason Defeat(int loser, int winner) =>
        _ranked[loser].Rank != _ranked[winner].Rank
            ? _policy.Defeat(_entries[loser], _entries[winner])
            : new Reason(
                "scope.lower-precedence",
                ("precedence", (decimal)_entries[loser].Precedence), ("winner's precedence", (decimal)_entries[winner].Precedence));
}
