using System;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>What a level of the channel is said to charge, over some days: the dealer's own price list, an invoice, a visit.</summary>
/// <remarks>Immutable. Equality is by all values.</remarks>
public sealed record StatedPrice
{
    private StatedPrice(string level, Money price, DateSpan span, string source)
    {
        Level = level;
        Price = price;
        Span = span;
        Source = source;
    }

    /// <summary>The name of the level.</summary>
    public string Level { get; }

    /// <summary>The price a unit, with tax where the level of the ladder says its price so.</summary>
    public Money Price { get; }

    /// <summary>The days on which it holds, ends included.</summary>
    public DateSpan Span { get; }

    /// <summary>Where it is known from.</summary>
    public string Source { get; }

    /// <summary>A price stated.</summary>
    /// <param name="level">The name of the level.</param>
    /// <param name="price">The price a unit, zero or more.</param>
    /// <param name="span">The days on which it holds.</param>
    /// <param name="source">Where it is known from.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="level"/> or <paramref name="source"/> is null.</exception>
    /// <exception cref="ArgumentException">A text is empty or has outer white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="price"/> is negative.</exception>
    public static StatedPrice Of(string level, Money price, DateSpan span, string source)
    {
        Identifier.Checked(level);
        Identifier.Checked(source);
        return !price.IsNegative ? new StatedPrice(level, price, span, source)
            : throw Guards.OutOfRange(nameof(price), price.ToString(), "must not be negative");
    }

    /// <summary>Level, price, days and source: <c>dealer: CNY 5.85 over 2026-01-01/2026-12-31 by price list</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Level + ": " + Price + " over " + Span + " by " + Source;
}
