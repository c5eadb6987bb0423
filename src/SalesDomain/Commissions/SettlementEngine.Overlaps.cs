using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>Measurement periods that overlap: no component of a plan is paid for one day under two of them.</summary>
internal sealed partial class SettlementEngine
{
    /// <summary>
    /// No component of a plan is paid for one day under two measurement periods: not under two that are given, nor under one that is given
    /// and another that is entered, open and not restated.
    /// </summary>
    private void RefuseOverlaps(Dictionary<(string Plan, DateSpan Period), Dictionary<EarningKey, CommissionEarning>> given)
    {
        foreach (var ((plan, period), earnings) in given.Select(pair => (pair.Key, pair.Value)))
        {
            if (earnings.Count == 0 || (given.Count == 1 && !HasOther(period)))
                continue;

            var others = given
                .Where(pair => pair.Key.Period != period && pair.Value.Count > 0 && pair.Key.Period.Overlaps(period)
                    && string.Equals(pair.Key.Plan, plan, StringComparison.Ordinal))
                .Select(pair => (pair.Key.Period, Components: new HashSet<string>(pair.Value.Keys.Select(key => key.Component))))
                .Concat(
                    Overlapping(plan, period)
                        .Where(book => !given.ContainsKey((plan, book.Period)) && !IsClosed(book.Period))
                        .Select(book => (book.Period, Components: book.LiveComponents(plan)))).ToList();
            foreach (var (other, components) in others)
            {
                foreach (var pair in earnings.Where(pair => components.Contains(pair.Key.Component)))
                {
                    throw Guards.Invalid(
                        EarnedToDate, pair.Value.ToString(),
                        "must not overlap " + pair.Key.Component + " of " + other + ", unless the run restates that period without it");
                }
            }
        }
    }

    // Most accounts know no other measurement period that overlaps.
    private bool HasOther(DateSpan period)
    {
        foreach (var book in _state.Books.Values)
        {
            if (book.Period != period && book.Period.Overlaps(period))
                return true;
        }

        return false;
    }

    private IEnumerable<PeriodBook> Overlapping(string plan, DateSpan period) =>
        _state.Books.Values.Where(book => book.Period != period && book.Period.Overlaps(period) && book.LiveOf(plan) > 0);
}
