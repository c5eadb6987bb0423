using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>A visit that was made: the fact that visit coverage, strike rate, visit plans and coaching are measured by.</summary>
/// <remarks>Built by <see cref="VisitBuilder"/>. Equality is by all values, coaches in any order.</remarks>
public sealed record Visit
{
    private readonly SalespersonId[] _coaches;

    internal Visit(VisitBuilder given)
    {
        Id = Identifier.Given(given.Id, nameof(given.Id));
        Date = Guard.Against.OtherCalendar(Required.Set(given.Date, nameof(given.Date)), nameof(given.Date));
        Customer = Identifier.Given(given.Customer, nameof(given.Customer));
        Salesperson = Identifier.Given(given.Salesperson, nameof(given.Salesperson));
        Purpose = Identifier.GivenOrNull(given.Purpose, nameof(given.Purpose));
        Order = Identifier.GivenOrNull(given.Order, nameof(given.Order));
        OrderLines = given.OrderLines is { } lines ? Guard.Against.OutsideRange(1, int.MaxValue, lines, nameof(given.OrderLines)) : null;
        OrderValue = given.OrderValue is not { IsNegative: true } worthless ? given.OrderValue
            : throw Guards.OutOfRange(nameof(given.OrderValue), worthless.ToString(), "must not be negative");
        OrderTaken = given.OrderTaken || Order is not null || OrderLines is not null || OrderValue is not null;
        _coaches = [.. (given.AccompaniedBy ?? []).Select(coach => Identifier.Given(coach, nameof(AccompaniedBy))).OrderBy(coach => coach)];
        for (var i = 0; i < _coaches.Length; i++)
        {
            if (_coaches[i] == Salesperson)
                throw Guards.Invalid(nameof(AccompaniedBy), _coaches[i].ToString(), "must not be the salesperson");
            if (i > 0 && _coaches[i] == _coaches[i - 1])
                throw Guards.Invalid(nameof(AccompaniedBy), _coaches[i].ToString(), "must name each coach once");
        }
    }

    /// <summary>The number of the visit's report; no two visits share it.</summary>
    public DocumentId Id { get; }

    /// <summary>The day.</summary>
    public LocalDate Date { get; }

    /// <summary>Who was visited.</summary>
    public CustomerId Customer { get; }

    /// <summary>Who visited.</summary>
    public SalespersonId Salesperson { get; }

    /// <summary>What for, or null.</summary>
    public VisitPurposeId? Purpose { get; }

    /// <summary>Whether an order was taken: a productive call.</summary>
    public bool OrderTaken { get; }

    /// <summary>The order that was taken, or null where none was, or its number is not known.</summary>
    public DocumentId? Order { get; }

    /// <summary>How many lines the order has, or null where none was taken, or they are not known.</summary>
    public int? OrderLines { get; }

    /// <summary>What the order is worth, or null where none was taken, or it is not known.</summary>
    public Money? OrderValue { get; }

    /// <summary>Who came along to coach, by code; empty for nobody.</summary>
    public IReadOnlyList<SalespersonId> AccompaniedBy => Array.AsReadOnly(_coaches);

    /// <summary>Whether a coach came along.</summary>
    public bool IsAccompanied => _coaches.Length > 0;

    /// <summary>A builder with this visit's values, for a changed copy.</summary>
    /// <returns>The builder.</returns>
    public VisitBuilder ToBuilder() => new()
    {
        Id = Id,
        Date = Date,
        Customer = Customer,
        Salesperson = Salesperson,
        Purpose = Purpose,
        OrderTaken = OrderTaken,
        Order = Order,
        OrderLines = OrderLines,
        OrderValue = OrderValue,
        AccompaniedBy = AccompaniedBy,
    };

    /// <summary>Whether the other has the same values.</summary>
    /// <param name="other">The visit to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Visit? other) =>
        other is not null && Id == other.Id && Date == other.Date && Customer == other.Customer && Salesperson == other.Salesperson
        && Purpose == other.Purpose && OrderTaken == other.OrderTaken && Order == other.Order && OrderLines == other.OrderLines
        && OrderValue == other.OrderValue && _coaches.SequenceEqual(other._coaches);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Id.GetHashCode(), Date.GetHashCode(), Customer.GetHashCode(), Salesperson.GetHashCode());

    /// <summary>Date, id, salesperson, customer, purpose and order with its lines and value, for a log.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        InvariantText.Date(Date) + " " + Id + " " + Salesperson + " at " + Customer
        + (Purpose is { } purpose ? " for " + purpose : "") + (OrderTaken ? ", order" + (Order is { } order ? " " + order : "") : "")
        + (OrderLines is { } lines ? ", " + InvariantText.Number(lines) + (lines == 1 ? " line" : " lines") : "")
        + (OrderValue is { } value ? ", " + value : "");
}
