using System;
using System.Linq;
using Ardalis.GuardClauses;

namespace SalesDomain.Organization;

/// <summary>Makes sets of assignments without naming the types of subjects and holders.</summary>
public static class Assignments
{
    /// <summary>No assignments: nobody holds anything.</summary>
    /// <typeparam name="TSubject">The type of the subjects to come.</typeparam>
    /// <typeparam name="THolder">The type of the holders to come.</typeparam>
    /// <returns>The empty set.</returns>
    public static Assignments<TSubject, THolder> Empty<TSubject, THolder>()
        where TSubject : notnull
        where THolder : notnull =>
        Assignments<TSubject, THolder>.Create([], "assignments");

    /// <summary>Assignments of subjects to holders, in any order.</summary>
    /// <typeparam name="TSubject">The type of what is held.</typeparam>
    /// <typeparam name="THolder">The type of who holds it.</typeparam>
    /// <param name="assignments">The facts; gaps and several holders of one subject are allowed, and seen by <c>Coverage</c>.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assignments"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">One holder holds one subject twice on a day: a row that came double.</exception>
    public static Assignments<TSubject, THolder> Of<TSubject, THolder>(params Assignment<TSubject, THolder>[] assignments)
        where TSubject : notnull
        where THolder : notnull
    {
        Guard.Against.Null(assignments);
        return Assignments<TSubject, THolder>.Create(assignments, nameof(assignments));
    }

    /// <summary>Assignments of subjects to holders who hold them alone, in any order.</summary>
    /// <typeparam name="TSubject">The type of what is held.</typeparam>
    /// <typeparam name="THolder">The type of who holds it.</typeparam>
    /// <param name="assignments">What is held, by whom and on which days.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assignments"/>, a subject or a holder is null.</exception>
    /// <exception cref="ArgumentException">One holder holds one subject twice on a day: a row that came double.</exception>
    public static Assignments<TSubject, THolder> Of<TSubject, THolder>(
        params (TSubject Subject, THolder Holder, DateSpan Span)[] assignments)
        where TSubject : notnull
        where THolder : notnull
    {
        Guard.Against.Null(assignments);
        var made = assignments.Select(each => new Assignment<TSubject, THolder>(
            Guard.Against.Null(each.Subject, nameof(assignments)), Guard.Against.Null(each.Holder, nameof(assignments)), each.Span,
            Percentage.OneHundred));
        return Assignments<TSubject, THolder>.Create(made, nameof(assignments));
    }
}
