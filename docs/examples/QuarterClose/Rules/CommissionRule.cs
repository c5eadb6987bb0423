using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>
/// The commission: revenue at rates graduated on attainment of quota, rounded once. Without a quota there is no attainment and no commission.
/// </summary>
public sealed record CommissionRule(AttainmentRate Rates, Rounding Rounding)
{
    public Commission Evaluate(Revenue revenue, Quota quota) => new(this, revenue, quota, Rule(revenue.Total, quota.Amount));

    private Commission.Steps? Rule(Money revenue, Money quota)
    {
        if (Percentage.Ratio(revenue, quota) is not { } attainment)
            return null;

        var graduated = Rates.Graduated(revenue, quota);
        return new Commission.Steps(attainment, graduated, graduated.Round(Rounding));
    }
}
