using System.Collections.Generic;
using System.Linq;

namespace QuarterClose.Rules;

/// <summary>What the price check found among a number of order lines.</summary>
public sealed record PriceCheck(int Lines, Finding BelowList, Finding OverDiscounted)
{
    public static PriceCheck Total(IReadOnlyCollection<PriceCheck> checks) =>
        new(checks.Sum(check => check.Lines),
            Finding.Total(checks.Select(check => check.BelowList)),
            Finding.Total(checks.Select(check => check.OverDiscounted)));
}
