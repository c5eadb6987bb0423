namespace SalesDomain.Rebates;

/// <summary>What one customer of a group has of a rebate.</summary>
/// <remarks>Equality is by both. The default value names no customer.</remarks>
public readonly record struct RebateShare
{
    internal RebateShare(CustomerId customer, Money amount)
    {
        Customer = customer;
        Amount = amount;
    }

    /// <summary>Who.</summary>
    public CustomerId Customer { get; }

    /// <summary>How much.</summary>
    public Money Amount { get; }

    /// <summary>Who, and how much.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Customer + " " + Amount;
}
