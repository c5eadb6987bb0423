namespace SalesDomain.Commissions;

/// <summary>The figures of a plan between its components and what is earned.</summary>
internal readonly struct PlanSteps(
    ComponentSteps?[] components, decimal?[] rounded, decimal sum, decimal? cap, decimal? left, decimal? toShare,
    decimal?[] earned, decimal total)
{
    /// <summary>Null where a component has a sum that is not known.</summary>
    internal ComponentSteps?[] Components { get; } = components;

    internal decimal?[] Rounded { get; } = rounded;

    internal decimal Sum { get; } = sum;

    internal decimal? Cap { get; } = cap;

    /// <summary>The cap without what is negative and what stands of unknown components; null where it does not hold.</summary>
    internal decimal? Left { get; } = left;

    /// <summary>What the positive components share of a cap that holds, in whole steps; null where none does.</summary>
    internal decimal? ToShare { get; } = toShare;

    internal decimal?[] Earned { get; } = earned;

    internal decimal Total { get; } = total;
}
