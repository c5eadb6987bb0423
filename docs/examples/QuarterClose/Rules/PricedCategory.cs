using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using SalesDomain.Pricing;
using static SalesDomain.Explanation;

namespace QuarterClose.Rules;

/// <summary>The lines of one category from list price to pocket margin, summed.</summary>
public sealed class PricedCategory
{
    internal PricedCategory(Category category, Percentage? costOfList, IReadOnlyList<PricedSale> lines)
    {
        (Category, CostOfList, Lines) = (category, costOfList, lines);
        Total = PriceWaterfall.Sum(Currency.USD, lines.Select(line => line.Waterfall));
    }

    public Category Category { get; }

    /// <summary>Null of a category whose cost is not known: it has no margin.</summary>
    public Percentage? CostOfList { get; }

    public IReadOnlyList<PricedSale> Lines { get; }

    public PriceWaterfall Total { get; }

    /// <summary>The pocket margin, or the pocket, in sums; or down to price, quantity and discount of every line.</summary>
    public Explanation Explain(Detail detail) =>
        detail != Detail.Lines || Lines.Count == 0 ? Total.Explain()
            : Total.Explain().Expand(leaf => leaf.Name switch
            {
                "list" => Sum(leaf, [.. Lines.Select(line => line.ExplainList())]),
                "cost" when CostOfList is { } cost => Sum(leaf, [.. Lines.Select(line => line.ExplainCost(cost))]),
                _ => Sum(leaf, [.. Lines.Select(line => line.ExplainDeduction(leaf.Name)).OfType<Explanation>()]),
            });

    private static Explanation? Sum(Explanation leaf, Explanation[] parts) =>
        parts.Length == 0 ? null : Node(leaf.Name, leaf.Value, Operation.Sum, parts);
}
