using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

public sealed partial class ComponentResult
{
    /// <summary>What of each credited line is earned within a period, by the progress of its deal.</summary>
    internal void AddScheduled(
        EarningSchedule schedule, DealReader deals, DateSpan during, EnteredBefore? entered, List<CommissionEarning> earnings)
    {
        if (Earned is null)
        {
            earnings.Add(Unknown(during, [.. Reasons]).WithRatedIn(_result.Period));
            return;
        }

        MustBeKept();
        var credits = CreditsBeforeFloor;
        var because = ReasonsOfLines();

        // A floor asks for the lines again; otherwise none is kept, as there can be very many.
        var lines = LinesOf(schedule, deals, credits);
        if (Component.Floor is not null)
            lines = [.. lines];
        foreach (var line in lines)
            AddScheduled(line, during, entered, because(line.Deal), earnings);

        foreach (var (line, on) in entered is null ? [] : LinesCreditedNoMore(entered, deals, credits, during))
        {
            var reason = new Reason("commission.credited-no-more", ("line", line.ToString()));
            var none = new ScheduledLine(
                new EarningKey(_result.Plan.Name, Component.Name, line), schedule, deals, on, credit: null,
                Money.Zero(_result.Plan.Currency), s_nothingTaken);
            AddScheduled(none, during, entered, [reason, .. because(null)], earnings);
        }

        AddRest(RestOf(credits, lines), during, entered, because(null), earnings);
    }

    /// <summary>
    /// What was entered of lines that were sold in the period of the result, and are not in it any more: nothing is earned of them. The day
    /// is that of the facts, where they have it: one that was corrected into another period is of the result of that.
    /// </summary>
    private IEnumerable<(LineId Line, LocalDate On)> LinesCreditedNoMore(
        EnteredBefore entered, DealReader deals, IReadOnlyList<CreditCommission> credits, DateSpan during)
    {
        HashSet<LineId> credited = [.. credits.Select(credit => credit.Credit.Line)];
        return entered.LinesOf(_result.Plan.Name, Component.Name, during)
            .Where(each => !credited.Contains(each.Line) && _result.Period.Contains(deals.DayOf(each.Line) ?? each.On));
    }

    private void AddScheduled(
        ScheduledLine line, DateSpan during, EnteredBefore? entered, Reason[] because, List<CommissionEarning> earnings)
    {
        // What is entered in an open period is said there also where nothing of it is a fact of that any more.
        var isEntered = entered?.Has(line.Key, during) == true;
        if (line.Date > during.End && !isEntered)
            return;

        var (start, end) = (during.Start!.Value, during.End!.Value);
        var (of, known) = entered?.Of(line, during) ?? (line, []);
        var why = default(Reason?);
        var (toDate, before) = (of.ToDate(end, ref why), default(Money?));
        if (toDate is null)
            why ??= new Reason("commission.no-progress", ("line", line.Line.ToString()));
        else
            before = entered is null ? of.ToDate(start.PlusDays(-1), ref why) : entered.Before(during, of, ref why);
        if (why is { } reason)
        {
            earnings.Add(Unknown(during, reason).With(line.Line, line.Date).OfDeal(line.Deal));
            return;
        }

        var part = toDate!.Value - (before ?? of.Nothing);

        // What takes back is in the amount, also where as much was earned beside it, so that an event of it takes nothing back a second
        // time. Where the periods before are closed, it may have come to be known only now.
        var takingBack = of.TakingBack(entered?.IsClosed(line.Key, start.PlusDays(-1)) == true ? DateSpan.Until(end) : during, known);

        // An event that took of the periods before is among the facts from here on: given again, it takes nothing of what was closed since.
        // One that took within this period is included so that what is entered here stays.
        LineId[] takenByEvents =
            [.. of.TakenByEvents(end).Where(each => !known.Contains(each)), .. entered?.TakenIn(during, of) ?? []];
        if (part.IsZero && takingBack.Length == 0 && takenByEvents.Length == 0 && !isEntered)
            return;

        because = [.. because, .. WhatMoved(of, start, end, entered is null ? null : before)];
        var earning = Scheduled(during, part, because).With(line.Line, line.Date).OfDeal(line.Deal)
            .Including([.. takingBack, .. takenByEvents]);
        if (RateOfLines is { } rate)
            earning = earning.WithRate(rate);
        earnings.Add(entered is not null ? earning.GoingOn() : earning);
    }

    // Each stage by the facts; and what was entered of periods before, where the facts of today say otherwise.
    private static IEnumerable<Reason> WhatMoved(ScheduledLine line, LocalDate start, LocalDate end, Money? entered)
    {
        var before = line.On(start.PlusDays(-1));
        if (line.On(end)?.Commission is { } toDate)
        {
            foreach (var reason in StageMoves.Between(before?.Commission, toDate))
                yield return reason;
        }

        // Of one that is credited no more that is its reason.
        var unknown = default(Reason?);
        if (entered is { } known && !(line.IsAtOnce && line.Commission.IsZero) && line.On(end) is { } byLastDay && before is { } byFacts
            && KnownLate.Of(known, byFacts.Amount, line.ToDate(end, ref unknown)!.Value - byLastDay.Amount) is { } late)
        {
            yield return late;
        }

        if (line.WhyNotLess(end) is { } least)
            yield return least;
    }

    private CommissionEarning Scheduled(DateSpan during, Money amount, Reason[] because) =>
        CommissionEarning.Of(_result.Plan.Name, Component.Name, during, amount).Of(_result.Plan.Version).Because(because);

    private CommissionEarning Unknown(DateSpan period, params Reason[] because) =>
        CommissionEarning.Unknown(_result.Plan.Name, Component.Name, period, _result.Plan.Currency, because).Of(_result.Plan.Version);
}
