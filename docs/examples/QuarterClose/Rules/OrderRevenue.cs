using System.Collections.Generic;
using System.Linq;
using NodaTime.Text;
using SalesDomain;
using static SalesDomain.Explanation;

namespace QuarterClose.Rules;

/// <summary>The revenue of one order: the sum of the net amounts of its lines.</summary>
public sealed class OrderRevenue
{
    public OrderRevenue(IReadOnlyList<Sale> sales)
    {
        Sales = sales;
        Total = Money.Sum(Currency.USD, sales.Select(sale => sale.Line.NetAmount));
    }

    public IReadOnlyList<Sale> Sales { get; }

    public Money Total { get; }

    private string Name => "order " + Sales[0].Line.Id.Document + " of " + LocalDatePattern.Iso.Format(Sales[0].Line.Date);

    public Explanation Explain(Detail detail) =>
        detail == Detail.Lines ? Node(Name, Total, Operation.Sum, [.. Sales.Select(sale => sale.Explain())])
            : FactSum(Name, Total, Sales.Count);
}
