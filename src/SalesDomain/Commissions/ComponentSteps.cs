namespace SalesDomain.Commissions;

/// <summary>The figures of one component between its facts and what it gives to the plan, exact.</summary>
internal sealed class ComponentSteps(
    Measured level, Measured @base, Percentage? attainment, StretchSteps[] stretches, decimal rated, decimal? cap, decimal limited,
    ModifierSteps[] modifiers, decimal exact, bool isRateWaiting, bool isWaiting)
{
    internal Measured Level { get; } = level;

    internal Measured Base { get; } = @base;

    /// <summary>What was achieved ÷ quota, or what a quota of zero counts as; null without a quota.</summary>
    internal Percentage? Attainment { get; } = attainment;

    internal StretchSteps[] Stretches { get; } = stretches;

    internal decimal Rated { get; } = rated;

    internal decimal? Cap { get; } = cap;

    /// <summary>After cap and floor.</summary>
    internal decimal Limited { get; } = limited;

    internal ModifierSteps[] Modifiers { get; } = modifiers;

    /// <summary>After gates and multipliers.</summary>
    internal decimal Exact { get; } = exact;

    /// <summary>Whether the rate reads a figure that nobody stated.</summary>
    internal bool IsRateWaiting { get; } = isRateWaiting;

    /// <summary>Whether what it gives depends on a figure that nobody stated.</summary>
    internal bool IsWaiting { get; } = isWaiting;
}
