using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

public sealed partial class SalesPlan<TOwner>
{
    /// <summary>The plan against sales lines: actual and attainment of each cell of one measure, and what is in no cell.</summary>
    /// <param name="rule">Which lines count. Its scope holds for all cells, besides their own.</param>
    /// <param name="crediting">To whom a line counts; rolled up, a manager's cells have what the whole team sells.</param>
    /// <param name="lines">The lines, in any order, each read once; those of days outside the plan are left out and counted.</param>
    /// <returns>The cells against the lines; those of other measures have no known actual.</returns>
    /// <exception cref="ArgumentNullException">An argument or a line is null.</exception>
    /// <exception cref="ArgumentException">A line comes twice.</exception>
    /// <exception cref="CurrencyMismatchException">
    /// A target is in another currency than the rule; or a line, or a cost, is, and the rule has no rates.
    /// </exception>
    /// <exception cref="UnitMismatchException">A line is in another unit than the rule.</exception>
    /// <exception cref="InvalidOperationException">
    /// It is a rule for collections, or its scope or that of a cell speaks of groups, classes or categories, which no line states.
    /// </exception>
    public PlanActuals<TOwner> Against(ActualRule rule, Crediting<TOwner> crediting, IEnumerable<SalesLine> lines)
    {
        Guard.Against.Null(rule);
        Guard.Against.Null(crediting);
        Guard.Against.Null(lines);
        var cells = AllCells();
        var own = CellsOf(rule, cells, nameof(rule));
        return new PlanActuals<TOwner>(
            this, cells, crediting, new() { [rule.Measure] = rule.EvaluateCells(Span, own, crediting, lines, subject: null) });
    }

    /// <summary>The plan against sales lines and receipts, a rule a measure.</summary>
    /// <param name="rules">Which facts count, of each measure once, for sales or for collections.</param>
    /// <param name="crediting">To whom a fact counts; rolled up, a manager's cells have those of the whole team.</param>
    /// <param name="lines">The sales lines, in any order, which every rule for sales reads once.</param>
    /// <param name="receipts">
    /// The receipts, in any order, which a rule for collections reads once; none where there is no such rule.
    /// </param>
    /// <param name="subject">
    /// What is known of a line: its category, the groups and the class of its customer; null where scopes speak only of what it states.
    /// </param>
    /// <returns>The cells against the facts; those of a measure without a rule have no known actual.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="rules"/>, <paramref name="crediting"/>, <paramref name="lines"/>, <paramref name="receipts"/>, a rule or a fact is
    /// null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// Two rules are of one measure, a fact comes twice, or <paramref name="crediting"/> is by product or ship-to, which no receipt states.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">
    /// A target is in another currency than its rule; or a fact, or a cost, is, and the rule has no rates.
    /// </exception>
    /// <exception cref="UnitMismatchException">A line is in another unit than the rule.</exception>
    /// <exception cref="InvalidOperationException">
    /// The scope of a rule or of one of its cells speaks of what its facts do not state.
    /// </exception>
    public PlanActuals<TOwner> Against(
        IEnumerable<ActualRule> rules, Crediting<TOwner> crediting, IEnumerable<SalesLine> lines, IEnumerable<CollectionLine> receipts,
        Func<SalesLine, ScopeSubject>? subject = null)
    {
        Guard.Against.Null(rules);
        Guard.Against.Null(crediting);
        SalesLine[] sales = [.. Guard.Against.Null(lines)];
        CollectionLine[] collected = [.. Guard.Against.Null(receipts)];
        Array.ForEach(sales, line => Guard.Against.Null(line, nameof(lines)));
        Array.ForEach(collected, receipt => Guard.Against.Null(receipt, nameof(receipts)));
        var cells = AllCells();
        var byMeasure = new Dictionary<Measure, MeasuredCells<TOwner>>();
        foreach (var rule in rules)
        {
            Guard.Against.Null(rule, nameof(rules));
            if (byMeasure.ContainsKey(rule.Measure))
                throw Guards.Invalid(nameof(rules), rule.ToString(), "must have one rule a measure");

            var own = CellsOf(rule, cells, nameof(rules));
            byMeasure[rule.Measure] = rule.Stage is null ? rule.EvaluateCells(Span, own, crediting, collected)
                : rule.EvaluateCells(Span, own, crediting, sales, subject);
        }

        return new PlanActuals<TOwner>(this, cells, crediting, byMeasure);
    }

    private PlanCell<TOwner>[] AllCells() =>
        [.. _targets.Select(target => target.Cell), .. _required.Where(cell => !_byCell.ContainsKey(cell))];

    private PlanCell<TOwner>[] CellsOf(ActualRule rule, PlanCell<TOwner>[] cells, string parameterName)
    {
        var own = Array.FindAll(cells, cell => cell.Measure == rule.Measure);
        foreach (var cell in own)
            MeasuredArgument.MustGoTogether(AmountOf(cell), rule.Zero, parameterName);

        return own;
    }
}
