using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>The discounts of a document in their places: what comes first, what excludes what, and how amounts are rounded.</summary>
/// <remarks>
/// <para>
/// Discounts have their turn by their numbers; the order in which they are passed in decides nothing. Two with one number that could come
/// upon one line are refused when the schedule is built, and so is a discount of the order before one of a line: spread over lines that
/// change afterwards, it would be spread wrongly.
/// </para>
/// <para>
/// Each discount is rounded to its amount when it has its turn, and the amounts are what is taken off: percentages are for show. No line
/// goes below its floor, nor below zero. What that refuses of a discount of a line is reported; of a discount of the order it goes to the
/// other lines, in proportion to what is left of them, and what none can bear is reported.
/// </para>
/// <para>Immutable. Equality is by rounding, discounts and exclusions, in whatever order they were given.</para>
/// </remarks>
public sealed class DiscountSchedule : IEquatable<DiscountSchedule>
{
    private readonly Discount[] _discounts;
    private readonly ExclusionGroup[] _exclusions;

    private DiscountSchedule(
        Rounding rounding, bool roundsUnitPrices, Discount[] discounts, ExclusionGroup[] exclusions, string parameterName)
    {
        Rounding = rounding;
        RoundsUnitPrices = roundsUnitPrices;
        _discounts = discounts;
        _exclusions = exclusions;
        Plan = DiscountPlan.Of(discounts, exclusions, parameterName);
    }

    /// <summary>How the amount of each discount, and the list amount of each line, is rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>True when a discount of a line is rounded by the unit and then multiplied; false when the whole line is rounded.</summary>
    public bool RoundsUnitPrices { get; }

    /// <summary>The discounts, by their numbers.</summary>
    public IReadOnlyList<Discount> Discounts => Array.AsReadOnly(_discounts);

    /// <summary>The exclusions, by their names.</summary>
    public IReadOnlyList<ExclusionGroup> Exclusions => Array.AsReadOnly(_exclusions);

