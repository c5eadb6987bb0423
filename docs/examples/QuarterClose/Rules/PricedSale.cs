using System.Linq;
using SalesDomain;
using SalesDomain.Pricing;
using static SalesDomain.Explanation;

namespace QuarterClose.Rules;

/// <summary>One order line from list price to pocket.</summary>
public sealed record PricedSale(Sale Sale, Category Category, PriceWaterfall Waterfall)
{
    /// <summary>What the invoice takes off the list amount; nothing of a line that was sold above it.</summary>
    public Money TakenOff => Money.Max(Waterfall.OnInvoice, Money.Zero(Currency.USD));

    /// <summary>
    /// Whether its discount, in percent of the list amount and rounded, is just what was taken off: not of a line that was sold off the
    /// list, nor where net rounds a half cent up.
    /// </summary>
    public bool IsAtListLessDiscount => Sale.Price.Discount.Of(Waterfall.List).Round(Rounding.Commercial) == Waterfall.OnInvoice;

    public int Number => Sale.Line.Id.Line;

    /// <summary>The line at list, as an authority looks at it; one that was sold above the list at what it brought.</summary>
    public PricedLine AtList() =>
        TakenOff == Waterfall.OnInvoice
            ? PricedLine.Of(Number, default(ScopeSubject).With(Sale.Line.Product), Sale.Price.Quantity, Sale.Price.ListPrice)
            : PricedLine.OfAmount(Number, default(ScopeSubject).With(Sale.Line.Product), Sale.Price.Quantity, Sale.Line.NetAmount);

    /// <summary>
    /// What was taken off it: its discount, so that 10 % are within a limit of 10 % however they were rounded, or else the amount.
    /// </summary>
    public Discount ToDiscount() =>
        (IsAtListLessDiscount ? Discount.Percent("discount of line " + Sale.Line.Id, Sale.Price.Discount)
            : Discount.OfOrder(AmountOff, TakenOff))
        .For(Scope.Everything.Only(Sale.Line.Product));

    /// <summary>An amount that was taken off it as list less net, from price, quantity and discount; null of any other figure.</summary>
    public Explanation? ExplainTakenOff(Explanation leaf) =>
        leaf.Kind == ExplanationKind.Fact && leaf.Name == "share of " + AmountOff
            ? Node(leaf.Name, leaf.Value, Operation.Difference, ExplainList(), Sale.Explain()) : null;

    private string AmountOff => "taken off line " + Sale.Line.Id;

    private string Name => "line " + Sale.Line.Id + ", product " + Sale.Line.Product;

    public Explanation ExplainList() =>
        Node(Name, Waterfall.List, Operation.Product, Fact("list price", Sale.Price.ListPrice), Fact("quantity", Sale.Price.Quantity));

    public Explanation ExplainCost(Percentage costOfList) =>
        Node(
            Name, Waterfall.Cost!.Value, Operation.Round(Rounding.Commercial),
            Node(
                "exact cost", costOfList.Of(Waterfall.List), Operation.Product,
                ExplainList(), Constant("cost of list", costOfList)));

    /// <summary>What was taken off under a name, from price, quantity and discount; null where nothing was.</summary>
    public Explanation? ExplainDeduction(string name) =>
        Waterfall.Deductions.FirstOrDefault(each => each.Name == name) is not { } deduction ? null
            : Node(
                Name, deduction.Amount, Operation.Sum,
                deduction.Explain().Expand(leaf => leaf.Name switch
                {
                    "list" => ExplainList(),
                    "invoiced" or "invoice net" or "invoice with tax" => Sale.Explain(),
                    _ => null,
                }));
}
