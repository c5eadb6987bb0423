namespace SalesDomain.Rebates;

/// <summary>Which sums of its agreement a rebate reads.</summary>
internal sealed class RebatePlan(
    Rebate rebate, int grain, int level, int basis, int units, int[] families, ConditionPlan[] conditions)
{
    internal const int None = -1;

    internal Rebate Rebate { get; } = rebate;

    internal int Grain { get; } = grain;

    internal int Level { get; } = level;

    internal int Basis { get; } = basis;

    internal int Units { get; } = units;

    /// <summary>What a group shares by: what is paid on, or else what chooses the step.</summary>
    internal int Shared => Basis >= 0 ? Basis : Level;

    internal int[] Families { get; } = families;

    internal ConditionPlan[] Conditions { get; } = conditions;
}
