using System.Collections.Generic;
using System.Linq;
using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>The price check: which lines were sold below today's list price, and which with a discount above a limit.</summary>
public sealed record PriceCheckRule(Percentage DiscountLimit)
{
    public PriceCheck Evaluate(IEnumerable<Sale> sales)
    {
        Sale[] all = [.. sales];
        return new PriceCheck(
            all.Length,
            Finding.Of(all.Where(sale => sale.Price.UnitPrice < sale.Price.ListPrice)),
            Finding.Of(all.Where(sale => sale.Price.Discount > DiscountLimit)));
    }
}
