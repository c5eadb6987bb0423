using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>What the earnings of a run change, seen together before any of it is entered.</summary>
internal sealed partial class SettlementEngine
{
    private const string CorrectionUndone = "commission.correction-undone";

    /// <summary>
    /// Of a line and all that follows it not less is earned than was taken back of them while the period was closed, without what this run
    /// reinstates. They are asked together, and stay together: where a lower sale is refused, the lower return beside it is too. Of a
    /// period that never was opened again nothing is asked.
    /// </summary>
    private void RefuseTooLittle(List<EarningMove> moves)
    {
        if (!Array.Exists(_state.Closings, closing => closing.IsReopening))
            return;

        var groups = new Dictionary<(DateSpan, EarningKey), List<EarningMove>>();
        foreach (var move in moves)
        {
            if (HeadOf(move.Period, move.Key, move.Earning?.Original ?? move.State.Original) is not { } head)
                continue;
            if (!groups.TryGetValue(head, out var group))
                groups.Add(head, group = []);

            group.Add(move);
        }

        var refused = new HashSet<EarningMove>();
        foreach (var ((period, key), group) in groups.Select(pair => (pair.Key, pair.Value)))
        {
            if (LeavesTooLittle(period, key, group))
                refused.UnionWith(group);
        }

        foreach (var move in moves.Where(refused.Contains))
        {
            Refuse(
                "commission.taken-back-already", move.Key, move.Period, move.Earning?.Amount.Amount ?? 0m, move.State.PlanAmount,
                move.Earning?.Amount.Currency ?? move.State.Currency);
        }

        moves.RemoveAll(refused.Contains);
    }

    private bool LeavesTooLittle(DateSpan period, EarningKey key, List<EarningMove> group)
    {
        var difference = group.Sum(move => move.Difference);
        if (difference >= 0m || !(IsReopened(period) || group.Exists(move => IsReopened(move.Period))))
            return false;

        var state = Together(period, key);
        var taken = state.Clawed.Sum(part => _reinstated.Contains(part.Event.Id) ? 0m : part.Amount);
        return taken > 0m && state.Amount + difference < taken;
    }

    private bool IsReopened(DateSpan period) =>
        Array.Exists(_state.Closings, closing => closing.IsReopening && closing.Span.Contains(period));

    /// <summary>
    /// A plan that is new in a measurement period and pays lines that another one pays there by a component of that name: a share of a
    /// pool, or a version that was typed into the name. It is told once, when it begins.
    /// </summary>
    private void TellBeside(List<EarningMove> moves)
    {
        if (!moves.Exists(IsOfNewPlan))
            return;

        foreach (var period in moves.Where(move => move.IsOfLine).Select(move => move.Period).Distinct())
            TellBeside(period, moves.FindAll(move => move.Period == period));
    }

    private bool IsOfNewPlan(EarningMove move) =>
        move.IsOfLine && !(_state.Books.TryGetValue(move.Period, out var book) && book.LiveOf(move.Key.Plan) > 0);

    private void TellBeside(DateSpan period, List<EarningMove> moves)
    {
        var paid = PaidLines(period, moves);
        if (paid.TrueForAll(key => key.Plan == paid[0].Plan))
            return;

        var byLine = paid.Distinct().ToLookup(key => (key.Component, key.Line), key => key.Plan);
        var beside = moves.Where(IsOfNewPlan)
            .SelectMany(
                move => byLine[(move.Key.Component, move.Key.Line)].TakeWhile(plan => plan != move.Key.Plan),
                (move, other) => (move.Key.Plan, Beside: other, move.Key.Component))
            .GroupBy(each => each);
        foreach (var each in beside)
        {
            _reasons.Add(
                new Reason(
                    "commission.beside", ("plan", each.Key.Plan), ("beside", each.Key.Beside),
                    ("earning", Named(each.Key.Component, null, period)), ("lines", each.Count())));
        }
    }

    /// <summary>What is paid by lines in a measurement period: first what is entered and stays, then what the run brings.</summary>
    private List<EarningKey> PaidLines(DateSpan period, List<EarningMove> moves)
    {
        List<EarningKey> paid = [];
        if (_state.Books.TryGetValue(period, out var book))
        {
            HashSet<EarningKey> left = [.. moves.Where(move => move.Earning is null).Select(move => move.Key)];
            paid.AddRange(
                book.Keys.Where(pair => pair.Value.Live.Length > 0 && pair.Key.Line is not null && !left.Contains(pair.Key))
                    .Select(pair => pair.Key));
        }

        paid.AddRange(moves.Where(move => move.IsOfLine).Select(move => move.Key));
        return paid;
    }

    private void Undo(EarningState state, EarningKey key, DateSpan period)
    {
        Reverse(state, period, "commission.not-earned", new Money(0m, state.Currency));
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
                CorrectionUndone, first.Event!, ("earning", Named(first.Component!, first.Line, period)),
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

        internal bool IsOfLine => Earning is not null && Key.Line is not null;

        internal decimal Difference => (Earning is null ? 0m : Parts.ToDate) - State.Amount;
    }
}
