using SalesDomain;
using SalesDomain.Quotas;

namespace QuarterClose.Rules;

/// <summary>What the team is to sell: the revenue of a year ago and its growth, rounded.</summary>
public sealed record TeamPlan(Revenue YearAgo, GrowthTarget Growth)
{
    /// <summary>Before it is rounded.</summary>
    public Money Grown => Growth.Grown.Money;

    public Money Target => Growth.Amount.Money;

    public static TeamPlan Of(Revenue yearAgo, Percentage growth, Rounding rounding) =>
        new(yearAgo, GrowthTarget.Of(yearAgo.Measured, growth, rounding));

    /// <summary>The target, from the revenue of a year ago in detail.</summary>
    public Explanation Explain(Detail detail) => Growth.Explain().Expand(leaf => leaf.Name == "baseline" ? YearAgo.Explain(detail) : null);
}
