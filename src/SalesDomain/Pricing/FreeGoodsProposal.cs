using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>How many of a product are free on a document, how many free ones are there, and what is missing.</summary>
/// <remarks>
/// Free = present + missing: what is missing is negative where more is there than is earned, after a quantity was lowered. Goods among what
/// is ordered are taken out of it: the caller makes that many of the ordered ones free. Equality is by reference.
/// </remarks>
public sealed class FreeGoodsProposal
{
    private readonly PricedLine[] _counted;
    private readonly Quantity _freeAmong;
    private readonly FreeGoodsSteps _steps;

    internal FreeGoodsProposal(FreeGoodsPromotion promotion, ProductId product, PricedLine[] counted, PricedLine[] present)
    {
        Promotion = promotion;
        Product = product;
        _counted = counted;
        var nothing = new Quantity(0m, promotion.Goods.Per.Unit);
        Present = present.Aggregate(nothing, (sum, line) => sum + line.Quantity);

        // What is already free among what was ordered was ordered too.
        _freeAmong = promotion.Goods.IsInclusive ? Present : nothing;
        Counted = counted.Aggregate(_freeAmong, (sum, line) => sum + line.Quantity);
        _steps = promotion.Goods.StepsOf(Counted.Amount);
        var offered = In(_steps.Free);
        Free = promotion.Most is { } most && offered > most ? most : offered;
        Missing = Free - Present;
    }

    /// <summary>The promotion.</summary>
    public FreeGoodsPromotion Promotion { get; }

    /// <summary>What is given.</summary>
    public ProductId Product { get; }

    /// <summary>What is ordered that earns it; of goods among what is ordered, with those already free.</summary>
    public Quantity Counted { get; }

    /// <summary>How many are free.</summary>
    public Quantity Free { get; }

    /// <summary>How many free ones of the product are in the document.</summary>
    public Quantity Present { get; }

    /// <summary>How many free ones are to be added; negative where there are too many.</summary>
    public Quantity Missing { get; }

    /// <summary>A line of what is missing, at its list price, of which nothing is to be paid.</summary>
    /// <param name="number">The number of the line, zero or more, not yet in the document.</param>
    /// <param name="listPrice">The list price of one, zero or more: what the gift is worth.</param>
    /// <returns>The line; it states the customer and channel of the first line that earned it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> or <paramref name="listPrice"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">Nothing is missing.</exception>
    public PricedLine ToLine(int number, Money listPrice)
    {
        Guard.Against.OutsideRange(0, int.MaxValue, number);
        Guard.Against.Below(0m, listPrice.Amount, nameof(listPrice));
        if (Missing.Amount <= 0m)
            throw new InvalidOperationException("Nothing of " + Product + " is missing.");

        var source = _counted[0].Subject;
        var subject = source.Product == Product ? source : Bare(source).With(Product);
        return PricedLine.Of(number, subject.With(PriceKind.Free), Missing, listPrice);
    }

    /// <summary>How the free quantity follows from what is ordered.</summary>
    /// <returns>The explanation, whose figure is <see cref="Missing"/>.</returns>
    public Explanation Explain() =>
        Node(
            "missing", Missing, Operation.Difference,
            Promotion.Most is { } most
                ? Node("free", Free, Operation.Min, ExplainOffered(), Constant("most", most)) : ExplainOffered(),
            Fact("present", Present));

    /// <summary>Product and quantities: <c>Q: 2 PCE free of 25 PCE, 1 PCE missing</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Product + ": " + Free + " free of " + Counted + (Missing.IsZero ? "" : ", " + Missing + " missing");

    private Quantity In(decimal amount) => new(amount, Promotion.Goods.Per.Unit);

    private Explanation ExplainOffered() =>
        Promotion.Goods.Minimum is not { } least ? ExplainWithin("earned")
            : Node(
                "earned", In(_steps.Free), Operation.Select,
                Node(
                    "reaches the minimum", _steps.IsOpen, Operation.Compare(ComparisonKind.GreaterOrEqual), ExplainCounted(),
                    Constant("minimum", least)),
                ExplainWithin("of the portions, within what is ordered"), Constant("nothing", In(0m)));

    private Explanation ExplainWithin(string name) =>
        !Promotion.Goods.IsInclusive ? ExplainPortions(name)
            : Node(name, In(_steps.Within), Operation.Min, ExplainPortions("of the portions"), ExplainCounted());

    private Explanation ExplainPortions(string name)
    {
        var goods = Promotion.Goods;
        return goods.ProRata is { } rounding
            ? Node(
                name, In(_steps.OfPortions), Operation.Round(rounding),
                Node(
                    "counted × free ÷ portion", In(_steps.Exact), Operation.Ratio,
                    Node(
                        "counted × free", In(_steps.Product), Operation.Product, ExplainCounted(),
                        Constant("free of a portion, as a number", goods.Free.Amount)),
                    Constant("portion, as a number", goods.Per.Amount)))
            : !goods.IsWholeUnits ? ExplainWhole(name)
            : Node(
                name, In(_steps.OfPortions), Operation.Select,
                Node(
                    "is a whole multiple", _steps.IsMultiple, Operation.Compare(ComparisonKind.Equal), ExplainWholePortions(),
                    ExplainPortions()),
                ExplainWhole("of each full portion"), Constant("nothing", In(0m)));
    }

    private Explanation ExplainWhole(string name) =>
        Node(name, In(_steps.OfWhole), Operation.Product, ExplainWholePortions(), Constant("free of a portion", Promotion.Goods.Free));

    private Explanation ExplainWholePortions() =>
        Node("whole portions", _steps.Whole, Operation.Round(Rounding.ToDigits(0, RoundingMode.Down)), ExplainPortions());

    private Explanation ExplainPortions() =>
        Node("counted ÷ portion", _steps.Portions, Operation.Ratio, ExplainCounted(), Constant("portion", Promotion.Goods.Per));

    private Explanation ExplainCounted() =>
        Node(
            "counted", Counted, Operation.Sum,
            [
                .. _counted.Select(line => Fact("line " + InvariantText.Number(line.Number), line.Quantity)),
                Fact("already free among it", _freeAmong),
            ]);

    private static ScopeSubject Bare(ScopeSubject source)
    {
        var subject = source.Customer is { } customer ? default(ScopeSubject).With(customer) : default;
        return source.Channel is { } channel ? subject.With(channel) : subject;
    }
}
