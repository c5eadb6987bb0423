using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>What the waterfalls of many lines are together, whatever the lines are of.</summary>
internal sealed class WaterfallTotals<TLine>
{
    private readonly TLine[] _lines;

    internal WaterfallTotals(Currency currency, TLine[] lines, Func<TLine, PriceWaterfall?> waterfall)
    {
        _lines = lines;
        PriceWaterfall[] drawn = [.. lines.Select(waterfall).OfType<PriceWaterfall>()];
        Total = PriceWaterfall.Sum(currency, drawn);
        WithCost = Total.Cost is not null ? Total : PriceWaterfall.Sum(currency, drawn.Where(each => each.Cost is not null));
    }

    internal IReadOnlyList<TLine> Lines => Array.AsReadOnly(_lines);

    /// <summary>All lines that have a waterfall.</summary>
    internal PriceWaterfall Total { get; }

    /// <summary>Those whose cost is known.</summary>
    internal PriceWaterfall WithCost { get; }

    /// <summary>The lines of which something is missing.</summary>
    internal IReadOnlyList<TLine> Incomplete(Func<TLine, IReadOnlyList<Reason>> reasons) =>
        Array.AsReadOnly(Array.FindAll(_lines, line => reasons(line).Count > 0));

    /// <summary>How many lines, and their total.</summary>
    public override string ToString() => InvariantText.Number(_lines.Length) + (_lines.Length == 1 ? " line: " : " lines: ") + Total;
}
