using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>An offer or order with the list prices of its lines, before discounts.</summary>
/// <remarks>
/// All lines are in the currency and the tax basis of the document: nothing is converted here, so that nothing is converted twice, or
/// after a rounding, and no sum is of prices with and without tax. Lines are kept by their numbers, in whatever order they were given.
/// Immutable; equality is by all values.
/// </remarks>
public sealed class PricedDocument : IEquatable<PricedDocument>
{
    private readonly PricedLine[] _lines;

    private PricedDocument(
        Currency currency, TaxBasis taxBasis, LocalDate date, PricedLine[] lines, DocumentId? id, CustomerId? customer)
    {
        Currency = currency;
        TaxBasis = taxBasis;
        Date = date;
        Id = id;
        _lines = lines;
        Lines = Array.AsReadOnly(lines);
        Customer = customer;
    }

    /// <summary>Which document it is, or null: coupons and budgets leave out what is recorded of this very document.</summary>
    public DocumentId? Id { get; }

    /// <summary>The customer that the lines state; null where none does, or two state different ones.</summary>
    public CustomerId? Customer { get; }

    /// <summary>The currency of all amounts.</summary>
    public Currency Currency { get; }

    /// <summary>Whether all amounts have the tax in them.</summary>
    public TaxBasis TaxBasis { get; }

    /// <summary>The day that counts for prices and discounts: that of the order, unless the caller's rule is another.</summary>
    public LocalDate Date { get; }

    /// <summary>The lines, by their numbers.</summary>
    public IReadOnlyList<PricedLine> Lines { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A document.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PricedDocument? left, PricedDocument? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A document.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PricedDocument? left, PricedDocument? right) => !(left == right);

    /// <summary>A document of some lines.</summary>
    /// <param name="currency">The currency of all amounts.</param>
    /// <param name="taxBasis">Whether all amounts have the tax in them.</param>
    /// <param name="date">The day that counts for prices and discounts.</param>
    /// <param name="lines">At least one line, in any order; each number once.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="currency"/>, <paramref name="lines"/> or a line is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// There are no lines, two have one number, or <paramref name="date"/> is not of the ISO calendar.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="taxBasis"/> is not defined.</exception>
    /// <exception cref="CurrencyMismatchException">A line has another currency.</exception>
    /// <exception cref="TaxBasisMismatchException">A line says that it has the other tax basis.</exception>
    public static PricedDocument Of(Currency currency, TaxBasis taxBasis, LocalDate date, params PricedLine[] lines) =>
        Of(currency, taxBasis, date, (IEnumerable<PricedLine>)lines);

    /// <inheritdoc cref="Of(Currency, TaxBasis, LocalDate, PricedLine[])"/>
    public static PricedDocument Of(Currency currency, TaxBasis taxBasis, LocalDate date, IEnumerable<PricedLine> lines)
    {
        Guard.Against.Null(currency);
        Guard.Against.Undefined(taxBasis);
        Guard.Against.OtherCalendar(date);
        var copy = Guard.Against.Nothing(lines, "a document has at least one line");
        Array.ForEach(copy, line => Guard.Against.Null(line, nameof(lines)));
        if (Array.Find(copy, line => line.Currency != currency) is { } other)
            throw new CurrencyMismatchException(currency, other.Currency, "line " + InvariantText.Number(other.Number), nameof(lines));
        if (Array.Find(copy, line => line.TaxBasis is { } own && own != taxBasis) is { } mixed)
            throw new TaxBasisMismatchException(taxBasis, mixed.TaxBasis!.Value, nameof(lines));

        Array.Sort(copy, (left, right) => left.Number.CompareTo(right.Number));
        for (var i = 1; i < copy.Length; i++)
        {
            if (copy[i].Number == copy[i - 1].Number)
                throw Guards.Invalid(nameof(lines), InvariantText.Number(copy[i].Number), "must have each number once");
        }

        return new PricedDocument(currency, taxBasis, date, copy, id: null, CustomerOf(copy));
    }

    /// <summary>The document under an id, so that pricing it again does not count what it used itself.</summary>
    /// <param name="id">Which document it is.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is the default value.</exception>
    public PricedDocument WithId(DocumentId id) => new(Currency, TaxBasis, Date, _lines, Identifier.Given(id), Customer);

    /// <summary>Whether the other has the same lines on the same day.</summary>
    /// <param name="other">The document to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PricedDocument? other) =>
        other is not null && Currency == other.Currency && TaxBasis == other.TaxBasis && Date == other.Date && Id == other.Id
        && _lines.SequenceEqual(other._lines);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as PricedDocument);

    /// <inheritdoc/>
    public override int GetHashCode() => _lines.Aggregate(Date.GetHashCode(), (hash, line) => Hash.Combine(hash, line.GetHashCode()));

    /// <summary>Id where there is one, day, currency, tax basis, lines: <c>2026-03-31 CNY without tax; 1: 40 PCE at CNY 1.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        (Id is { } id ? id + " " : "") + InvariantText.Date(Date) + " " + Currency.Code + " " + Measure.Text(TaxBasis)
        + string.Concat(_lines.Select(line => "; " + line));

    /// <summary>The document with its floors lifted.</summary>
    internal PricedDocument LiftingFloors(Func<PricedLine, Percentage> lift) =>
        WithLines(Array.ConvertAll(_lines, line => line.LiftingFloor(lift(line))));

    /// <summary>The document with other lines of the same numbers and subjects.</summary>
    internal PricedDocument WithLines(PricedLine[] lines) => new(Currency, TaxBasis, Date, lines, Id, Customer);

    private static CustomerId? CustomerOf(PricedLine[] lines)
    {
        CustomerId? common = null;
        foreach (var line in lines)
        {
            if (line.Subject.Customer is { } customer && customer != common)
            {
                if (common is not null)
                    return null;

                common = customer;
            }
        }

        return common;
    }
}
