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
            authority.Decide(id, [.. authority.Names.Select(name => (name, figures.Of(name)))]))
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

    /// <summary>The list amount of the lines, free goods at list.</summary>
    public Money ListAmount => _figures.List;

    /// <summary>What is left to pay for them.</summary>
    public Money Net => _figures.Net;

    /// <summary>What is taken off in all: <see cref="PriceAuthority.DiscountAmount"/>.</summary>
    public Money Discounted => _figures.Discounted;

    /// <summary>1 − net ÷ list: <see cref="PriceAuthority.Discount"/>; zero where the list amount is.</summary>
    public Percentage EffectiveDiscount => _figures.Discount;

    /// <summary>What the lines cost, or null where it is not known of all.</summary>
    public Money? Cost => _figures.Cost;

    /// <summary>
    /// (Net − cost) ÷ net: <see cref="PriceAuthority.Margin"/>; null where a cost is not known, or the net amount is zero.
    /// </summary>
    public Percentage? MarginRate => _figures.Margin;

    /// <summary>
    /// (Pocket − cost) ÷ pocket: <see cref="PriceAuthority.PocketMargin"/>; null where a waterfall is not known down to the cost, or the
    /// pocket is zero.
    /// </summary>
    public Percentage? PocketMarginRate => _figures.PocketMargin;

    /// <summary>How far below its floor the line is that is furthest below it: <see cref="PriceAuthority.BelowFloor"/>.</summary>
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

    internal int Rank => Decision.Rank;

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
        var decision = Decision.With(Array.ConvertAll(approvals, approval => approval.CheckLines(_id, subjects, on, figures)));
        return new PriceApprovalPart(Table, _id, _lines, _figures, decision);
    }

    /// <summary>Whether a role may decide; figures that were explained already are not explained again.</summary>
    internal Explanation Explain(RoleId role, HashSet<string> explained) => Figures(Decision.Explain(role), explained);

    private Explanation Figures(Explanation decision, HashSet<string> explained) =>
        decision.Expand(leaf => leaf.Kind == ExplanationKind.Fact && IsFigure(leaf) && explained.Add(leaf.Name)
            ? _figures.Explain(leaf.Name) : null);

    private bool IsFigure(Explanation leaf) =>
        Decision.Figures.Any(figure => string.Equals(figure.Name, leaf.Name, StringComparison.Ordinal) && figure.Value == leaf.Value);
}
