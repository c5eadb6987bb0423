using System;
using System.Collections.Generic;

namespace SalesDomain.Commissions;

/// <summary>What a leaver does not earn any more, and what he keeps for that.</summary>
internal sealed partial class SettlementEngine
{
    private const string AfterLeaving = "commission.after-leaving";

    // What would have been earned but for the leaving.
    private readonly List<CommissionEarning> _notEarned = [];

    /// <summary>
    /// What he has earned already may still fall. A line can be older than its earning, as by a schedule; what belongs to no line is of the
    /// period that rated it, whenever it comes to be known.
    /// </summary>
    private bool IsAfterLeaving(CommissionEarning earning, EarningState state) =>
        !_rules.EarnsAfterLeaving && earning.Amount.Amount > state.PlanAmount
        && (earning.RatedIn is { } ratedIn ? ratedIn.Start > _before.LeftOn
            : earning.On > _before.LeftOn || earning.Period.Start > _before.LeftOn);

    /// <summary>
    /// A floor falls by what its lines earn after their period. What they do not earn, since he left, is not set against it.
    /// </summary>
    private void RefuseSetAgainst(List<EarningMove> moves)
    {
        foreach (var move in _notEarned.Count == 0 ? [] : moves.FindAll(IsSetAgainst))
        {
            var (earned, entered) = (move.Earning!.Amount, move.State.PlanAmount);
            Refuse(AfterLeaving, move.Key, move.Period, earned.Amount, entered, earned.Currency);
            moves.Remove(move);
        }
    }

    private bool IsSetAgainst(EarningMove move) =>
        move.Earning is { RatedIn: { } ratedIn } earning && earning.Amount.Amount < move.State.PlanAmount
        && earning.Period.Start > _before.LeftOn
        && _notEarned.Exists(
            each => each.Period == earning.Period && each.On is { } on && ratedIn.Contains(on)
                && string.Equals(each.Component, earning.Component, StringComparison.Ordinal)
                && string.Equals(each.Plan, earning.Plan, StringComparison.Ordinal));
}
