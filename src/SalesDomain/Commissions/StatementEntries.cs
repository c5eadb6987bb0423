using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>The entries of a payout period, by what they are to the payee, and what they come to.</summary>
internal sealed class StatementEntries
{
    internal StatementEntries(CommissionAccount account, DateSpan payoutPeriod)
    {
        List<CommissionEntry> all = [];
        HashSet<(string?, string?, DateSpan?, LineId?)> known = [];
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

            Before[(int)entry.Kind] += entry.Amount.Amount;
            if (entry.Kind == CommissionEntryKind.Earned)
            {
                known.Add((entry.Plan, entry.Component, entry.Period, entry.Line));
                known.Add((entry.Plan, entry.Component, entry.Period, null));
            }
        }

        All = [.. all];
        foreach (var entry in All)
            Moved[(int)entry.Kind] += entry.Amount.Amount;
        for (var kind = 0; kind < Movements.Kinds; kind++)
            After[kind] = Before[kind] + Moved[kind];

        Earnings = [.. all.Where(entry => entry.Kind == CommissionEntryKind.Earned && !IsCorrection(entry))];
        Corrections = [.. all.Where(entry => entry.Kind == CommissionEntryKind.Earned && IsCorrection(entry))];
        ClawBacks = [.. all.Where(entry => entry.Kind == CommissionEntryKind.ClawedBack && !entry.Amount.IsZero)];
        Earned = Earnings.Sum(entry => entry.Amount.Amount);
        Corrected = Corrections.Sum(entry => entry.Amount.Amount);
        In = Movements.Payable(Before) + Movements.In(Moved);
        Payable = Movements.Payable(After) + Movements.Of(Moved, CommissionEntryKind.Paid);

        bool IsCorrection(CommissionEntry entry) =>
            (entry.Line is not null && known.Contains((entry.Plan, entry.Component, entry.Period, entry.Line)))
            || (entry.Period!.Value.End < payoutPeriod.Start && known.Contains((entry.Plan, entry.Component, entry.Period, null)));
    }

    internal decimal[] Before { get; } = new decimal[Movements.Kinds];

    internal decimal[] Moved { get; } = new decimal[Movements.Kinds];

    internal decimal[] After { get; } = new decimal[Movements.Kinds];

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
}
