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
        foreach (var period in moves.Where(move => move is { Earning: not null, Key.Line: not null }).GroupBy(move => move.Period))
        {
            var book = _state.Books.TryGetValue(period.Key, out var known) ? known : new PeriodBook(period.Key);
            if (period.All(move => book.LiveOf(move.Key.Plan) > 0))
                continue;

            var left = new HashSet<EarningKey>(
                moves.Where(move => move.Earning is null && move.Period == period.Key).Select(move => move.Key));
            var others = book.Keys.Where(pair => pair.Value.Live.Length > 0 && pair.Key.Line is not null && !left.Contains(pair.Key))
                .Select(pair => pair.Key).ToLookup(each => (each.Component, each.Line!.Value), each => each.Plan);
            var begun = new Dictionary<(string, LineId), List<string>>();
            foreach (var plan in period.GroupBy(move => move.Key.Plan, StringComparer.Ordinal))
            {
                if (book.LiveOf(plan.Key) == 0)
                    TellBeside(period.Key, plan, line => begun.TryGetValue(line, out var more) ? others[line].Concat(more) : others[line]);

                foreach (var move in plan)
                {
                    var line = (move.Key.Component, move.Key.Line!.Value);
                    if (!begun.TryGetValue(line, out var plans))
                        begun.Add(line, plans = []);

                    plans.Add(plan.Key);
                }
            }
        }
    }

    private void TellBeside(
        DateSpan period, IGrouping<string, EarningMove> moves, Func<(string Component, LineId Line), IEnumerable<string>> others)
    {
        var beside = moves
            .SelectMany(
                move => others((move.Key.Component, move.Key.Line!.Value)).Distinct(StringComparer.Ordinal),
                (move, plan) => (Plan: plan, move.Key.Component))
            .Where(each => !string.Equals(each.Plan, moves.Key, StringComparison.Ordinal)).GroupBy(each => each);
        foreach (var each in beside)
        {
            _reasons.Add(
                new Reason(
                    "commission.beside", ("plan", moves.Key), ("beside", each.Key.Plan),
                    ("earning", Named(each.Key.Component, null, period)), ("lines", each.Count())));
        }
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

        internal decimal Difference => (Earning is null ? 0m : Parts.ToDate) - State.Amount;
    }
}
