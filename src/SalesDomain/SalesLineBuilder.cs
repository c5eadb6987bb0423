using System;
using NodaTime;

namespace SalesDomain;

/// <summary>Gathers the values of a <see cref="SalesLine"/>, which checks them all at once.</summary>
/// <remarks>
/// Stage, document, line, date, customer, product, quantity, net amount and tax must be set; a sale without tax states a tax of zero.
/// A builder is mutable and not meant for several threads; the lines it builds are immutable.
/// </remarks>
public sealed class SalesLineBuilder
{
    /// <summary>Which stage of the sale the line states.</summary>
    public Stage? Stage { get; set; }

    /// <summary>The document: order, delivery note, invoice or receipt, as the stage says.</summary>
    public DocumentId Document { get; set; }

    /// <summary>The line's number in the document, zero or more.</summary>
    public int? Line { get; set; }

    /// <summary>The day of the stage.</summary>
    public LocalDate? Date { get; set; }

    /// <summary>Who buys.</summary>
    public CustomerId Customer { get; set; }

    /// <summary>Where the goods go, if not to the customer.</summary>
    public CustomerId? ShipTo { get; set; }

    /// <summary>What is sold.</summary>
    public ProductId Product { get; set; }

    /// <summary>How much; negative for a return.</summary>
    public Quantity? Quantity { get; set; }

    /// <summary>Quantity at list price, without tax; null where the product has no list price.</summary>
    public Money? ListAmount { get; set; }

    /// <summary>What is charged, without tax.</summary>
    public Money? NetAmount { get; set; }

    /// <summary>The tax on it; zero where there is none.</summary>
    public Money? Tax { get; set; }

    /// <summary>On what terms it is sold; <see cref="SalesDomain.PriceKind.Standard"/> unless set.</summary>
    public PriceKind PriceKind { get; set; }

    /// <summary>Who sold it, or null.</summary>
    public SalespersonId? Salesperson { get; set; }

    /// <summary>Through which channel, or null.</summary>
    public ChannelId? Channel { get; set; }

    /// <summary>In which territory, or null.</summary>
    public TerritoryId? Territory { get; set; }

    /// <summary>What the goods cost the seller, in any currency, or null where it is not known.</summary>
    public Money? Cost { get; set; }

    /// <summary>The order line that this delivery, invoice or receipt carries out, or null.</summary>
    public LineId? OrderLine { get; set; }

    /// <summary>The line that a return or a credit takes back, or null where none can be named.</summary>
    public LineId? Original { get; set; }

    /// <summary>The day on which goods or service were rendered, where it is another than that of the stage; or null.</summary>
    public LocalDate? ServiceDate { get; set; }

    /// <summary>Builds the line.</summary>
    /// <returns>The immutable line.</returns>
    /// <exception cref="ArgumentException">
    /// A value that must be set is not, list amount or tax has another currency than the net amount, a date is not of the ISO calendar,
    /// or the line names itself as its original.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Two amounts have opposite signs, the line number is negative, or an enum value is not defined.
    /// </exception>
    public SalesLine Build() => new(this);
}
