using System;
using NodaTime;

namespace SalesDomain;

/// <summary>Gathers the values of a <see cref="SalesLine"/>, which checks them all at once.</summary>
/// <remarks>
/// Stage, document, line, date, customer, product, quantity, list amount, net amount and tax must be set; a sale without tax states a tax of zero.
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

    /// <summary>Quantity at list price, without tax.</summary>
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

    /// <summary>What the goods cost the seller, or null where it is not known.</summary>
    public Money? Cost { get; set; }

    /// <summary>The line that a return or a credit takes back, or null.</summary>
    public LineId? Original { get; set; }

    /// <summary>Builds the line.</summary>
    /// <returns>The immutable line.</returns>
    /// <exception cref="ArgumentException">
    /// A value that must be set is not, an identifier is the default value, the date is not of the ISO calendar, an amount has another currency than the
    /// net amount, or a return does not name its original.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">Two amounts have opposite signs, the line number is negative, or an enum value is not defined.</exception>
    public SalesLine Build() => new(this);
}
