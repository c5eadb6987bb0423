using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

public sealed partial class VisitPolicy
{
    /// <summary>When a customer is to be visited next at the latest, and by how many days that is overdue.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="lastVisit">The day of the last visit, or null for none.</param>
    /// <param name="on">The day that is asked on; its rule counts.</param>
    /// <returns>The answer, also where no visit is due.</returns>
    /// <remarks>
    /// Nobody is overdue for days on which nothing was asked. The interval is counted from the last visit, from the start of the relation
    /// or of the policy, or from the first of the days since which some rule asks for an interval without a gap, whichever is the latest;
    /// rules whose days adjoin leave no gap, nor does a change of class. Where the interval is shortened on a day, the visit is due when
    /// the longer one ends or when the shorter one has passed since that day, whichever is earlier. One visit more never makes anything
    /// overdue.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="customer"/> is null.</exception>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lastVisit"/> is after <paramref name="on"/>.</exception>
    /// <exception cref="OverflowException">The day would be after 9999-12-31.</exception>
    public NextVisit NextVisit(CustomerToVisit customer, LocalDate? lastVisit, LocalDate on)
    {
        Guard.Against.Null(customer);
        Guard.Against.OtherCalendar(on);
        if (lastVisit is { } last && Guard.Against.OtherCalendar(last, nameof(lastVisit)) > on)
            throw Guards.OutOfRange(nameof(lastVisit), InvariantText.Date(last), "must not be after " + InvariantText.Date(on));

        var rule = customer.Span.Contains(on) && TryRule(customer, on, out var inForce) ? inForce : null;
        return new NextVisit(customer, rule, First.Start, AskedOf(customer, rule, on), lastVisit, on);
    }

    /// <summary>The same for each customer of a list, by a log of visits: the list of overdue visits is those that are overdue.</summary>
    /// <param name="customers">The customers, each once.</param>
    /// <param name="log">The visits; those after the day do not count.</param>
    /// <param name="on">The day that is asked on.</param>
    /// <returns>The answers, in the order of the customers.</returns>
    /// <exception cref="ArgumentNullException">An argument or a customer is null.</exception>
    /// <exception cref="ArgumentException">A customer comes twice, or the day is not of the ISO calendar.</exception>
    /// <exception cref="OverflowException">A day would be after 9999-12-31.</exception>
    public IReadOnlyList<NextVisit> NextVisits(IEnumerable<CustomerToVisit> customers, VisitLog log, LocalDate on)
    {
        Guard.Against.Null(customers);
        Guard.Against.Null(log);
        Guard.Against.OtherCalendar(on);
        return Array.AsReadOnly(Array.ConvertAll(
            Checked(customers, nameof(customers)), customer => NextVisit(customer, log.LastVisit(customer.Customer, on), on)));
    }

    /// <summary>The intervals of a customer, back from a day while there is one on the day before.</summary>
    private AskedIntervals AskedOf(CustomerToVisit customer, VisitRule? rule, LocalDate on)
    {
        var asked = new List<(LocalDate Since, int Days)>();
        var earliest = LocalDate.Max(First.Start, customer.Span.Start ?? First.Start);
        var day = on;
        while (rule?.MaximumIntervalDays is { } days)
        {
            var start = StartOfRule(customer, day);
            asked.Add((start is { } since && since > earliest ? since : earliest, days));
            if (!(start > earliest))
                return new AskedIntervals(asked, null);

            day = start.Value.PlusDays(-1);
            rule = TryRule(customer, day, out var before) ? before : null;
        }

        return new AskedIntervals(asked, asked.Count == 0 ? null : asked[asked.Count - 1].Since);
    }

    private static LocalDate? Latest(LocalDate? left, LocalDate? right) => left is null || right > left ? right : left;

    /// <summary>The first day since which the rule of a day is in force, or null where it always was.</summary>
    private LocalDate? StartOfRule(CustomerToVisit customer, LocalDate day)
    {
        LocalDate? start = null;
        if (_ofCustomers.TryGetValue(customer.Customer, out var own))
        {
            foreach (var entry in own.Entries)
            {
                if (entry.Span.Contains(day))
                    return entry.Span.Start;
                if (entry.Span.End < day)
                    start = entry.Span.End.Value.PlusDays(1);
            }
        }

        var its = customer.Classes.Entries.First(entry => entry.Span.Contains(day));
        var ofClass = _ofClasses[its.Value].Entries.First(entry => entry.Span.Contains(day));
        return Latest(start, Latest(its.Span.Start, ofClass.Span.Start));
    }
}
