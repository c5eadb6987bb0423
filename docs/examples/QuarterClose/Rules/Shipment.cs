using NodaTime;
using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>When an order left the house, or else was wanted, and what its freight cost.</summary>
public sealed record Shipment(LocalDate Required, LocalDate? Shipped, Money Freight)
{
    /// <summary>The day of the invoice: that of shipping; of an order that is still to be shipped the day on which it is wanted.</summary>
    public LocalDate InvoicedOn => Shipped ?? Required;
}
