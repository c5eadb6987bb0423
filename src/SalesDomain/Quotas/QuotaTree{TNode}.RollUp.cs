using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

public sealed partial class QuotaTree<TNode>
{
    /// <summary>Sums sales lines by node and rolls them up: what every node has sold against its quota.</summary>
    /// <param name="lines">The lines that count, all of one stage, in any order; they are read once and not kept.</param>
    /// <param name="nodeOf">
    /// To whom a line belongs: a leaf, or a node above for a manager's own sales. Null, or what is not in the tree, counts for nobody and
    /// is shown apart. The default value of a struct is no null: it counts for nobody too, unless the tree has a node of that name, as one
    /// of numbers may have a 0.
    /// </param>
    /// <returns>The sums, in the measure of the quotas.</returns>
    /// <exception cref="ArgumentNullException">An argument or a line is null.</exception>
    /// <exception cref="ArgumentException">Two lines are of different stages.</exception>
    /// <exception cref="CurrencyMismatchException">A line is in another currency than the quotas.</exception>
    /// <exception cref="UnitMismatchException">A line is in another unit than the quotas.</exception>
    /// <exception cref="InvalidOperationException">The measure of the quotas is not read from sales lines.</exception>
    /// <exception cref="OverflowException">A sum does not fit in a decimal.</exception>
    public QuotaActuals<TNode> RollUp(IEnumerable<SalesLine> lines, Func<SalesLine, TNode?> nodeOf)
    {
        Guard.Against.Null(lines);
        Guard.Against.Null(nodeOf);
        var (measure, currency) = (_zero.Measure, _zero.Currency);
        var totals = new NodeTotals(Tree.Layout.Count);
        SalesLine? first = null;
        foreach (var line in lines)
        {
            if (line is null)
                throw new ArgumentNullException(nameof(lines));

            first ??= line;
            if (line.Stage != first.Stage)
                throw QuotaActuals<TNode>.TwoStages(nameof(lines), first.Stage, line.Stage);

            var index = IndexOrNobody(totals, nodeOf(line));
            if (measure.TryAmount(line, currency, nameof(lines), out var amount))
                totals.Add(index, amount);
            else
                totals.AddUnknown(index);
        }

        return new QuotaActuals<TNode>(this, totals, first?.Stage);
    }

    /// <summary>Sums receipts by node and rolls them up: what every node has collected against its quota.</summary>
    /// <param name="lines">The receipts that count, in any order; they are read once and not kept.</param>
    /// <param name="nodeOf">To whom a receipt belongs, as of a sales line.</param>
    /// <returns>The sums, in the measure of the quotas.</returns>
    /// <exception cref="ArgumentNullException">An argument or a receipt is null.</exception>
    /// <exception cref="CurrencyMismatchException">A receipt is in another currency than the quotas.</exception>
    /// <exception cref="InvalidOperationException">The measure of the quotas is not read from receipts.</exception>
    /// <exception cref="OverflowException">A sum does not fit in a decimal.</exception>
    public QuotaActuals<TNode> RollUp(IEnumerable<CollectionLine> lines, Func<CollectionLine, TNode?> nodeOf)
    {
        Guard.Against.Null(lines);
        Guard.Against.Null(nodeOf);
        var measure = _zero.Measure;
        var totals = new NodeTotals(Tree.Layout.Count);
        foreach (var line in lines)
            Add(totals, nodeOf(Guard.Against.Null(line, nameof(lines))), measure.Of(line), nameof(lines));

        return new QuotaActuals<TNode>(this, totals, null);
    }

    /// <summary>Sums facts of any kind by node and rolls them up: new customers, visits, credited shares of sales.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="facts">The facts that count, in any order; they are read once and not kept.</param>
    /// <param name="nodeOf">To whom a fact belongs, as of a sales line.</param>
    /// <param name="valueOf">Its value in the measure of the quotas, or null where it is not known.</param>
    /// <returns>The sums.</returns>
    /// <exception cref="ArgumentNullException">An argument or a fact is null.</exception>
    /// <exception cref="ArgumentException">
    /// A value is the default value, or of another measure, tax basis, unit or currency than the quotas.
    /// </exception>
    /// <exception cref="OverflowException">A sum does not fit in a decimal.</exception>
    public QuotaActuals<TNode> RollUp<TFact>(IEnumerable<TFact> facts, Func<TFact, TNode?> nodeOf, Func<TFact, Measured?> valueOf)
    {
        Guard.Against.Null(facts);
        Guard.Against.Null(nodeOf);
        Guard.Against.Null(valueOf);
        var totals = new NodeTotals(Tree.Layout.Count);
        foreach (var fact in facts)
        {
            if (fact is null)
                throw new ArgumentNullException(nameof(facts));

            Add(totals, nodeOf(fact), valueOf(fact), nameof(valueOf));
        }

        return new QuotaActuals<TNode>(this, totals, null);
    }

    internal Attainment AttainmentOf(TNode node, ActualSum actual, string parameterName) =>
        Attainment.Of(actual, QuotaOf(node), new QuotaOrigin(() => Explain(node)), parameterName);

    private void Add(NodeTotals totals, TNode? node, Measured? value, string parameterName)
    {
        var index = IndexOrNobody(totals, node);
        if (value is not { } known)
        {
            totals.AddUnknown(index);
            return;
        }

        MeasuredArgument.MustGoTogether(_zero, MeasuredArgument.Given(known, parameterName), parameterName);
        totals.Add(index, known.Amount);
    }

    private int IndexOrNobody(NodeTotals totals, TNode? node) =>
        node is not null && Tree.TryIndexOf(node, out var found) ? found : totals.Nobody;
}
