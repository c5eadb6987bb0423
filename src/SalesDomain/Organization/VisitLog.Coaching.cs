using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

public sealed partial class VisitLog
{
    /// <summary>
    /// The days or visits on which each coach went along against a quota of the coach's own, such as eight days in the field a month for
    /// each first-line manager (协访定额), whoever was coached. A day with two salespersons is one day of the coach.
    /// </summary>
    /// <param name="plan">The quotas by coach, zero or more; numbers of one coach are added.</param>
    /// <param name="unit">What is counted.</param>
    /// <returns>The table of all visits of this log; take those <see cref="In"/> the days of the plan. Who coached without a quota is
    /// surplus.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    /// <exception cref="ArgumentException">A coach holds no code.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or <paramref name="unit"/> is not a value of its
    /// type.</exception>
    public PlannedAndMade<SalespersonId> CoachingAgainst(IEnumerable<(SalespersonId Coach, decimal Planned)> plan, CoachingUnit unit)
    {
        Guard.Against.Null(plan);
        Guard.Against.Undefined(unit);
        var rows = new PlanRows<SalespersonId>();
        foreach (var (coach, planned) in plan)
            rows.Plan(Identifier.Given(coach, nameof(plan)), Guard.Against.Below(0m, planned, nameof(plan)));

        var accompanied = _visits.SelectMany(visit => visit.AccompaniedBy.Select(coach => (Coach: coach, visit.Date)));
        foreach (var (coach, _) in unit == CoachingUnit.Days ? accompanied.Distinct() : accompanied)
            rows.Make(coach, 1m);

        return rows.ToTable();
    }
}
