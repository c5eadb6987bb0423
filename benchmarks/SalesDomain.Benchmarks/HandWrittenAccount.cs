using System;
using System.Collections.Generic;
using NodaTime;
using SalesDomain.Commissions;

namespace SalesDomain.Benchmarks;

/// <summary>
/// What somebody would write for one pay plan: a fifth is held back, a draw is advanced and recovered, what is negative is owed. It keeps
/// its entries, and trusts its input.
/// </summary>
public sealed class HandWrittenAccount
{
    internal const decimal Share = 0.2m;
    internal const decimal DrawOfAMonth = 900m;

    private readonly Dictionary<(string Plan, string Component, DateSpan Period), decimal> _entered = [];
    private readonly Dictionary<DateSpan, (decimal Earned, decimal Held)> _periods = [];

    public List<HandWrittenEntry> Entries { get; } = [];

    public decimal Paid { get; private set; }

    public decimal Held { get; private set; }

    public decimal Owed { get; private set; }

    public decimal Debit { get; private set; }

    public void Settle(HandWrittenEarning[] earnings, DateSpan payoutPeriod, LocalDate recorded)
    {
        var earned = 0m;
        foreach (var each in earnings)
        {
            var key = (each.Plan, each.Component, each.Period);
            _entered.TryGetValue(key, out var before);
            var difference = each.Amount - before;
            if (difference == 0m)
                continue;

            _entered[key] = each.Amount;
            earned += difference;
            Entries.Add(
                new HandWrittenEntry(
                    Entries.Count + 1, CommissionEntryKind.Earned, payoutPeriod, recorded, difference, each.Plan, each.Component,
                    each.Period, each.Rate, each.Base));
        }

        var period = earnings[0].Period;
        _periods.TryGetValue(period, out var sums);
        var held = Math.Round((sums.Earned + earned) * Share, 2, MidpointRounding.AwayFromZero) - sums.Held;
        _periods[period] = (sums.Earned + earned, sums.Held + held);
        Held += held;
        Add(CommissionEntryKind.HeldBack, held, payoutPeriod, recorded, period, Share);

        var payable = earned - held;
        var charged = Math.Max(0m, -payable);
        var positive = Math.Max(0m, payable);
        var debit = Math.Min(Debit, positive);
        Debit += charged - debit;
        Add(CommissionEntryKind.DebitCharged, charged, payoutPeriod, recorded);
        Add(CommissionEntryKind.DebitRecovered, debit, payoutPeriod, recorded);
        positive -= debit;
        var advanced = Math.Max(0m, DrawOfAMonth - positive);
        var recovered = Math.Min(Owed, Math.Max(0m, positive - DrawOfAMonth));
        Owed += advanced - recovered;
        Add(CommissionEntryKind.DrawAdvanced, advanced, payoutPeriod, recorded);
        Add(CommissionEntryKind.DrawRecovered, recovered, payoutPeriod, recorded);
        Paid += positive + advanced - recovered;
        Add(CommissionEntryKind.Paid, positive + advanced - recovered, payoutPeriod, recorded);
    }

    private void Add(
        CommissionEntryKind kind, decimal amount, DateSpan payoutPeriod, LocalDate recorded, DateSpan? period = null, decimal? rate = null)
    {
        if (amount != 0m)
        {
            Entries.Add(
                new HandWrittenEntry(Entries.Count + 1, kind, payoutPeriod, recorded, amount, Period: period, Rate: rate));
        }
    }
}
