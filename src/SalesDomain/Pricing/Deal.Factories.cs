using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

public sealed partial class Deal
{
    /// <summary>So many pieces for a price: any three for 100. A deal whose pieces cost no more than that is not given.</summary>
    /// <param name="pieces">How many, at least 1.</param>
    /// <param name="price">What they cost together, zero or more.</param>
    /// <returns>The deal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="pieces"/> is below 1, or <paramref name="price"/> is negative.
    /// </exception>
    public static Deal ForPrice(int pieces, Money price) => ForPrice(price, Any(pieces));

    /// <summary>So many pieces of each of several scopes for a price: a table and four chairs for 999.</summary>
    /// <param name="price">What they cost together, zero or more.</param>
    /// <param name="parts">At least one part; a scope that is wholly in an earlier one would never have a piece.</param>
    /// <returns>The deal. One whose pieces cost no more than the price is not given.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> or a part is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no parts, or the scope of one is in that of an earlier one.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="price"/> is negative, or there are too many pieces.</exception>
    public static Deal ForPrice(Money price, params DealPart[] parts)
    {
        Guard.Against.Below(0m, price.Amount, nameof(price));
        return Of(new Settings { Benefit = DealBenefit.Price, Amount = price }, parts, nameof(parts));
    }

    /// <summary>A percentage off so many pieces: 20 % off each full three.</summary>
    /// <param name="pieces">How many, at least 1.</param>
    /// <param name="rate">From 0 % to 100 %.</param>
    /// <returns>The deal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="pieces"/> is below 1, or <paramref name="rate"/> is negative or above 100 %.
    /// </exception>
    public static Deal PercentOff(int pieces, Percentage rate) => PercentOff(rate, Any(pieces));

    /// <summary>A percentage off so many pieces of each of several scopes.</summary>
    /// <param name="rate">From 0 % to 100 %.</param>
    /// <param name="parts">At least one part; a scope that is wholly in an earlier one would never have a piece.</param>
    /// <returns>The deal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> or a part is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no parts, or the scope of one is in that of an earlier one.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="rate"/> is negative or above 100 %, or there are too many pieces.
    /// </exception>
    public static Deal PercentOff(Percentage rate, params DealPart[] parts) =>
        Of(new Settings { Benefit = DealBenefit.Percent, Rate = Discount.Within(rate, nameof(rate)) }, parts, nameof(parts));

    /// <summary>An amount off so many pieces together: 15 off each full three.</summary>
    /// <param name="pieces">How many, at least 1.</param>
    /// <param name="amount">What is taken off one deal, positive.</param>
    /// <returns>The deal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="pieces"/> is below 1, or <paramref name="amount"/> is not positive.
    /// </exception>
    public static Deal AmountOff(int pieces, Money amount) => AmountOff(amount, Any(pieces));

    /// <summary>An amount off so many pieces of each of several scopes together.</summary>
    /// <param name="amount">What is taken off one deal, positive; no more than its pieces cost is given.</param>
    /// <param name="parts">At least one part; a scope that is wholly in an earlier one would never have a piece.</param>
    /// <returns>The deal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> or a part is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no parts, or the scope of one is in that of an earlier one.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="amount"/> is not positive, or there are too many pieces.
    /// </exception>
    public static Deal AmountOff(Money amount, params DealPart[] parts) =>
        Of(new Settings { Benefit = DealBenefit.Amount, Amount = Guard.Against.NotPositive(amount) }, parts, nameof(parts));

    /// <summary>Three for two, and its like: of so many pieces, the cheapest are free (买二送一).</summary>
    /// <param name="pieces">How many pieces are in one deal, at least 1.</param>
    /// <param name="free">How many of them are free, from 1 to <paramref name="pieces"/>.</param>
    /// <returns>The deal, in which the cheapest of all pieces in its deals are free; see <see cref="OfEachDeal"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Deal CheapestFree(int pieces, int free) =>
        CheapestOff(
            Percentage.OneHundred, Guard.Against.OutsideRange(1, Guard.Against.OutsideRange(1, int.MaxValue, pieces), free), Any(pieces));

