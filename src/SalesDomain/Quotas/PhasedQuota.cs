using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>A quota in its periods: the part of each, the running totals, and what is phased to any day (进度目标).</summary>
/// <remarks>
/// <para>
/// The running total through period k is quota × weights 1 to k ÷ all weights, a quotient of 28 digits rounded once, and a part is the
/// difference of two running
/// totals: the parts sum to the quota, to the last digit. Made by <see cref="Phasing.Split"/>.
/// </para>
/// <para>
/// <see cref="Rephase"/> and <see cref="WithTotal"/> change the periods to come and leave what was published. Two quotas are added and
/// subtracted day by day. No change leaves parts of both signs, a period that asks less than nothing, unless the quota is declared to
/// allow it. Immutable. Equality is by phasing, total, rounding, allowance, and what was published before or added up.
/// </para>
/// </remarks>
public sealed partial class PhasedQuota : IEquatable<PhasedQuota>
{
    private readonly RunningTotals _running;

    // What came before a change of the periods to come: those before _publishedPeriods are as they were published.
    private readonly PhasedQuota? _published;
    private readonly int _publishedPeriods;
    private readonly CumulatedRounding _weights;

    // What is left for the periods to come, and its running totals; without a change, all of it.
    private readonly Measured _rest;
    private readonly decimal[] _ofRest;

    private PhasedQuota(
        Phasing phasing, Measured total, Rounding rounding, PhasedQuota? published, int kept, CumulatedRounding weights)
    {
        RequireMultiple(total, rounding);
        AllowsNegative = published?.AllowsNegative == true;
        Phasing = phasing;
        Total = total;
        Rounding = rounding;
        _published = published;
        _publishedPeriods = kept;
        _weights = weights;
        _rest = published is null ? total : total.With(total.Amount - published._running.Before(kept));
        _ofRest = new decimal[weights.Count];
        weights.Fill(_rest.Amount, rounding, total.Currency, _ofRest, 0);
        _running = published is null ? new RunningTotals(_ofRest) : published._running.Continued(kept, _ofRest);
    }

    /// <summary>
    /// The periods and their weights; of periods published before a change, the weights are those of the change and not used. Of a sum of
    /// quotas they are its parts, or, where those are of both signs or all 0, those of the first quota.
    /// </summary>
    public Phasing Phasing { get; }

    /// <summary>The quota for all periods.</summary>
    public Measured Total { get; }

    /// <summary>How running totals are rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>The part of each period; their sum is <see cref="Total"/>.</summary>
    public IReadOnlyList<Measured> Parts => new ComputedList<Measured>(_running.Count, index => Total.With(_running.Part(index)));

    /// <summary>The running total at the end of each period; the last is <see cref="Total"/>.</summary>
    public IReadOnlyList<Measured> Cumulative => new ComputedList<Measured>(_running.Count, index => Total.With(_running.Through(index)));

    /// <summary>How many periods are as they were published before the last change of those to come; 0 without a change.</summary>
    public int PublishedPeriods => _publishedPeriods;

    /// <summary>The quota before the last change of the periods to come, or null.</summary>
    public PhasedQuota? Published => _published;

