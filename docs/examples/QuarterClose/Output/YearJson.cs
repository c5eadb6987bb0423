using System.Globalization;
using System.Linq;
using System.Text.Json;
using QuarterClose.Rules;
using SalesDomain;
using SalesDomain.Quotas;

namespace QuarterClose.Output;

/// <summary>The reviewed year as one JSON document: amounts, percentages and spans as their canonical texts, counts as numbers.</summary>
public static class YearJson
{
    /// <summary>With a proof, the explanation of what that person attained is part of the document.</summary>
    public static string Of(YearReview review, YearProof? proof = null) =>
        JsonSerializer.Serialize(
            new
            {
                year = new { name = review.Terms.Year.Label, days = review.Terms.Year.Span.ToString() },
                plan = Plan(review),
                salespeople = review.People.Select(person => Person(review, person)),
                monthEnds = review.Months.Select(Month),
                bands = review.Terms.Bands.ToString(),
                alerts = review.Alerts.Alerts.Select(alert => Alert(review, alert)),
                regions = review.Field.Regions.Select(region => Region(review, region)),
                explanation = proof is null ? null : ProofJson.Of(proof.Team.Manager.Person, proof.Proven),
            },
            ProofJson.Options) + "\n";

    private static object Plan(YearReview review) => new
    {
        target = Text(review.Target.Total),
        quarters = review.Target.Parts.Zip(
            review.Terms.QuarterShares, (part, share) => new { share = share.ToString(), target = Text(part) }),
        basis = new { name = review.Terms.QuotaBasis.Name, days = review.Terms.QuotaBasis.Days.ToString() },
        unit = review.Terms.QuotaUnit.ToString(CultureInfo.InvariantCulture),
        completeness = review.Check.Completeness?.ToString(),
        reasons = review.Check.Reasons.Select(reason => reason.ToString()),
    };

    private static object Person(YearReview review, PersonYear person)
    {
        var team = review.Teams.Single(each => each.Manager == person);
        return new
        {
            id = person.Person.Id.Code,
            name = person.Person.Name,
            reportsTo = person.Person.ReportsTo?.Code,
            basis = person.Weight.Total.ToString(),
            quarters = person.Quota.Parts.Select(Text),
            own = Attained(person.Year),
            team = team.Team is { } pooled ? new { people = team.Members.Count, attained = Attained(pooled) } : null,
            statuses = person.Statuses.Select(status => new
            {
                on = NamedSpan.Day(status.On),
                attainmentToDate = Percentage.FromPercent(status.Value).ToString(),
                status = status.Status,
            }),
        };
    }

    private static object Attained(Attainment attained) => new
    {
        quota = attained.Quota is { } quota ? Text(quota) : null,
        revenue = attained.Actual is { } actual ? Text(actual) : null,
        attainment = attained.Rate?.ToString(),
    };

    private static object Month(TeamMonth month) => new
    {
        on = NamedSpan.Day(month.Pace.Elapsed.AsOf),
        revenueToDate = Text(month.Pace.Actual),
        attainment = month.Attained.Rate?.ToString(),
        quotaToDate = month.Attained.QuotaToDate is { } toDate ? Text(toDate) : null,
        attainmentToDate = month.Attained.RateToDate?.ToString(),
        pointsAheadOfTime = month.Attained.PointsAheadOfTime?.ToString(CultureInfo.InvariantCulture),
        workingDaysLeft = month.Pace.Elapsed.Remaining,
        neededPerDay = month.Pace.NeededPerDay is { } needed ? Text(needed) : null,
    };

    private static object Alert(YearReview review, DeviationAlert<SalespersonId> alert) => new
    {
        salesperson = alert.Subject.Owner.Code,
        raised = NamedSpan.Day(alert.RaisedOn),
        status = alert.Status,
        state = alert.StateOn(review.Terms.Year.End)?.ToString(),
        withoutAction = review.WithoutAction.Contains(alert),
    };

    private static object Region(YearReview review, Region region)
    {
        var (holders, over) = (review.Field.Holders, review.Terms.Year.Span);
        return new
        {
            name = region.Name,
            territories = region.Territories.Count,
            nobodys = region.Open(holders, over).Select(territory => territory.ToString()),
            shared = region.Shared(holders, over).Select(territory => territory.ToString()),
            salespeople = region.People(holders, over).Select(person => person.Code),
        };
    }

    private static string Text(Measured amount) => amount.Money.ToString();
}
