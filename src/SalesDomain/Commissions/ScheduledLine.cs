using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>The commission of one line of an order, as it is earned with the progress of its deal.</summary>
/// <param name="key">Plan, component and line.</param>
/// <param name="schedule">When it is earned.</param>
/// <param name="deals">The facts.</param>
/// <param name="date">Its day.</param>
/// <param name="credit">The credit of the line; null where it is credited no more, so that nothing of it is earned.</param>
/// <param name="commission">The commission.</param>
/// <param name="taken">What events took back of it, by their numbers.</param>
/// <param name="least">
/// What it has earned to date at least, so that the facts take no more than stands beside what events took; null where they took nothing.
/// </param>
internal sealed partial class ScheduledLine(
    EarningKey key, EarningSchedule schedule, DealReader deals, LocalDate date, SalesCredit? credit, Money commission,
    IReadOnlyDictionary<LineId, TakenBack> taken, Money? least = null) : IScheduled
{
    private readonly Dictionary<LocalDate, (ScheduledDay? Day, Reason? Why)> _days = [];

    internal EarningKey Key => key;

    internal LineId Line => key.Line!.Value;

    /// <summary>The day of the line.</summary>
    public LocalDate Date => date;

    internal bool IsCredited => credit is not null;

    internal DocumentId Deal => credit?.Deal ?? Line.Document;

    DocumentId? IScheduled.Deal => Deal;

    internal Money Commission => commission;

    public EarningKey KeyIn(DateSpan period) => key;

    public Money Nothing => Money.Zero(commission.Currency);

    /// <summary>What takes back and has no sale, or is sold below nothing, waits for no stage.</summary>
    internal bool IsAtOnce => credit is null || credit.TakesBack || credit.Sale is { NetAmount.IsNegative: true };

    /// <summary>
    /// What is earned of it at the end of a day, as if events had taken nothing back that the facts do too, and no less than they took;
    /// null where nothing was ordered so far, and where it is not known, with the reason.
    /// </summary>
    public Money? ToDate(LocalDate on, ref Reason? why)
    {
        if (credit is null)
            return date > on ? Nothing : Money.Sum(commission.Currency, taken.Values.Select(each => each.InFull));

        var (day, unknown) = Known(on);
        why ??= unknown;
        return day is not { } earned ? null
            : earned.Commission is null ? earned.Amount
            : earned.Amount + GivenBack(on) is var toDate && toDate < least ? least : toDate;
    }

    /// <summary>The same as the facts have it, with its stages; null where it is not known.</summary>
    internal ScheduledDay? On(LocalDate on) => Known(on).Day;

    // A day is asked for its amount and for its stages.
    private (ScheduledDay? Day, Reason? Why) Known(LocalDate on)
    {
        if (!_days.TryGetValue(on, out var known))
            _days.Add(on, known = ByFacts(on));
        return known;
    }

    private (ScheduledDay? Day, Reason? Why) ByFacts(LocalDate on)
    {
        if (date > on)
            return (new ScheduledDay(Nothing, null), null);
        if (IsAtOnce)
            return (new ScheduledDay(commission, null), null);
        if (ProgressOn(on, []) is not { } progress)
            return (null, null);
        if (schedule.WhyUnknown(progress) is { } reason)
            return (null, reason);

        var earned = schedule.Earned(commission, progress);
        return (new ScheduledDay(earned.ToDate, earned), null);
    }

    /// <summary>
    /// What takes back within a span: each line by which the schedule goes, whether it lowers anything today or not, since a later fact may
    /// show it; and of refunds those that lower the progress at its end.
    /// </summary>
    internal LineId[] TakingBack(DateSpan span, HashSet<LineId> known) =>
        IsAtOnce || commission.IsZero ? []
            : [.. Lines(span).Concat(Refunds(span, known)).Where(each => !known.Contains(each) && !taken.ContainsKey(each)).Distinct()];

    private IEnumerable<LineId> Lines(DateSpan span) =>
        schedule.Stages.SelectMany(stage => deals.LinesTakingBack(credit!, stage, IsByDeal(stage), span));

    /// <summary>
    /// Of a part that falls by all that takes back together, each refund that has a share in that. Two refunds can each be enough, so that
    /// neither alone makes a difference.
    /// </summary>
    private LineId[] Refunds(DateSpan span, HashSet<LineId> known)
    {
        var on = span.End!.Value;
        LineId[] refunds = schedule.ShareOf(Stage.Collected).IsZero ? []
            : [.. deals.ReceiptsTakingBack(Deal, span).Where(each => !known.Contains(each))];
        if (refunds.Length == 0)
            return [];

        HashSet<LineId> all = [.. Lines(span).Where(each => !known.Contains(each)), .. refunds];
        if (ProgressOn(on, all)?.Of(Stage.Collected) is not { } without
            || ProgressOn(on, [])?.Of(Stage.Collected) is not { } with || !IsLess(Counted(with), Counted(without)))
        {
            return [];
        }

        // From what was there before, or in the end: a credit note and the refund of it are each enough.
        var (before, after) = (Done(all), Done([]));
        return Array.FindAll(refunds, Lowers);

        bool Lowers(LineId refund)
        {
            if (IsLess(after, Done([refund])))
                return true;

            all.Remove(refund);
            var isLess = IsLess(Done(all), before);
            all.Add(refund);
            return isLess;
        }

        (Percentage Done, Percentage ByDays) Done(HashSet<LineId> leavingOut) =>
            Of(Stage.Collected, on, leavingOut)?.Of(Stage.Collected) is { } done
                ? (done.Share, schedule.ByDays(Stage.Collected, done)) : default;
    }

    /// <summary>How far the line has come; at a pace that names the deal, as far as the deal allows.</summary>
    private DealProgress? ProgressOn(LocalDate on, HashSet<LineId> leavingOut)
    {
        var progress = deals.ProgressOf(Deal, Line, on, leavingOut);
        foreach (var stage in schedule.Stages)
        {
            if (progress?.Of(stage) is { } ofLine && IsByDeal(stage) && Of(stage, on, leavingOut)?.Of(stage) is { } ofDeal)
                progress = progress.With(stage, ofLine.By(schedule.PaceOf(stage), ofDeal));
        }

        return progress;
    }

    /// <summary>The progress that decides on a stage.</summary>
    private DealProgress? Of(Stage stage, LocalDate on, HashSet<LineId> leavingOut) =>
        deals.ProgressOf(Deal, IsByDeal(stage) ? null : Line, on, leavingOut);

    private bool IsByDeal(Stage stage) => schedule.PaceOf(stage) is EarningPace.OnFirstOfDeal or EarningPace.WhenDealComplete;

    // Money that was too late to earn anything is taken back as well. What is taken back of money in time lowers what is earned, though
    // as much came in late.
    private static bool IsLess((Percentage Done, Percentage ByDays) one, (Percentage Done, Percentage ByDays) other) =>
        one.Done < other.Done || one.ByDays < other.ByDays;

    private (Percentage Done, Percentage ByDays) Counted(in StageProgress collected) =>
        (Percentage.FromFraction(collected.Counted(schedule.PaceOf(Stage.Collected)) / collected.Whole),
            Percentage.FromFraction(schedule.Counted(Stage.Collected, collected) / collected.Whole));
}
