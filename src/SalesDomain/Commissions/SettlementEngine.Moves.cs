using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>What the earnings of a run change, seen together before any of it is entered.</summary>
internal sealed partial class SettlementEngine
{
    private const string CorrectionUndone = "commission.correction-undone";
    private const string NotEarned = "commission.not-earned";

    /// <summary>
    /// Of a line and all that follows it not less is earned than was taken back of them while the period was closed, without what this run
    /// reinstates. They are asked together, and stay together: where a lower sale is refused, the lower return beside it is too, and where
    /// a line goes on from one period to the next, so are all its periods, since each counts on the others. Of what never was opened again
    /// nothing is asked.
    /// </summary>
    private void RefuseTooLittle(List<EarningMove> moves)
    {
        if (!Array.Exists(_state.Closings, closing => closing.IsReopening))
            return;

        var refused = new Dictionary<EarningMove, Money>();
        var heads = moves.ToDictionary(move => move, HeadOf);
        foreach (var line in moves.GroupBy(move => heads[move]?.Key ?? move.Key, (key, group) => (Key: key, Moves: group.ToList())))
        {
            if (line.Moves.Exists(IsGoingOn))
            {
                AddAll(line.Moves, MoreThanLeftOfLine(line.Key, line.Moves));
                continue;
            }

            foreach (var group in line.Moves.Where(move => heads[move] is not null).GroupBy(move => heads[move]!.Value))
                AddAll([.. group], MoreThanLeftOfHead(group.Key, [.. group]));
        }

        foreach (var move in moves.Where(refused.ContainsKey))
        {
            Refuse(
                "commission.taken-back-already", move.Key, move.Period, move.ToDateInPlan, move.State.PlanAmount,
                move.Earning?.Amount.Currency ?? move.State.Currency, refused[move]);
        }

        moves.RemoveAll(refused.ContainsKey);

        void AddAll(List<EarningMove> group, Money? taken)
        {
            if (taken is { } more)
                group.ForEach(move => refused.Add(move, more));
        }
    }

    private (DateSpan Period, EarningKey Key)? HeadOf(EarningMove move) =>
        HeadOf(move.Period, move.Key, move.Earning?.Original ?? move.State.Original);

    // One that is restated without an earning says nothing of it.
    private bool IsGoingOn(EarningMove move) =>
        move.Key.Line is { } line
        && (move.Earning?.GoesOn ?? _state.Lines.Of(line)!.FindAll(each => each.Key.Equals(move.Key)).Count > 1);

    /// <summary>What was taken of a line and what follows it, where less would be left of them; null otherwise.</summary>
    private Money? MoreThanLeftOfHead((DateSpan Period, EarningKey Key) head, List<EarningMove> group)
    {
        var difference = group.Sum(move => move.Difference);
        return difference < 0m && (IsReopened(head.Period) || group.Exists(move => IsReopened(move.Period)))
            && (_state.IsTooMuch(head, difference, _reinstated) || group.Exists(IsUndoneBelowTaken))
            ? In(Together(head.Period, head.Key).ClawedWithout(_reinstated)) : null;
    }

    /// <summary>
    /// The same of a line in all its periods, in the currency of its plan: what it comes to in that of the account depends on which of
    /// them are entered. Where that currency is another one now, by what each comes to now.
    /// </summary>
    private Money? MoreThanLeftOfLine(EarningKey key, List<EarningMove> moves)
    {
        List<(DateSpan Period, EarningKey Key)> entered =
        [
            .. _state.Books.Values.Where(book => book.Keys.ContainsKey(key))
                .SelectMany(book => _state.Lines.Group(book.Period, key)).Distinct(),
        ];
        if (!entered.Exists(each => IsReopened(each.Period)) && !moves.Exists(move => IsReopened(move.Period)))
            return null;

        var states = entered.ConvertAll(each => StateOf(each.Period, each.Key));
        HashSet<Currency> currencies =
        [
            .. states.Where(state => state.Live.Length > 0).Select(state => state.Currency),
            .. moves.Where(move => move.Earning is not null).Select(move => move.Earning!.Amount.Currency),
        ];
        var isInPlan = currencies.Count == 1;
        var difference = moves.Sum(move => isInPlan ? move.DifferenceInPlan : move.Difference);
        var left = states.Sum(state => isInPlan ? state.PlanAmount : state.Amount) + difference;
        var taken = isInPlan ? new Money(states.Sum(TakenInPlan), currencies.Single()) : In(states.Sum(TakenInAccount));
        return difference < 0m && taken.Amount > 0m
            && (left < ClawedPart.ToTheCent(taken).Amount || moves.Exists(IsUndoneBelowTaken)) ? taken : null;

        decimal TakenInPlan(EarningState state) =>
            state.Clawed.Sum(part => _reinstated.Contains(part.Event.Id) ? 0m : part.InPlan);

        decimal TakenInAccount(EarningState state) => state.ClawedWithout(_reinstated);
    }

