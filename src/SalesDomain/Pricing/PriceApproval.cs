using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>Who may approve the prices of a document by a <see cref="PriceAuthority"/>, and why nobody below.</summary>
/// <remarks>
/// <para>
/// Every table judges its lines, and the highest role that one of them asks for may approve the document; so may every role above. The
/// orders of the customer on that day are judged as one order besides, and where that asks for a higher role, that role.
/// </para>
/// <para>
/// Codes of the reasons, beside those of <see cref="AuthorityDecision"/>. <c>pricing.approval-by-scope</c>: table, role, lines; an own
/// table asks for a higher role than the general one. <c>pricing.split-over-a-day</c>: customer, on, documents, role alone, role together;
/// the orders together ask for a higher role than each alone. <c>pricing.approval-of-the-day</c>: the same figures; they ask for a higher
/// role than this one alone, but not than each. <c>pricing.approval-other-currency</c>: document, currency; an order of the day that
/// cannot be summed. <c>pricing.approval-other-tax-basis</c>: document, tax basis; nor can one with tax with one without.
/// <c>pricing.approval-other-unknown</c>: document, figures; an order of the day of which these are not known, and in no margin of it.
/// <c>pricing.approval-within-rounding</c>: role, or approval, figure, value, limit, rounding; the limit is kept without what rounding did.
/// <c>pricing.approval-nothing-sold</c>: all lines are returns.
/// </para>
/// <para>Immutable: <see cref="With"/> returns another. Equality is by reference.</para>
/// </remarks>
public sealed class PriceApproval
{
    private readonly PriceCase[] _others;
    private readonly PriceApprovalPart[] _parts;
    private readonly Approval[] _approvals;
    private readonly int _rankAlone;

    // Somebody who may decide on the day together let the document go; the day is shown and asks nothing more of it.
    private readonly bool _isFreed;
    private readonly int _rank;

    // Made once, when they are first asked for: each line is judged by itself, and many an approval is read for its role alone.
    private readonly Lazy<ReadOnlyCollection<PriceApprovalLine>> _lines;

    // What every table says of the order, and of those that can be summed with it, before approvals on file.
    private readonly PriceAuthority.JudgedOrder _judged;
    private readonly PriceAuthority.JudgedOrder[] _summable;

    internal PriceApproval(PriceAuthority authority, PriceCase document, PriceCase[] others, Approval[] approvals)
        : this(
            authority, others, approvals, authority.Judged(document),
            Array.ConvertAll(Array.FindAll(others, other => IsSummable(other, document)), authority.Judged))
    {
    }

    private PriceApproval(
        PriceAuthority authority, PriceCase[] others, Approval[] approvals, in PriceAuthority.JudgedOrder judged,
        PriceAuthority.JudgedOrder[] summable)
    {
        Authority = authority;
        Document = judged.Order;
        _others = others;
        _approvals = approvals;
        _judged = judged;
        _summable = summable;
        _parts = Array.ConvertAll(judged.Parts, part => part.With(approvals, Document.Date));
        _rankAlone = Highest(_parts);
        _lines = new Lazy<ReadOnlyCollection<PriceApprovalLine>>(LinesAlone);
        (OfTheDay, _isFreed) = Day(approvals);
        _rank = OfTheDay is { } day && !_isFreed ? Math.Max(_rankAlone, day.Rank) : _rankAlone;
    }

    /// <summary>The authority by which was decided.</summary>
    public PriceAuthority Authority { get; }

    /// <summary>The document.</summary>
    public PriceCase Document { get; }

    /// <summary>
    /// The lowest role that may approve the document, also with the other orders of the day; null when nobody may. Approvals on file are
    /// counted.
    /// </summary>
    public RoleId? Role => RoleAt(Authority.Roles, _rank);

    /// <summary>The lowest role that might approve the document if it were the only one of the day, or null when nobody might.</summary>
    public RoleId? RoleAlone => RoleAt(Authority.Roles, _rankAlone);

    /// <summary>Each table with the lines of the document that it judges; the general one first. None where nothing is sold.</summary>
    public IReadOnlyList<PriceApprovalPart> Parts => Array.AsReadOnly(_parts);

