using System.Collections.Generic;
using SalesDomain;
using SalesDomain.Quotas;
using static SalesDomain.Explanation;

namespace QuarterClose.Rules;

/// <summary>What one person has earned in the quarter.</summary>
public sealed class Commission
{
    private readonly CommissionRule _rule;
    private readonly Steps? _steps;

    internal Commission(CommissionRule rule, Revenue revenue, Quota quota, Attainment attained, Steps? steps)
    {
        (_rule, Revenue, Quota, Attained) = (rule, revenue, quota, attained);
        _steps = steps;
    }

    public Revenue Revenue { get; }

    public Quota Quota { get; }

    /// <summary>Revenue against quota; without a quota it says that there is no attainment.</summary>
    public Attainment Attained { get; }

    /// <summary>Null without a quota.</summary>
    public Percentage? Attainment => Attained.Rate;

    /// <summary>Null without a quota.</summary>
    public Money? Amount => _steps?.Amount;

    /// <summary>Which part of the revenue earned which rate; empty without a quota.</summary>
    public IReadOnlyList<RatePortion> Portions => _steps is null ? [] : _rule.Rates.Portions(Revenue.Total, Quota.Amount);

    /// <summary>
    /// Whether the attainment is above a share of the quota; by multiplication, so that nothing hangs on the last digit of a quotient.
    /// </summary>
    public bool IsAbove(Percentage share) => _steps is not null && Revenue.Total > share.Of(Quota.Amount);

    /// <summary>
    /// The commission from the revenue of the quarter, in detail, and the quota, whose own history may be told in less.
    /// Without a quota, how that came to be zero.
    /// </summary>
    public Explanation Explain(Detail detail, Detail history) =>
        _steps is not { } steps ? Quota.Explain(history)
            : Node("commission", steps.Amount, Operation.Round(_rule.Rounding),
                Node("graduated commission", steps.Graduated, Operation.Graduated(_rule.Rates),
                    Revenue.Explain(detail),
                    Quota.Explain(history)));

    internal readonly record struct Steps(Money Graduated, Money Amount);
}
