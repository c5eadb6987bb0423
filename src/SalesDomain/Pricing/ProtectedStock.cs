using System;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What a dealer had of a product when its price changed: on hand, and on the way to it.</summary>
/// <remarks>
/// The stock that is protected is that of the day of the change, before the new price, and not that of the day on which the dealer was
/// told: what was sold between was bought at the old price too. Immutable; equality is by all values.
/// </remarks>
public sealed record ProtectedStock
{
    private ProtectedStock(Quantity counted, Quantity soldSince, Quantity receivedSince, Quantity inTransit)
    {
        Counted = counted;
        SoldSince = soldSince;
        ReceivedSince = receivedSince;
        InTransit = inTransit;
        CountedAndSold = counted + soldSince;
        OnHand = CountedAndSold - receivedSince;
        Covered = OnHand + inTransit;
    }

    /// <summary>What was counted.</summary>
    public Quantity Counted { get; }

    /// <summary>What was sold between the change and the count.</summary>
    public Quantity SoldSince { get; }

    /// <summary>What was received between the change and the count.</summary>
    public Quantity ReceivedSince { get; }

    /// <summary>What was on hand when the price changed: counted + sold since − received since.</summary>
    public Quantity OnHand { get; }

    /// <summary>What was on the way, charged at the old price.</summary>
    public Quantity InTransit { get; }

    /// <summary>On hand and in transit.</summary>
    public Quantity Covered { get; }

    private Quantity CountedAndSold { get; }

    /// <summary>A stock counted when the price changed.</summary>
    /// <param name="onHand">What was on hand, zero or more.</param>
    /// <returns>The stock, with nothing in transit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="onHand"/> is negative.</exception>
    public static ProtectedStock AtChange(Quantity onHand)
    {
        var zero = Quantity.Zero(NotNegative(onHand, nameof(onHand)).Unit);
        return new ProtectedStock(onHand, zero, zero, zero);
    }

    /// <summary>A stock counted later, when the dealer was told: 15 on hand and 5 sold between are 20 at the change.</summary>
    /// <param name="onHand">What was counted, zero or more.</param>
    /// <param name="soldSince">What was sold since the change, zero or more.</param>
    /// <param name="receivedSince">What was received since the change, zero or more, and not more than counted and sold.</param>
    /// <returns>The stock, with nothing in transit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A quantity is negative, or <paramref name="receivedSince"/> is more than was there and was sold.
    /// </exception>
    /// <exception cref="UnitMismatchException">The quantities are in two units.</exception>
    public static ProtectedStock CountedLater(Quantity onHand, Quantity soldSince, Quantity receivedSince)
    {
        NotNegative(onHand, nameof(onHand));
        NotNegative(soldSince, nameof(soldSince));
        NotNegative(receivedSince, nameof(receivedSince));
        return receivedSince <= onHand + soldSince
            ? new ProtectedStock(onHand, soldSince, receivedSince, Quantity.Zero(onHand.Unit))
            : throw Guards.OutOfRange(nameof(receivedSince), receivedSince.ToString(), "must be at most what is on hand and was sold");
    }

    /// <summary>The stock with what was on the way to the dealer, charged at the old price.</summary>
    /// <param name="quantity">What was in transit, zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantity"/> is negative.</exception>
    /// <exception cref="UnitMismatchException"><paramref name="quantity"/> is in another unit.</exception>
    public ProtectedStock WithTransit(Quantity quantity) =>
        new(Counted, SoldSince, ReceivedSince, NotNegative(quantity, nameof(quantity)));

    /// <summary>How the quantity covered follows from what was counted.</summary>
    /// <returns>The explanation, whose figure is <see cref="Covered"/>.</returns>
    public Explanation Explain() =>
        Node(
            "stock at the change, with transit", Covered, Operation.Sum,
            Node(
                "on hand at the change", OnHand, Operation.Difference,
                Node("counted and sold since", CountedAndSold, Operation.Sum, Fact("counted", Counted), Fact("sold since", SoldSince)),
                Fact("received since", ReceivedSince)),
            Fact("in transit", InTransit));

    /// <summary>On hand and in transit: <c>20 PCE on hand, 0 PCE in transit</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => OnHand + " on hand, " + InTransit + " in transit";

    private static Quantity NotNegative(Quantity quantity, string parameterName) =>
        !quantity.IsNegative ? quantity : throw Guards.OutOfRange(parameterName, quantity.ToString(), "must not be negative");
}
