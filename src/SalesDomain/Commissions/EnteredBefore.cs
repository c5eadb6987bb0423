using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>
/// What an account has entered of measurement periods that are closed, so that what is earned of a line goes on from there, whatever facts
/// of theirs came to be known since.
/// </summary>
internal sealed class EnteredBefore(AccountState account, PayoutRun run, DealBook deals, Rounding rounding)
{
    // The parameter of EarningSchedule.ToEarnings, by which an exception says what is wrong.
    private const string Account = "account";

    private readonly Dictionary<(string Plan, string Component), ComponentPeriods> _periods = [];
    private readonly HashSet<LineId> _undone = account.UndoneBy(run);

    private Rounding Rounding => rounding;

    /// <summary>
    /// A line as events left it in the periods that ended before another, but for events that the run undoes; and which lines are in those
    /// that are closed.
    /// </summary>
    internal (ScheduledLine Line, HashSet<LineId> Included) Of(ScheduledLine line, DateSpan during)
    {
        var included = new HashSet<LineId>();
        foreach (var (book, state) in Before(during.Start!.Value, line))
        {
            if (IsClosed(book.Period))
                included.UnionWith(state.AllIncluded);
        }

        return (new History(this, line).LineIn(during), included);
    }

    /// <summary>
    /// What is earned of a line, or of no line, through the day before a period: what is entered, where that day is closed; otherwise what
    /// the facts say. An open period between closed ones is restated by the facts, and where these do not say what it earned, why.
    /// </summary>
    internal Money Before(DateSpan during, IScheduled scheduled, ref Reason? why)
    {
        var history = new History(this, scheduled);
        var before = history.Until(during, scheduled);
        why ??= history.Unknown;
        return before;
    }

    /// <summary>
    /// The events that took within a period what is a fact by its end, or took of a line that is credited no more, but for those that the
    /// run undoes. It is taken already, so that what is entered there stays as it is while the period is open again: the earning includes
    /// them, and is not entered for that, and the periods after it count on what stands.
    /// </summary>
    internal IEnumerable<LineId> TakenIn(DateSpan during, IScheduled scheduled) =>
        scheduled.Deal is { } deal && account.Books.TryGetValue(during, out var book)
            && book.Keys.TryGetValue(scheduled.KeyIn(during), out var state)
            ? state.Clawed.Select(part => part.Event.Id).Where(
                id => !_undone.Contains(id)
                    && (scheduled is ScheduledLine { IsCredited: false } || deals.Holds(deal, id, during.End!.Value)))
            : [];

    private IEnumerable<(PeriodBook Book, EarningState State)> Before(LocalDate start, ScheduledLine line)
    {
        foreach (var book in account.Books.Values)
        {
            if (book.Period.End < start && book.Keys.TryGetValue(line.Key, out var state))
                yield return (book, IsClosed(book.Period) ? MustBeIn(line.Commission.Currency, line.Key, book.Period, state) : state);
        }
    }

    /// <summary>What is entered of something, in the currency of its plan.</summary>
    private static EarningState MustBeIn(
        Currency currency, in EarningKey key, DateSpan period, EarningState state, string parameterName = Account) =>
        state.Live.Length == 0 || state.Currency == currency ? state
            : throw new CurrencyMismatchException(currency, state.Currency, key.Named(period), parameterName);

    /// <summary>
    /// What is entered, in the currency of the plan, of what the facts say. A correction stands beside that; but for one that includes a
    /// fact which had come by the end of a day: it was paid, or taken, before that was known. One that the run undoes does not stand.
    /// </summary>
    private (decimal Amount, decimal Beside) Entered(EarningState state, DocumentId? deal, LocalDate on)
    {
        var (amount, beside) = (state.PlanAmount, 0m);
        foreach (var entry in state.IsCorrected ? state.Corrections : [])
        {
            var (isUndone, part) = (_undone.Contains(entry.Event!.Id), EarningState.InPlan(entry).Amount);
            if (!isUndone && deal is { } of && Array.Exists(entry.IncludedLines, fact => deals.Holds(of, fact, on)))
                continue;

            amount -= part;
            beside += isUndone ? 0m : part;
        }

        return (amount, beside);
    }

    /// <summary>
    /// The lines of a component of which something is entered of a period or of those before it, with the days they were entered with.
    /// </summary>
    internal IEnumerable<(LineId Line, LocalDate On)> LinesOf(string plan, string component, DateSpan during) =>
        PeriodsOf(new EarningKey(plan, component, null)).Entered
            .Where(book => book.Period == during || book.Period.End < during.Start)
            .SelectMany(book => book.Keys)
            .Where(
                pair => pair.Key.Line is not null && pair.Value.Live.Length > 0 && pair.Value.On is not null
                    && pair.Key.Equals(new EarningKey(plan, component, pair.Key.Line)))
            .GroupBy(pair => pair.Key.Line!.Value, (line, states) => (line, states.First().Value.On!.Value))
            .OrderBy(each => each.line);

    /// <summary>Whether something is entered of a key in a period: it is said also where the facts give nothing there any more.</summary>
    internal bool Has(EarningKey key, DateSpan period) =>
        account.Books.TryGetValue(period, out var book) && book.Keys.TryGetValue(key, out var state) && state.Live.Length > 0;

    /// <summary>Whether what is earned of a component through a day is what was entered.</summary>
    internal bool IsClosed(EarningKey key, LocalDate day) => PeriodsOf(key).IsClosed(day);

