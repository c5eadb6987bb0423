using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>Free goods that a document earns (搭赠, 买赠): buy 10 of P, get 1 of Q.</summary>
/// <remarks>
/// It proposes lines of <see cref="PriceKind.Free"/>, since lines are the caller's; once they are in the document the effective discount
/// counts them, and nothing more is proposed. Without a product of its own it gives of what is bought, each product by itself. What comes
/// back does not earn, free goods neither. Immutable; equality is by all values.
/// </remarks>
public sealed class FreeGoodsPromotion : IEquatable<FreeGoodsPromotion>
{
    private FreeGoodsPromotion(string name, FreeGoods goods, Scope scope, ProductId? product, DateSpan period, Quantity? most)
    {
        Name = name;
        Goods = goods;
        Scope = scope;
        Product = product;
        Period = period;
        Most = most;
    }

    /// <summary>The name, by which proposals speak of it.</summary>
    public string Name { get; }

    /// <summary>How many are free of what is ordered.</summary>
    public FreeGoods Goods { get; }

    /// <summary>Which lines earn.</summary>
    public Scope Scope { get; }

    /// <summary>What is given; null where it is of what is bought.</summary>
    public ProductId? Product { get; }

    /// <summary>The days of a document on which it is given, both ends included.</summary>
    public DateSpan Period { get; }

    /// <summary>The most that is free of one product on one document, or null.</summary>
    public Quantity? Most { get; }

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
    /// <param name="goods">How many are free; only lines in its unit earn.</param>
    /// <returns>The promotion.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    public static FreeGoodsPromotion Of(string name, FreeGoods goods) =>
        new(Identifier.Checked(name), Guard.Against.Null(goods), Scope.Everything, product: null, DateSpan.Always, most: null);

    /// <summary>The promotion for certain lines only.</summary>
    /// <param name="scope">Which lines earn.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public FreeGoodsPromotion For(Scope scope) => new(Name, Goods, Guard.Against.Null(scope), Product, Period, Most);

    /// <summary>The promotion that gives one product, for all its lines together.</summary>
    /// <param name="product">What is given, on top of what is ordered.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="product"/> is the default value.</exception>
    /// <exception cref="InvalidOperationException">The goods are among what is ordered, and so of the same product.</exception>
    public FreeGoodsPromotion Giving(ProductId product) =>
        Goods.IsInclusive ? throw new InvalidOperationException("'" + Name + "' gives among what is ordered.")
            : new FreeGoodsPromotion(Name, Goods, Scope, Identifier.Given(product), Period, Most);

    /// <summary>The promotion on certain days only.</summary>
    /// <param name="period">The days of the document, both ends included.</param>
    /// <returns>The changed copy.</returns>
    public FreeGoodsPromotion During(DateSpan period) => new(Name, Goods, Scope, Product, period, Most);

    /// <summary>The promotion that gives no more than a quantity of one product on one document.</summary>
    /// <param name="most">The most, positive, in the unit of the goods.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is not positive.</exception>
    /// <exception cref="UnitMismatchException"><paramref name="most"/> is in another unit.</exception>
    public FreeGoodsPromotion AtMost(Quantity most)
    {
        Guard.Against.NotPositive(most.Amount, nameof(most));
        return most.Unit == Goods.Per.Unit ? new FreeGoodsPromotion(Name, Goods, Scope, Product, Period, most)
            : throw new UnitMismatchException(Goods.Per.Unit, most.Unit, nameof(most));
    }

    /// <summary>What is free on a document.</summary>
    /// <param name="document">The document, with or without the free lines.</param>
    /// <returns>
    /// One proposal for each product that is given, by product; none on another day. What is bought without a product earns only where
    /// the promotion names what it gives.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="OverflowException">A quantity does not fit in a decimal.</exception>
    public IReadOnlyList<FreeGoodsProposal> Offer(PricedDocument document)
    {
        Guard.Against.Null(document);
        if (!Period.Contains(document.Date))
            return Array.AsReadOnly<FreeGoodsProposal>([]);

        var counted = new SortedDictionary<ProductId, List<PricedLine>>();
        foreach (var line in document.Lines)
        {
            if (!line.IsFree && !line.IsReturn && line.Quantity.Unit == Goods.Per.Unit && (Product ?? line.Subject.Product) is { } product
                && Scope.Matches(line.Subject))
            {
                if (!counted.TryGetValue(product, out var lines))
                    counted.Add(product, lines = []);
                lines.Add(line);
            }
        }

        var present = document.Lines
            .Where(line => line.IsFree && !line.IsReturn && line.Quantity.Unit == Goods.Per.Unit && line.Subject.Product is not null)
            .ToLookup(line => line.Subject.Product!.Value);
        return Array.AsReadOnly(counted
            .Select(each => new FreeGoodsProposal(this, each.Key, [.. each.Value], [.. present[each.Key]])).ToArray());
    }

    /// <summary>Whether the other is the same promotion.</summary>
    /// <param name="other">The promotion to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(FreeGoodsPromotion? other) =>
        other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && Goods == other.Goods && Scope == other.Scope
        && Product == other.Product && Period == other.Period && Most == other.Most;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as FreeGoodsPromotion);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(StringComparer.Ordinal.GetHashCode(Name), Goods.GetHashCode(), Scope.GetHashCode());

    /// <summary>Name, offer and conditions: <c>ten plus one: 1 PCE on top of each 10 PCE, of product Q</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + ": " + InvariantText.Listed(
            Goods.ToString(), Product is { } product ? "of product " + product : "", Scope == Scope.Everything ? "" : Scope.ToString(),
            Period == DateSpan.Always ? "" : "during " + Period, Most is { } most ? "at most " + most : "");
}
