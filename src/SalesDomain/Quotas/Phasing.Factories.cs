using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

public sealed partial class Phasing
{
    private const int DaysOfWeek = 7;

    /// <summary>By percentages that total exactly 100 %: 20, 23, 25 and 32 % a quarter.</summary>
    /// <param name="periods">The periods.</param>
    /// <param name="percentages">One a period, in order, zero or more.</param>
    /// <returns>The phasing; within a period all days count alike.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is not one for each period, or they do not total 100 %.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A percentage is negative.</exception>
    public static Phasing OfPercentages(PlanPeriods periods, params Percentage[] percentages) =>
        OfPercentages(periods, (IEnumerable<Percentage>)percentages);

    /// <inheritdoc cref="OfPercentages(PlanPeriods, Percentage[])"/>
    public static Phasing OfPercentages(PlanPeriods periods, IEnumerable<Percentage> percentages)
    {
        Guard.Against.Null(periods);
        Guard.Against.Null(percentages);
        var phasing = new Phasing(periods, [.. percentages.Select(percentage => percentage.Percent)], null, nameof(percentages));
        return phasing.TotalWeight == 100m ? phasing
            : throw Guards.Invalid(nameof(percentages), InvariantText.Number(phasing.TotalWeight) + "%", "must total 100%");
    }

    /// <summary>
    /// By plain numbers whose sum is the whole: 1, 1, 2; last year's sales by month; the working days that somebody counted.
    /// </summary>
    /// <param name="periods">The periods.</param>
    /// <param name="weights">One a period, in order, zero or more and not all zero; only their ratio counts.</param>
    /// <returns>The phasing; within a period all days count alike.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is not one for each period, or all are zero.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative.</exception>
    /// <exception cref="OverflowException">Their sum needs more digits than a decimal holds.</exception>
    public static Phasing ByWeights(PlanPeriods periods, params decimal[] weights) => ByWeights(periods, (IEnumerable<decimal>)weights);

    /// <inheritdoc cref="ByWeights(PlanPeriods, decimal[])"/>
    public static Phasing ByWeights(PlanPeriods periods, IEnumerable<decimal> weights)
    {
        Guard.Against.Null(periods);
        Guard.Against.Null(weights);
        return new Phasing(periods, [.. weights], null, nameof(weights));
    }

    /// <summary>Alike for every period, whatever its length: a twelfth a month.</summary>
    /// <param name="periods">The periods.</param>
    /// <returns>The phasing; within a period all days count alike.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="periods"/> is null.</exception>
    public static Phasing Even(PlanPeriods periods)
    {
        Guard.Against.Null(periods);
        return new Phasing(periods, [.. Enumerable.Repeat(1m, periods.Count)], null, nameof(periods));
    }

    /// <summary>In proportion to days: 31 for January, 28 or 29 for February.</summary>
    /// <param name="periods">The periods.</param>
    /// <returns>The phasing; within a period all days count alike.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="periods"/> is null.</exception>
    public static Phasing ByDays(PlanPeriods periods)
    {
        Guard.Against.Null(periods);
        return new Phasing(periods, [.. periods.Spans.Select(span => (decimal)span.Days!.Value)], null, nameof(periods));
    }

    /// <summary>In proportion to whole weeks: 4, 4, 5, and 6 for the month that the 53rd week joins.</summary>
    /// <param name="periods">The periods, each of whole weeks.</param>
    /// <returns>The phasing; within a period all days count alike.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="periods"/> is null.</exception>
    /// <exception cref="ArgumentException">A period is not of whole weeks, as no calendar month but a February of 28 days is.</exception>
    public static Phasing ByWeeks(PlanPeriods periods)
    {
        Guard.Against.Null(periods);
        if (periods.Spans.FirstOrDefault(span => span.Days % DaysOfWeek != 0) is { Start: not null } other)
            throw Guards.Invalid(nameof(periods), other.ToString(), "must be of whole weeks");

        return new Phasing(periods, [.. periods.Spans.Select(span => (decimal)(span.Days!.Value / DaysOfWeek))], null, nameof(periods));
    }

