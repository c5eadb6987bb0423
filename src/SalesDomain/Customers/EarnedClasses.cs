using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Customers;

/// <summary>What reviews gave: which class each customer earned on the day of each review (评级结果).</summary>
/// <remarks>
/// <para>
/// A class earned is of the day of a review and no span of days: two reviews that gave the same are two, and so they count when a rule asks
/// for two in a row. The class a customer is in is another thing, <see cref="CustomerClasses"/>, which <see cref="ClassMovement"/> makes of
/// it.
/// </para>
/// <para>Immutable. Equality is by customers and what each review gave them, however they were given.</para>
/// </remarks>
public sealed class EarnedClasses : IEquatable<EarnedClasses>
{
    // In the order of first mention; the reviews of each by day.
    private readonly CustomerId[] _customers;
    private readonly Dictionary<CustomerId, (LocalDate On, CustomerClassId Class)[]> _reviews;

    private EarnedClasses(CustomerId[] customers, Dictionary<CustomerId, (LocalDate On, CustomerClassId Class)[]> reviews)
    {
        _customers = customers;
        _reviews = reviews;
    }

    /// <summary>Nobody was reviewed.</summary>
    public static EarnedClasses Empty { get; } = new([], []);

    /// <summary>The customers that a review had, in the order of first mention.</summary>
    public IReadOnlyList<CustomerId> Customers => Array.AsReadOnly(_customers);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">What reviews gave.</param>
    /// <param name="right">What others gave.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(EarnedClasses? left, EarnedClasses? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">What reviews gave.</param>
    /// <param name="right">What others gave.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(EarnedClasses? left, EarnedClasses? right) => !(left == right);

    /// <summary>These and what one more review gave, or more of the same review. Reviews may come in any order.</summary>
    /// <param name="reviewedOn">The day of the review: the first on which its classes can be in force.</param>
    /// <param name="classes">The customers reviewed, each once on that day, with the class earned.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="classes"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A customer was reviewed on that day already, an identifier is the default value, or <paramref name="reviewedOn"/> is not of the ISO
    /// calendar.
    /// </exception>
    public EarnedClasses With(LocalDate reviewedOn, IEnumerable<(CustomerId Customer, CustomerClassId Class)> classes)
    {
        Guard.Against.OtherCalendar(reviewedOn);
        Guard.Against.Null(classes);
        var reviews = new Dictionary<CustomerId, (LocalDate On, CustomerClassId Class)[]>(_reviews);
        var mentioned = new List<CustomerId>();
        foreach (var (customer, customerClass) in classes)
        {
            Identifier.Given(customer, nameof(classes));
            Identifier.Given(customerClass, nameof(classes));
            var before = reviews.TryGetValue(customer, out var known) ? known : [];
            if (Array.Exists(before, review => review.On == reviewedOn))
            {
                throw Guards.Invalid(
                    nameof(classes), customer.ToString(), "must have each customer once on " + InvariantText.Date(reviewedOn));
            }

            reviews[customer] = [.. before.Where(review => review.On < reviewedOn), (reviewedOn, customerClass),
                .. before.Where(review => review.On > reviewedOn)];
            mentioned.Add(customer);
        }

        return new EarnedClasses([.. _customers.Concat(mentioned).Distinct()], reviews);
    }

    /// <summary>These and what an ABC review gave.</summary>
    /// <typeparam name="TValue">The type of the values they were ranked by.</typeparam>
    /// <param name="reviewedOn">The day of the review: the first on which its classes can be in force.</param>
    /// <param name="items">The customers as <see cref="ParetoClasses"/> classed them, all of one review. Give those without sales with
    /// zero: who is not reviewed keeps the class of before.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or an item is null.</exception>
    /// <exception cref="ArgumentException">
    /// A customer was reviewed on that day already or is the default value, the name of a class is no code, or
    /// <paramref name="reviewedOn"/> is not of the ISO calendar.
    /// </exception>
    public EarnedClasses With<TValue>(LocalDate reviewedOn, IEnumerable<ParetoItem<CustomerId, TValue>> items)
        where TValue : struct
    {
        Guard.Against.Null(items);
        return With(reviewedOn, ReviewedCustomers.Of(items));
    }

    /// <summary>What the reviews gave a customer.</summary>
    /// <param name="customer">The customer.</param>
    /// <returns>The days of its reviews with the class earned on each, by day; none where it was never reviewed.</returns>
    /// <exception cref="ArgumentException"><paramref name="customer"/> is the default value.</exception>
    public IReadOnlyList<(LocalDate On, CustomerClassId Class)> ReviewsOf(CustomerId customer) =>
        Array.AsReadOnly(_reviews.TryGetValue(Identifier.Given(customer), out var reviews) ? reviews : []);

    /// <summary>Whether the other has the same customers with the same classes earned on the same days.</summary>
    /// <param name="other">What to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(EarnedClasses? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _customers.Length == other._customers.Length
            && _customers.All(customer =>
                other._reviews.TryGetValue(customer, out var reviews) && reviews.SequenceEqual(_reviews[customer])));

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as EarnedClasses);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // A sum, since the order of mention is no part of it.
        var hash = _customers.Length;
        foreach (var customer in _customers)
        {
            foreach (var (on, its) in _reviews[customer])
                hash = unchecked(hash + Hash.Combine(customer.GetHashCode(), on.GetHashCode(), its.GetHashCode()));
        }

        return hash;
    }

    /// <summary>The customers with what they earned, a line each: <c>C-1: A on 2026-01-01, B on 2026-07-01</c>.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() =>
        string.Concat(_customers.Select(customer => customer + ": "
            + string.Join(", ", _reviews[customer].Select(review => review.Class + " on " + InvariantText.Date(review.On))) + "\n"));
}
