using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Quotas;

public sealed partial class ActualRule
{
    /// <summary>Sums sales lines by cell; only cells of this rule's measure are given.</summary>
    internal MeasuredCells<TOwner> EvaluateCells<TOwner>(
        DateSpan span, PlanCell<TOwner>[] cells, Crediting<TOwner> crediting, IEnumerable<SalesLine> lines,
        Func<SalesLine, ScopeSubject>? subject)
        where TOwner : notnull
    {
        MustBeOfSales();
        if (subject is null)
        {
            MustState(StatedByLines, "line");
            Array.ForEach(cells, cell => Within(cell.Scope).MustState(StatedByLines, "line"));
        }

        return RunCells(
            span, cells, crediting, lines, new SalesFacts(this, subject), crediting.BookOfSales, nameof(lines),
            facts => Run(span, crediting, facts, subject));
    }

    /// <summary>Sums receipts by cell; only cells of this rule's measure are given.</summary>
    internal MeasuredCells<TOwner> EvaluateCells<TOwner>(
        DateSpan span, PlanCell<TOwner>[] cells, Crediting<TOwner> crediting, IEnumerable<CollectionLine> receipts)
        where TOwner : notnull
    {
        MustState(StatedByReceipts, "receipt");
        Array.ForEach(cells, cell => Within(cell.Scope).MustState(StatedByReceipts, "receipt"));
        return RunCells(
            span, cells, crediting, receipts, new CollectionFacts(this), crediting.BookOfReceipts, nameof(receipts),
            facts => Run(span, crediting, facts));
    }

    private MeasuredCells<TOwner> RunCells<TFacts, TFact, TOwner>(
        DateSpan span, PlanCell<TOwner>[] cells, Crediting<TOwner> crediting, IEnumerable<TFact> given, TFacts facts,
        Func<CreditSheet<TOwner>, PlanTally<TFact, TOwner>, CreditBook<TFact>> bookOf, string parameterName,
        Func<IEnumerable<TFact>, Actuals<TOwner>> again)
        where TFacts : struct, IFacts<TFact>
        where TFact : class
        where TOwner : notnull
    {
        var plan = new PlanBook<TFacts, TFact, TOwner>(facts, Returns, new PlanSlots<TOwner>(cells), crediting.Hierarchy is not null);
        var sheet = new CreditSheet<TOwner>();
        var run = new ActualRun<TFacts, TFact, TOwner>(span, Returns, facts, bookOf(sheet, plan), sheet, parameterName);
        var actuals = Run(span, crediting, given, sheet, run, again);
        return new MeasuredCells<TOwner>(
            actuals, ActualSum.Of(Zero, plan.InCells), ActualSum.Of(Zero, plan.OutsideCells),
            [.. Enumerable.Range(0, cells.Length).Select(place => ActualSum.Of(Zero, plan.SumsOf(place)))]);
    }
}
