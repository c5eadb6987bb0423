using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>A claim for price protection that was credited: the fact that keeps its units from being claimed again.</summary>
/// <remarks>Immutable. Equality is by all values. What is taken back is a claim of negative units and a negative credit.</remarks>
public sealed record PriceProtectionClaim
{
    private PriceProtectionClaim(DocumentId id, CustomerId dealer, ProductId product, LocalDate changedOn, Quantity quantity, Money credit)
    {
        Id = id;
        Dealer = dealer;
        Product = product;
        ChangedOn = changedOn;
        Quantity = quantity;
        Credit = credit;
    }

    /// <summary>The document that credits it.</summary>
    public DocumentId Id { get; }

    /// <summary>The dealer.</summary>
    public CustomerId Dealer { get; }

    /// <summary>The product.</summary>
    public ProductId Product { get; }

    /// <summary>The first day of the new price that it is for.</summary>
    public LocalDate ChangedOn { get; }

    /// <summary>The units credited.</summary>
    public Quantity Quantity { get; }

    /// <summary>The credit.</summary>
    public Money Credit { get; }

    /// <summary>A claim that was credited.</summary>
    /// <param name="id">The document that credits it.</param>
    /// <param name="drop">The change of price that it is for.</param>
    /// <param name="quantity">The units credited.</param>
    /// <param name="credit">The credit.</param>
    /// <returns>The claim.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="drop"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is the default value.</exception>
    /// <exception cref="CurrencyMismatchException"><paramref name="credit"/> is in another currency than the prices.</exception>
    public static PriceProtectionClaim Of(DocumentId id, PriceDrop drop, Quantity quantity, Money credit)
    {
        Identifier.Given(id);
        Guard.Against.Null(drop);
        return credit.Currency == drop.OldNet.Currency
            ? new PriceProtectionClaim(id, drop.Dealer, drop.Product, drop.On, quantity, credit)
            : throw new CurrencyMismatchException(drop.OldNet.Currency, credit.Currency, nameof(credit));
    }

    /// <summary>Document, units and credit: <c>CN-7: 20 PCE, CNY 1000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Id + ": " + Quantity + ", " + Credit;

    internal bool IsFor(PriceDrop drop) => Dealer == drop.Dealer && Product == drop.Product && ChangedOn == drop.On;
}
