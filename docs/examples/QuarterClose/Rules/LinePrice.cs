using SalesDomain;
using static SalesDomain.Explanation;

namespace QuarterClose.Rules;

/// <summary>The price of one order line: net = unit price × quantity × (1 − discount), rounded half away from zero to cents.</summary>
public sealed class LinePrice
{
    private static readonly Rounding s_rounding = Rounding.Commercial;

    public LinePrice(Money listPrice, Money unitPrice, Quantity quantity, Percentage discount)
    {
        (ListPrice, UnitPrice, Quantity, Discount) = (listPrice, unitPrice, quantity, discount);
        S = Rule(listPrice, unitPrice, quantity, discount);
    }

    /// <summary>The list price of a piece today.</summary>
    public Money ListPrice { get; }

    /// <summary>The price of a piece at the time of the sale, before the discount.</summary>
    public Money UnitPrice { get; }

    public Quantity Quantity { get; }

    public Percentage Discount { get; }

    public Money ListAmount => S.ListAmount;

    /// <summary>Unit price × quantity: what the line would have brought without its discount.</summary>
    public Money AtUnitPrice => S.AtUnitPrice;

    public Money NetAmount => S.Net;

    /// <summary>What the sale left on the table: list price × quantity − net.</summary>
    public Money BelowListAmount => S.BelowList;

    private Steps S { get; }

    public Explanation Explain(string name) =>
        Node(name, S.Net, Operation.Round(s_rounding),
            Node("exact amount", S.Exact, Operation.Product,
                Fact("unit price", UnitPrice),
                Fact("quantity", Quantity),
                Node("share to pay", S.ToPay, Operation.Difference,
                    Constant("all of it", Percentage.OneHundred),
                    Fact("discount", Discount))));

    /// <summary>What the line would have brought without its discount.</summary>
    public Explanation ExplainAtUnitPrice(string name) =>
        Node(name, S.AtUnitPrice, Operation.Product, Fact("unit price", UnitPrice), Fact("quantity", Quantity));

    private static Steps Rule(Money listPrice, Money unitPrice, Quantity quantity, Percentage discount)
    {
        var toPay = discount.Complement();
        var atUnitPrice = unitPrice * quantity.Amount;
        var exact = atUnitPrice * toPay;
        var net = exact.Round(s_rounding);
        var listAmount = listPrice * quantity.Amount;
        return new Steps(toPay, atUnitPrice, exact, net, listAmount, listAmount - net);
    }

    private readonly record struct Steps(Percentage ToPay, Money AtUnitPrice, Money Exact, Money Net, Money ListAmount, Money BelowList);
}
