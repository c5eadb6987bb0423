namespace SalesDomain.Rebates;

/// <summary>Which day of a line decides in which period it counts.</summary>
public enum RebateDateBasis
{
    /// <summary>The day of the stage: the invoice date of an invoice.</summary>
    LineDate,

    /// <summary>The day of the service (<see cref="SalesLine.ServiceDate"/>); where a line states none, the day of its stage.</summary>
    ServiceDate,
}
