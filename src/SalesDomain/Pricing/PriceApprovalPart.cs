using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Pricing;

/// <summary>
/// One table of a <see cref="PriceAuthority"/> with the lines that it judges together: their figures, and who may decide.
/// </summary>
/// <remarks>Part of a <see cref="PriceApproval"/>; of lines that are sold. Equality is by reference.</remarks>
public sealed class PriceApprovalPart
{
    private readonly DocumentId _id;
    private readonly CaseLine[] _lines;
    private readonly PriceFigures _figures;

    internal PriceApprovalPart(string? table, Authority authority, DocumentId id, CaseLine[] lines, PriceFigures figures)
        : this(
            table, id, lines, figures,
            authority.Decide(id, [.. authority.Names.Select(name => (name, figures.Of(name)))]).Forgiving(figures.WithoutRounding))
    {
    }

    private PriceApprovalPart(string? table, DocumentId id, CaseLine[] lines, PriceFigures figures, AuthorityDecision decision)
    {
        Table = table;
        _id = id;
        _lines = lines;
        _figures = figures;
        Decision = decision;
        Lines = Array.AsReadOnly(Array.ConvertAll(lines, line => line.Line));
    }

    /// <summary>The name of the own table, or null for the general one.</summary>
    public string? Table { get; }

    /// <summary>The lines, by document and number.</summary>
    public IReadOnlyList<DiscountedLine> Lines { get; }

    /// <summary>The lowest role that may decide on these lines, or null when nobody may; approvals on file are counted.</summary>
    public RoleId? Role => Decision.Role;

    /// <summary>The decision by the table, with its figures, reasons and approvals.</summary>
    public AuthorityDecision Decision { get; }

    /// <summary>
    /// The list amount of the lines, free goods at list; of what no list has a price for, what it comes to at the price that was agreed.
    /// </summary>
    public Money ListAmount => _figures.List;

    /// <summary>What is left to pay for them.</summary>
    public Money Net => _figures.Net;

    /// <summary>
    /// What is taken off in all, of lines with a list price: <see cref="PriceAuthority.DiscountAmount"/>. Of a line that is sold above its
    /// list price it is nothing.
    /// </summary>
    public Money Discounted => _figures.Discounted;

    /// <summary>
    /// 1 − net ÷ list of the lines with a list price: <see cref="PriceAuthority.Discount"/>; zero where that list amount is. A line that is
    /// sold above its list price counts at that, in net and in list.
    /// </summary>
    public Percentage EffectiveDiscount => _figures.Discount;

    /// <summary>What the lines cost, or null where it is not known of all.</summary>
    public Money? Cost => _figures.Cost;

    /// <summary>
    /// (Net − cost) ÷ net: <see cref="PriceAuthority.Margin"/>; null where a cost is not known, or nothing is left to pay.
    /// </summary>
    public Percentage? MarginRate => _figures.Margin;

    /// <summary>
    /// (Pocket − cost) ÷ pocket: <see cref="PriceAuthority.PocketMargin"/>; null where a waterfall is not known down to the cost, or the
    /// pocket is not above zero.
    /// </summary>
    public Percentage? PocketMarginRate => _figures.PocketMargin;

    /// <summary>
    /// How far below its floor the line is that is furthest below it, or the product with its free goods:
    /// <see cref="PriceAuthority.BelowFloor"/>.
    /// </summary>
    public Percentage BelowFloor => _figures.BelowFloor;

    /// <summary>The decision, with each of its figures down to list prices, costs and floors where it is first met.</summary>
    /// <returns>The explanation; its figure is the code of the deciding role, absent when nobody may decide.</returns>
    public Explanation Explain() => Figures(Decision.Explain(), new HashSet<string>(StringComparer.Ordinal));

    /// <summary>Table, figures and role: <c>launch: discount 12.6%, margin 20%; area manager</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + ": " + string.Join(", ", Decision.Figures.Select(figure => figure.Name + " " + Explanation.Shown(figure.Value)))
        + "; " + PriceApproval.Text(Role);

    internal string Name => Table ?? "all lines";

    /// <summary>The name in a decision that may have the table twice, once for its margins and once for the rest of it.</summary>
    internal string NameAmong(IReadOnlyList<PriceApprovalPart> parts) =>
        parts.Count(part => string.Equals(part.Name, Name, StringComparison.Ordinal)) == 1 ? Name
            : Decision.Authority.Only(PriceAuthority.Margin, PriceAuthority.PocketMargin) is null ? Name + " without margins"
            : Name + " in margins";

