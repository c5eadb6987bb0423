using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>At what price a return is credited: at that of the sale, and whether what is kept loses its quantity price.</summary>
/// <remarks>
/// The price is always that of the original sale, never looked up again: a promotion that is over is credited as it was given. Immutable;
/// equality is by rounding, breaks and what is counted beside.
/// </remarks>
public sealed class ReturnPolicy : IEquatable<ReturnPolicy>
{
    private ReturnPolicy(Rounding rounding, TieredPrice? breaks, Quantity? countedBeside)
    {
        Rounding = rounding;
        Breaks = breaks;
        CountedBeside = countedBeside;
    }

    /// <summary>How a credit is rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>The net prices by which what is kept is rated anew, as they were at the sale; null where it keeps its price.</summary>
    public TieredPrice? Breaks { get; }

    /// <summary>What else counted for the breaks at the sale and stays with the customer; null where the line counted alone.</summary>
    public Quantity? CountedBeside { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A policy.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ReturnPolicy? left, ReturnPolicy? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A policy.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ReturnPolicy? left, ReturnPolicy? right) => !(left == right);

    /// <summary>Credits a return at the net price of the sale.</summary>
    /// <param name="rounding">How a credit is rounded.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    public static ReturnPolicy AtSalePrice(Rounding rounding) => new(Guard.Against.Null(rounding), breaks: null, countedBeside: null);

    /// <summary>The policy in which what is kept is rated by its own quantity: the price of a quantity that came back is lost.</summary>
    /// <param name="breaks">The net unit prices by quantity, as they were at the sale.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="breaks"/> is null.</exception>
    /// <remarks>What is lost is the difference of two break prices: a special price below both keeps its distance.</remarks>
    public ReturnPolicy RatingTheRest(TieredPrice breaks) => new(Rounding, Guard.Against.Null(breaks), countedBeside: null);

    /// <summary>The same where more than the line counted for the breaks: the rest of the product on its document.</summary>
    /// <param name="breaks">The net unit prices by quantity, as they were at the sale.</param>
    /// <param name="countedBeside">What else counted and stays with the customer, zero or more, in the unit of the breaks.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="breaks"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="countedBeside"/> is negative.</exception>
    /// <exception cref="UnitMismatchException"><paramref name="countedBeside"/> is in another unit than the breaks.</exception>
    /// <remarks>
    /// What stays of it loses the price as well, and the return of this line bears that. Where several lines of the product come back in
    /// parts, give them as one sale, with their quantities and nets together: two sales that count each other would both bear it.
    /// </remarks>
    public ReturnPolicy RatingTheRest(TieredPrice breaks, Quantity countedBeside)
    {
        Guard.Against.Null(breaks);
        Guard.Against.Below(0m, countedBeside.Amount, nameof(countedBeside));
        return countedBeside.Unit == breaks.Unit ? new ReturnPolicy(Rounding, breaks, countedBeside)
            : throw new UnitMismatchException(breaks.Unit, countedBeside.Unit, nameof(countedBeside));
    }

    internal Quantity Beside(UnitOfMeasure unit) => CountedBeside ?? Quantity.Zero(unit);

    /// <summary>Whether the other credits the same.</summary>
    /// <param name="other">The policy to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ReturnPolicy? other) => other is not null && Rounding == other.Rounding && Breaks == other.Breaks
        && CountedBeside == other.CountedBeside;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as ReturnPolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Rounding.GetHashCode(), Breaks?.GetHashCode() ?? 0);

    /// <summary>The policy in words: <c>at the price of the sale, rounded minor-unit half-away</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "at the price of the sale, "
            + (Breaks is null ? "" : "what is kept rated " + Breaks)
            + (Breaks is null ? "" : CountedBeside is { } beside ? " with " + beside + " beside, " : ", ")
            + "rounded " + Rounding;
}
