using System.Collections.Generic;
using System.Linq;
using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>What the prices of a quarter are worked out from: sales, categories in the order of the file, shipments of orders.</summary>
public sealed record PriceData(
    SalesData Data, IReadOnlyList<Category> Categories, IReadOnlyDictionary<ProductId, Category> CategoryOf,
    IReadOnlyDictionary<DocumentId, Shipment> Shipments)
{
    /// <summary>The orders of a span, by day and number, each with its lines.</summary>
    public IEnumerable<IReadOnlyList<Sale>> OrdersIn(NamedSpan span) =>
        Data.Sales.Where(sale => span.Days.Contains(sale.Line.Date)).OrderBy(sale => sale.Line, SalesLine.InFactOrder)
            .GroupBy(sale => sale.Line.Id.Document).Select(order => order.ToArray());

    /// <summary>What each customer bought in a span.</summary>
    public ILookup<CustomerId, Money> BoughtIn(NamedSpan span) =>
        Data.Sales.Where(sale => span.Days.Contains(sale.Line.Date)).ToLookup(sale => sale.Line.Customer, sale => sale.Line.NetAmount);
}
