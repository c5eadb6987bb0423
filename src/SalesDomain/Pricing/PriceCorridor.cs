using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>Between which bounds a price at one level of the channel is meant to stand, from when to when, and by what right.</summary>
/// <remarks>
/// <para>
/// The kind says what the corridor is by law. A minimum advertised price judges prices that were advertised, and no others; a contractual
/// minimum judges prices on the shelf and in trade; a maximum judges every price, for who advertises one offers it; a recommendation judges
/// every price too, and nothing can follow from it: a penalty on a recommended price would make it a fixed one, and is refused.
/// </para>
/// <para>
/// A version holds over days, ends included, and versions may not overlap; a day without one gives no judgement. Immutable. Equality is by
/// all settings.
/// </para>
/// </remarks>
public sealed partial class PriceCorridor : IEquatable<PriceCorridor>
{
    private readonly Percentage? _taxRate;

    private PriceCorridor(
        string name, CorridorKind kind, string level, Currency currency, UnitOfMeasure per, TaxBasis taxBasis, string legalBasis,
        Scope scope, Timeline<CorridorBounds> versions, Percentage? taxRate, StepSchedule<Percentage, string>? severity, int? lookBack,
        DeviationOccurrence countedBy, StepSchedule<int, Money>? penalty)
    {
        Name = name;
        Kind = kind;
        Level = level;
        Currency = currency;
        Per = per;
        TaxBasis = taxBasis;
        LegalBasis = legalBasis;
        Scope = scope;
        Versions = versions;
        _taxRate = taxRate;
        Severity = severity;
        LookBack = lookBack;
        CountedBy = countedBy;
        Penalty = penalty;
    }

    /// <summary>The name of the record.</summary>
    public string Name { get; }

    /// <summary>What it is by law.</summary>
    public CorridorKind Kind { get; }

    /// <summary>The level of the channel whose price it is about.</summary>
    public string Level { get; }

    /// <summary>The currency of the bounds.</summary>
    public Currency Currency { get; }

    /// <summary>The unit that the bounds are prices of.</summary>
    public UnitOfMeasure Per { get; }

    /// <summary>Whether the bounds have the tax in them.</summary>
    public TaxBasis TaxBasis { get; }

    /// <summary>The law or the clause it stands on, in the caller's words.</summary>
    public string LegalBasis { get; }

    /// <summary>Which products, places and dealers it is about.</summary>
    public Scope Scope { get; }

    /// <summary>The bounds over the days on which they hold.</summary>
    public Timeline<CorridorBounds> Versions { get; }

    /// <summary>The rate by which a price of the other tax basis is converted; null where such a price is not judged.</summary>
    public Percentage? TaxRate => _taxRate;

    /// <summary>How grave a deviation is, by its percentage of the bound; null where nobody says.</summary>
    public StepSchedule<Percentage, string>? Severity { get; }

    /// <summary>The days within which a deviation is a repeated one, its own included; null where all that are given count.</summary>
    public int? LookBack { get; }

    /// <summary>Which deviations of a dealer are one: all of a day unless stated.</summary>
    public DeviationOccurrence CountedBy { get; }

    /// <summary>What is due for the first, the second, the nth deviation within the look-back; null where nothing is.</summary>
    public StepSchedule<int, Money>? Penalty { get; }

