using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Who may decide a case by an <see cref="SalesDomain.Authority"/>, and why those below may not.</summary>
/// <remarks>
/// <para>
/// Codes of the reasons. <c>authority.over-limit</c>: role, figure, value, limit, excess. <c>authority.below-limit</c>: role, figure,
/// value, limit, shortfall. <c>authority.unknown-figure</c>: role, figure, limit; the figure is absent. <c>authority.no-role</c>: role; it
/// is not in the table. <c>authority.approval-beyond-granter</c>: approval, role, figure, value, limit, excess or shortfall; the role
/// granted more than it may, and the approval does not count. Of what was granted without limit the value is the word <c>unlimited</c>,
/// and there is no excess or shortfall. Approval and role alone: the role is not in the table. <c>authority.nobody</c>: not even the
/// highest role may decide.
/// </para>
/// <para>
/// Of percentages the excess is called <c>excess points</c> and the shortfall <c>shortfall points</c>, a number of percentage points: 13 %
/// is 3 points over 10 %.
/// </para>
/// <para>Immutable: <see cref="With(ApprovalCheck[])"/> returns another. Equality is by reference.</para>
/// </remarks>
public sealed partial class AuthorityDecision
{
    private readonly NamedFigure[] _figures;

    // Those that count, each with the table under which it was granted.
    private readonly (ApprovalCheck Check, Authority GrantedUnder)[] _approvals;

    // Those that cover the case and do not count, each with the table and its reasons against the granter.
    private readonly (Approval Approval, Authority GrantedUnder, IReadOnlyList<Reason> Reasons)[] _rejected;

    // The day for which approvals were checked, covering or not; null as long as none was.
    private readonly LocalDate? _on;

    // What a figure would be without what rounding did to it; null where figures are as they are.
    private readonly Func<string, Figure>? _withoutRounding;

    // The first row of the table that keeps every limit; the number of rows when none does.
    private readonly int _rank;

    internal AuthorityDecision(
        Authority authority, DocumentId? document, LocalDate? on, NamedFigure[] figures,
        (ApprovalCheck Check, Authority GrantedUnder)[] approvals,
        (Approval Approval, Authority GrantedUnder, IReadOnlyList<Reason> Reasons)[] rejected,
        Func<string, Figure>? withoutRounding = null)
    {
        _withoutRounding = withoutRounding;
        Authority = authority;
        Document = document;
        _on = on;
        _figures = figures;
        _approvals = approvals;
        _rejected = rejected;
        while (_rank < authority.Roles.Count && !authority.LimitsAt(_rank).Zip(figures, IsKept).All(isKept => isKept))
            _rank++;
    }

    /// <summary>The table by which was decided.</summary>
    public Authority Authority { get; }

    /// <summary>The document of the case, given or known from the approvals that were checked for it; null when neither.</summary>
    public DocumentId? Document { get; }

    /// <summary>The figures of the case, in the order of the table.</summary>
    public IReadOnlyList<NamedFigure> Figures => Array.AsReadOnly(_figures);

    /// <summary>The lowest role that may decide, or null when nobody may.</summary>
    public RoleId? Role => _rank < Authority.Roles.Count ? Authority.Roles[_rank] : null;

    /// <summary>
    /// The approvals that count, as they were checked, in the order given: they cover the case, and who granted them might. Each is listed
    /// once, as it was first checked, also when it was given again or counts by several tables.
    /// </summary>
    public IReadOnlyList<ApprovalCheck> Approvals =>
        _approvals.GroupBy(each => each.Check.Approval, (_, same) => same.First().Check).ToList().AsReadOnly();

    /// <summary>
    /// Why the case goes up: for each role below the deciding one every limit that is not kept, then every approval that does not count
    /// because its granter had no such authority, and the last reason when nobody may decide.
    /// </summary>
    public IReadOnlyList<Reason> Reasons
    {
        get
        {
            var reasons = Authority.Roles.Take(_rank).SelectMany(ReasonsAgainst).ToList();
            reasons.AddRange(_rejected.SelectMany(each => each.Reasons.Select(reason => BeyondGranter(each.Approval, reason))).Distinct());
            if (Role is null)
                reasons.Add(new Reason("authority.nobody"));

            return reasons.AsReadOnly();
        }
    }

    /// <summary>The row of the deciding role; the number of rows when nobody may decide.</summary>
    internal int Rank => _rank;

    /// <summary>Whether a role of the table may decide.</summary>
    internal bool MayDecide(RoleId role) => Authority.Rank(role) >= _rank;

    /// <summary>The figures that the deciding role's limits hold only without what rounding did to them, with these limits.</summary>
    internal IEnumerable<(NamedFigure Figure, AuthorityLimit Limit)> KeptByRounding =>
        Role is null ? []
            : _figures.Zip(Authority.LimitsAt(_rank), (figure, limit) => (figure, limit))
                .Where(each => !each.limit.Holds(each.figure.Value) && ApprovalOf(each.figure) is null);

    /// <summary>The decision in which a limit is kept where only rounding went beyond it.</summary>
    internal AuthorityDecision Forgiving(Func<string, Figure> withoutRounding) =>
        new(Authority, Document, _on, _figures, _approvals, _rejected, withoutRounding);

