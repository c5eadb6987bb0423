using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <summary>What counts of lines in one unit, and what that is in the unit of the steps.</summary>
internal sealed class CountedUnit
{
    private readonly PricedLine _first;

    internal CountedUnit(int place, PricedLine first)
    {
        Place = place;
        _first = first;
    }

    /// <summary>Under which line it is added up.</summary>
    internal int Place { get; }

    /// <summary>The indices of the lines.</summary>
    internal List<int> Lines { get; } = [];

    internal UnitConversions Units => _first.Units!;

    internal UnitOfMeasure Unit => _first.Quantity.Unit;

    /// <summary>In the unit of the lines.</summary>
    internal decimal Sum { get; private set; }

    /// <summary>In the unit that counts.</summary>
    internal decimal Converted { get; private set; }

    internal void Add(int line, decimal quantity)
    {
        Lines.Add(line);
        Sum += quantity;
    }

    internal decimal In(UnitOfMeasure unit) => Converted = _first.RatioTo(unit).Of(Sum);
}
