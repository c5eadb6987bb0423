using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using static SalesDomain.Explanation;

namespace QuarterClose.Rules;

/// <summary>What one person sold of a quarter as it is known on a day: the orders, less what came back of them.</summary>
public sealed class Sold
{
    private Sold(Employee person, Revenue orders, IReadOnlyList<SalesLine> returns)
    {
        (Person, Orders, Returns) = (person, orders, returns);
        Net = Money.Sum(Currency.USD, returns.Select(line => line.NetAmount).Prepend(orders.Total));
    }

    public Employee Person { get; }

    public Revenue Orders { get; }

    /// <summary>Returns, and what undid them, in the order of the days.</summary>
    public IReadOnlyList<SalesLine> Returns { get; }

    public Money Net { get; }

    /// <summary>All lines, each with the person who sold it.</summary>
    public IEnumerable<SalesLine> Lines => Orders.Orders.SelectMany(order => order.Sales).Select(sale => sale.Line).Concat(Returns);

    public static Sold Of(SalesData data, Employee person, PayRun run, IEnumerable<GoodsReturn> returns) =>
        new(
            person,
            data.RevenueOf(person, new NamedSpan(run.SpanName, run.ToDate)),
            [
                .. returns.Where(back => back.Sale.Line.Salesperson == person.Id && run.ToDate.Contains(back.Sale.Line.Date))
                    .SelectMany(back => back.LinesBy(run.Known)).OrderBy(line => line, SalesLine.InFactOrder),
            ]);

    public Explanation Explain(Detail detail) =>
        Returns.Count == 0 ? Orders.Explain(detail)
            : Node(
                "sales of " + Person.Name + " less returns", Net, Operation.Sum,
                [Orders.Explain(detail), .. Returns.Select(line => Fact("return " + line.Id + " of " + line.Original, line.NetAmount))]);
}
