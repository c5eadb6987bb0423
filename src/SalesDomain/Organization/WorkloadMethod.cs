using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>
/// The size of a sales force by the work there is: accounts × calls × time of every segment, ÷ what one person can do.
/// </summary>
/// <remarks>
/// <para>
/// Two forms: in calls, where one person makes so many in the period; and in time, where every segment says how long a call takes and
/// <see cref="SellingTime"/> what one person has for it. Calls, times and capacity are of one period, usually the year.
/// </para>
/// <para>
/// Immutable. Equality is by form, capacity and segments in their order. Source: W. J. Talley, "How to design sales territories", Journal
/// of Marketing 25 (1961); taught as the workload method.
/// </para>
/// </remarks>
public sealed class WorkloadMethod : IEquatable<WorkloadMethod>
{
    private readonly WorkloadSegment[] _segments;

    private WorkloadMethod(decimal? callsPerPerson, SellingTime? timePerPerson, WorkloadSegment[] segments)
    {
        CallsPerPerson = callsPerPerson;
        TimePerPerson = timePerPerson;
        _segments = segments;
    }

    /// <summary>How many calls one person makes in the period; null for the form in time.</summary>
    public decimal? CallsPerPerson { get; }

    /// <summary>How much time one person has in the period; null for the form in calls.</summary>
    public SellingTime? TimePerPerson { get; }

    /// <summary>The segments, in the order given.</summary>
    public IReadOnlyList<WorkloadSegment> Segments => Array.AsReadOnly(_segments);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A method.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(WorkloadMethod? left, WorkloadMethod? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A method.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(WorkloadMethod? left, WorkloadMethod? right) => !(left == right);

    /// <summary>The form in calls: 60,000 calls at 1,000 a person are 60 people.</summary>
    /// <param name="callsPerPerson">How many calls one person makes in the period, more than zero.</param>
    /// <param name="segments">The accounts by segment, each name once.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="segments"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">There is no segment, or a name comes twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="callsPerPerson"/> is not positive.</exception>
    public static WorkloadMethod InCalls(decimal callsPerPerson, params WorkloadSegment[] segments) =>
        new(Guard.Against.NotPositive(callsPerPerson), null, Checked(segments));

    /// <summary>The form in time: 32,400 hours at 1,200 a person are 27 people.</summary>
    /// <param name="timePerPerson">How much time one person has in the period.</param>
    /// <param name="segments">The accounts by segment, each name once, each with the time of a call.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="timePerPerson"/>, <paramref name="segments"/> or one of them is
    /// null.</exception>
    /// <exception cref="ArgumentException">There is no segment, a name comes twice, or a segment has calls that take no time.</exception>
    public static WorkloadMethod InTime(SellingTime timePerPerson, params WorkloadSegment[] segments)
    {
        Guard.Against.Null(timePerPerson);
        var copy = Checked(segments);
        var timeless = Array.Find(copy, segment => segment.Each is { Calls: > 0m, MinutesOfACall: 0m });
        return timeless is null ? new WorkloadMethod(null, timePerPerson, copy)
            : throw Guards.Invalid(nameof(segments), timeless.ToString(), "must say how long a call takes");
    }

    /// <summary>The size.</summary>
    /// <returns>The need, exact and rounded up once, with every step.</returns>
    /// <exception cref="OverflowException">The need is no number of people that there could be.</exception>
    public WorkloadSize Size() => new(this);

    /// <summary>Whether the other has the same form, capacity and segments.</summary>
    /// <param name="other">The method to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(WorkloadMethod? other) =>
        other is not null && CallsPerPerson == other.CallsPerPerson && TimePerPerson == other.TimePerPerson
        && _segments.SequenceEqual(other._segments);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as WorkloadMethod);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _segments.Aggregate(
            TimePerPerson?.GetHashCode() ?? Hash.Of(CallsPerPerson.GetValueOrDefault()),
            (hash, segment) => Hash.Combine(hash, segment.GetHashCode()));

    /// <summary>The method in words: <c>A: 1000 accounts, 36 calls of 0 + 0 min; 1000 calls a person</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        string.Join("; ", _segments.Select(segment => segment.ToString())) + "; "
        + (CallsPerPerson is { } calls ? InvariantText.Number(calls) + " calls" : InvariantText.Number(TimePerPerson!.Minutes) + " min")
        + " a person";

    private static WorkloadSegment[] Checked(WorkloadSegment[] segments)
    {
        var copy = Guard.Against.Nothing(segments, "a sales force has accounts to call on");
        Array.ForEach(copy, segment => Guard.Against.Null(segment, nameof(segments)));
        Guard.Against.NameTwice(copy.Select(segment => segment.Name), nameof(segments));
        return copy;
    }
}
