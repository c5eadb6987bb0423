using System.Collections.Generic;
using System.Linq;

namespace SalesDomain;

/// <content>The decision as a tree that can be recomputed.</content>
public sealed partial class AuthorityDecision
{
    /// <summary>
    /// The decision as a selection: of the roles from the lowest up, the first that keeps to all its limits; with the approvals that free a
    /// figure, and those that would and do not count.
    /// </summary>
    /// <returns>
    /// The tree; its root is the code of the deciding role, absent when nobody may decide, and is named after the document.
    /// </returns>
    public Explanation Explain()
    {
        var choices = new List<Explanation>();
        foreach (var role in Authority.Roles)
        {
            choices.Add(Explain(role));
            choices.Add(Explanation.Constant(role.ToString(), role.ToString()));
        }

        choices.Add(Explanation.Constant("nobody", Figure.Absent));
        return Explanation.Node(
            (Document is { } document ? document + " " : "") + "decided by", Role is { } decider ? decider.ToString() : Figure.Absent,
            Operation.Select, [.. choices]);
    }

    /// <summary>What follows the name of a figure that is looked at without what rounding did to it.</summary>
    internal const string WithoutRounding = " without rounding";

    private Explanation Explain(NamedFigure figure, AuthorityLimit limit)
    {
        if (figure.Value.Kind == FigureKind.Absent)
            return Explanation.Fact(figure.Name + " is not known", true);

        var judged = Judged(figure.Name, figure.Value, limit);
        var name = figure.Name + (judged == figure.Value ? "" : WithoutRounding);
        return Explanation.Node(
            name + (limit.IsFloor ? " is below its limit" : " is over its limit"), !limit.Holds(judged),
            Operation.Compare(limit.IsFloor ? ComparisonKind.Less : ComparisonKind.Greater),
            Explanation.Fact(name, judged), Explanation.Constant("limit", limit.Bound));
    }

    /// <summary>That an approval does not count, from what its granter may.</summary>
    private static Explanation Explain(Approval approval, IReadOnlyList<Reason> reasons)
    {
        var choices = new List<Explanation>();
        foreach (var reason in reasons)
        {
            choices.Add(Explain(approval, reason));
            choices.Add(Explanation.Constant("no", false));
        }

        choices.Add(Explanation.Constant("yes", true));
        return Explanation.Node("approved by " + approval.Id, false, Operation.Select, [.. choices]);
    }

    private static Explanation Explain(Approval approval, Reason reason)
    {
        if (reason.Find("figure") is not { } name)
            return Explanation.Fact(approval.GrantedBy + " is not in the table", true);

        var (granted, limit) = (reason.Find("value")!.Value, reason.Find("limit")!.Value);
        var isFloor = approval.LimitOf(name.ToString()) is { IsFloor: true };
        return granted.IsComparableWith(limit)
            ? Explanation.Node(
                name + " granted is " + (isFloor ? "below" : "over") + " the limit of " + approval.GrantedBy, true,
                Operation.Compare(isFloor ? ComparisonKind.Less : ComparisonKind.Greater),
                Explanation.Fact("granted", granted), Explanation.Constant("limit", limit))
            : Explanation.Fact(name + " granted without the limit of " + approval.GrantedBy, true);
    }

    /// <summary>Whether a role of the table may decide.</summary>
    internal Explanation Explain(RoleId role)
    {
        var rank = Authority.Rank(role);
        var choices = new List<Explanation>();
        foreach (var (figure, limit) in _figures.Zip(Authority.LimitsAt(rank), (figure, limit) => (figure, limit)))
        {
            if (limit.IsUnlimited)
                continue;

            choices.Add(IsBroken(figure, limit));
            choices.Add(Explanation.Constant("no", false));
        }

        choices.Add(Explanation.Constant("yes", true));
        return Explanation.Node(role + " may decide", rank >= _rank, Operation.Select, [.. choices]);
    }

    private Explanation IsBroken(NamedFigure figure, AuthorityLimit limit)
    {
        var ownLimit = Explain(figure, limit);
        Explanation[] approvals = ApprovalOf(figure) is { } approval
            ? [Explanation.Fact("approved by " + approval.Id, true)]
            :
            [
                .. _rejected.Where(each => each.Approval.LimitOf(figure.Name) is not null)
                    .Select(each => Explain(each.Approval, each.Reasons)),
            ];
        return approvals.Length == 0 ? ownLimit
            : Explanation.Node(
                figure.Name + " is not approved and beyond its limit", !IsKept(limit, figure), Operation.Select,
                [.. approvals.SelectMany(each => new[] { each, Explanation.Constant("no", false) }), ownLimit]);
    }
}
