using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using SalesDomain.Pricing;

namespace QuarterClose.Rules;

/// <summary>The prices of a quarter: every order from list price to pocket, and the same lines by category.</summary>
public sealed class PricedQuarter
{
    internal PricedQuarter(PriceTerms terms, IReadOnlyList<Category> categories, IReadOnlyList<PricedOrder> orders)
    {
        (Terms, Orders) = (terms, orders);
        var lines = orders.SelectMany(order => order.Lines).ToLookup(line => line.Category);
        Categories =
        [
            .. categories.Select(category => new PricedCategory(
                category, terms.CostOfList.TryGetValue(category.Id, out var cost) ? cost : null, [.. lines[category]])),
        ];
        Total = PriceWaterfall.Sum(Currency.USD, Categories.Select(category => category.Total));
    }

    public PriceTerms Terms { get; }

    public IReadOnlyList<PricedOrder> Orders { get; }

    /// <summary>In the order of the file, also those of which nothing was sold.</summary>
    public IReadOnlyList<PricedCategory> Categories { get; }

    public PriceWaterfall Total { get; }

    public int LineCount => Categories.Sum(category => category.Lines.Count);
}
