using System;
using System.Collections.Generic;
using System.Linq;
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
                [
                    Node(
                        "went into payable", In(_entries.In), Operation.Sum,
                        [
                            Fact("payable before", Opening.Payable), Of("earned", Earned, _entries.Earnings, results),
                            Of(
                                Settlement is null ? "corrections of earlier periods" : "corrections of what was entered before",
                                Corrected, _entries.Corrections, results),
                            .. Of(Movements.Payable.Into, but: CommissionEntryKind.Earned),
                        ]),
                    .. Of(Movements.Payable.OutOf, but: CommissionEntryKind.Paid),
                ]),
            Fact("carried to the next period", Closing.Payable));
    }

    /// <summary>How what is held back at the end came about.</summary>
    /// <returns>The explanation, whose figure is what is held back at closing.</returns>
    public Explanation ExplainHeldBack() => Change(Movements.HeldBack);

    /// <summary>How what is owed of draws at the end came about.</summary>
    /// <returns>The explanation, whose figure is the draw owed at closing.</returns>
    public Explanation ExplainDrawOwed() => Change(Movements.DrawOwed);

    /// <summary>How the debit balance at the end came about.</summary>
    /// <returns>The explanation, whose figure is the debit balance at closing.</returns>
    public Explanation ExplainDebit() => Change(Movements.Debit);

    // Of a pocket that one kind goes into, and others out of.
    private Explanation Change(Pocket pocket) =>
        Node(
            pocket.Name + " at closing", In(pocket.Of(_entries.After)), Operation.Sum,
            Fact(pocket.Name + " at opening", In(pocket.Of(_entries.Before))),
            Node("change", In(pocket.Of(_entries.Moved)), Operation.Difference, [.. Of(pocket.Into), .. Of(pocket.OutOf)]));

    private IEnumerable<Explanation> Of((string Name, CommissionEntryKind Kind)[] kinds, CommissionEntryKind? but = null) =>
        kinds.Where(each => each.Kind != but).Select(
            each => Of(
                each.Name, Total(each.Kind), Array.FindAll(_entries.All, entry => entry.Kind == each.Kind && !entry.Amount.IsZero)));

    private Explanation Of(string name, Money sum, CommissionEntry[] entries, SettledResults? results = null) =>
        entries.Length == 0 ? FactSum(name, sum, 0)
            : Node(name, sum, Operation.Sum, Array.ConvertAll(entries, entry => Of(entry, results)));

    private Explanation Of(CommissionEntry entry, SettledResults? results)
    {
        var name = StatementText.Named(entry, IsOfPlans);
        return (results is null ? null : _lines!.Value.Explain(_entries.PlaceOf(entry.Number), name, results))
            ?? Fact(name, entry.Amount);
    }
}
