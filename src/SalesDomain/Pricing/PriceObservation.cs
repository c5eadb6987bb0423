using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>A price that somebody saw in the market: when, at which level, of which product, where and by whom as far as known.</summary>
/// <remarks>Immutable. Equality is by all values. The number of the report tells two sights of one price apart.</remarks>
public sealed record PriceObservation
{
    private PriceObservation(
        DocumentId id, LocalDate date, string level, ScopeSubject subject, Money price, Quantity per, TaxBasis taxBasis, SeenPrice kind,
        string? source)
    {
        Id = id;
        Date = date;
        Level = level;
        Subject = subject;
        Price = price;
        Per = per;
        TaxBasis = taxBasis;
        Kind = kind;
        Source = source;
    }

    /// <summary>The number of the report.</summary>
    public DocumentId Id { get; }

    /// <summary>The day on which it was seen.</summary>
    public LocalDate Date { get; }

    /// <summary>The level of the channel that asks the price.</summary>
    public string Level { get; }

    /// <summary>The product, the place (as territory), the dealer (as customer) and what else is known.</summary>
    public ScopeSubject Subject { get; }

    /// <summary>The price of that quantity: of a pack, of the pack.</summary>
    public Money Price { get; }

    /// <summary>What the price is of: 1 piece, or the 6 pieces of a pack.</summary>
    public Quantity Per { get; }

    /// <summary>Whether the tax is in it.</summary>
    public TaxBasis TaxBasis { get; }

    /// <summary>What kind of price it is.</summary>
    public SeenPrice Kind { get; }

    /// <summary>Who or what says so; null where nobody wrote it down.</summary>
    public string? Source { get; }

    /// <summary>A price seen.</summary>
    /// <param name="id">The number of the report.</param>
    /// <param name="date">The day.</param>
    /// <param name="level">The level of the channel that asks the price.</param>
    /// <param name="subject">The product, and place, dealer, category and channel as far as known.</param>
    /// <param name="price">The price of that quantity, zero or more.</param>
    /// <param name="per">What the price is of, above zero: of a pack, what is in it, in the unit that the corridors go by.</param>
    /// <param name="taxBasis">Whether the tax is in it.</param>
    /// <param name="kind">What kind of price it is.</param>
    /// <returns>The observation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="level"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/> is the default value, <paramref name="level"/> is empty or has outer white space, <paramref name="subject"/>
    /// states no product, or <paramref name="date"/> is of another calendar.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="price"/> is negative, <paramref name="per"/> is zero or negative, or a kind is not defined.
    /// </exception>
    public static PriceObservation Of(
        DocumentId id, LocalDate date, string level, ScopeSubject subject, Money price, Quantity per, TaxBasis taxBasis, SeenPrice kind)
    {
        Identifier.Given(id);
        Guard.Against.OtherCalendar(date);
        Identifier.Checked(level);
        if (subject.Product is null)
            throw Guards.Invalid(nameof(subject), subject.ToString(), "must state the product");
        if (price.IsNegative)
            throw Guards.OutOfRange(nameof(price), price.ToString(), "must not be negative");
        Guard.Against.NotPositive(per.Amount, nameof(per));

        return new PriceObservation(
            id, date, level, subject, price, per, Guard.Against.Undefined(taxBasis), Guard.Against.Undefined(kind), null);
    }

    /// <summary>The observation with who or what says so.</summary>
    /// <param name="source">The source.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="source"/> is empty or has outer white space.</exception>
    public PriceObservation WithSource(string source) =>
        new(Id, Date, Level, Subject, Price, Per, TaxBasis, Kind, Identifier.Checked(source));

    /// <summary>
    /// Number, day, level, kind, price, subject and source:
    /// <c>OBS-7 on 2026-03-31, shelf: Shelf CNY 42.00 for 6 PCE, with tax; product P-1; by visit</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Id + " on " + InvariantText.Date(Date) + ", " + Level + ": " + Kind.ToString() + " " + Price + " for " + Per + ", "
        + Measure.Text(TaxBasis) + "; " + Subject + (Source is null ? "" : "; by " + Source);
}
