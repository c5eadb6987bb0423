namespace SalesDomain.Pricing;

public sealed partial class PriceBook
{
    /// <summary>How the units of a product convert, or null where nothing is known of it.</summary>
    internal UnitConversions? UnitsOf(ProductId product) => _products.TryGetValue(product.Code, out var known) ? known.Units : null;
}
