namespace SalesDomain.Pricing;

/// <summary>The cost of as many units as a price is for: of one base unit, converted, times the base units.</summary>
internal readonly struct CostSteps(Conversion ofOne, Quantity baseUnits, Money cost)
{
    internal Conversion OfOne { get; } = ofOne;

    internal Quantity BaseUnits { get; } = baseUnits;

    internal Money Cost { get; } = cost;
}
