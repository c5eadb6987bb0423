using System;
using System.Collections.Generic;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>A dated fact: over a span of days a subject is held by a holder, wholly or to a share.</summary>
/// <typeparam name="TSubject">The type of what is held.</typeparam>
/// <typeparam name="THolder">The type of who holds it.</typeparam>
/// <remarks>
/// Both end days are included: who hands over on 30 November holds that day too, and the next one begins on 1 December. Made by
/// <see cref="Assignment"/>. Equality is by subject, holder, span and share.
/// </remarks>
public sealed class Assignment<TSubject, THolder> : IEquatable<Assignment<TSubject, THolder>>
    where TSubject : notnull
    where THolder : notnull
{
    internal Assignment(TSubject subject, THolder holder, DateSpan span, Percentage share)
    {
        Subject = subject;
        Holder = holder;
        Span = span;
        Share = share;
    }

    /// <summary>What is held.</summary>
    public TSubject Subject { get; }

    /// <summary>Who holds it.</summary>
    public THolder Holder { get; }

    /// <summary>On which days.</summary>
    public DateSpan Span { get; }

    /// <summary>The share that is held: above 0 %, at most 100 %.</summary>
    public Percentage Share { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An assignment.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Assignment<TSubject, THolder>? left, Assignment<TSubject, THolder>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An assignment.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Assignment<TSubject, THolder>? left, Assignment<TSubject, THolder>? right) => !(left == right);

    /// <summary>Whether the other is of the same subject, holder, span and share.</summary>
    /// <param name="other">The assignment to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Assignment<TSubject, THolder>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && EqualityComparer<TSubject>.Default.Equals(Subject, other.Subject)
            && EqualityComparer<THolder>.Default.Equals(Holder, other.Holder) && Span == other.Span && Share == other.Share);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Assignment<TSubject, THolder>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Subject.GetHashCode(), Holder.GetHashCode(), Span.GetHashCode(), Share.GetHashCode());

    /// <summary>The fact in words: <c>C-1 held by Li: 2026-01-01/..</c>, with <c>at 50%</c> for a share.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Any(Subject) + " held by " + InvariantText.Any(Holder)
        + (Share == Percentage.OneHundred ? "" : " at " + Share) + ": " + Span;

    internal Assignment<TSubject, THolder> Over(DateSpan span) => new(Subject, Holder, span, Share);

    internal Assignment<TSubject, THolder> To(THolder holder, DateSpan span) => new(Subject, holder, span, Share);
}
