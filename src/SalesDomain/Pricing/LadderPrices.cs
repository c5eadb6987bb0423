using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>The prices of all levels of a ladder, from that of one.</summary>
/// <remarks>Equality is by reference. Made by <see cref="PriceLadder.From"/>.</remarks>
public sealed class LadderPrices
{
    private readonly LadderPrice[] _prices;

    internal LadderPrices(PriceLadder ladder, LadderPrice[] prices)
    {
        Ladder = ladder;
        _prices = prices;
        Reasons = Array.AsReadOnly(
            Array.ConvertAll(
                Array.FindAll(prices, price => price.Price.IsNegative),
                price => new Reason("channel.price-below-zero", ("level", price.Level.Name), ("price", price.Price))));
    }

    /// <summary>The ladder.</summary>
    public PriceLadder Ladder { get; }

    /// <summary>The prices, the maker's first.</summary>
    public IReadOnlyList<LadderPrice> Prices => Array.AsReadOnly(_prices);

    /// <summary>
    /// What cannot be meant: <c>channel.price-below-zero</c> (level, price) where amounts of later levels are more than the price given.
    /// </summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>What each level earns by these prices: near to what the ladder says, and not equal, for prices are rounded.</summary>
    public LadderMargins Margins => LadderMargins.Of(this);

    /// <summary>The price of a level.</summary>
    /// <param name="level">The name of the level.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="level"/> is null.</exception>
    /// <exception cref="ArgumentException">The ladder has no level of that name.</exception>
    public LadderPrice this[string level] => _prices[Ladder.IndexOf(level, nameof(level))];

    /// <summary>How the price of a level follows from the one given.</summary>
    /// <param name="level">The name of the level.</param>
    /// <returns>The explanation, whose figure is the price.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="level"/> is null.</exception>
    /// <exception cref="ArgumentException">The ladder has no level of that name.</exception>
    public Explanation Explain(string level) => this[level].Explain();

    /// <summary>Levels and prices: <c>maker: CNY 4.00, shelf: CNY 9.99</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Join(", ", _prices.Select(price => price.ToString()));
}
