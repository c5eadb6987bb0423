namespace SalesDomain.Pricing;

/// <summary>Every figure on the way from the cost to the price that gives a margin.</summary>
internal sealed class BoundSteps(
    Money cost, Money net, Money exact, Rounding? rounding, int range, Money unshifted, Money rounded, Money price)
{
    internal Money Cost { get; } = cost;

    /// <summary>Cost ÷ (1 − margin).</summary>
    internal Money Net { get; } = net;

    /// <summary>The same with the tax, where the list has it in its prices.</summary>
    internal Money Exact { get; } = exact;

    /// <summary>How it was brought to the grid of the formula's prices, or null where it stays exact.</summary>
    internal Rounding? Rounding { get; } = rounding;

    /// <summary>The index of the range it lies in without the surcharge; 0 without ranges.</summary>
    internal int Range { get; } = range;

    /// <summary>Less the surcharge.</summary>
    internal Money Unshifted { get; } = unshifted;

    /// <summary>The same, rounded.</summary>
    internal Money Rounded { get; } = rounded;

    /// <summary>With the surcharge again: the bound.</summary>
    internal Money Price { get; } = price;
}
