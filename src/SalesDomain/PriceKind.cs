namespace SalesDomain;

/// <summary>On what terms a line was sold; rebates, commissions and price statistics include or leave out kinds by name.</summary>
public enum PriceKind
{
    /// <summary>At the price list and its ordinary discounts.</summary>
    Standard,

    /// <summary>At an approved special price (特价).</summary>
    Special,

    /// <summary>Free goods: a list amount, and nothing to pay.</summary>
    Free,

    /// <summary>Paid out of a rebate balance (货返).</summary>
    RebateFunded,

    /// <summary>
    /// Sold out of consignment stock (代销), when the sale is reported. Filling that stock up is no sale and no <see cref="SalesLine"/>.
    /// </summary>
    Consignment,

    /// <summary>At the price of a project or tender.</summary>
    Project,
}
