using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>A sale whose day was corrected into another measurement period is earned once.</summary>
internal sealed partial class SettlementEngine
{
    /// <summary>
    /// A line that is new in the measurement period of its day, and stands in another with another day, is the same sale: it is not earned
    /// a second time, and neither is what follows it and stands there as well. Where the run undoes it there it has moved; and what goes on
    /// from the account has counted it. A part of a line whose day is before its period is one of a schedule.
    /// </summary>
    private void RefuseMoved(List<EarningMove> moves)
    {
        HashSet<(DateSpan, EarningKey)>? undone = null;
        Dictionary<EarningKey, (DateSpan Period, LocalDate On)>? given = null;
        HashSet<EarningMove>? refused = null;
        foreach (var move in moves)
        {
            if (!IsNewSale(move) || move.Earning!.On is not { } on || !move.Period.Contains(on))
                continue;

            undone ??= Undone(moves);
            if (Elsewhere(move, undone, on) is { } other
                || ((given ??= []).TryGetValue(move.Key, out other) && other.Period != move.Period && other.On != on))
            {
                RefuseMoved(move, on, other);
                (refused ??= []).Add(move);
                continue;
            }

            given[move.Key] = (move.Period, on);
        }

        if (refused is null)
            return;

        RefuseFollowing(moves, refused, undone!);
        moves.RemoveAll(refused.Contains);
    }

    // With each sale that is refused the returns of it, and the returns of those, which stand where it stands.
    private void RefuseFollowing(List<EarningMove> moves, HashSet<EarningMove> refused, HashSet<(DateSpan, EarningKey)> undone)
    {
        HashSet<(DateSpan, EarningKey)> sales = [.. refused.Select(move => (move.Period, move.Key))];
        bool isAny;
        do
        {
            isAny = false;
            foreach (var move in moves)
            {
                if (!IsNewSale(move) || move.Earning!.Original is not { } original || refused.Contains(move)
                    || !sales.Contains((move.Period, new EarningKey(move.Key.Plan, move.Key.Component, original)))
                    || Elsewhere(move, undone, otherThan: null) is not { } other)
                {
                    continue;
                }

                RefuseMoved(move, move.Earning.On!.Value, other);
                refused.Add(move);
                sales.Add((move.Period, move.Key));
                isAny = true;
            }
        }
        while (isAny);
    }

    private static bool IsNewSale(EarningMove move) =>
        move.Earning is { Line: not null, On: not null, GoesOn: false } && move.State.Live.Length == 0;

    private void RefuseMoved(EarningMove move, LocalDate on, (DateSpan Period, LocalDate On) other) =>
        _reasons.Add(
            new Reason(
                "commission.moved", ("plan", move.Key.Plan), ("earning", move.Key.Named(move.Period)), ("on", on),
                ("earned to date", move.Earning!.Amount), ("stands in", other.Period.ToString()), ("with day", other.On)));

    private static HashSet<(DateSpan, EarningKey)> Undone(List<EarningMove> moves)
    {
        HashSet<(DateSpan, EarningKey)> undone = [];
        foreach (var move in moves)
        {
            if (move.Earning is null)
                undone.Add((move.Period, move.Key));
        }

        return undone;
    }

    /// <summary>
    /// The other period of its day in which a line is entered with another day than one, whatever events took of it there.
    /// </summary>
    private (DateSpan Period, LocalDate On)? Elsewhere(
        EarningMove move, HashSet<(DateSpan, EarningKey)> undone, LocalDate? otherThan)
    {
        foreach (var book in _state.Books.Values)
        {
            if (book.Period != move.Period && book.Keys.TryGetValue(move.Key, out var state) && state.PlanAmount != 0m
                && state.On is { } day && day != otherThan && (otherThan is null || book.Period.Contains(day))
                && !undone.Contains((book.Period, move.Key)) && !IsCorrectedAway(book.Period, move.Key, state))
            {
                return (book.Period, day);
            }
        }

        return null;
    }

    /// <summary>Whether the corrections of the run take all of it away, so that the same run given again finds nothing there.</summary>
    private bool IsCorrectedAway(DateSpan period, EarningKey key, EarningState state)
    {
        var more = 0m;
        foreach (var each in _run.Events)
        {
            if (each.Kind != CommissionEventKind.Correction || _state.Events.ContainsKey(each.Id))
                continue;

            more += each.Difference is not { } difference ? key.Line == each.Line ? OwnRate(each, state) ?? 0m : 0m
                : difference.Period == period && difference.Key.Equals(key) ? difference.Amount.Amount : 0m;
        }

        return more == -state.PlanAmount && IsClosed(period) && !IsTooMuch(period, key, -state.Amount);
    }
}
