using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>
/// A figure that makes one look for diverted goods, and proves nothing: stock that is not explained, or more sold to a dealer than its area
/// sells on.
/// </summary>
/// <remarks>
/// It has no penalty and leads to none: only a finding that is traced does. What is not explained may have been sold and not reported,
/// counted wrongly, or bought ahead. Equality is by reference.
/// </remarks>
public sealed class DiversionIndicator
{
    private readonly Explanation _expected;

    private DiversionIndicator(
        DiversionIndicatorKind kind, Quantity expected, Quantity seen, Quantity unexplained, Quantity tolerance, bool isRaised,
        Explanation explained, string code)
    {
        Kind = kind;
        Expected = expected;
        Seen = seen;
        Unexplained = unexplained;
        Tolerance = tolerance;
        IsRaised = isRaised;
        _expected = explained;
        Reason = !isRaised ? null
            : unexplained.IsNegative
                ? new Reason("channel.diversion-indicator-surplus", ("expected", expected), ("seen", seen), ("surplus", -unexplained))
            : new Reason(code, ("expected", expected), ("seen", seen), ("unexplained", unexplained));
    }

    /// <summary>What it looks at.</summary>
    public DiversionIndicatorKind Kind { get; }

    /// <summary>The stock that should be there, or the most that the area's own sales explain.</summary>
    public Quantity Expected { get; }

    /// <summary>The stock counted, or what was sold to the dealer.</summary>
    public Quantity Seen { get; }

    /// <summary>
    /// Of stock: expected − counted, negative where more was counted. Of sales: what was sold to the dealer − the most, negative below
    /// it.
    /// </summary>
    public Quantity Unexplained { get; }

    /// <summary>How much of it is let pass; zero for sales, whose ratio is the tolerance.</summary>
    public Quantity Tolerance { get; }

    /// <summary>Whether it asks to look closer: more is not explained than is let pass.</summary>
    public bool IsRaised { get; }

    /// <summary>
    /// <c>channel.diversion-indicator-stock</c> or <c>channel.diversion-indicator-sell-through</c> (expected, seen, unexplained);
    /// <c>channel.diversion-indicator-surplus</c> (expected, seen, surplus) where more was counted than is explained, which is how goods
    /// that came from elsewhere show; null where it is not raised.
    /// </summary>
    public Reason? Reason { get; }

    /// <summary>Stock against what comes and goes: opening + received − sold − returned ≠ counted (进销存).</summary>
    /// <param name="opening">The stock at the start.</param>
    /// <param name="received">What came in.</param>
    /// <param name="sold">What the dealer reports as sold.</param>
    /// <param name="returned">What it sent back.</param>
    /// <param name="counted">The stock counted at the end.</param>
    /// <param name="tolerance">The difference that is let pass, either way; itself still let pass.</param>
    /// <returns>The indicator.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">A quantity is negative.</exception>
    /// <exception cref="UnitMismatchException">A quantity is in another unit than <paramref name="opening"/>.</exception>
    public static DiversionIndicator OfStock(
        Quantity opening, Quantity received, Quantity sold, Quantity returned, Quantity counted, Quantity tolerance)
    {
        var unit = Required(opening, opening, nameof(opening));
        Required(received, unit, nameof(received));
        Required(sold, unit, nameof(sold));
        Required(returned, unit, nameof(returned));
        Required(counted, unit, nameof(counted));
        Required(tolerance, unit, nameof(tolerance));

        var came = opening + received;
        var expected = came - sold - returned;
        var unexplained = expected - counted;
        var explained = Node(
            "stock expected", expected, Operation.Difference,
            Node("opening + received", came, Operation.Sum, Fact("opening", opening), Fact("received", received)), Fact("sold", sold),
            Fact("returned", returned));
        return new DiversionIndicator(
            DiversionIndicatorKind.StockGap, expected, counted, unexplained, tolerance, unexplained.Abs() > tolerance, explained,
            "channel.diversion-indicator-stock");
    }

    /// <summary>What was sold to a dealer against what its area sells on, over the same days.</summary>
    /// <param name="sellIn">What was sold to the dealer, returns taken off.</param>
    /// <param name="sellOut">What its area sold on.</param>
    /// <param name="ratio">How many times the sell-out is let pass, 100 % or more, itself still let pass: 150 %.</param>
    /// <returns>The indicator.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">
    /// A quantity is negative, or <paramref name="ratio"/> is below 100 %.
    /// </exception>
    /// <exception cref="UnitMismatchException"><paramref name="sellOut"/> is in another unit than <paramref name="sellIn"/>.</exception>
    public static DiversionIndicator OfSellThrough(Quantity sellIn, Quantity sellOut, Percentage ratio)
    {
        Required(sellIn, sellIn, nameof(sellIn));
        Required(sellOut, sellIn, nameof(sellOut));
        if (ratio < Percentage.OneHundred)
            throw Guards.OutOfRange(nameof(ratio), ratio.ToString(), "must be at least 100%");

        var most = sellOut * ratio;
        var unexplained = sellIn - most;
        var explained = Node("most", most, Operation.Product, Fact("sell-out", sellOut), Constant("ratio", ratio));
        return new DiversionIndicator(
            DiversionIndicatorKind.SellThrough, most, sellIn, unexplained, Quantity.Zero(sellIn.Unit), unexplained.IsPositive, explained,
            "channel.diversion-indicator-sell-through");
    }

    /// <summary>How what is not explained follows.</summary>
    /// <returns>The explanation, whose figure is <see cref="Unexplained"/>.</returns>
    public Explanation Explain() =>
        Kind == DiversionIndicatorKind.StockGap
            ? Node("unexplained", Unexplained, Operation.Difference, _expected, Fact("counted", Seen))
            : Node("unexplained", Unexplained, Operation.Difference, Fact("sell-in", Seen), _expected);

    /// <summary>
    /// What it says: <c>indicator, no proof: StockGap, 150 PCE unexplained</c>, or <c>150 PCE more than expected</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "indicator, no proof: " + Kind.ToString() + ", "
        + (!IsRaised ? "not raised" : Unexplained.IsNegative ? -Unexplained + " more than expected" : Unexplained + " unexplained");

    private static Quantity Required(Quantity quantity, Quantity unit, string parameterName)
    {
        if (quantity.Unit != unit.Unit)
            throw new UnitMismatchException(unit.Unit, quantity.Unit, parameterName);

        return !quantity.IsNegative ? quantity
            : throw Guards.OutOfRange(parameterName, quantity.ToString(), "must not be negative");
    }
}
