namespace SalesDomain.Customers;

/// <summary>A customer that is in another class on one day than on another.</summary>
/// <remarks>Made by <see cref="CustomerClasses.ChangesBetween"/>. Equality is by customer and both classes. The default value is of no
/// customer and no change.</remarks>
public readonly record struct CustomerClassChange
{
    internal CustomerClassChange(CustomerId customer, CustomerClassId? before, CustomerClassId? after)
    {
        Customer = customer;
        Before = before;
        After = after;
    }

    /// <summary>The customer.</summary>
    public CustomerId Customer { get; }

    /// <summary>Its class on the first day, or null when it had none.</summary>
    public CustomerClassId? Before { get; }

    /// <summary>Its class on the second day, or null when it has none any more.</summary>
    public CustomerClassId? After { get; }

    /// <summary>The change in words: <c>C-1: B to A</c>, with <c>none</c> for no class.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Customer + ": " + Text(Before) + " to " + Text(After);

    private static string Text(CustomerClassId? customerClass) => customerClass?.ToString() ?? "none";
}
