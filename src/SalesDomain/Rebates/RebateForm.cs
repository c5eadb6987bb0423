namespace SalesDomain.Rebates;

/// <summary>In what form a rebate is given.</summary>
public enum RebateForm
{
    /// <summary>A credit note against invoices (票折).</summary>
    CreditNote,

    /// <summary>A payment (现金返利).</summary>
    Payment,

    /// <summary>A deduction from the next invoices.</summary>
    Deduction,

    /// <summary>Goods (货返).</summary>
    Goods,
}
