using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Organization;

/// <summary>By when a role asks for a course: the days run from the role or from the first day it is required, whichever is
/// later.</summary>
internal sealed class TrainingDue
{
    private readonly RoleId _role;
    private readonly LocalDate _since;
    private readonly LocalDate? _required;
    private readonly LocalDate _from;
    private readonly Deadline _deadline;

    /// <param name="role">The role.</param>
    /// <param name="since">Since when it is held.</param>
    /// <param name="requirements">What it requires of the course in the course of time.</param>
    /// <param name="on">A day on which it requires it.</param>
    internal TrainingDue(RoleId role, LocalDate since, Timeline<TrainingRequirement> requirements, LocalDate on)
    {
        _role = role;
        _since = since;
        var asked = new List<(LocalDate Since, int Days)>();
        LocalDate? end = null;
        foreach (var entry in requirements.Entries)
        {
            if (entry.Span.Start > on)
                break;

            // After a gap the course is required anew.
            if (asked.Count == 0 || entry.Span.Start != end?.PlusDays(1))
            {
                asked.Clear();
                _required = entry.Span.Start;
            }

            asked.Add((entry.Span.Start ?? since, entry.Value.DueWithinDays));
            end = entry.Span.End;
        }

        _from = LocalDate.Max(since, _required ?? since);
        _deadline = Deadline.Of(_from, asked);
    }

    internal LocalDate On => _deadline.On;

    internal Explanation Explain() =>
        _deadline.Explain("due as " + _role, Explanation.Node("counted from", _from, Operation.Max, [.. Starts()]), "days to do it in");

    private IEnumerable<Explanation> Starts()
    {
        yield return Explanation.Fact("role taken", _since);
        if (_required is { } required)
            yield return Explanation.Constant("required from", required);
    }
}
