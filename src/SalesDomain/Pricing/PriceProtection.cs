using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>What a dealer is credited when the price of goods falls that it still has (价保).</summary>
/// <remarks>
/// <para>
/// Credit = min(cap, min(stock + transit at the change, purchases before it) × (old price − new price)), rounded once. Purchases are the
/// lines by the price kinds that count, returns taken off, of the window or, where there is none, of any day before: goods bought at a
/// special price are not protected, and neither is stock that nobody shows a purchase of. What was credited for the same change before is
/// taken off in units and in money, so that no unit is paid twice and a claim given again pays nothing.
/// </para>
/// <para>
/// Which of the units in stock were bought at which price is not asked: of 60 bought at the standard price, then 40 at a special one, and
/// 60 in stock all 60 are protected, which is the reading most favourable to the dealer; first in, first out would protect 20.
/// </para>
/// <para>Immutable. Equality is by all settings.</para>
/// </remarks>
public sealed class PriceProtection : IEquatable<PriceProtection>
{
    private readonly PriceKind[] _kinds;

    private PriceProtection(Rounding rounding, int? window, Money? cap, PriceKind[] kinds)
    {
        Rounding = rounding;
        Window = window;
        Cap = cap;
        _kinds = kinds;
    }

    /// <summary>How the credit is rounded, once.</summary>
    public Rounding Rounding { get; }

    /// <summary>How many days before the change a purchase is protected; null where it is whenever it was bought.</summary>
    public int? Window { get; }

    /// <summary>The most that is credited for one change of a product to a dealer; null where there is no bound.</summary>
    public Money? Cap { get; }