    /// <summary>
    /// In proportion to working days, also within a period: 22 for September 2021, and 100,000 is 4,545.45 on its first day.
    /// </summary>
    /// <param name="periods">The periods.</param>
    /// <param name="calendar">The calendar; a period without a working day has no part.</param>
    /// <returns>The phasing; within a period the working days count alike and the others not.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no working day in all of the periods.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A period is not within the validity of the calendar.</exception>
    public static Phasing ByWorkingDays(PlanPeriods periods, WorkCalendar calendar)
    {
        Guard.Against.Null(periods);
        Guard.Against.Null(calendar);
        return new Phasing(
            periods, [.. periods.Spans.Select(span => (decimal)LengthIn(calendar, span, nameof(calendar)))], calendar, nameof(calendar));
    }

    /// <summary>
    /// The same shares as percentages in a unit, which total exactly 100 %: twelve even months are 8.34 four times and 8.33 eight times.
    /// </summary>
    /// <param name="apportionment">
    /// The unit in points and who wins ties: <c>Apportionment.InUnitsOf(0.01m)</c> for hundredths of a per cent. The method is that of the
    /// largest remainder.
    /// </param>
    /// <returns>The phasing by those percentages: what is published is what is computed with.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="apportionment"/> is null.</exception>
    /// <exception cref="ArgumentException">100 is no multiple of the unit, and no part takes the rest.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The part that takes the rest does not exist.</exception>
    /// <exception cref="InvalidOperationException">The apportionment is in minor units of a currency.</exception>
    public Phasing ToPercentages(Apportionment apportionment)
    {
        Guard.Against.Null(apportionment);
        return new Phasing(Periods, apportionment.Split(100m, _weights), WorkCalendar, nameof(apportionment));
    }

    /// <summary>
    /// This phasing with each period divided by a finer one: quarters by percentages, and the months of each quarter by working days.
    /// </summary>
    /// <param name="finer">
    /// Finer periods of the same span, say months, no one across a bound of this phasing's periods. Their weights are taken within each
    /// period of this phasing alone, so that its shares stay what they are.
    /// </param>
    /// <returns>The phasing over the finer periods, phased within as <paramref name="finer"/> is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="finer"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The span is another; a finer period crosses a bound; or a period has a weight and its finer ones have none.
    /// </exception>
    /// <exception cref="OverflowException">The weights multiplied need more digits than a decimal holds.</exception>
    public Phasing Within(Phasing finer)
    {
        Guard.Against.Null(finer);
        if (finer.Periods.Span != Periods.Span)
            throw Guards.Invalid(nameof(finer), finer.Periods.Span.ToString(), "must be over the span " + Periods.Span);

        return new Phasing(finer.Periods, NestedWeights.Of(this, finer, nameof(finer)), finer.WorkCalendar, nameof(finer), nameof(finer));
    }

    /// <summary>
    /// This phasing over other periods, cut by day: the weeks of a year that is phased by months, where a week across the end of a month
    /// takes of both months what its days are of theirs (月度目标分到周).
    /// </summary>
    /// <param name="periods">Periods of the same span, finer or coarser, which may cross the bounds of this phasing's periods.</param>
    /// <returns>
    /// The phasing over those periods. A weight is Σ weight of a period × days in common ÷ days of the period, all days or working days as
    /// this phasing counts them, brought to whole numbers; so the share to the end of each of the periods is what it is here.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="periods"/> is null.</exception>
    /// <exception cref="ArgumentException">The span is another.</exception>
    /// <exception cref="OverflowException">
    /// The whole numbers need more digits than a decimal holds, as they do of many periods of odd lengths.
    /// </exception>
    public Phasing SpreadByDay(PlanPeriods periods)
    {
        Guard.Against.Null(periods);
        if (periods.Span != Periods.Span)
            throw Guards.Invalid(nameof(periods), periods.Span.ToString(), "must be over the span " + Periods.Span);

        return new Phasing(periods, SpreadWeights.Of(this, periods), WorkCalendar, nameof(periods), nameof(periods));
    }
}
