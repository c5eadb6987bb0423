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

    public int Number => Sale.Line.Id.Line;

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
