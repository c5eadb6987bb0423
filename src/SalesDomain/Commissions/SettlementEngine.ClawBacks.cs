using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What a return, a cancellation or a non-payment takes back of closed measurement periods.</summary>
internal sealed partial class SettlementEngine
{
    private readonly List<ClawBackSteps> _clawBacks = [];

    /// <summary>
    /// Takes back of what is closed and does not hold the event among its facts, plan by plan and component by component. Of an event that
    /// is known only what it has not taken of yet, of measurement periods that had begun by its day: what is entered of later ones came in
    /// since. It is noted as of no consequence only where no plan is left open that may hold it.
    /// </summary>
    private void ClawBack(CommissionEvent source, AppliedEvent? known = null)
    {
        var facts = _state.Lines.HoldersOf(source.Id);
        TellNotReached(source, facts);
        var keys = KeysOf(source);
        if (keys.Count == 0)
        {
            if (known is null)
                Tell("commission.unknown-line", source);
            return;
        }

        var taken = known is null ? [] : TakenBy(known);
        var left = keys.FindAll(
            each => !facts.Contains((each.Key.Plan, each.Key.Component)) && !taken.Contains((each.Book.Period, each.Key))
                && (known is null || !(each.Book.Period.Start > source.On)));
        var closed = left.FindAll(each => IsClosed(each.Book.Period));
        if (closed.Count > 0)
            Decide(source, closed, isKnown: known is not null, isLast: keys.TrueForAll(IsClosed));
        else if (known is null && left.Count < keys.Count)
            Tell("commission.among-the-facts", source);

        // Not noted: what the facts hold today they need not hold when the period is closed, or is computed again.
        TellRerated(source, left.Except(closed).Select(each => (each.Key.Plan, each.Book.Period)));
    }

    private bool IsClosed((PeriodBook Book, EarningKey Key) head) =>
        _state.Lines.PeriodsOf(head.Book.Period, head.Key).TrueForAll(IsClosed);

    private void TellRerated(CommissionEvent source, IEnumerable<(string Plan, DateSpan Period)> open)
    {
        foreach (var (plan, period) in open.Distinct())
            Tell("commission.re-rated-instead", source, ("plan", plan), ("period", period.ToString()));
    }

    /// <summary>
    /// What components without lines have earned on the day of the sale, where an event cannot say how much of it came back: beside lines,
    /// where it is of the line, and of what is paid on no base, as a share of a pool.
    /// </summary>
    private void TellNotReached(CommissionEvent source, HashSet<(string Plan, string Component)> facts)
    {
        if (_rules.ClawBackFor(source.Kind) is not { } rule)
            return;

        var isOfLine = _state.Lines.Of(source.Line!.Value) is not null;
        foreach (var (book, key) in _state.Lines.ComponentsOn(source.SoldOn!.Value))
        {
            var state = StateOf(book.Period, key);
            if (IsClosed(book.Period) && state.Amount > 0m && (isOfLine || state.Base is null)
                && !facts.Contains((key.Plan, key.Component))
                && (!rule.HasWindow || (StartOf(rule, source, state) is { } start && rule.IsWithin(start, source.On))))
            {
                Tell("commission.not-reached", source, ("plan", key.Plan), ("earning", key.Named(book.Period)));
            }
        }
    }

    /// <summary>Of what is closed, and not held by its facts; the last of it where no plan is left open.</summary>
    private void Decide(CommissionEvent source, List<(PeriodBook Book, EarningKey Key)> closed, bool isKnown, bool isLast)
    {
        var rule = _rules.ClawBackFor(source.Kind);
        var start = rule is null ? null : StartOf(rule, source, StateOf(closed[0].Book.Period, closed[0].Key));
        if (rule is { HasWindow: true } && start is null)
        {
            // Not noted: it may be given again with the day.
            Tell("commission.window-start-missing", source, ("start", rule.Start.ToString()));
            return;
        }

        if (start is { } from && rule!.IsInGrace(from, source.On))
        {
            // Not noted: it may be given again when the days have passed.
            Tell("commission.not-yet-taken-back", source, ("start", from), ("days", rule.GraceDays!.Value));
            return;
        }

        var why = rule is null ? "commission.no-claw-back"
            : start is { } first && !rule.IsWithin(first, source.On) ? "commission.outside-window"
            : null;
        if (why is null)
        {
            if (ClawBack(source, rule!, closed) > 0 || isKnown)
                return;
            why = "commission.nothing-to-take-back";
        }

        if (isLast && !isKnown)
            Note(why, source);
        else
            Tell(why, source);
    }

