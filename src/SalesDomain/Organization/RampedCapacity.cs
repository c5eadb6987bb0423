using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>How much of full productivity a person on a ramp has in a span of days. Made by
/// <see cref="Ramp.Capacity(LocalDate, DateSpan)"/>.</summary>
/// <remarks>Immutable. The sum of share × days is exact; the average share is a quotient of 28 digits.</remarks>
public sealed class RampedCapacity
{
    private readonly TimelineSlice<Percentage>[] _slices;
    private readonly Steps _steps;

    internal RampedCapacity(Ramp ramp, LocalDate start, DateSpan span, WorkCalendar? calendar)
    {
        if (span.Days is null)
            throw Guards.Invalid(nameof(span), span.ToString(), "must have both ends");

        (Ramp, Start, Span, Calendar) = (ramp, start, span, calendar);
        _slices = [.. ramp.SharesFrom(start).Slices(span)];
        _steps = Rule(_slices, span, calendar);
    }

    /// <summary>The ramp.</summary>
    public Ramp Ramp { get; }

    /// <summary>The first day of work.</summary>
    public LocalDate Start { get; }

    /// <summary>The days that are looked at.</summary>
    public DateSpan Span { get; }

    /// <summary>Which days count, or null for all.</summary>
    public WorkCalendar? Calendar { get; }

    /// <summary>The span cut where the share changes; what is before the start is a gap.</summary>
    public IReadOnlyList<TimelineSlice<Percentage>> Slices => Array.AsReadOnly(_slices);

    /// <summary>How many days of the span count, those before the start among them.</summary>
    public int Days => _steps.Days;

    /// <summary>The sum of share × days: what it amounts to in days of full productivity.</summary>
    public decimal FullDays => _steps.FullDays;

    /// <summary>Full days ÷ days, to 28 digits, or null when no day of the span counts.</summary>
    public Percentage? AverageShare => _steps.AverageShare;

    /// <summary>The average share as full days by days.</summary>
    /// <returns>The tree; its root is <see cref="AverageShare"/>.</returns>
    public Explanation Explain() =>
        Node("average share", Figure.OrAbsent(AverageShare), Operation.Ratio,
            Node("full days", FullDays, Operation.Sum,
                [.. _steps.Parts.Select(part => Node(part.Slice.Span.ToString(), part.FullDays, Operation.Product,
                    Fact("days", (decimal)part.Days),
                    part.Slice.HasValue ? Constant("share", part.Share) : Fact("not started", part.Share)))]),
            Fact("days", (decimal)Days));

    private static Steps Rule(TimelineSlice<Percentage>[] slices, DateSpan span, WorkCalendar? calendar)
    {
        var parts = Array.ConvertAll(slices, slice => new Part(slice, Count(slice.Span, calendar)));
        var days = Count(span, calendar);
        var fullDays = parts.Sum(part => part.FullDays);
        return new Steps(parts, days, fullDays, Percentage.Ratio(fullDays, days));
    }

    private static int Count(DateSpan span, WorkCalendar? calendar) => calendar?.WorkingDays(span) ?? span.Days!.Value;

    private readonly struct Part(TimelineSlice<Percentage> slice, int days)
    {
        internal TimelineSlice<Percentage> Slice { get; } = slice;

        internal int Days { get; } = days;

        internal decimal Share { get; } = slice.HasValue ? slice.Value.Fraction : 0m;

        internal decimal FullDays { get; } = slice.HasValue ? days * slice.Value.Fraction : 0m;
    }

    private readonly struct Steps(Part[] parts, int days, decimal fullDays, Percentage? averageShare)
    {
        internal Part[] Parts { get; } = parts;

        internal int Days { get; } = days;

        internal decimal FullDays { get; } = fullDays;

        internal Percentage? AverageShare { get; } = averageShare;
    }
}
