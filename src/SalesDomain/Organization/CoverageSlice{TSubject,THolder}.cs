using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>
/// A span of days over which a subject has the same holders: nobody, one, or several. Covered here is a subject by who holds it, not a
/// customer by visits.
/// </summary>
/// <typeparam name="TSubject">The type of what is held.</typeparam>
/// <typeparam name="THolder">The type of who holds it.</typeparam>
/// <remarks>Made by <see cref="Assignments{TSubject, THolder}"/>. Equality is by subject, span and assignments.</remarks>
public sealed class CoverageSlice<TSubject, THolder> : IEquatable<CoverageSlice<TSubject, THolder>>
    where TSubject : notnull
    where THolder : notnull
{
    internal CoverageSlice(TSubject subject, DateSpan span, IReadOnlyList<Assignment<TSubject, THolder>> assignments, Percentage totalShare)
    {
        Subject = subject;
        Span = span;
        Assignments = assignments;
        TotalShare = totalShare;
        Alone = assignments.Count == 1 ? assignments[0] : null;
    }

    /// <summary>What is held, or is not.</summary>
    public TSubject Subject { get; }

    /// <summary>The days; on each of them the same assignments are in force.</summary>
    public DateSpan Span { get; }

    /// <summary>The assignments in force, those that began first at the head, with the spans of their own; none in a gap.</summary>
    public IReadOnlyList<Assignment<TSubject, THolder>> Assignments { get; }

    /// <summary>The sum of the shares: 0 % when nobody holds the subject, 200 % when two hold it wholly.</summary>
    public Percentage TotalShare { get; }

    /// <summary>What nobody holds: 100 % less <see cref="TotalShare"/>, 0 % where more than the whole is held.</summary>
    public Percentage OpenShare => TotalShare < Percentage.OneHundred ? TotalShare.Complement() : Percentage.Zero;

    /// <summary>What is held more than once: <see cref="TotalShare"/> less 100 %, 0 % where no more than the whole is held.</summary>
    public Percentage ExcessShare => TotalShare > Percentage.OneHundred ? TotalShare - Percentage.OneHundred : Percentage.Zero;

    /// <summary>The assignment in force where there is one alone.</summary>
    internal Assignment<TSubject, THolder>? Alone { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A slice.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CoverageSlice<TSubject, THolder>? left, CoverageSlice<TSubject, THolder>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A slice.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CoverageSlice<TSubject, THolder>? left, CoverageSlice<TSubject, THolder>? right) => !(left == right);

    /// <summary>Whether the other is of the same subject over the same span, with the same assignments.</summary>
    /// <param name="other">The slice to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CoverageSlice<TSubject, THolder>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && EqualityComparer<TSubject>.Default.Equals(Subject, other.Subject) && Span == other.Span
            && Assignments.SequenceEqual(other.Assignments));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CoverageSlice<TSubject, THolder>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Subject.GetHashCode(), Span.GetHashCode(), Assignments.Count);

    /// <summary>Subject, span and holders: <c>C-1, 2026-01-01/2026-01-31: Li 50%, Wu 50%</c>, and <c>nobody</c> for a gap.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Any(Subject) + ", " + Span + ": "
        + (Assignments.Count == 0 ? "nobody"
            : string.Join(", ", Assignments.Select(each => InvariantText.Any(each.Holder) + " " + each.Share)));

    internal CoverageSlice<TSubject, THolder> Over(DateSpan span) => span == Span ? this : new(Subject, span, Assignments, TotalShare);
}
