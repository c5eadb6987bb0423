using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// How one owner stands at the end of a day on the way to a quota: what is due by then, what each day that is left must bring, and where
/// the period ends if it goes on as it has gone so far.
/// </summary>
/// <remarks>
/// <para>
/// The day of the evaluation has gone by: on the 11th of a month 11 days are elapsed, and the days left begin with the 12th. The
/// <see cref="ElapsedTime"/> says whether all days are counted or those worked, and through a leave only those on which the quota was
/// held: <see cref="ElapsedTime.Within"/>.
/// </para>
/// <para>
/// Quotients keep 28 digits and are not rounded; needed per day × days left + actual is the quota. A figure without a meaning is null and
/// never zero: there is no rate before the first day, nothing is needed on a day that does not exist, and a quota of zero or less is
/// neither reached nor missed. Equality is by actual, quota, elapsed time and phased quota.
/// </para>
/// </remarks>
public sealed partial class Pace : IEquatable<Pace>
{
    private readonly PaceSteps _steps;
    private readonly PaceOfSeason _season;

    // Where the quota to date comes from; null where it was stated as an amount.
    private readonly PhasedQuota? _phased;

    private Pace(Measured actual, Measured quota, ElapsedTime elapsed, PaceSteps steps, Measured? toDate = null, PhasedQuota? phased = null)
    {
        Actual = actual;
        Quota = quota;
        Elapsed = elapsed;
        QuotaToDate = toDate;
        _phased = phased;
        _steps = steps;
        _season = PaceOfSeason.Of(actual.Amount, quota.Amount, toDate?.Amount);
    }

    /// <summary>What was achieved in the period up to the day of the evaluation.</summary>
    public Measured Actual { get; }

    /// <summary>The quota of the whole period.</summary>
    public Measured Quota { get; }

    /// <summary>The days of the period, those gone by and those left.</summary>
    public ElapsedTime Elapsed { get; }

    /// <summary>
    /// The quota phased to the day of the evaluation, or null where none was given, as an amount (<see cref="WithQuotaToDate"/>) or by a
    /// <see cref="PhasedQuota"/>.
    /// </summary>
    public Measured? QuotaToDate { get; }

    /// <summary>What the rest of the period still asks for.</summary>
    public PaceState State => _steps.State;

    /// <summary>Quota less actual; negative where more was achieved.</summary>
    public Measured Remaining => Quota.With(_steps.Remaining);

    /// <summary>
    /// What even selling would have brought by now: quota × days elapsed ÷ days; null where the period has no working day. 44,000 of
    /// 120,000 on the 11th of 30 days.
    /// </summary>
    public Measured? EvenQuotaToDate => Of(_steps.EvenQuotaToDate);

    /// <summary>
    /// What each day left must bring: remaining ÷ days left. Zero where the quota is reached; null where there is no quota, and where it
    /// is missed and no day is left.
    /// </summary>
    public Measured? NeededPerDay => Of(_steps.NeededPerDay);

    /// <summary>What each day so far has brought: actual ÷ days elapsed; null before the first day.</summary>
    public Measured? PerDaySoFar => Of(_steps.PerDaySoFar);

    /// <summary>
    /// How hard the rest is against what was: needed per day ÷ per day so far, 122 % is a fifth more. Null where nothing is needed or can
    /// be, and where the days so far have brought nothing.
    /// </summary>
    public Percentage? NeededAgainstSoFar => _steps.NeededAgainstSoFar;

    /// <summary>Where the period ends at the rate so far: actual × days ÷ days elapsed; null before the first day.</summary>
    public Measured? RunRateProjection => Of(_steps.RunRateProjection);