    /// <summary>The figure by which a limit is kept: the one without rounding where only that keeps it.</summary>
    internal Figure Judged(string name, Figure value, AuthorityLimit limit) =>
        !limit.Holds(value) && value.Kind != FigureKind.Absent && _withoutRounding?.Invoke(name) is { } without && limit.Holds(without)
            ? without : value;

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
    /// The decision that is left when approvals are on file: the figures that a covering one names need no authority any more, when who
    /// granted it had the authority for it by this table.
    /// </summary>
    /// <param name="approvals">
    /// Approvals, each checked for the document and with the figures of this case; one that does not cover changes nothing, and one that
    /// goes further than its granter may (<see cref="Authority.ReasonsAgainst"/>) is among the reasons.
    /// </param>
    /// <returns>Who may decide the rest; when it had no document, with that of the approvals.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="approvals"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">
    /// An approval was checked for another document than this case or another approval, for another day than another approval, now or
    /// before, or with another figure than this case has; or its limit is of another side, kind, currency or unit than the table.
    /// </exception>
    public AuthorityDecision With(params ApprovalCheck[] approvals) => Counting(Authority, approvals);

    /// <summary>
    /// As <see cref="With(ApprovalCheck[])"/>, where the approvals were granted under another table: that of the day of granting, or of
    /// another line of command, say finance.
    /// </summary>
    /// <param name="grantedUnder">
    /// The table by which the granters are judged. It can free only the figures that it is over; what else an approval names stays a
    /// condition of it and needs authority as before.
    /// </param>
    /// <param name="approvals">Approvals, each checked for the document and with the figures of this case.</param>
    /// <returns>Who may decide the rest; when it had no document, with that of the approvals.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="grantedUnder"/>, <paramref name="approvals"/> or one of them is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// An approval was checked for another document than this case or another approval, for another day than another approval, now or
    /// before, or with another figure than this case has; or its limit is of another side, kind, currency or unit than that table.
    /// </exception>
    public AuthorityDecision With(Authority grantedUnder, params ApprovalCheck[] approvals) =>
        Counting(Guard.Against.Null(grantedUnder), approvals);

    /// <summary>
    /// Document, deciding role and reasons: <c>SO-4711: area manager; authority.over-limit (...)</c>; the role comes first when there is no
    /// document.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        (Document is { } document ? document + ": " : "")
        + (Role is { } role ? role.ToString() : "nobody")
        + string.Concat(Reasons.Select(reason => "; " + reason));

    private static Reason BeyondGranter(Approval approval, Reason reason) =>
        new(
            "authority.approval-beyond-granter",
            [("approval", approval.Id.ToString()), .. reason.Figures.Select(figure => (figure.Name, figure.Value))]);

    private bool IsKept(AuthorityLimit limit, NamedFigure figure) =>
        limit.Holds(Judged(figure.Name, figure.Value, limit)) || ApprovalOf(figure) is not null;

    /// <summary>The approval that frees a figure: one that names it, granted under a table that is over it.</summary>
    private Approval? ApprovalOf(NamedFigure figure) =>
        Array.Find(_approvals, each => each.Check.Approval.LimitOf(figure.Name) is not null && each.GrantedUnder.IsOver(figure.Name))
            .Check?.Approval;

    private AuthorityDecision Counting(Authority grantedUnder, ApprovalCheck[] approvals)
    {
        ApprovalCheck[] copy = [.. Guard.Against.Null(approvals)];
        Array.ForEach(copy, check => Guard.Against.Null(check, nameof(approvals)));
        var document = Document ?? copy.FirstOrDefault()?.Document;
        foreach (var check in copy.Where(check => check.Document != document))
            throw Guards.Invalid(nameof(approvals), check.ToString(), "must have been checked for " + document!.Value);

        var on = _on ?? copy.FirstOrDefault()?.On;
        foreach (var check in copy.Where(check => check.On != on))
            throw Guards.Invalid(nameof(approvals), check.ToString(), "must have been checked for " + InvariantText.Date(on!.Value));

        foreach (var figure in copy.SelectMany(check => check.Figures))
        {
            if (Array.Exists(
                _figures, own => own.Name == figure.Name && own != figure && _withoutRounding?.Invoke(own.Name) != figure.Value))
                throw Guards.Invalid(nameof(approvals), figure.ToString(), "must have been checked with the figures of this case");
        }

        (ApprovalCheck Check, IReadOnlyList<Reason> Reasons)[] judged =
        [
            .. copy.Where(check => check.IsCovered)
                .Select(check => (check, grantedUnder.ReasonsAgainstGranter(check.Approval, nameof(approvals)))),
        ];
        (ApprovalCheck Check, Authority GrantedUnder)[] counted =
        [
            .. _approvals.Concat(judged.Where(each => each.Reasons.Count == 0).Select(each => (each.Check, GrantedUnder: grantedUnder)))
                .GroupBy(each => (each.Check.Approval, each.GrantedUnder), (_, same) => same.First()),
        ];
        var rejected = _rejected
            .Concat(judged.Where(each => each.Reasons.Count > 0)
                .Select(each => (each.Check.Approval, GrantedUnder: grantedUnder, each.Reasons)))
            .GroupBy(each => (each.Approval, each.GrantedUnder), (_, same) => same.First());

        // What one table rejects and another lets stand does count.
        return new AuthorityDecision(
            Authority, document, on, _figures, counted,
            [.. rejected.Where(each => !Array.Exists(counted, other => other.Check.Approval == each.Approval))], _withoutRounding);
    }
}
