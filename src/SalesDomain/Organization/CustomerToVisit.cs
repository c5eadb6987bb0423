using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>A customer that is to be visited: its class, the days of the relation, and its turn in a cycle.</summary>
/// <remarks>Where a class changes, a plan is made with the class of its time. Equality is by all values.</remarks>
public sealed record CustomerToVisit
{
    /// <summary>A customer that has its turn in the first period of a cycle.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="customerClass">Its class.</param>
    /// <param name="during">The days of the relation: visits are planned, and can be overdue, on these days alone.</param>
    /// <exception cref="ArgumentException">An identifier holds no code.</exception>
    public CustomerToVisit(CustomerId customer, CustomerClassId customerClass, DateSpan during)
        : this(Identifier.Given(customer), Identifier.Given(customerClass), during, 0)
    {
    }

    private CustomerToVisit(CustomerId customer, CustomerClassId customerClass, DateSpan during, int turn)
    {
        Customer = customer;
        Class = customerClass;
        During = during;
        Turn = turn;
    }

    /// <summary>The customer.</summary>
    public CustomerId Customer { get; }

    /// <summary>Its class.</summary>
    public CustomerClassId Class { get; }

    /// <summary>The days of the relation.</summary>
    public DateSpan During { get; }

    /// <summary>
    /// How many periods after the start of the policy its own cycle begins: of two customers that are visited every two months, the one
    /// with turn 0 has the odd months and the one with turn 1 the even ones.
    /// </summary>
    public int Turn { get; }

    /// <summary>The customer with another turn; <see cref="VisitPolicy.TakeTurns"/> gives turns to all.</summary>
    /// <param name="turn">Periods, zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="turn"/> is negative.</exception>
    public CustomerToVisit WithTurn(int turn) => new(Customer, Class, During, Guard.Against.OutsideRange(0, int.MaxValue, turn));

    /// <summary>Customer, class and days, for a log.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Customer + " (" + Class + ") " + During + (Turn == 0 ? "" : ", turn " + InvariantText.Number(Turn));
}
