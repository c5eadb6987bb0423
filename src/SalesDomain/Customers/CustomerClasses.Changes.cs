using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Customers;

public sealed partial class CustomerClasses
{
    /// <summary>The classes with more of them, on days on which the customers have none.</summary>
    /// <param name="classes">Which customer is in which class on which days.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="classes"/> is null.</exception>
    /// <exception cref="ArgumentException">A customer would have two classes on a day, or an identifier is the default value.</exception>
    public CustomerClasses With(params (CustomerId Customer, CustomerClassId Class, DateSpan Span)[] classes)
    {
        Guard.Against.Null(classes);
        foreach (var (customer, customerClass, _) in classes)
        {
            Identifier.Given(customer, nameof(classes));
            Identifier.Given(customerClass, nameof(classes));
        }

        return Changed(classes.Select(each => each.Customer), all =>
        {
            foreach (var ofOne in classes.GroupBy(each => each.Customer))
            {
                var known = all.TryGetValue(ofOne.Key, out var timeline) ? timeline.Entries.Select(entry => (entry.Span, entry.Value)) : [];
                all[ofOne.Key] = OneADay(ofOne.Key, [.. known, .. ofOne.Select(each => (each.Span, each.Class))]);
            }
        });
    }

    /// <summary>The classes with one put over whatever a customer was in on some days; what was before and after them stays.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="customerClass">The class.</param>
    /// <param name="span">The days on which it is in the class.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException">An identifier is the default value.</exception>
    public CustomerClasses Override(CustomerId customer, CustomerClassId customerClass, DateSpan span)
    {
        Identifier.Given(customerClass);
        return WithHistory(customer, HistoryOf(customer).Override(span, customerClass));
    }

    /// <summary>The classes without that of a customer on some days: it is in none on them.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="span">The days; those on which it is in no class stay so.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="customer"/> is the default value.</exception>
    public CustomerClasses Without(CustomerId customer, DateSpan span) => WithHistory(customer, HistoryOf(customer).Without(span));

    /// <summary>
    /// The classes after a review: from a day on each of these customers is in its new class, whatever it was. The others stay in theirs,
    /// and who is in none stays visible by <see cref="UnclassedOn"/>.
    /// </summary>
    /// <param name="classes">The customers reviewed, each once, with the new class.</param>
    /// <param name="from">The first day of the new classes. A class from the same day on is replaced, so a review may be run again.</param>
    /// <returns>The changed copy.</returns>
    /// <remarks>A review does not know of later ones, so it cannot put its class over theirs: put in a class of the past by
    /// <see cref="Override"/>.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="classes"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A customer comes twice or is put into a class on a day after <paramref name="from"/> already, an identifier is the default value, or
    /// <paramref name="from"/> is not of the ISO calendar.
    /// </exception>
    public CustomerClasses WithReview(IEnumerable<(CustomerId Customer, CustomerClassId Class)> classes, LocalDate from)
    {
        Guard.Against.OtherCalendar(from);
        Guard.Against.Null(classes);
        return Reviewed([.. classes], from, nameof(from));
    }

    /// <summary>The classes after an ABC review: from a day on each of these customers is in the class it came to.</summary>
    /// <typeparam name="TValue">The type of the values they were ranked by.</typeparam>
    /// <param name="items">The customers as <see cref="ParetoClasses"/> classed them, all of one review. Give those without sales with
    /// zero: who is not reviewed keeps the class of before.</param>
    /// <param name="from">The first day of the new classes. A class from the same day on is replaced, so a review may be run again.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or an item is null.</exception>
    /// <exception cref="ArgumentException">
    /// A customer comes twice, is put into a class on a day after <paramref name="from"/> already or is the default value, the name of a
    /// class is no code, or <paramref name="from"/> is not of the ISO calendar.
    /// </exception>
    public CustomerClasses WithReview<TValue>(IEnumerable<ParetoItem<CustomerId, TValue>> items, LocalDate from)
        where TValue : struct
    {
        Guard.Against.Null(items);
        return WithReview(ReviewedCustomers.Of(items), from);
    }

    /// <summary>The classes after a review; the day is called by its parameter where it comes before a class that is there.</summary>
    internal CustomerClasses Reviewed((CustomerId Customer, CustomerClassId Class)[] classes, LocalDate from, string ofDay)
    {
        var once = new HashSet<CustomerId>();
        foreach (var (customer, customerClass) in classes)
        {
            Identifier.Given(customerClass, nameof(classes));
            if (!once.Add(Identifier.Given(customer, nameof(classes))))
                throw Guards.Invalid(nameof(classes), customer.ToString(), "must have each customer once");
            var spans = HistoryOf(customer).Entries;
            if (spans.Count > 0 && spans[spans.Count - 1] is var last && last.Span.Start is { } start && start > from)
            {
                throw Guards.Invalid(
                    ofDay, InvariantText.Date(from),
                    "must not be before a class that is there: " + customer + " is " + last.Value + " from " + InvariantText.Date(start));
            }
        }

        return Changed(classes.Select(each => each.Customer), all =>
        {
            foreach (var (customer, customerClass) in classes)
            {
                var before = all.TryGetValue(customer, out var known) ? known : Timeline.Empty<CustomerClassId>();
                all[customer] = before.Override(DateSpan.From(from), customerClass);
            }
        });
    }

    private static Timeline<CustomerClassId> OneADay(CustomerId customer, (DateSpan Span, CustomerClassId Class)[] classes)
    {
        Array.Sort(classes, (left, right) => Nullable.Compare(left.Span.Start, right.Span.Start));
        for (var i = 1; i < classes.Length; i++)
        {
            var (earlier, later) = (classes[i - 1], classes[i]);
            if (earlier.Span.Overlaps(later.Span))
            {
                throw Guards.Invalid(
                    nameof(classes), customer + ": " + earlier.Class + " " + earlier.Span + " and " + later.Class + " " + later.Span,
                    "must not put a customer in two classes on a day");
            }
        }

        return Timeline.Of(classes);
    }

    private CustomerClasses Changed(IEnumerable<CustomerId> mentioned, Action<Dictionary<CustomerId, Timeline<CustomerClassId>>> change)
    {
        var classes = new Dictionary<CustomerId, Timeline<CustomerClassId>>(_classes);
        change(classes);
        return new CustomerClasses([.. _customers.Concat(mentioned).Distinct()], classes);
    }

    private CustomerClasses WithHistory(CustomerId customer, Timeline<CustomerClassId> history) =>
        history.Entries.Count > 0 ? Changed([customer], all => all[customer] = history)
            : !_classes.ContainsKey(customer) ? this
            : new CustomerClasses(
                Array.FindAll(_customers, each => each != customer),
                _classes.Where(entry => entry.Key != customer).ToDictionary(entry => entry.Key, entry => entry.Value));
}
