using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using static SalesDomain.Explanation;

namespace QuarterClose.Rules;

/// <summary>What one person is to sell: a share of the team plan.</summary>
public sealed class Quota
{
    private readonly QuotaRule _rule;
    private readonly TeamPlan _plan;
    private readonly IReadOnlyList<Revenue> _weights;
    private readonly int _person;

    internal Quota(QuotaRule rule, TeamPlan plan, IReadOnlyList<Revenue> weights, int person, Money amount)
    {
        (_rule, _plan, _weights, _person) = (rule, plan, weights, person);
        Amount = amount;
    }

    public Money Amount { get; }

    /// <summary>The person's own weight.</summary>
    public Revenue LastYear => _weights[_person];

    public Explanation Explain(Detail detail) =>
        Node("quota by largest remainder", Amount, Operation.Share(_rule.Apportionment, _person),
            [.. _weights.Select(weight => weight.Explain(detail)).Prepend(_plan.Explain(detail))]);
}
