namespace SalesDomain.Pricing;

/// <summary>Every figure of a formula on the way from the base price to the price, in the order in which they come.</summary>
internal readonly struct FormulaSteps(
    Money basePrice, Money changed, Money rounded, Money surcharged, Money? cost, Money? least, Money? most, Money price)
{
    internal Money BasePrice { get; } = basePrice;

    internal Money Changed { get; } = changed;

    internal Money Rounded { get; } = rounded;

    internal Money Surcharged { get; } = surcharged;

    internal Money? Cost { get; } = cost;

    internal Money? Least { get; } = least;

    internal Money? Most { get; } = most;

    internal Money Price { get; } = price;
}
