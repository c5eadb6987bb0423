using SalesDomain;
using static SalesDomain.Explanation;

namespace QuarterClose.Rules;

/// <summary>What the team is to sell.</summary>
public sealed class TeamPlan
{
    private readonly Steps _steps;

    internal TeamPlan(PlanRule rule, Revenue yearAgo, Steps steps)
    {
        (Rule, YearAgo) = (rule, yearAgo);
        _steps = steps;
    }

    public PlanRule Rule { get; }

    public Revenue YearAgo { get; }

    /// <summary>Before it is rounded.</summary>
    public Money Grown => _steps.Grown;

    public Money Target => _steps.Target;

    public Explanation Explain(Detail detail) =>
        Node("team plan", _steps.Target, Operation.Round(Rule.Rounding),
            Node("grown revenue", _steps.Grown, Operation.Product,
                YearAgo.Explain(detail),
                Constant("growth factor", Rule.Growth)));

    internal readonly record struct Steps(Money Grown, Money Target);
}