    /// <summary>Buy so many and get more of the same scope at a percentage off: the second at half price (第二件半价).</summary>
    /// <param name="buy">How many are bought, at least 1.</param>
    /// <param name="get">How many are given, at least 1; they are the cheapest.</param>
    /// <param name="rate">The percentage off those given, from 0 % to 100 %; 100 % makes them free.</param>
    /// <returns>The deal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1, or the percentage out of its range.</exception>
    public static Deal BuyGet(int buy, int get, Percentage rate)
    {
        Guard.Against.OutsideRange(1, int.MaxValue / 2, buy);
        Guard.Against.OutsideRange(1, int.MaxValue / 2, get);
        return CheapestOff(rate, get, Any(buy + get));
    }

    /// <summary>Buy so many of one scope and get so many of another at a percentage off.</summary>
    /// <param name="buy">What is bought.</param>
    /// <param name="get">What is given; its scope is not wholly in that of <paramref name="buy"/>.</param>
    /// <param name="rate">The percentage off what is given, from 0 % to 100 %; 100 % makes it free.</param>
    /// <returns>The deal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="buy"/> or <paramref name="get"/> is null.</exception>
    /// <exception cref="ArgumentException">The scope of <paramref name="get"/> is in that of <paramref name="buy"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="rate"/> is negative or above 100 %, or there are too many pieces.
    /// </exception>
    public static Deal BuyGet(DealPart buy, DealPart get, Percentage rate)
    {
        Guard.Against.Null(buy);
        Guard.Against.Null(get);
        return Of(
            new Settings { Benefit = DealBenefit.Percent, Rate = Discount.Within(rate, nameof(rate)), GivesLastPart = true }, [buy, get],
            nameof(get));
    }

    /// <summary>A percentage off the cheapest pieces of a deal, which may have pieces of several scopes.</summary>
    /// <param name="rate">From 0 % to 100 %.</param>
    /// <param name="cheapest">How many of each deal, from 1 to the pieces in it.</param>
    /// <param name="parts">At least one part; a scope that is wholly in an earlier one would never have a piece.</param>
    /// <returns>The deal, in which the cheapest of all pieces in its deals are given; see <see cref="OfEachDeal"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> or a part is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no parts, or the scope of one is in that of an earlier one.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="rate"/> is negative or above 100 %, or <paramref name="cheapest"/> is out of its range.
    /// </exception>
    public static Deal CheapestOff(Percentage rate, int cheapest, params DealPart[] parts)
    {
        var deal = Of(
            new Settings { Benefit = DealBenefit.Percent, Rate = Discount.Within(rate, nameof(rate)), Cheapest = cheapest }, parts,
            nameof(parts));
        Guard.Against.OutsideRange(1, deal.Pieces, cheapest);
        return deal;
    }

    private static DealPart Any(int pieces) => DealPart.Of(pieces, Scope.Everything);

    private static Deal Of(Settings settings, IEnumerable<DealPart> parts, string parameterName)
    {
        var copy = Guard.Against.Nothing(parts, "a deal has at least one part", parameterName);
        Array.ForEach(copy, part => Guard.Against.Null(part, parameterName));
        var pieces = 0L;
        for (var i = 0; i < copy.Length; i++)
        {
            var part = copy[i];
            pieces += part.Pieces;
            if (pieces > int.MaxValue)
                throw Guards.OutOfRange(parameterName, InvariantText.Number(pieces), "must have fewer pieces in one deal");
            if (Array.FindIndex(copy, 0, i, earlier => earlier.Scope.Contains(part.Scope)) >= 0)
                throw Guards.Invalid(parameterName, "'" + part + "'", "must not be wholly in the scope of an earlier part");
        }

        return new Deal(settings with { Order = Usual(settings) }, copy);
    }
}
