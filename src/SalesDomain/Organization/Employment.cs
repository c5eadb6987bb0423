using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>That a person was employed from one day to another, and why it ended.</summary>
/// <remarks>
/// Immutable. The first and the last day both are days of employment. Equality is by salesperson, days and kind of leaving.
/// </remarks>
public sealed class Employment : IEquatable<Employment>
{
    /// <summary>One who was hired and is still there.</summary>
    /// <param name="salesperson">The person.</param>
    /// <param name="start">The first day.</param>
    /// <exception cref="ArgumentException"><paramref name="salesperson"/> is the default value, or the day is not of the ISO
    /// calendar.</exception>
    public Employment(SalespersonId salesperson, LocalDate start)
        : this(Identifier.Given(salesperson), DateSpan.From(Guard.Against.OtherCalendar(start)), null)
    {
    }

    private Employment(SalespersonId salesperson, DateSpan span, LeavingKind? leaving)
    {
        (Salesperson, Span, Leaving) = (salesperson, span, leaving);
    }

    /// <summary>The person.</summary>
    public SalespersonId Salesperson { get; }

    /// <summary>The days of the employment; without end for one who is still there.</summary>
    public DateSpan Span { get; }

    /// <summary>The first day.</summary>
    public LocalDate Start => Span.Start!.Value;

    /// <summary>The last day; null for one who is still there.</summary>
    public LocalDate? LastDay => Span.End;

    /// <summary>Why it ended; null for one who is still there.</summary>
    public LeavingKind? Leaving { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An employment.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Employment? left, Employment? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An employment.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Employment? left, Employment? right) => !(left == right);

    /// <summary>The same, ended.</summary>
    /// <param name="lastDay">The last day of employment, not before the first.</param>
    /// <param name="leaving">Why it ended.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lastDay"/> is before the start, or <paramref name="leaving"/> is not
    /// defined.</exception>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    public Employment Ended(LocalDate lastDay, LeavingKind leaving)
    {
        if (Guard.Against.OtherCalendar(lastDay) < Start)
            throw Guards.OutOfRange(nameof(lastDay), InvariantText.Date(lastDay),
                "must not be before the start " + InvariantText.Date(Start));

        return new Employment(Salesperson, new DateSpan(Start, lastDay), Guard.Against.Undefined(leaving));
    }

    /// <summary>Whether the other has the same salesperson, days and kind of leaving.</summary>
    /// <param name="other">The employment to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Employment? other) =>
        other is not null && Salesperson == other.Salesperson && Span == other.Span && Leaving == other.Leaving;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as Employment);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Salesperson.GetHashCode(), Span.GetHashCode(), Leaving.GetHashCode());

    /// <summary>The employment in words: <c>S-1: 2026-01-01/2026-03-31, left</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Salesperson + ": " + Span + (Leaving switch
        {
            null => "",
            LeavingKind.Voluntary => ", left",
            LeavingKind.Involuntary => ", dismissed",
            LeavingKind.Transferred => ", transferred",
            _ => ", ended",
        });
}
