using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Organization;

/// <summary>Counts visits by salesperson: one look-up for each visit, and what was counted last in place of sets of what was
/// counted.</summary>
internal sealed class VisitTallies
{
    private readonly Dictionary<SalespersonId, Tally> _tallies = [];
    private readonly List<Tally> _asked = [];

    /// <summary>Adds one who is reported even without a visit; false when he is there already.</summary>
    internal bool Add(SalespersonId salesperson)
    {
        if (_tallies.ContainsKey(salesperson))
            return false;

        _asked.Add(Of(salesperson));
        return true;
    }

    /// <summary>
    /// Counts a visit. Visits come customer by customer and day by day; those of one salesperson with one <paramref name="day"/> are one.
    /// </summary>
    internal void Count(Visit visit, int customer, int day)
    {
        var tally = Of(visit.Salesperson);
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

        if (visit.OrderTaken && tally.DayOfOrder != day)
        {
            tally.DayOfOrder = day;
            tally.WithOrder++;
        }
    }

    internal VisitFigures[] ToFigures(int workingDays) =>
        [.. _asked.Concat(_tallies.Values.Except(_asked).OrderBy(tally => tally.Salesperson))
            .Select(tally => new VisitFigures(tally.Salesperson, tally.Made, tally.WithOrder, tally.Customers, workingDays))];

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
        internal Tally(SalespersonId salesperson) => Salesperson = salesperson;

        internal SalespersonId Salesperson { get; }

        internal int Made { get; set; }

        internal int WithOrder { get; set; }

        internal int Customers { get; set; }

        internal int Customer { get; set; } = -1;

        internal int Day { get; set; } = -1;

        internal int DayOfOrder { get; set; } = -1;
    }
}
