using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>The team plan: the revenue of a year ago × a growth factor, rounded.</summary>
public sealed record PlanRule(decimal Growth, Rounding Rounding)
{
    public TeamPlan Evaluate(Revenue yearAgo)
    {
        var grown = yearAgo.Total * Growth;
        return new TeamPlan(this, yearAgo, new TeamPlan.Steps(grown, grown.Round(Rounding)));
    }
}
