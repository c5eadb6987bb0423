using System;

namespace SalesDomain.Pricing;

/// <summary>A free line that states no promotion, and what of it no promotion has taken yet.</summary>
internal sealed class UnclaimedLine
{
    // In the base unit, of which a case is so many whole ones: a piece would be no decimal of a case.
    private Quantity _left;

    internal UnclaimedLine(PricedLine line)
    {
        Line = line;
        _left = line.Units is { } units ? units.Convert(line.Quantity, units.BaseUnit) : line.Quantity;
    }

    internal PricedLine Line { get; }

    internal bool IsLeft => _left.IsPositive;

    internal decimal LeftIn(UnitOfMeasure unit) => In(_left, unit).Amount;

    internal void Take(Quantity quantity)
    {
        var left = quantity.Amount == LeftIn(quantity.Unit) ? 0m : _left.Amount - In(quantity, _left.Unit).Amount;
        _left = new Quantity(Math.Max(0m, left), _left.Unit);
    }

    private Quantity In(Quantity quantity, UnitOfMeasure unit) => quantity.Unit == unit ? quantity : Line.Units!.Convert(quantity, unit);
}
