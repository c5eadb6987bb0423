using System;
using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>What new products have of the sales of some days (新品销售占比), each of them, and who bought them.</summary>
/// <remarks>New, old and undated sales are together the total. Equality is by reference. Made by <see cref="NewProductRule"/>.</remarks>
public sealed class NewProductSales
{
    private readonly NewProductLine[] _products;
    private readonly ProductId[] _undated;
    private readonly LineId[] _withoutOriginal;
    private readonly LeftOut _leftOut;
    private readonly MixShare _new;

    internal NewProductSales(
        NewProductRule rule, DateSpan span, NewProductBook book, Measured zero, LeftOut leftOut, LineId[] withoutOriginal)
    {
        Rule = rule;
        Span = span;
        _leftOut = leftOut;
        _withoutOriginal = withoutOriginal;
        KeyValuePair<ProductId, NewProductTally>[] products = [.. book.Products];
        ActualSum SumOf(Func<NewProductTally, FactSum?> part)
        {
            var sum = new FactSum(1m);
            foreach (var product in products)
            {
                if (part(product.Value) is { } one)
                    sum.Add(one);
            }

            return ActualSum.Of(zero, [sum]);
        }

        New = SumOf(tally => tally.New);
        BeforeLaunch = SumOf(tally => tally.BeforeLaunch);
        Undated = SumOf(tally => tally.NewDays is null && !rule.CountsUndatedAsOld ? tally.Other : null);
        Old = SumOf(tally => tally.NewDays is null && !rule.CountsUndatedAsOld ? null : tally.Other);
        Total = New.Plus(Old).Plus(Undated);
        _new = ShareOf("new products", New);
        _undated = [.. products.Where(product => product.Value.NewDays is null).Select(product => product.Key)];
        _products =
        [
            .. products.Where(product => IsNewOf(product.Value))
                .Select(product => new NewProductLine(
                    this, product.Key, product.Value.NewDays!.Value, ActualSum.Of(zero, [product.Value.New]),
                    ActualSum.Of(zero, [product.Value.BeforeLaunch]), product.Value)),
        ];
        Buyers = NewProductBuyers.Of(rule.RepeatOrders, products.SelectMany(product => product.Value.Orders));
    }

    /// <summary>The rule.</summary>
    public NewProductRule Rule { get; }

    /// <summary>The days that counted.</summary>
    public DateSpan Span { get; }

    /// <summary>All sales that count.</summary>
    public ActualSum Total { get; }

    /// <summary>Sales of products that were new on the day of the sale, those before the launch among them.</summary>
    public ActualSum New { get; }

    /// <summary>
    /// Sales of products that were not new any more; with <see cref="NewProductRule.CountsUndatedAsOld"/> those without a launch day too.
    /// </summary>
    public ActualSum Old { get; }

    /// <summary>
    /// Sales of products without a launch day, of which it is not known whether they are new; none where these count as old.
    /// </summary>
    public ActualSum Undated { get; }

    /// <summary>What of <see cref="New"/> was sold before the launch: advance orders, samples, or a wrong day.</summary>
    public ActualSum BeforeLaunch { get; }

    /// <summary>
    /// New ÷ total, to 28 digits. Null where the total is not above zero, where a fact does not state its value, or where a product has no
    /// launch day and does not count as old.
    /// </summary>
    public Percentage? Share => Undated.FactCount > 0 ? null : _new.Share;

    /// <summary>
    /// Every product that was new on one of the days, in the order of their codes: those of which nothing was sold too, for these are to be
    /// seen; and those sold before their launch.
    /// </summary>
    public IReadOnlyList<NewProductLine> Products => Array.AsReadOnly(_products);

    /// <summary>The products without a launch day that were sold, in the order of their codes.</summary>
    public IReadOnlyList<ProductId> UndatedProducts => Array.AsReadOnly(_undated);

    /// <summary>Who bought any of the new products, by orders of one or several of them.</summary>
    public NewProductBuyers Buyers { get; }

    /// <summary>The returns whose original the rule asks for and that is not named or not among the facts, in order.</summary>
    public IReadOnlyList<LineId> ReturnsWithoutOriginal => Array.AsReadOnly(_withoutOriginal);

    /// <summary>
    /// What a reader has to know of the share: <c>new-product.undated</c> with products, facts and amount, <c>new-product.before-launch</c>
    /// with facts and amount, <c>new-product.no-positive-total</c>, and what <see cref="Actuals{TOwner}.Reasons"/> say of facts that are
    /// unknown or do not count.
    /// </summary>
    public IReadOnlyList<Reason> Reasons => AllReasons().ToList().AsReadOnly();

    /// <summary>How the share came about.</summary>
    /// <returns>The ratio of new and all sales; absent, with the reason, where there is none.</returns>
    public Explanation Explain() =>
        Undated.FactCount == 0 ? _new.Explain()
            : Node(
                "share of new products", Figure.Absent, Operation.Select,
                Node(
                    "products have no launch day", true, Operation.Compare(ComparisonKind.Greater),
                    FactSum("facts without a launch day", (decimal)Undated.FactCount, Undated.FactCount), Constant("none", 0m)),
                Constant("then", Figure.Absent), New.ExplainKnown("amount of new products"));

    /// <summary>New, total and share: <c>new CNY 120.00 of CNY 1000.00, 12%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "new " + TextOf(New.Value) + " of " + TextOf(Total.Value) + ", " + (Share is { } share ? Shown(share) : "?");

    /// <summary>A part of the total with its share.</summary>
    internal MixShare ShareOf(string name, ActualSum part) => new(name, MixPart.Of(part), Total.Known, Total.UnknownCount, ExplainTotal);

    private static string TextOf(Measured? value) => value is { } known ? known.Value.ToString() : "?";

    private bool IsNewOf(NewProductTally tally) =>
        tally.NewDays is { } days && (tally.New.Facts > 0 || (!(days.End < Span.Start) && !(days.Start > Span.End)));

    private Explanation ExplainTotal() =>
        Node("total", Total.Known.Value, Operation.Sum, New.ExplainKnown("new"), Old.ExplainKnown("old"), Undated.ExplainKnown("undated"));

    private IEnumerable<Reason> AllReasons()
    {
        if (Undated.FactCount > 0)
            yield return new Reason(
                "new-product.undated", ("products", _undated.Length), ("facts", Undated.FactCount), ("amount", Undated.Known.Value));
        if (BeforeLaunch.FactCount > 0)
            yield return new Reason("new-product.before-launch", ("facts", BeforeLaunch.FactCount), ("amount", BeforeLaunch.Known.Value));
        if (Total.UnknownCount > 0)
            yield return new Reason("actual.unknown-value", ("facts", Total.UnknownCount));
        else if (!(Total.Known.Amount > 0m))
            yield return new Reason("new-product.no-positive-total", ("total", Total.Known.Value));
        if (_withoutOriginal.Length > 0)
            yield return new Reason("actual.return-without-original", ("facts", _withoutOriginal.Length));
        foreach (var reason in _leftOut.Reasons("actual.other-stage"))
            yield return reason;
    }
}
