namespace SalesDomain.Pricing;

public readonly partial struct ResolvedPrice
{
    /// <summary>How the units of the product convert, or null where the book does not know it.</summary>
    internal UnitConversions? Units => _book?.UnitsOf(Product);
}
