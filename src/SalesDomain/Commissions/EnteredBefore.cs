using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>
/// What an account has entered of measurement periods that are closed, so that what is earned of a line goes on from there, whatever facts
/// of theirs came to be known since.
/// </summary>
internal sealed class EnteredBefore(CommissionAccount account, LocalDate recorded)
{
    /// <summary>
    /// A line in the closed periods that ended before a day: what events took back of it, and which lines are in it. An event took what
    /// came back for what is entered of that, also where its clause left a part.
    /// </summary>
    internal (Dictionary<LineId, Money> Taken, HashSet<LineId> Included) Of(EarningKey key, LocalDate start, Rounding rounding)
    {
        var (taken, included) = (new Dictionary<LineId, Money>(), new HashSet<LineId>());
        foreach (var book in account.State.Books.Values)
        {
            if (!(book.Period.End < start) || !IsClosed(book.Period) || !book.Keys.TryGetValue(key, out var state))
                continue;

            foreach (var part in state.Clawed)
            {
                var amount = new Money(InPlan(state, part), state.Currency).Round(rounding);
                taken[part.Event.Id] = taken.TryGetValue(part.Event.Id, out var before) ? before + amount : amount;
            }

            included.UnionWith(state.Live.SelectMany(entry => entry.IncludedLines));
        }

        return (taken, included);
    }

    // To the cent what was taken, where all of it was.
    private static decimal InPlan(EarningState state, ClawedPart part) =>
        part.IsFull && state.Amount != 0m ? part.Amount * state.PlanAmount / state.Amount
        : state.Whole != 0m ? state.PlanAmount * part.Taken / state.Whole
        : 0m;

    /// <summary>
    /// What is earned of a line through the day before one: what is entered, where that day is closed; otherwise what the facts say. An
    /// open period between closed ones is restated by the facts, and where these do not say what it earned, why.
    /// </summary>
    internal Money Before(EarningKey key, LocalDate start, ScheduledLine line, Rounding rounding, ref Reason? why)
    {
        var day = start.PlusDays(-1);
        if (!IsClosed(day))
            return line.ToDate(day, ref why) ?? line.Nothing;

        var before = line.Nothing;
        foreach (var book in account.State.Books.Values)
        {
            if (!(book.Period.End < start) || book.LiveOf(key.Plan) == 0)
                continue;

            if (!IsClosed(book.Period))
            {
                before += Within(book.Period, ref why);
            }
            else if (book.Keys.TryGetValue(key, out var state))
                before += new Money(state.PlanAmount, state.Currency);
        }

        foreach (var span in ReopenedBefore(start, key.Plan))
            before += Within(span, ref why);

        return before;

        Money Within(DateSpan open, ref Reason? unknown)
        {
            var first = open.Start!.Value;
            var own = line.With(Of(key, first, rounding).Taken);
            return (own.ToDate(open.End!.Value, ref unknown) ?? line.Nothing) - Before(key, first, own, rounding, ref unknown);
        }
    }

    /// <summary>
    /// What was opened again before a day and is open, as far as nothing of the plan is entered in it: it counts by the facts as well.
    /// </summary>
    private IEnumerable<DateSpan> ReopenedBefore(LocalDate start, string plan)
    {
        DateSpan[] reopened =
            [.. account.State.Closings.Where(each => each.IsReopening && each.On <= recorded).Select(each => each.Span)];
        if (reopened.Length == 0)
            yield break;

        DateSpan[] entered = [.. account.State.Books.Values.Where(book => book.LiveOf(plan) > 0).Select(book => book.Period)];
        var days = new SortedSet<LocalDate> { start };
        foreach (var span in account.State.Closings.Select(each => each.Span).Concat(entered))
        {
            days.Add(span.Start!.Value);
            if (span.End < start)
                days.Add(span.End.Value.PlusDays(1));
        }

        // Between two of these days all is closed, or all is open.
        var from = days.Min;
        foreach (var next in days.Where(day => day <= start).Skip(1))
        {
            if (Array.Exists(reopened, span => span.Contains(from)) && !IsClosed(from)
                && !Array.Exists(entered, period => period.Contains(from)))
            {
                yield return new DateSpan(from, next.PlusDays(-1));
            }

            from = next;
        }
    }

    /// <summary>Whether a day before is closed, so that what is earned through it is what was entered.</summary>
    internal bool IsClosed(LocalDate day) => IsClosed(DateSpan.On(day));

    private bool IsClosed(DateSpan period) => account.State.IsClosed(period, recorded);
}