    /// <summary>The price kinds whose purchases are protected, in the order of their type.</summary>
    public IReadOnlyList<PriceKind> Kinds => Array.AsReadOnly(_kinds);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PriceProtection? left, PriceProtection? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PriceProtection? left, PriceProtection? right) => !(left == right);

    /// <summary>Protection of goods bought at standard prices within some days before the change, without cap.</summary>
    /// <param name="rounding">How the credit is rounded.</param>
    /// <param name="window">How many days before the first day of the new price, 1 or more: of 30, the thirty days before it.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is below 1.</exception>
    public static PriceProtection Of(Rounding rounding, int window) =>
        new(Guard.Against.Null(rounding), Guard.Against.OutsideRange(1, int.MaxValue, window), null, [PriceKind.Standard]);

    /// <summary>Protection of goods bought at standard prices on any day before the change, without cap.</summary>
    /// <param name="rounding">How the credit is rounded.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    public static PriceProtection OfAnyDay(Rounding rounding) => new(Guard.Against.Null(rounding), null, null, [PriceKind.Standard]);

    /// <summary>The rule with the most that is credited for one change of a product to a dealer.</summary>
    /// <param name="cap">The bound, zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cap"/> is negative.</exception>
    public PriceProtection WithCap(Money cap) =>
        !cap.IsNegative ? new PriceProtection(Rounding, Window, cap, _kinds)
            : throw Guards.OutOfRange(nameof(cap), cap.ToString(), "must not be negative");

    /// <summary>The rule with the price kinds whose purchases are protected.</summary>
    /// <param name="kinds">The kinds, one or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="kinds"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A kind is not defined.</exception>
    public PriceProtection WithKinds(params PriceKind[] kinds)
    {
        var copy = Guard.Against.Nothing(kinds, "no purchase would be protected");
        Array.ForEach(copy, kind => Guard.Against.Undefined(kind, nameof(kinds)));
        return new PriceProtection(Rounding, Window, Cap, [.. copy.Distinct().OrderBy(kind => kind)]);
    }

    /// <summary>What is to be credited for a change of price.</summary>
    /// <param name="drop">The change.</param>
    /// <param name="stock">What the dealer had of the product when the price changed, in the unit of the prices.</param>
    /// <param name="purchases">
    /// What was sold to dealers, each by the date of its invoice, of one stage and in any order; lines of other dealers, products and days
    /// are passed over, and those of other price kinds left out. A line in another unit does not count, and is named.
    /// </param>
    /// <param name="claims">What was credited before, in any order; claims for other changes are passed over.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException">An argument, a line or a claim is null.</exception>
    /// <exception cref="ArgumentException">
    /// Lines are of two stages, or a line comes twice; two different claims have one number; or a claim for the change is of the other tax
    /// basis.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">The cap or a claim is in another currency than the prices.</exception>
    /// <exception cref="UnitMismatchException">The stock or a claim is in another unit than the prices are of.</exception>
    public PriceProtectionResult Evaluate(
        PriceDrop drop, ProtectedStock stock, IEnumerable<SalesLine> purchases, IEnumerable<PriceProtectionClaim> claims) =>
        Checked(drop, stock, purchases, claims, null);

    /// <summary>What is to be credited for a change of price of a product that is sold in several units.</summary>
    /// <param name="drop">The change.</param>
    /// <param name="stock">What the dealer had of the product when the price changed, in the unit of the prices.</param>
    /// <param name="purchases">
    /// What was sold to dealers, each by the date of its invoice, of one stage and in any order; lines of other dealers, products and days
    /// are passed over, and those of other price kinds left out. A line in a unit
    /// that is converted counts in the unit of the prices, which is exact where that is the smaller one; of any other it does not, and is
    /// named.
    /// </param>
    /// <param name="claims">What was credited before, in any order; claims for other changes are passed over.</param>
    /// <param name="conversions">How the units of the product convert: of purchases in cases, the pieces in one.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException">An argument, a line or a claim is null.</exception>
    /// <exception cref="ArgumentException">
    /// Lines are of two stages, or a line comes twice; two different claims have one number; or a claim for the change is of the other tax
    /// basis.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">The cap or a claim is in another currency than the prices.</exception>
    /// <exception cref="UnitMismatchException">The stock or a claim is in another unit than the prices are of.</exception>
    public PriceProtectionResult Evaluate(
        PriceDrop drop, ProtectedStock stock, IEnumerable<SalesLine> purchases, IEnumerable<PriceProtectionClaim> claims,
        UnitConversions conversions) =>
        Checked(drop, stock, purchases, claims, Guard.Against.Null(conversions));

    /// <summary>Whether the other has the same settings.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PriceProtection? other) =>
        other is not null && Rounding == other.Rounding && Window == other.Window && Cap == other.Cap && _kinds.SequenceEqual(other._kinds);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PriceProtection);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Rounding.GetHashCode(), Window ?? 0, Cap.GetHashCode(), _kinds.Length);

    /// <summary>
    /// Kinds, window, cap and rounding: <c>Standard within 30 days, at most CNY 3000.00, rounded minor-unit half-away</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        string.Join(", ", _kinds.Select(kind => kind.ToString()))
        + (Window is { } days ? " within " + InvariantText.Number(days) + " days" : " of any day")
        + (Cap is { } cap ? ", at most " + cap : "") + ", rounded " + Rounding;

    private static List<PriceProtectionClaim> Given(IEnumerable<PriceProtectionClaim> claims)
    {
        var byId = new Dictionary<DocumentId, PriceProtectionClaim>();
        foreach (var claim in claims)
        {
            Guard.Against.Null(claim, nameof(claims));
            if (!byId.TryGetValue(claim.Id, out var known))
                byId.Add(claim.Id, claim);
            else if (known != claim)
                throw Guards.Invalid(nameof(claims), claim.Id.ToString(), "must have each number once");
        }

        return [.. byId.Values];
    }

    private PriceProtectionResult Checked(
        PriceDrop drop, ProtectedStock stock, IEnumerable<SalesLine> purchases, IEnumerable<PriceProtectionClaim> claims,
        UnitConversions? conversions)
    {
        Guard.Against.Null(drop);
        Guard.Against.Null(stock);
        Guard.Against.Null(purchases);
        Guard.Against.Null(claims);
        var currency = drop.OldPrice.Currency;
        if (Cap is { } cap && cap.Currency != currency)
            throw new CurrencyMismatchException(currency, cap.Currency, nameof(drop));
        if (stock.Covered.Unit != drop.Per)
            throw new UnitMismatchException(drop.Per, stock.Covered.Unit, nameof(stock));

        var bought = ProtectedPurchases.Of(
            LinesOfOneStage.Given(purchases, nameof(purchases)).FindAll(line => IsBefore(line, drop)), drop.Per, conversions,
            kind => Array.IndexOf(_kinds, kind) >= 0);
        return new PriceProtectionResult(this, drop, stock, Rule(drop, stock, bought, For(drop, Given(claims))));
    }

    private static List<PriceProtectionClaim> For(PriceDrop drop, List<PriceProtectionClaim> claims)
    {
        var before = claims.FindAll(claim => claim.IsFor(drop));
        foreach (var claim in before)
        {
            if (claim.Quantity.Unit != drop.Per)
                throw new UnitMismatchException(drop.Per, claim.Quantity.Unit, nameof(claims));
            if (claim.TaxBasis != drop.TaxBasis)
                throw Guards.Invalid(nameof(claims), claim.ToString(), "must be " + Measure.Text(drop.TaxBasis) + ", as the prices are");
        }

        return before;
    }

    private PriceProtectionSteps Rule(PriceDrop drop, ProtectedStock stock, ProtectedPurchases bought, List<PriceProtectionClaim> before)
    {
        var (zero, none) = (Money.Zero(drop.OldPrice.Currency), Quantity.Zero(drop.Per));
        var change = drop.OldPrice - drop.NewPrice;
        var fall = Money.Max(zero, change);

        var smaller = bought.Counted < stock.Covered ? bought.Counted : stock.Covered;
        var eligible = smaller.IsNegative ? none : smaller;
        var exact = fall * eligible.Amount;
        var rounded = exact.Round(Rounding);
        var credit = Cap is { } cap ? Money.Min(rounded, cap) : rounded;

        var claimedUnits = before.Aggregate(none, (sum, claim) => sum + claim.Quantity);
        var claimedCredit = before.Aggregate(zero, (sum, claim) => sum + claim.Credit);
        return new PriceProtectionSteps(
            change, fall, bought, smaller, eligible, exact, rounded, credit, claimedUnits, claimedCredit, before.Count,
            eligible - claimedUnits, credit - claimedCredit);
    }

    private bool IsBefore(SalesLine line, PriceDrop drop) =>
        line.Customer == drop.Dealer && line.Product == drop.Product && line.Date < drop.On
        && (Window is not { } days || Period.DaysBetween(line.Date, drop.On) <= days);
}
