using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>What more would cost.</summary>
public readonly partial struct ResolvedPrice
{
    /// <summary>The next larger quantity with another price: "3 more, and the price is 9.20".</summary>
    /// <param name="smallest">
    /// The smallest quantity sold, in whose multiples is ordered: 1 piece, 0.1 kg; above zero, in the ordered unit.
    /// </param>
    /// <returns>
    /// The quantity and what it costs by the whole book, or null: without a price, of a negative quantity, and where nothing larger has
    /// another price. The steps of every list that holds for the sale are looked at, also of one that begins above the quantity; what they
    /// come to on the other tax basis is passed over, as it is not comparable. Packs are not tried: a case at its own price is asked for in
    /// cases.
    /// </returns>
    /// <exception cref="UnitMismatchException"><paramref name="smallest"/> has another unit than the quantity.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="smallest"/> is not positive.</exception>
    public PriceBreak? NextBreak(Quantity smallest)
    {
        foreach (var larger in Breaks(smallest))
            return larger;

        return null;
    }

    /// <summary>
    /// The larger quantity that costs least, where it costs less in total than this one: 99 pieces that cost more than 100.
    /// </summary>
    /// <param name="smallest">The smallest quantity sold, in whose multiples is ordered; above zero, in the ordered unit.</param>
    /// <returns>
    /// The quantity and what it costs, or null when no larger quantity costs less; by all lists that hold, on the same tax basis and in the
    /// ordered unit.
    /// </returns>
    /// <exception cref="UnitMismatchException"><paramref name="smallest"/> has another unit than the quantity.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="smallest"/> is not positive.</exception>
    public PriceBreak? Inversion(Quantity smallest)
    {
        PriceBreak? cheapest = null;
        foreach (var larger in Breaks(smallest))
        {
            if (larger.Amount.Amount < (cheapest?.Amount.Amount ?? _steps.Amount))
                cheapest = larger;
        }

        return cheapest;
    }

    /// <summary>
    /// The larger quantities with another price, compared and told in one tax basis: what a list comes to on the other one is brought to
    /// it.
    /// </summary>
    /// <param name="basis">The tax basis.</param>
    /// <param name="factor">1 + rate.</param>
    /// <param name="smallest">The smallest quantity sold.</param>
    /// <param name="own">The quantity of the line of which more would be ordered, in multiples of the smallest.</param>
    internal IEnumerable<PriceBreak> BreaksIn(TaxBasis basis, Percentage factor, Quantity smallest, decimal own) =>
        Breaks(smallest, new InBasis(basis, factor), own);

    /// <summary>
    /// What counts on the document for the break, in the ordered unit: the quantity, with what counts beside it; by value with as much of
    /// the product as has that value.
    /// </summary>
    internal decimal CountedNow =>
        HasPrice && _book!.Beside(_shelf![_place], _steps.Source, _asked) is { } beside
            ? beside.And(Quantity.Amount, default) : Quantity.Amount;

    /// <summary>The same with what was bought before, where the list that gives the price counts it.</summary>
    internal decimal CountedInAll =>
        HasPrice && _book!.Before(_shelf![_place], _steps.Source, _asked) is { } before
            ? before.And(CountedNow, default) : CountedNow;

    private IEnumerable<PriceBreak> Breaks(Quantity smallest, InBasis? compared = null, decimal? own = null)
    {
        var grid = smallest.Unit == Quantity.Unit ? Guard.Against.NotPositive(smallest.Amount, nameof(smallest))
            : throw new UnitMismatchException(Quantity.Unit, smallest.Unit, nameof(smallest));
        return HasPrice && !Quantity.IsNegative ? Larger(this, grid, own ?? Quantity.Amount, compared) : [];
    }

    private static IEnumerable<PriceBreak> Larger(ResolvedPrice price, decimal grid, decimal own, InBasis? compared)
    {
        var (book, asked) = (price._book!, price._asked);
        var (last, before) = (In(price, price._steps.UnitPrice), price);
        foreach (var step in book.Steps(asked, grid, own))
        {
            var larger = book.Price(asked.With(new Quantity(step.Key, asked.Quantity.Unit)));

            // The average of a graduated price moves with every quantity, also where a list begins a step that does not give the price.
            var isNoStep = larger._shelf == before._shelf && larger._place == before._place
                && !step.Contains((larger._shelf!, larger._place));
            before = larger;

            // A price with tax and one without are no two steps of anything, unless both are brought to one basis.
            if (!larger.HasPrice || isNoStep || (compared is null && larger.TaxBasis != price.TaxBasis)
                || In(larger, larger._steps.UnitPrice) == last)
            {
                continue;
            }

            last = In(larger, larger._steps.UnitPrice);
            yield return new PriceBreak(
                larger.Quantity - asked.Quantity, larger.Quantity, new Money(last, asked.Currency),
                new Money(In(larger, larger._steps.Amount), asked.Currency));
        }

        decimal In(ResolvedPrice found, decimal amount) => compared?.Of(found, amount) ?? amount;
    }

    /// <summary>The tax basis in which prices of lists of both are compared.</summary>
    private sealed class InBasis(TaxBasis basis, Percentage factor)
    {
        internal decimal Of(ResolvedPrice price, decimal amount) =>
            price.TaxBasis == basis ? amount : basis == SalesDomain.TaxBasis.WithTax ? amount * factor.Fraction : amount / factor.Fraction;
    }
}