    /// <summary>The documents that its lines are of.</summary>
    internal IEnumerable<DocumentId> Documents => _lines.Select(line => line.Case.Id).Distinct();

    internal int Rank => Decision.Rank;

    /// <summary>The figures of the table that are not known, which is not the same as a margin on nothing.</summary>
    internal IEnumerable<string> Unknown => Decision.Authority.Names.Where(name =>
        (name == PriceAuthority.Margin && _figures.Cost is null)
        || (name == PriceAuthority.PocketMargin && Array.Exists(_lines, line => line.Waterfall?.Cost is null)));

    /// <summary>By the same table, each line alone, with its number.</summary>
    internal IEnumerable<(int Number, PriceApprovalPart Part)> EachAlone() =>
        _lines.Select(line => (
            line.Line.Line.Number,
            new PriceApprovalPart(Table, Decision.Authority, _id, [line], new PriceFigures(line.Case.Currency, [line]))));

    /// <summary>The part when approvals are on file, each checked with the figures of these lines.</summary>
    internal PriceApprovalPart With(Approval[] approvals, LocalDate on)
    {
        if (approvals.Length == 0)
            return this;

        var figures = PriceAuthority.Named(_figures);
        var subjects = Array.ConvertAll(_lines, line => line.Subject);
        var decision = Decision.With(Array.ConvertAll(
            approvals, approval => approval.CheckLines(_id, subjects, on, Array.ConvertAll(figures, each => Judged(approval, each)))));
        return new PriceApprovalPart(Table, _id, _lines, _figures, decision);
    }

    /// <summary>Where a limit of the deciding role, or of an approval that counts, is kept only without what rounding did.</summary>
    internal IEnumerable<Reason> WithinRounding()
    {
        var kept = Decision.KeptByRounding.Select(each => (By: ("role", (Figure)PriceApproval.Text(Role)), each.Figure, each.Limit));
        var approved = Decision.Approvals.SelectMany(check => check.Figures
            .Where(figure => figure.Value != ValueOf(figure))
            .Select(figure => (
                By: ("approval", (Figure)check.Approval.Id.ToString()), Figure: new NamedFigure(figure.Name, ValueOf(figure)),
                Limit: check.Approval.LimitOf(figure.Name)!)));
        return kept.Concat(approved).Select(each => new Reason(
            "pricing.approval-within-rounding", each.By, ("figure", each.Figure.Name), ("value", each.Figure.Value),
            ("limit", each.Limit.Bound), ("rounding", _figures.RoundingOf(each.Figure.Name))));

        Figure ValueOf(NamedFigure figure) =>
            Array.IndexOf(PriceAuthority.Names, figure.Name) < 0 ? figure.Value : _figures.Of(figure.Name);
    }

    /// <summary>Whether a role may decide; figures that were explained already are not explained again.</summary>
    internal Explanation Explain(RoleId role, HashSet<string> explained) => Figures(Decision.Explain(role), explained);

    private Explanation Figures(Explanation decision, HashSet<string> explained) =>
        decision.Expand(leaf => leaf.Kind != ExplanationKind.Fact ? null
            : IsFigure(leaf) ? explained.Add(leaf.Name) ? _figures.Explain(leaf.Name) : null
            : WithoutRounding(leaf) is { } name && explained.Add(leaf.Name) ? _figures.ExplainWithoutRounding(name) : null);

    private string? WithoutRounding(Explanation leaf) =>
        leaf.Name.EndsWith(AuthorityDecision.WithoutRounding, StringComparison.Ordinal)
            ? Decision.Figures.Select(figure => figure.Name)
                .FirstOrDefault(name => string.Equals(name + AuthorityDecision.WithoutRounding, leaf.Name, StringComparison.Ordinal))
            : null;

    // At the limit of an approval what rounding did is within it too; the check then shows the figure without it.
    private (string Name, Figure Value) Judged(Approval approval, (string Name, Figure Value) figure) =>
        approval.LimitOf(figure.Name) is { } limit && !limit.Holds(figure.Value) && figure.Value.Kind == FigureKind.Percentage
        && _figures.WithoutRounding(figure.Name) is var without && limit.Holds(without)
            ? (figure.Name, without) : figure;

    private bool IsFigure(Explanation leaf) =>
        Decision.Figures.Any(figure => string.Equals(figure.Name, leaf.Name, StringComparison.Ordinal) && figure.Value == leaf.Value);
}
