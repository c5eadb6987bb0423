using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>A change of the net price that a dealer pays for a product.</summary>
/// <remarks>
/// Net is after everything the dealer gets on the invoice. A list price that falls while a discount ends may leave the net price where it
/// was, and then there is nothing to protect. Immutable; equality is by all values.
/// </remarks>
public sealed record PriceDrop
{
    private PriceDrop(CustomerId dealer, ProductId product, LocalDate on, Money oldNet, Money newNet)
    {
        Dealer = dealer;
        Product = product;
        On = on;
        OldNet = oldNet;
        NewNet = newNet;
    }

    /// <summary>The dealer.</summary>
    public CustomerId Dealer { get; }

    /// <summary>The product.</summary>
    public ProductId Product { get; }

    /// <summary>The first day of the new price.</summary>
    public LocalDate On { get; }

    /// <summary>The net price a unit until the day before.</summary>
    public Money OldNet { get; }

    /// <summary>The net price a unit from that day on.</summary>
    public Money NewNet { get; }

    /// <summary>A change of price.</summary>
    /// <param name="dealer">The dealer.</param>
    /// <param name="product">The product.</param>
    /// <param name="on">The first day of the new price.</param>
    /// <param name="oldNet">The net price a unit until the day before, zero or more.</param>
    /// <param name="newNet">The net price a unit from that day on, zero or more.</param>
    /// <returns>The change.</returns>
    /// <exception cref="ArgumentException">An identifier is the default value, or <paramref name="on"/> is of another calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A price is negative.</exception>
    /// <exception cref="CurrencyMismatchException">The prices are in two currencies.</exception>
    public static PriceDrop Of(CustomerId dealer, ProductId product, LocalDate on, Money oldNet, Money newNet)
    {
        Identifier.Given(dealer);
        Identifier.Given(product);
        Guard.Against.OtherCalendar(on);
        if (oldNet.Currency != newNet.Currency)
            throw new CurrencyMismatchException(oldNet.Currency, newNet.Currency, nameof(newNet));
        if (oldNet.IsNegative)
            throw Guards.OutOfRange(nameof(oldNet), oldNet.ToString(), "must not be negative");

        return !newNet.IsNegative ? new PriceDrop(dealer, product, on, oldNet, newNet)
            : throw Guards.OutOfRange(nameof(newNet), newNet.ToString(), "must not be negative");
    }

    /// <summary>Dealer, product, day and prices: <c>D-1, P-1 on 2026-03-05: CNY 94.00 to CNY 90.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Dealer + ", " + Product + " on " + InvariantText.Date(On) + ": " + OldNet + " to " + NewNet;
}
