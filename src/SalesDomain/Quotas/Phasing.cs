using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>How a quota lies in time (目标分解到月): periods with weights, and how the days within a period count.</summary>
/// <remarks>
/// <para>
/// Weights are percentages that total exactly 100 (<see cref="OfPercentages(PlanPeriods, Percentage[])"/>) or plain numbers whose sum is
/// the whole (<see cref="ByWeights(PlanPeriods, decimal[])"/>), zero or more, one for each period. A missing one is refused: it is not 0.
/// </para>
/// <para>
/// <see cref="Split"/> rounds running totals and takes their differences (cumulated rounding): through period k it is
/// total × weights 1 to k ÷ all weights, rounded once. So the parts sum to the total, and no running total is further from the exact one
/// than one rounding. Rounded parts are never added up.
/// </para>
/// <para>
/// Within a period the days count alike, or the working days where a calendar is given: <see cref="ByWorkingDays"/>,
/// <see cref="InWorkingDays"/>. Immutable. Equality is by periods, weights as stated, and calendar.
/// </para>
/// </remarks>
public sealed partial class Phasing : IEquatable<Phasing>
{
    private readonly decimal[] _weights;
    private readonly CumulatedRounding _cumulated;

    // Days, or working days, of each period.
    private readonly int[] _lengths;

