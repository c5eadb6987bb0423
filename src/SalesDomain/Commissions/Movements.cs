namespace SalesDomain.Commissions;

/// <summary>The table of double entry: what a unit of each kind of entry does to each pocket.</summary>
internal static class Movements
{
    internal const int Kinds = (int)CommissionEntryKind.DrawSetOff + 1;

    /// <summary>All that ever went into what is payable.</summary>
    internal static decimal In(decimal[] totals) =>
        Of(totals, CommissionEntryKind.Earned) + Of(totals, CommissionEntryKind.ClawedBack) + Of(totals, CommissionEntryKind.LossShared)
        + Of(totals, CommissionEntryKind.HoldbackReleased) + Of(totals, CommissionEntryKind.DebitCharged)
        + Of(totals, CommissionEntryKind.DrawAdvanced) + Of(totals, CommissionEntryKind.DrawGranted);

    internal static decimal Payable(decimal[] totals) =>
        In(totals) - Of(totals, CommissionEntryKind.HeldBack) - Of(totals, CommissionEntryKind.DebitRecovered)
        - Of(totals, CommissionEntryKind.DrawRecovered) - Of(totals, CommissionEntryKind.Paid);

    internal static decimal Held(decimal[] totals) =>
        Of(totals, CommissionEntryKind.HeldBack) - Of(totals, CommissionEntryKind.HoldbackReleased)
        - Of(totals, CommissionEntryKind.HoldbackForfeited) - Of(totals, CommissionEntryKind.DebitSetOff)
        - Of(totals, CommissionEntryKind.DrawSetOff);

    internal static decimal Owed(decimal[] totals) =>
        Of(totals, CommissionEntryKind.DrawAdvanced) - Of(totals, CommissionEntryKind.DrawRecovered)
        - Of(totals, CommissionEntryKind.DrawForgiven) - Of(totals, CommissionEntryKind.DrawSetOff);

    internal static decimal Debit(decimal[] totals) =>
        Of(totals, CommissionEntryKind.DebitCharged) - Of(totals, CommissionEntryKind.DebitRecovered)
        - Of(totals, CommissionEntryKind.DebitDeducted) - Of(totals, CommissionEntryKind.DebitWrittenOff)
        - Of(totals, CommissionEntryKind.DebitSetOff);

    internal static decimal Earned(decimal[] totals) =>
        Of(totals, CommissionEntryKind.Earned) + Of(totals, CommissionEntryKind.ClawedBack) + Of(totals, CommissionEntryKind.LossShared);

    internal static decimal Of(decimal[] totals, CommissionEntryKind kind) => totals[(int)kind];
}
