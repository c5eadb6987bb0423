using System;
using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>
/// The results that were settled, asked for what an account knows by plan, component, measurement period and line. A result that gives
/// another amount than was settled is none of them.
/// </summary>
/// <param name="results">The results.</param>
/// <param name="schedule">The schedule that gave the earnings; null where none did.</param>
/// <param name="deals">The facts that it goes by.</param>
/// <param name="given">The earning that is asked about, which says what was entered before it; null where the account does.</param>
/// <param name="before">What an account had entered before the run; null where it is not known.</param>
internal sealed class SettledResults(
    IReadOnlyList<CommissionResult> results, EarningSchedule? schedule = null, DealBook? deals = null, CommissionEarning? given = null,
    EnteredBefore? before = null)
{
    private readonly HashSet<ComponentResult> _told = [];
    private readonly DealReader? _deals = deals?.Reader(nameof(deals));
    private readonly Dictionary<(object Of, DateSpan During), ILookup<EarningKey, CommissionEarning>> _earnings = [];

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
            .Select(component => component.PartOf(
                schedule!, _deals!, key.Line, period, earned,
                EnteredOf(component, key, period, earned, into => component.AddIfScheduled(schedule!, _deals!, period, before!, into))))
            .FirstOrDefault(part => part is not null);

    /// <summary>
    /// What was entered of the periods before: as the earning says, or where the schedule gives this amount from the account, as it does
    /// then. Null where neither is so.
    /// </summary>
    private (Money Entered, Money ByFacts)? EnteredOf(
        object of, EarningKey key, DateSpan period, Money earned, Action<List<CommissionEarning>> add)
    {
        if (given is not null)
            return KnownLate.Before(given.Reasons, earned.Currency);
        if (before is null)
            return null;

        if (!_earnings.TryGetValue((of, period), out var earnings))
        {
            var all = new List<CommissionEarning>();
            add(all);
            _earnings.Add((of, period), earnings = all.ToLookup(each => each.Key));
        }

        return earnings[key].FirstOrDefault(each => each.IsKnown && each.Amount == earned) is { } earning
            ? KnownLate.Before(earning.Reasons, earned.Currency) : null;
    }

    private Explanation? FundsOf(EarningKey key, DateSpan period, Money earned, string name) =>
        ResultsOf(key, key.RatedIn ?? period)
            .Select(
                result => result.CostOfFunds is not { } funds ? null
                    : schedule is null ? funds.ExplainEarned(name, key.Line, earned)
                    : funds.PartOf(
                        period, earned, EnteredOf(funds, key, period, earned, into => funds.AddScheduled(period, before, into)))
                        ?.Explain(name))
            .FirstOrDefault(explained => explained is not null);

    private IEnumerable<CommissionResult> ResultsOf(EarningKey key, DateSpan period) =>
        results.Where(result => result.Period == period && string.Equals(result.Plan.Name, key.Plan, StringComparison.Ordinal));

    private IEnumerable<ComponentResult> ComponentsOf(EarningKey key, DateSpan period) =>
        ResultsOf(key, period).SelectMany(result => result.Components)
            .Where(component => string.Equals(component.Component.Name, key.Component, StringComparison.Ordinal));
}
