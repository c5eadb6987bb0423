using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Customers;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>A customer that is to be visited: its class in the course of time, the days of the relation, and its turn in a
/// cycle.</summary>
/// <remarks>What is asked on a day is asked by the class of that day. Equality is by all values.</remarks>
public sealed record CustomerToVisit
{
    /// <summary>A customer that is always in one class, with its turn in the first period of a cycle.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="customerClass">Its class.</param>
    /// <param name="span">The days of the relation: visits are planned, and can be overdue, on these days alone.</param>
    /// <exception cref="ArgumentException">An identifier holds no code.</exception>
    public CustomerToVisit(CustomerId customer, CustomerClassId customerClass, DateSpan span)
        : this(Identifier.Given(customer), Timeline.Always(Identifier.Given(customerClass)), span, 0)
    {
    }

    private CustomerToVisit(CustomerId customer, Timeline<CustomerClassId> classes, DateSpan span, int turn)
    {
        Customer = customer;
        Classes = classes;
        Span = span;
        Turn = turn;
    }

    /// <summary>The customer.</summary>
    public CustomerId Customer { get; }

    /// <summary>Its classes in the course of time; a gap where it has none.</summary>
    public Timeline<CustomerClassId> Classes { get; }

    /// <summary>The days of the relation.</summary>
    public DateSpan Span { get; }

    /// <summary>
    /// How many periods after the start of the policy its own cycle begins: of two customers that are visited every two months, the one
    /// with turn 0 has the odd months and the one with turn 1 the even ones.
    /// </summary>
    public int Turn { get; }

    /// <summary>A customer that is in the class of each day, with its turn in the first period of a cycle.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="classes">The classes of all customers; on a day on which this one has none, it is unclassed.</param>
    /// <param name="span">The days of the relation: visits are planned, and can be overdue, on these days alone.</param>
    /// <returns>The customer with its turn in the first period.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="classes"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="customer"/> holds no code.</exception>
    public static CustomerToVisit FromClasses(CustomerId customer, CustomerClasses classes, DateSpan span) =>
        new(customer, Guard.Against.Null(classes).HistoryOf(customer), span, 0);

    /// <summary>The customer with another turn; <see cref="VisitPolicy.TakeTurns"/> gives turns to all.</summary>
    /// <param name="turn">Periods, zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="turn"/> is negative.</exception>
    public CustomerToVisit WithTurn(int turn) => new(Customer, Classes, Span, Guard.Against.OutsideRange(0, int.MaxValue, turn));

    /// <summary>Its class on a day, if it has one.</summary>
    /// <param name="on">The day.</param>
    /// <param name="customerClass">The class, or the default value.</param>
    /// <returns>False where it is unclassed on the day.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public bool TryClassOn(LocalDate on, out CustomerClassId customerClass) =>
        Classes.TryAt(Guard.Against.OtherCalendar(on), out customerClass);

    /// <summary>Customer, classes and days, for a log.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Customer + " (" + Words() + ") " + Span + (Turn == 0 ? "" : ", turn " + InvariantText.Number(Turn));

    private string Words() =>
        Classes.Entries.Count == 0 ? "no class"
            : Classes.Entries.Count == 1 && Classes.Entries[0].Span == DateSpan.Always ? Classes.Entries[0].Value.ToString()
            : Classes.ToString();
}
