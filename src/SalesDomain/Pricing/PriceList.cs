using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>
/// A price list: in one currency, with tax or without, for the sales of a <see cref="Scope"/>, in versions that follow each other in time.
/// </summary>
/// <remarks>
/// <para>
/// A list is for sales only; what is paid for a purchase is a fact about cost (<see cref="PricedProduct"/>) and cannot be taken for a
/// price. The versions are a <see cref="Timeline{T}"/>: both ends of a span are in it, no two overlap, all are checked at once, and a
/// version of the future hides nothing of today.
/// </para>
/// <para>Immutable. Equality is by all of it.</para>
/// </remarks>
public sealed class PriceList : IEquatable<PriceList>
{
    private PriceList(
        string name, Currency currency, TaxBasis taxBasis, Scope scope, int precedence, Timeline<PriceListVersion> versions)
    {
        Name = name;
        Currency = currency;
        TaxBasis = taxBasis;
        Scope = scope;
        Precedence = precedence;
        Versions = versions;
    }

    /// <summary>What it goes by in formulas and answers.</summary>
    public string Name { get; }

    /// <summary>The currency of all its prices.</summary>
    public Currency Currency { get; }

    /// <summary>Whether its prices have the tax in them.</summary>
    public TaxBasis TaxBasis { get; }

    /// <summary>For which sales it holds: customers, groups, channels.</summary>
    public Scope Scope { get; }

    /// <summary>Which of two lists takes precedence that are equally specific: the one with the higher number. 0 unless given.</summary>
    public int Precedence { get; }

    /// <summary>What it holds on which days.</summary>
    public Timeline<PriceListVersion> Versions { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A list.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PriceList? left, PriceList? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A list.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PriceList? left, PriceList? right) => !(left == right);

    /// <summary>A list for everybody, without versions yet.</summary>
    /// <param name="name">What it goes by: not empty, no white space at either end.</param>
    /// <param name="currency">The currency of all its prices.</param>
    /// <param name="taxBasis">Whether its prices have the tax in them.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="currency"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or begins or ends with white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="taxBasis"/> is not defined.</exception>
    public static PriceList Of(string name, Currency currency, TaxBasis taxBasis) =>
        new(
            Identifier.Checked(name), Guard.Against.Null(currency), Guard.Against.Undefined(taxBasis), Scope.Everything, 0,
            Timeline.Empty<PriceListVersion>());

    /// <summary>The list for some sales only.</summary>
    /// <param name="scope">The sales.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public PriceList For(Scope scope) => new(Name, Currency, TaxBasis, Guard.Against.Null(scope), Precedence, Versions);

    /// <summary>The list with a precedence among those that are equally specific.</summary>
    /// <param name="precedence">The higher number wins.</param>
    /// <returns>The changed copy.</returns>
    public PriceList WithPrecedence(int precedence) => new(Name, Currency, TaxBasis, Scope, precedence, Versions);

    /// <summary>The list with one more version, on days that have none.</summary>
    /// <param name="span">The days, both ends included.</param>
    /// <param name="version">What it holds on them.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="version"/> is null.</exception>
    /// <exception cref="ArgumentException">A day of the span has a version already; see <see cref="WithVersions"/>.</exception>
    /// <exception cref="CurrencyMismatchException">A price of the version is in another currency than the list.</exception>
    public PriceList During(DateSpan span, PriceListVersion version)
    {
        Checked(Guard.Against.Null(version), nameof(version));
        foreach (var entry in Versions.Entries)
        {
            if (entry.Span.Overlaps(span))
            {
                throw Guards.Invalid(
                    nameof(span), "'" + Name + "' on " + entry.Span + " and " + span, "must not overlap a version of the list");
            }
        }

        return new PriceList(Name, Currency, TaxBasis, Scope, Precedence, Versions.With(span, version));
    }

    /// <summary>
    /// The list with other versions, checked as a whole: how two neighbours are moved, of which each alone would overlap the other.
    /// </summary>
    /// <param name="versions">The versions.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="versions"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">A price is in another currency than the list.</exception>
    public PriceList WithVersions(Timeline<PriceListVersion> versions)
    {
        foreach (var entry in Guard.Against.Null(versions).Entries)
            Checked(entry.Value, nameof(versions));

        return new PriceList(Name, Currency, TaxBasis, Scope, Precedence, versions);
    }

    /// <summary>Whether the other is the same list.</summary>
    /// <param name="other">The list to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PriceList? other) =>
        ReferenceEquals(this, other)
        || (other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && Currency == other.Currency
            && TaxBasis == other.TaxBasis && Precedence == other.Precedence && Scope == other.Scope && Versions == other.Versions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PriceList);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(StringComparer.Ordinal.GetHashCode(Name), Currency.GetHashCode(), Scope.GetHashCode(), Versions.Entries.Count);

    /// <summary>The list in words, a version a line.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() =>
        Name + ": " + Currency + " " + Measure.Text(TaxBasis) + ", " + Scope
        + (Precedence == 0 ? "" : ", precedence " + InvariantText.Number(Precedence)) + "\n"
        + string.Concat(Versions.Entries.Select(entry => entry.Span + ": " + entry.Value + "\n"));

    private void Checked(PriceListVersion version, string parameterName)
    {
        if (version.InAnotherCurrency(Currency) is { } other)
            throw new CurrencyMismatchException(Currency, other.Currency, "'" + Name + "', product " + other.Product, parameterName);

        if (version.Formula?.Surcharge is { } surcharge && surcharge.Currency != Currency)
            throw new CurrencyMismatchException(Currency, surcharge.Currency, "'" + Name + "', surcharge", parameterName);

        if (version.Formula?.RoundingRanges is { } ranges && ranges.Bounds[0].Currency != Currency)
            throw new CurrencyMismatchException(Currency, ranges.Bounds[0].Currency, "'" + Name + "', rounding ranges", parameterName);
    }
}
