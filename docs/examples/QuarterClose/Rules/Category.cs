using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>A category of products, by which prices are reported.</summary>
public sealed record Category(ProductCategoryId Id, string Name)
{
    public override string ToString() => Id + " " + Name;
}
