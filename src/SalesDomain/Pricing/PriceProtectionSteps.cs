namespace SalesDomain.Pricing;

/// <summary>Every figure on the way from stock, purchases and claims to what is payable.</summary>
internal readonly record struct PriceProtectionSteps(
    Money Change, Money Drop, Quantity? Purchased, int PurchaseLines, Quantity LeftOut, Quantity Smaller, Quantity Eligible, Money Exact,
    Money Rounded, Money Credit, Quantity ClaimedUnits, Money ClaimedCredit, int Claims, Quantity Units, Money Payable);
