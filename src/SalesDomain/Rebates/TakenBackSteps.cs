namespace SalesDomain.Rebates;

/// <summary>Every figure on the way from what was granted of a sale to what is taken back of it.</summary>
internal readonly struct TakenBackSteps
{
    internal TakenBackSteps(
        Quantity grantedUnits, Money granted, Quantity kept, Money product, Money exact, Money stands, Money stood, Quantity units,
        Money amount)
    {
        GrantedUnits = grantedUnits;
        Granted = granted;
        Kept = kept;
        Product = product;
        Exact = exact;
        Stands = stands;
        Stood = stood;
        Units = units;
        Amount = amount;
    }

    internal Quantity GrantedUnits { get; }

    internal Money Granted { get; }

    internal Quantity Kept { get; }

    /// <summary>Granted × units kept.</summary>
    internal Money Product { get; }

    internal Money Exact { get; }

    internal Money Stands { get; }

    internal Money Stood { get; }

    /// <summary>The units taken back, zero or below.</summary>
    internal Quantity Units { get; }

    /// <summary>The amount taken back, zero or below.</summary>
    internal Money Amount { get; }
}
