namespace SalesDomain.Commissions;

/// <summary>What became of a credit: it counts, is left out by the measure, or its value is not known.</summary>
internal enum CreditStatus
{
    Counted,

    OtherKind,
    OtherFact,
    OutsideWindow,
    OutsideScope,

    // From here on the value is unknown.
    NoExchangeRate,
    NoCost,
    NoListAmount,
    NoTaxRate,
    NoDueDate,
    NoOriginal,
    OutsideLateness,
    NoInvoiceLine,
    UnrelatedQuantity,
}
