using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Organization;

/// <summary>Counts visits by salesperson: one look-up for each visit, and what was counted last in place of sets of what was
/// counted.</summary>
internal sealed class VisitTallies
{
    private const int BitsOfAWord = 64;

    private readonly Dictionary<SalespersonId, Tally> _tallies = [];
    private readonly List<Tally> _asked = [];

    /// <summary>Adds one who is reported even without a visit; false when he is there already.</summary>
    internal bool Add(SalespersonId salesperson, decimal sellingDays)
    {
        if (_tallies.ContainsKey(salesperson))
            return false;

        var tally = Of(salesperson);
        tally.SellingDays = sellingDays;
        _asked.Add(tally);
        return true;
    }

    /// <summary>
    /// Counts a visit. Visits come customer by customer and day by day; those of one salesperson with one <paramref name="day"/> are one.
    /// </summary>
    /// <param name="visit">The visit.</param>
    /// <param name="customer">The number of the customer.</param>
    /// <param name="day">What is counted once.</param>
    /// <param name="ofSpan">Which day of the span it is, from 0.</param>
    internal void Count(Visit visit, int customer, int day, int ofSpan)
    {
        var tally = Of(visit.Salesperson);
        tally.BeInField(ofSpan);
        if (tally.Customer != customer)
        {
            tally.Customer = customer;
            tally.Customers++;
        }

        if (tally.Day != day)
        {
            tally.Day = day;
            tally.Made++;
        }

        tally.Orders.Add(visit);
        if (visit.OrderTaken && tally.DayOfOrder != day)
        {
            tally.DayOfOrder = day;
            tally.WithOrder++;
        }
    }

    /// <param name="sellingDays">The selling days of who was not asked for, or null.</param>
    internal VisitFigures[] ToFigures(decimal? sellingDays) =>
        [.. _asked.Concat(_tallies.Values.Except(_asked).OrderBy(tally => tally.Salesperson))
            .Select(tally => new VisitFigures(
                tally.Salesperson, tally.Made, tally.WithOrder, tally.Customers, tally.DaysInField, tally.SellingDays ?? sellingDays,
                tally.Orders))];

    /// <summary>The orders of all of them.</summary>
    internal VisitOrders ToOrders()
    {
        var orders = new VisitOrders();
        foreach (var tally in _tallies.Values)
            orders.Add(tally.Orders);

        return orders;
    }

    private Tally Of(SalespersonId salesperson)
    {
        if (!_tallies.TryGetValue(salesperson, out var tally))
        {
            tally = new Tally(salesperson);
            _tallies.Add(salesperson, tally);
        }

        return tally;
    }

    private sealed class Tally
    {
        // A bit for each day of the span, so that a day is counted once in whatever order the customers come.
        private ulong[] _days = [];

        internal Tally(SalespersonId salesperson) => Salesperson = salesperson;

        internal SalespersonId Salesperson { get; }

        internal VisitOrders Orders { get; } = new();

        internal decimal? SellingDays { get; set; }

        internal int DaysInField { get; private set; }

        internal int Made { get; set; }

        internal int WithOrder { get; set; }

        internal int Customers { get; set; }

        internal int Customer { get; set; } = -1;

        internal int Day { get; set; } = -1;

        internal int DayOfOrder { get; set; } = -1;

        internal void BeInField(int day)
        {
            var (index, bit) = (day / BitsOfAWord, 1UL << (day % BitsOfAWord));
            if (index >= _days.Length)
                Array.Resize(ref _days, Math.Max(index + 1, _days.Length * 2));
            if ((_days[index] & bit) != 0)
                return;

            _days[index] |= bit;
            DaysInField++;
        }
    }
}
