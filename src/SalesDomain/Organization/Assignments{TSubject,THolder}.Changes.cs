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
        return Create(_all.Concat(assignments), nameof(assignments));
    }

    /// <summary>The assignments in which nobody holds a subject on some days; before and after them all is as it was.</summary>
    /// <param name="subject">What is held.</param>
    /// <param name="span">The days.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> is null.</exception>
    public Assignments<TSubject, THolder> Without(TSubject subject, DateSpan span)
    {
        Guard.Against.Null(subject);
        return Create(_all.SelectMany(each => IsOf(each, subject) ? Outside(each, span) : [each]), nameof(subject));
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
        return Without(subject, span).With(Assignment.Of(subject, holder, span));
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
        foreach (var each in HistoryOf(subject))
        {
            if (each.Span.Start > from)
            {
                throw Guards.Invalid(
                    nameof(from), InvariantText.Date(from) + " is before '" + each + "'", "must not be before a later assignment begins");
            }
        }

        return Override(subject, to, DateSpan.From(from));
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
        return Create(
            _all.SelectMany(each => !EqualityComparer<THolder>.Default.Equals(each.Holder, holder) ? [each]
                : each.Span.Intersection(passed) is { } common ? Outside(each, passed).Append(each.To(to, common))
                : [each]),
            nameof(to));
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
        return Create(
            _all.SelectMany(each =>
                EqualityComparer<THolder>.Default.Equals(each.Holder, holder) ? Outside(each, DateSpan.From(from)) : [each]),
            nameof(holder));
    }

    private static bool IsOf(Assignment<TSubject, THolder> assignment, TSubject subject) =>
        EqualityComparer<TSubject>.Default.Equals(assignment.Subject, subject);

    /// <summary>What is left of an assignment before and after some days.</summary>
    private static IEnumerable<Assignment<TSubject, THolder>> Outside(Assignment<TSubject, THolder> assignment, DateSpan span) =>
        Timeline.Of((assignment.Span, assignment)).Without(span).Entries.Select(entry => assignment.Over(entry.Span));
}
