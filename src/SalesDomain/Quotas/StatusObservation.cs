using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>A figure observed on a day, and the status after it.</summary>
/// <remarks>
/// Begun by <see cref="StatusBands.Observe"/> and continued by <see cref="Then"/>, which reads nothing but this observation: a series can
/// be stopped at any day and taken up again.
/// </remarks>
public sealed class StatusObservation
{
    private readonly int _rank;
    private readonly int _plainRank;
    private readonly int _confirmedRank;
    private readonly int? _rankBefore;

    // What the values before this one have confirmed, as far back as the bands ask for.
    private readonly int[] _earlier;

    internal StatusObservation(StatusBands bands, StatusObservation? before, LocalDate on, decimal value)
    {
        Bands = bands;
        On = on;
        Value = value;
        _plainRank = bands.Ranks.At(value);
        _rankBefore = before?._rank;

        // A value that is no better than the status confirms no improvement; it is asked only for the sake of the values after it.
        var isBetter = _plainRank > _rankBefore;
        LessMargin = isBetter || bands.Observations > 1 ? bands.LessMargin(value) : value;
        _confirmedRank = isBetter || bands.Observations > 1 ? bands.Ranks.At(LessMargin) : _plainRank;
        _earlier = before is null || bands.Observations == 1 ? [] : before.LastConfirmed(bands.Observations - 1);
        IsConfirmed = isBetter && _earlier.Length == bands.Observations - 1;
        LeastConfirmed = _confirmedRank;
        foreach (var rank in _earlier)
            LeastConfirmed = Math.Min(LeastConfirmed, rank);

        Held = _rankBefore is not { } held ? _plainRank : IsConfirmed ? Math.Max(held, LeastConfirmed) : held;
        _rank = Math.Min(_plainRank, Held);
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
    public string? StatusBefore => _rankBefore is { } rank ? Bands.NameOf(rank) : null;

    /// <summary>True where the status was entered on this day: it changed, or this is the first observation.</summary>
    public bool IsEntered => _rank != _rankBefore;

    /// <summary>True where the status is worse than before; false for the first observation.</summary>
    public bool IsWorsened => _rank < _rankBefore;

    /// <summary>True where the status is better than before; false for the first observation.</summary>
    public bool IsImproved => _rank > _rankBefore;

    private decimal LessMargin { get; }

    private bool IsConfirmed { get; }

    private int LeastConfirmed { get; }

    private int Held { get; }

    /// <summary>The next observation of the series.</summary>
    /// <param name="on">A later day.</param>
    /// <param name="value">The figure that is watched.</param>
    /// <returns>The observation.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar, or does not come after this day.</exception>
    /// <exception cref="OverflowException"><paramref name="value"/> is so large that the margin cannot be taken from it.</exception>
    public StatusObservation Then(LocalDate on, decimal value) =>
        new(Bands, MustBeBefore(Guard.Against.OtherCalendar(on), nameof(on)), on, value);

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
        var plain = Node("rank of the value", (decimal)_plainRank, Operation.LookUp(Bands.Ranks), Fact("value", Value));
        if (_rankBefore is not { } before)
            return plain;

        var held = new List<Explanation> { Fact("rank before", (decimal)before) };
        if (IsConfirmed)
            held.Add(ExplainConfirmed());

        return Node(
            "rank from the worst up", (decimal)_rank, Operation.Min, plain,
            Node("rank held or gained", (decimal)Held, Operation.Max, [.. held]));
    }

    private Explanation ExplainConfirmed()
    {
        var least = new List<Explanation>();
        foreach (var rank in _earlier)
            least.Add(Fact("rank confirmed by an earlier value", (decimal)rank));

        least.Add(Node(
            "rank confirmed by this value", (decimal)_confirmedRank, Operation.LookUp(Bands.Ranks),
            Node(
                "value, worse by the margin", LessMargin, Bands.IsHigherBetter ? Operation.Difference : Operation.Sum, Fact("value", Value),
                Constant("margin", Bands.Margin))));
        return Node("least rank confirmed", (decimal)LeastConfirmed, Operation.Min, [.. least]);
    }

    private int[] LastConfirmed(int count) => [.. _earlier.Skip(Math.Max(0, _earlier.Length + 1 - count)), _confirmedRank];
}