    // What is left of one that is undone stands in no line: what was taken there would be taken of nothing.
    private bool IsUndoneBelowTaken(EarningMove move) =>
        move.Earning is null && move.State.ClawedWithout(_reinstated) is var taken && taken > 0m
        && move.State.Amount + move.Difference < taken;

    private bool IsReopened(DateSpan period) =>
        Array.Exists(_state.Closings, closing => closing.IsReopening && closing.Span.Contains(period));

    /// <summary>
    /// A plan that is new in a measurement period and pays what another one pays there by a component of that name, the same lines, or the
    /// component as a whole where one of the two keeps no lines: a share of a pool, or a version that was typed into the name. It is told
    /// once, when it begins.
    /// </summary>
    private void TellBeside(List<EarningMove> moves)
    {
        if (!moves.Exists(IsOfNewPlan) || AreOfOnePlan(moves))
            return;

        foreach (var period in moves.Where(IsOfNewPlan).Select(move => move.Period).Distinct())
            TellBeside(period, moves.FindAll(move => move.Period == period));
    }

    private bool AreOfOnePlan(List<EarningMove> moves)
    {
        var plan = moves[0].Key.Plan;
        foreach (var move in moves)
        {
            if (!string.Equals(move.Key.Plan, plan, StringComparison.Ordinal))
                return false;
        }

        foreach (var book in _state.Books.Values)
        {
            if (book.HasOtherThan(plan))
                return false;
        }

        return true;
    }

    private bool IsOfNewPlan(EarningMove move) =>
        move.Earning is not null && !(_state.Books.TryGetValue(move.Period, out var book) && book.LiveOf(move.Key.Plan) > 0);

    private void TellBeside(DateSpan period, List<EarningMove> moves)
    {
        HashSet<string> begun = new(moves.Where(IsOfNewPlan).Select(move => move.Key.Plan), StringComparer.Ordinal);
        foreach (var component in Paid(period, moves).GroupBy(key => key.Component, StringComparer.Ordinal))
        {
            List<(string Plan, HashSet<LineId?> Lines)> before = [];
            foreach (var plan in component.GroupBy(key => key.Plan, key => key.Line, StringComparer.Ordinal))
            {
                HashSet<LineId?> lines = [.. plan];
                if (begun.Contains(plan.Key))
                    before.ForEach(other => TellBeside((plan.Key, lines), other, Named(component.Key, period)));

                before.Add((plan.Key, lines));
            }
        }
    }

    private void TellBeside((string Plan, HashSet<LineId?> Lines) begun, (string Plan, HashSet<LineId?> Lines) other, string earning)
    {
        var lines = begun.Lines.Count(line => line is not null && other.Lines.Contains(line));
        if (lines > 0 || begun.Lines.Contains(null) || other.Lines.Contains(null))
        {
            _reasons.Add(
                new Reason("commission.beside", ("plan", begun.Plan), ("beside", other.Plan), ("earning", earning), ("lines", lines)));
        }
    }

    /// <summary>What is paid in a measurement period: first what is entered and stays, then what the run brings.</summary>
    private IEnumerable<EarningKey> Paid(DateSpan period, List<EarningMove> moves)
    {
        IEnumerable<EarningKey> entered = [];
        if (_state.Books.TryGetValue(period, out var book))
        {
            HashSet<EarningKey> left = [.. moves.Where(move => move.Earning is null).Select(move => move.Key)];
            entered = book.Keys.Where(pair => pair.Value.Live.Length > 0 && !left.Contains(pair.Key)).Select(pair => pair.Key);
        }

        return entered.Concat(moves.Where(move => move.Earning is not null).Select(move => move.Key));
    }

