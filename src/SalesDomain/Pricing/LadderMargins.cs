using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;

namespace SalesDomain.Pricing;

/// <summary>What the levels of a channel earn, by the prices of one day.</summary>
/// <remarks>Equality is by reference. Made by <see cref="PriceLadder.Margins"/> and <see cref="LadderPrices.Margins"/>.</remarks>
public sealed class LadderMargins
{
    private LadderMargins(IEnumerable<LadderMargin> lines, IEnumerable<Reason> reasons)
    {
        Lines = Array.AsReadOnly(lines.ToArray());
        Reasons = Array.AsReadOnly(reasons.ToArray());
    }

    /// <summary>The levels with a price and a price before, in the order of the ladder.</summary>
    public IReadOnlyList<LadderMargin> Lines { get; }

    /// <summary>
    /// <c>channel.no-price</c> (level, on) of each level without a price on the day: neither its margin nor that of the next is known.
    /// </summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>The margin of a level.</summary>
    /// <param name="level">The name of the level.</param>
    /// <returns>The margin, or null where it is not known and for the first level.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="level"/> is null.</exception>
    public LadderMargin? Find(string level)
    {
        Guard.Against.Null(level);
        return Lines.FirstOrDefault(line => string.Equals(line.Level.Name, level, StringComparison.Ordinal));
    }

    /// <summary>The levels, one a line.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Concat(Lines.Select(line => line + "\n"));

    internal static LadderMargins Of(LadderPrices prices) =>
        new(
            prices.Prices.Zip(
                prices.Prices.Skip(1), (before, next) => new LadderMargin(before.Level, before.Price, next.Level, next.Price)),
            []);

    internal static LadderMargins Of(LocalDate date, PriceLevel[] levels, StatedPrice?[] prices) =>
        new(
            from i in Enumerable.Range(1, levels.Length - 1)
            where prices[i - 1] is not null && prices[i] is not null
            select new LadderMargin(levels[i - 1], prices[i - 1]!.Price, levels[i], prices[i]!.Price),
            from i in Enumerable.Range(0, levels.Length)
            where prices[i] is null
            select new Reason("channel.no-price", ("level", levels[i].Name), ("on", date)));
}
