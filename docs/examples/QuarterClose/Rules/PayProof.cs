using System.Collections.Generic;
using System.Linq;

namespace QuarterClose.Rules;

/// <summary>
/// That the months and true-ups of one person are the year, in two ways: run by run, and from each quarter as a whole, down to the order
/// lines.
/// </summary>
public sealed class PayProof(PaidPerson person)
{
    public PaidPerson Person { get; } = person;

    public Proven ByRuns { get; init; } = new(person.ExplainByRuns(inDetail: false), person.ExplainByRuns(inDetail: true));

    public Proven ByQuarters { get; } = new(
        person.ExplainByQuarters(Detail.Total, history: null), person.ExplainByQuarters(Detail.Lines, Detail.Total));

    public bool IsVerified => Parts.All(part => part.IsVerified);

    public IEnumerable<Proven> Parts => [ByRuns, ByQuarters];
}