    /// <summary>The lines that are sold, each with the role that it alone would ask for.</summary>
    public IReadOnlyList<PriceApprovalLine> Lines => _lines.Value;

    /// <summary>
    /// The orders of the customer on the day of the document, judged as one; null where there is no other to be summed with it, or it takes
    /// nothing off and the lowest role may approve it.
    /// </summary>
    public PriceApprovalDay? OfTheDay { get; }

    /// <summary>The approvals on file that were looked at; which of them count, the decisions say.</summary>
    public IReadOnlyList<Approval> Approvals => Array.AsReadOnly(_approvals);

    /// <summary>
    /// Why the document goes up: what is beyond the limits of each role below, table by table, then what the orders of the day do, and what
    /// could not be judged.
    /// </summary>
    public IReadOnlyList<Reason> Reasons
    {
        get
        {
            var reasons = _parts.SelectMany(part => part.Decision.Reasons).ToList();
            reasons.AddRange(_parts.SelectMany(part => part.WithinRounding()));
            reasons.AddRange(_parts.Where(IsStricter).Select(ByScope));
            if (_parts.Length == 0)
                reasons.Add(new Reason("pricing.approval-nothing-sold"));
            if (OfTheDay is { } day && (day.IsSplit || (!_isFreed && day.Rank > _rankAlone)))
            {
                reasons.Add(new Reason(
                    day.IsSplit ? "pricing.split-over-a-day" : "pricing.approval-of-the-day", ("customer", Document.Customer.ToString()),
                    ("on", Document.Date), ("documents", day.Names), ("role alone", Text(RoleAt(Authority.Roles, day.RankAlone))),
                    ("role together", Text(RoleAt(Authority.Roles, day.RankTogether)))));
                reasons.AddRange(_isFreed ? [] : day.Reasons);
            }

            reasons.AddRange(_others.Where(other => other.Currency != Document.Currency).Select(other => new Reason(
                "pricing.approval-other-currency", ("document", other.Id.ToString()), ("currency", other.Currency.Code))));
            reasons.AddRange(_others.Where(other => other.Currency == Document.Currency && !IsSummable(other, Document))
                .Select(other => new Reason(
                    "pricing.approval-other-tax-basis", ("document", other.Id.ToString()), ("tax basis", Measure.Text(other.TaxBasis)))));
            reasons.AddRange(_summable.Select(other => (other.Order, other.Unknown))
                .Where(each => each.Unknown.Length > 0).Select(each => new Reason(
                    "pricing.approval-other-unknown", ("document", each.Order.Id.ToString()),
                    ("figures", string.Join(", ", each.Unknown)))));
            return Array.AsReadOnly(reasons.Distinct().ToArray());
        }
    }

    /// <summary>Whether a role may approve the document; one that is not in the tables may not.</summary>
    /// <param name="role">The role.</param>
    /// <returns>Whether it is <see cref="Role"/> or one above.</returns>
    public bool MayApprove(RoleId role) => Authority.Roles.Skip(_rank).Contains(role);

    /// <summary>What is left to decide when approvals are on file.</summary>
    /// <remarks>
    /// An approval is checked for this document on its day, against every table and the lines that it judges: all its limits are
    /// conditions, every line has to be in its scope, and who granted it might go so far by that table. The document is then asked
    /// nothing more for the other orders of the day either, where who granted it may decide on them together.
    /// </remarks>
    /// <param name="approvals">The approvals, added to those that were given before.</param>
    /// <returns>The decision with them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="approvals"/> or an approval is null.</exception>
    /// <exception cref="ArgumentException">A limit on a figure of prices is of another side or kind than a table of prices has.</exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency than the document.</exception>
    public PriceApproval With(params Approval[] approvals)
    {
        Approval[] copy = [.. Guard.Against.Null(approvals)];
        Array.ForEach(copy, approval => PriceAuthority.RequirePrices(approval, Document.Currency, nameof(approvals)));
        return new PriceApproval(Authority, _others, [.. _approvals.Concat(copy).Distinct()], _judged, _summable);
    }

