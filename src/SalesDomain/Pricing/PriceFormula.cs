using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>A price that follows from another: that of a list, or the cost, changed, rounded, with a surcharge, within a margin.</summary>
/// <remarks>
/// <para>
/// In this order: the base price converted into the currency of the list; × (1 − discount), × (1 + mark-up) or ÷ (1 − margin); the tax
/// added or taken out; rounded; plus the surcharge; held between the prices that give the least and the most margin on cost. Converted
/// last, a base of 1,000 yen at 0.009502 came to 9.50 dollars and not to 9.99.
/// </para>
/// <para>
/// A mark-up is on the cost and multiplies, a margin is on the price and divides: 20 % on 4.68 is 5.616 or 5.85. Cost and margins are
/// without tax: where the list has the tax in its prices, the bound is cost ÷ (1 − margin) × (1 + rate).
/// </para>
/// <para>
/// Where the formula rounds, the prices it can come to are a grid, rounded price plus surcharge, and a bound is on it: the least margin
/// goes up to the next such price, the most margin down, so that the price can be printed and the margin still holds. Where it does not
/// round, a bound is exact. Where both cannot be kept, the least margin is.
/// </para>
/// <para>Every figure is for as many units as the base price is. Immutable; equality is by all of it.</para>
/// </remarks>
public sealed partial class PriceFormula : IEquatable<PriceFormula>
{
    private PriceFormula(
        string? baseList, Percentage change, Percentage? margin, Percentage? taxRate, Rounding? rounding,
        StepSchedule<Money, Rounding>? ranges, Money? surcharge, Percentage? least, Percentage? most)
    {
        BaseList = baseList;
        Change = change;
        Margin = margin;
        TaxRate = taxRate;
        Rounding = rounding;
        RoundingRanges = ranges;
        Surcharge = surcharge;
        LeastMargin = least;
        MostMargin = most;
        Factor = Percentage.OneHundred + change;
        TaxFactor = Percentage.OneHundred + (taxRate ?? Percentage.Zero);
        MarginComplement = (margin ?? Percentage.Zero).Complement();
        LeastComplement = (least ?? Percentage.Zero).Complement();
        MostComplement = (most ?? Percentage.Zero).Complement();
    }

    /// <summary>The name of the list whose prices it starts from, or null when it starts from the cost.</summary>
    public string? BaseList { get; }

    /// <summary>What is added to the base price, in percent of it: −5 % for a discount, 20 % for a mark-up; 0 with a margin.</summary>
    public Percentage Change { get; }

    /// <summary>What margin the base price, taken as the cost, is brought to, or null.</summary>
    public Percentage? Margin { get; }

    /// <summary>
    /// The tax in percent of the price without it, where it has to be added or taken out on the way from the base price, or null.
    /// </summary>
    public Percentage? TaxRate { get; }

    /// <summary>
    /// How every price is rounded, after change and tax and before the surcharge, or null when it is not, or by
    /// <see cref="RoundingRanges"/>.
    /// </summary>
    public Rounding? Rounding { get; }

    /// <summary>How the price is rounded in each range of the price, from its lower bound on, or null when not by ranges.</summary>
    public StepSchedule<Money, Rounding>? RoundingRanges { get; }

    /// <summary>What is added after the rounding, in the currency of the list and of any sign, or null.</summary>
    public Money? Surcharge { get; }

    /// <summary>The least margin on the price over the cost of the day, or null.</summary>
    public Percentage? LeastMargin { get; }

    /// <summary>The most margin on the price over the cost of the day, or null.</summary>
    public Percentage? MostMargin { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A formula.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PriceFormula? left, PriceFormula? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A formula.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PriceFormula? left, PriceFormula? right) => !(left == right);

