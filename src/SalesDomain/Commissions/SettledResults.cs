using System;
using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>
/// The results that were settled, asked for what an account knows by plan, component, measurement period and line. A result that gives
/// another amount than was settled is none of them.
/// </summary>
internal sealed class SettledResults(IReadOnlyList<CommissionResult> results, EarningSchedule? schedule = null, DealBook? deals = null)
{
    private readonly HashSet<ComponentResult> _told = [];
    private readonly DealReader? _deals = deals?.Reader(nameof(deals));

    /// <summary>The credits of a line, where they come to what was settled of it; none otherwise.</summary>
    internal CreditCommission[] CreditsOf(in EarningKey key, DateSpan period, Money earned)
    {
        foreach (var component in ComponentsOf(key, period))
        {
            if (component.CreditsOf(key.Line, earned) is { Length: > 0 } credits)
                return credits;
        }

        return [];
    }

    /// <summary>How what was settled came about: from the component, or of a line from its credits; null where no result says so.</summary>
    /// <remarks>What a component came to is told with the first of its lines, and is a figure with the others.</remarks>
    internal Explanation? Explain(string name, in EarningKey key, DateSpan period, Money earned)
    {
        if (string.Equals(key.Component, FundsDeduction.Name, StringComparison.Ordinal)
            && FundsOf(key, period, earned, name) is { } taken)
            return taken;

        if (schedule is not null)
            return Scheduled(key, period, earned)?.Explain(name);

        if (key.Line is null)
        {
            var all = ComponentsOf(key, period).FirstOrDefault(component => component.Earned == earned);
            return all is null ? null : Node(name, earned, Operation.Sum, all.Explain());
        }

        var credits = CreditsOf(key, period, earned);
        if (credits.Length == 0)
            return null;

        var isFirst = _told.Add(credits[0].Component);
        return Node(
            name, earned, Operation.Sum,
            [.. credits.Select((credit, i) => i == 0 && isFirst ? credit.ExplainWholly() : credit.Explain())]);
    }

    // The measurement period of an earning by a schedule is any after the order.
    private ScheduledPart? Scheduled(EarningKey key, DateSpan period, Money earned) =>
        results.Where(result => string.Equals(result.Plan.Name, key.Plan, StringComparison.Ordinal))
            .Where(result => key.Line is not null || result.Period == (key.RatedIn ?? period))
            .SelectMany(result => result.Components)
            .Where(component => string.Equals(component.Component.Name, key.Component, StringComparison.Ordinal))
            .Select(component => component.PartOf(schedule!, _deals!, key.Line, period, earned)).FirstOrDefault(part => part is not null);

    private Explanation? FundsOf(EarningKey key, DateSpan period, Money earned, string name) =>
        ResultsOf(key, key.RatedIn ?? period)
            .Select(
                result => result.CostOfFunds is not { } funds ? null
                    : schedule is null ? funds.ExplainEarned(name, key.Line, earned) : funds.PartOf(period, earned)?.Explain(name))
            .FirstOrDefault(explained => explained is not null);

    private IEnumerable<CommissionResult> ResultsOf(EarningKey key, DateSpan period) =>
        results.Where(result => result.Period == period && string.Equals(result.Plan.Name, key.Plan, StringComparison.Ordinal));

    private IEnumerable<ComponentResult> ComponentsOf(EarningKey key, DateSpan period) =>
        ResultsOf(key, period).SelectMany(result => result.Components)
            .Where(component => string.Equals(component.Component.Name, key.Component, StringComparison.Ordinal));
}
