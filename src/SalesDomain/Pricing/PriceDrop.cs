using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>A change of the price that a dealer pays for one unit of a product.</summary>
/// <remarks>
/// The prices are after everything the dealer gets on the invoice, both with tax or both without. A list price that falls while a discount
/// ends may leave what is paid where it was, and then there is nothing to protect. Immutable; equality is by all values.
/// </remarks>
public sealed record PriceDrop
{
    private PriceDrop(
        CustomerId dealer, ProductId product, LocalDate on, Money oldPrice, Money newPrice, UnitOfMeasure per, TaxBasis taxBasis)
    {
        Dealer = dealer;
        Product = product;
        On = on;
        OldPrice = oldPrice;
        NewPrice = newPrice;
        Per = per;
        TaxBasis = taxBasis;
    }

    /// <summary>The dealer.</summary>
    public CustomerId Dealer { get; }

    /// <summary>The product.</summary>
    public ProductId Product { get; }

    /// <summary>The first day of the new price.</summary>
    public LocalDate On { get; }

    /// <summary>The price a unit until the day before.</summary>
    public Money OldPrice { get; }

    /// <summary>The price a unit from that day on.</summary>
    public Money NewPrice { get; }

    /// <summary>The unit that the prices are of.</summary>
    public UnitOfMeasure Per { get; }

    /// <summary>Whether the prices, and so the credit, have the tax in them.</summary>
    public TaxBasis TaxBasis { get; }

    /// <summary>A change of price.</summary>
    /// <param name="dealer">The dealer.</param>
    /// <param name="product">The product.</param>
    /// <param name="on">The first day of the new price.</param>
    /// <param name="oldPrice">The price a unit until the day before, after all that is on the invoice, zero or more.</param>
    /// <param name="newPrice">The price a unit from that day on, likewise.</param>
    /// <param name="per">The unit that the prices are of, in which the dealer's stock is counted.</param>
    /// <param name="taxBasis">Whether the tax is in both prices.</param>
    /// <returns>The change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="per"/> is null.</exception>
    /// <exception cref="ArgumentException">An identifier is the default value, or <paramref name="on"/> is of another calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A price is negative, or <paramref name="taxBasis"/> is not a value of its type.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">The prices are in two currencies.</exception>
    public static PriceDrop Of(
        CustomerId dealer, ProductId product, LocalDate on, Money oldPrice, Money newPrice, UnitOfMeasure per, TaxBasis taxBasis)
    {
        Identifier.Given(dealer);
        Identifier.Given(product);
        Guard.Against.OtherCalendar(on);
        Guard.Against.Null(per);
        Guard.Against.Undefined(taxBasis);
        if (oldPrice.Currency != newPrice.Currency)
            throw new CurrencyMismatchException(oldPrice.Currency, newPrice.Currency, nameof(newPrice));
        if (oldPrice.IsNegative)
            throw Guards.OutOfRange(nameof(oldPrice), oldPrice.ToString(), "must not be negative");

        return !newPrice.IsNegative ? new PriceDrop(dealer, product, on, oldPrice, newPrice, per, taxBasis)
            : throw Guards.OutOfRange(nameof(newPrice), newPrice.ToString(), "must not be negative");
    }

    /// <summary>
    /// Dealer, product, day and prices: <c>D-1, P-1 on 2026-03-05: CNY 94.00 to CNY 90.00 per PCE, without tax</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Dealer + ", " + Product + " on " + InvariantText.Date(On) + ": " + OldPrice + " to " + NewPrice + " per " + Per + ", "
        + Measure.Text(TaxBasis);
}
