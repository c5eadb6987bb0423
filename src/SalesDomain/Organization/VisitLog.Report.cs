using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

public sealed partial class VisitLog
{
    /// <summary>Visits, strike rate and visits a day of some days, by salesperson and in total.</summary>
    /// <param name="span">The days, both ends included.</param>
    /// <param name="calendar">Which of them are worked.</param>
    /// <param name="people">
    /// Who is reported, also without any visit: an idle salesperson has working days and no strike rate. Who made visits besides is added,
    /// so that no visit is lost.
    /// </param>
    /// <param name="counting">How several visits of a day count.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> or <paramref name="people"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="span"/> has an open end, or a salesperson comes twice or holds no
    /// code.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="span"/> is not within the validity of the calendar, or <paramref name="counting"/> is not a value of its type.
    /// </exception>
    public VisitReport Report(DateSpan span, WorkCalendar calendar, IEnumerable<SalespersonId> people, VisitCounting counting)
    {
        Guard.Against.Null(calendar);
        Guard.Against.Null(people);
        Guard.Against.Undefined(counting);
        var workingDays = calendar.WorkingDays(span);
        var tallies = new VisitTallies();
        foreach (var salesperson in people)
        {
            if (!tallies.Add(Identifier.Given(salesperson, nameof(people))))
                throw Guards.Invalid(nameof(people), salesperson.ToString(), "must have each salesperson once");
        }

        var customers = 0;
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
                    tallies.Count(_groups.Visits[i], group, day: counting == VisitCounting.OncePerDay ? at : i);
            }

            customers += isVisited ? 1 : 0;
        }

        return new VisitReport(span, tallies.ToFigures(workingDays), customers);
    }
}