    internal DiscountPlan Plan { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A schedule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(DiscountSchedule? left, DiscountSchedule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A schedule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(DiscountSchedule? left, DiscountSchedule? right) => !(left == right);

    /// <summary>A schedule of discounts.</summary>
    /// <param name="rounding">How amounts are rounded; not to a price ending, in which nothing can be shared out.</param>
    /// <param name="discounts">The discounts, in any order, each name once; none takes nothing off.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="rounding"/>, <paramref name="discounts"/> or a discount is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// Two have one name; two have one number and could come upon one line; one of the order does not come after all those of lines; a
    /// subtotal is after a discount that is not there, or not before; or the rounding is to a price ending.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">Two have amounts in different currencies.</exception>
    public static DiscountSchedule Of(Rounding rounding, params Discount[] discounts) => Of(rounding, (IEnumerable<Discount>)discounts);

    /// <inheritdoc cref="Of(Rounding, Discount[])"/>
    public static DiscountSchedule Of(Rounding rounding, IEnumerable<Discount> discounts)
    {
        Guard.Against.Null(rounding);
        Guard.Against.Null(discounts);
        Discount[] copy = [.. discounts];
        Array.ForEach(copy, discount => Guard.Against.Null(discount, nameof(discounts)));
        if (!rounding.IsToMinorUnit && rounding.UnitFor(null) is null)
            throw Guards.Invalid(nameof(rounding), rounding.ToString(), "must not be to a price ending");

        Array.Sort(copy, InPlace);
        return new DiscountSchedule(rounding, roundsUnitPrices: false, copy, [], nameof(discounts));
    }

    /// <summary>The schedule in which only one of several discounts is given.</summary>
    /// <param name="name">The name of the choice; not empty, no white space at either end.</param>
    /// <param name="rule">Which one is given.</param>
    /// <param name="discounts">The names of at least two discounts of the schedule, each once.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/>, <paramref name="discounts"/> or a name in it is null.</exception>
    /// <exception cref="ArgumentException">
    /// A name is empty, padded, there twice, unknown, or in another exclusion; some are of lines and some are deals or of the order; or
    /// another discount has its turn between them.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not defined.</exception>
    public DiscountSchedule WithExclusion(string name, ExclusionRule rule, params string[] discounts) =>
        WithExclusion(ExclusionGroup.Of(name, rule, discounts), nameof(discounts));

    /// <summary>The schedule in which only one alternative of a group is given.</summary>
    /// <param name="group">The group, of discounts of the schedule.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="group"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There is a group of that name; a discount is unknown, or in another exclusion; some are of lines and some of the order; or another
    /// discount has its turn between them.
    /// </exception>
    public DiscountSchedule WithExclusion(ExclusionGroup group) => WithExclusion(Guard.Against.Null(group), nameof(group));

    /// <summary>The schedule that rounds the discount of one unit and multiplies, instead of rounding the discount of the line.</summary>
    /// <returns>The changed copy.</returns>
    public DiscountSchedule RoundingUnitPrices() => new(Rounding, roundsUnitPrices: true, _discounts, _exclusions, "");

    /// <summary>Takes the discounts off a document, without any coupon.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The document with its net prices, what was taken off, and why the rest was not.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="ArgumentException">Amounts are rounded to the minor unit of a currency that has none.</exception>
    /// <exception cref="CurrencyMismatchException">The discounts have amounts in another currency.</exception>
    /// <exception cref="OverflowException">An amount does not fit in a decimal.</exception>
    public DiscountedDocument Apply(PricedDocument document) => Apply(document, []);

    /// <summary>Takes the discounts off a document for which coupons are presented.</summary>
    /// <param name="document">The document.</param>
    /// <param name="coupons">The codes of the coupons, in any order; one that no discount asks for changes nothing.</param>
    /// <returns>The document with its net prices, what was taken off, and why the rest was not.</returns>
    /// <inheritdoc cref="Apply(PricedDocument)" path="/exception"/>
    public DiscountedDocument Apply(PricedDocument document, IEnumerable<string> coupons) =>
        Apply(document, coupons, PromotionHistory.None);

    /// <summary>Takes the discounts off a document, with what coupons were used and what was granted before.</summary>
    /// <param name="document">The document; what is recorded of its own id is left out.</param>
    /// <param name="coupons">The codes of the coupons, in any order; one that no discount asks for changes nothing.</param>
    /// <param name="history">What was used and granted before.</param>
    /// <returns>The document with its net prices, what was taken off, why the rest was not, and what it uses.</returns>
    /// <inheritdoc cref="Apply(PricedDocument)" path="/exception"/>
    public DiscountedDocument Apply(PricedDocument document, IEnumerable<string> coupons, PromotionHistory history)
    {
        Guard.Against.Null(document);
        Guard.Against.Null(coupons);
        Guard.Against.Null(history);
        if (Rounding.IsToMinorUnit)
            Guard.Against.NoMinorUnit(document.Currency, nameof(document));
        if (Plan.Currency is { } currency && currency != document.Currency)
            throw new CurrencyMismatchException(currency, document.Currency, nameof(document));

        foreach (var discount in _discounts)
        {
            if (discount.Budget is not null && history.CurrencyOf(discount.Name) is { } granted && granted != document.Currency)
                throw new CurrencyMismatchException(document.Currency, granted, "'" + discount.Name + "'", nameof(history));
        }

        var presented = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var coupon in coupons)
            presented.Add(Identifier.Checked(coupon, nameof(coupons)));

        return new DiscountedDocument(this, document, [.. presented], history);
    }

    /// <summary>Whether the other takes off the same.</summary>
    /// <param name="other">The schedule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(DiscountSchedule? other) =>
        other is not null && Rounding == other.Rounding && RoundsUnitPrices == other.RoundsUnitPrices
        && _discounts.SequenceEqual(other._discounts) && _exclusions.SequenceEqual(other._exclusions);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as DiscountSchedule);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _discounts.Aggregate(
            Hash.Combine(Rounding.GetHashCode(), RoundsUnitPrices ? 1 : 0, _exclusions.Length),
            (hash, discount) => Hash.Combine(hash, discount.GetHashCode()));

    /// <summary>Discounts, exclusions and rounding, in their order.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        string.Join(
            "; ",
            _discounts.Select(discount => discount.ToString()).Concat(_exclusions.Select(group => group.ToString()))
                .Append("rounded " + (RoundsUnitPrices ? "by the unit " : "") + Rounding));

    private static int InPlace(Discount left, Discount right)
    {
        var order = left.Sequence.CompareTo(right.Sequence);
        return order != 0 ? order : string.CompareOrdinal(left.Name, right.Name);
    }

    private DiscountSchedule WithExclusion(ExclusionGroup group, string parameterName)
    {
        if (Array.Exists(_exclusions, other => string.Equals(other.Name, group.Name, StringComparison.Ordinal)))
            throw Guards.Invalid(parameterName, "'" + group.Name + "'", "must have a name that is not there already");

        return new DiscountSchedule(
            Rounding, RoundsUnitPrices, _discounts,
            [.. _exclusions.Append(group).OrderBy(each => each.Name, StringComparer.Ordinal)], parameterName);
    }
}
