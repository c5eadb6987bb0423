using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using static SalesDomain.Explanation;

namespace QuarterClose.Rules;

/// <summary>
/// The average discount of some sales as they were ordered: what was given away ÷ what they would have brought without discount. It goes
/// by the unit price of the day and not by the list price, which is that of today: nobody is measured by a price that came later.
/// </summary>
public sealed class AverageDiscount
{
    private readonly IReadOnlyList<Sale> _sales;

    public AverageDiscount(IEnumerable<Sale> sales)
    {
        _sales = [.. sales.OrderBy(sale => sale.Line, SalesLine.InFactOrder)];
        S = Rule(_sales);
    }

    /// <summary>Null where nothing was sold.</summary>
    public Percentage? Rate => S.Rate;

    private Steps S { get; }

    public Explanation Explain(Detail detail) =>
        S.Rate is not { } rate ? Fact("average discount", Figure.Absent)
            : Node("average discount", rate, Operation.Ratio,
                Node("given away", S.GivenAway, Operation.Difference,
                    AtUnitPrices(detail),
                    detail != Detail.Lines ? FactSum("net", S.Net, _sales.Count)
                        : Node("net", S.Net, Operation.Sum, [.. _sales.Select(sale => sale.Explain())])),
                AtUnitPrices(detail));

    private Explanation AtUnitPrices(Detail detail) =>
        detail != Detail.Lines ? FactSum("without discount", S.AtUnitPrices, _sales.Count)
            : Node("without discount", S.AtUnitPrices, Operation.Sum, [.. _sales.Select(sale => sale.ExplainAtUnitPrice())]);

    private static Steps Rule(IReadOnlyList<Sale> sales)
    {
        var atUnitPrices = Money.Sum(Currency.USD, sales.Select(sale => sale.Price.AtUnitPrice));
        var net = Money.Sum(Currency.USD, sales.Select(sale => sale.Line.NetAmount));
        var givenAway = atUnitPrices - net;
        return new Steps(atUnitPrices, net, givenAway, Percentage.Ratio(givenAway, atUnitPrices));
    }

    private readonly record struct Steps(Money AtUnitPrices, Money Net, Money GivenAway, Percentage? Rate);
}
