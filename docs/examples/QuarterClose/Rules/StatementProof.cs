using System.Collections.Generic;
using System.Linq;

namespace QuarterClose.Rules;

/// <summary>
/// One statement down to the last cent: what is paid from what was earned and entered before, what is earned in the quarter to date from
/// the order lines, and what each line earned of that.
/// </summary>
public sealed class StatementProof(PaidRun run, Detail detail)
{
    public PaidRun Run { get; } = run;

    public Proven Paid { get; } = new(run.ExplainPaid(), run.ExplainPaid());

    public Proven Earned { get; } = new(run.ExplainEarned(detail, Detail.Total), run.ExplainEarned(Detail.Lines, Detail.Lines));

    /// <summary>One a component.</summary>
    public IReadOnlyList<Proven> Lines { get; } = [.. run.ExplainLines().Select(lines => new Proven(lines, lines))];

    /// <summary>What is shown: lines by themselves only where they are asked for.</summary>
    public IEnumerable<Proven> Shown => detail == Detail.Lines ? Parts : [Paid, Earned];

    public IEnumerable<Proven> Parts => [Paid, Earned, .. Lines];

    public bool IsVerified => Parts.All(part => part.IsVerified);
}
