namespace SalesDomain.Terms;

/// <summary>Which day payment terms count from. The caller gives that day; the terms say which one is meant.</summary>
public enum TermsBaseline
{
    /// <summary>The date of the invoice.</summary>
    Invoice,

    /// <summary>The day of delivery (发货, 交货).</summary>
    Delivery,

    /// <summary>The day on which the goods were received (ROG, 收货).</summary>
    Receipt,

    /// <summary>The day on which goods or work were accepted (验收).</summary>
    Acceptance,

    /// <summary>The day on which the invoice was received (收票).</summary>
    InvoiceReceipt,

    /// <summary>The date of the order or contract.</summary>
    Order,
}
