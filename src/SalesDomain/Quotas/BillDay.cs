namespace SalesDomain.Quotas;

/// <summary>On which day a bill (承兑汇票) counts as money come in.</summary>
public enum BillDay
{
    /// <summary>When it is received, like cash.</summary>
    OfReceipt,

    /// <summary>When it falls due. What takes a receipt back counts on its own day.</summary>
    OfMaturity,
}
