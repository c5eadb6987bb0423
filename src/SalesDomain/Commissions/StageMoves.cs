using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>What moved between two days of a commission that is earned with stages: each stage, and the receipts of the money.</summary>
internal static class StageMoves
{
    private const int DecimalsOfPart = 6;
    private const int DecimalsOfMoney = 4;

    internal static IEnumerable<Reason> Between(ScheduledCommission? before, ScheduledCommission toDate)
    {
        foreach (var stage in toDate.Schedule.Stages)
        {
            var (from, to) = (before?.CountedOf(stage) ?? Percentage.Zero, toDate.CountedOf(stage));
            var earned = before is null ? toDate.Of(stage) : toDate.Of(stage) - before.Of(stage);

            // The cent of a running total can move without the stage.
            if (from == to && earned.IsZero)
                continue;

            yield return new Reason(
                "commission.earned-with", ("stage", stage.ToString()), ("from", Short(from)), ("to", Short(to)),
                ("earned", earned));
            if (stage != Stage.Collected)
                continue;

            foreach (var reason in Receipts(before, toDate))
                yield return reason;
        }
    }

    // What takes a receipt back lowers that receipt.
    private static IEnumerable<Reason> Receipts(ScheduledCommission? before, ScheduledCommission toDate)
    {
        var counted = (before?.Received ?? []).ToDictionary(each => each.Portion.Receipt);
        foreach (var (portion, amount, factor) in toDate.Received)
        {
            var earlier = counted.TryGetValue(portion.Receipt, out var known) ? known.Amount : 0m;
            counted.Remove(portion.Receipt);
            if (amount != earlier)
                yield return Receipt(portion, amount - earlier, factor, toDate);
        }

        foreach (var gone in counted.Values.OrderBy(each => each.Portion, CollectedPortion.InOrder))
            yield return Receipt(gone.Portion, -gone.Amount, gone.Factor, toDate);
    }

    private static Reason Receipt(in CollectedPortion portion, decimal amount, Percentage? factor, ScheduledCommission of)
    {
        List<(string, Figure)> figures =
        [
            ("receipt", portion.Receipt.ToString()),
            ("without tax", of.Collected(decimal.Round(amount, DecimalsOfMoney, MidpointRounding.AwayFromZero))),
        ];
        if (factor is { } counts)
        {
            if (portion.DaysLate is { } days)
                figures.Add(("days late", days));
            figures.Add(("factor", counts));
        }

        return new Reason("commission.receipt", [.. figures]);
    }

    private static Percentage Short(Percentage part) =>
        Percentage.FromFraction(decimal.Round(part.Fraction, DecimalsOfPart, MidpointRounding.AwayFromZero));
}
