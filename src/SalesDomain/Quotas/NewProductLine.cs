using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>One new product: what was sold of it while it was new, and to whom.</summary>
/// <remarks>Equality is by reference. Made by <see cref="NewProductRule"/>.</remarks>
public sealed class NewProductLine
{
    private readonly MixShare _share;

    internal NewProductLine(
        NewProductSales all, ProductId product, DateSpan newDays, ActualSum sales, ActualSum beforeLaunch, NewProductTally tally)
    {
        Product = product;
        NewDays = newDays;
        Sales = sales;
        BeforeLaunch = beforeLaunch;
        _share = all.ShareOf(product.Code, sales);
        Buyers = NewProductBuyers.Of(all.Rule.RepeatOrders, tally.Orders);
    }

    /// <summary>The product.</summary>
    public ProductId Product { get; }

    /// <summary>The day of its launch.</summary>
    public LocalDate Launched => NewDays.Start!.Value;

    /// <summary>The days on which it is new, from the launch on, both ends in.</summary>
    public DateSpan NewDays { get; }

    /// <summary>What was sold of it while it was new or before; zero of no facts where nothing was.</summary>
    public ActualSum Sales { get; }

    /// <summary>What of it was sold before the launch.</summary>
    public ActualSum BeforeLaunch { get; }

    /// <summary>
    /// Sales ÷ all sales, to 28 digits; null where these are not above zero, or where a fact does not state its value.
    /// </summary>
    public Percentage? Share => _share.Share;

    /// <summary>Who bought it while it was new.</summary>
    public NewProductBuyers Buyers { get; }

    /// <summary>How the share came about.</summary>
    /// <returns>The ratio of its sales and all sales; absent, with the reason, where there is none.</returns>
    public Explanation Explain() => _share.Explain();

    /// <summary>Product, sales, share and buyers: <c>P-1: CNY 120.00, 12%; 7 buyers, 3 with 2 orders or more</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Product + ": " + _share + "; " + Buyers;
}
