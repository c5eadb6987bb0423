using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>What a dealer pays for a product, and for how much it may sell it to the customers of a contract.</summary>
/// <remarks>
/// The debit per unit is the acquisition price − the contract price: bought at 10 for the list, sold on at 8 by the contract, the dealer
/// claims 2 a unit. Both prices are without tax. Immutable; equality is by all values.
/// </remarks>
public sealed record ShipAndDebitPrice
{
    private ShipAndDebitPrice(
        ProductId product, Money acquisition, Money contract, UnitOfMeasure per, Quantity? cap, UnitConversions? units)
    {
        Product = product;
        Acquisition = acquisition;
        Contract = contract;
        Per = per;
        Cap = cap;
        Units = units;
        DebitPerUnit = acquisition - contract;
    }

    /// <summary>The product.</summary>
    public ProductId Product { get; }

    /// <summary>What the dealer pays for one unit by the list, without tax.</summary>
    public Money Acquisition { get; }

    /// <summary>For how much the contract lets it sell one unit, without tax.</summary>
    public Money Contract { get; }

    /// <summary>The unit of both prices.</summary>
    public UnitOfMeasure Per { get; }

    /// <summary>The most units that are granted in all; null where there is no bound.</summary>
    public Quantity? Cap { get; }

    /// <summary>How the units of the product convert; null where sales in another unit than that of the prices are refused.</summary>
    public UnitConversions? Units { get; }

    /// <summary>Acquisition price − contract price, above zero.</summary>
    public Money DebitPerUnit { get; }

    /// <summary>The two prices of a product, without a bound on the quantity.</summary>
    /// <param name="product">The product.</param>
    /// <param name="acquisition">What the dealer pays for one unit by the list, without tax.</param>
    /// <param name="contract">For how much it may sell one unit by the contract, zero or more and less than that.</param>
    /// <param name="per">The unit of both prices.</param>
    /// <returns>The prices.</returns>
    /// <exception cref="ArgumentException"><paramref name="product"/> is the default value.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="per"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="contract"/> is negative, or not less than <paramref name="acquisition"/>.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">The prices are in two currencies.</exception>
    public static ShipAndDebitPrice Of(ProductId product, Money acquisition, Money contract, UnitOfMeasure per)
    {
        Identifier.Given(product);
        Guard.Against.Null(per);
        if (contract.Currency != acquisition.Currency)
            throw new CurrencyMismatchException(acquisition.Currency, contract.Currency, nameof(contract));
        if (contract.IsNegative || contract >= acquisition)
            throw Guards.OutOfRange(nameof(contract), contract.ToString(), "must be from zero to less than " + acquisition);

        return new ShipAndDebitPrice(product, acquisition, contract, per, null, null);
    }

    /// <summary>The prices with the most units that are granted in all.</summary>
    /// <param name="cap">The bound, above zero, in the unit of the prices.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cap"/> is not above zero.</exception>
    /// <exception cref="UnitMismatchException"><paramref name="cap"/> is in another unit.</exception>
    public ShipAndDebitPrice WithCap(Quantity cap)
    {
        if (cap.Unit != Per)
            throw new UnitMismatchException(Per, cap.Unit, nameof(cap));

        return cap.IsPositive ? new ShipAndDebitPrice(Product, Acquisition, Contract, Per, cap, Units)
            : throw Guards.OutOfRange(nameof(cap), cap.ToString(), "must be above zero");
    }

    /// <summary>The prices with how the units of the product convert: of sales in cases, the pieces in one.</summary>
    /// <param name="units">The conversions, which have to know the unit of the prices.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="units"/> does not know the unit of the prices.</exception>
    public ShipAndDebitPrice WithUnits(UnitConversions units) =>
        Guard.Against.Null(units).Knows(Per) ? new ShipAndDebitPrice(Product, Acquisition, Contract, Per, Cap, units)
            : throw Guards.Invalid(nameof(units), units.ToString(), "must know the unit " + Per);

    /// <summary>Product, prices, bound and units: <c>P-1: USD 10.00 to USD 8.00 per PCE, at most 500 PCE</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Product + ": " + Acquisition + " to " + Contract + " per " + Per + (Cap is { } cap ? ", at most " + cap : "")
        + (Units is { } units ? ", " + units : "");

    /// <summary>A quantity in the unit of the prices; null where nobody converts it.</summary>
    internal Quantity? InPer(Quantity quantity) =>
        quantity.Unit == Per ? quantity
            : Units is { } units && units.Knows(quantity.Unit) ? units.Convert(quantity, Per)
            : null;
}
