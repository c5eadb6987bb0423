namespace SalesDomain.Pricing;

/// <summary>
/// What a list gives: its record, the price for so many units, that of one ordered unit, and that of the quantity; in the currency asked
/// for.
/// </summary>
internal readonly struct PriceSteps(ItemPrice source, decimal price, decimal unitPrice, decimal amount)
{
    internal ItemPrice Source { get; } = source;

    internal decimal Price { get; } = price;

    internal decimal UnitPrice { get; } = unitPrice;

    internal decimal Amount { get; } = amount;
}
