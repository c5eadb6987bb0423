using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

public sealed partial class Assignments<TSubject, THolder>
{
    /// <summary>The assignments with more of them, beside those there are.</summary>
    /// <param name="assignments">The assignments to add.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assignments"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">One holder would hold one subject twice on a day.</exception>
    public Assignments<TSubject, THolder> With(params Assignment<TSubject, THolder>[] assignments)
    {
        Guard.Against.Null(assignments);
        Array.ForEach(assignments, each => Guard.Against.Null(each, nameof(assignments)));
        return Changed([.. _all, .. assignments], [.. assignments.Select(each => each.Subject)], nameof(assignments));
    }

    /// <summary>The assignments with more of them, held by one alone, beside those there are.</summary>
    /// <param name="assignments">What is held, by whom and on which days.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assignments"/>, a subject or a holder is null.</exception>
    /// <exception cref="ArgumentException">One holder would hold one subject twice on a day.</exception>
    public Assignments<TSubject, THolder> With(params (TSubject Subject, THolder Holder, DateSpan Span)[] assignments)
    {
        Guard.Against.Null(assignments);
        return With(Array.ConvertAll(assignments, each => new Assignment<TSubject, THolder>(
            Guard.Against.Null(each.Subject, nameof(assignments)), Guard.Against.Null(each.Holder, nameof(assignments)), each.Span,
            Percentage.OneHundred)));
    }

    /// <summary>The assignments in which nobody holds a subject on some days; before and after them all is as it was.</summary>
    /// <param name="subject">What is held.</param>
    /// <param name="span">The days.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> is null.</exception>
    public Assignments<TSubject, THolder> Without(TSubject subject, DateSpan span)
    {
        Guard.Against.Null(subject);
        return Changed([.. AllWithout([subject], span)], [subject], nameof(subject));
    }

    /// <summary>The assignments in which one holder alone holds a subject on some days, in place of whoever did: a stand-in. Before and
    /// after them all is as it was.</summary>
    /// <param name="subject">What is held.</param>
    /// <param name="holder">Who holds it then, 100 %.</param>
    /// <param name="span">The days.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> or <paramref name="holder"/> is null.</exception>
    public Assignments<TSubject, THolder> Override(TSubject subject, THolder holder, DateSpan span)
    {
        Guard.Against.Null(subject);
        Guard.Against.Null(holder);
        return Overridden([Assignment.Of(subject, holder, span)], span, nameof(subject));
    }

    /// <summary>
    /// The assignments in which a subject goes to another holder, alone, from a day on: what is in force ends on the day before, so that no
    /// day is without a holder or has two.
    /// </summary>
    /// <param name="subject">What is held.</param>
    /// <param name="to">Who holds it from then on, 100 %; the one who has it already may be meant.</param>
    /// <param name="from">The first day.</param>
    /// <returns>The changed copy. A subject that nobody held begins to be held.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> or <paramref name="to"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// An assignment of the subject begins after <paramref name="from"/> and would be lost unsaid: take it away first by
    /// <see cref="Without"/>; or the day is not of
    /// the ISO calendar.
    /// </exception>
    public Assignments<TSubject, THolder> Move(TSubject subject, THolder to, LocalDate from)
    {
        Guard.Against.Null(subject);
        Guard.Against.Null(to);
        Guard.Against.OtherCalendar(from);
        RequireNothingLater(subject, from);
        return Override(subject, to, DateSpan.From(from));
    }

    /// <summary>
    /// The assignments in which many subjects go each to another holder, alone, from a day on: a new alignment, the customers of a leaver
    /// who has several successors. All are moved or none.
    /// </summary>
    /// <param name="moves">What goes to whom, 100 %; each subject once.</param>
    /// <param name="from">The first day.</param>
    /// <returns>The changed copy, made in one go: time in proportion to all there is, and not to that for each move.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="moves"/>, a subject or a holder is null.</exception>
    /// <exception cref="ArgumentException">
    /// A subject is moved twice; an assignment of one begins after <paramref name="from"/> and would be lost unsaid; or the day is not of
    /// the ISO calendar.
    /// </exception>
    public Assignments<TSubject, THolder> Move(IEnumerable<(TSubject Subject, THolder To)> moves, LocalDate from)
    {
        Guard.Against.Null(moves);
        Guard.Against.OtherCalendar(from);
        var span = DateSpan.From(from);
        var subjects = new HashSet<TSubject>();
        var moved = new List<Assignment<TSubject, THolder>>();
        foreach (var (subject, to) in moves)
        {
            moved.Add(new(
                Guard.Against.Null(subject, nameof(moves)), Guard.Against.Null(to, nameof(moves)), span, Percentage.OneHundred));
            if (!subjects.Add(subject))
                throw Guards.Invalid(nameof(moves), InvariantText.Any(subject), "must move a subject once");

            RequireNothingLater(subject, from);
        }

        return Overridden(moved, span, nameof(moves));
    }