    /// <summary>Whether a measurement period is closed.</summary>
    internal bool IsClosed(DateSpan period) => account.IsClosed(period, run.Recorded);

    private ComponentPeriods PeriodsOf(EarningKey key)
    {
        if (!_periods.TryGetValue((key.Plan, key.Component), out var periods))
        {
            periods = new ComponentPeriods(
                [.. account.Books.Values.Where(book => book.LiveOf(key.Plan) > 0)], key,
                [.. account.Closings.Select(each => each.Span)], IsClosed);
            _periods.Add((key.Plan, key.Component), periods);
        }

        return periods;
    }

    /// <summary>One line, or what is of no line, period after period.</summary>
    private sealed class History(EnteredBefore entered, IScheduled scheduled)
    {
        private readonly ComponentPeriods _periods = entered.PeriodsOf(scheduled.KeyIn(default));
        private readonly Dictionary<DateSpan, Money> _within = [];
        private Reason? _unknown;

        internal Reason? Unknown => _unknown;

        /// <summary>The line as events left it before a period.</summary>
        internal ScheduledLine LineIn(DateSpan during)
        {
            var line = (ScheduledLine)scheduled;
            var (taken, stands) = (new Dictionary<LineId, TakenBack>(), 0m);
            foreach (var (_, state) in entered.Before(during.Start!.Value, line))
            {
                var (ofFacts, beside) = entered.Entered(state, line.Deal, during.End!.Value);
                stands -= beside;
                foreach (var part in state.Clawed.Where(part => !entered._undone.Contains(part.Event.Id)))
                {
                    stands += part.InPlan;
                    var more = new TakenBack(OfFacts(part.InPlan), OfFacts(part.InFull));
                    taken[part.Event.Id] = taken.TryGetValue(part.Event.Id, out var before) ? before.With(more) : more;
                }

                // What an event took of a correction is not given back by the facts.
                Money OfFacts(decimal amount) =>
                    new Money(
                        ofFacts == state.PlanAmount || !(state.PlanAmount > 0m) ? amount
                            : Fraction.Of(ofFacts, state.PlanAmount).Times(amount), state.Currency).Round(entered.Rounding);
            }

            return line.With(taken, taken.Count == 0 ? null : LeastIn(during, stands));
        }

        /// <summary>
        /// What stands by the facts where nothing is left beside what events took, or what is entered where that is less already: facts
        /// lower a line no further.
        /// </summary>
        private Money? LeastIn(DateSpan during, decimal stands)
        {
            var start = during.Start!.Value;
            PeriodBook[] closed = Array.FindAll(
                _periods.Entered, book => book.Period.End < start && entered.IsClosed(book.Period));
            if (closed.Length == 0)
                return null;

            var last = closed.Max(book => book.Period.End!.Value);
            var before = Until(new DateSpan(last.PlusDays(1), during.End), scheduled);
            var taken = new Money(stands, before.Currency);
            var (least, atLeast) = (taken.Round(entered.Rounding), ClawedPart.ToTheCent(taken));
            least = least < atLeast ? atLeast : least;
            return least < before ? least : before;
        }

        internal Money Until(DateSpan given, IScheduled own)
        {
            var (start, end) = (given.Start!.Value, given.End!.Value);
            if (!_periods.IsClosed(start.PlusDays(-1)) && !Array.Exists(_periods.Entered, book => IsBesideTheFacts(book, start)))
                return own.ToDate(start.PlusDays(-1), ref _unknown) ?? own.Nothing;

            var sum = own.Nothing;
            foreach (var book in _periods.Entered)
            {
                if (!(book.Period.End < start))
                    continue;

                var state = book.Keys.TryGetValue(scheduled.KeyIn(book.Period), out var known) ? known : null;
                if (!entered.IsClosed(book.Period) && !IsKept(book, start))
                    sum += Within(book.Period);
                else if (state is { Live.Length: > 0 })
                    sum += new Money(Entered(book.Period, state, end).Amount, sum.Currency);
            }

            // Of what is open and has nothing yet, from the day of the line on.
            return _periods.OpenBetween(scheduled.Date, start.PlusDays(-1)).Aggregate(sum, (all, open) => all + Within(open));
        }

        // What events took, or corrected, counts from one period to the next, as one fact after the other comes in.
        private bool IsBesideTheFacts(PeriodBook book, LocalDate start) =>
            book.Period.End < start && book.Keys.TryGetValue(scheduled.KeyIn(book.Period), out var state)
            && (state.IsCorrected || state.Clawed.Length > 0);

        private (decimal Amount, decimal Beside) Entered(DateSpan period, EarningState state, LocalDate end) =>
            entered.Entered(MustBeIn(scheduled.Nothing.Currency, scheduled.KeyIn(period), period, state), scheduled.Deal, end);

        private bool IsKept(PeriodBook book, LocalDate start) =>
            book.Period.End < start && !entered.IsClosed(book.Period) && entered.TakenIn(book.Period, scheduled).Any();

        private Money Within(DateSpan open)
        {
            if (_within.TryGetValue(open, out var amount))
                return amount;

            IScheduled own = scheduled is ScheduledRest rest ? rest.LeftIn(open, entered) : LineIn(open);
            amount = (own.ToDate(open.End!.Value, ref _unknown) ?? own.Nothing) - Until(open, own);
            _within.Add(open, amount);
            return amount;
        }
    }
}
