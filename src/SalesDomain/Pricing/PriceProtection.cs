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
/// Credit = min(cap, min(stock + transit at the change, purchases in the window) × (old net − new net)), rounded once. Purchases are the
/// lines of the window by the price kinds that count, returns taken off: goods bought at a special price are not protected. What was
/// credited for the same change before is taken off in units and in money, so that no unit is paid twice and a claim given again pays
/// nothing.
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

    /// <summary>How many days before the change a purchase is protected; null where all stock is, whenever it was bought.</summary>
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

    /// <summary>Protection of all stock, without cap or window, of goods bought at standard prices.</summary>
    /// <param name="rounding">How the credit is rounded.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    public static PriceProtection Of(Rounding rounding) => new(Guard.Against.Null(rounding), null, null, [PriceKind.Standard]);

    /// <summary>The rule for goods bought within some days before the change.</summary>
    /// <param name="days">How many days before the first day of the new price, 1 or more: of 30, the thirty days before it.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is below 1.</exception>
    public PriceProtection WithWindow(int days) => new(Rounding, Guard.Against.OutsideRange(1, int.MaxValue, days), Cap, _kinds);

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
    /// <param name="stock">What the dealer had of the product when the price changed.</param>
    /// <param name="purchases">
    /// What was sold to dealers, of one stage and in any order; lines of other dealers, products, days and price kinds are passed over. Not
    /// asked where there is no window.
    /// </param>
    /// <param name="claims">What was credited before, in any order; claims for other changes are passed over.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException">An argument, a line or a claim is null.</exception>
    /// <exception cref="ArgumentException">
    /// Lines are of two stages, or a line comes twice; or two different claims have one number.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">The cap or a claim is in another currency than the prices.</exception>
    /// <exception cref="UnitMismatchException">A purchase or a claim is in another unit than the stock.</exception>
    public PriceProtectionResult Evaluate(
        PriceDrop drop, ProtectedStock stock, IEnumerable<SalesLine> purchases, IEnumerable<PriceProtectionClaim> claims)
    {
        Guard.Against.Null(drop);
        Guard.Against.Null(stock);
        Guard.Against.Null(purchases);
        Guard.Against.Null(claims);
        var currency = drop.OldNet.Currency;
        if (Cap is { } cap && cap.Currency != currency)
            throw new CurrencyMismatchException(currency, cap.Currency, nameof(drop));

        return new PriceProtectionResult(this, drop, stock, Rule(drop, stock, Given(purchases), Given(claims)));
    }

    /// <summary>Whether the other has the same settings.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PriceProtection? other) =>
        other is not null && Rounding == other.Rounding && Window == other.Window && Cap == other.Cap && _kinds.SequenceEqual(other._kinds);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PriceProtection);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Rounding.GetHashCode(), Window ?? 0, Cap.GetHashCode(), _kinds.Length);

    /// <summary>Window, cap and kinds: <c>Standard within 30 days, at most CNY 3000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        string.Join(", ", _kinds.Select(kind => kind.ToString()))
        + (Window is not { } days ? "" : " within " + InvariantText.Number(days) + " days") + (Cap is { } cap ? ", at most " + cap : "");

    private static List<SalesLine> Given(IEnumerable<SalesLine> purchases)
    {
        var (lines, ids) = (new List<SalesLine>(), new HashSet<LineId>());
        foreach (var line in purchases)
        {
            Guard.Against.Null(line, nameof(purchases));
            if (!ids.Add(line.Id))
                throw Guards.Invalid(nameof(purchases), line.Id.ToString(), "must have each line once");
            if (lines.Count > 0 && lines[0].Stage != line.Stage)
                throw Guards.Invalid(nameof(purchases), line.Id + " is " + line.Stage.ToString(), "must be of one stage");
            lines.Add(line);
        }

        return lines;
    }

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

    private PriceProtectionSteps Rule(PriceDrop drop, ProtectedStock stock, List<SalesLine> purchases, List<PriceProtectionClaim> claims)
    {
        var (zero, none) = (Money.Zero(drop.OldNet.Currency), Quantity.Zero(stock.Covered.Unit));
        var change = drop.OldNet - drop.NewNet;
        var fall = Money.Max(zero, change);

        var inWindow = purchases.FindAll(line => IsInWindow(line, drop));
        var counted = inWindow.FindAll(line => Array.IndexOf(_kinds, line.PriceKind) >= 0);
        Quantity? bought = Window is null ? null : Sum(counted);
        var leftOut = Sum(inWindow) - Sum(counted);

        var smaller = bought is { } most && most < stock.Covered ? most : stock.Covered;
        var eligible = smaller.IsNegative ? none : smaller;
        var exact = fall * eligible.Amount;
        var rounded = exact.Round(Rounding);
        var credit = Cap is { } cap ? Money.Min(rounded, cap) : rounded;

        var before = claims.FindAll(claim => claim.IsFor(drop));
        var claimedUnits = before.Aggregate(none, (sum, claim) => sum + Required(claim.Quantity, none, nameof(claims)));
        var claimedCredit = before.Aggregate(zero, (sum, claim) => sum + claim.Credit);
        return new PriceProtectionSteps(
            change, fall, bought, counted.Count, leftOut, smaller, eligible, exact, rounded, credit, claimedUnits, claimedCredit,
            before.Count, eligible - claimedUnits, credit - claimedCredit);

        Quantity Sum(List<SalesLine> lines) =>
            lines.Aggregate(none, (sum, line) => sum + Required(line.Quantity, none, nameof(purchases)));
    }

    private bool IsInWindow(SalesLine line, PriceDrop drop) =>
        Window is { } days && line.Customer == drop.Dealer && line.Product == drop.Product && line.Date < drop.On
        && Period.DaysBetween(line.Date, drop.On) <= days;

    private static Quantity Required(Quantity quantity, Quantity unit, string parameterName) =>
        quantity.Unit == unit.Unit ? quantity : throw new UnitMismatchException(unit.Unit, quantity.Unit, parameterName);
}
