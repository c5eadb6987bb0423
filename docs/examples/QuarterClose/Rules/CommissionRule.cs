using SalesDomain;
using SalesDomain.Quotas;

namespace QuarterClose.Rules;

/// <summary>
/// The commission: revenue at rates graduated on attainment of quota, rounded once. Without a quota there is no attainment and no
/// commission.
/// </summary>
public sealed record CommissionRule(AttainmentRate Rates, Rounding Rounding)
{
    public Commission Evaluate(Revenue revenue, Quota quota)
    {
        var attained = revenue.Actual.Against(quota.Measured);
        return new Commission(this, revenue, quota, attained, Rule(attained, revenue.Total, quota.Amount));
    }

    private Commission.Steps? Rule(Attainment attained, Money revenue, Money quota)
    {
        if (attained.Rate is null)
            return null;

        var graduated = Rates.Graduated(revenue, quota);
        return new Commission.Steps(graduated, graduated.Round(Rounding));
    }
}
