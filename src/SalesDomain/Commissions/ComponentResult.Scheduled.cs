using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

public sealed partial class ComponentResult
{
    /// <summary>What of each credited line is earned within a period, by the progress of its deal.</summary>
    internal void AddScheduled(
        EarningSchedule schedule, DealBook deals, DateSpan during, EnteredBefore? entered, List<CommissionEarning> earnings)
    {
        if (Earned is not { } earned)
        {
            earnings.Add(Unknown(during, [.. Reasons]));
            return;
        }

        MustBeKept();
        var credits = Credits;
        var because = ReasonsOfLines();
        foreach (var line in credits.GroupBy(credit => credit.Credit.Line))
        {
            if (line.First().Credit.Follows is null)
                AddScheduled(schedule, deals, during, entered, [.. line], because(line.First().Credit.Deal), earnings);
        }

        // A floor, or what nobody sold by a line, waits for no stage.
        var rest = earned - Money.Sum(earned.Currency, credits.Select(credit => credit.Earned));
        if (!rest.IsZero && during.Contains(_result.Period.End!.Value))
            earnings.Add(Scheduled(during, rest, because(null)));
    }

    private void AddScheduled(
        EarningSchedule schedule, DealBook deals, DateSpan during, EnteredBefore? entered, CreditCommission[] line, Reason[] because,
        List<CommissionEarning> earnings)
    {
        var credit = line[0].Credit;
        if (credit.Date > during.End)
            return;

        var key = new EarningKey(_result.Plan.Name, Component.Name, credit.Line);
        var (start, end) = (during.Start!.Value, during.End!.Value);
        var (taken, known) = entered?.Of(key, start, schedule.Rounding) ?? ([], []);
        var commission = Money.Sum(_result.Plan.Currency, line.Select(each => each.Earned));
        var of = new ScheduledLine(schedule, deals, credit, commission, taken);
        var why = default(Reason?);
        var (toDate, before) = (of.ToDate(end, ref why), default(Money?));
        if (toDate is null)
            why ??= new Reason("commission.no-progress", ("line", credit.Line.ToString()));
        else
            before = entered is null ? of.ToDate(start.PlusDays(-1), ref why) : entered.Before(key, start, of, schedule.Rounding, ref why);
        if (why is { } reason)
        {
            earnings.Add(Unknown(during, reason).With(credit.Line, credit.Date));
            return;
        }

        var part = toDate!.Value - (before ?? of.Nothing);

        // What takes back is in the amount, also where as much was earned beside it, so that an event of it takes nothing back a second
        // time. Where the periods before are closed, it may have come to be known only now.
        var takingBack = of.TakingBack(entered?.IsClosed(start.PlusDays(-1)) == true ? DateSpan.Until(end) : during, known);

        // An event that took of the periods before is among the facts from here on: given again, it takes nothing of what was closed since.
        LineId[] takenBefore = [.. of.TakenByEvents(end).Where(line => !known.Contains(line))];
        if (part.IsZero && takingBack.Length == 0 && takenBefore.Length == 0)
            return;

        var earning = Scheduled(during, part, because).With(credit.Line, credit.Date).Including([.. takingBack, .. takenBefore]);
        earnings.Add(takenBefore.Length > 0 ? earning.GoingOn() : earning);
    }

    private CommissionEarning Scheduled(DateSpan during, Money amount, Reason[] because) =>
        CommissionEarning.Of(_result.Plan.Name, Component.Name, during, amount).Of(_result.Plan.Version).Because(because);

    private CommissionEarning Unknown(DateSpan period, params Reason[] because) =>
        CommissionEarning.Unknown(_result.Plan.Name, Component.Name, period, _result.Plan.Currency, because).Of(_result.Plan.Version);
}
