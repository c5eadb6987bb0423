using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

public sealed partial class ComponentResult
{
    /// <summary>What of each credited line is earned within a period, by the progress of its deal.</summary>
    internal void AddScheduled(EarningSchedule schedule, DealBook deals, DateSpan during, List<CommissionEarning> earnings)
    {
        if (Earned is not { } earned)
        {
            earnings.Add(Unknown(during, [.. Reasons]));
            return;
        }

        MustBeKept();
        var credits = Credits;
        foreach (var line in credits.GroupBy(credit => credit.Credit.Line))
        {
            if (line.First().Credit.Follows is null)
                AddScheduled(schedule, deals, during, [.. line], earnings);
        }

        // A floor, or what nobody sold by a line, waits for no stage.
        var rest = earned - Money.Sum(earned.Currency, credits.Select(credit => credit.Earned));
        if (!rest.IsZero && during.Contains(_result.Period.End!.Value))
            earnings.Add(Scheduled(during, rest));
    }

    private void AddScheduled(
        EarningSchedule schedule, DealBook deals, DateSpan during, CreditCommission[] line, List<CommissionEarning> earnings)
    {
        var credit = line[0].Credit;
        var commission = Money.Sum(_result.Plan.Currency, line.Select(each => each.Earned));
        if (credit.Date > during.End)
            return;
        if (credit.TakesBack || credit.Sale is { NetAmount.IsNegative: true })
        {
            if (during.Contains(credit.Date) && !commission.IsZero)
                earnings.Add(Scheduled(during, commission).With(credit.Line, credit.Date));
            return;
        }

        if (deals.ProgressOf(credit.Deal, during.End!.Value) is not { } progress)
        {
            earnings.Add(
                Unknown(during, new Reason("commission.no-progress", ("line", credit.Line.ToString()))).With(credit.Line, credit.Date));
            return;
        }

        var before = credit.Date >= during.Start ? null : deals.ProgressOf(credit.Deal, during.Start!.Value.PlusDays(-1));
        var part = schedule.Earned(commission, progress).ToDate
            - (before is null ? new Money(0m, commission.Currency) : schedule.Earned(commission, before).ToDate);
        if (!part.IsZero)
            earnings.Add(Scheduled(during, part).With(credit.Line, credit.Date));
    }

    private CommissionEarning Scheduled(DateSpan during, Money amount) =>
        CommissionEarning.Of(_result.Plan.Name, Component.Name, during, amount).Of(_result.Plan.Version).Because([.. Reasons]);

    private CommissionEarning Unknown(DateSpan period, params Reason[] because) =>
        CommissionEarning.Unknown(_result.Plan.Name, Component.Name, period, _result.Plan.Currency, because).Of(_result.Plan.Version);
}
