using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>The entries of a payout period or of one run, by what they are to the payee, and what they come to.</summary>
internal sealed class StatementEntries
{
    // Null before the first earning.
    private readonly HashSet<(string? Plan, string? Component, DateSpan? Period, LineId? Line)>? _known;

    private StatementEntries(IEnumerable<CommissionEntry> before, CommissionEntry[] all, DateSpan payoutPeriod)
    {
        foreach (var entry in before)
        {
            Before[(int)entry.Kind] += entry.Amount.Amount;
            if (entry.Kind != CommissionEntryKind.Earned)
                continue;

            _known ??= [];
            _known.Add((entry.Plan, entry.Component, entry.Period, entry.Line));
            _known.Add((entry.Plan, entry.Component, entry.Period, null));
        }

        All = all;
        var plan = Array.Find(all, entry => entry.Plan is not null)?.Plan;
        IsOfPlans = Array.Exists(all, entry => entry.Plan is not null && !string.Equals(entry.Plan, plan, StringComparison.Ordinal));
        foreach (var entry in All)
            Moved[(int)entry.Kind] += entry.Amount.Amount;
        for (var kind = 0; kind < Movements.Kinds; kind++)
            After[kind] = Before[kind] + Moved[kind];

        var earned = Array.FindAll(all, entry => entry.Kind == CommissionEntryKind.Earned);
        (Earnings, Corrections) = _known is null ? (earned, [])
            : (Array.FindAll(earned, entry => !IsCorrection(entry, payoutPeriod)),
                Array.FindAll(earned, entry => IsCorrection(entry, payoutPeriod)));
        ClawBacks = Array.FindAll(all, entry => entry.Kind == CommissionEntryKind.ClawedBack && !entry.Amount.IsZero);
        Corrected = Corrections.Sum(entry => entry.Amount.Amount);
        Earned = Moved[(int)CommissionEntryKind.Earned] - Corrected;
        In = Movements.Payable.Of(Before) + Movements.Payable.In(Moved);
        Payable = Movements.Payable.Of(After) + Movements.Of(Moved, CommissionEntryKind.Paid);
    }

    internal static StatementEntries Of(CommissionAccount account, DateSpan payoutPeriod)
    {
        List<CommissionEntry> before = [];
        List<CommissionEntry> all = [];
        foreach (var entry in account.Entries)
        {
            if (entry.PayoutPeriod == payoutPeriod)
            {
                all.Add(entry);
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

            before.Add(entry);
        }

        return new StatementEntries(before, [.. all], payoutPeriod);
    }

    internal static StatementEntries Of(CommissionSettlement settlement) =>
        new(settlement.Before.Entries, [.. settlement.Entries], settlement.Run.Period);

    internal decimal[] Before { get; } = new decimal[Movements.Kinds];

    internal decimal[] Moved { get; } = new decimal[Movements.Kinds];

    internal decimal[] After { get; } = new decimal[Movements.Kinds];

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

    private bool IsCorrection(CommissionEntry entry, DateSpan payoutPeriod) =>
        (entry.Line is not null && _known!.Contains((entry.Plan, entry.Component, entry.Period, entry.Line)))
        || (entry.Period?.End < payoutPeriod.Start && _known!.Contains((entry.Plan, entry.Component, entry.Period, null)));
}
