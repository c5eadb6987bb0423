using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>The price waterfalls of many sold lines, and of all of them together.</summary>
/// <remarks>Immutable. Equality is by reference. Made by <see cref="WaterfallSchedule"/>.</remarks>
public sealed class SalesWaterfall
{
    private readonly LineWaterfall[] _lines;

    internal SalesWaterfall(Currency currency, LineWaterfall[] lines)
    {
        _lines = lines;
        Total = PriceWaterfall.Sum(currency, Drawn(_ => true));
        WithCost = Total.Cost is not null ? Total : PriceWaterfall.Sum(currency, Drawn(each => each.Cost is not null));
    }

    /// <summary>Each line, in the order given.</summary>
    public IReadOnlyList<LineWaterfall> Lines => Array.AsReadOnly(_lines);

    /// <summary>All lines that have a waterfall; with cost and margin where all of them have.</summary>
    public PriceWaterfall Total { get; }

    /// <summary>The lines whose cost is known, so that their margin is; the same as <see cref="Total"/> where all costs are.</summary>
    public PriceWaterfall WithCost { get; }

    /// <summary>The lines of which something is missing, in the total or in its margin, with the reasons.</summary>
    public IReadOnlyList<LineWaterfall> Incomplete => Array.AsReadOnly(Array.FindAll(_lines, line => line.Reasons.Count > 0));

    /// <summary>The total, and what it is the sum of.</summary>
    /// <returns>The explanation, whose figure is the pocket margin of <see cref="Total"/>, or its pocket.</returns>
    public Explanation Explain() => Total.Explain();

    /// <summary>How many lines, and their total.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => SalesDomain.Internal.InvariantText.Number(_lines.Length) + " lines: " + Total;

    private IEnumerable<PriceWaterfall> Drawn(Func<PriceWaterfall, bool> isOf) =>
        _lines.Where(line => line.Waterfall is { } drawn && isOf(drawn)).Select(line => line.Waterfall!);
}
