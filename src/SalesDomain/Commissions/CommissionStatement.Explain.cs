using System;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

public sealed partial class CommissionStatement
{
    /// <summary>How what is paid came about, from the balance before and each entry.</summary>
    /// <returns>
    /// The explanation, whose figure is <see cref="Paid"/>. Where results were given (<see cref="With"/>), an entry that they came to goes
    /// on to the credits of its line, their tiers, and, once, to its component; one in another currency than the plan's does not.
    /// </returns>
    public Explanation Explain()
    {
        var results = _lines is null ? null : new SettledResults(_results);
        return Node(
            "paid", Paid, Operation.Difference,
            Node(
                "payable", Payable, Operation.Difference,
                Node(
                    "went into payable", In(_entries.In), Operation.Sum, Fact("payable before", Opening.Payable),
                    Of("earned", Earned, _entries.Earnings, results),
                    Of(
                        Settlement is null ? "corrections of earlier periods" : "corrections of what was entered before", Corrected,
                        _entries.Corrections, results),
                    Of("clawed back", CommissionEntryKind.ClawedBack), Of("share of losses", CommissionEntryKind.LossShared),
                    Of("released", CommissionEntryKind.HoldbackReleased),
                    Of("charged to the debit balance", CommissionEntryKind.DebitCharged),
                    Of("draw advanced", CommissionEntryKind.DrawAdvanced), Of("draw granted", CommissionEntryKind.DrawGranted)),
                Of("held back", CommissionEntryKind.HeldBack), Of("debit balance recovered", CommissionEntryKind.DebitRecovered),
                Of("draw recovered", CommissionEntryKind.DrawRecovered)),
            Fact("carried to the next period", Closing.Payable));
    }

    /// <summary>How what is held back at the end came about.</summary>
    /// <returns>The explanation, whose figure is what is held back at closing.</returns>
    public Explanation ExplainHeldBack() =>
        Node(
            "held back at closing", Closing.HeldBack, Operation.Sum, Fact("held back at opening", Opening.HeldBack),
            Node(
                "change", In(Movements.Held(_entries.Moved)), Operation.Difference, Of("held back", CommissionEntryKind.HeldBack),
                Of("released", CommissionEntryKind.HoldbackReleased), Of("forfeited", CommissionEntryKind.HoldbackForfeited),
                Of("set off against the debit balance", CommissionEntryKind.DebitSetOff),
                Of("set off against the draw owed", CommissionEntryKind.DrawSetOff)));

    /// <summary>How what is owed of draws at the end came about.</summary>
    /// <returns>The explanation, whose figure is the draw owed at closing.</returns>
    public Explanation ExplainDrawOwed() =>
        Node(
            "draw owed at closing", Closing.DrawOwed, Operation.Sum, Fact("draw owed at opening", Opening.DrawOwed),
            Node(
                "change", In(Movements.Owed(_entries.Moved)), Operation.Difference, Of("advanced", CommissionEntryKind.DrawAdvanced),
                Of("recovered", CommissionEntryKind.DrawRecovered), Of("forgiven", CommissionEntryKind.DrawForgiven),
                Of("set off against what was held back", CommissionEntryKind.DrawSetOff)));

    /// <summary>How the debit balance at the end came about.</summary>
    /// <returns>The explanation, whose figure is the debit balance at closing.</returns>
    public Explanation ExplainDebit() =>
        Node(
            "debit balance at closing", Closing.Debit, Operation.Sum, Fact("debit balance at opening", Opening.Debit),
            Node(
                "change", In(Movements.Debit(_entries.Moved)), Operation.Difference, Of("charged", CommissionEntryKind.DebitCharged),
                Of("recovered", CommissionEntryKind.DebitRecovered), Of("kept of fixed pay", CommissionEntryKind.DebitDeducted),
                Of("written off", CommissionEntryKind.DebitWrittenOff),
                Of("set off against what was held back", CommissionEntryKind.DebitSetOff)));

    private Explanation Of(string name, CommissionEntryKind kind) =>
        Of(name, Total(kind), Array.FindAll(_entries.All, entry => entry.Kind == kind && !entry.Amount.IsZero));

    private Explanation Of(string name, Money sum, CommissionEntry[] entries, SettledResults? results = null) =>
        entries.Length == 0 ? FactSum(name, sum, 0)
            : Node(name, sum, Operation.Sum, Array.ConvertAll(entries, entry => Of(entry, results)));

    private Explanation Of(CommissionEntry entry, SettledResults? results)
    {
        var name = StatementText.Named(entry);
        return (results is null ? null : _lines!.Value.Explain(_entries.PlaceOf(entry.Number), name, results))
            ?? Fact(name, entry.Amount);
    }
}
