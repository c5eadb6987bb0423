using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Who may decide a case by an <see cref="SalesDomain.Authority"/>, and why those below may not.</summary>
/// <remarks>
/// <para>
/// Codes of the reasons. <c>authority.over-limit</c>: role, figure, value, limit, excess. <c>authority.below-limit</c>: role, figure,
/// value, limit, shortfall. <c>authority.unknown-figure</c>: role, figure, limit; the figure is absent. <c>authority.no-role</c>: role; it
/// is not in the table. <c>authority.nobody</c>: not even the highest role may decide.
/// </para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class AuthorityDecision
{
    private readonly NamedFigure[] _figures;
    private readonly ApprovalCheck[] _approvals;

    // The first row of the table that keeps every limit; the number of rows when none does.
    private readonly int _rank;

    internal AuthorityDecision(Authority authority, NamedFigure[] figures, ApprovalCheck[] approvals)
    {
        Authority = authority;
        _figures = figures;
        _approvals = approvals;
        while (_rank < authority.Roles.Count && !authority.LimitsAt(_rank).Zip(figures, IsKept).All(isKept => isKept))
            _rank++;
    }

    /// <summary>The table by which was decided.</summary>
    public Authority Authority { get; }

    /// <summary>The figures of the case, in the order of the table.</summary>
    public IReadOnlyList<NamedFigure> Figures => Array.AsReadOnly(_figures);

    /// <summary>The lowest role that may decide, or null when nobody may.</summary>
    public RoleId? Role => _rank < Authority.Roles.Count ? Authority.Roles[_rank] : null;

    /// <summary>The approvals that were taken into account, in the order given.</summary>
    public IReadOnlyList<Approval> Approvals => Array.AsReadOnly(Array.ConvertAll(_approvals, check => check.Approval));

    /// <summary>
    /// Why the case goes up: for each role below the deciding one every limit that is not kept, and the last reason when nobody may decide.
    /// </summary>
    public IReadOnlyList<Reason> Reasons
    {
        get
        {
            var reasons = Authority.Roles.Take(_rank).SelectMany(ReasonsAgainst).ToList();
            if (Role is null)
                reasons.Add(new Reason("authority.nobody"));

            return reasons.AsReadOnly();
        }
    }

    /// <summary>Why a role may not decide: every limit that is not kept.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The reasons; empty when it may.</returns>
    public IReadOnlyList<Reason> ReasonsAgainst(RoleId role)
    {
        var rank = Authority.Rank(role);
        if (rank < 0)
            return [new Reason("authority.no-role", ("role", role.ToString()))];

        var limits = Authority.LimitsAt(rank);
        return _figures
            .Zip(limits, (figure, limit) => IsKept(limit, figure) ? null
                : LimitReason.Of("authority", figure, limit, ("role", role.ToString())))
            .OfType<Reason>().ToList().AsReadOnly();
    }

    /// <summary>
    /// The decision that is left when approvals are on file: the figures that a covering one names need no authority any more.
    /// </summary>
    /// <param name="approvals">Approvals, each checked with the figures of this case; one that does not cover changes nothing.</param>
    /// <returns>Who may decide the rest.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="approvals"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">An approval was checked with another figure than this case has.</exception>
    public AuthorityDecision With(params ApprovalCheck[] approvals)
    {
        ApprovalCheck[] copy = [.. Guard.Against.Null(approvals)];
        Array.ForEach(copy, check => Guard.Against.Null(check, nameof(approvals)));
        foreach (var figure in copy.SelectMany(check => check.Figures))
        {
            if (Array.Exists(_figures, own => own.Name == figure.Name && own != figure))
                throw Guards.Invalid(nameof(approvals), figure.ToString(), "must have been checked with the figures of this case");
        }

        return new AuthorityDecision(Authority, _figures, [.. _approvals, .. copy.Where(check => check.IsCovered)]);
    }

    /// <summary>The decision as a selection: of the roles from the lowest up, the first that keeps to all its limits.</summary>
    /// <returns>The tree; its root is the code of the deciding role, absent when nobody may decide.</returns>
    public Explanation Explain()
    {
        var choices = new List<Explanation>();
        foreach (var role in Authority.Roles)
        {
            choices.Add(Explain(role));
            choices.Add(Explanation.Constant(role.ToString(), role.ToString()));
        }

        choices.Add(Explanation.Constant("nobody", Figure.Absent));
        return Explanation.Node("decided by", Role is { } decider ? decider.ToString() : Figure.Absent, Operation.Select, [.. choices]);
    }

    /// <summary>The deciding role and the reasons: <c>area manager; authority.over-limit (...)</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        (Role is { } role ? role.ToString() : "nobody") + string.Concat(Reasons.Select(reason => "; " + reason));

    private Explanation Explain(RoleId role)
    {
        var rank = Authority.Rank(role);
        var choices = new List<Explanation>();
        foreach (var (figure, limit) in _figures.Zip(Authority.LimitsAt(rank), (figure, limit) => (figure, limit)))
        {
            if (limit.IsUnlimited)
                continue;

            var isBroken = ApprovalOf(figure) is { } approval
                ? Explanation.Node(
                    figure.Name + " is not approved and beyond its limit", false, Operation.Select,
                    Explanation.Fact("approved by " + approval.Id, true), Explanation.Constant("no", false), Explain(figure, limit))
                : Explain(figure, limit);
            choices.Add(isBroken);
            choices.Add(Explanation.Constant("no", false));
        }

        choices.Add(Explanation.Constant("yes", true));
        return Explanation.Node(role + " may decide", rank >= _rank, Operation.Select, [.. choices]);
    }

    private bool IsKept(AuthorityLimit limit, NamedFigure figure) => limit.Holds(figure.Value) || ApprovalOf(figure) is not null;

    private Approval? ApprovalOf(NamedFigure figure) =>
        Array.Find(_approvals, check => check.Approval.LimitOf(figure.Name) is not null)?.Approval;

    private static Explanation Explain(NamedFigure figure, AuthorityLimit limit) =>
        figure.Value.Kind == FigureKind.Absent
            ? Explanation.Fact(figure.Name + " is not known", true)
            : Explanation.Node(
                figure.Name + (limit.IsFloor ? " is below its limit" : " is over its limit"), !limit.Holds(figure.Value),
                Operation.Compare(limit.IsFloor ? ComparisonKind.Less : ComparisonKind.Greater),
                Explanation.Fact(figure.Name, figure.Value), Explanation.Constant("limit", limit.Bound));
}
