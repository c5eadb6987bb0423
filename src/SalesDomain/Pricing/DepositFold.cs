using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Pricing;

/// <summary>How a deposit stands by its entries.</summary>
internal static class DepositFold
{
    /// <summary>The steps from entries in the order of their days, those that were undone left out.</summary>
    internal static DepositSteps Steps(DepositLedger ledger, List<DepositEntry> standing)
    {
        var zero = Money.Zero(ledger.Required.Currency);
        var (paidIn, penalties, refunds) = (zero, zero, zero);
        var (countPaidIn, countPenalties, countRefunds) = (0, 0, 0);
        foreach (var entry in standing)
        {
            switch (entry.Kind)
            {
                case DepositEntryKind.Penalty:
                    penalties += entry.Amount;
                    countPenalties++;
                    break;
                case DepositEntryKind.Refund:
                    refunds += entry.Amount;
                    countRefunds++;
                    break;
                default:
                    paidIn += entry.Amount;
                    countPaidIn++;
                    break;
            }
        }

        var net = paidIn - penalties - refunds;
        var balance = Money.Max(zero, net);
        var notCovered = zero - net;
        var restOwed = Money.Max(zero, notCovered);
        var missing = ledger.Required - balance;
        var topUp = Money.Max(zero, missing);
        return new DepositSteps(
            paidIn, penalties, refunds, countPaidIn, countPenalties, countRefunds, net, balance, notCovered, restOwed, missing, topUp,
            topUp + restOwed, Parts(ledger, standing), OverRefunded(ledger, standing));
    }

    // What is missing at the end of each day: a rise is a part that arose on that day, a fall pays the oldest parts.
    private static (LocalDate Day, Money Amount)[] Parts(DepositLedger ledger, List<DepositEntry> standing)
    {
        var zero = Money.Zero(ledger.Required.Currency);
        var parts = new Queue<(LocalDate Day, Money Amount)>();
        var (missing, net, paidOfOldest) = (zero, zero, zero);
        var i = 0;
        for (LocalDate? day = ledger.Since; day is { } today; day = i < standing.Count ? standing[i].Date : null)
        {
            for (; i < standing.Count && standing[i].Date == today; i++)
                net += standing[i].Change;

            var before = missing;
            missing = Money.Max(zero, ledger.Required - net);
            if (missing > before)
                parts.Enqueue((today, missing - before));

            paidOfOldest += Money.Max(zero, before - missing);
            while (parts.Count > 0 && parts.Peek().Amount <= paidOfOldest)
                paidOfOldest -= parts.Dequeue().Amount;
        }

        var left = parts.ToArray();
        if (left.Length > 0)
            left[0].Amount -= paidOfOldest;
        return left;
    }

    // What was given back and not there at the end of its day, by what is known of it now; what comes in later makes up for it last.
    private static (LocalDate Day, Money Amount)? OverRefunded(DepositLedger ledger, List<DepositEntry> standing)
    {
        var zero = Money.Zero(ledger.Required.Currency);
        var (net, over, first) = (zero, zero, default(LocalDate));
        for (var i = 0; i < standing.Count;)
        {
            var (today, refunds) = (standing[i].Date, zero);
            for (; i < standing.Count && standing[i].Date == today; i++)
            {
                net += standing[i].Change;
                if (standing[i].Kind == DepositEntryKind.Refund)
                    refunds += standing[i].Amount;
            }

            var notThere = Money.Max(zero, zero - net);
            var more = Money.Min(refunds, notThere);
            if (over.IsZero && more.IsPositive)
                first = today;
            over = Money.Min(over + more, notThere);
        }

        return over.IsPositive ? (first, over) : null;
    }
}
