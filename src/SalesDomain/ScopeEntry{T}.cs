using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>One record of a <see cref="ScopeTable{T}"/>: a value, for which sales it holds and on which days.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>Immutable. Equality is by name, scope, value, days and precedence.</remarks>
public sealed class ScopeEntry<T> : IEquatable<ScopeEntry<T>>
    where T : notnull
{
    internal ScopeEntry(string name, Scope scope, T value, DateSpan span, int precedence)
    {
        Name = name;
        Scope = scope;
        Value = value;
        Span = span;
        Precedence = precedence;
    }

    /// <summary>What it goes by in every answer.</summary>
    public string Name { get; }

    /// <summary>For which sales it holds.</summary>
    public Scope Scope { get; }

    /// <summary>What it says of them.</summary>
    public T Value { get; }

    /// <summary>On which days it holds, both ends included.</summary>
    public DateSpan Span { get; }

    /// <summary>
    /// Which of two entries takes precedence that the table holds for equal: the one with the higher number. 0 unless given; below zero
    /// is behind all that have none.
    /// </summary>
    public int Precedence { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An entry.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ScopeEntry<T>? left, ScopeEntry<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An entry.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ScopeEntry<T>? left, ScopeEntry<T>? right) => !(left == right);

    /// <summary>The entry on other days.</summary>
    /// <param name="span">The days, both ends included.</param>
    /// <returns>The changed copy.</returns>
    public ScopeEntry<T> During(DateSpan span) => new(Name, Scope, Value, span, Precedence);

    /// <summary>The entry with a precedence.</summary>
    /// <param name="precedence">
    /// The higher number wins among entries that are equal otherwise. It is not the number of an access, where the lowest is asked
    /// first.
    /// </param>
    /// <returns>The changed copy.</returns>
    public ScopeEntry<T> WithPrecedence(int precedence) => new(Name, Scope, Value, Span, precedence);

    /// <summary>Whether the entry holds for a subject on a day.</summary>
    /// <param name="subject">What is known of the sale.</param>
    /// <param name="on">The day.</param>
    /// <returns>Whether the subject is in the scope and the day in the span.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public bool AppliesTo(ScopeSubject subject, LocalDate on) =>
        Span.Contains(Guard.Against.OtherCalendar(on)) && Scope.Matches(subject);

    /// <summary>Whether the other has the same name, scope, value, days and precedence.</summary>
    /// <param name="other">The entry to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ScopeEntry<T>? other) =>
        other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && Span == other.Span
        && Precedence == other.Precedence
        && EqualityComparer<T>.Default.Equals(Value, other.Value) && Scope == other.Scope;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScopeEntry<T>);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(
            StringComparer.Ordinal.GetHashCode(Name), Scope.GetHashCode(), EqualityComparer<T>.Default.GetHashCode(Value),
            Span.GetHashCode());

    /// <summary>All of it in words: <c>spring: 10%, only products P-1, 2026-03-01/2026-03-31, precedence 1</c>.</summary>
    /// <returns>The text, the same in every culture; days and precedence only where there are any.</returns>
    public override string ToString() =>
        Name + ": " + Figure.FromObject(Value) + ", " + Reach;

    /// <summary>For which sales, on which days and with which precedence, in words.</summary>
    internal string Reach =>
        Scope + (Span == DateSpan.Always ? "" : ", " + Span) + (Precedence == 0 ? "" : ", precedence " + InvariantText.Number(Precedence));

    /// <summary>Why the entry does not hold for a subject on a day.</summary>
    internal IEnumerable<Reason> Misses(ScopeSubject subject, LocalDate on)
    {
        var ofScope = Scope.Mismatches(subject);
        return Span.Contains(on) ? ofScope : [new Reason("scope.not-effective", ("on", on), ("effective", Span.ToString())), .. ofScope];
    }
}