    /// <summary>
    /// Of whom the run says nothing, but others have earnings of the plan and period: nobody meant it, where a name was forgotten, and all
    /// that was entered is undone.
    /// </summary>
    private void TellRestatedWithOthers(List<EarningMove> moves)
    {
        foreach (var (plan, period) in _run.RestatedWithOthers)
        {
            var undone = moves.FindAll(
                move => move.Period == period && string.Equals(move.Key.Plan, plan, StringComparison.Ordinal));
            if (undone.Count > 0)
            {
                _reasons.Add(
                    new Reason(
                        "commission.restated-with-others", ("plan", plan), ("period", period.ToString()),
                        ("entered", In(undone.Sum(move => move.State.Amount)))));
            }
        }
    }

    /// <summary>
    /// Lines without a base, as a schedule gives them, in the measurement period in which the payee leaves: nobody can tell from their
    /// day what of them came after the last one.
    /// </summary>
    private void TellLeavingWithin(List<EarningMove> moves)
    {
        if (_rules.EarnsAfterLeaving || _before.LeftOn is not { } left)
            return;

        bool IsOpenEnded(EarningMove move) =>
            move is { Earning: { Line: not null, Base: null }, Difference: > 0m } && move.Period.Contains(left) && move.Period.End != left;

        foreach (var each in moves.Where(IsOpenEnded).GroupBy(move => (move.Key.Plan, move.Key.Component, move.Period)))
        {
            _reasons.Add(
                new Reason(
                    "commission.leaving-within", ("plan", each.Key.Plan),
                    ("earning", Named(each.Key.Component, each.Key.Period)), ("left", left), ("lines", each.Count()),
                    ("difference", In(each.Sum(move => move.Difference)))));
        }
    }

    private void Undo(EarningState state, EarningKey key, DateSpan period)
    {
        if (TakenAway(state, key, period) is { } parts)
        {
            Post(parts, NothingOf(state, key, period).Because(new Reason(NotEarned)));
            Change(key, period, state.Amount, parts);
            return;
        }

        Reverse(state, period, NotEarned, new Money(0m, state.Currency));
        Change(key, period, 0m, state.Amount);
    }

    /// <summary>
    /// Undoes each entry. A correction goes with the rest of its key; where the facts do not come to what it came to, that is told with its
    /// number, and the event can be applied again.
    /// </summary>
    private void Reverse(EarningState state, DateSpan period, string code, Money toDate)
    {
        var isAsCorrected = toDate.Currency == state.Currency && toDate.Amount == state.PlanAmount;
        bool IsLost(CommissionEntry entry) => !isAsCorrected && entry.Event is { } source && !_reinstated.Contains(source.Id);

        foreach (var lost in state.Live.Where(IsLost).GroupBy(entry => entry.Event!.Id))
        {
            var first = lost.First();
            Tell(
                CorrectionUndone, first.Event!, ("plan", first.Plan!), ("earning", first.Key.Named(period)),
                ("corrected", In(lost.Sum(entry => entry.Amount.Amount))));
        }

        foreach (var entry in state.Live)
        {
            var because = new Reason(IsLost(entry) ? CorrectionUndone : code, ("reversed", entry.Number));
            Post(entry.Reversed(_state.Number + 1, _run.Period, _run.Recorded, because));
        }
    }

    /// <summary>Of one key what is earned now; an earning of null where nothing is any more.</summary>
    private sealed class EarningMove(
        EarningKey key, DateSpan period, EarningState state, CommissionEarning? earning, EarningParts parts, bool isAgain)
    {
        internal EarningKey Key { get; } = key;

        internal DateSpan Period { get; } = period;

        internal EarningState State { get; } = state;

        internal CommissionEarning? Earning { get; } = earning;

        internal EarningParts Parts { get; } = parts;

        internal bool IsAgain { get; } = isAgain;

        /// <summary>What is earned now, in the currency of the plan.</summary>
        internal decimal ToDateInPlan => Earning?.Amount.Amount ?? 0m;

        /// <summary>The same less what is entered, in the currency of the plan.</summary>
        internal decimal DifferenceInPlan => ToDateInPlan - State.PlanAmount;

        internal decimal Difference => (Earning is null ? 0m : Parts.ToDate) - State.Amount;
    }
}
