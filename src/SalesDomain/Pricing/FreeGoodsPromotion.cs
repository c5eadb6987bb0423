using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>Free goods that a document earns (搭赠, 买赠): buy 10 of P, get 1 of Q.</summary>
/// <remarks>
/// <para>
/// It proposes lines of <see cref="PriceKind.Free"/>, since lines are the caller's; once they are in the document the effective discount
/// counts them, and nothing more is proposed. Without a product of its own it gives of what is bought, each product by itself: neither
/// quantities nor amounts of two products come together. What may be chosen among several is earned by all lines together. What comes back
/// does not earn, free goods neither, the gift itself least of all. Unless <see cref="Including"/> says so, only lines at standard and
/// consignment prices earn, and lines that state no price kind, as discounts are for these.
/// </para>
/// <para>
/// A free line states its promotion (<see cref="PricedLine.OfPromotion"/>), and is there for no other. Those that state none go to the
/// promotions that are offered together, by name: what is missing of the first, then of the next; what is left over is told by the last.
/// Those that give one product come before those that leave the choice, and a choice begins with what the fewest others may take.
/// So a document may be offered as often as one likes, all its promotions in one call: <see cref="OfferAll(PricedDocument,
/// System.Collections.Generic.IEnumerable{FreeGoodsPromotion})"/>.
/// </para>
/// <para>
/// Lines count in the unit of the portion, and free lines in that of what is free, converted by their own conversions; where the same
/// product is given in another unit, a line that does not convert to it earns nothing. An amount is that of the list prices, or of a
/// discounted document what is left after the discounts of lines and the deals, before discounts of the order: what a discount of the
/// order counts. Immutable; equality is by all values.
/// </para>
/// </remarks>
public sealed class FreeGoodsPromotion : IEquatable<FreeGoodsPromotion>
{
    private static readonly PriceKind[] s_kinds = [PriceKind.Special, PriceKind.RebateFunded, PriceKind.Project];

    private readonly int _kinds;

    private FreeGoodsPromotion(string name, FreeGoods goods)
    {
        Name = name;
        Goods = goods;
        Scope = Scope.Everything;
        Period = DateSpan.Always;
    }

    private FreeGoodsPromotion(FreeGoodsPromotion other, int kinds)
        : this(other.Name, other.Goods)
    {
        Scope = other.Scope;
        Product = other.Product;
        Choice = other.Choice;
        Period = other.Period;
        Most = other.Most;
        _kinds = kinds;
    }

    /// <summary>The name, by which proposals speak of it.</summary>
    public string Name { get; }

    /// <summary>How many are free of what is ordered.</summary>
    public FreeGoods Goods { get; }

    /// <summary>Which lines earn.</summary>
    public Scope Scope { get; private init; }

    /// <summary>What is given; null where it is of what is bought, or to be chosen.</summary>
    public ProductId? Product { get; private init; }

    /// <summary>Of what one may choose what is given (任选其一); null where nothing is to be chosen.</summary>
    public Scope? Choice { get; private init; }

    /// <summary>The days of a document on which it is given, both ends included.</summary>
    public DateSpan Period { get; private init; }

    /// <summary>The most that is free of one product on one document, or of what is to be chosen in all; null for none.</summary>
    public Quantity? Most { get; private init; }

