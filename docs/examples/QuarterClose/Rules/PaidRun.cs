using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using SalesDomain.Commissions;
using static SalesDomain.Explanation;

namespace QuarterClose.Rules;

/// <summary>What one run came to for one person: earned in the quarter to date by the plan, and settled into the account.</summary>
public sealed class PaidRun
{
    private readonly QuarterTarget _target;
    private readonly Sold _own;
    private readonly IReadOnlyList<Sold> _team;

    internal PaidRun(
        PayRun run, QuarterTarget target, Sold own, IReadOnlyList<Sold> team, CommissionResult result, CommissionSettlement settled)
    {
        (Run, Result, Settled) = (run, result, settled);
        Statement = settled.Statement().With(result);
        (_target, _own, _team) = (target, own, team);
    }

    public PayRun Run { get; }

    public Employee Person => _own.Person;

    /// <summary>Earned in the quarter to date.</summary>
    public CommissionResult Result { get; }

    public CommissionSettlement Settled { get; }

    /// <summary>Of this run alone: a true-up stands apart from the month within which it is settled.</summary>
    public CommissionStatement Statement { get; }

    public CommissionBalances Opening => Statement.Opening;

    public CommissionBalances Closing => Statement.Closing;

    /// <summary>The entries of a kind that the run made.</summary>
    public IEnumerable<CommissionEntry> Of(CommissionEntryKind kind) => Statement.Entries.Where(entry => entry.Kind == kind);

    /// <summary>What is earned of lines that went through more than one tier, each with the tiers; none where the gate took it.</summary>
    public IEnumerable<(CommissionEntry Entry, IReadOnlyList<RatePortion> Portions)> Tiered =>
        IsGated ? []
            : Of(CommissionEntryKind.Earned).Where(entry => entry.Line is not null)
                .Select(entry => (entry, Statement.PortionsOf(entry.Number))).Where(each => each.Item2.Count > 1);

    /// <summary>The component that goes by the quota, with its figures.</summary>
    public ComponentResult Measured => Result.Of(_target.Component);

    public bool IsOfTeam => _target.IsOfTeam;

    /// <summary>Known in the true-up, of who leads nobody; null otherwise.</summary>
    public Percentage? Discount => Result.Figures.FigureOf(PayTerms.Discount);

    /// <summary>Whether the gate on the discount took the accelerator.</summary>
    public bool IsGated => Result.Reasons.Any(reason => reason.Code == "commission.gated");

    /// <summary>The line of an entry, among the facts of the run; null of one of another quarter.</summary>
    public SalesLine? FactOf(LineId line) => _team.Prepend(_own).SelectMany(sold => sold.Lines).FirstOrDefault(each => each.Id == line);

    public Employee NameOf(SalespersonId id) => _team.Select(sold => sold.Person).First(person => person.Id == id);

    /// <summary>How what is paid came about, from what was earned to date and entered before.</summary>
    public Explanation ExplainPaid() => Settled.Explain();

    /// <summary>
    /// How what is earned in the quarter to date came about, from order lines, discount and quota; without a history the quota as it is.
    /// </summary>
    public Explanation ExplainEarned(Detail detail, Detail? history) =>
        Node(
            "earned in " + Run.Quarter.Label + " to date", Result.Earned, Operation.Sum,
            [
                .. Result.Components.Where(component => component.Earned is not null)
                    .Select(component => component.Explain().Expand(leaf => Further(component, leaf, detail, history))),
            ]);

    /// <summary>What each credited line earned: differences of running totals, which sum to what the component earned.</summary>
    public IEnumerable<Explanation> ExplainLines() =>
        Result.Components.Where(component => component.Credits.Count > 0).Select(component => Node(
            component.Component.Name + " by line", component.Earned!.Value, Operation.Sum,
            [.. component.Credits.Select(credit => credit.Explain())]));

    private Explanation? Further(ComponentResult component, Explanation leaf, Detail detail, Detail? history) =>
        leaf.Name switch
        {
            "quota" => history is { } given ? _target.ExplainQuota(given) : null,
            "level" or "base" when component.Component.Name != PayTerms.Override => _own.Explain(detail),
            "level" or "base" =>
                Node("sales of the team", component.Level!.Value.Value, Operation.Sum, [.. _team.Select(sold => sold.Explain(detail))]),
            PayTerms.Discount when leaf.Value.Kind == FigureKind.Percentage => _target.Discount.Explain(detail),
            _ => null,
        };
}
