namespace SalesDomain.Pricing;

/// <summary>Every figure on the way from stock, purchases and claims to what is payable.</summary>
internal readonly struct PriceProtectionSteps
{
    internal PriceProtectionSteps(
        Money change, Money drop, ProtectedPurchases purchases, Quantity smaller, Quantity eligible, Money exact,
        Money rounded, Money credit, Quantity claimedUnits, Money claimedCredit, int claims, Quantity units, Money payable)
    {
        Change = change;
        Drop = drop;
        Purchases = purchases;
        Smaller = smaller;
        Eligible = eligible;
        Exact = exact;
        Rounded = rounded;
        Credit = credit;
        ClaimedUnits = claimedUnits;
        ClaimedCredit = claimedCredit;
        Claims = claims;
        Units = units;
        Payable = payable;
    }

    internal Money Change { get; }

    internal Money Drop { get; }

    internal ProtectedPurchases Purchases { get; }

    internal Quantity Smaller { get; }

    internal Quantity Eligible { get; }

    internal Money Exact { get; }

    internal Money Rounded { get; }

    internal Money Credit { get; }

    internal Quantity ClaimedUnits { get; }

    internal Money ClaimedCredit { get; }

    internal int Claims { get; }

    internal Quantity Units { get; }

    internal Money Payable { get; }
}
