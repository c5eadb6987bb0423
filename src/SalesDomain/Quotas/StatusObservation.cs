using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>A figure observed on a day, and the status after it.</summary>
/// <remarks>
/// Begun by <see cref="StatusBands.Observe"/> and continued by <see cref="Then"/>, which reads nothing but this observation: a series can
/// be stopped at any day and taken up again. Equality is by reference.
/// </remarks>
public sealed class StatusObservation
{
    private readonly int _rank;
    private readonly int _plainRank;
    private readonly int _confirmedRank;
    private readonly int _rankBefore;

    // What the values before this one have confirmed, as far back as the bands ask for.
    private readonly int[] _earlier;

    internal StatusObservation(StatusBands bands, LocalDate on, decimal value)
        : this(bands, StatusSteps.None, [], on, value)
    {
    }

    internal StatusObservation(StatusObservation before, LocalDate on, decimal value)
        : this(before.Bands, before._rank, before.ConfirmedSoFar(), on, value)
    {
    }

    private StatusObservation(StatusBands bands, int rankBefore, int[] earlier, LocalDate on, decimal value)
    {
        Bands = bands;
        On = on;
        Value = value;
        _rankBefore = rankBefore;
        _earlier = earlier;
        var steps = Steps;
        _plainRank = steps.Plain;
        _confirmedRank = steps.Confirmed;
        _rank = steps.Rank;
    }

    /// <summary>The bands.</summary>
    public StatusBands Bands { get; }

    /// <summary>The day.</summary>
    public LocalDate On { get; }

    /// <summary>The figure that is watched.</summary>
    public decimal Value { get; }

    /// <summary>The band the value lies in, whatever was before.</summary>
    public string Band => Bands.NameOf(_plainRank);

    /// <summary>The status from this day on.</summary>
    public string Status => Bands.NameOf(_rank);

    /// <summary>The status before, or null for the first observation.</summary>
    public string? StatusBefore => IsFirst ? null : Bands.NameOf(_rankBefore);

    /// <summary>True where the status was entered on this day: it changed, or this is the first observation.</summary>
    public bool IsEntered => _rank != _rankBefore;

    /// <summary>True where the status is worse than before; false for the first observation.</summary>
    public bool IsWorsened => _rank < _rankBefore;

    /// <summary>True where the status is better than before; false for the first observation.</summary>
    public bool IsImproved => !IsFirst && _rank > _rankBefore;

    internal int Rank => _rank;

    internal int RankBefore => _rankBefore;

    private bool IsFirst => _rankBefore == StatusSteps.None;

    // Not kept: a series is looked at for its statuses, and explained at a few of its days.
    private StatusSteps Steps => StatusSteps.Of(Bands, _rankBefore, _earlier, Value);

    /// <summary>The next observation of the series.</summary>
    /// <param name="on">A later day.</param>
    /// <param name="value">The figure that is watched.</param>
    /// <returns>The observation.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar, or does not come after this day.</exception>
    /// <exception cref="OverflowException"><paramref name="value"/> is so large that the margin cannot be taken from it.</exception>
    public StatusObservation Then(LocalDate on, decimal value) =>
        new(MustBeBefore(Guard.Against.OtherCalendar(on), nameof(on)), on, value);

    /// <summary>Why the status is what it is.</summary>
    /// <returns>The tree, whose figure is the name of the status.</returns>
    public Explanation Explain() => Node("status", Status, Operation.LookUp(Bands.Names), ExplainRank());

    /// <summary>Day, value and status: <c>2026-04-15 -5.5: red</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => InvariantText.Date(On) + " " + InvariantText.Number(Value) + ": " + Status;

    internal StatusObservation MustBeBefore(LocalDate on, string parameterName) =>
        on > On ? this
            : throw Guards.OutOfRange(parameterName, InvariantText.Date(on), "must come after the observation before, of "
                + InvariantText.Date(On));

    private Explanation ExplainRank()
    {
        var steps = Steps;
        var plain = Node("rank of the value", (decimal)steps.Plain, Operation.LookUp(Bands.Ranks), Fact("value", Value));
        if (IsFirst)
            return plain;

        var held = new List<Explanation> { Fact("rank before", (decimal)_rankBefore) };
        if (steps.IsConfirmed)
            held.Add(ExplainConfirmed(steps));

        return Node(
            "rank from the worst up", (decimal)steps.Rank, Operation.Min, plain,
            Node("rank held or gained", (decimal)steps.Held, Operation.Max, [.. held]));
    }

    private Explanation ExplainConfirmed(StatusSteps steps)
    {
        var least = new List<Explanation>();
        foreach (var rank in _earlier)
            least.Add(Fact("rank confirmed by an earlier value", (decimal)rank));

        least.Add(Node(
            "rank confirmed by this value", (decimal)steps.Confirmed, Operation.LookUp(Bands.Ranks),
            Node(
                "value, worse by the margin", steps.LessMargin, Bands.IsHigherBetter ? Operation.Difference : Operation.Sum,
                Fact("value", Value), Constant("margin", Bands.Margin))));
        return Node("least rank confirmed", (decimal)steps.LeastConfirmed, Operation.Min, [.. least]);
    }

    /// <summary>What the last values have confirmed, this one's among them: as many as the next observation asks for.</summary>
    private int[] ConfirmedSoFar()
    {
        if (Bands.Observations == 1)
            return [];

        var count = Math.Min(_earlier.Length + 1, Bands.Observations - 1);
        var confirmed = new int[count];
        Array.Copy(_earlier, _earlier.Length + 1 - count, confirmed, 0, count - 1);
        confirmed[count - 1] = _confirmedRank;
        return confirmed;
    }
}
