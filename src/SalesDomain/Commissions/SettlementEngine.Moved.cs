using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>A sale whose day was corrected into another measurement period is earned once.</summary>
internal sealed partial class SettlementEngine
{
    /// <summary>
    /// A line that is new in a measurement period, and stands in another with another day, is the same sale: it is not earned a second
    /// time. Where the run undoes it there it has moved; and what goes on from the account has counted it.
    /// </summary>
    private void RefuseMoved(List<EarningMove> moves)
    {
        HashSet<(DateSpan, EarningKey)>? undone = null;
        Dictionary<EarningKey, (DateSpan Period, LocalDate On)>? given = null;
        HashSet<EarningMove>? refused = null;
        foreach (var move in moves)
        {
            if (move.Earning is not { Line: not null, On: { } on, GoesOn: false } earning || move.State.Live.Length > 0)
                continue;

            undone ??= Undone(moves);
            if (Elsewhere(move.Key, move.Period, on, undone) is { } other
                || ((given ??= []).TryGetValue(move.Key, out other) && other.Period != move.Period && other.On != on))
            {
                _reasons.Add(
                    new Reason(
                        "commission.moved", ("plan", move.Key.Plan), ("earning", move.Key.Named(move.Period)), ("on", on),
                        ("earned to date", earning.Amount), ("stands in", other.Period.ToString()), ("with day", other.On)));
                (refused ??= []).Add(move);
                continue;
            }

            given[move.Key] = (move.Period, on);
        }

        if (refused is not null)
            moves.RemoveAll(refused.Contains);
    }

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

    private (DateSpan Period, LocalDate On)? Elsewhere(
        EarningKey key, DateSpan period, LocalDate on, HashSet<(DateSpan, EarningKey)> undone)
    {
        foreach (var book in _state.Books.Values)
        {
            if (book.Period != period && book.Keys.TryGetValue(key, out var state) && state.Standing != 0m && state.On is { } day
                && day != on && !undone.Contains((book.Period, key)))
            {
                return (book.Period, day);
            }
        }

        return null;
    }
}
