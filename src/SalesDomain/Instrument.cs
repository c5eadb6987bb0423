namespace SalesDomain;

/// <summary>What a customer paid with.</summary>
public enum Instrument
{
    /// <summary>Cash, transfer or card: money at once.</summary>
    Cash,

    /// <summary>A bank's acceptance bill (银行承兑汇票), paid by the bank at maturity.</summary>
    BankBill,

    /// <summary>A commercial acceptance bill (商业承兑汇票), paid by a company at maturity: the receivable goes, the exposure stays.</summary>
    CommercialBill,
}
