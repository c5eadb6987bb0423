using System.Collections.Generic;
using SalesDomain;
using SalesDomain.Commissions;
using SalesDomain.Quotas;

namespace QuarterClose.Rules;

/// <summary>What one person has earned in the quarter, by a plan of one component.</summary>
public sealed class Commission
{
    private readonly ComponentResult _result;

    private Commission(Revenue revenue, Quota quota, ComponentResult result) =>
        (Revenue, Quota, Attained, _result) = (revenue, quota, revenue.Actual.Against(quota.Measured), result);

    public Revenue Revenue { get; }

    public Quota Quota { get; }

    /// <summary>Revenue against quota; without a quota it says that there is no attainment.</summary>
    public Attainment Attained { get; }

    /// <summary>Null without a quota.</summary>
    public Percentage? Attainment => Attained.Rate;

    /// <summary>Null without a quota.</summary>
    public Money? Amount => Attainment is null ? null : _result.Earned;

    /// <summary>Which part of the revenue earned which rate; empty without a quota.</summary>
    public IReadOnlyList<RatePortion> Portions => _result.Portions;

    public static Commission Of(CommissionPlan plan, NamedSpan quarter, Revenue revenue, Quota quota)
    {
        var component = plan.Components[0].Name;
        var result = plan.Evaluate(
            quarter.Days,
            CommissionTerms.None.WithQuota(component, quota.Measured),
            CommissionFigures.None.With(component, revenue.Measured));
        return new Commission(revenue, quota, result.Of(component));
    }

    /// <summary>
    /// Whether the attainment is above a share of the quota; by multiplication, so that nothing hangs on the last digit of a quotient.
    /// </summary>
    public bool IsAbove(Percentage share) => Attainment is not null && Revenue.Total > share.Of(Quota.Amount);

    /// <summary>
    /// The commission from the revenue of the quarter, in detail, and the quota, whose own history may be told in less.
    /// Without a quota, how that came to be zero.
    /// </summary>
    public Explanation Explain(Detail detail, Detail history) =>
        Attainment is null ? Quota.Explain(history)
            : _result.Explain().Expand(leaf => leaf.Name switch
            {
                "level" => Revenue.Explain(detail),
                "quota" => Quota.Explain(history),
                _ => null,
            });
}
