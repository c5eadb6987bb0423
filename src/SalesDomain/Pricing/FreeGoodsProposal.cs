using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>How many are free on a document by one promotion, how many free ones are there, and what is missing.</summary>
/// <remarks>
/// Free = present + missing: what is missing is negative where more is there than is earned, after a quantity was lowered. Goods among what
/// is ordered are taken out of it: the caller makes that many of the ordered ones free. Where the promotion leaves the choice, all free
/// lines that may be chosen are there for it together. Equality is by reference.
/// </remarks>
public sealed partial class FreeGoodsProposal
{
    private readonly FreeGoodsLine[] _counted;
    private readonly FreeGoodsLine[] _present;
    private readonly Reason[] _reasons;
    private readonly FreeGoodsSteps _steps;
    private readonly Quantity? _left;
    private readonly Quantity _paid;
    private readonly Quantity _whole;

    internal FreeGoodsProposal(FreeGoodsClaim claim, Currency currency)
    {
        Promotion = claim.Promotion;
        Product = claim.Product;
        _counted = [.. claim.Counted];
        _present = [.. claim.Present];
        _reasons = [.. claim.Reasons];
        Present = In(FreeGoodsLine.Sum(claim.Present));

        var level = FreeGoodsLine.Sum(claim.Counted);
        if (Promotion.Goods.IsByAmount)
            CountedAmount = new Money(level, currency);
        else
        {
            // What is already free among what was ordered was ordered too.
            Counted = Ordered(level + (Promotion.Goods.IsInclusive ? Present.Amount : 0m));
        }

        _steps = Promotion.Goods.StepsOf(Level.Number);
        Free = In(Promotion.Due(Level.Number));
        if (Promotion.Goods.IsInclusive && Array.Exists(_counted, line => line.Line.IsFree))
        {
            // What others gave among what was ordered is given. Of the rest no pack is broken for a gift of whole ones.
            var paid = FreeGoodsLine.Sum(claim.Counted.FindAll(line => !line.Line.IsFree));
            var whole = Free.Amount % 1m == 0m ? paid - (paid % 1m) : paid;
            (_paid, _whole, _left) = (In(paid), In(whole), In(whole + Present.Amount));
            Free = _left.Value < Free ? _left.Value : Free;
        }

        Missing = Free - Present;
    }

    /// <summary>The promotion.</summary>
    public FreeGoodsPromotion Promotion { get; }

    /// <summary>What is given; null where it is to be chosen, among the <see cref="FreeGoodsPromotion.Choice"/>.</summary>
    public ProductId? Product { get; }

    /// <summary>
    /// The quantity ordered that earns it, in the unit of the portion; of goods among what is ordered, with those already free by it and by
    /// others of its kind. Null where an amount earns it.
    /// </summary>
    public Quantity? Counted { get; }

    /// <summary>The amount that earns it, not rounded; null where a quantity does.</summary>
    public Money? CountedAmount { get; }

    /// <summary>
    /// How many are free; among what is ordered no more than others leave of it, and of that in whole units where a whole number is due.
    /// </summary>
    public Quantity Free { get; }

    /// <summary>How many free ones of the product, or of those to choose among, are in the document for this promotion.</summary>
    public Quantity Present { get; }

    /// <summary>How many free ones are to be added; negative where there are too many.</summary>
    public Quantity Missing { get; }

    /// <summary>
    /// Which lines are left out, and why: <c>pricing.discount-other-unit</c> of one that does not convert to the unit of the portion, or of
    /// what is free; <c>pricing.discount-other-kind</c> of one at a price that earns nothing.
    /// </summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>The lines that earn.</summary>
    internal FreeGoodsLine[] Earning => _counted;

    /// <summary>A line of what is missing, at its list price, of which nothing is to be paid.</summary>
    /// <param name="number">The number of the line, zero or more, not yet in the document.</param>
    /// <param name="listPrice">
    /// The list price of one, zero or more: what the gift is worth, also where it is never sold and no list has it.
    /// </param>
    /// <returns>The line; it states the promotion, and the customer and channel of the first line that earned it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> or <paramref name="listPrice"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">
    /// Nothing is missing; or it is to be chosen: the caller's line of what was chosen states the promotion
    /// (<see cref="PricedLine.OfPromotion"/>).
    /// </exception>
    public PricedLine ToLine(int number, Money listPrice)
    {
        Guard.Against.OutsideRange(0, int.MaxValue, number);
        Guard.Against.Below(0m, listPrice.Amount, nameof(listPrice));
        if (Missing.Amount <= 0m)
            throw new InvalidOperationException("Nothing of " + Name + " is missing.");
        if (Product is not { } product)
            throw new InvalidOperationException("What is given is to be chosen: " + Name + ".");

        var source = _counted[0].Line;
        var isSame = source.Subject.Product == product;
        var subject = isSame ? source.Subject : Bare(source.Subject).With(product);
        var line = PricedLine.Of(number, subject.With(PriceKind.Free), Missing, listPrice).OfPromotion(Promotion.Name);
        return isSame && source.Units is { } units && units.Knows(Missing.Unit) ? line.WithUnits(units) : line;
    }

    /// <summary>Product and quantities, rounded for show: <c>Q: 2 PCE free of 25 PCE, 1 PCE missing</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + ": " + Shown(Free) + " free of " + Shown(Level) + (Missing.IsZero ? "" : ", " + Shown(Missing) + " missing");

    /// <summary>The product, or among what to choose.</summary>
    private string Name => Product?.ToString() ?? "any, " + Promotion.Choice;

    /// <summary>What earns, a quantity or an amount.</summary>
    private Figure Level => CountedAmount is { } amount ? amount : Counted!.Value;

    /// <summary>What the free ones in the document are worth at their list prices, not rounded.</summary>
    internal Money PresentAtList(Currency currency) => Money.Sum(currency, _present.Select(line => line.AtList(Promotion.Goods.Unit)));

    private Quantity In(decimal amount) => new(amount, Promotion.Goods.Unit);

    private Quantity Ordered(decimal amount) => new(amount, Promotion.Goods.PortionUnit!);

    private static ScopeSubject Bare(ScopeSubject source)
    {
        var subject = source.Customer is { } customer ? default(ScopeSubject).With(customer) : default;
        return source.Channel is { } channel ? subject.With(channel) : subject;
    }
}
