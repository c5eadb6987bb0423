using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>
/// What an account has entered of measurement periods that are closed, so that what is earned of a line goes on from there, whatever facts
/// of theirs came to be known since.
/// </summary>
internal sealed class EnteredBefore(CommissionAccount account, LocalDate recorded, DealBook deals, Rounding rounding)
{
    private readonly Dictionary<(string Plan, string Component), ComponentPeriods> _periods = [];

    /// <summary>
    /// A line in the periods that ended before another: what events took back of it, and which lines are in those that are closed. An event
    /// took what came back for what is entered of that, also where its clause left a part, and where the period is open again.
    /// </summary>
    internal (Dictionary<LineId, Money> Taken, HashSet<LineId> Included) Of(ScheduledLine line, DateSpan during)
    {
        var (key, taken, included) = (line.Key, new Dictionary<LineId, Money>(), new HashSet<LineId>());
        foreach (var book in account.State.Books.Values)
        {
            if (!(book.Period.End < during.Start) || !book.Keys.TryGetValue(key, out var state))
                continue;

            foreach (var part in state.Clawed)
            {
                var entered = Entered(state, line.Deal, during.End!.Value);
                var together = entered + InPeriodsTogether(key, book.Period);
                var amount = new Money(InPlan(state, part, entered, together), state.Currency).Round(rounding);
                taken[part.Event.Id] = taken.TryGetValue(part.Event.Id, out var before) ? before + amount : amount;
            }

            if (IsClosed(book.Period))
                included.UnionWith(state.AllIncluded);
        }

        return (taken, included);
    }

    // To the cent what was taken, where all of it was; otherwise of what the line had earned in all of its periods that are one.
    private static decimal InPlan(EarningState state, ClawedPart part, decimal entered, decimal together) =>
        part.IsFull && state.Amount != 0m ? part.Amount * entered / state.Amount
        : state.Whole != 0m ? together * part.Taken / state.Whole
        : 0m;

    /// <summary>What is entered of a line in the other periods that are one with a period of it.</summary>
    private decimal InPeriodsTogether(EarningKey key, DateSpan period)
    {
        var books = account.State.Books.Values.Where(book => book.Keys.ContainsKey(key)).OrderBy(book => book.Period.Start)
            .ThenBy(book => book.Period.End).ToList();
        var at = books.FindIndex(book => book.Period == period);
        return PeriodsTogether.Of(books.ConvertAll(book => book.Keys[key].Standing)).Find(each => each.Contains(at))!
            .Sum(place => place == at ? 0m : books[place].Keys[key].PlanAmount);
    }

    /// <summary>
    /// What is entered, in the currency of the plan, of what the facts say. A correction stands beside that; but for one that includes a
    /// fact which had come by the end of a day: it was paid, or taken, before that was known.
    /// </summary>
    private decimal Entered(EarningState state, DocumentId? deal, LocalDate on) =>
        !state.IsCorrected ? state.PlanAmount
            : state.PlanAmount - state.Corrections.Sum(
                entry => deal is { } of && Array.Exists(entry.IncludedLines, fact => deals.Holds(of, fact, on)) ? 0m
                    : EarningState.InPlan(entry).Amount);

    /// <summary>
    /// What is earned of a line, or of no line, through the day before a period: what is entered, where that day is closed; otherwise what
    /// the facts say. An open period between closed ones is restated by the facts, and where these do not say what it earned, why.
    /// </summary>
    internal Money Before(DateSpan during, IScheduled scheduled, ref Reason? why)
    {
        var key = scheduled.KeyIn(during);
        var (periods, within, unknown) = (PeriodsOf(key), new Dictionary<DateSpan, Money>(), default(Reason?));
        var before = Until(during, scheduled);
        why ??= unknown;
        return before;

        Money Until(DateSpan given, IScheduled own)
        {
            var (start, end) = (given.Start!.Value, given.End!.Value);
            if (!periods.IsClosed(start.PlusDays(-1)))
                return own.ToDate(start.PlusDays(-1), ref unknown) ?? own.Nothing;

            var sum = own.Nothing;
            foreach (var book in periods.Entered)
            {
                if (!(book.Period.End < start))
                    continue;
                if (!IsClosed(book.Period))
                    sum += Within(book.Period);
                else if (book.Keys.TryGetValue(scheduled.KeyIn(book.Period), out var state))
                    sum += new Money(Entered(state, scheduled.Deal, end), state.Currency);
            }

            // Of what is open and has nothing yet, from the day of the line on.
            return periods.OpenBetween(scheduled.Date, start.PlusDays(-1)).Aggregate(sum, (all, open) => all + Within(open));
        }

        Money Within(DateSpan open)
        {
            if (within.TryGetValue(open, out var amount))
                return amount;

            var own = scheduled is ScheduledLine line ? line.With(Of(line, open).Taken) : scheduled;
            amount = (own.ToDate(open.End!.Value, ref unknown) ?? own.Nothing) - Until(open, own);
            within.Add(open, amount);
            return amount;
        }
    }

    /// <summary>
    /// The lines of a component that were sold within a span, and of which something is entered of periods before a day, with their days.
    /// </summary>
    internal IEnumerable<(LineId Line, LocalDate On)> LinesOf(string plan, string component, DateSpan soldIn, LocalDate start) =>
        PeriodsOf(new EarningKey(plan, component, null)).Entered.Where(book => book.Period.End < start)
            .SelectMany(book => book.Keys)
            .Where(
                pair => pair.Key.Line is not null && pair.Value.Live.Length > 0 && pair.Value.On is { } on && soldIn.Contains(on)
                    && pair.Key.Equals(new EarningKey(plan, component, pair.Key.Line)))
            .GroupBy(pair => pair.Key.Line!.Value, (line, states) => (line, states.First().Value.On!.Value))
            .OrderBy(each => each.line);

    /// <summary>Whether what is earned of a component through a day is what was entered.</summary>
    internal bool IsClosed(EarningKey key, LocalDate day) => PeriodsOf(key).IsClosed(day);

    /// <summary>Whether a measurement period is closed.</summary>
    internal bool IsClosed(DateSpan period) => account.State.IsClosed(period, recorded);

    private ComponentPeriods PeriodsOf(EarningKey key)
    {
        if (!_periods.TryGetValue((key.Plan, key.Component), out var periods))
        {
            periods = new ComponentPeriods(
                [.. account.State.Books.Values.Where(book => book.LiveOf(key.Plan) > 0)], key,
                [.. account.State.Closings.Select(each => each.Span)], IsClosed);
            _periods.Add((key.Plan, key.Component), periods);
        }

        return periods;
    }
}
