namespace SalesDomain.Pricing;

/// <summary>Which confirmed findings of one dealer are one occurrence.</summary>
/// <remarks>
/// A rung of the ladder is there for a dealer who was told and did it again, so what one visit finds in three shops, or of what was sent
/// before the dealer was told, is not three times.
/// </remarks>
public enum DiversionOccurrence
{
    /// <summary>
    /// All of the shipments that were sent on or before the day of the first finding, and after that of the occurrence before it: the
    /// dealer had not been told when they left, whichever day they are found. A shipment that was sent later is a new occurrence, also
    /// beside what is left of an old one: whoever was told did it again.
    /// </summary>
    DayOrShipment,

    /// <summary>Those found on one day.</summary>
    Day,

    /// <summary>Those traced to one shipment.</summary>
    Shipment,

    /// <summary>Every finding is one for itself.</summary>
    Finding,
}
