using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>
/// What is earned by no line, where lines are earned with their progress: what a floor adds, and what nobody sold by a line.
/// </summary>
public sealed partial class ComponentResult
{
    private static readonly Dictionary<LineId, TakenBack> s_nothingTaken = [];

    /// <summary>What each credit earns by itself, without what a floor adds to all of them.</summary>
    private IReadOnlyList<CreditCommission> CreditsBeforeFloor =>
        IsRaised && _beforeFloor is { } credits ? credits.Value : Credits;

    private bool IsRaised => Earned is not null && Steps is { IsRaised: true };

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
        ScheduledRest rest, DateSpan during, EnteredBefore? entered, Reason[] because, List<CommissionEarning> earnings)
    {
        if (rest.In(during, entered, Because) is { } earning)
            earnings.Add(earning.Of(_result.Plan.Version));

        Reason[] Because(RestToDate? floor) =>
            floor is null ? because
                :
                [
                    .. because,
                    new Reason(
                        "commission.floor-to-date", ("component", Component.Name), ("floor", Component.Floor!.Value),
                        ("earned by lines", floor.ByLines)),
                ];
    }

    // A floor is asked for the lines that are in it.
    private ScheduledRest RestOf(IReadOnlyList<CreditCommission> credits, IEnumerable<ScheduledLine> lines) =>
        new(
            new EarningKey(_result.Plan.Name, Component.Name, null), _result.Period,
            BeforeFloor.Round(RoundingOfShares) - Money.Sum(_result.Plan.Currency, credits.Select(credit => credit.Earned)), LeastEarned,
            LeastEarned is null ? [] : [.. lines]);

    private IEnumerable<ScheduledLine> LinesOf(EarningSchedule schedule, DealReader deals, IEnumerable<CreditCommission> credits) =>
        credits.GroupBy(credit => credit.Credit.Line).Where(line => line.First().Credit.Follows is null)
            .Select(line => LineOf(schedule, deals, [.. line]));

    // As the facts have it, whatever events took.
    private ScheduledLine LineOf(EarningSchedule schedule, DealReader deals, CreditCommission[] line) =>
        new(
            new EarningKey(_result.Plan.Name, Component.Name, line[0].Credit.Line), schedule, deals, line[0].Credit.Date,
            line[0].Credit, Money.Sum(_result.Plan.Currency, line.Select(each => each.Earned)), s_nothingTaken);

    /// <summary>
    /// What is behind an amount that is earned by a schedule within a period, of a line or of none; null where it is not of this component.
    /// </summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="deals">The facts.</param>
    /// <param name="line">The line.</param>
    /// <param name="during">The period.</param>
    /// <param name="earned">The amount.</param>
    /// <param name="entered">
    /// What an account had entered of the periods before, without what events took, beside what the facts said; null where nobody says it.
    /// </param>
    internal ScheduledPart? PartOf(
        EarningSchedule schedule, DealReader deals, LineId? line, DateSpan during, Money earned,
        (Money Entered, Money ByFacts)? entered)
    {
        var (start, end) = (during.Start!.Value, during.End!.Value);
        if (Earned is null || earned.Currency != _result.Plan.Currency)
            return null;
        if (line is not { } id)
        {
            var all = CreditsBeforeFloor;
            return RestOf(all, LinesOf(schedule, deals, all)).PartOf(during, earned, entered, (rest, name) => rest.Explain(name));
        }

        CreditCommission[] credits = _byLineBeforeFloor is { } byLine ? [.. byLine.Value[id]] : [];
        if (credits.Length == 0 || credits[0].Credit is not { Follows: null } credit || credit.Date > end)
            return null;

        var of = LineOf(schedule, deals, credits);
        var isTold = false;
        return of.On(end) is not { } toDate || of.On(start.PlusDays(-1)) is var before && before is null && credit.Date < start ? null
            : ScheduledPart.Of(
                during, earned, toDate.Amount, credit.Date < start ? before!.Value.Amount : null, entered,
                (on, name) => Explain(on, name));

        Explanation Explain(LocalDate on, string name) => of.On(on)!.Value.Explain(name, of.Commission, ExplainCommission);

        // With what the component came to, where it is named first.
        Explanation? ExplainCommission()
        {
            if (isTold)
                return null;

            isTold = true;
            return Explanation.Node(
                "commission", of.Commission, Operation.Sum,
                [.. credits.Select((each, i) => i == 0 ? each.ExplainWholly() : each.Explain())]);
        }
    }

    /// <summary>What a schedule gives of a period; nothing where it goes by another stage, or not by credits.</summary>
    internal void AddIfScheduled(
        EarningSchedule schedule, DealReader deals, DateSpan during, EnteredBefore entered, List<CommissionEarning> earnings)
    {
        var isScheduled = Component.Base is not { } measure || measure.Rule.Stage == Stage.Ordered;
        if (isScheduled && Given is not { BaseSum: not null, Credits: null })
            AddScheduled(schedule, deals, during, entered, earnings);
    }

    // In proportion, where the plan is capped.
    private Money Capped(decimal amount) =>
        new(
            IsShared && amount != Steps!.Exact ? Earned!.Value.Amount * amount / Steps.Exact : IsShared ? Earned!.Value.Amount : amount,
            _result.Plan.Currency);
}
