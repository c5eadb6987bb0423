using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>How much a discount may take off at most: in all, of one customer, of one document, and off one unit (促销预算, 封顶).</summary>
/// <remarks>
/// What was granted before is a fact of the call, a <see cref="PromotionHistory"/>. A discount is cut to what is left of the tightest
/// limit, in whole units of the rounding, or, where that is declared, refused whole. Immutable; equality is by value.
/// </remarks>
public sealed class PromotionBudget : IEquatable<PromotionBudget>
{
    private readonly Settings _settings;

    private PromotionBudget(Settings settings) => _settings = settings;

    /// <summary>The most in all, over all documents, or null.</summary>
    public Money? Total => _settings.Total;

    /// <summary>The most of one customer, over all documents, or null.</summary>
    public Money? PerCustomer => _settings.PerCustomer;

    /// <summary>The most of one document, or null.</summary>
    public Money? PerDocument => _settings.PerDocument;

    /// <summary>The most off one <see cref="Unit"/>, on the average of the line, or null.</summary>
    public Money? PerUnit => _settings.PerUnit;

    /// <summary>Of what one <see cref="PerUnit"/> is; null where there is no such limit.</summary>
    public UnitOfMeasure? Unit => _settings.Unit;

    /// <summary>True when a discount that does not fit is refused whole; false when it is cut. It does not concern the unit.</summary>
    public bool IsAllOrNothing => _settings.IsAllOrNothing;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A budget.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PromotionBudget? left, PromotionBudget? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A budget.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PromotionBudget? left, PromotionBudget? right) => !(left == right);

    /// <summary>A budget over all documents.</summary>
    /// <param name="amount">The most in all, positive.</param>
    /// <returns>The budget.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not positive.</exception>
    public static PromotionBudget OfTotal(Money amount) => new(new Settings { Total = Guard.Against.NotPositive(amount) });

    /// <summary>A budget of each customer, over all documents.</summary>
    /// <param name="amount">The most of one customer, positive. A document whose customer is not known then takes nothing off.</param>
    /// <returns>The budget.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not positive.</exception>
    public static PromotionBudget OfCustomer(Money amount) => new(new Settings { PerCustomer = Guard.Against.NotPositive(amount) });

    /// <summary>A cap on each document.</summary>
    /// <param name="amount">The most of one document, positive.</param>
    /// <returns>The budget.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not positive.</exception>
    public static PromotionBudget OfDocument(Money amount) => new(new Settings { PerDocument = Guard.Against.NotPositive(amount) });

    /// <summary>A cap on each piece.</summary>
    /// <param name="amount">
    /// The most off one piece, positive: of a line in cases by the pieces in them. A line that does not convert to pieces takes nothing
    /// off.
    /// </param>
    /// <returns>The budget.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not positive.</exception>
    public static PromotionBudget OfUnit(Money amount) => OfUnit(amount, UnitOfMeasure.Piece);

    /// <summary>A cap on each of a unit: no more than 2.00 a kilogram.</summary>
    /// <param name="amount">The most off one <paramref name="unit"/>, positive.</param>
    /// <param name="unit">
    /// Of what one it is. Each line converts by the units of its own product; what does not cannot be measured by it and takes nothing off.
    /// </param>
    /// <returns>The budget.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not positive.</exception>
    public static PromotionBudget OfUnit(Money amount, UnitOfMeasure unit)
    {
        Guard.Against.Null(unit);
        return new PromotionBudget(new Settings { PerUnit = Guard.Against.NotPositive(amount), Unit = unit });
    }

    /// <summary>The budget with the limits of another as well; where both state one, the other's.</summary>
    /// <param name="other">More limits, in the same currency.</param>
    /// <returns>The budget of all their limits; all or nothing where either is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">The two are in different currencies.</exception>
    public PromotionBudget And(PromotionBudget other)
    {
        Guard.Against.Null(other);
        if (other.Currency != Currency)
            throw new CurrencyMismatchException(Currency, other.Currency, nameof(other));

        return new PromotionBudget(new Settings
        {
            Total = other.Total ?? Total,
            PerCustomer = other.PerCustomer ?? PerCustomer,
            PerDocument = other.PerDocument ?? PerDocument,
            PerUnit = other.PerUnit ?? PerUnit,
            Unit = other.Unit ?? Unit,
            IsAllOrNothing = IsAllOrNothing || other.IsAllOrNothing,
        });
    }

    /// <summary>The budget that refuses a discount whole which does not fit.</summary>
    /// <returns>The changed copy.</returns>
    public PromotionBudget AllOrNothing() => new(_settings with { IsAllOrNothing = true });

    /// <summary>Whether the other has the same limits.</summary>
    /// <param name="other">The budget to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PromotionBudget? other) => other is not null && _settings == other._settings;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as PromotionBudget);

    /// <inheritdoc/>
    public override int GetHashCode() => _settings.GetHashCode();

    /// <summary>The limits: <c>at most CNY 10000.00 in all, CNY 200.00 per customer</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "at most " + InvariantText.Listed(
            Total is { } total ? total + " in all" : "", PerCustomer is { } customer ? customer + " per customer" : "",
            PerDocument is { } document ? document + " per document" : "", PerUnit is { } unit ? unit + " per " + Unit : "")
        + (IsAllOrNothing ? ", all or nothing" : "");

    internal Currency Currency => (Total ?? PerCustomer ?? PerDocument ?? PerUnit)!.Value.Currency;

    /// <summary>Whether it limits what the lines of a document take together.</summary>
    internal bool IsOverLines => Total is not null || PerCustomer is not null || PerDocument is not null;

    private sealed record Settings
    {
        internal Money? Total { get; init; }

        internal Money? PerCustomer { get; init; }

        internal Money? PerDocument { get; init; }

        internal Money? PerUnit { get; init; }

        internal UnitOfMeasure? Unit { get; init; }

        internal bool IsAllOrNothing { get; init; }
    }
}
