using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>The prices of a product from the maker to the shelf: levels, each with what it adds to what it pays.</summary>
/// <remarks>
/// <para>
/// From the price of one level follow all others, up and down. Between two neighbours the price is multiplied first and divided once, and
/// is rounded once at the level it belongs to; the next level goes on from the rounded price, for that is what it is charged. So down and
/// up again returns the start within one rounding of each level passed, as the levels after it carry it on.
/// </para>
/// <para>Immutable. Equality is by currency and levels in their order.</para>
/// </remarks>
public sealed class PriceLadder : IEquatable<PriceLadder>
{
    private readonly PriceLevel[] _levels;

    private PriceLadder(Currency currency, PriceLevel[] levels)
    {
        Currency = currency;
        _levels = levels;
    }

    /// <summary>The currency of all prices.</summary>
    public Currency Currency { get; }

    /// <summary>The levels, the maker first.</summary>
    public IReadOnlyList<PriceLevel> Levels => Array.AsReadOnly(_levels);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A ladder.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PriceLadder? left, PriceLadder? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A ladder.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PriceLadder? left, PriceLadder? right) => !(left == right);

    /// <summary>A ladder of levels.</summary>
    /// <param name="currency">The currency of all prices.</param>
    /// <param name="levels">The levels, the maker first: one by <see cref="PriceLevel.First"/>, and then the others.</param>
    /// <returns>The ladder.</returns>
    /// <exception cref="ArgumentNullException">An argument or a level is null.</exception>
    /// <exception cref="ArgumentException">
    /// There is no level; the first is no first one, or a later one is; a name comes twice; or the currency has no minor unit that a level
    /// could be rounded to.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency.</exception>
    public static PriceLadder Of(Currency currency, params PriceLevel[] levels)
    {
        Guard.Against.Null(currency);
        var copy = Guard.Against.Nothing(levels, "a ladder has a first level");
        Array.ForEach(copy, level => Guard.Against.Null(level, nameof(levels)));
        Guard.Against.NameTwice(copy.Select(level => level.Name), nameof(levels));
        for (var i = 0; i < copy.Length; i++)
        {
            var level = copy[i];
            if ((level.Kind == PriceStepKind.First) != (i == 0))
                throw Guards.Invalid(nameof(levels), level.ToString(), "must begin with a first level, and have no other");
            if (level.Amount is { } amount && amount.Currency != currency)
                throw new CurrencyMismatchException(currency, amount.Currency, nameof(levels));
            if (level.Rounding.IsToMinorUnit)
                Guard.Against.NoMinorUnit(currency, nameof(levels));
        }

        return new PriceLadder(currency, copy);
    }

    /// <summary>The prices of all levels, from that of one.</summary>
    /// <param name="level">The name of the level whose price is known.</param>
    /// <param name="price">Its price a unit, zero or more, with tax where the level's price is said with it. It is taken as it is.</param>
    /// <returns>The prices.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="level"/> is null.</exception>
    /// <exception cref="ArgumentException">The ladder has no level of that name.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="price"/> is negative.</exception>
    /// <exception cref="CurrencyMismatchException"><paramref name="price"/> is in another currency.</exception>
    /// <exception cref="OverflowException">A price does not fit in a decimal.</exception>
    public LadderPrices From(string level, Money price)
    {
        var given = IndexOf(level, nameof(level));
        RequirePrice(price, nameof(price));
        var prices = new LadderPrice[_levels.Length];
        prices[given] = LadderPrice.Given(_levels[given], price);
        for (var i = given + 1; i < prices.Length; i++)
            prices[i] = prices[i - 1].Up(_levels[i]);
        for (var i = given - 1; i >= 0; i--)
            prices[i] = prices[i + 1].Down(_levels[i]);

        return new LadderPrices(this, prices);
    }

    /// <summary>What each level really earns on a day, by the prices stated for it: a dealer's own, of its file or of a visit.</summary>
    /// <param name="on">The day.</param>
    /// <param name="prices">The prices stated, in any order, each said with tax where its level says so.</param>
    /// <returns>The margins of the levels that have a price and a price before; the others with a reason.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="prices"/> or a price is null.</exception>
    /// <exception cref="ArgumentException">
    /// A price is of a level that the ladder has not; two prices of a level have a common day; or <paramref name="on"/> is of another
    /// calendar.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A price is in another currency.</exception>
    public LadderMargins Margins(LocalDate on, params StatedPrice[] prices)
    {
        Guard.Against.OtherCalendar(on);
        Guard.Against.Null(prices);
        var stated = new List<(DateSpan, StatedPrice)>?[_levels.Length];
        foreach (var price in prices)
        {
            var at = IndexOf(Guard.Against.Null(price, nameof(prices)).Level, nameof(prices));
            RequirePrice(price.Price, nameof(prices));
            (stated[at] ??= []).Add((price.Span, price));
        }

        return LadderMargins.Of(on, _levels, Array.ConvertAll(stated, ofLevel => InForce(ofLevel, on)));
    }

    /// <summary>Whether the other has the same currency and levels.</summary>
    /// <param name="other">The ladder to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PriceLadder? other) => other is not null && Currency == other.Currency && _levels.SequenceEqual(other._levels);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PriceLadder);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _levels.Aggregate(Currency.GetHashCode(), (hash, level) => Hash.Combine(hash, level.GetHashCode()));

    /// <summary>Currency and levels: <c>CNY: maker; dealer: margin 15%; shelf: margin 25%, with tax 13%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Currency + ": " + string.Join("; ", _levels.Select(level => level.ToString()));

    internal int IndexOf(string level, string parameterName)
    {
        Guard.Against.Null(level, parameterName);
        var at = Array.FindIndex(_levels, each => string.Equals(each.Name, level, StringComparison.Ordinal));
        return at >= 0 ? at : throw Guards.Invalid(parameterName, "'" + level + "'", "must be a level of the ladder (" + this + ")");
    }

    private static StatedPrice? InForce(List<(DateSpan, StatedPrice)>? stated, LocalDate on) =>
        Timeline<StatedPrice>.Create(stated ?? [], ofSpan: "prices", ofValue: "prices").TryAt(on, out var price) ? price : null;

    private void RequirePrice(Money price, string parameterName)
    {
        if (price.Currency != Currency)
            throw new CurrencyMismatchException(Currency, price.Currency, parameterName);
        if (price.IsNegative)
            throw Guards.OutOfRange(parameterName, price.ToString(), "must not be negative");
    }
}