    /// <summary>How many there are of which something is left to take back, whether it is said how much came back or not.</summary>
    private int ClawBack(CommissionEvent source, ClawBackRule rule, List<(PeriodBook Book, EarningKey Key)> closed)
    {
        var found = closed.ConvertAll(each => (each.Book.Period, each.Key, State: Together(each.Book.Period, each.Key)))
            .FindAll(each => each.State.Amount > 0m && each.State.Base is not { Amount: <= 0m });
        var unsaid = found.FindAll(each => !IsSaid(source, each.Key, each.State));

        // What has neither base nor line is told already: no event reaches it.
        foreach (var (period, key, _) in unsaid.Where(each => each.State.Base is not null || each.Key.Line is not null))
            Tell("commission.base-missing", source, ("plan", key.Plan), ("earning", key.Named(period)));

        // Not noted, and nothing is taken yet: it may be given again with the part, for all of them.
        if (unsaid.Exists(each => each.State.Base is not null || each.Key.Line == source.Line))
            return found.Count;

        foreach (var (period, key, state) in found.Except(unsaid))
            Take(source, period, key, state, rule.IsProRata ? ProRata(source, rule, state) : InFull(state, state.AskedBy(source)));

        return found.Count;
    }

    // Of a line all of it can come back unsaid, or a part; of a component without lines, or of what only follows the line, it has to be
    // said how much, in its measure.
    private static bool IsSaid(CommissionEvent source, EarningKey key, EarningState state) =>
        (state.Base is { } paidOn && source.ReturnedOf(paidOn) is not null)
        || (key.Line is not null && key.Line == source.Line && (source.Returned.Count == 0 || source.Part is not null));

    private HashSet<(DateSpan Period, EarningKey Key)> TakenBy(AppliedEvent known) =>
        [.. known.Entries.Where(IsTaken).Select(entry => HeadOf(entry.Period!.Value, entry.Key))];

    /// <summary>Of a known line the day is in its entry, so that a day typed wrong opens no window; otherwise the event says it.</summary>
    private static LocalDate SoldOn(CommissionEvent source, EarningState state) =>
        state.Live[0].Line is not null && state.On is { } on && on <= source.On ? on : source.SoldOn!.Value;

    /// <summary>The day from which the window of a rule runs; null where the event does not say it.</summary>
    private static LocalDate? StartOf(ClawBackRule rule, CommissionEvent source, EarningState state) =>
        rule.Start switch
        {
            ClawBackStart.Invoice => source.InvoicedOn,
            ClawBackStart.DueDate => source.DueOn,
            _ => SoldOn(source, state),
        };

    /// <summary>amount × part ÷ whole × left ÷ window, multiplied exactly whatever its size, divided once.</summary>
    private static decimal Portion(decimal amount, decimal part, decimal whole, BigInteger left, BigInteger window)
    {
        const int digits = DecimalMath.MostDigits;
        return DecimalMath.Quotient(
            DecimalMath.ToInteger(amount, digits) * DecimalMath.ToInteger(part, digits) * left,
            DecimalMath.ToInteger(whole, digits) * BigInteger.Pow(10, digits) * window);
    }

