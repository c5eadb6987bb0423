namespace SalesDomain.Pricing;

/// <summary>Every figure of a formula on the way from the base price to the price, in the order in which they come.</summary>
internal readonly struct FormulaSteps(
    Money changed, TaxBasis? broughtTo, Money taxed, int range, Money rounded, Money surcharged, BoundSteps? least, BoundSteps? most,
    Money capped, Money price)
{
    internal Money Changed { get; } = changed;

    /// <summary>To which basis the price was brought, or null where it had that already.</summary>
    internal TaxBasis? BroughtTo { get; } = broughtTo;

    internal Money Taxed { get; } = taxed;

    /// <summary>The index of the range of the price before rounding, by which it is rounded; 0 without ranges.</summary>
    internal int Range { get; } = range;

    internal Money Rounded { get; } = rounded;

    internal Money Surcharged { get; } = surcharged;

    internal BoundSteps? Least { get; } = least;

    internal BoundSteps? Most { get; } = most;

    /// <summary>The price, not above that at the most margin.</summary>
    internal Money Capped { get; } = capped;

    internal Money Price { get; } = price;
}
