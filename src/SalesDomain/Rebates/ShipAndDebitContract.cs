using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>
/// A contract by which a dealer sells to named customers below what it pays itself, and claims the difference (ship and debit, chargeback).
/// </summary>
/// <remarks>
/// <para>
/// Granted = min(claimed, units granted × (acquisition price − contract price), rounded once a line). The units are those of the sale, held
/// to what the cap leaves. A line of a customer, product or day that is not of the contract, of a sale that was granted before, or that
/// came too late is refused, with every reason.
/// </para>
/// <para>
/// Nothing is stored: all lines that were ever claimed are judged together, by their day and number, so that the order in which they are
/// passed decides nothing, a line that is withdrawn gives its units back, and running twice grants nothing twice. What is still to be paid
/// is what is granted − what was paid.
/// </para>
/// <para>
/// Goods that the end customer gave back lower what is granted of their sale to the share of the units that are left of it, those that were
/// not granted coming back first. Immutable. Equality is by all settings, whatever the order of customers and prices.
/// </para>
/// </remarks>
public sealed class ShipAndDebitContract : IEquatable<ShipAndDebitContract>
{
    private const int MostDays = 3660;

    private readonly ShipAndDebitPrice[] _prices;
    private readonly CustomerId[] _customers;

    private ShipAndDebitContract(
        DocumentId number, CustomerId dealer, DateSpan window, Rounding rounding, ShipAndDebitPrice[] prices, CustomerId[] customers,
        int? claimDays, bool isHeldToCost)
    {
        Number = number;
        Dealer = dealer;
        Window = window;
        Rounding = rounding;
        _prices = prices;
        _customers = customers;
        ClaimDays = claimDays;
        IsHeldToCost = isHeldToCost;
    }

    /// <summary>The number of the contract.</summary>
    public DocumentId Number { get; }

    /// <summary>The dealer who may claim.</summary>
    public CustomerId Dealer { get; }

    /// <summary>The days on which a sale counts, both ends included.</summary>
    public DateSpan Window { get; }

    /// <summary>How what is due for a line is rounded, once.</summary>
    public Rounding Rounding { get; }

    /// <summary>The prices, in the order of the products.</summary>
    public IReadOnlyList<ShipAndDebitPrice> Prices => Array.AsReadOnly(_prices);

    /// <summary>The end customers whose purchases count, in the order of their codes; none where anybody's do.</summary>
    public IReadOnlyList<CustomerId> Customers => Array.AsReadOnly(_customers);

    /// <summary>Within how many days after the sale it has to be claimed; null where there is no bound.</summary>
    public int? ClaimDays { get; }

    /// <summary>Whether no more is paid than what the dealer shows that it paid for the goods − the contract price.</summary>
    public bool IsHeldToCost { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A contract.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ShipAndDebitContract? left, ShipAndDebitContract? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A contract.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ShipAndDebitContract? left, ShipAndDebitContract? right) => !(left == right);

    /// <summary>A contract for anybody, without a day by which to claim.</summary>
    /// <param name="number">The number of the contract.</param>
    /// <param name="dealer">The dealer who may claim.</param>
    /// <param name="window">The days on which a sale counts.</param>
    /// <param name="rounding">How what is due for a line is rounded.</param>
    /// <param name="prices">The prices, one a product, in one currency.</param>
    /// <returns>The contract.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/>, <paramref name="prices"/> or a price is null.</exception>
    /// <exception cref="ArgumentException">An identifier is the default value, there are no prices, or a product has two.</exception>
    /// <exception cref="CurrencyMismatchException">The prices are in two currencies.</exception>
    public static ShipAndDebitContract Of(
        DocumentId number, CustomerId dealer, DateSpan window, Rounding rounding, params ShipAndDebitPrice[] prices)
    {
        var copy = Guard.Against.Nothing(prices, "a contract has at least one price");
        Array.ForEach(copy, price => Guard.Against.Null(price, nameof(prices)));
        Guard.Against.Null(rounding);
        Identifier.Given(number);
        Identifier.Given(dealer);
        Array.Sort(copy, (left, right) => left.Product.CompareTo(right.Product));
        ShipAndDebitPrice? before = null;
        foreach (var price in copy)
        {
            if (price.Product == before?.Product)
                throw Guards.Invalid(nameof(prices), price.ToString(), "must have each product once");
            if (before is not null && price.Contract.Currency != before.Contract.Currency)
                throw new CurrencyMismatchException(before.Contract.Currency, price.Contract.Currency, nameof(prices));

            before = price;
        }

        return new ShipAndDebitContract(number, dealer, window, rounding, copy, [], null, isHeldToCost: false);
    }

