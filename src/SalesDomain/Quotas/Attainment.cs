using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>What was attained of a quota: attainment (达成率), attainment to date (进度达成率) and gap to elapsed time (进度差).</summary>
/// <remarks>
/// <para>
/// The three are three figures with three names, because each divides by something else. <see cref="Rate"/> = actual ÷ quota of the whole
/// period. <see cref="RateToDate"/> = actual ÷ quota phased to the day. <see cref="PointsAheadOfTime"/> = attainment − share of time
/// elapsed, a number of percentage points and no rate. 540,000 of 1,200,000 after 11 of 22 working days are 45 %, five points behind
/// time; where the season has only 35 % of the year's quota by then they are 128.57 % to date.
/// </para>
/// <para>
/// A quota of zero or less gives no attainment, neither 0 % nor 100 % nor infinity, and so does an actual that is not known;
/// <see cref="Reasons"/> says which. Actuals may be negative: returns are more than sales. Nothing is rounded.
/// </para>
/// <para>Equality is by actual, quota, quota to date and time elapsed.</para>
/// </remarks>
public sealed partial class Attainment : IEquatable<Attainment>
{
    private readonly Steps _steps;

    // Where the actual was summed from facts, or the whole from other attainments.
    private readonly ActualSum? _facts;
    private readonly Attainment[]? _parts;
    private readonly bool _isToDateOfParts;
    private readonly QuotaOrigin? _origin;

    private Attainment(
        Measured? actual, Measured? quota, Measured? quotaToDate = null, ElapsedTime? elapsed = null, ActualSum? facts = null,
        Attainment[]? parts = null, bool isToDateOfParts = false, QuotaOrigin? origin = null)
    {
        Actual = actual;
        Quota = quota;
        QuotaToDate = quotaToDate;
        Elapsed = elapsed;
        _facts = facts;
        _parts = parts;
        _isToDateOfParts = isToDateOfParts;
        _origin = origin;
        _steps = Rule(actual, quota, quotaToDate, elapsed);
        PointsAheadOfTime = _steps.Ahead?.PointsAbove(Percentage.Zero);
    }

    /// <summary>What was achieved, of any sign; null when it is not known: the margin of a sale without a cost.</summary>
    public Measured? Actual { get; }

    /// <summary>The quota of the whole period; null when there is none, which is not a quota of zero.</summary>
    public Measured? Quota { get; }

    /// <summary>The quota phased to the day, or null where none was stated.</summary>
    public Measured? QuotaToDate { get; }

    /// <summary>How much of the period has gone by, or null where it was not stated.</summary>
    public ElapsedTime? Elapsed { get; }

    /// <summary>Attainment (达成率): actual ÷ quota, to 28 digits; null when there is none.</summary>
    public Percentage? Rate => _steps.Rate;

    /// <summary>Attainment to date (进度达成率): actual ÷ quota to date, to 28 digits; null when there is none.</summary>
    public Percentage? RateToDate => _steps.RateToDate;

    /// <summary>
    /// Gap to elapsed time (进度差): attainment − share of time elapsed, a number of percentage points, negative when sales are behind
    /// time; null without an attainment or a time. 45 % after half of the time is −5.
    /// </summary>
    public decimal? PointsAheadOfTime { get; }

    /// <summary>Actual − quota: negative while something is missing; null when one of the two is not known.</summary>
    public Measured? Gap => _steps.Gap;

    /// <summary>Actual − quota to date; null when one of the two is not known.</summary>
    public Measured? GapToDate => _steps.GapToDate;

