using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using SalesDomain.Quotas;
using static SalesDomain.Explanation;

namespace QuarterClose.Rules;

/// <summary>The year of one person: quota by quarter, what was attained at each month end, and the status it had.</summary>
public sealed class PersonYear
{
    private readonly IReadOnlyList<Quota> _quotas;
    private readonly IReadOnlyList<Revenue> _toMonthEnd;

    private PersonYear(Employee person, IReadOnlyList<Quota> quotas, PhasedQuota quota, IReadOnlyList<Revenue> toMonthEnd, YearTerms terms)
    {
        (Person, _quotas, Quota, _toMonthEnd) = (person, quotas, quota, toMonthEnd);
        MonthEnds = [.. terms.Year.Parts(FiscalPeriodKind.Month).Zip(toMonthEnd, (month, revenue) =>
            revenue.Actual.Against(quota, ElapsedTime.ByWorkingDays(terms.Calendar, terms.Year.Span, month.End)))];
        Statuses = terms.Bands.Follow(
            MonthEnds.Where(each => each.RateToDate is not null).Select(each => (each.Elapsed!.AsOf, each.RateToDate!.Value.Percent)));
    }

    public Employee Person { get; }

    /// <summary>What the person sold in the span by which the quotas are apportioned.</summary>
    public Revenue Weight => _quotas[0].Weight;

    /// <summary>The quota of the year, phased by its quarters and by working days within them.</summary>
    public PhasedQuota Quota { get; }

    /// <summary>One a month.</summary>
    public IReadOnlyList<Attainment> MonthEnds { get; }

    public Attainment Year => MonthEnds[^1];

    /// <summary>One a month; none without a quota, which has no attainment.</summary>
    public IReadOnlyList<StatusObservation> Statuses { get; }

    public static PersonYear Of(YearTerms terms, SalesData data, Employee person, PhasedQuota target, IReadOnlyList<TeamQuotas> quarters)
    {
        Quota[] quotas = [.. quarters.Select(quarter => new Quota(quarter, person))];
        var total = quotas.Aggregate(target.Total * 0m, (sum, quota) => sum + quota.Measured);

        // Who has no quota has it at the same times as the team.
        var phasing = total.IsZero ? target.Phasing
            : Phasing.ByWeights(target.Phasing.Periods, quotas.Select(quota => quota.Amount.Amount)).InWorkingDays(terms.Calendar);
        return new PersonYear(
            person, quotas, phasing.Split(total, Rounding.Commercial),
            [.. terms.Year.Parts(FiscalPeriodKind.Month).Select(month =>
                data.RevenueOf(
                    person,
                    new NamedSpan(terms.Year.Label + " to " + NamedSpan.Day(month.End), new DateSpan(terms.Year.Start, month.End))))],
            terms);
    }

    /// <summary>The quota of one quarter, from the target of the team in detail.</summary>
    public Explanation ExplainQuotaOf(int quarter, Detail detail) => _quotas[quarter].Explain(detail);

    public Explanation ExplainActual(Detail detail) => _toMonthEnd[^1].Explain(detail);

    /// <summary>
    /// The quota of the year from its quarters, and in detail each quarter from the target of the team; without, as it is.
    /// </summary>
    public Explanation ExplainQuota(Detail? detail) =>
        Node(
            "quota of " + Person.Name, Quota.Total.Value, Operation.Sum,
            [
                .. _quotas.Zip(
                    Quota.Phasing.Periods.Spans,
                    (quota, quarter) => detail is { } given ? quota.Explain(given) : Fact("quota of " + quarter, quota.Measured.Value)),
            ]);
}
