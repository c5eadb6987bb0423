using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using SalesDomain.Quotas;

namespace QuarterClose.Rules;

/// <summary>One person in the hierarchy, and, of who leads others, the year of all of them, own sales included.</summary>
public sealed class TeamYear
{
    internal TeamYear(PersonYear manager, int depth, IReadOnlyList<PersonYear> members)
    {
        (Manager, Depth, Members) = (manager, depth, members);
        Team = members.Count > 1 ? Attainment.Pooled(members.Select(member => member.Year)) : null;
    }

    public PersonYear Manager { get; }

    /// <summary>How many lead the person, one above the other.</summary>
    public int Depth { get; }

    /// <summary>The person, and everybody below.</summary>
    public IReadOnlyList<PersonYear> Members { get; }

    /// <summary>The sums of quota and revenue of all members, and never an average of their rates; null for who leads nobody.</summary>
    public Attainment? Team { get; }

    /// <summary>
    /// The attainment of the team, or of who leads nobody the own one, from the order lines and the plan, both in detail; without one for
    /// the plan, from the quotas as they are.
    /// </summary>
    public Explanation Explain(Detail actual, Detail? history)
    {
        var actuals = new Queue<PersonYear>(Members);
        var quotas = new Queue<PersonYear>(Members);
        return (Team ?? Manager.Year).Explain().Expand(leaf => leaf.Name switch
        {
            "actual" => actuals.Dequeue().ExplainActual(actual),
            "quota" => quotas.Dequeue().ExplainQuota(history),
            _ => null,
        });
    }
}