    /// <summary>The part of one period.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no period at that place.</exception>
    public Measured this[int index] => Total.With(_running.Part(Guard.Against.OutsideRange(0, _running.Count - 1, index)));

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A quota.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PhasedQuota? left, PhasedQuota? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A quota.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PhasedQuota? left, PhasedQuota? right) => !(left == right);

    /// <summary>
    /// What of the quota is phased to the end of a day: the running total before the period + its part × days gone by ÷ its days (working
    /// days, where the phasing counts them).
    /// </summary>
    /// <param name="date">The last day that counts.</param>
    /// <returns>
    /// 0 before the first period, exactly the running total at the end of a period, and all of the quota from the last day on. Within a
    /// period it is a quotient of 28 digits: to be shown rounded, never to be rounded by day and added.
    /// </returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    public Measured QuotaToDate(LocalDate date)
    {
        if (_terms is { } terms)
            return terms.ToDate(date);

        var place = Phasing.PlaceOf(date);
        return place.IsOutside ? Total.With(place.IsAfter ? Total.Amount : 0m)
            : place.Index < _publishedPeriods ? _published!.QuotaToDate(date)
            : Total.With(_running.To(place).ToDate);
    }

    /// <summary>What of the quota is phased to the days of a span: to its last day, less to the day before its first.</summary>
    /// <param name="span">The span; an open end takes in all that is on its side.</param>
    /// <returns>The part; exact where both ends are ends of periods.</returns>
    public Measured Over(DateSpan span)
    {
        var through = span.End is { } end ? QuotaToDate(end) : Total;
        return span.Start is { } start && start > LocalDate.MinIsoValue ? through - QuotaToDate(start.PlusDays(-1)) : through;
    }

    /// <summary>New weights for the periods to come; what was published stays. The rest of the quota goes by the new weights.</summary>
    /// <param name="phasing">Over the same periods; the weights before <paramref name="from"/> are not looked at.</param>
    /// <param name="from">The first day of the first period that changes, not of the very first period.</param>
    /// <returns>The changed copy; the total is the same.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="phasing"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The periods are others; the day is not of the ISO calendar or begins no period but the first; or no period to come has a weight.
    /// </exception>
    /// <exception cref="OverflowException">A running total needs more digits than a decimal holds.</exception>
    public PhasedQuota Rephase(Phasing phasing, LocalDate from)
    {
        Guard.Against.Null(phasing);
        if (phasing.Periods != Phasing.Periods)
            throw Guards.Invalid(nameof(phasing), phasing.Periods.ToString(), "must be over the periods of this quota");

        return Changed(phasing, Total, from, nameof(phasing));
    }

    /// <summary>
    /// Another total from a period on; what was published stays, and the periods to come share the new rest by their weights.
    /// </summary>
    /// <param name="total">The new quota for all periods, of the same measure.</param>
    /// <param name="from">The first day of the first period that changes, not of the very first period.</param>
    /// <returns>
    /// The changed copy. A total of less than what was published leaves periods that ask less than nothing: 400 instead of 1,000 after two
    /// even quarters of 250 gives 250, 250, -50, -50. That is refused unless the quota is <see cref="AllowingNegative"/>.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// Measure, tax basis, unit or currency differ; the total is no multiple of the unit, or is less than what was published and that is
    /// not allowed; the day is not of the ISO calendar or begins no period but the first; no period to come has a weight; or
    /// <paramref name="total"/> is the default value.
    /// </exception>
    /// <exception cref="OverflowException">A running total needs more digits than a decimal holds.</exception>
    public PhasedQuota WithTotal(Measured total, LocalDate from)
    {
        Measured.RequireSame(Total, MeasuredArgument.Given(total), nameof(total));
        return Changed(Phasing, total, from, nameof(from));
    }

    /// <summary>Whether the other has the same phasing, total, rounding and published periods.</summary>
    /// <param name="other">The quota to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PhasedQuota? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Phasing == other.Phasing && Total == other.Total && Rounding == other.Rounding
            && AllowsNegative == other.AllowsNegative && _publishedPeriods == other._publishedPeriods
            && _published == other._published && Equals(_terms, other._terms));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PhasedQuota);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Phasing.GetHashCode(), Total.GetHashCode(), Rounding.GetHashCode(), _publishedPeriods);

    /// <summary>The quota and its parts: <c>revenue, without tax: CNY 100.00 in 2026-01-01/2026-03-31 CNY 20.00, …</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Total + " in " + string.Join(", ", Parts.Select((part, i) => Phasing.Periods[i] + " " + part.Value))
        + (AllowsNegative ? ", allowing negative" : "");

    internal static PhasedQuota Of(Phasing phasing, Measured total, Rounding rounding) =>
        new(phasing, total, rounding, null, 0, phasing.Cumulated);

    /// <summary>What every part is a multiple of.</summary>
    internal static decimal UnitOf(Rounding rounding, Currency? currency) =>
        rounding.UnitFor(currency)
        ?? throw Guards.Invalid(nameof(rounding), rounding.ToString(), "must be to a unit, of which every part is a multiple");

    /// <summary>Refuses an amount of which no part can have what is less than the unit.</summary>
    internal static void RequireMultiple(Measured total, Rounding rounding, string parameterName = "total")
    {
        MeasuredArgument.Given(total, parameterName);
        var unit = UnitOf(rounding, total.Currency);
        if (total.Amount % unit != 0m)
            throw Guards.Invalid(parameterName, total.ToString(), "must be a multiple of the unit " + InvariantText.Number(unit));
    }

    private PhasedQuota Changed(Phasing phasing, Measured total, LocalDate from, string parameterName)
    {
        var kept = Phasing.Periods.IndexOfStart(Guard.Against.OtherCalendar(from));
        if (kept <= 0)
            throw Guards.Invalid(nameof(from), InvariantText.Date(from), "must be the first day of a period after the first");

        decimal[] toCome = [.. phasing.Weights.Skip(kept)];
        return Array.Exists(toCome, weight => weight != 0m)
            ? new PhasedQuota(phasing, total, Rounding, this, kept, new CumulatedRounding(toCome)).OfOneSign(nameof(total))
            : throw Guards.Invalid(parameterName, InvariantText.Date(from), "must leave a period with a weight from that day on");
    }
}
