namespace SalesDomain.Commissions;

/// <summary>The table of double entry: what a unit of each kind of entry does to each pocket.</summary>
internal static class Movements
{
    internal const int Kinds = (int)CommissionEntryKind.DrawSetOff + 1;

    internal static Pocket Payable { get; } = new(
        "payable",
        [
            ("earned", CommissionEntryKind.Earned), ("clawed back", CommissionEntryKind.ClawedBack),
            ("share of losses", CommissionEntryKind.LossShared), ("released", CommissionEntryKind.HoldbackReleased),
            ("charged to the debit balance", CommissionEntryKind.DebitCharged), ("draw advanced", CommissionEntryKind.DrawAdvanced),
            ("draw granted", CommissionEntryKind.DrawGranted),
        ],
        [
            ("held back", CommissionEntryKind.HeldBack), ("debit balance recovered", CommissionEntryKind.DebitRecovered),
            ("draw recovered", CommissionEntryKind.DrawRecovered), ("paid", CommissionEntryKind.Paid),
        ]);

    internal static Pocket HeldBack { get; } = new(
        "held back", [("held back", CommissionEntryKind.HeldBack)],
        [
            ("released", CommissionEntryKind.HoldbackReleased), ("forfeited", CommissionEntryKind.HoldbackForfeited),
            ("set off against the debit balance", CommissionEntryKind.DebitSetOff),
            ("set off against the draw owed", CommissionEntryKind.DrawSetOff),
        ]);

    internal static Pocket DrawOwed { get; } = new(
        "draw owed", [("advanced", CommissionEntryKind.DrawAdvanced)],
        [
            ("recovered", CommissionEntryKind.DrawRecovered), ("forgiven", CommissionEntryKind.DrawForgiven),
            ("set off against what was held back", CommissionEntryKind.DrawSetOff),
        ]);

    internal static Pocket Debit { get; } = new(
        "debit balance", [("charged", CommissionEntryKind.DebitCharged)],
        [
            ("recovered", CommissionEntryKind.DebitRecovered), ("kept of fixed pay", CommissionEntryKind.DebitDeducted),
            ("written off", CommissionEntryKind.DebitWrittenOff), ("set off against what was held back", CommissionEntryKind.DebitSetOff),
        ]);

    internal static decimal Earned(decimal[] totals) =>
        Of(totals, CommissionEntryKind.Earned) + Of(totals, CommissionEntryKind.ClawedBack) + Of(totals, CommissionEntryKind.LossShared);

    internal static decimal Of(decimal[] totals, CommissionEntryKind kind) => totals[(int)kind];
}