    /// <summary>The prices of a list of the same book as they are; what follows changes them.</summary>
    /// <param name="baseList">The name of the list; whom that list is for does not matter.</param>
    /// <returns>The formula.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="baseList"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="baseList"/> is empty or begins or ends with white space.</exception>
    public static PriceFormula Of(string baseList) =>
        new(Identifier.Checked(baseList), Percentage.Zero, null, null, null, null, null, null, null);

    /// <summary>The cost of the product on the day; what follows makes a price of it.</summary>
    /// <returns>The formula.</returns>
    public static PriceFormula OfCost() => new(null, Percentage.Zero, null, null, null, null, null, null, null);

    /// <summary>The base price less a discount: × (1 − discount), in place of any change before.</summary>
    /// <param name="discount">From 0 % to 100 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="discount"/> is negative or above 100 %.</exception>
    public PriceFormula Less(Percentage discount) => With(-Guard.Against.NoPart(discount), null);

    /// <summary>The base price with a mark-up: × (1 + mark-up), in place of any change before.</summary>
    /// <param name="markUp">Zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="markUp"/> is negative.</exception>
    public PriceFormula MarkedUp(Percentage markUp)
    {
        Guard.Against.Below(0m, markUp.Fraction, nameof(markUp));
        return With(markUp, null);
    }

    /// <summary>
    /// The price at which the base price, as the cost, leaves this margin: ÷ (1 − margin), in place of any change before.
    /// </summary>
    /// <param name="margin">The margin on the price, below 100 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="margin"/> is 100 % or more.</exception>
    public PriceFormula AtMargin(Percentage margin) => With(Percentage.Zero, Possible(margin, nameof(margin)));

    /// <summary>
    /// The tax as a step of its own, after the change and before the rounding: added where the list has the tax in its prices and the base
    /// has not, taken out where it is the other way round; and in the bounds of the margin, as the cost is without tax.
    /// </summary>
    /// <param name="rate">The tax in percent of the price without it, zero or more; one for all products that the formula prices.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative.</exception>
    /// <remarks>
    /// A book refuses a formula that would need the rate and states none, as 9.50 of a price without tax is not 9.50 with it; and one that
    /// states a rate and has no use for it.
    /// </remarks>
    public PriceFormula WithTaxRate(Percentage rate)
    {
        Guard.Against.Below(0m, rate.Fraction, nameof(rate));
        return new PriceFormula(BaseList, Change, Margin, rate, Rounding, RoundingRanges, Surcharge, LeastMargin, MostMargin);
    }

    /// <summary>The price rounded after change and tax and before the surcharge: to a step of 10.00, to an ending.</summary>
    /// <param name="rounding">The rounding.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    public PriceFormula Rounded(Rounding rounding) =>
        new(BaseList, Change, Margin, TaxRate, Guard.Against.Null(rounding), null, Surcharge, LeastMargin, MostMargin);

    /// <summary>
    /// The price rounded by the range it lies in before rounding: below 100.00 to an ending of .99, from 100.00 on to a step of 5.
    /// </summary>
    /// <param name="ranges">
    /// The rounding of each range from its lower bound on, which belongs to it: a from-scale that begins at zero and has no end, in the
    /// currency of the list. A bound of the margin is rounded by the range in which it lies without the surcharge.
    /// </param>
    /// <returns>The changed copy, in place of any rounding before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ranges"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="ranges"/> is a to-scale, begins elsewhere than at zero, has a step below its first bound, or a ceiling.
    /// </exception>
    /// <remarks>
    /// In one range it does what the rounding of that range does. Across a bound a higher price may come to a lower one: 99.98 to 99.99 by
    /// endings of .99, 100.00 to 99.00 by endings of 9.
    /// </remarks>
    public PriceFormula Rounded(StepSchedule<Money, Rounding> ranges) =>
        new(BaseList, Change, Margin, TaxRate, null, Whole(Guard.Against.Null(ranges)), Surcharge, LeastMargin, MostMargin);

