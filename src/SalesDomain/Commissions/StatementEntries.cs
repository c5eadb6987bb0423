using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>The entries of a payout period or of one run, by what they are to the payee, and what they come to.</summary>
internal sealed class StatementEntries
{
    private StatementEntries(
        decimal[] before, CommissionEntry[] all, decimal[] after, DateSpan payoutPeriod, Func<CommissionEntry, bool, bool> isKnown)
    {
        (Before, All, After) = (before, all, after);
        var plan = Array.Find(all, entry => entry.Plan is not null)?.Plan;
        IsOfPlans = Array.Exists(all, entry => entry.Plan is not null && !string.Equals(entry.Plan, plan, StringComparison.Ordinal));
        foreach (var entry in All)
            Moved[(int)entry.Kind] += entry.Amount.Amount;

        // Of an earlier period, or of a line that was paid before.
        var earned = Array.FindAll(all, entry => entry.Kind == CommissionEntryKind.Earned);
        bool IsCorrection(CommissionEntry entry) =>
            (entry.Line is not null && isKnown(entry, true)) || (entry.Period?.End < payoutPeriod.Start && isKnown(entry, false));
        Corrections = Array.FindAll(earned, IsCorrection);
        Earnings = Corrections.Length == 0 ? earned : Array.FindAll(earned, entry => !IsCorrection(entry));
        ClawBacks = Array.FindAll(all, entry => entry.Kind == CommissionEntryKind.ClawedBack && !entry.Amount.IsZero);
        Corrected = Corrections.Sum(entry => entry.Amount.Amount);
        Earned = Moved[(int)CommissionEntryKind.Earned] - Corrected;
        In = Movements.Payable.Of(Before) + Movements.Payable.In(Moved);
        Payable = Movements.Payable.Of(After) + Movements.Of(Moved, CommissionEntryKind.Paid);
    }

    internal static StatementEntries Of(CommissionAccount account, DateSpan payoutPeriod)
    {
        var (before, after) = (new decimal[Movements.Kinds], new decimal[Movements.Kinds]);
        HashSet<(string? Plan, string? Component, DateSpan? Period, LineId? Line)> known = [];
        List<CommissionEntry> all = [];
        foreach (var entry in account.Entries)
        {
            if (entry.PayoutPeriod == payoutPeriod)
            {
                all.Add(entry);
                after[(int)entry.Kind] += entry.Amount.Amount;
                continue;
            }

            if (entry.PayoutPeriod.Overlaps(payoutPeriod))
            {
                throw Guards.Invalid(
                    nameof(payoutPeriod), payoutPeriod.ToString(),
                    "must be a payout period of the account, as " + entry.PayoutPeriod + " is");
            }

            if (entry.PayoutPeriod.Start > payoutPeriod.End)
                break;

            before[(int)entry.Kind] += entry.Amount.Amount;
            after[(int)entry.Kind] += entry.Amount.Amount;
            if (entry.Kind != CommissionEntryKind.Earned)
                continue;

            known.Add((entry.Plan, entry.Component, entry.Period, entry.Line));
            known.Add((entry.Plan, entry.Component, entry.Period, null));
        }

        return new StatementEntries(
            before, [.. all], after, payoutPeriod,
            (entry, ofLine) => known.Contains((entry.Plan, entry.Component, entry.Period, ofLine ? entry.Line : null)));
    }

    /// <summary>The same of one run, by what is kept of the account before and after it: no look at older entries.</summary>
    internal static StatementEntries Of(CommissionSettlement settlement) =>
        new(
            settlement.Before.State.Totals, [.. settlement.Entries], settlement.Account.State.Totals, settlement.Run.Period,
            settlement.Before.State.HasEarned);

    internal decimal[] Before { get; }

    internal decimal[] Moved { get; } = new decimal[Movements.Kinds];

    internal decimal[] After { get; }

    /// <summary>Whether the entries are of several plans, so that each has to be named.</summary>
    internal bool IsOfPlans { get; }

    internal CommissionEntry[] All { get; }

    internal CommissionEntry[] Earnings { get; }

    internal CommissionEntry[] Corrections { get; }

    internal CommissionEntry[] ClawBacks { get; }

    internal decimal Earned { get; }

    internal decimal Corrected { get; }

    /// <summary>Payable before, and all that went into what is payable.</summary>
    internal decimal In { get; }

    /// <summary>Payable before anything is paid.</summary>
    internal decimal Payable { get; }

    /// <summary>Where an entry stands among them, which are in the order of their numbers; -1 where it is none of them.</summary>
    internal int PlaceOf(int number)
    {
        var (first, end) = (0, All.Length);
        while (first < end)
        {
            var middle = first + ((end - first) / 2);
            if (All[middle].Number < number)
                first = middle + 1;
            else
                end = middle;
        }

        return first < All.Length && All[first].Number == number ? first : -1;
    }
}
