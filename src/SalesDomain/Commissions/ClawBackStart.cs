namespace SalesDomain.Commissions;

/// <summary>The day from which the window of a claw-back runs.</summary>
public enum ClawBackStart
{
    /// <summary>The day of the sale: that of the entry where its line is known, otherwise what the event says.</summary>
    Sale = 0,

    /// <summary>The day of the invoice, which the event says (<see cref="CommissionEvent.InvoicedOn"/>).</summary>
    Invoice = 1,

    /// <summary>The day on which the invoice is due, which the event says (<see cref="CommissionEvent.DueOn"/>).</summary>
    DueDate = 2,
}
