using System.Collections.Generic;
using System.Linq;
using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>Some order lines, counted and valued: the value of a line is list price × quantity − net.</summary>
public sealed record Finding(int Lines, Money Value)
{
    public static Finding Of(IEnumerable<Sale> sales) => Total(sales.Select(sale => new Finding(1, sale.Price.BelowListAmount)));

    public static Finding Total(IEnumerable<Finding> findings) =>
        findings.Aggregate(
            new Finding(0, Money.Zero(Currency.USD)), (sum, next) => new Finding(sum.Lines + next.Lines, sum.Value + next.Value));
}
