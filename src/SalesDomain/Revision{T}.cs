using System;
using System.Collections.Generic;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>One entry of <see cref="Revisions{T}"/>: what was recorded on a day about the days it is effective on.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <remarks>
/// Immutable. Equality is by recorded day, effective span, value or withdrawal, reason, and whether it changes past values.
/// </remarks>
public sealed class Revision<T> : IEquatable<Revision<T>>
    where T : notnull
{
    private readonly T? _value;

    internal Revision(LocalDate recorded, DateSpan effective, Reason? because)
    {
        Recorded = recorded;
        Effective = effective;
        Because = because;
        IsWithdrawal = true;
    }

    internal Revision(LocalDate recorded, DateSpan effective, T value, Reason? because)
        : this(recorded, effective, because)
    {
        _value = value;
        IsWithdrawal = false;
    }

    private Revision(Revision<T> entry, bool changesPastValues)
    {
        _value = entry._value;
        Recorded = entry.Recorded;
        Effective = entry.Effective;
        Because = entry.Because;
        IsWithdrawal = entry.IsWithdrawal;
        ChangesPastValues = changesPastValues;
    }

    /// <summary>The day on which the entry was made: before it, nobody knew.</summary>
    public LocalDate Recorded { get; }

    /// <summary>The days for which the entry speaks.</summary>
    public DateSpan Effective { get; }

    /// <summary>True for an entry that takes values away and leaves a gap.</summary>
    public bool IsWithdrawal { get; }

    /// <summary>The value put in force.</summary>
    /// <exception cref="InvalidOperationException">The entry is a withdrawal.</exception>
    public T Value =>
        !IsWithdrawal ? _value!
            : throw new InvalidOperationException("The entry of " + InvariantText.Date(Recorded) + " is a withdrawal and has no value.");

    /// <summary>Why the entry was made, or null when no reason was given.</summary>
    public Reason? Because { get; }

    /// <summary>True when the entry speaks for days before the one it was recorded on: it was entered late.</summary>
    /// <remarks>
    /// An open start is retroactive; an entry that takes effect on the day it is recorded is not. A plan published late and a history taken
    /// over from another system are retroactive and change nothing; <see cref="ChangesPastValues"/> tells these from corrections.
    /// </remarks>
    public bool IsRetroactive => !(Effective.Start >= Recorded);

    /// <summary>
    /// True when a day before <see cref="Recorded"/> had a value, and the entry gives it another or takes it away: what has been settled
    /// may change.
    /// </summary>
    /// <remarks>
    /// Compared is what was known at the end of the last day of record before this one. Giving a value to days that had none, or the same
    /// value again, changes none, and neither does a change announced ahead, from the day of record on.
    /// </remarks>
    public bool ChangesPastValues { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An entry.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Revision<T>? left, Revision<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An entry.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Revision<T>? left, Revision<T>? right) => !(left == right);

    /// <summary>Whether the other was recorded on the same day for the same days, with the same value, reason and changes.</summary>
    /// <param name="other">The entry to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Revision<T>? other) =>
        other is not null && Recorded == other.Recorded && Effective == other.Effective && IsWithdrawal == other.IsWithdrawal
        && EqualityComparer<T?>.Default.Equals(_value, other._value) && Because == other.Because
        && ChangesPastValues == other.ChangesPastValues;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Revision<T>);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Recorded.GetHashCode(), Effective.GetHashCode(), IsWithdrawal ? 0 : _value!.GetHashCode(), Because.GetHashCode());

    /// <summary>The entry in words: <c>2026-04-10: 2026-03-01/2026-03-31 CNY 9.00 because price-correction</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Date(Recorded) + ": " + Effective + " " + (IsWithdrawal ? "withdrawn" : Figure.FromObject(_value!).ToString())
        + (Because is { } reason ? " because " + reason : "");

    /// <summary>The entry as it is when laid over what was known before its day of record.</summary>
    internal Revision<T> Over(Timeline<T> known) => new(this, Changes(known));

    private bool Changes(Timeline<T> known)
    {
        if (Recorded == LocalDate.MinIsoValue || Effective.Intersection(DateSpan.Until(Recorded.PlusDays(-1))) is not { } past)
            return false;

        foreach (var slice in known.Slices(past))
        {
            if (slice.HasValue && (IsWithdrawal || !EqualityComparer<T>.Default.Equals(slice.Value, _value!)))
                return true;
        }

        return false;
    }
}
