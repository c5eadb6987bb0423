using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Customers;

/// <summary>The class of each customer in the course of time: A from January, B after the review in July, or not classed yet.</summary>
/// <remarks>
/// <para>
/// A customer has one class on a day or none; two are refused. That it has none is an answer of its own and never the last class: a
/// customer nobody has classed is not a C customer. Groups, of which a customer may be in several, are another thing
/// (<see cref="CustomerGroupId"/>).
/// </para>
/// <para>
/// Immutable. Equality is by customers, classes and spans as they were given, in any order: a class over two spans that adjoin is not
/// equal to the same class over one of all their days. A class is found in one look-up and by halving, without allocating.
/// </para>
/// </remarks>
public sealed class CustomerClasses : IEquatable<CustomerClasses>
{
    // In the order of first mention.
    private readonly CustomerId[] _customers;
    private readonly Dictionary<CustomerId, Timeline<CustomerClassId>> _classes;

    private CustomerClasses(CustomerId[] customers, Dictionary<CustomerId, Timeline<CustomerClassId>> classes)
    {
        _customers = customers;
        _classes = classes;
    }

    /// <summary>Nobody is classed.</summary>
    public static CustomerClasses Empty { get; } = new([], []);

    /// <summary>The customers that have a class on any day, in the order of first mention.</summary>
    public IReadOnlyList<CustomerId> Customers => Array.AsReadOnly(_customers);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Classes.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CustomerClasses? left, CustomerClasses? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Classes.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CustomerClasses? left, CustomerClasses? right) => !(left == right);

    /// <summary>Classes of customers over spans of days, in any order.</summary>
    /// <param name="classes">Which customer is in which class on which days.</param>
    /// <returns>The classes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="classes"/> is null.</exception>
    /// <exception cref="ArgumentException">A customer has two classes on a day, or an identifier is the default value.</exception>
    public static CustomerClasses Of(params (CustomerId Customer, CustomerClassId Class, DateSpan Span)[] classes)
    {
        Guard.Against.Null(classes);
        return Empty.With(classes);
    }

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

    /// <summary>The class of a customer on a day, if it has one.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="on">The day.</param>
    /// <param name="customerClass">The class, or the default value.</param>
    /// <returns>False when it is not classed on the day.</returns>
    /// <exception cref="ArgumentException"><paramref name="customer"/> is the default value, or <paramref name="on"/> is not of the ISO
    /// calendar.</exception>
    public bool TryClassOf(CustomerId customer, LocalDate on, out CustomerClassId customerClass)
    {
        Identifier.Given(customer);
        Guard.Against.OtherCalendar(on);
        customerClass = default;
        return _classes.TryGetValue(customer, out var classes) && classes.TryAt(on, out customerClass);
    }

    /// <summary>All classes of a customer in the course of time.</summary>
    /// <param name="customer">The customer.</param>
    /// <returns>Its classes by span; a gap where it has none.</returns>
    /// <exception cref="ArgumentException"><paramref name="customer"/> is the default value.</exception>
    public Timeline<CustomerClassId> HistoryOf(CustomerId customer) =>
        _classes.TryGetValue(Identifier.Given(customer), out var classes) ? classes : Timeline.Empty<CustomerClassId>();

    /// <summary>The customers of a class on a day.</summary>
    /// <param name="customerClass">The class.</param>
    /// <param name="on">The day.</param>
    /// <returns>The customers, in the order of first mention.</returns>
    /// <exception cref="ArgumentException"><paramref name="customerClass"/> is the default value, or <paramref name="on"/> is not of the
    /// ISO calendar.</exception>
    public IReadOnlyList<CustomerId> CustomersOf(CustomerClassId customerClass, LocalDate on)
    {
        Identifier.Given(customerClass);
        Guard.Against.OtherCalendar(on);
        return Array.AsReadOnly(Array.FindAll(_customers, customer => TryClassOf(customer, on, out var its) && its == customerClass));
    }

    /// <summary>The customers of a list that have no class on a day.</summary>
    /// <param name="customers">The customers that ought to have one; some may never have had any.</param>
    /// <param name="on">The day.</param>
    /// <returns>Those without, in the order given.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is null.</exception>
    /// <exception cref="ArgumentException">A customer is the default value, or <paramref name="on"/> is not of the ISO
    /// calendar.</exception>
    public IReadOnlyList<CustomerId> UnclassedOn(IEnumerable<CustomerId> customers, LocalDate on)
    {
        Guard.Against.OtherCalendar(on);
        Guard.Against.Null(customers);
        return Array.AsReadOnly(
            customers.Where(customer => !TryClassOf(Identifier.Given(customer, nameof(customers)), on, out _)).ToArray());
    }

    /// <summary>The customers that are in another class on a later day than on an earlier one: who went up, who went down, who is
    /// new.</summary>
    /// <param name="earlier">A day.</param>
    /// <param name="later">A later day, or the same.</param>
    /// <returns>The changes, in the order of first mention of the customers.</returns>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="later"/> is before <paramref name="earlier"/>.</exception>
    public IReadOnlyList<CustomerClassChange> ChangesBetween(LocalDate earlier, LocalDate later)
    {
        Guard.Against.OtherCalendar(earlier);
        Guard.Against.OtherCalendar(later);
        if (later < earlier)
            throw Guards.OutOfRange(nameof(later), InvariantText.Date(later), "must not be before " + InvariantText.Date(earlier));

        return Array.AsReadOnly(_customers
            .Select(customer => new CustomerClassChange(customer, ClassOf(customer, earlier), ClassOf(customer, later)))
            .Where(change => change.Before != change.After).ToArray());
    }

    /// <summary>Whether the other has the same customers in the same classes over the same spans.</summary>
    /// <param name="other">The classes to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CustomerClasses? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _customers.Length == other._customers.Length
            && _customers.All(customer => other._classes.TryGetValue(customer, out var classes) && classes == _classes[customer]));

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as CustomerClasses);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // A sum, since the order of mention is no part of it.
        var hash = _customers.Length;
        foreach (var customer in _customers)
            hash = unchecked(hash + Hash.Combine(customer.GetHashCode(), _classes[customer].GetHashCode()));

        return hash;
    }

    /// <summary>The customers with their classes, a line each: <c>C-1: 2026-01-01/2026-06-30: A, 2026-07-01/..: B</c>.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() => string.Concat(_customers.Select(customer => customer + ": " + _classes[customer] + "\n"));

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

    private CustomerClassId? ClassOf(CustomerId customer, LocalDate on) =>
        TryClassOf(customer, on, out var customerClass) ? customerClass : null;
}
