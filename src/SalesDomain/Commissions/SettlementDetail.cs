namespace SalesDomain.Commissions;

/// <summary>What the figures of a settlement are the sums of.</summary>
internal sealed class SettlementDetail(
    EarningChange[] changes, ClawBackSteps[] clawBacks, LossStep[] losses, HoldbackStep[] held, HoldbackStep[] released)
{
    internal EarningChange[] Changes { get; } = changes;

    internal ClawBackSteps[] ClawBacks { get; } = clawBacks;

    internal LossStep[] Losses { get; } = losses;

    internal HoldbackStep[] Held { get; } = held;

    internal HoldbackStep[] Released { get; } = released;
}
