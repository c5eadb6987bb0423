using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>An alert about a figure that has left its way: raised, answered by an action, looked at again and closed.</summary>
/// <typeparam name="TOwner">The type of the owner.</typeparam>
/// <remarks>
/// An alert is the list of its entries, and part of an <see cref="AlertLedger{TOwner}"/>. One that is closed without improvement is
/// followed by another at the next <see cref="Level"/>. Equality is by entries and level.
/// </remarks>
public sealed class DeviationAlert<TOwner> : IEquatable<DeviationAlert<TOwner>>
    where TOwner : notnull
{
    private readonly AlertEntry<TOwner>[] _entries;

    internal DeviationAlert(AlertEntry<TOwner> raised, int level)
        : this([raised], level)
    {
    }

    private DeviationAlert(AlertEntry<TOwner>[] entries, int level)
    {
        _entries = entries;
        Level = level;
        foreach (var entry in entries)
        {
            Action = entry.Action ?? Action;
            (Status, StatusOn) = entry.Status is null ? (Status, StatusOn) : (entry.Status, entry.On);
        }
    }

    /// <summary>What is watched.</summary>
    public AlertSubject<TOwner> Subject => _entries[0].Subject;

    /// <summary>0 for an alert of its own, and one more each time that a re-check showed no improvement.</summary>
    public int Level { get; }

    /// <summary>Everything that was recorded about it, in order of time; the first entry raised it.</summary>
    public IReadOnlyList<AlertEntry<TOwner>> Entries => Array.AsReadOnly(_entries);

    /// <summary>The day on which it was raised.</summary>
    public LocalDate RaisedOn => _entries[0].On;

    /// <summary>The status last found: red, though it was raised when amber was entered.</summary>
    public string Status { get; } = "";

    /// <summary>The action last agreed, or null where none is.</summary>
    public AlertAction? Action { get; }

    /// <summary>The day on which it was closed by a re-check or because the figure had come back, or null while it is open.</summary>
    public LocalDate? ClosedOn => IsClosed ? Last.On : null;

    internal bool IsClosed => Last.Kind is AlertEntryKind.Improved or AlertEntryKind.NotImproved or AlertEntryKind.Recovered;

    internal AlertEntry<TOwner> Last => _entries[_entries.Length - 1];

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An alert.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(DeviationAlert<TOwner>? left, DeviationAlert<TOwner>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An alert.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(DeviationAlert<TOwner>? left, DeviationAlert<TOwner>? right) => !(left == right);

    /// <summary>How far the alert was at the end of a day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>The state, or null where the alert had not been raised yet.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> is not of the ISO calendar.</exception>
    public AlertState? StateOn(LocalDate date)
    {
        Guard.Against.OtherCalendar(date);
        if (date < RaisedOn)
            return null;

        var last = _entries[0];
        foreach (var entry in _entries)
            last = entry.On <= date && entry.Kind != AlertEntryKind.Raised ? entry : last;

        return last.Kind switch
        {
            AlertEntryKind.Raised => AlertState.Open,
            AlertEntryKind.Improved => AlertState.ClosedImproved,
            AlertEntryKind.NotImproved => AlertState.ClosedNotImproved,
            AlertEntryKind.Recovered => AlertState.ClosedRecovered,
            _ => date >= last.Action!.Recheck ? AlertState.RecheckDue : AlertState.ActionPlanned,
        };
    }

    /// <summary>Whether the other has the same entries and level.</summary>
    /// <param name="other">The alert to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(DeviationAlert<TOwner>? other) =>
        other is not null && Level == other.Level && _entries.SequenceEqual(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DeviationAlert<TOwner>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(_entries[0].GetHashCode(), Last.GetHashCode(), Level);

    /// <summary>The entries, one a line.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Join("\n", _entries.Select(entry => entry.ToString()));

    /// <summary>The day of the status last found.</summary>
    internal LocalDate StatusOn { get; }

    internal bool Has(AlertEntry<TOwner> entry) => Array.IndexOf(_entries, entry) >= 0;

    /// <summary>With an entry in its place in time, after those of the same day.</summary>
    internal DeviationAlert<TOwner> With(AlertEntry<TOwner> entry)
    {
        var place = _entries.Length;
        while (_entries[place - 1].On > entry.On)
            place--;

        var entries = new AlertEntry<TOwner>[_entries.Length + 1];
        Array.Copy(_entries, entries, place);
        entries[place] = entry;
        Array.Copy(_entries, place, entries, place + 1, _entries.Length - place);
        return new DeviationAlert<TOwner>(entries, Level);
    }
}