    /// <summary>The price kinds that earn beside standard and consignment prices, in their order.</summary>
    public IReadOnlyList<PriceKind> IncludedKinds => Array.AsReadOnly(Array.FindAll(s_kinds, kind => Takes(kind)));

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A promotion.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(FreeGoodsPromotion? left, FreeGoodsPromotion? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A promotion.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(FreeGoodsPromotion? left, FreeGoodsPromotion? right) => !(left == right);

    /// <summary>Free goods for all lines, of what is bought.</summary>
    /// <param name="name">The name; not empty, no white space at either end.</param>
    /// <param name="goods">How many are free; lines that do not convert to its unit earn nothing.</param>
    /// <returns>The promotion.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    public static FreeGoodsPromotion Of(string name, FreeGoods goods) =>
        new(Identifier.Checked(name), Guard.Against.Null(goods));

    /// <summary>The promotion for certain lines only.</summary>
    /// <param name="scope">Which lines earn.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public FreeGoodsPromotion For(Scope scope) => new(this, _kinds) { Scope = Guard.Against.Null(scope) };

    /// <summary>The promotion that gives one product, for all its lines together.</summary>
    /// <param name="product">What is given, on top of what is ordered.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="product"/> is the default value.</exception>
    /// <exception cref="InvalidOperationException">The goods are among what is ordered, and so of the same product.</exception>
    public FreeGoodsPromotion Giving(ProductId product) =>
        new(OnTop(), _kinds) { Product = Identifier.Given(product), Choice = null };

    /// <summary>
    /// The promotion that gives any of several products, for all its lines together: one of whichever of the series (同系列任搭), a cup or
    /// a towel (任选其一).
    /// </summary>
    /// <param name="choice">
    /// Of what to choose, on top of what is ordered; the products of a series by their category, or some by name.
    /// </param>
    /// <returns>The changed copy; free lines in <paramref name="choice"/> are there for it, one or several, as they are chosen.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="choice"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The goods are among what is ordered, and so of the same product.</exception>
    public FreeGoodsPromotion Giving(Scope choice) => new(OnTop(), _kinds) { Product = null, Choice = Guard.Against.Null(choice) };

    /// <summary>The promotion on certain days only.</summary>
    /// <param name="period">The days of the document, both ends included.</param>
    /// <returns>The changed copy.</returns>
    public FreeGoodsPromotion During(DateSpan period) => new(this, _kinds) { Period = period };

    /// <summary>The promotion that gives no more than a quantity of one product, or of what is to be chosen, on one document.</summary>
    /// <param name="most">The most, positive, in the unit of what is free.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is not positive.</exception>
    /// <exception cref="UnitMismatchException"><paramref name="most"/> is in another unit.</exception>
    public FreeGoodsPromotion AtMost(Quantity most)
    {
        Guard.Against.NotPositive(most.Amount, nameof(most));
        return most.Unit == Goods.Unit ? new FreeGoodsPromotion(this, _kinds) { Most = most }
            : throw new UnitMismatchException(Goods.Unit, most.Unit, nameof(most));
    }

    /// <summary>The promotion that lines of certain price kinds earn as well, which it leaves out otherwise.</summary>
    /// <param name="kinds">Special, project or rebate-funded prices; standard and consignment prices are never left out.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A kind is not defined, or is <see cref="PriceKind.Free"/>.</exception>
    public FreeGoodsPromotion Including(params PriceKind[] kinds)
    {
        Guard.Against.Null(kinds);
        var bits = _kinds;
        foreach (var kind in kinds)
        {
            if (Guard.Against.Undefined(kind, nameof(kinds)) == PriceKind.Free)
                throw Guards.OutOfRange(nameof(kinds), kind.ToString(), "must not be free goods, which earn nothing");

            bits |= kind is PriceKind.Standard or PriceKind.Consignment ? 0 : 1 << (int)kind;
        }

        return new FreeGoodsPromotion(this, bits);
    }

    /// <summary>What several promotions give on a document, at list prices where an amount earns it.</summary>
    /// <param name="document">The document, with or without the free lines.</param>
    /// <param name="promotions">The promotions, in any order; each name once.</param>
    /// <returns>The proposals, by the names of the promotions and then by product; see <see cref="Offer(PricedDocument)"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument or a promotion is null.</exception>
    /// <exception cref="ArgumentException">Two promotions have one name.</exception>
    /// <exception cref="CurrencyMismatchException">An amount that earns is in another currency than the document.</exception>
    /// <exception cref="OverflowException">A quantity or an amount does not fit in a decimal.</exception>
    public static IReadOnlyList<FreeGoodsProposal> OfferAll(PricedDocument document, IEnumerable<FreeGoodsPromotion> promotions) =>
        FreeGoodsRun.Of(Guard.Against.Null(document), discounted: null, Sorted(promotions), []);

    /// <summary>What several promotions give on a discounted document.</summary>
    /// <param name="document">The document, with or without the free lines.</param>
    /// <param name="promotions">The promotions, in any order; each name once.</param>
    /// <returns>The proposals, by the names of the promotions and then by product; see <see cref="Offer(PricedDocument)"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument or a promotion is null.</exception>
    /// <exception cref="ArgumentException">Two promotions have one name.</exception>
    /// <exception cref="CurrencyMismatchException">An amount that earns is in another currency than the document.</exception>
    /// <exception cref="OverflowException">A quantity or an amount does not fit in a decimal.</exception>
    public static IReadOnlyList<FreeGoodsProposal> OfferAll(DiscountedDocument document, IEnumerable<FreeGoodsPromotion> promotions) =>
        FreeGoodsRun.Of(Guard.Against.Null(document).Document, document, Sorted(promotions), []);

    /// <summary>What is free on a document, at list prices where an amount earns it.</summary>
    /// <param name="document">The document, with or without the free lines.</param>
    /// <returns>
    /// One proposal for each product that is given, by product, or one for what is to be chosen; on another day nothing is due, and there
    /// is one only where a line states the promotion. What is bought without a product earns only where the promotion says what it gives.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">An amount that earns is in another currency than the document.</exception>
    /// <exception cref="OverflowException">A quantity or an amount does not fit in a decimal.</exception>
    public IReadOnlyList<FreeGoodsProposal> Offer(PricedDocument document) => OfferAll(document, [this]);

    /// <summary>What is free on a discounted document.</summary>
    /// <param name="document">The document, with or without the free lines.</param>
    /// <returns>As <see cref="Offer(PricedDocument)"/>, by what the lines cost after their discounts where an amount earns it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">An amount that earns is in another currency than the document.</exception>
    /// <exception cref="OverflowException">A quantity or an amount does not fit in a decimal.</exception>
    public IReadOnlyList<FreeGoodsProposal> Offer(DiscountedDocument document) => OfferAll(document, [this]);

    /// <summary>Whether the other is the same promotion.</summary>
    /// <param name="other">The promotion to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(FreeGoodsPromotion? other) =>
        other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && Goods == other.Goods && Scope == other.Scope
        && Product == other.Product && Choice == other.Choice && Period == other.Period && Most == other.Most && _kinds == other._kinds;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as FreeGoodsPromotion);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(StringComparer.Ordinal.GetHashCode(Name), Goods.GetHashCode(), Scope.GetHashCode());

