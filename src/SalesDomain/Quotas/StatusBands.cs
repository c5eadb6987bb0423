using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// Named statuses over a figure that is watched: green from 0 points, amber from −5, red below; with a margin and a number of
/// observations that keep a status from changing to and fro.
/// </summary>
/// <remarks>
/// <para>
/// The schedule states to which side each bound belongs, and covers every number. A status worsens at its bound, at once. It improves
/// only to a band that the value has entered by the margin, and only after each of the last so many observations has: where green begins
/// at 0 and the margin is 1, red or amber turns green at 1 and stays green down to 0. With a margin of zero and one observation the
/// status is the band of the value.
/// </para>
/// <para>
/// In ranks from the worst status up: rank = min(rank of the value, max(rank before, least rank of the last n values less the margin));
/// with fewer than n observations, min(rank of the value, rank before). Equality is by schedule, direction, margin and observations.
/// </para>
/// </remarks>
public sealed class StatusBands : IEquatable<StatusBands>
{
    private readonly string[] _worstFirst;

    private StatusBands(StepSchedule<decimal, string> schedule, bool isHigherBetter, decimal margin, int observations)
    {
        Schedule = schedule;
        IsHigherBetter = isHigherBetter;
        Margin = margin;
        Observations = observations;
        _worstFirst = [.. isHigherBetter ? schedule.Values : schedule.Values.Reverse()];
        Statuses = Array.AsReadOnly([.. Enumerable.Reverse(_worstFirst)]);
        Ranks = RanksOf(schedule, isHigherBetter);
        Names = StepSchedule.From([.. _worstFirst.Select((status, rank) => ((decimal)rank, status))]);
    }

    /// <summary>
    /// Green from 0, amber from −5, red below: for a gap to elapsed time in percentage points (进度差), where behind is negative. No margin.
    /// </summary>
    public static StatusBands GreenAmberRed { get; } =
        HigherIsBetter(StepSchedule.From((-5m, "amber"), (0m, "green")).ThenBelow("red"));

    /// <summary>The bands, with the side of each bound.</summary>
    public StepSchedule<decimal, string> Schedule { get; }

    /// <summary>True where the highest band is the best: attainment; false where the lowest is: days overdue, expense ratio.</summary>
    public bool IsHigherBetter { get; }

    /// <summary>How far inside a better band a value must be for the status to improve.</summary>
    public decimal Margin { get; }

    /// <summary>After how many observations in a row the status improves.</summary>
    public int Observations { get; }

    /// <summary>The statuses from the best to the worst.</summary>
    public IReadOnlyList<string> Statuses { get; }

    /// <summary>The ranks of the bands, 0 for the worst.</summary>
    internal StepSchedule<decimal, int> Ranks { get; }

    /// <summary>The statuses by rank.</summary>
    internal StepSchedule<decimal, string> Names { get; }

    /// <summary>Bands of which the highest is the best.</summary>
    /// <param name="schedule">The bands; a name for every number, and each name once.</param>
    /// <returns>The bands, without margin.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="schedule"/> is null.</exception>
    /// <exception cref="ArgumentException">Some numbers lie in no band, or a name is blank or comes twice.</exception>
    public static StatusBands HigherIsBetter(StepSchedule<decimal, string> schedule) => new(Checked(schedule), isHigherBetter: true, 0m, 1);