    /// <summary>
    /// Why there is no attainment: <c>attainment.unknown-actual</c>, <c>attainment.no-quota</c>, <c>attainment.zero-quota</c>,
    /// <c>attainment.negative-quota</c> with the quota, the last two also <c>-to-date</c>, and <c>attainment.no-days</c> where the period
    /// has no day that counts.
    /// </summary>
    public IReadOnlyList<Reason> Reasons => AllReasons().ToList().AsReadOnly();

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An attainment.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Attainment? left, Attainment? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An attainment.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Attainment? left, Attainment? right) => !(left == right);

    /// <summary>The attainment of a quota.</summary>
    /// <param name="actual">What was achieved, or null when it is not known.</param>
    /// <param name="quota">The quota of the whole period, of the same measure; null when there is none.</param>
    /// <returns>The attainment.</returns>
    /// <exception cref="ArgumentException">
    /// A value is the default, or the two differ in measure, tax basis, unit or currency
    /// (<see cref="MeasureMismatchException"/> and its kin).
    /// </exception>
    public static Attainment Of(Measured? actual, Measured? quota)
    {
        MeasuredArgument.Given(actual);
        MeasuredArgument.Given(quota);
        MeasuredArgument.MustGoTogether(actual, quota, nameof(quota));
        return new Attainment(actual, quota);
    }

    /// <summary>The attainment of a phased quota on a day: all three figures.</summary>
    /// <param name="actual">What was achieved, to the day; null when it is not known.</param>
    /// <param name="quota">The quota with its phasing, of the same measure.</param>
    /// <param name="elapsed">How much of the period of the quota has gone by; its day is the day to which the quota is phased.</param>
    /// <returns>The attainment, which explains its quota to date by the phasing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quota"/> or <paramref name="elapsed"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The actual is the default value, or of another measure, tax basis, unit or currency than the quota, or
    /// <paramref name="elapsed"/> is of another period.
    /// </exception>
    public static Attainment Of(Measured? actual, PhasedQuota quota, ElapsedTime elapsed)
    {
        MeasuredArgument.Given(actual);
        return Of(actual, facts: null, quota, elapsed);
    }

    /// <summary>
    /// One attainment of several: Σ actual ÷ Σ quota, of the months of a person who was transferred, or of the people of a team. Never an
    /// average of rates: 120 of 100 and 40 of 80 are 88.89 %, not 85 %.
    /// </summary>
    /// <param name="parts">At least one attainment, of one measure.</param>
    /// <returns>
    /// The pooled attainment. Its quota is null when one part has none, and its actual when one is not known; its quota to date is there
    /// when every part has one, its time when all have the same.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> or a part is null.</exception>
    /// <exception cref="ArgumentException">There are none, or they differ in measure, tax basis, unit or currency.</exception>
    public static Attainment Pooled(IEnumerable<Attainment> parts)
    {
        Guard.Against.Null(parts);
        Attainment[] copy = [.. parts];
        Array.ForEach(copy, part => Guard.Against.Null(part, nameof(parts)));
        Guard.Against.Nothing(copy, "there is nothing to pool", nameof(parts));
        MeasuredArgument.MustGoTogether(copy.SelectMany(part => part.Values), nameof(parts));
        var elapsed = copy[0].Elapsed;
        return new Attainment(
            Sum(copy, part => part.Actual), Sum(copy, part => part.Quota), Sum(copy, part => part.QuotaToDate),
            Array.TrueForAll(copy, part => part.Elapsed == elapsed) ? elapsed : null, parts: copy,
            isToDateOfParts: true);
    }

    /// <summary>The same with the quota phased to the day, for attainment to date.</summary>
    /// <param name="quotaToDate">The part of the quota that is due by the day, of the same measure.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException">
    /// It is the default value, or of another measure, tax basis, unit or currency than actual and quota.
    /// </exception>
    public Attainment WithQuotaToDate(Measured quotaToDate)
    {
        MeasuredArgument.Given(quotaToDate);
        MeasuredArgument.MustGoTogether(_facts?.Known ?? Actual, quotaToDate, nameof(quotaToDate));
        MeasuredArgument.MustGoTogether(Quota, quotaToDate, nameof(quotaToDate));
        return new Attainment(Actual, Quota, quotaToDate, Elapsed, _facts, _parts, origin: _origin?.OfWhole);
    }

    /// <summary>The same with the time elapsed, for the gap to it.</summary>
    /// <param name="elapsed">How much of the period of the quota has gone by.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="elapsed"/> is null.</exception>
    public Attainment WithElapsed(ElapsedTime elapsed) =>
        new(Actual, Quota, QuotaToDate, Guard.Against.Null(elapsed), _facts, _parts, _isToDateOfParts, _origin);

    /// <summary>Whether the other has the same actual, quota, quota to date and time elapsed.</summary>
    /// <param name="other">The attainment to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Attainment? other) =>
        other is not null && Actual == other.Actual && Quota == other.Quota && QuotaToDate == other.QuotaToDate && Elapsed == other.Elapsed;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Attainment);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Actual.GetHashCode(), Quota.GetHashCode(), QuotaToDate.GetHashCode(), Elapsed?.GetHashCode() ?? 0);

    /// <summary>Actual, quota and attainment: <c>revenue, without tax: CNY 540000.00 of CNY 1200000.00 = 45%</c>.</summary>
    /// <returns>The text, the same in every culture; <c>?</c> for what is not known and <c>none</c> for no quota or attainment.</returns>
    public override string ToString() =>
        ((Actual ?? Quota ?? QuotaToDate) is { } any ? any.Measure + ": " : "")
        + (Actual is { } actual ? actual.Value.ToString() : "?") + " of " + FigureOf(Quota) + " = "
        + Explanation.Shown(Figure.OrAbsent(Rate));

    internal Attainment WithQuotaToDate(Measured quotaToDate, Func<Explanation> explain) =>
        new(Actual, Quota, quotaToDate, Elapsed, _facts, _parts, origin: new QuotaOrigin(_origin?.Whole, explain));

    /// <summary>What is measured, where anything is stated; the known part of an actual that is not known too.</summary>
    internal IEnumerable<Measured?> Values => [_facts?.Known ?? Actual, Quota, QuotaToDate];

    /// <summary>
    /// Of all who have a quota, or null. One of zero gives no attainment of its own, and its sales are in the whole all the same.
    /// </summary>
    internal static Attainment? PooledOfQuotas(IEnumerable<Attainment> attainments)
    {
        Attainment[] parts = [.. attainments.Where(each => each.Quota is not null)];
        return parts.Length == 0 ? null : Pooled(parts);
    }

    /// <summary>By facts; a quota of which is known how it came about explains it.</summary>
    internal static Attainment Of(ActualSum actual, Measured? quota, QuotaOrigin? origin, string parameterName)
    {
        MeasuredArgument.MustGoTogether(actual.Known, quota, parameterName);
        return new Attainment(actual.Value, quota, facts: actual, origin: origin);
    }

    internal static Attainment Of(Measured? actual, ActualSum? facts, PhasedQuota quota, ElapsedTime elapsed)
    {
        Guard.Against.Null(quota);
        Guard.Against.Null(elapsed);
        MeasuredArgument.MustGoTogether(facts?.Known ?? actual, quota.Total, nameof(quota));
        return elapsed.Span == quota.Phasing.Periods.Span
            ? new Attainment(
                actual, quota.Total, quota.QuotaToDate(elapsed.AsOf), elapsed, facts,
                origin: new QuotaOrigin(toDate: () => quota.Explain(elapsed.AsOf)))
            : throw Guards.Invalid(
                nameof(elapsed), elapsed.ToString(), "must be of the period of the quota, " + quota.Phasing.Periods.Span);
    }

    private static Figure FigureOf(Measured? value) => value is { } given ? given.Value : Figure.Absent;

    private static Measured? Sum(Attainment[] parts, Func<Attainment, Measured?> value)
    {
        var sum = value(parts[0]);
        for (var i = 1; i < parts.Length && sum is not null; i++)
            sum = value(parts[i]) is { } next ? sum.Value + next : null;

        return sum;
    }

    private static Steps Rule(Measured? actual, Measured? quota, Measured? quotaToDate, ElapsedTime? elapsed)
    {
        var rate = RateOf(actual, quota);
        var ahead = rate is { } attained && elapsed?.Share is { } share ? attained - share : (Percentage?)null;
        return new Steps(rate, RateOf(actual, quotaToDate), ahead, actual - quota, actual - quotaToDate);
    }

    private static Percentage? RateOf(Measured? actual, Measured? quota) =>
        actual is { } achieved && quota is { } whole ? PositiveRatio.Of(achieved, whole) : null;

    private static IEnumerable<Reason> ReasonsOf(Measured? quota, string suffix)
    {
        if (quota is not { Amount: <= 0m } given)
            yield break;

        yield return given.IsZero ? new Reason("attainment.zero-quota" + suffix)
            : new Reason("attainment.negative-quota" + suffix, ("quota", given.Value));
    }

    private IEnumerable<Reason> AllReasons()
    {
        if (Actual is null)
            yield return _facts is null ? new Reason("attainment.unknown-actual") : _facts.UnknownReason("attainment.unknown-actual");
        if (Quota is null)
            yield return new Reason("attainment.no-quota");
        foreach (var reason in ReasonsOf(Quota, "").Concat(ReasonsOf(QuotaToDate, "-to-date")))
            yield return reason;
        if (Elapsed is { Share: null })
            yield return new Reason("attainment.no-days", ("on", Elapsed.AsOf));
    }

    private readonly struct Steps(Percentage? rate, Percentage? rateToDate, Percentage? ahead, Measured? gap, Measured? gapToDate)
    {
        internal Percentage? Rate { get; } = rate;

        internal Percentage? RateToDate { get; } = rateToDate;

        internal Percentage? Ahead { get; } = ahead;

        internal Measured? Gap { get; } = gap;

        internal Measured? GapToDate { get; } = gapToDate;
    }
}
