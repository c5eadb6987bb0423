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
                category, terms.CostOf(category), [.. lines[category]])),
        ];
        var authority = PriceAuthority.Of(TaxBasis.WithoutTax, terms.Limits);
        var cases = orders.Select(order => order.Case()).ToArray();
        var ofTheDay = orders.Zip(cases, (order, each) => (Order: order, Case: each))
            .ToLookup(each => (each.Case.Customer, each.Case.Date));
        Approvals =
        [
            .. orders.Zip(cases, (order, each) =>
            {
                var same = ofTheDay[(each.Customer, each.Date)].ToArray();
                return new ApprovedOrder(
                    order, authority.Decide(each, same.Select(other => other.Case).Where(other => other != each)),
                    same.Select(other => other.Order));
            }),
        ];
        Total = PriceWaterfall.Sum(Currency.USD, Categories.Select(category => category.Total));
    }

    public PriceTerms Terms { get; }

    public IReadOnlyList<PricedOrder> Orders { get; }

    /// <summary>In the order of the file, also those of which nothing was sold.</summary>
    public IReadOnlyList<PricedCategory> Categories { get; }

    public PriceWaterfall Total { get; }

    /// <summary>Who may approve each order.</summary>
    public IReadOnlyList<ApprovedOrder> Approvals { get; }

    /// <summary>From the lowest role up, and nobody last.</summary>
    public IEnumerable<RoleApprovals> ByRole =>
        Terms.Limits.Roles.Select(role => (RoleId?)role).Append(null).Select(role => new RoleApprovals(
            role, [.. Approvals.Where(order => order.Approval.Role == role)],
            Approvals.Sum(order => order.Lines.Count(line => line.Alone == role))));

    public int LineCount => Categories.Sum(category => category.Lines.Count);
}
