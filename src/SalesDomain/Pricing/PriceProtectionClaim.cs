using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>A claim for price protection that was credited: the fact that keeps its units from being claimed again.</summary>
/// <remarks>Immutable. Equality is by all values. What is taken back is a claim of negative units and a negative credit.</remarks>
public sealed record PriceProtectionClaim
{
    private PriceProtectionClaim(DocumentId id, PriceDrop drop, Quantity quantity, Money credit)
    {
        Id = id;
        Dealer = drop.Dealer;
        Product = drop.Product;
        ChangedOn = drop.On;
        Quantity = quantity;
        Credit = credit;
        TaxBasis = drop.TaxBasis;
    }

    /// <summary>The document that credits it.</summary>
    public DocumentId Id { get; }

    /// <summary>The dealer.</summary>
    public CustomerId Dealer { get; }

    /// <summary>The product.</summary>
    public ProductId Product { get; }

    /// <summary>The first day of the new price that it is for.</summary>
    public LocalDate ChangedOn { get; }

    /// <summary>The units credited, in the unit of the prices.</summary>
    public Quantity Quantity { get; }

    /// <summary>The credit.</summary>
    public Money Credit { get; }

    /// <summary>Whether the credit has the tax in it, as the prices have.</summary>
    public TaxBasis TaxBasis { get; }

    /// <summary>A claim that was credited.</summary>
    /// <param name="id">The document that credits it.</param>
    /// <param name="drop">The change of price that it is for.</param>
    /// <param name="quantity">The units credited, in the unit of the prices.</param>
    /// <param name="credit">The credit, with tax where the prices are.</param>
    /// <returns>The claim.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="drop"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is the default value.</exception>
    /// <exception cref="CurrencyMismatchException"><paramref name="credit"/> is in another currency than the prices.</exception>
    /// <exception cref="UnitMismatchException"><paramref name="quantity"/> is in another unit than the prices are of.</exception>
    public static PriceProtectionClaim Of(DocumentId id, PriceDrop drop, Quantity quantity, Money credit)
    {
        Identifier.Given(id);
        Guard.Against.Null(drop);
        if (quantity.Unit != drop.Per)
            throw new UnitMismatchException(drop.Per, quantity.Unit, nameof(quantity));

        return credit.Currency == drop.OldPrice.Currency ? new PriceProtectionClaim(id, drop, quantity, credit)
            : throw new CurrencyMismatchException(drop.OldPrice.Currency, credit.Currency, nameof(credit));
    }

    /// <summary>
    /// Document, change, units and credit: <c>CN-7 for D-1, P-1 on 2026-03-05: 20 PCE, CNY 1000.00 without tax</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Id + " for " + Dealer + ", " + Product + " on " + InvariantText.Date(ChangedOn) + ": " + Quantity + ", " + Credit + " "
        + Measure.Text(TaxBasis);

    internal bool IsFor(PriceDrop drop) => Dealer == drop.Dealer && Product == drop.Product && ChangedOn == drop.On;
}
