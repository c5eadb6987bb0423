using System;
using System.Collections.Generic;
using SalesDomain.Internal;
using SalesDomain.Quotas;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>What facts come to, and how much of it is credited in which way.</summary>
/// <remarks>
/// <see cref="Direct"/>, <see cref="Unassigned"/> and <see cref="OverAssigned"/> are <see cref="All"/>: these are totals of the company.
/// <see cref="Overlay"/> and <see cref="RollUp"/> repeat what is counted already and belong to no total; roll-ups sum over levels. A return
/// counts on its own day in the scope of what it takes back. Equality is by rule, days and all sums.
/// </remarks>
public sealed class CreditTotals : IEquatable<CreditTotals>
{
    private CreditTotals(ActualRule rule, DateSpan span, Sums sums)
    {
        Rule = rule;
        Span = span;
        All = sums.Of(0);
        Direct = sums.Of(1);
        Unassigned = sums.Of(2);
        OverAssigned = sums.Of(3);
        Overlay = sums.Of(4);
        RollUp = sums.Of(5);
    }

    /// <summary>What counts of a fact.</summary>
    public ActualRule Rule { get; }

    /// <summary>The days that count.</summary>
    public DateSpan Span { get; }

    /// <summary>All facts that count.</summary>
    public ActualSum All { get; }

    /// <summary>What is credited directly.</summary>
    public ActualSum Direct { get; }

    /// <summary>What nobody is credited with.</summary>
    public ActualSum Unassigned { get; }

    /// <summary>What is held to more than the whole, and credited to nobody.</summary>
    public ActualSum OverAssigned { get; }

    /// <summary>Extra credit beside the direct one.</summary>
    public ActualSum Overlay { get; }

    /// <summary>What is credited to managers, of all levels together.</summary>
    public ActualSum RollUp { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Totals.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CreditTotals? left, CreditTotals? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Totals.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CreditTotals? left, CreditTotals? right) => !(left == right);

    /// <summary>All facts as the sum of what is credited directly and of what nobody is credited with.</summary>
    /// <returns>The explanation, whose figure is the known part of <see cref="All"/>.</returns>
    public Explanation Explain() =>
        Node(
            "all", All.Known.Value, Operation.Sum, Direct.ExplainKnown("direct"), Unassigned.ExplainKnown("unassigned"),
            OverAssigned.ExplainKnown("over-assigned"));

    /// <summary>Whether the other has the same rule, days and sums.</summary>
    /// <param name="other">The totals to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CreditTotals? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Rule == other.Rule && Span == other.Span && All == other.All && Direct == other.Direct
            && Unassigned == other.Unassigned && OverAssigned == other.OverAssigned && Overlay == other.Overlay && RollUp == other.RollUp);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CreditTotals);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Rule.GetHashCode(), Span.GetHashCode(), All.GetHashCode(), Direct.GetHashCode());

    /// <summary>The sums, a line each.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() =>
        "all: " + All + "\ndirect: " + Direct + "\nunassigned: " + Unassigned + "\nover-assigned: " + OverAssigned + "\noverlay: " + Overlay
        + "\nroll-up: " + RollUp + "\n";

    internal static CreditTotals Create<TPayee>(
        ActualRule rule, DateSpan span, CreditEntry<TPayee>[] entries, CreditKnowledge known)
        where TPayee : notnull
    {
        rule.MustReadFacts(knowsSubjects: known.Subject is not null);
        var sums = new Sums(rule.Zero);
        if (rule.Stage is null)
            AddReceipts(sums, span, new CollectionFacts(rule, known.Subject), entries);
        else
            AddSales(sums, span, new SalesFacts(rule, known.Subject), entries);

        return new CreditTotals(rule, span, sums);
    }

    private static void AddReceipts<TPayee>(Sums sums, DateSpan span, CollectionFacts facts, CreditEntry<TPayee>[] entries)
        where TPayee : notnull
    {
        foreach (var entry in entries)
        {
            if (entry.Fact.Receipt is not { } receipt || !facts.IsCounted(receipt))
                continue;

            var (on, part) = (facts.Day(receipt), entry.Fact.Part);
            var isInScope = facts.IsInScope(entry.Reference.Receipt!, part?.Line);
            if (!span.Contains(on) || isInScope == false)
                continue;

            var isKnown = facts.TryValue(receipt, part is null ? receipt.Amount : part.Amount, on, "rule", out var amount);
            sums.Add(entry, amount, isKnown && isInScope is not null);
        }
    }

    private static void AddSales<TPayee>(Sums sums, DateSpan span, SalesFacts facts, CreditEntry<TPayee>[] entries)
        where TPayee : notnull
    {
        foreach (var entry in entries)
        {
            if (entry.Fact.Sale is not { } sale || !facts.IsCounted(sale))
                continue;

            var on = facts.Day(sale);
            if (!span.Contains(on) || !facts.IsInScope(entry.Reference.Sale!))
                continue;

            var isKnown = facts.TryValue(sale, on, "rule", out var amount);
            sums.Add(entry, amount, isKnown);
        }
    }

    /// <summary>Running sums by kind and share: facts are added first and multiplied last.</summary>
    private sealed class Sums(Measured zero)
    {
        private readonly List<FactSum>[] _sums = [[], [], [], [], [], []];

        internal void Add<TPayee>(CreditEntry<TPayee> entry, decimal amount, bool isKnown)
            where TPayee : notnull
        {
            Add(0, 1m, amount, isKnown);
            Add(1, entry.ShareOf(CreditKind.Direct), amount, isKnown);
            Add(2, entry.ShareUncredited(isOverAssigned: false), amount, isKnown);
            Add(3, entry.ShareUncredited(isOverAssigned: true), amount, isKnown);
            Add(4, entry.ShareOf(CreditKind.Overlay), amount, isKnown);
            Add(5, entry.ShareOf(CreditKind.RollUp), amount, isKnown);
        }

        private void Add(int kind, decimal share, decimal amount, bool isKnown)
        {
            if (share > 0m)
                CreditSheet<int>.Of(_sums[kind], share).Add(amount, isKnown);
        }

        internal ActualSum Of(int kind) => ActualSum.Of(zero, _sums[kind]);
    }
}
