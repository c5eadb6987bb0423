using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>
/// What is earned by no line, where lines are earned with their progress: what a floor adds, and what nobody sold by a line.
/// </summary>
public sealed partial class ComponentResult
{
    private static readonly Dictionary<LineId, Money> s_nothingTaken = [];

    /// <summary>What each credit earns by itself, without what a floor adds to all of them.</summary>
    private IReadOnlyList<CreditCommission> CreditsBeforeFloor =>
        Earned is not null && Steps is { IsRaised: true } && Given?.Credits is { } kept ? Attributed(kept, isBeforeFloor: true) : Credits;

    /// <summary>What the component comes to without what a floor adds, after gates, multipliers and cap of the plan.</summary>
    private Money BeforeFloor
    {
        get
        {
            var (steps, earned) = (Steps!, IsShared ? Earned!.Value : Exact!.Value);
            return steps.IsRaised ? Capped(steps.Modified(steps.BeforeFloor)) : earned;
        }
    }

    /// <summary>What is earned at least, after gates, multipliers and cap of the plan, rounded; null where there is no floor.</summary>
    private Money? LeastEarned => Component.Floor is { } floor ? Capped(Steps!.Modified(floor.Amount)).Round(RoundingOfShares) : null;

    private Rounding RoundingOfShares =>
        IsShared && _result.Plan.CapShares == Apportionment.ToMinorUnit ? Rounding.Commercial : _result.Plan.Rounding;

    /// <summary>
    /// What a floor adds waits for no stage: when the measurement period is over at least the floor is earned, and what lines earn later
    /// is in that first. So nobody who sold has less than who did not, whatever is paid or cancelled.
    /// </summary>
    private void AddRest(
        EarningSchedule schedule, DealBook deals, DateSpan during, IReadOnlyList<CreditCommission> credits, Reason[] because,
        List<CommissionEarning> earnings)
    {
        var (start, end, last) = (during.Start!.Value, during.End!.Value, _result.Period.End!.Value);
        if (end < last)
            return;

        ScheduledLine[] lines = LeastEarned is null ? []
            :
            [
                .. credits.GroupBy(credit => credit.Credit.Line).Where(line => line.First().Credit.Follows is null)
                    .Select(line => new ScheduledLine(
                        schedule, deals, line.Key, line.First().Credit.Date, line.First().Credit, Money.Sum(_result.Plan.Currency, line.Select(each => each.Earned)),
                        s_nothingTaken)),
            ];
        var ofNoLine = BeforeFloor.Round(RoundingOfShares) - Money.Sum(_result.Plan.Currency, credits.Select(credit => credit.Earned));
        var rest = RestToDate(ofNoLine, lines, end);
        var later = start > last ? rest - RestToDate(ofNoLine, lines, start.PlusDays(-1)) : rest;
        if (later.IsZero)
            return;
        if (lines.Length > 0 && Component.Floor is { } floor)
        {
            because =
            [
                .. because,
                new Reason("commission.floor-to-date", ("component", Component.Name), ("floor", floor), ("earned by lines", EarnedBy(lines, end))),
            ];
        }

        var earning = Scheduled(during, later, because);
        earnings.Add(start > last ? earning.SetAgainstLines() : earning);
    }

    private Money RestToDate(Money ofNoLine, ScheduledLine[] lines, LocalDate on)
    {
        var missing = LeastEarned is { } least ? least - EarnedBy(lines, on) : ofNoLine;
        return missing > ofNoLine ? missing : ofNoLine;
    }

    // A line that is not known has not earned anything so far.
    private Money EarnedBy(ScheduledLine[] lines, LocalDate on)
    {
        var why = default(Reason?);
        return Money.Sum(_result.Plan.Currency, lines.Select(line => line.ToDate(on, ref why) ?? line.Nothing));
    }

    // In proportion, where the plan is capped.
    private Money Capped(decimal amount) =>
        new(
            IsShared && amount != Steps!.Exact ? Earned!.Value.Amount * amount / Steps.Exact : IsShared ? Earned!.Value.Amount : amount,
            _result.Plan.Currency);
}
