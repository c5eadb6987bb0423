using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>What events took back of a line, beside what the facts say.</summary>
internal sealed partial class ScheduledLine
{
    private Dictionary<LocalDate, Money>? _givenBack;

    /// <summary>The line as events left it, and what it has earned to date at least.</summary>
    internal ScheduledLine With(IReadOnlyDictionary<LineId, TakenBack> others, Money? atLeast) =>
        taken.Count + others.Count == 0 ? this : new(key, schedule, deals, date, credit, commission, others, atLeast);

    /// <summary>The facts that had come by the end of a day of which events took back before.</summary>
    internal LineId[] TakenByEvents(LocalDate on)
    {
        if (taken.Count == 0 || commission.IsZero)
            return [];

        var until = DateSpan.Until(on);
        return [.. Lines(until).Concat(Refunds(until, [])).Where(taken.ContainsKey).Distinct()];
    }

    /// <summary>Where the facts of a day say less than events took already, that no more is taken; null where they do not.</summary>
    internal Reason? WhyNotLess(LocalDate on) =>
        least is { } standing && On(on) is { Commission: not null } day && day.Amount + GivenBack(on) is var byFacts && byFacts < standing
            ? new Reason("commission.taken-by-events", ("by the facts", byFacts), ("taken by events", standing)) : null;

    /// <summary>
    /// Of what is earned to date by a day what is left beside what events took of the facts of that day; null where that is not known.
    /// </summary>
    internal Money? Standing(LocalDate on)
    {
        var why = default(Reason?);
        return ToDate(on, ref why) is not { } toDate ? null
            : taken.Count == 0 ? toDate
            : toDate - Money.Sum(commission.Currency, TakenByEvents(on).Select(fact => taken[fact].Taken));
    }

    /// <summary>
    /// What events took of what the facts lower too is given back first, so that the facts say how much is earned in the end, and what a
    /// clause for the time left did not take is left, as far as the facts lower. What is done of a stage above what stands of the order is
    /// not given back: of the money for goods that came back the refund has still to come.
    /// </summary>
    internal Money GivenBack(LocalDate on)
    {
        if (taken.Count == 0)
            return Nothing;

        _givenBack ??= [];
        if (!_givenBack.TryGetValue(on, out var given))
            _givenBack.Add(on, given = GivenBackOf(TakenByEvents(on), on));
        return given;
    }

    private Money GivenBackOf(LineId[] facts, LocalDate on)
    {
        if (facts.Length == 0)
            return Nothing;

        var of = facts.Select(fact => taken[fact]).Aggregate((sum, each) => sum.With(each));
        return of.Taken - Least(of.Taken, InCommission(Above(on))) + Least(of.InFull - of.Taken, InCommission(Lowered(on)));
    }

    /// <summary>The part that is done above what stands of the order, stage by stage: of the line, and of the deal.</summary>
    private decimal Above(LocalDate on)
    {
        var (ofLine, ofDeal) = (ProgressOn(on, [])!, deals.ProgressOf(Deal, null, on)!);
        return schedule.Stages.Sum(
            stage => schedule.ShareOf(stage).Fraction * Math.Min(Above(ofLine, stage), Above(ofDeal, stage)));

        decimal Above(DealProgress progress, Stage stage) =>
            Math.Max(0m, Counted(progress, stage) - progress.Of(Stage.Ordered)!.Value.Share.Fraction);
    }

    /// <summary>By how much all that takes back lowers, stage by stage.</summary>
    private decimal Lowered(LocalDate on)
    {
        var until = DateSpan.Until(on);
        HashSet<LineId> all = [.. Lines(until), .. deals.ReceiptsTakingBack(Deal, until)];
        var (with, without) = (ProgressOn(on, [])!, ProgressOn(on, all)!);
        return schedule.WhyUnknown(without) is not null ? 1m : schedule.Stages.Sum(
            stage => schedule.ShareOf(stage).Fraction * Math.Max(0m, Counted(without, stage) - Counted(with, stage)));
    }

    private decimal Counted(DealProgress progress, Stage stage) =>
        progress.Of(stage) is { } done ? schedule.Counted(stage, done) / done.Whole : 0m;

    private Money InCommission(decimal part) => (commission * Percentage.FromFraction(part)).Round(schedule.Rounding);

    private static Money Least(Money one, Money other) => one < other ? one : other;
}