    /// <summary>
    /// Where the period ends if the rest of the season goes as this part has gone: actual ÷ phased share to date, which is actual × quota
    /// ÷ quota to date. Null without one (<see cref="QuotaToDate"/>), of a quota of zero or less, and where nothing is phased to the day
    /// yet.
    /// </summary>
    public Measured? SeasonalProjection => Of(_season.Projection);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A pace.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Pace? left, Pace? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A pace.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Pace? left, Pace? right) => !(left == right);

    /// <summary>The pace of a quota.</summary>
    /// <param name="actual">
    /// What was achieved in the period up to the day of the evaluation; negative where returns exceed sales.
    /// </param>
    /// <param name="quota">The quota of the period, of the same measure; zero or less is <see cref="PaceState.NoQuota"/>.</param>
    /// <param name="elapsed">The days of the period, those gone by and those left, by <see cref="ElapsedTime.ByDays"/> or by working
    /// days.</param>
    /// <returns>The pace.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="elapsed"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// Measure, tax basis, unit or currency of <paramref name="quota"/> is another, or a figure is the default value, which measures
    /// nothing.
    /// </exception>
    /// <exception cref="OverflowException">A figure does not fit in a decimal.</exception>
    public static Pace Of(Measured actual, Measured quota, ElapsedTime elapsed)
    {
        Guard.Against.Null(elapsed);
        MeasuredArgument.Given(actual);
        MeasuredArgument.Given(quota);
        MeasuredArgument.MustGoTogether(actual, quota, nameof(quota));
        return new Pace(actual, quota, elapsed, StepsOf(actual, quota, elapsed));
    }

    /// <summary>The pace of a phased quota, with what is phased to the day and the projection by its season.</summary>
    /// <param name="actual">
    /// What was achieved in the period up to the day of the evaluation; negative where returns exceed sales.
    /// </param>
    /// <param name="quota">The quota, phased over the period, of the same measure; zero or less is <see cref="PaceState.NoQuota"/>.</param>
    /// <param name="elapsed">The days of the period, those gone by and those left; its day is the day to which the quota is
    /// phased.</param>
    /// <returns>The pace.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quota"/> or <paramref name="elapsed"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="elapsed"/> is of another period than the quota, from the first day to the last; measure, tax basis, unit or currency
    /// of <paramref name="quota"/> is another; or <paramref name="actual"/> is the default value, which measures nothing.
    /// </exception>
    /// <exception cref="OverflowException">A figure does not fit in a decimal.</exception>
    public static Pace Of(Measured actual, PhasedQuota quota, ElapsedTime elapsed)
    {
        Guard.Against.Null(quota);
        Guard.Against.Null(elapsed);
        MeasuredArgument.Given(actual);
        MeasuredArgument.MustGoTogether(actual, quota.Total, nameof(quota));
        var span = quota.Phasing.Periods.Span;
        return elapsed.Span == span
            ? new Pace(actual, quota.Total, elapsed, StepsOf(actual, quota.Total, elapsed), quota.QuotaToDate(elapsed.AsOf), quota)
            : throw Guards.Invalid(nameof(elapsed), elapsed.Span.ToString(), "must be of the period of the quota, " + span);
    }

    /// <summary>The same pace with the part of the quota that its season puts into the days gone by.</summary>
    /// <param name="toDate">The quota phased to the day of the evaluation, of the same measure.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException">
    /// Measure, tax basis, unit or currency is another, or <paramref name="toDate"/> is the default value, which measures nothing.
    /// </exception>
    /// <exception cref="OverflowException">The projection does not fit in a decimal.</exception>
    public Pace WithQuotaToDate(Measured toDate)
    {
        MeasuredArgument.Given(toDate);
        MeasuredArgument.MustGoTogether(Quota, toDate, nameof(toDate));
        return new Pace(Actual, Quota, Elapsed, _steps, toDate);
    }

    /// <summary>Whether the other has the same actual, quota, elapsed time and phased quota.</summary>
    /// <param name="other">The pace to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Pace? other) =>
        other is not null && Actual == other.Actual && Quota == other.Quota && Elapsed == other.Elapsed
        && QuotaToDate == other.QuotaToDate && _phased == other._phased;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Pace);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Actual.GetHashCode(), Quota.GetHashCode(), Elapsed.GetHashCode(), QuotaToDate.GetHashCode());

    /// <summary>
    /// Actual, quota, days and what is needed: <c>CNY 540000.00 of CNY 1200000.00 after 11 of 22 working days of …: needed a day CNY
    /// 60000.00</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Actual.Value + " of " + Quota.Value + " after " + Elapsed + ": needed a day "
            + Explanation.Shown(Figure.OrAbsent(NeededPerDay?.Value));

    private static PaceSteps StepsOf(Measured actual, Measured quota, ElapsedTime elapsed) =>
        PaceSteps.Of(actual.Amount, quota.Amount, elapsed.Total, elapsed.Elapsed);

    private Measured? Of(decimal? amount) => amount is { } known ? Quota.With(known) : null;
}