    private Phasing(PlanPeriods periods, decimal[] weights, WorkCalendar? calendar, string parameterName, string ofCalendar = "calendar")
    {
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] < 0m)
            {
                throw Guards.OutOfRange(
                    parameterName, InvariantText.Number(weights[i]), "must be at least 0 and is not for " + periods[i]);
            }
        }

        if (weights.Length != periods.Count)
        {
            throw Guards.Invalid(
                parameterName, InvariantText.Number(weights.Length) + " for " + InvariantText.Number(periods.Count) + " periods",
                "must be one for each period; a missing one is not 0");
        }

        if (Array.TrueForAll(weights, weight => weight == 0m))
            throw Guards.Invalid(parameterName, InvariantText.Number(weights.Length) + " weights of 0", "must not all be 0");

        Periods = periods;
        WorkCalendar = calendar;
        _weights = weights;
        _cumulated = new CumulatedRounding(weights);
        _lengths = [.. periods.Spans.Select(span => calendar is null ? span.Days!.Value : LengthIn(calendar, span, ofCalendar))];
        for (var i = 0; i < weights.Length; i++)
        {
            if (_lengths[i] == 0 && weights[i] != 0m)
                throw Guards.Invalid(ofCalendar, periods[i].ToString(), "must have a working day in every period that has a weight");
        }
    }

    /// <summary>The periods.</summary>
    public PlanPeriods Periods { get; }

    /// <summary>The weights as they were stated, one a period; percentages as the number before the sign: 8.34 for 8.34 %.</summary>
    public IReadOnlyList<decimal> Weights => Array.AsReadOnly(_weights);

    /// <summary>The sum of the weights: 100 for percentages.</summary>
    public decimal TotalWeight => _cumulated.TotalWeight;

    /// <summary>The share of each period, to 28 digits; for display, since they need not total exactly 100 %.</summary>
    public IReadOnlyList<Percentage> Shares =>
        new ComputedList<Percentage>(_weights.Length, index => Percentage.Ratio(_weights[index], TotalWeight)!.Value);

    /// <summary>The calendar by whose working days a period is phased within, or null when all its days count alike.</summary>
    public WorkCalendar? WorkCalendar { get; }

    internal CumulatedRounding Cumulated => _cumulated;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A phasing.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Phasing? left, Phasing? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A phasing.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Phasing? left, Phasing? right) => !(left == right);

    /// <summary>Phases a quota by cumulated rounding.</summary>
    /// <param name="total">The quota for all periods, of any measure and sign.</param>
    /// <param name="rounding">
    /// How each running total is rounded: <see cref="Rounding.Commercial"/> for money to the cent, <c>Rounding.ToStep(1000m, …)</c> for
    /// plan figures in thousands, <c>Rounding.ToDigits(0, …)</c> for whole pieces or customers.
    /// </param>
    /// <returns>The quota in its periods.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The total is no multiple of the unit: 12,345,678 in thousands leaves 678 that no period can have. Or the rounding is to a price
    /// ending. Or <paramref name="total"/> is the default value, which measures nothing.
    /// </exception>
    /// <exception cref="InvalidOperationException"><paramref name="rounding"/> is to a minor unit and the total has none.</exception>
    /// <exception cref="OverflowException">A running total needs more digits than a decimal holds.</exception>
    public PhasedQuota Split(Measured total, Rounding rounding)
    {
        Guard.Against.Null(rounding);
        return PhasedQuota.Of(this, total, rounding);
    }

    /// <summary>Phases many quotas alike, as <see cref="Split"/> phases one: those of all people of a plan.</summary>
    /// <param name="totals">The quotas.</param>
    /// <param name="rounding">How each running total is rounded.</param>
    /// <returns>The quotas in their periods, in the order given.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="totals"/> or <paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A total is no multiple of the unit or is the default value, or the rounding is to a price ending.
    /// </exception>
    /// <exception cref="InvalidOperationException"><paramref name="rounding"/> is to a minor unit and a total has none.</exception>
    /// <exception cref="OverflowException">A running total needs more digits than a decimal holds.</exception>
    public IReadOnlyList<PhasedQuota> SplitEach(IEnumerable<Measured> totals, Rounding rounding)
    {
        Guard.Against.Null(totals);
        Guard.Against.Null(rounding);
        return Array.AsReadOnly([.. totals.Select(total =>
            PhasedQuota.Of(this, MeasuredArgument.Given(total, nameof(totals)), rounding))]);
    }

    /// <summary>The share of the whole that is phased to the end of a day, without a rounding: 35 % of the quarter by 15 April.</summary>
    /// <param name="date">The last day that counts.</param>
    /// <returns>0 % before the first period, 100 % from the last day on, to 28 digits between.</returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    /// <exception cref="OverflowException">Weights × days need more digits than a decimal holds.</exception>
    public Percentage ShareToDate(LocalDate date)
    {
        var place = PlaceOf(date);
        if (place.IsOutside)
            return place.IsAfter ? Percentage.OneHundred : Percentage.Zero;
        if (place.IsWhole)
            return Percentage.FromFraction(_cumulated.WeightThrough(place.Index) / TotalWeight);

        var weightDays = (_cumulated.WeightThrough(place.Index - 1) * place.Length) + (_weights[place.Index] * place.Elapsed);
        return Percentage.FromFraction(weightDays / (TotalWeight * place.Length));
    }

    /// <summary>The same phasing, with a period phased within by working days instead of all days.</summary>
    /// <param name="calendar">The calendar; every period that has a weight needs a working day, and all its days must be known.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentException">A period that has a weight has no working day.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A period is not within the validity of the calendar.</exception>
    public Phasing InWorkingDays(WorkCalendar calendar) => new(Periods, _weights, Guard.Against.Null(calendar), nameof(calendar));

    /// <summary>The same phasing, with all days of a period counting alike.</summary>
    /// <returns>The changed copy.</returns>
    public Phasing InDays() => new(Periods, _weights, null, "weights");

    /// <summary>Whether the other has the same periods, weights and calendar.</summary>
    /// <param name="other">The phasing to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Phasing? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Periods == other.Periods && _weights.SequenceEqual(other._weights) && WorkCalendar == other.WorkCalendar);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Phasing);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _weights.Aggregate(Periods.GetHashCode(), (hash, weight) => Hash.Combine(hash, Hash.Of(weight)));

    /// <summary>Weights and periods: <c>20 in 2026-01-01/2026-03-31, 80 in 2026-04-01/2026-12-31, by working days</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        string.Join(", ", _weights.Select((weight, i) => InvariantText.Number(weight) + " in " + Periods[i]))
        + (WorkCalendar is null ? "" : ", by working days");

    /// <summary>The days of a period, or its working days.</summary>
    internal int LengthOf(int index) => _lengths[index];

    /// <summary>Where a day lies.</summary>
    internal PlaceInPeriods PlaceOf(LocalDate date)
    {
        if (!Periods.TryIndexOf(date, out var index))
            return PlaceInPeriods.Outside(isAfter: date > Periods.Span.End);

        var span = Periods.At(index);
        var elapsed = WorkCalendar is null ? span.ElapsedDays(date)!.Value : WorkCalendar.ElapsedWorkingDays(span, date);
        return new PlaceInPeriods(index, elapsed, _lengths[index], isLastDay: date == span.End);
    }

    private static int LengthIn(WorkCalendar calendar, DateSpan span, string parameterName) =>
        calendar.Validity.Contains(span) ? calendar.WorkingDays(span)
            : throw Guards.OutOfRange(
                parameterName, span.ToString(), "must know every day of the periods; its validity is " + calendar.Validity);
}