    /// <summary>
    /// The assignments in which all that a holder has from a day on, and is to have later, goes to another, with its shares and end days: a
    /// leaver's customers.
    /// </summary>
    /// <param name="holder">Who has it.</param>
    /// <param name="to">Who gets it.</param>
    /// <param name="from">The first day of the new holder.</param>
    /// <returns>The changed copy; what ended before that day stays.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="holder"/> or <paramref name="to"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The new holder has one of the subjects already on a day on which it would come to him; or the day is not of the ISO calendar.
    /// </exception>
    public Assignments<TSubject, THolder> HandOver(THolder holder, THolder to, LocalDate from)
    {
        Guard.Against.Null(holder);
        Guard.Against.Null(to);
        Guard.Against.OtherCalendar(from);
        var passed = DateSpan.From(from);
        return Changed(
            [.. _all.SelectMany(each => !IsHeldBy(each, holder) ? [each]
                : each.Span.Intersection(passed) is { } common ? Outside(each, passed).Append(each.To(to, common))
                : [each])],
            SubjectsOf(holder), nameof(to));
    }

    /// <summary>
    /// The assignments in which a holder has nothing from a day on: who leaves without a successor. What he had is a gap, and seen by
    /// <see cref="Gaps"/>.
    /// </summary>
    /// <param name="holder">Who has it.</param>
    /// <param name="from">The first day without him.</param>
    /// <returns>The changed copy; what others hold, and what ended before that day, stays.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="holder"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="from"/> is not of the ISO calendar.</exception>
    public Assignments<TSubject, THolder> Release(THolder holder, LocalDate from)
    {
        Guard.Against.Null(holder);
        Guard.Against.OtherCalendar(from);
        return Changed(
            [.. _all.SelectMany(each => IsHeldBy(each, holder) ? Outside(each, DateSpan.From(from)) : [each])],
            SubjectsOf(holder), nameof(holder));
    }

    private static bool IsHeldBy(Assignment<TSubject, THolder> assignment, THolder holder) =>
        EqualityComparer<THolder>.Default.Equals(assignment.Holder, holder);

    /// <summary>What is left of an assignment before and after some days.</summary>
    private static IEnumerable<Assignment<TSubject, THolder>> Outside(Assignment<TSubject, THolder> assignment, DateSpan span) =>
        Timeline.Of((assignment.Span, assignment)).Without(span).Entries.Select(entry => assignment.Over(entry.Span));

    private HashSet<TSubject> SubjectsOf(THolder holder) => [.. _all.Where(each => IsHeldBy(each, holder)).Select(each => each.Subject)];

    private IEnumerable<Assignment<TSubject, THolder>> AllWithout(HashSet<TSubject> subjects, DateSpan span)
    {
        foreach (var each in _all)
        {
            if (!subjects.Contains(each.Subject))
            {
                yield return each;
                continue;
            }

            foreach (var rest in Outside(each, span))
                yield return rest;
        }
    }

    private Assignments<TSubject, THolder> Overridden(
        IReadOnlyList<Assignment<TSubject, THolder>> by, DateSpan span, string parameterName)
    {
        HashSet<TSubject> subjects = [.. by.Select(each => each.Subject)];
        return Changed([.. AllWithout(subjects, span), .. by], subjects, parameterName);
    }

    private void RequireNothingLater(TSubject subject, LocalDate from)
    {
        foreach (var each in HistoryOf(subject))
        {
            if (each.Span.Start > from)
            {
                throw Guards.Invalid(
                    nameof(from), InvariantText.Date(from) + " is before '" + each + "'", "must not be before a later assignment begins");
            }
        }
    }
}
