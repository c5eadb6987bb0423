using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using SalesDomain.Quotas;

namespace QuarterClose.Rules;

/// <summary>
/// Everything the program reports of a year: the plan, its people in the order of employee ids, the teams they make, the pace of all,
/// alerts.
/// </summary>
public sealed class YearReview
{
    internal YearReview(YearTerms terms, FieldOrganization field, PhasedQuota target, IReadOnlyList<PersonYear> people)
    {
        (Terms, Field, Target, People) = (terms, field, target, people);
        Check = Plan().Check();
        Teams =
        [
            .. field.Reports.RootsOn(terms.Year.End).SelectMany(root => field.Reports.DescendantsOf(root, terms.Year.End).Prepend(root))
            .Select(TeamOf),
        ];
        Months = [.. Enumerable.Range(0, people[0].MonthEnds.Count).Select(MonthOf)];
        Alerts = AlertLedger.Empty<SalespersonId>().Record(people.SelectMany(
            person => terms.Alerts.Entries(AlertSubject.Of(person.Person.Id, Measure.Revenue, terms.Year.Span), person.Statuses)));
    }

    public YearTerms Terms { get; }

    public FieldOrganization Field { get; }

    /// <summary>The target of the team by quarter, and by working days within.</summary>
    public PhasedQuota Target { get; }

    public IReadOnlyList<PersonYear> People { get; }

    /// <summary>Whether every quarter and every person has a target and all of them add up.</summary>
    public PlanCheck<string> Check { get; }

    /// <summary>Everybody, each below who leads him or her.</summary>
    public IReadOnlyList<TeamYear> Teams { get; }

    /// <summary>The whole team at each month end.</summary>
    public IReadOnlyList<TeamMonth> Months { get; }

    public AlertLedger<SalespersonId> Alerts { get; }

    public IReadOnlyList<DeviationAlert<SalespersonId>> WithoutAction =>
        Alerts.OverdueForAction(Terms.Calendar, Terms.ActionWithin, Terms.Year.End);

    private SalesPlan<string> Plan()
    {
        var year = PlanCell.Of("team", Measure.Revenue, Terms.Year.Span);
        PlanCell<string>[] quarters = [.. Target.Phasing.Periods.Spans.Select(year.WithSpan)];
        var targets = quarters.Select((quarter, i) => SalesTarget.Of(quarter, Target[i])).Prepend(SalesTarget.Of(year, Target.Total));
        var quotas = People.SelectMany(person =>
            quarters.Select((quarter, i) => SalesTarget.Of(quarter.WithOwner(person.Person.Id.Code), person.Quota[i])));
        return SalesPlan.Of(Terms.Year.Span, [.. targets, .. quotas])
            .WithBreakdowns(PlanBreakdown.Of("by quarter", year, quarters))
            .WithBreakdowns([.. quarters.Select(ByPerson)]);

        PlanBreakdown<string> ByPerson(PlanCell<string> quarter) =>
            PlanBreakdown.Of("by person", quarter, [.. People.Select(person => quarter.WithOwner(person.Person.Id.Code))]);
    }

    private TeamYear TeamOf(SalespersonId manager)
    {
        var on = Terms.Year.End;
        var members = Field.Reports.DescendantsOf(manager, on).Prepend(manager)
            .Select(id => People.Single(person => person.Person.Id == id));
        return new TeamYear(People.Single(person => person.Person.Id == manager), Field.Reports.DepthOf(manager, on)!.Value, [.. members]);
    }

    private TeamMonth MonthOf(int month)
    {
        var attained = Attainment.Pooled(People.Select(person => person.MonthEnds[month]));
        return new TeamMonth(attained, Pace.Of(attained.Actual!.Value, Target, attained.Elapsed!));
    }
}