    internal Percentage TaxFactor => Percentage.OneHundred + (_taxRate ?? Percentage.Zero);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A corridor.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PriceCorridor? left, PriceCorridor? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A corridor.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PriceCorridor? left, PriceCorridor? right) => !(left == right);

    /// <summary>A corridor for every product, dealer and place, without a version yet.</summary>
    /// <param name="name">The name of the record.</param>
    /// <param name="kind">What it is by law.</param>
    /// <param name="level">The level of the channel whose price it is about.</param>
    /// <param name="currency">The currency of the bounds.</param>
    /// <param name="per">The unit that the bounds are prices of.</param>
    /// <param name="taxBasis">Whether the bounds have the tax in them.</param>
    /// <param name="legalBasis">The law or the clause it stands on, in the caller's words.</param>
    /// <returns>The corridor.</returns>
    /// <exception cref="ArgumentNullException">
    /// A text, <paramref name="currency"/> or <paramref name="per"/> is null.
    /// </exception>
    /// <exception cref="ArgumentException">A text is empty or has outer white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="kind"/> or <paramref name="taxBasis"/> is not a value of its type.
    /// </exception>
    public static PriceCorridor Of(
        string name, CorridorKind kind, string level, Currency currency, UnitOfMeasure per, TaxBasis taxBasis, string legalBasis) =>
        new(
            Identifier.Checked(name), Guard.Against.Undefined(kind), Identifier.Checked(level), Guard.Against.Null(currency),
            Guard.Against.Null(per), Guard.Against.Undefined(taxBasis), Identifier.Checked(legalBasis), Scope.Everything,
            Timeline.Empty<CorridorBounds>(), null, null, null, DeviationOccurrence.Day, null);

    /// <summary>The corridor with one more version.</summary>
    /// <param name="span">The days on which it holds, ends included.</param>
    /// <param name="bounds">
    /// The bounds: of a maximum only the most, of a minimum only the least, of a recommendation either or both.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="bounds"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The bounds are not of the kind, or <paramref name="span"/> has a day that has a version already.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">The bounds are in another currency.</exception>
    public PriceCorridor During(DateSpan span, CorridorBounds bounds)
    {
        Guard.Against.Null(bounds);
        if (bounds.Currency != Currency)
            throw new CurrencyMismatchException(Currency, bounds.Currency, nameof(bounds));

        var isOfKind = Kind switch
        {
            CorridorKind.Recommended => true,
            CorridorKind.Maximum => bounds.Least is null,
            _ => bounds.Most is null,
        };
        return isOfKind ? Changed(versions: Versions.With(span, bounds))
            : throw Guards.Invalid(nameof(bounds), bounds.ToString(), "must be the one bound of a corridor of the kind " + Kind);
    }

    /// <summary>The corridor for some products, dealers or places.</summary>
    /// <param name="scope">Which ones.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public PriceCorridor For(Scope scope) => Changed(scope: Guard.Against.Null(scope));

    /// <summary>The corridor with a rate by which prices of the other tax basis are converted before they are judged.</summary>
    /// <param name="rate">The rate of the tax, zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative.</exception>
    public PriceCorridor WithTaxRate(Percentage rate) =>
        rate >= Percentage.Zero ? Changed(taxRate: rate) : throw Guards.OutOfRange(nameof(rate), rate.ToString(), "must not be negative");

    /// <summary>The corridor with how grave a deviation is.</summary>
    /// <param name="severity">From a deviation in percent of the bound to a word for it.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="severity"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A step begins below zero: no deviation does.</exception>
    public PriceCorridor WithSeverity(StepSchedule<Percentage, string> severity) =>
        Guard.Against.Null(severity).Bounds[0] >= Percentage.Zero ? Changed(severity: severity)
            : throw Guards.OutOfRange(nameof(severity), severity.ToString(), "must not begin below 0%");

    /// <summary>The corridor with the days within which a deviation is a repeated one.</summary>
    /// <param name="days">The days, one or more, the day of the deviation included: of 30, that day and the 29 before it.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is below 1.</exception>
    public PriceCorridor WithLookBack(int days) => Changed(lookBack: Guard.Against.OutsideRange(1, int.MaxValue, days));

    /// <summary>The corridor with which deviations of a dealer are one occurrence, and cost it once.</summary>
    /// <param name="basis">Which ones.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="basis"/> is not a value of its type.</exception>
    public PriceCorridor CountingBy(DeviationOccurrence basis) => Changed(countedBy: Guard.Against.Undefined(basis));

    /// <summary>The corridor with what is due for a deviation.</summary>
    /// <param name="penalty">From the number of the occurrence within the look-back, first 1, to an amount of zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="penalty"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A step begins below 1, or a penalty is negative.</exception>
    /// <exception cref="CurrencyMismatchException">A penalty is in another currency than the bounds.</exception>
    /// <exception cref="InvalidOperationException">The corridor is a recommendation: nothing can follow from it.</exception>
    public PriceCorridor WithPenalty(StepSchedule<int, Money> penalty)
    {
        Guard.Against.Null(penalty);
        if (Kind == CorridorKind.Recommended)
            throw new InvalidOperationException("No penalty can be attached to the recommended price '" + Name + "'.");

        Guard.Against.BeforeTheFirst(penalty);
        foreach (var amount in penalty.Values)
        {
            if (amount.Currency != Currency)
                throw new CurrencyMismatchException(Currency, amount.Currency, nameof(penalty));
            if (amount.IsNegative)
                throw Guards.OutOfRange(nameof(penalty), amount.ToString(), "must not be negative");
        }

        return Changed(penalty: penalty);
    }

    /// <summary>Whether the other has the same settings.</summary>
    /// <param name="other">The corridor to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PriceCorridor? other) =>
        other is not null && Name == other.Name && Kind == other.Kind && Level == other.Level && Currency == other.Currency
        && Per == other.Per && TaxBasis == other.TaxBasis && LegalBasis == other.LegalBasis && Scope == other.Scope
        && Versions == other.Versions
        && _taxRate == other._taxRate && Severity == other.Severity && LookBack == other.LookBack
        && CountedBy == other.CountedBy && Penalty == other.Penalty;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PriceCorridor);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(StringComparer.Ordinal.GetHashCode(Name), (int)Kind, Versions.GetHashCode(), Scope.GetHashCode());

    /// <summary>
    /// Name, kind, level, versions and what else is stated:
    /// <c>cap: Maximum at shelf, per PCE with tax (2026-01-01/2026-12-31: at most CNY 9.50), by clause 7</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + ": " + Kind.ToString() + " at " + Level + ", per " + Per + " " + Measure.Text(TaxBasis) + " ("
        + string.Join(", ", Versions.Entries.Select(entry => entry.Span + ": " + entry.Value)) + "), by " + LegalBasis
        + (Scope == Scope.Everything ? "" : "; " + Scope)
        + (_taxRate is not { } rate ? "" : "; tax " + rate)
        + (Severity is null ? "" : "; severity " + Severity)
        + (LookBack is not { } days ? "" : "; look-back " + InvariantText.Number(days) + " days")
        + (CountedBy == DeviationOccurrence.Day ? "" : "; counted by " + CountedBy.ToString())
        + (Penalty is null ? "" : "; penalty " + Penalty);
}