    /// <summary>Name, offer and conditions: <c>ten plus one: 1 PCE on top of each 10 PCE, of product Q</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + ": " + InvariantText.Listed(
            Goods.ToString(), Product is { } product ? "of product " + product : Choice is { } choice ? "of any, " + choice : "",
            Scope == Scope.Everything ? "" : Scope.ToString(),
            IncludedKinds.Count == 0 ? "" : "also " + string.Join(", ", IncludedKinds.Select(kind => kind.ToString())),
            Period == DateSpan.Always ? "" : "during " + Period, Most is { } most ? "at most " + most : "");

    /// <summary>Whether lines of a price kind earn.</summary>
    internal bool Takes(PriceKind? kind) =>
        kind is null or PriceKind.Standard or PriceKind.Consignment || (_kinds & 1 << (int)kind.Value) != 0;

    /// <summary>Whether a free line is one that may be chosen; one that states no product is, where it states the promotion.</summary>
    internal bool MayBeChosen(PricedLine line, bool isStated) =>
        Choice is { } choice && ((isStated && line.Subject.Product is null) || choice.Matches(line.Subject));

    /// <summary>What is due for a quantity, or an amount, that counts.</summary>
    internal decimal Due(decimal counted)
    {
        var free = Goods.StepsOf(counted).Free;
        return Most is { } most && free > most.Amount ? most.Amount : free;
    }

    /// <summary>The promotions by their names; refuses a name that is there twice.</summary>
    internal static FreeGoodsPromotion[] Sorted(IEnumerable<FreeGoodsPromotion> promotions)
    {
        Guard.Against.Null(promotions);
        FreeGoodsPromotion[] sorted = [.. promotions];
        Array.ForEach(sorted, promotion => Guard.Against.Null(promotion, nameof(promotions)));
        Guard.Against.NameTwice(sorted.Select(promotion => promotion.Name), nameof(promotions));
        Array.Sort(sorted, (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return sorted;
    }

    private FreeGoodsPromotion OnTop() =>
        Goods.IsInclusive ? throw new InvalidOperationException("'" + Name + "' gives among what is ordered.") : this;
}
