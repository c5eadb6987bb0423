using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using SalesDomain.Commissions;

namespace QuarterClose.Rules;

/// <summary>
/// What one person is measured by in a quarter: the quota of the whole quarter, of who leads others the sum of the quotas of everybody
/// below; and the average discount of the own sales.
/// </summary>
/// <remarks>
/// A run within the quarter goes by the quota of the whole quarter, and not by the part of it that is due by then: what is sold to date
/// then reaches only the rates that the quarter reaches too, and no month pays what a weaker one has to give back.
/// </remarks>
public sealed class QuarterTarget
{
    private readonly IReadOnlyList<PersonYear> _measured;
    private readonly int _quarter;

    public QuarterTarget(PersonYear person, IReadOnlyList<PersonYear> team, int quarter, IEnumerable<Sale> sales)
    {
        IsOfTeam = team.Count > 0;
        _measured = IsOfTeam ? team : [person];
        _quarter = quarter;
        Quota = _measured.Aggregate(person.Quota.Total * 0m, (sum, each) => sum + each.Quota[quarter]);
        Discount = new AverageDiscount(sales);
    }

    public bool IsOfTeam { get; }

    public Measured Quota { get; }

    public AverageDiscount Discount { get; }

    /// <summary>The component that goes by the quota.</summary>
    public string Component => IsOfTeam ? PayTerms.Override : PayTerms.Accelerator;

    public CommissionTerms Terms => CommissionTerms.None.WithQuota(Component, Quota);

    public Explanation ExplainQuota(Detail detail) =>
        _measured.Count == 1 ? _measured[0].ExplainQuotaOf(_quarter, detail)
            : Explanation.Node(
                "quota of the team", Quota.Value, Operation.Sum, [.. _measured.Select(each => each.ExplainQuotaOf(_quarter, detail))]);
}
