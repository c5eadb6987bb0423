namespace SalesDomain.Pricing;

/// <summary>Which confirmed findings of one dealer are one occurrence.</summary>
/// <remarks>
/// A rung of the ladder is there for a dealer who was told and did it again, so what one visit finds in three shops, or of one shipment, is
/// not three times.
/// </remarks>
public enum DiversionOccurrence
{
    /// <summary>
    /// All of a shipment, and of the shipments that were first found on the same day. A new shipment that is found beside what is left
    /// of an old one is a new occurrence: whoever was told did it again.
    /// </summary>
    DayOrShipment,

    /// <summary>Those found on one day.</summary>
    Day,

    /// <summary>Those traced to one shipment.</summary>
    Shipment,

    /// <summary>Every finding is one for itself.</summary>
    Finding,
}
