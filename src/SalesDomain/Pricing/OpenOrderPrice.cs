namespace SalesDomain.Pricing;

/// <summary>Which day's price an open order takes, where the list has moved since it was ordered.</summary>
/// <remarks>
/// The order day is the price date that a <see cref="QuoteRequest"/> or a <see cref="QuoteLine"/> states, the day of delivery that of the
/// request.
/// </remarks>
public enum OpenOrderPrice
{
    /// <summary>That of the order day, whatever the list says later: as an order on call keeps the price of its framework order.</summary>
    OrderDay = 0,

    /// <summary>That of the day of delivery: an open order moves with the list.</summary>
    DeliveryDay = 1,

    /// <summary>
    /// The lower of both for what is delivered, which protects the customer: a rise does not reach his open order, and a fall does. Of
    /// equal ones that of the order day.
    /// </summary>
    LowerOfBoth = 2,
}
