using System;
using NodaTime;

namespace SalesDomain;

/// <summary>Gathers the values of a <see cref="CollectionLine"/>, which checks them all at once.</summary>
/// <remarks>
/// Document, line, date, customer and amount must be set, and the maturity of a bill. A builder is mutable and not meant for several
/// threads; the lines it builds are immutable.
/// </remarks>
public sealed class CollectionLineBuilder
{
    /// <summary>The receipt.</summary>
    public DocumentId Document { get; set; }

    /// <summary>The line's number in the receipt, zero or more.</summary>
    public int? Line { get; set; }

    /// <summary>The day the money or the bill came in, or went back.</summary>
    public LocalDate? Date { get; set; }

    /// <summary>Who paid.</summary>
    public CustomerId Customer { get; set; }

    /// <summary>How much, with tax; negative to take a receipt back.</summary>
    public Money? Amount { get; set; }

    /// <summary>What was paid with; <see cref="SalesDomain.Instrument.Cash"/> unless set.</summary>
    public Instrument Instrument { get; set; }

    /// <summary>When a bill falls due; null for cash.</summary>
    public LocalDate? Maturity { get; set; }

    /// <summary>The invoice the money is for, or null while it is not applied.</summary>
    public DocumentId? Invoice { get; set; }

    /// <summary>When what is paid was due, or null where it is not known.</summary>
    public LocalDate? DueDate { get; set; }

    /// <summary>Whose collection it is, or null.</summary>
    public SalespersonId? Salesperson { get; set; }

    /// <summary>Through which channel, or null.</summary>
    public ChannelId? Channel { get; set; }

    /// <summary>In which territory, or null.</summary>
    public TerritoryId? Territory { get; set; }

    /// <summary>The receipt that a negative amount takes back, or null where none can be named.</summary>
    public LineId? Original { get; set; }

    /// <summary>Builds the line.</summary>
    /// <returns>The immutable line.</returns>
    /// <exception cref="ArgumentException">
    /// A value that must be set is not, a bill has no maturity or cash has one, a day is not of the ISO calendar, or the line names itself
    /// as its original.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A bill received falls due before its date, the line number is negative, or the instrument is not defined.
    /// </exception>
    public CollectionLine Build() => new(this);
}
