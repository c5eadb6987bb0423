namespace SalesDomain.Terms;

/// <summary>A receipt and what it is worth in cash.</summary>
/// <remarks>A line of <see cref="ConvertedReceipts"/>. Immutable. Equality is by reference.</remarks>
public sealed class ConvertedReceipt
{
    internal ConvertedReceipt(CollectionLine receipt, EquivalentAmount equivalent)
    {
        Receipt = receipt;
        Equivalent = equivalent;
    }

    /// <summary>The receipt.</summary>
    public CollectionLine Receipt { get; }

    /// <summary>Its amount and the cash.</summary>
    public EquivalentAmount Equivalent { get; }

    /// <summary>Where the cash comes from.</summary>
    /// <returns>The explanation, whose figure is the cash.</returns>
    public Explanation Explain() => Equivalent.Explain();

    /// <summary>What it is worth: <c>CNY 1000.00 in 30 days is CNY 996.00 at once</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Equivalent.ToString();
}
