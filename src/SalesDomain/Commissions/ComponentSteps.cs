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

    /// <summary>After the cap, before the floor.</summary>
    internal decimal BeforeFloor => Cap is { } most && Rated > most ? most : Rated;

    /// <summary>After cap and floor.</summary>
    internal decimal Limited { get; } = limited;

    internal ModifierSteps[] Modifiers { get; } = modifiers;

    /// <summary>Whether the floor adds something.</summary>
    internal bool IsRaised => Limited > BeforeFloor;

    /// <summary>After gates and multipliers.</summary>
    internal decimal Exact { get; } = exact;

    /// <summary>Whether the rate reads a figure that nobody stated.</summary>
    internal bool IsRateWaiting { get; } = isRateWaiting;

    /// <summary>Whether what it gives depends on a figure that nobody stated.</summary>
    internal bool IsWaiting { get; } = isWaiting;

    /// <summary>Another amount than <see cref="Limited"/> after the same gates and multipliers, exact.</summary>
    internal decimal Modified(decimal amount)
    {
        foreach (var modifier in Modifiers)
            amount = modifier.Applied(amount).Amount;

        return amount;
    }
}
