using System;
using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Organization;

/// <summary>Gathers the values of a <see cref="Visit"/>, which checks them all at once.</summary>
/// <remarks>
/// Id, date, customer and salesperson must be set. A builder is mutable and not meant for several threads; the visits it builds are
/// immutable.
/// </remarks>
public sealed class VisitBuilder
{
    /// <summary>The number of the visit's report.</summary>
    public DocumentId Id { get; set; }

    /// <summary>The day.</summary>
    public LocalDate? Date { get; set; }

    /// <summary>Who was visited.</summary>
    public CustomerId Customer { get; set; }

    /// <summary>Who visited.</summary>
    public SalespersonId Salesperson { get; set; }

    /// <summary>What for, or null.</summary>
    public VisitPurposeId? Purpose { get; set; }

    /// <summary>Whether an order was taken; true also whenever <see cref="Order"/>, <see cref="OrderLines"/> or <see cref="OrderValue"/> is
    /// set.</summary>
    public bool OrderTaken { get; set; }

    /// <summary>The order that was taken, or null.</summary>
    public DocumentId? Order { get; set; }

    /// <summary>How many lines the order has, 1 or more, or null where they are not known.</summary>
    public int? OrderLines { get; set; }

    /// <summary>What the order is worth, zero or more, or null where it is not known.</summary>
    public Money? OrderValue { get; set; }

    /// <summary>Who came along to coach, each once and not the salesperson; null for nobody.</summary>
    public IEnumerable<SalespersonId>? AccompaniedBy { get; set; }

    /// <summary>Builds the visit.</summary>
    /// <returns>The immutable visit.</returns>
    /// <exception cref="ArgumentException">
    /// A value that must be set is not, the date is not of the ISO calendar, or a coach comes twice or is the salesperson.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The lines of the order are below 1, or its value is negative.</exception>
    public Visit Build() => new(this);
}