    /// <summary>The decision as a selection: of the roles from the lowest up, the first that every table lets decide.</summary>
    /// <returns>
    /// The explanation; its figure is the code of <see cref="Role"/>, absent when nobody may approve. Each figure is followed down to list
    /// prices, costs and floors where it is first met.
    /// </returns>
    public Explanation Explain()
    {
        var parts = _parts.Select(part => (Name: part.Name, Part: part, Explained: new HashSet<string>(StringComparer.Ordinal)))
            .Concat((_isFreed ? [] : OfTheDay?.Parts ?? []).Select(
                part => (
                    Name: part.NameAmong(OfTheDay!.Parts) + " of the day", Part: part,
                    Explained: new HashSet<string>(StringComparer.Ordinal))))
            .ToArray();
        var choices = new List<Explanation>();
        foreach (var role in Authority.Roles)
        {
            var conditions = new List<Explanation>();
            foreach (var (name, part, explained) in parts)
            {
                conditions.Add(Node(
                    name + " beyond " + role, !part.Decision.MayDecide(role), Operation.Compare(ComparisonKind.Equal),
                    part.Explain(role, explained), Constant("no", false)));
                conditions.Add(Constant("no", false));
            }

            conditions.Add(Constant("yes", true));
            choices.Add(Node(role + " may approve", MayApprove(role), Operation.Select, [.. conditions]));
            choices.Add(Constant(role.ToString(), role.ToString()));
        }

        choices.Add(Constant("nobody", Figure.Absent));
        return Node(Document.Id + " approved by", Role is { } decider ? decider.ToString() : Figure.Absent, Operation.Select, [.. choices]);
    }

    /// <summary>Document, role and reasons: <c>SO-1: area manager; authority.over-limit (...)</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Document.Id + ": " + Text(Role) + string.Concat(Reasons.Select(reason => "; " + reason));

    internal static string Text(RoleId? role) => role is { } known ? known.ToString() : "nobody";

    internal static RoleId? RoleAt(IReadOnlyList<RoleId> roles, int rank) => rank < roles.Count ? roles[rank] : null;

    /// <summary>The highest row that a part asks for; the lowest where there is none.</summary>
    internal static int Highest(IReadOnlyCollection<PriceApprovalPart> parts) => parts.Count == 0 ? 0 : parts.Max(part => part.Rank);

    // Orders that hide nothing are left out: clean ones, and those that somebody let go who may decide on what is left with them.
    private (PriceApprovalDay? Day, bool IsFreed) Day(Approval[] approvals)
    {
        var open = Array.FindAll(_summable, other => other.IsOpen);
        if (open.Length == 0 || !_judged.IsOpen)
            return (null, false);

        var (summed, isFreed) = Authority.Left(_judged, approvals, open);
        var parts = Authority.Together(_judged, summed);

        // Of orders whose only figures are margins that are not known nothing is judged together.
        return !Array.Exists(parts, part => part.Lines.Any(line => line.Owner != Document.Document)) ? (null, false)
            : (new PriceApprovalDay(Authority, _judged, summed, parts, approvals), isFreed);
    }

    private static bool IsSummable(PriceCase other, PriceCase document) =>
        other.Currency == document.Currency && other.TaxBasis == document.TaxBasis;

    private static Reason ByScope(PriceApprovalPart part) =>
        new(
            "pricing.approval-by-scope", ("table", part.Table!), ("role", Text(part.Role)),
            ("lines", string.Join(", ", part.Lines.Select(line => InvariantText.Number(line.Line.Number)))));

    // The general table comes first, where it judges any line.
    private bool IsStricter(PriceApprovalPart part) =>
        part.Table is not null && part.Rank > 0 && (_parts[0].Table is not null || _parts[0].Rank < part.Rank);

    // Every table once: asked about every line, many tables over many lines would cost the square of them.
    private ReadOnlyCollection<PriceApprovalLine> LinesAlone()
    {
        var alone = _parts.SelectMany(part => part.EachAlone()).ToLookup(each => each.Number, each => each.Part);
        return Array.AsReadOnly(Array.ConvertAll(
            Document.Sold, line => new PriceApprovalLine(line.Line, [.. alone[line.Line.Line.Number]], Authority.Roles)));
    }
}
