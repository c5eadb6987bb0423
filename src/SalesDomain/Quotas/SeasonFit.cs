using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// How a season is fitted from past years (季节指数): pooled or averaged, by period or by day, and what is done with gaps and returns.
/// </summary>
/// <remarks>
/// <para>
/// The index of a period is its amount ÷ that of an average period: 1 is average, 1.2 a fifth above. Pooled over the years it is
/// Σ amounts of the period × number of periods ÷ Σ all amounts; averaged, it is the mean of the indexes of each year.
/// </para>
/// <para>
/// <see cref="PerDay"/> compares amounts a day instead, so that February is not weak for being short, and a month of six weeks not strong
/// for being long: the index is (amount ÷ days) ÷ (all amounts ÷ all days), and a phasing multiplies it by the days of the period to come.
/// Only so can years of 52 and 53 weeks be fitted together: the 53rd week is one with the 52nd, fourteen days with one index. Years that
/// differ otherwise, one of 12 months and one of 52 weeks, are never fitted together.
/// </para>
/// <para>
/// An incomplete year and a negative amount are refused, unless it is declared what becomes of them. Immutable. Equality is by all choices.
/// </para>
/// </remarks>
public sealed class SeasonFit : IEquatable<SeasonFit>
{
    private const int DaysOfWeek = 7;

    private SeasonFit(SeasonPooling pooling, bool isPerDay, bool leavesOutIncompleteYears, bool countsNegativesAsZero, Rounding? rounding)
    {
        Pooling = pooling;
        IsPerDay = isPerDay;
        LeavesOutIncompleteYears = leavesOutIncompleteYears;
        CountsNegativesAsZero = countsNegativesAsZero;
        Rounding = rounding;
    }

    /// <summary>By the sums of all years, indexes not rounded.</summary>
    public static SeasonFit Pooled { get; } = new(SeasonPooling.Pooled, false, false, false, null);

    /// <summary>By the average of the years' own shares, indexes not rounded.</summary>
    public static SeasonFit AverageOfShares { get; } = new(SeasonPooling.AverageOfShares, false, false, false, null);

    /// <summary>How several years become one.</summary>
    public SeasonPooling Pooling { get; }

    /// <summary>Whether amounts a day are compared.</summary>
    public bool IsPerDay { get; }

    /// <summary>Whether years with a period that is not known are left out; otherwise they are refused.</summary>
    public bool LeavesOutIncompleteYears { get; }

    /// <summary>Whether a negative amount counts as zero; otherwise it is refused.</summary>
    public bool CountsNegativesAsZero { get; }

