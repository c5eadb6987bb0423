using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using SalesDomain.Pricing;
using SalesDomain.Terms;
using static SalesDomain.Percentage;

namespace QuarterClose.Rules;

/// <summary>
/// What is assumed to follow the prices of the quarter. Northwind records neither rebates, nor terms of payment, nor costs: every rate
/// stands here and is printed.
/// </summary>
public sealed class PriceTerms
{
    public const string Rebate = "expected rebate";
    public const string Freight = "freight";
    public const string Credit = "cost of credit";

    private PriceTerms()
    {
    }

    public static PriceTerms Of1998Q1 { get; } = new();

    public NamedSpan Quarter { get; } = Terms.Of1998Q1.Quarter;

    /// <summary>The year by which a customer is expected to earn a rebate.</summary>
    public NamedSpan RebateBasis { get; } = Terms.Of1998Q1.QuotaBasis;

    /// <summary>The rebate expected of an invoice, by what the customer bought in that year.</summary>
    public StepSchedule<Money, Percentage> Rebates { get; } =
        StepSchedule.From((Usd(0m), Zero), (Usd(10_000m), FromPercent(1)), (Usd(20_000m), FromPercent(2)));

    /// <summary>From the day of shipping.</summary>
    public PaymentTerms Payment { get; } = PaymentTerms.Net(30);

    /// <summary>By the year, from the day of the order to the day on which it is due.</summary>
    public Percentage CreditRate { get; } = FromPercent(6);

    public DayCountBasis DayCount { get; } = DayCountBasis.Actual360;

    /// <summary>What the goods cost, as a share of their list price, by category id.</summary>
    public IReadOnlyDictionary<ProductCategoryId, Percentage> CostOfList { get; } = new (string Category, int Percent)[]
    {
        ("1", 55), ("2", 60), ("3", 60), ("4", 65), ("5", 60), ("6", 70), ("7", 65), ("8", 65),
    }.ToDictionary(cost => new ProductCategoryId(cost.Category), cost => FromPercent(cost.Percent));

    /// <summary>Who may give what, by the whole order after all its discounts. The roles are the titles of the team.</summary>
    public Authority Limits { get; } = Authority
        .Over(PriceAuthority.Discount, PriceAuthority.DiscountAmount, PriceAuthority.Margin)
        .With(new RoleId("sales representative"), [.. Within(10, AuthorityLimit.AtMost(Usd(250m)), 25)])
        .With(new RoleId("sales manager"), [.. Within(20, AuthorityLimit.AtMost(Usd(1_000m)), 15)])
        .With(new RoleId("vice president"), [.. Within(25, AuthorityLimit.Unlimited, 10)]);

    /// <summary>Null of a category whose cost is not known.</summary>
    public Percentage? CostOf(Category category) => CostOfList.TryGetValue(category.Id, out var cost) ? cost : null;

    public PricedQuarter Price(PriceData data)
    {
        var bought = data.BoughtIn(RebateBasis);
        return new PricedQuarter(this, data.Categories, [.. data.OrdersIn(Quarter).Select(order => PricedOrder.Of(
            this, data, order, Rebates.At(Money.Sum(Currency.USD, bought[order[0].Line.Customer]))))]);
    }

    private static IEnumerable<(string Name, AuthorityLimit Limit)> Within(int discount, AuthorityLimit amount, int margin) =>
    [
        (PriceAuthority.Discount, AuthorityLimit.AtMost(FromPercent(discount))),
        (PriceAuthority.DiscountAmount, amount),
        (PriceAuthority.Margin, AuthorityLimit.AtLeast(FromPercent(margin))),
    ];

    private static Money Usd(decimal amount) => new(amount, Currency.USD);
}
