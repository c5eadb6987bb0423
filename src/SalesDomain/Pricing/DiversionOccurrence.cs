namespace SalesDomain.Pricing;

/// <summary>Which confirmed findings of one dealer are one occurrence.</summary>
/// <remarks>
/// A rung of the ladder is there for a dealer who was told and did it again, so what one visit finds in three shops, or of one shipment, is
/// not three times.
/// </remarks>
public enum DiversionOccurrence
{
    /// <summary>Those found on one day, and those traced to one shipment; a day and a shipment may chain.</summary>
    DayOrShipment,

    /// <summary>Those found on one day.</summary>
    Day,

    /// <summary>Those traced to one shipment.</summary>
    Shipment,

    /// <summary>Every finding is one for itself.</summary>
    Finding,
}
