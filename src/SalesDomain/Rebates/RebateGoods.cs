namespace SalesDomain.Rebates;

/// <summary>Goods or equipment that a rebate gives.</summary>
/// <remarks>Equality is by all values. The default value names no product.</remarks>
public readonly record struct RebateGoods
{
    internal RebateGoods(ProductId product, Quantity quantity, Money worth)
    {
        Product = product;
        Quantity = quantity;
        Worth = worth;
    }

    /// <summary>What.</summary>
    public ProductId Product { get; }

    /// <summary>How much.</summary>
    public Quantity Quantity { get; }

    /// <summary>What all of it is worth.</summary>
    public Money Worth { get; }

    /// <summary>Quantity, product and worth: <c>2 PCE of P-1 (CNY 20.00)</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Quantity + " of " + Product + " (" + Worth + ")";
}