    /// <summary>The running total of what came back gives the running total of what is taken back.</summary>
    /// <param name="state">The line together with what follows it.</param>
    /// <param name="asked">What one event asks for beside what was taken; null for all of the base.</param>
    private ClawBackSteps InFull(EarningState state, decimal? asked)
    {
        var whole = state.Whole;
        var (taken, before, otherBase) = (0m, 0m, 0m);
        foreach (var part in state.Clawed)
        {
            if (part.IsFull)
            {
                taken += part.Taken;
                before += part.Amount;
            }
            else
            {
                otherBase += part.Taken;
            }
        }

        var more = AtLeastZero(Math.Min(asked ?? whole, whole - otherBase - taken));
        var steps = StepsOf(state, taken, more, before, BigInteger.One, BigInteger.One);
        steps.IsFull = true;
        return steps;
    }

    private ClawBackSteps ProRata(CommissionEvent source, ClawBackRule rule, EarningState state)
    {
        var from = StartOf(rule, source, state)!.Value;
        var (left, window) = rule.TimeLeft(from, source.On);
        var part = new ClawedPart(source, state.AskedBy(source), Percentage.FromFraction((decimal)left / window));
        return ProRata(part, left, window, from, state);
    }

    /// <summary>What a part comes to for all of its base that is left, with the factor of its own day.</summary>
    private ClawBackSteps ProRata(ClawedPart part, BigInteger left, BigInteger window, LocalDate? from, EarningState state)
    {
        var whole = state.Whole;
        var more = AtLeastZero(Math.Min((state.AskedBy(part) ?? whole) - part.Taken, whole - state.Clawed.Sum(each => each.Taken)));
        var steps = StepsOf(state, part.Taken, more, part.Amount, left, window);
        steps.Left = DecimalMath.FromInteger(left, 0);
        steps.Window = DecimalMath.FromInteger(window, 0);
        steps.From = from;
        steps.TimePart = part.TimeLeft!.Value.Fraction;
        return steps;
    }

    /// <summary>From the base that came back to what is taken back to date, no more than what is earned and not taken otherwise.</summary>
    private ClawBackSteps StepsOf(
        EarningState state, decimal taken, decimal more, decimal before, BigInteger left, BigInteger window)
    {
        var (whole, returned) = (state.Whole, taken + more);
        var exact = Portion(state.Amount, returned, whole, left, window);
        var rounded = Rounded(exact);
        var most = state.Amount - (state.ClawedAmount - before);
        var bounded = Math.Min(rounded, most);
        var toDate = Math.Max(before, bounded);
        return new ClawBackSteps
        {
            Commission = In(state.Amount),
            Following = FollowingOf(state),
            Base = whole,
            Returned = returned,
            ReturnedPart = returned / whole,
            Exact = In(exact),
            Rounded = In(rounded),
            Most = In(most),
            Bounded = In(bounded),
            Before = In(before),
            ToDate = In(toDate),
            Amount = In(before - toDate),
            Taken = more,
        };
    }

    private void Take(CommissionEvent source, DateSpan period, EarningKey key, EarningState state, ClawBackSteps steps)
    {
        steps.Name = source.Id + " of " + key.Named(period);
        steps.Plan = key.Plan;
        _clawBacks.Add(steps);
        _steps.ClawedBack += steps.Amount.Amount;
        Post(
            CommissionEntryKind.ClawedBack, steps.Amount.Amount,
            new CommissionEntry.Detail
            {
                Plan = key.Plan,
                PlanVersion = state.Version,
                Component = key.Component,
                Period = period,
                Line = key.Line,
                RatedIn = key.RatedIn,
                On = state.On,
                Deal = state.Deal,
                Base = state.Base is { } paidOn ? paidOn.With(-steps.Taken) : null,
                Part = state.Base is null ? Percentage.FromFraction(steps.Taken) : null,
                Rate = state.Rate,
                Event = source,
                TimeLeft = steps.IsFull ? null : Percentage.FromFraction(steps.TimePart),
                Reasons = steps.From is { } from ? [new Reason("commission.window", ("from", from))] : null,
            });
    }
}
