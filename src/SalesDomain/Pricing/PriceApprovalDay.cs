using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>The orders of one customer and day, judged as if they were one order.</summary>
/// <remarks>
/// Σ net ÷ Σ list, amounts, costs and pockets summed, the furthest below a floor, and the table of the summed list amount. That orders were
/// split is shown and not proved: there may be a good reason. Part of a <see cref="PriceApproval"/>; equality is by reference.
/// </remarks>
public sealed class PriceApprovalDay
{
    private readonly PriceCase[] _documents;
    private readonly PriceApprovalPart[] _parts;
    private readonly IReadOnlyList<RoleId> _roles;

    internal PriceApprovalDay(
        PriceAuthority authority, in PriceAuthority.JudgedOrder judged, PriceAuthority.JudgedOrder[] others,
        PriceApprovalPart[] together, Approval[] approvals)
    {
        _roles = authority.Roles;
        var document = judged.Order;
        _documents = [.. others.Select(each => each.Order).Append(document).OrderBy(each => each.Id.ToString(), StringComparer.Ordinal)];
        RankTogether = PriceApproval.Highest(together);
        RankAlone = others.Aggregate(
            PriceApproval.Highest(judged.Parts), (rank, each) => Math.Max(rank, PriceApproval.Highest(each.Known)));
        _parts = Array.ConvertAll(together, part => part.With(approvals, document.Date));
    }

    /// <summary>The orders that are judged together, this one among them, by their numbers.</summary>
    public IReadOnlyList<PriceCase> Documents => Array.AsReadOnly(_documents);

    /// <summary>Each table with the lines of all orders that it judges, and what the decision on them is.</summary>
    public IReadOnlyList<PriceApprovalPart> Parts => Array.AsReadOnly(_parts);

    /// <summary>The lowest role that may approve the orders together, or null when nobody may; approvals on file are counted.</summary>
    public RoleId? Role => PriceApproval.RoleAt(_roles, Rank);

    /// <summary>The highest role that any one of the orders asks for alone, or null when one may be approved by nobody.</summary>
    public RoleId? RoleAlone => PriceApproval.RoleAt(_roles, RankAlone);

    /// <summary>True when the orders together ask for a higher role than each of them alone, whatever approvals are on file.</summary>
    public bool IsSplit => RankTogether > RankAlone;

    /// <summary>Orders and roles: <c>SO-1, SO-2: alone salesperson, together area manager</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Names + ": alone " + PriceApproval.Text(RoleAlone) + ", together " + PriceApproval.Text(Role);

    internal string Names => string.Join(", ", _documents.Select(each => each.Id.ToString()));

    /// <summary>
    /// What is beyond the limits of the roles below, with the orders that a figure is of where it is not of all: a margin of those whose
    /// cost is known.
    /// </summary>
    internal IEnumerable<Reason> Reasons => _parts.SelectMany(part =>
    {
        DocumentId[] documents = [.. part.Documents];
        return documents.Length == _documents.Length ? part.Decision.Reasons
            : part.Decision.Reasons.Select(reason => new Reason(
                reason.Code,
                [
                    .. reason.Figures.Select(figure => (figure.Name, figure.Value)),
                    ("documents", string.Join(", ", documents.Select(id => id.ToString()))),
                ]));
    });

    internal int Rank => PriceApproval.Highest(_parts);

    internal int RankTogether { get; }

    internal int RankAlone { get; }
}
