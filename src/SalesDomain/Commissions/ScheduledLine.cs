using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>The commission of one line of an order, as it is earned with the progress of its deal.</summary>
/// <param name="schedule">When it is earned.</param>
/// <param name="deals">The facts.</param>
/// <param name="credit">The credit of the line.</param>
/// <param name="commission">The commission.</param>
/// <param name="taken">Facts that do not count, as events took the commission back.</param>
internal sealed class ScheduledLine(
    EarningSchedule schedule, DealBook deals, SalesCredit credit, Money commission, HashSet<LineId> taken)
{
    internal Money Nothing => Money.Zero(commission.Currency);

    /// <summary>What takes back and has no sale, or is sold below nothing, waits for no stage.</summary>
    internal bool IsAtOnce => credit.TakesBack || credit.Sale is { NetAmount.IsNegative: true };

    /// <summary>
    /// What is earned of it at the end of a day; null where nothing was ordered so far, and where it is not known, with the reason.
    /// </summary>
    internal Money? ToDate(LocalDate on, ref Reason? why)
    {
        if (credit.Date > on)
            return Nothing;
        if (IsAtOnce)
            return commission;
        if (ProgressOn(on, taken) is not { } progress)
            return null;
        if (schedule.WhyUnknown(progress) is not { } reason)
            return schedule.Earned(commission, progress).ToDate;

        why ??= reason;
        return null;
    }

    /// <summary>
    /// What takes back within a span and lowers what is earned at its end: of a stage that falls by all of them together, each that has a
    /// part in that. Two refunds can each be enough, so that neither alone makes a difference.
    /// </summary>
    internal LineId[] Lowering(DateSpan span, HashSet<LineId> known)
    {
        var on = span.End!.Value;
        if (IsAtOnce || commission.IsZero)
            return [];

        LineId[] all = [.. deals.TakingBack(credit.Deal, span).Where(line => !taken.Contains(line) && !known.Contains(line))];
        if (all.Length == 0 || ProgressOn(on, [.. taken, .. all]) is not { } without || ProgressOn(on, taken) is not { } with)
            return [];

        Stage[] fallen =
        [
            .. schedule.Stages.Where(stage =>
                with.Of(stage) is { } less && without.Of(stage) is { } more && IsLess(Counted(less, stage), Counted(more, stage))),
        ];
        return fallen.Length == 0 ? [] : [.. all.Where(line => Array.Exists(fallen, stage => Lowers(line, stage)))];

        // From what was there before, or in the end: a credit note and the refund of it are each enough.
        bool Lowers(LineId line, Stage stage) =>
            IsLess(Done([.. taken, .. all.Where(other => other != line)], stage), Done([.. taken, .. all], stage))
            || IsLess(Done(taken, stage), Done([.. taken, line], stage));

        (Percentage Done, Percentage ByDays) Done(HashSet<LineId> leavingOut, Stage stage) =>
            Of(stage, on, leavingOut)?.Of(stage) is { } done ? (done.Share, schedule.ByDays(stage, done)) : default;
    }

    /// <summary>How far the line has come; at a pace that names the deal, as far as the deal allows.</summary>
    private DealProgress? ProgressOn(LocalDate on, HashSet<LineId> leavingOut)
    {
        var progress = deals.ProgressOf(credit, on, leavingOut);
        foreach (var stage in schedule.Stages)
        {
            if (progress?.Of(stage) is { } ofLine && IsByDeal(stage) && Of(stage, on, leavingOut)?.Of(stage) is { } ofDeal)
                progress = progress.With(stage, ofLine.By(schedule.PaceOf(stage), ofDeal));
        }

        return progress;
    }

    /// <summary>The progress that decides on a stage.</summary>
    private DealProgress? Of(Stage stage, LocalDate on, HashSet<LineId> leavingOut) =>
        IsByDeal(stage) ? deals.ProgressOf(credit.Deal, on, leavingOut) : deals.ProgressOf(credit, on, leavingOut);

    private bool IsByDeal(Stage stage) => schedule.PaceOf(stage) is EarningPace.OnFirstOfDeal or EarningPace.WhenDealComplete;

    // Money that was too late to earn anything is taken back as well. What is taken back of money in time lowers what is earned, though
    // as much came in late.
    private static bool IsLess((Percentage Done, Percentage ByDays) one, (Percentage Done, Percentage ByDays) other) =>
        one.Done < other.Done || one.ByDays < other.ByDays;

    private (Percentage Done, Percentage ByDays) Counted(in StageProgress progress, Stage stage) =>
        (Percentage.FromFraction(progress.Counted(schedule.PaceOf(stage)) / progress.Whole),
            Percentage.FromFraction(schedule.Counted(stage, progress) / progress.Whole));
}
