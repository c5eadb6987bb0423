using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

public sealed partial class VisitLog
{
    /// <summary>Visits, strike rate and visits a day of some days, by salesperson and in total, with the selling days of each.</summary>
    /// <param name="span">The days, both ends included.</param>
    /// <param name="salespersons">
    /// Who is reported, also without any visit, with the selling days in <paramref name="span"/>, zero or more: the working days of the
    /// employment less leave. Who made visits besides is added without selling days, so that no visit is lost; the total has none then.
    /// </param>
    /// <param name="counting">How several visits of a day count.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="salespersons"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="span"/> has an open end, or a salesperson comes twice or holds no
    /// code.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Selling days are negative, or <paramref name="counting"/> is not a value of its type.
    /// </exception>
    public VisitReport Report(
        DateSpan span, IEnumerable<(SalespersonId Salesperson, decimal SellingDays)> salespersons, VisitCounting counting)
    {
        Guard.Against.Null(salespersons);
        Guard.Against.Undefined(counting);
        return span.Days is not null ? Report(span, salespersons, null, counting)
            : throw Guards.Invalid(nameof(span), span.ToString(), "must have a first and a last day");
    }

    /// <summary>The same where everybody has all working days of a calendar: nobody joined, left or was on leave.</summary>
    /// <param name="calendar">The days that are worked.</param>
    /// <param name="span">The days, both ends included.</param>
    /// <param name="salespersons">
    /// Who is reported, also without any visit: an idle salesperson has selling days and no strike rate. Who made visits besides is added,
    /// so that no visit is lost.
    /// </param>
    /// <param name="counting">How several visits of a day count.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> or <paramref name="salespersons"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="span"/> has an open end, or a salesperson comes twice or holds no
    /// code.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="span"/> is not within the validity of the calendar, or <paramref name="counting"/> is not a value of its type.
    /// </exception>
    public VisitReport Report(WorkCalendar calendar, DateSpan span, IEnumerable<SalespersonId> salespersons, VisitCounting counting)
    {
        Guard.Against.Null(calendar);
        Guard.Against.Null(salespersons);
        Guard.Against.Undefined(counting);
        decimal workingDays = calendar.WorkingDays(span);
        return Report(span, salespersons.Select(salesperson => (salesperson, workingDays)), workingDays, counting);
    }

    private VisitReport Report(
        DateSpan span, IEnumerable<(SalespersonId Salesperson, decimal SellingDays)> salespersons, decimal? ofOthers,
        VisitCounting counting)
    {
        var tallies = new VisitTallies();
        foreach (var (salesperson, sellingDays) in salespersons)
        {
            Guard.Against.Below(0m, sellingDays, nameof(salespersons));
            if (!tallies.Add(Identifier.Given(salesperson, nameof(salespersons)), sellingDays))
                throw Guards.Invalid(nameof(salespersons), salesperson.ToString(), "must have each salesperson once");
        }

        var (customers, firstDay) = (0, DayNumber.Of(span.Start!.Value));
        for (var group = 0; group < _groups.Customers.Length; group++)
        {
            var isVisited = false;
            for (int at = _groups.Start(group), end; at < _groups.Start(group + 1); at = end)
            {
                end = _groups.EndOfDay(at, group);
                if (!span.Contains(_groups.Visits[at].Date))
                    continue;

                isVisited = true;
                for (var i = at; i < end; i++)
                {
                    tallies.Count(
                        _groups.Visits[i], group, day: counting == VisitCounting.OncePerDay ? at : i, ofSpan: _groups.Day(i) - firstDay);
                }
            }

            customers += isVisited ? 1 : 0;
        }

        return new VisitReport(span, tallies.ToFigures(ofOthers), customers, tallies.ToOrders());
    }
}