    /// <summary>
    /// How an index is rounded, where indexes are published as a table: what is published is then what is computed with. Null where they
    /// are not rounded, which is the default.
    /// </summary>
    public Rounding? Rounding { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A fit.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(SeasonFit? left, SeasonFit? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A fit.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(SeasonFit? left, SeasonFit? right) => !(left == right);

    /// <summary>The same fit by amounts a day.</summary>
    /// <returns>The changed copy.</returns>
    public SeasonFit PerDay() => new(Pooling, true, LeavesOutIncompleteYears, CountsNegativesAsZero, Rounding);

    /// <summary>The same fit, in which years with a period that is not known are left out, and said to be.</summary>
    /// <returns>The changed copy.</returns>
    public SeasonFit LeavingOutIncompleteYears() => new(Pooling, IsPerDay, true, CountsNegativesAsZero, Rounding);

    /// <summary>The same fit, in which a month of more returns than sales counts as zero.</summary>
    /// <returns>The changed copy.</returns>
    public SeasonFit CountingNegativesAsZero() => new(Pooling, IsPerDay, LeavesOutIncompleteYears, true, Rounding);

    /// <summary>The same fit with rounded indexes, for a table that is published: quotas go by what is in it.</summary>
    /// <param name="rounding">
    /// The rounding, of plain numbers. With 4 decimals 7,000,000 after a history of 1, 1, 1 and 4 million are 999,975 three times and
    /// 4,000,075; without a rounding they are 1 and 4 million.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="rounding"/> is to the minor unit of a currency, which an index has not.
    /// </exception>
    public SeasonFit WithRounding(Rounding rounding)
    {
        Guard.Against.Null(rounding);
        return rounding.IsToMinorUnit ? throw Guards.Invalid(nameof(rounding), rounding.ToString(), "must be of plain numbers")
            : new SeasonFit(Pooling, IsPerDay, LeavesOutIncompleteYears, CountsNegativesAsZero, rounding);
    }

    /// <summary>Fits the season of past years.</summary>
    /// <param name="years">
    /// The years, in any order, of one measure and as many periods each; by day, some may have a 53rd week besides. The same year of
    /// several products is a year for each: so a new product takes the season of its group.
    /// </param>
    /// <returns>The season.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="years"/> or a year is null.</exception>
    /// <exception cref="ArgumentException">
    /// There is none, or none is complete; one is incomplete, and that is not declared; measure, tax basis, unit or currency differ; the
    /// numbers of periods differ, but for a 53rd week in a fit by day; or a year sums to zero.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative, and that is not declared.</exception>
    /// <exception cref="OverflowException">Sums × days do not fit in a decimal.</exception>
    public Season Of(params SeasonYear[] years) => Of((IEnumerable<SeasonYear>)years);

    /// <inheritdoc cref="Of(SeasonYear[])"/>
    public Season Of(IEnumerable<SeasonYear> years)
    {
        var copy = Guard.Against.Nothing(years, "a season is fitted from at least one year");
        Array.ForEach(copy, year => Guard.Against.Null(year, nameof(years)));
        var used = copy.Where(Counts).ToArray();
        if (used.Length == 0)
            throw Guards.Invalid(nameof(years), InvariantText.Number(copy.Length) + " incomplete", "must have one that is complete");

        var fewest = used.Min(year => year.Periods.Count);
        foreach (var year in used)
        {
            Measured.RequireSame(used[0].First, year.First, nameof(years));
            if (!Fits(year.Periods, fewest))
            {
                throw Guards.Invalid(
                    nameof(years), InvariantText.Number(fewest) + " and " + InvariantText.Number(year.Periods.Count) + " periods",
                    "must have as many periods each; by day, years of 52 and 53 weeks go together");
            }
        }

        return new Season(this, copy, new SeasonSteps(this, used, fewest));
    }

    /// <summary>Whether the other makes the same choices.</summary>
    /// <param name="other">The fit to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(SeasonFit? other) =>
        other is not null && Pooling == other.Pooling && IsPerDay == other.IsPerDay
        && LeavesOutIncompleteYears == other.LeavesOutIncompleteYears
        && CountsNegativesAsZero == other.CountsNegativesAsZero && Rounding == other.Rounding;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SeasonFit);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(
            (int)Pooling, (IsPerDay ? 1 : 0) + (LeavesOutIncompleteYears ? 2 : 0) + (CountsNegativesAsZero ? 4 : 0),
            Rounding?.GetHashCode() ?? 0);

    /// <summary>The choices in words: <c>pooled, per day, negatives as zero, digits:4 half-away</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        (Pooling == SeasonPooling.Pooled ? "pooled" : "average of shares") + (IsPerDay ? ", per day" : "")
        + (LeavesOutIncompleteYears ? ", without incomplete years" : "")
        + (CountsNegativesAsZero ? ", negatives as zero" : "") + (Rounding is null ? "" : ", " + Rounding);

    /// <summary>Whether periods are as many as so many indexes, or by day one more, which is the 53rd week of a year of weeks.</summary>
    internal bool Fits(PlanPeriods periods, int count) =>
        periods.Count == count
        || (IsPerDay && periods.Count == count + 1 && periods.At(count).Days == DaysOfWeek && periods.At(count - 1).Days == DaysOfWeek);

    private bool Counts(SeasonYear year) =>
        year.IsComplete || LeavesOutIncompleteYears ? year.IsComplete
            : throw Guards.Invalid("years", year.ToString(), "must be complete, or it is declared that incomplete years are left out");
}
