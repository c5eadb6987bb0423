using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using SalesDomain.Quotas;

namespace QuarterClose.Rules;

/// <summary>
/// A target of the team, apportioned over its people by what each sold in a span. The team stands in the order of employee ids, so the
/// first, who wins a tie, has the lower id.
/// </summary>
public sealed class TeamQuotas
{
    private static readonly SalespersonId s_team = new("the team");

    private readonly Func<Detail, Explanation> _target;
    private readonly Dictionary<SalespersonId, Revenue> _weights;

    private TeamQuotas(QuotaTree<SalespersonId> tree, Dictionary<SalespersonId, Revenue> weights, Func<Detail, Explanation> target) =>
        (Tree, _weights, _target) = (tree, weights, target);

    public QuotaTree<SalespersonId> Tree { get; }

    public decimal? Unit => Tree.Rule.Unit;

    /// <summary>Apportions a target in units.</summary>
    /// <param name="target">The target of the team.</param>
    /// <param name="weights">What each sold, one a person; together above zero.</param>
    /// <param name="unit">The unit of the quotas, in dollars.</param>
    /// <param name="explain">How the target came about.</param>
    public static TeamQuotas Of(
        Measured target, IReadOnlyList<(Employee Person, Revenue Sold)> weights, decimal unit, Func<Detail, Explanation> explain)
    {
        var tree = PlanTree.Of(s_team, weights.Select(weight => (weight.Person.Id, s_team)));
        var driver = AllocationDriver.Of(Driver, weights.Select(weight => (weight.Person.Id, weight.Sold.Measured)));
        return new TeamQuotas(
            QuotaTree.Allocate(target, tree, AllocationRule.By(driver).InUnitsOf(unit)),
            weights.ToDictionary(weight => weight.Person.Id, weight => weight.Sold),
            explain);
    }

    public Revenue WeightOf(Employee person) => _weights[person.Id];

    public Explanation Explain(Employee person, Detail detail)
    {
        var sold = _weights.ToDictionary(weight => Driver + " of " + weight.Key, weight => weight.Value);
        return Tree.Explain(person.Id).Expand(leaf =>
            leaf.Name == "quota of " + s_team ? _target(detail) : sold.TryGetValue(leaf.Name, out var revenue) ? revenue.Explain(detail)
                : null);
    }

    private const string Driver = "sales";
}
