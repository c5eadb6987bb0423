using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>A position that is authorized and that nobody is in. Part of a <see cref="Staffing{TPosition}"/>.</summary>
/// <typeparam name="TPosition">The type of the positions.</typeparam>
/// <remarks>Immutable. Equality is by position, days and outcome.</remarks>
public sealed class Vacancy<TPosition> : IEquatable<Vacancy<TPosition>>
    where TPosition : notnull
{
    internal Vacancy(TPosition position, DateSpan span, bool isFilled)
    {
        (Position, Span, IsFilled) = (position, span, isFilled);
    }

    /// <summary>The position.</summary>
    public TPosition Position { get; }

    /// <summary>The days on which it is vacant; without end while it is.</summary>
    public DateSpan Span { get; }

    /// <summary>The first day on which it is vacant.</summary>
    public LocalDate Start => Span.Start!.Value;

    /// <summary>Whether it ended because somebody came, and not because the position was withdrawn.</summary>
    public bool IsFilled { get; }

    /// <summary>The first day of the one who came; null while vacant, and where the position was withdrawn.</summary>
    public LocalDate? FilledOn => IsFilled ? Span.End!.Value.PlusDays(1) : null;

    /// <summary>How many days it lasted: the time to fill, where it was filled; null while it lasts.</summary>
    public int? Days => Span.Days;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A vacancy.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Vacancy<TPosition>? left, Vacancy<TPosition>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A vacancy.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Vacancy<TPosition>? left, Vacancy<TPosition>? right) => !(left == right);

    /// <summary>How many days it has lasted at the end of a day: 1 on its first.</summary>
    /// <param name="on">The day.</param>
    /// <returns>0 before its start; all its days after its end.</returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    public int AgeOn(LocalDate on) => Span.ElapsedDays(Guard.Against.OtherCalendar(on))!.Value;

    /// <summary>Whether the other is of the same position and days, with the same outcome.</summary>
    /// <param name="other">The vacancy to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Vacancy<TPosition>? other) =>
        other is not null && EqualityComparer<TPosition>.Default.Equals(Position, other.Position) && Span == other.Span
        && IsFilled == other.IsFilled;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as Vacancy<TPosition>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Position.GetHashCode(), Span.GetHashCode(), IsFilled ? 1 : 0);

    /// <summary>The vacancy in words: <c>P-7 vacant 2026-02-01/2026-03-31, filled</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Any(Position) + " vacant " + Span + (IsFilled ? ", filled" : Span.End is null ? "" : ", withdrawn");
}
