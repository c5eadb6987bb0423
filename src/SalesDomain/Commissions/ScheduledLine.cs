using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>The commission of one line of an order, as it is earned with the progress of its deal.</summary>
internal sealed class ScheduledLine(EarningSchedule schedule, DealBook deals, SalesCredit credit, Money commission)
{
    /// <summary>What is earned of it at the end of a day; null where nothing was ordered so far.</summary>
    internal Money? ToDate(LocalDate on) => ProgressOn(on) is { } progress ? schedule.Earned(commission, progress).ToDate : null;

    /// <summary>
    /// What takes back within a period and lowers what is earned by it: of a stage that falls by all of them together, each that has a part
    /// in that. Two refunds can each be enough, so that neither alone makes a difference.
    /// </summary>
    internal LineId[] Lowering(DateSpan during)
    {
        var on = during.End!.Value;
        HashSet<LineId> all = [.. deals.TakingBack(credit.Deal, during)];
        if (commission.IsZero || all.Count == 0 || ProgressOn(on, all) is not { } without || ProgressOn(on) is not { } with)
            return [];

        Stage[] fallen = [.. schedule.Stages.Where(stage => Counted(with, stage) < Counted(without, stage))];
        return fallen.Length == 0 ? []
            : [.. all.Where(line => Array.Exists(fallen, stage => Done(ProgressOn(on, [line]), stage) > Done(with, stage)))];
    }

    private DealProgress? ProgressOn(LocalDate on, HashSet<LineId>? leavingOut = null) => deals.ProgressOf(credit, on, leavingOut);

    private Percentage Counted(DealProgress progress, Stage stage) =>
        progress.Of(stage) is { } done ? Percentage.FromFraction(done.Counted(schedule.PaceOf(stage)) / done.Whole) : Percentage.Zero;

    private static Percentage Done(DealProgress? progress, Stage stage) => progress?.Of(stage)?.Stated ?? Percentage.Zero;
}
