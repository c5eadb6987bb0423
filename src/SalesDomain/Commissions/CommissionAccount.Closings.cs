using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

public sealed partial class CommissionAccount
{
    /// <summary>
    /// The account in which all measurement periods within a span are closed: from that day on their earnings are not restated, and what
    /// changes goes through claw-back and correction.
    /// </summary>
    /// <param name="span">
    /// The span, with both days: the year closes its quarters and months, those that have entries and those that come later. A period that
    /// only overlaps it stays as it is.
    /// </param>
    /// <param name="on">The day from which they are closed: it holds for runs recorded on that day or later.</param>
    /// <returns>The changed copy; the account itself where that closing is there already and the span is not open since.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="span"/> has an open end, <paramref name="on"/> is not of the ISO calendar, or the span or a part of it was
    /// opened again on that day or later, alone or within a wider span, and would stay open: it can be closed from the day after that on.
    /// </exception>
    public CommissionAccount Close(DateSpan span, LocalDate on) =>
        With(CommissionClosing.After(State.Closings, State.Closings, span, on, isReopening: false));

    /// <summary>
    /// The account in which all measurement periods within a span are open again: from that day on they are restated. What was taken back
    /// while they were closed stays, and is not entered a second time as a line of the facts.
    /// </summary>
    /// <param name="span">The span, with both days.</param>
    /// <param name="on">The day from which they are open: it holds for runs recorded on that day or later.</param>
    /// <returns>The changed copy; the account itself where that reopening is there already and the span is not closed since.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="span"/> has an open end, <paramref name="on"/> is not of the ISO calendar, or the span or a part of it was closed
    /// on that day or later, alone or within a wider span, and would stay closed: a closing of a quarter counts after a reopening of the
    /// year of one day.
    /// </exception>
    public CommissionAccount Reopen(DateSpan span, LocalDate on) =>
        With(CommissionClosing.After(State.Closings, State.Closings, span, on, isReopening: true));

    /// <summary>The account with a closing or reopening, say with one of a store.</summary>
    /// <param name="closing">
    /// The closing; one that is there already has no effect, and the order in which they are given does not matter.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="closing"/> is null.</exception>
    public CommissionAccount With(CommissionClosing closing)
    {
        var closings = CommissionClosing.Added(State.Closings, Guard.Against.Null(closing));
        if (closings == State.Closings)
            return this;

        var state = State.Copy();
        state.Closings = closings;
        return new CommissionAccount(state, _log, _disputes, LeftOn);
    }

    /// <summary>
    /// Whether a measurement period is closed on a day: of the closings and reopenings of that day and earlier ones whose span holds the
    /// period, the last decides; on one day the narrower span, and of spans as long as one another what reopens.
    /// </summary>
    /// <param name="period">The measurement period.</param>
    /// <param name="on">The day, say the day of record of a run.</param>
    /// <returns>Whether it is closed; false where nothing was closed.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public bool IsClosed(DateSpan period, LocalDate on) => State.IsClosed(period, Guard.Against.OtherCalendar(on));
}
