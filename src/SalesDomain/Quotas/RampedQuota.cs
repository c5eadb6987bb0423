using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using SalesDomain.Organization;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>
/// A new hire's quota: the full one of each period × the share that the ramp asks of him in it, and what the ramp takes off.
/// </summary>
/// <remarks>
/// <para>
/// Where the share changes within a period, its days (working days, where the phasing counts them) weigh: the share is Σ share × days ÷
/// days of the period. Days before the start have a share of 0 %.
/// </para>
/// <para>
/// The exact amount of a period is full quota × Σ share × days ÷ days. What is rounded is the running total, as in all phasing: of 50,000 a
/// month three months of 25 % in thousands are 13, 12 and 13, not three times 13. A period whose exact amount needs no rounding has it: the
/// full quota at 100 %, nothing at 0 %.
/// </para>
/// <para>
/// A share of 0 % gives a quota of 0, and of a quota of 0 there is no attainment: <see cref="Measured.Ratio"/> is null, neither 0 % nor 100
/// %.
/// </para>
/// <para>Immutable. Equality is by full quota, ramp, start, rounding and who bears the relief.</para>
/// </remarks>
public sealed class RampedQuota : IEquatable<RampedQuota>
{
    private readonly RampSteps _steps;
    private readonly RampedPart[] _parts;

    private RampedQuota(PhasedQuota full, Ramp ramp, LocalDate start, Rounding rounding, ReliefBearer bearer)
    {
        Full = full;
        Ramp = ramp;
        Start = start;
        Rounding = rounding;
        Bearer = bearer;
        var shares = ramp.SharesFrom(start);
        var spans = full.Phasing.Periods.Spans;
        var parts = full.Parts;
        int[] days = [.. spans.Select((_, i) => full.Phasing.LengthOf(i))];
        _steps = new RampSteps(
            [.. parts], [.. spans.Select(span => SharesIn(shares, span, full.Phasing.WorkCalendar))], days, rounding);
        _parts = [.. spans.Select((span, i) => new RampedPart(span, parts[i], days[i], _steps, i))];
        Total = _parts.Aggregate(full.Total.With(0m), (sum, part) => sum + part.Amount);
        Relief = full.Total - Total;
    }

    /// <summary>The full quota in its periods.</summary>
    public PhasedQuota Full { get; }

    /// <summary>The ramp.</summary>
    public Ramp Ramp { get; }

    /// <summary>The day of joining.</summary>
    public LocalDate Start { get; }

    /// <summary>How running totals are rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>Who bears what the ramp takes off.</summary>
    public ReliefBearer Bearer { get; }

    /// <summary>The periods, each with its full and its ramped quota.</summary>
    public IReadOnlyList<RampedPart> Parts => Array.AsReadOnly(_parts);

    /// <summary>The ramped quota for all periods.</summary>
    public Measured Total { get; }

    /// <summary>What the ramp takes off: full quota − ramped quota.</summary>
    /// <remarks>
    /// Days before the start have a share of 0 %, and count as relief too, unless the quota was prorated to the start first
    /// (<see cref="ProratedQuota.ToPhasedQuota"/>). Of 1,200,000 in even months and a start on 16 March 248,387.10 are for the time before,
    /// whatever the ramp: at 100 % from the first month on the relief is that, and of the prorated 951,612.90 it is 0.
    /// </remarks>
    public Measured Relief { get; }

    /// <summary>
    /// What the plan of the manager carries for this person: the full quota where he bears the relief, the ramped one otherwise.
    /// </summary>
    public Measured InManagersPlan => Bearer == ReliefBearer.Manager ? Full.Total : Total;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A quota.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(RampedQuota? left, RampedQuota? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A quota.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(RampedQuota? left, RampedQuota? right) => !(left == right);

    /// <summary>Applies a ramp to a quota.</summary>
    /// <param name="full">
    /// The full quota in its periods. Somebody who starts within it is given his prorated one first:
    /// <see cref="ProratedQuota.ToPhasedQuota"/>.
    /// </param>
    /// <param name="ramp">The share of the full quota by month since the start.</param>
    /// <param name="start">The day of joining; it may be long before the periods.</param>
    /// <param name="rounding">How running totals are rounded.</param>
    /// <param name="bearer">Whether the manager's plan still carries what the ramp takes off.</param>
    /// <returns>The ramped quota.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="full"/>, <paramref name="ramp"/> or <paramref name="rounding"/> is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="start"/> is not of the ISO calendar, or <paramref name="rounding"/> is to a price ending.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bearer"/> is not a value of its type.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="rounding"/> is to a minor unit and the quota has none.</exception>
    /// <exception cref="OverflowException">An amount × shares × days does not fit in a decimal.</exception>
    public static RampedQuota Of(PhasedQuota full, Ramp ramp, LocalDate start, Rounding rounding, ReliefBearer bearer)
    {
        Guard.Against.Null(full);
        Guard.Against.Null(ramp);
        Guard.Against.OtherCalendar(start);
        Guard.Against.Null(rounding);
        return new RampedQuota(full, ramp, start, rounding, Guard.Against.Undefined(bearer));
    }

    /// <summary>The ramped quota in its periods, for amounts to date and pace.</summary>
    /// <returns>The quota, whose parts are these, phased within a period as the full one; null where all of it is zero.</returns>
    /// <exception cref="InvalidOperationException">Some parts are positive and some negative; there are no weights for that.</exception>
    public PhasedQuota? ToPhasedQuota() =>
        WeightedParts.Phase(
            [.. _parts.Select(part => part.Period)], [.. _parts.Select(part => part.Amount)], Full.Phasing.WorkCalendar, Rounding);

    /// <summary>How the relief came about: the full quota less the ramped part of each period.</summary>
    /// <returns>The explanation, whose figure is <see cref="Relief"/>.</returns>
    public Explanation Explain() =>
        Node(
            "relief by the ramp", Relief.Value, Operation.Difference, Fact("full quota", Full.Total.Value),
            Node("ramped quota", Total.Value, Operation.Sum, _steps.ExplainAll(Full.Phasing.Periods.Spans)));

    /// <summary>Whether the other is of the same full quota, ramp, start, rounding and bearer.</summary>
    /// <param name="other">The quota to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(RampedQuota? other) =>
        other is not null && Full == other.Full && Ramp == other.Ramp && Start == other.Start && Rounding == other.Rounding
        && Bearer == other.Bearer;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RampedQuota);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Full.GetHashCode(), Ramp.GetHashCode(), Start.GetHashCode(), (int)Bearer);

    /// <summary>Total and relief: <c>CNY 900000.00 of CNY 1200000.00 from 2026-03-01, relief CNY 300000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Total.Value + " of " + Full.Total.Value + " from " + InvariantText.Date(Start) + ", relief " + Relief.Value;

    private static (Percentage Share, int Days)[] SharesIn(Timeline<Percentage> shares, DateSpan period, WorkCalendar? calendar) =>
        [.. shares.Slices(period).Select(slice => (
            slice.HasValue ? slice.Value : Percentage.Zero,
            calendar is null ? slice.Span.Days!.Value : calendar.WorkingDays(slice.Span)))];
}
