using System;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>What is earned of a line by a day: by the progress of its deal, or at once where there is none to wait for.</summary>
internal readonly struct ScheduledDay(Money amount, ScheduledCommission? commission)
{
    internal Money Amount { get; } = amount;

    /// <summary>By stage; null where none is waited for.</summary>
    internal ScheduledCommission? Commission { get; } = commission;

    internal Explanation Explain(string name, Money whole, Func<Explanation?> explainCommission) =>
        Node(
            name, Amount, Operation.Sum,
            (Commission?.Explain() ?? Fact("commission", whole)).Expand(leaf => leaf.Name == "commission" ? explainCommission() : null));
}
