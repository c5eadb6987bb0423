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
public sealed partial class CustomerClasses : IEquatable<CustomerClasses>
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

    private CustomerClassId? ClassOf(CustomerId customer, LocalDate on) =>
        TryClassOf(customer, on, out var customerClass) ? customerClass : null;
}
