namespace SalesDomain.Quotas;

/// <summary>On which day a return counts, and to whom.</summary>
public enum ReturnDay
{
    /// <summary>On its own day and to whoever holds the customer then: a month that is closed stays as it was.</summary>
    OfReturn,

    /// <summary>
    /// On the day of the line it takes back, to whoever is credited with that, where that line counts: as if it had never been sold.
    /// </summary>
    OfOriginal,
}
