namespace SalesDomain.Rebates;

/// <summary>Which sums of its agreement a condition is judged by.</summary>
internal sealed class ConditionPlan(RebateCondition condition, int whole, int focus, int[] families)
{
    internal RebateCondition Condition { get; } = condition;

    internal int Whole { get; } = whole;

    internal int Focus { get; } = focus;

    internal int[] Families { get; } = families;
}
