namespace SalesDomain.Commissions;

/// <summary>What one credit earns, between two running totals.</summary>
internal readonly struct CreditSteps(
    RunningShare before, RunningShare after, decimal weight, bool isWhole, decimal @base, decimal? levelBefore, decimal levelAfter)
{
    internal RunningShare Before { get; } = before;

    internal RunningShare After { get; } = after;

    /// <summary>The weights of all credits.</summary>
    internal decimal Weight { get; } = weight;

    /// <summary>Whether the weights are the amounts themselves.</summary>
    internal bool IsWhole { get; } = isWhole;

    /// <summary>The level or base before the credit and with it, where its weight follows from them; null otherwise.</summary>
    internal decimal? LevelBefore { get; } = levelBefore;

    internal decimal LevelAfter { get; } = levelAfter;

    internal decimal Earned { get; } = after.Rounded - before.Rounded;

    internal Percentage? Rate { get; } = Percentage.Ratio(after.Exact - before.Exact, @base);
}
