namespace SalesDomain.Commissions;

public sealed partial class PayoutRules
{
    /// <summary>The rules without a draw, say after the first year; what is owed of it is recovered on.</summary>
    /// <returns>The changed copy.</returns>
    public PayoutRules WithoutDraw() => Changed(parts => parts with { Draw = null });

    /// <summary>The rules by which nothing of closed measurement periods is taken back.</summary>
    /// <returns>The changed copy.</returns>
    public PayoutRules WithoutClawBack() => Changed(parts => parts with { ClawBacks = null });

    /// <summary>The rules by which everything payable is paid, however little.</summary>
    /// <returns>The changed copy.</returns>
    public PayoutRules WithoutMinimumPayout() => Changed(parts => parts with { MinimumPayout = null });

    /// <summary>The rules by which the payee bears nothing of uncollectible amounts.</summary>
    /// <returns>The changed copy.</returns>
    public PayoutRules WithoutLossShare() =>
        Changed(parts => parts with { LossShare = Percentage.Zero, LossCap = null, LossLimits = null });
}