    /// <summary>The contract for the purchases of named end customers.</summary>
    /// <param name="customers">One or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="customers"/> is empty, or one is the default value.</exception>
    public ShipAndDebitContract WithCustomers(params CustomerId[] customers)
    {
        var copy = Guard.Against.Nothing(customers, "nobody's purchase would count");
        Array.ForEach(copy, customer => Identifier.Given(customer, nameof(customers)));
        return new ShipAndDebitContract(
            Number, Dealer, Window, Rounding, _prices, [.. copy.Distinct().OrderBy(customer => customer)], ClaimDays, IsHeldToCost);
    }

    /// <summary>The contract with the days within which a sale has to be claimed.</summary>
    /// <param name="days">The days after that of the sale, from 0 to 3660: of 30, the thirtieth day after it is in time.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of its range.</exception>
    public ShipAndDebitContract WithClaimDays(int days) =>
        new(Number, Dealer, Window, Rounding, _prices, _customers, Guard.Against.OutsideRange(0, MostDays, days), IsHeldToCost);

    /// <summary>
    /// The contract by which no more is paid than what the dealer shows that it paid for the goods (<see cref="SalesLine.Cost"/>) − the
    /// contract price: goods that it bought below the list earn less. A sale whose cost is not shown is not proven.
    /// </summary>
    /// <returns>The changed copy.</returns>
    public ShipAndDebitContract HeldToCost() =>
        new(Number, Dealer, Window, Rounding, _prices, _customers, ClaimDays, isHeldToCost: true);

    /// <summary>What is granted of all lines that were claimed by the contract.</summary>
    /// <param name="claims">The lines, in any order, possibly none; one that is passed twice counts once.</param>
    /// <returns>The lines by day and number, each with what is granted and why.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="claims"/> or a line is null.</exception>
    /// <exception cref="ArgumentException">Two different lines have one number.</exception>
    /// <exception cref="CurrencyMismatchException">
    /// A claim, or the cost of a sale where the contract is held to it, is in another currency than the prices.
    /// </exception>
    public ShipAndDebitResult Judge(IEnumerable<ShipAndDebitClaim> claims)
    {
        Guard.Against.Null(claims);
        var byId = new Dictionary<LineId, ShipAndDebitClaim>();
        foreach (var claim in claims)
        {
            Guard.Against.Null(claim, nameof(claims));
            RequireCurrency(claim.Amount, nameof(claims));
            if (IsHeldToCost && claim.Sale.Cost is { } cost)
                RequireCurrency(cost, nameof(claims));
            if (!byId.TryGetValue(claim.Id, out var known))
                byId.Add(claim.Id, claim);
            else if (known != claim)
                throw Guards.Invalid(nameof(claims), claim.Id.ToString(), "must have each number once");
        }

        var run = new ShipAndDebitRun(this);
        return new ShipAndDebitResult(
            this, [.. byId.Values.OrderBy(claim => claim.On).ThenBy(claim => claim.Id).Select(run.Judge)]);
    }

    /// <summary>Whether the other has the same settings.</summary>
    /// <param name="other">The contract to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ShipAndDebitContract? other) =>
        other is not null && Number == other.Number && Dealer == other.Dealer && Window == other.Window && Rounding == other.Rounding
        && ClaimDays == other.ClaimDays && IsHeldToCost == other.IsHeldToCost && _prices.SequenceEqual(other._prices)
        && _customers.SequenceEqual(other._customers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ShipAndDebitContract);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Number.GetHashCode(), Dealer.GetHashCode(), Window.GetHashCode(), Hash.Combine(_prices.Length, ClaimDays ?? -1));

    /// <summary>Number, dealer, customers, days, prices and rounding.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Number + ": " + Dealer + " to "
        + (_customers.Length == 0 ? "anybody" : string.Join(", ", _customers.Select(each => each.ToString()))) + ", " + Window
        + (ClaimDays is { } days ? ", claimed within " + InvariantText.Number(days) + " days" : "")
        + (IsHeldToCost ? ", held to cost" : "") + ", rounded " + Rounding
        + string.Concat(_prices.Select(price => "; " + price));

    /// <summary>The prices of a product; null where the contract has none.</summary>
    internal ShipAndDebitPrice? PriceOf(ProductId product) => Array.Find(_prices, price => price.Product == product);

    /// <summary>Whether purchases of the end customer count.</summary>
    internal bool IsFor(CustomerId customer) => _customers.Length == 0 || Array.IndexOf(_customers, customer) >= 0;

    internal Money Zero => Money.Zero(_prices[0].Contract.Currency);

    private void RequireCurrency(Money amount, string parameterName)
    {
        if (amount.Currency != Zero.Currency)
            throw new CurrencyMismatchException(Zero.Currency, amount.Currency, parameterName);
    }
}
