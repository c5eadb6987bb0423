using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>The bounds of a price corridor, each of them within it.</summary>
/// <remarks>Immutable. Equality is by both bounds.</remarks>
public sealed record CorridorBounds
{
    private CorridorBounds(Money? least, Money? most)
    {
        Least = least;
        Most = most;
    }

    /// <summary>The lowest price that is within; null where there is none.</summary>
    public Money? Least { get; }

    /// <summary>The highest price that is within; null where there is none.</summary>
    public Money? Most { get; }

    internal Currency Currency => (Least ?? Most)!.Value.Currency;

    /// <summary>A floor without a ceiling.</summary>
    /// <param name="least">The lowest price that is within, above zero.</param>
    /// <returns>The bounds.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="least"/> is zero or negative.</exception>
    public static CorridorBounds AtLeast(Money least) => new(Guard.Against.NotPositive(least), null);

    /// <summary>A ceiling without a floor.</summary>
    /// <param name="most">The highest price that is within, above zero.</param>
    /// <returns>The bounds.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is zero or negative.</exception>
    public static CorridorBounds AtMost(Money most) => new(null, Guard.Against.NotPositive(most));

    /// <summary>A floor and a ceiling; both the same for one price.</summary>
    /// <param name="least">The lowest price that is within, above zero.</param>
    /// <param name="most">The highest, not below the lowest.</param>
    /// <returns>The bounds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="least"/> is zero or negative, or <paramref name="most"/> is below it.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">They are in two currencies.</exception>
    public static CorridorBounds Between(Money least, Money most)
    {
        Guard.Against.NotPositive(least);
        if (least.Currency != most.Currency)
            throw new CurrencyMismatchException(least.Currency, most.Currency, nameof(most));

        return most >= least ? new CorridorBounds(least, most)
            : throw Guards.OutOfRange(nameof(most), most.ToString(), "must be at least " + least);
    }

    /// <summary>The bounds in words: <c>from CNY 9.50 to CNY 10.50</c>, <c>at least CNY 9.50</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Least is not { } least ? "at most " + Most!.Value : Most is { } most ? "from " + least + " to " + most : "at least " + least;

    internal PriceOutcome Outcome(Money price) =>
        price < Least ? PriceOutcome.Below : price > Most ? PriceOutcome.Above : PriceOutcome.Within;
}