    /// <summary>The price with a surcharge, after the rounding: −0.01 makes 9.99 of 10.00.</summary>
    /// <param name="surcharge">The amount, of any sign, in the currency of the list.</param>
    /// <returns>The changed copy.</returns>
    public PriceFormula Plus(Money surcharge) =>
        new(BaseList, Change, Margin, TaxRate, Rounding, RoundingRanges, surcharge, LeastMargin, MostMargin);

    /// <summary>
    /// The price held between two margins on it over the cost of the day, both without tax; where the formula rounds, up or down to a price
    /// that it can come to.
    /// </summary>
    /// <param name="least">The least margin, below 100 %, or null for none.</param>
    /// <param name="most">The most margin, below 100 % and not below the least, or null for none.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A margin is 100 % or more, or the most is below the least.</exception>
    public PriceFormula WithMargin(Percentage? least, Percentage? most = null)
    {
        if (least is { } low)
            Possible(low, nameof(least));
        if (most is { } high)
            Possible(high, nameof(most));
        if (least is { } atLeast && most is { } atMost && atMost < atLeast)
            throw Guards.OutOfRange(nameof(most), atMost.ToString(), "must not be below the least margin " + atLeast);

        return new PriceFormula(BaseList, Change, Margin, TaxRate, Rounding, RoundingRanges, Surcharge, least, most);
    }

    /// <summary>Whether the other computes the same from the same base.</summary>
    /// <param name="other">The formula to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PriceFormula? other) =>
        other is not null && string.Equals(BaseList, other.BaseList, StringComparison.Ordinal) && Change == other.Change
        && Margin == other.Margin && TaxRate == other.TaxRate && Rounding == other.Rounding && RoundingRanges == other.RoundingRanges
        && Surcharge == other.Surcharge && LeastMargin == other.LeastMargin && MostMargin == other.MostMargin;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PriceFormula);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(
            BaseList is null ? 0 : StringComparer.Ordinal.GetHashCode(BaseList), Change.GetHashCode(), Margin.GetHashCode(),
            Hash.Combine(Surcharge.GetHashCode(), TaxRate.GetHashCode()));

    /// <summary>The formula in words: <c>'retail' less 5%, rounded to step:10 half-away, plus CNY -0.01</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString()
    {
        var change = Margin is { } margin ? " at a margin of " + margin
            : Change.IsZero ? ""
            : Change < Percentage.Zero ? " less " + -Change
            : " plus " + Change;
        var parts = new List<string> { (BaseList is null ? "cost" : "'" + BaseList + "'") + change };
        if (TaxRate is { } rate)
            parts.Add("tax " + rate);
        if (Rounding is not null)
            parts.Add("rounded to " + Rounding);
        if (RoundingRanges is not null)
            parts.Add("rounded (" + RoundingRanges + ")");
        if (Surcharge is { } surcharge)
            parts.Add("plus " + surcharge);
        if (LeastMargin is { } least)
            parts.Add("margin at least " + least);
        if (MostMargin is { } most)
            parts.Add("margin at most " + most);

        return string.Join(", ", parts);
    }

    private static StepSchedule<Money, Rounding> Whole(StepSchedule<Money, Rounding> ranges)
    {
        var rule = ranges.Side != StepSide.From ? "must be a from-scale, as a lower bound belongs to its range"
            : ranges.IsOpenBelow || !ranges.Bounds[0].IsZero ? "must begin at zero, as no price is below"
            : ranges.HasCeiling ? "must not have a ceiling, as every price is in a range"
            : null;
        return rule is null ? ranges : throw Guards.Invalid(nameof(ranges), ranges.ToString(), rule);
    }

    private static Percentage Possible(Percentage margin, string parameterName) =>
        margin < Percentage.OneHundred ? margin : throw Guards.OutOfRange(parameterName, margin.ToString(), "must be below 100%");

    private PriceFormula With(Percentage change, Percentage? margin) =>
        new(BaseList, change, margin, TaxRate, Rounding, RoundingRanges, Surcharge, LeastMargin, MostMargin);
}
