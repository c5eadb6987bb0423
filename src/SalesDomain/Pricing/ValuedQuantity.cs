using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>What some quantity of a product counts for a break by value: its own first price × quantity ÷ the units that is for.</summary>
internal sealed class ValuedQuantity(ProductId product, Quantity quantity, int count, Money first, Quantity per, UnitRatio ratio)
{
    internal ProductId Product { get; } = product;

    /// <summary>How much, in the unit of the lines or purchases.</summary>
    internal Quantity Quantity { get; } = quantity;

    /// <summary>Of how many lines or purchases it is the sum.</summary>
    internal int Count { get; } = count;

    /// <summary>The first price in the list, for <see cref="Per"/>.</summary>
    internal Money First { get; } = first;

    internal Quantity Per { get; } = per;

    /// <summary>How the quantity becomes one of the unit that the price is for.</summary>
    internal UnitFigures Units => new(ratio, Quantity.Unit, Per);

    /// <summary>First price × quantity.</summary>
    internal Money Extended => First * Quantity.Amount;

    /// <summary>The same × the units in so many of the ordered one.</summary>
    internal Money ExtendedUnits => Units.Times(Extended);

    /// <summary>The value, divided once.</summary>
    internal Money Value => new(ratio.Of(First.Amount, Quantity.Amount, Per.Amount), First.Currency);

    /// <summary>What another quantity of the same product in the same unit counts.</summary>
    internal ValuedQuantity Of(Quantity other, int lines) => new(Product, other, lines, First, Per, ratio);

    /// <summary>A sum of values with this one more, not divided.</summary>
    internal CountedSum AddedTo(CountedSum sum) => sum.With(First.Amount, Quantity.Amount, ratio, Per.Amount, Count);

    /// <summary>A sum of values without this one.</summary>
    internal CountedSum TakenFrom(CountedSum sum) => sum.With(-First.Amount, Quantity.Amount, ratio, Per.Amount, -Count);
}
