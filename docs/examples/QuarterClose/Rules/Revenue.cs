using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using SalesDomain.Quotas;
using static SalesDomain.Explanation;

namespace QuarterClose.Rules;

/// <summary>The revenue of a team or a person in a span of days: the sum of the orders, each the sum of its lines.</summary>
public sealed class Revenue
{
    private readonly string _name;

    private Revenue(string name, IReadOnlyList<OrderRevenue> orders)
    {
        _name = name;
        Orders = orders;
        Total = Money.Sum(Currency.USD, orders.Select(order => order.Total));
        LineCount = orders.Sum(order => order.Sales.Count);
    }

    /// <summary>By date and order number.</summary>
    public IReadOnlyList<OrderRevenue> Orders { get; }

    public int LineCount { get; }

    public Money Total { get; }

    public Measured Measured => Measure.Revenue.Of(Total);

    /// <summary>The total as a sum of its order lines.</summary>
    public ActualSum Actual => ActualSum.Of(Measured, LineCount);

    public static Revenue Of(string name, IEnumerable<Sale> sales)
    {
        var inFactOrder = sales.OrderBy(sale => sale.Line, SalesLine.InFactOrder);
        return new Revenue(name, [.. inFactOrder.GroupBy(sale => sale.Line.Id.Document).Select(order => new OrderRevenue([.. order]))]);
    }

    public Explanation Explain(Detail detail) =>
        detail == Detail.Total || Orders.Count == 0 ? FactSum(_name, Total, LineCount)
            : Node(_name, Total, Operation.Sum, [.. Orders.Select(order => order.Explain(detail))]);
}
