namespace SalesDomain.Commissions;

/// <summary>An event that an account has seen, with the entries it came to.</summary>
internal sealed class AppliedEvent(CommissionEvent source, CommissionEntry[] entries, LineId? undoneBy)
{
    internal CommissionEvent Event { get; } = source;

    internal CommissionEntry[] Entries { get; } = entries;

    internal LineId? UndoneBy { get; } = undoneBy;
}
