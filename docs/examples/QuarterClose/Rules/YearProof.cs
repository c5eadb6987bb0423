using System.Linq;

namespace QuarterClose.Rules;

/// <summary>The explanation of what one person attained in the year, with the team where there is one.</summary>
public sealed record YearProof(TeamYear Team, Proven Proven)
{
    public static YearProof Of(YearReview review, string employeeId, Detail detail)
    {
        var team = review.Teams.FirstOrDefault(each => each.Manager.Person.Id.Code == employeeId) ?? throw new InputException(
            $"--explain: employee '{employeeId}' is unknown; known are "
            + string.Join(", ", review.People.Select(person => person.Person.Id)) + ".");

        // The quotas of a whole team, each from the sales of nine, are proven and not shown.
        Detail? history = team.Team is null ? Detail.Total : null;
        var shown = team.Explain(detail == Detail.Lines ? Detail.Lines : Detail.Total, history);
        return new YearProof(team, new Proven(shown, team.Explain(Detail.Lines, Detail.Lines)));
    }
}
