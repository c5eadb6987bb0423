using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using QuarterClose.Rules;
using SalesDomain;
using SalesDomain.Quotas;
using Spectre.Console;

namespace QuarterClose.Output;

/// <summary>The reviewed year as tables.</summary>
public static class YearReport
{
    private const int Indent = 2;

    public static string Of(YearReview review)
    {
        var terms = review.Terms;
        var page = new Page();
        page.Line("Northwind, year " + terms.Year.Label + " (" + terms.Year.Span + "), amounts in USD");
        page.Table(
            "Quotas: the target of each quarter by revenue " + terms.QuotaBasis.Name + ", in units of "
                + terms.QuotaUnit.ToString(CultureInfo.InvariantCulture),
            Quotas(review));
        page.Line(
            "Targets set: " + review.Check.FilledCount.Shown() + " of " + review.Check.RequiredCount.Shown() + ". "
                + (review.Check.IsWhole ? "Quarters and people add up." : "They do not add up."));
        page.Table("Attainment, each below who leads him or her; a team with its manager's own sales", Teams(review));
        page.Table("Pace of the whole team at each month end, by working days", Months(review));
        page.Table(
            "Attainment to date in % at each month end, cut to a tenth: R below 95, A from 95, G from 100, better only 2 inside",
            Statuses(review));
        page.Table("Alerts: raised when red is entered, open until somebody acts and it is better at the re-check", Alerts(review));
        page.Table("Territories by region", Territories(review));
        foreach (var region in review.Field.Regions)
        {
            if (Names(region.Open(review.Field.Holders, terms.Year.Span)) is { Length: > 0 } open)
                page.Line(region.Name + ", nobody has " + open);
            if (Names(region.Shared(review.Field.Holders, terms.Year.Span)) is { Length: > 0 } shared)
                page.Line(region.Name + ", several have " + shared);
        }

        return page.ToString();
    }

    public static string Of(YearProof proof)
    {
        var page = new Page();
        var what = proof.Team.Team is null ? "Attainment of " : "Attainment of the team of ";
        page.Line(
            what + proof.Team.Manager.Person + ": "
                + ((proof.Team.Team ?? proof.Team.Manager.Year).Rate is { } rate ? ((Percentage?)rate).Shown()
                    : "none, because there is no quota"));
        page.Proof(proof.Proven);
        return page.ToString();
    }

    private static Table Quotas(YearReview review)
    {
        var terms = review.Terms;
        var table = Tables.With(
            [
                "Salesperson", "Revenue\n" + terms.QuotaBasis.Name,
                .. terms.QuarterShares.Select((share, i) => "Q" + (i + 1).Shown() + "\n" + share.Shown()), "Quota\n" + terms.Year.Label,
            ]);
        foreach (var person in review.People)
        {
            table.Row(
                [
                    person.Person.ToString(), person.Weight.Total.Shown(), .. person.Quota.Parts.Select(part => part.Money.Shown()),
                    person.Quota.Total.Money.Shown(),
                ]);
        }

        return table.Totals(
            [
                "Team", Money.Sum(Currency.USD, review.People.Select(person => person.Weight.Total)).Shown(),
                .. review.Target.Parts.Select(part => part.Money.Shown()), review.Target.Total.Money.Shown(),
            ]);
    }

    private static Table Teams(YearReview review)
    {
        var table = Tables.With(
            "Salesperson", "Own\nquota", "Own\nrevenue", "Attainment", "Team's\nquota", "Team's\nrevenue", "Attainment");
        foreach (var team in review.Teams)
            table.Row([new string(' ', Indent * team.Depth) + team.Manager.Person, .. Figures(team.Manager.Year), .. Figures(team.Team)]);

        return table;
    }

    private static string[] Figures(Attainment? attained) =>
        [(attained?.Quota?.Money).Shown(), (attained?.Actual?.Money).Shown(), (attained?.Rate).Shown()];

    private static Table Months(YearReview review)
    {
        var table = Tables.With(
            "Month end", "Revenue\nto date", "Attainment", "Quota\nto date", "Attainment\nto date", "Gap to time,\npoints", "Days\nleft",
            "Needed\na day");
        foreach (var (attained, pace) in review.Months)
        {
            table.Row(
                NamedSpan.Day(pace.Elapsed.AsOf),
                (attained.Actual?.Money).Shown(),
                attained.Rate.Shown(),
                (attained.QuotaToDate?.Money.Round(Rounding.Commercial)).Shown(),
                attained.RateToDate.Shown(),
                attained.PointsAheadOfTime?.ToString("N2", CultureInfo.InvariantCulture) ?? "-",
                pace.Elapsed.Remaining.Shown(),
                (pace.NeededPerDay?.Money.Round(Rounding.Commercial)).Shown());
        }

        return table;
    }

    private static Table Statuses(YearReview review)
    {
        var table = Tables.With(
            ["Month end", .. review.People.Select(person => person.Person.Id + " " + person.Person.Name.Replace(' ', '\n'))]);
        foreach (var month in review.Months)
        {
            var on = month.Pace.Elapsed.AsOf;
            table.Row(
                [NamedSpan.Day(on), .. review.People.Select(person => Status(person.Statuses.FirstOrDefault(status => status.On == on)))]);
        }

        return table;
    }

    // Cut and not rounded: 99.59 is below 100, and 99.96 would be shown as 100.0 beside the status of what is below.
    private static string Status(StatusObservation? status) =>
        status is { } given
            ? Rounding.ToDigits(1, RoundingMode.Floor).Round(given.Value).ToString("F1", CultureInfo.InvariantCulture) + " "
            + char.ToUpperInvariant(given.Status[0])
            : "-";

    private static Table Alerts(YearReview review)
    {
        var terms = review.Terms;
        var table = Tables.With(
            "Salesperson", "Raised", "Attainment\nto date", "Status at\nthe year's end", "Alert then",
            "Action within " + terms.ActionWithin.Shown() + "\nworking days");
        foreach (var alert in review.Alerts.Alerts)
        {
            var person = review.People.Single(each => each.Person.Id == alert.Subject.Owner);
            table.Row(
                person.Person.ToString(),
                NamedSpan.Day(alert.RaisedOn),
                ((Percentage?)Percentage.FromPercent(person.Statuses.Single(each => each.On == alert.RaisedOn).Value)).Shown(),
                person.Statuses[^1].Status,
                alert.StateOn(terms.Year.End)?.ToString() ?? "-",
                review.WithoutAction.Contains(alert) ? "none recorded" : "planned");
        }

        return table;
    }

    private static Table Territories(YearReview review)
    {
        var (holders, over) = (review.Field.Holders, review.Terms.Year.Span);
        var table = Tables.With("Region", "Territories", "Held", "By several", "Nobody's", "People");
        foreach (var region in review.Field.Regions)
        {
            var open = region.Open(holders, over).Count();
            table.Row(
                region.Name, region.Territories.Count.Shown(), (region.Territories.Count - open).Shown(),
                region.Shared(holders, over).Count().Shown(), open.Shown(),
                region.People(holders, over).Count().Shown());
        }

        return table;
    }

    private static string Names(IEnumerable<Territory> territories) => string.Join(", ", territories);
}
