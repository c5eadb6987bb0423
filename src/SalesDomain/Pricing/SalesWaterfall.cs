using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <summary>The price waterfalls of many sold lines, and of all of them together.</summary>
/// <remarks>Immutable. Equality is by reference. Made by <see cref="WaterfallSchedule"/>.</remarks>
public sealed class SalesWaterfall
{
    private readonly WaterfallTotals<LineWaterfall> _totals;

    internal SalesWaterfall(Currency currency, LineWaterfall[] lines) =>
        _totals = new WaterfallTotals<LineWaterfall>(currency, lines, line => line.Waterfall);

    /// <summary>Each line, in the order given.</summary>
    public IReadOnlyList<LineWaterfall> Lines => _totals.Lines;

    /// <summary>All lines that have a waterfall; with cost and margin where all of them have.</summary>
    public PriceWaterfall Total => _totals.Total;

    /// <summary>The lines whose cost is known, so that their margin is; the same as <see cref="Total"/> where all costs are.</summary>
    public PriceWaterfall WithCost => _totals.WithCost;

    /// <summary>The lines of which something is missing, in the total or in its margin, with the reasons.</summary>
    public IReadOnlyList<LineWaterfall> Incomplete => _totals.Incomplete(line => line.Reasons);

    /// <summary>The total, and what it is the sum of.</summary>
    /// <returns>The explanation, whose figure is the pocket margin of <see cref="Total"/>, or its pocket.</returns>
    public Explanation Explain() => Total.Explain();

    /// <summary>How many lines, and their total.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => _totals.ToString();
}