    /// <summary>Bands of which the lowest is the best.</summary>
    /// <param name="schedule">The bands; a name for every number, and each name once.</param>
    /// <returns>The bands, without margin.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="schedule"/> is null.</exception>
    /// <exception cref="ArgumentException">Some numbers lie in no band, or a name is blank or comes twice.</exception>
    public static StatusBands LowerIsBetter(StepSchedule<decimal, string> schedule) => new(Checked(schedule), isHigherBetter: false, 0m, 1);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Bands.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(StatusBands? left, StatusBands? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Bands.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(StatusBands? left, StatusBands? right) => !(left == right);

    /// <summary>The same bands with another margin.</summary>
    /// <param name="margin">How far inside a better band a value must be for the status to improve, in the unit of the figure, zero or
    /// more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="margin"/> is negative.</exception>
    public StatusBands WithMargin(decimal margin) => new(Schedule, IsHigherBetter, Guard.Against.Below(0m, margin), Observations);

    /// <summary>The same bands with another number of observations.</summary>
    /// <param name="observations">After how many observations in a row the status improves, one or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="observations"/> is less than one.</exception>
    public StatusBands WithObservations(int observations) =>
        new(Schedule, IsHigherBetter, Margin, Guard.Against.OutsideRange(1, int.MaxValue, observations));

    /// <summary>The band a value lies in, whatever was before.</summary>
    /// <param name="value">The figure that is watched.</param>
    /// <returns>The name of the band.</returns>
    public string At(decimal value) => Schedule.At(value);

    /// <summary>Whether a status is worse than another.</summary>
    /// <param name="status">A status of these bands.</param>
    /// <param name="other">Another.</param>
    /// <returns>True when it is worse; false when it is better or the same.</returns>
    /// <exception cref="ArgumentNullException">A status is null.</exception>
    /// <exception cref="ArgumentException">A status is none of these bands.</exception>
    public bool IsWorse(string status, string other)
    {
        Guard.Against.Null(status);
        Guard.Against.Null(other);
        return RankOf(status, nameof(status)) < RankOf(other, nameof(other));
    }

    /// <summary>The first observation of a series: its status is the band of the value.</summary>
    /// <param name="on">The day.</param>
    /// <param name="value">The figure that is watched.</param>
    /// <returns>The observation, to be continued by <see cref="StatusObservation.Then"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    /// <exception cref="OverflowException"><paramref name="value"/> is so large that the margin cannot be taken from it.</exception>
    public StatusObservation Observe(LocalDate on, decimal value) => new(this, Guard.Against.OtherCalendar(on), value);

    /// <summary>The statuses of a series in time.</summary>
    /// <param name="values">Days, each after the one before, and the figure watched on each; possibly none.</param>
    /// <returns>An observation a day, in the same order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar, or does not come after the one before.</exception>
    /// <exception cref="OverflowException">A value is so large that the margin cannot be taken from it.</exception>
    public IReadOnlyList<StatusObservation> Follow(IEnumerable<(LocalDate On, decimal Value)> values)
    {
        Guard.Against.Null(values);
        var series = new List<StatusObservation>(values is ICollection<(LocalDate On, decimal Value)> known ? known.Count : 0);
        StatusObservation? before = null;
        foreach (var (on, value) in values)
        {
            Guard.Against.OtherCalendar(on, nameof(values));
            before = before is null ? new StatusObservation(this, on, value)
                : new StatusObservation(before.MustBeBefore(on, nameof(values)), on, value);
            series.Add(before);
        }

        return series.AsReadOnly();
    }

    /// <summary>Whether the other has the same schedule, direction, margin and number of observations.</summary>
    /// <param name="other">The bands to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(StatusBands? other) =>
        ReferenceEquals(this, other)
        || (other is not null && IsHigherBetter == other.IsHigherBetter && Margin == other.Margin && Observations == other.Observations
            && Schedule == other.Schedule);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StatusBands);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Schedule.GetHashCode(), Hash.Of(Margin), Observations);

    /// <summary>The bands in words: <c>below: red, from -5: amber, from 0: green; higher is better, margin 1, 2 observations</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Schedule + (IsHigherBetter ? "; higher is better, margin " : "; lower is better, margin ") + InvariantText.Number(Margin) + ", "
        + InvariantText.Number(Observations) + (Observations == 1 ? " observation" : " observations");

    internal string NameOf(int rank) => _worstFirst[rank];

    /// <summary>What has to be in a band for the status to improve to it.</summary>
    internal decimal LessMargin(decimal value) => IsHigherBetter ? value - Margin : value + Margin;

    internal int RankOf(string status, string parameterName)
    {
        var rank = Array.IndexOf(_worstFirst, status);
        return rank >= 0 ? rank
            : throw Guards.Invalid(parameterName, "'" + status + "'", "must be one of " + string.Join(", ", _worstFirst));
    }

    private static StepSchedule<decimal, string> Checked(StepSchedule<decimal, string> schedule)
    {
        Guard.Against.Null(schedule);
        if (!schedule.IsOpenBelow || !schedule.IsOpenAbove)
            throw Guards.Invalid(nameof(schedule), schedule.ToString(), "must have a band for every number, by ThenBelow or ThenAbove");

        Guard.Against.NameTwice(schedule.Values.Select(name => Identifier.Checked(name, nameof(schedule))), nameof(schedule));
        return schedule;
    }

    private static StepSchedule<decimal, int> RanksOf(StepSchedule<decimal, string> schedule, bool isHigherBetter)
    {
        var last = schedule.Values.Count - 1;
        int Rank(int band) => isHigherBetter ? band : last - band;
        return schedule.Side == StepSide.From
            ? StepSchedule.From([.. schedule.Bounds.Select((bound, i) => (bound, Rank(i + 1)))]).ThenBelow(Rank(0))
            : StepSchedule.UpTo([.. schedule.Bounds.Select((bound, i) => (bound, Rank(i)))]).ThenAbove(Rank(last));
    }
}
