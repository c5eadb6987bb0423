using System.Collections.Generic;
using System.Linq;
using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>
/// The quotas: the team plan, apportioned by last year's revenue. The team is in the order of employee ids, so the first, who wins a tie, has the lower id.
/// </summary>
public sealed record QuotaRule(Apportionment Apportionment)
{
    public IReadOnlyList<Quota> Allocate(TeamPlan plan, IReadOnlyList<Revenue> lastYear)
    {
        var shares = Apportionment.Split(plan.Target, lastYear.Select(revenue => revenue.Total));
        return [.. shares.Select((share, person) => new Quota(this, plan, lastYear, person, share))];
    }
}
