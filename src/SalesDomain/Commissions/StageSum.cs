using System;

namespace SalesDomain.Commissions;

/// <summary>What lines of a stage come to without tax.</summary>
/// <param name="reached">What has come to the stage, whether it came back or not.</param>
/// <param name="back">What came back, less what of that was taken back again.</param>
internal readonly struct StageSum(decimal reached, decimal back)
{
    internal decimal Reached { get; } = reached;

    internal decimal Net => Reached - back;

    /// <summary>
    /// What of an order is undone by what came back: not what came a second time instead, which is above what is ordered.
    /// </summary>
    /// <param name="ordered">What is ordered, less what was cancelled.</param>
    internal decimal Undone(decimal ordered) => Math.Max(0m, back - Math.Max(0m, Reached - ordered));
}
