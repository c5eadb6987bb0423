using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>All days there are, cut wherever an assignment of one subject begins or ends.</summary>
internal sealed class CoverageTable<TSubject, THolder>
    where TSubject : notnull
    where THolder : notnull
{
    private readonly CoverageSlice<TSubject, THolder>[] _slices;
    private readonly Stretches<CoverageSlice<TSubject, THolder>> _byDay;

    internal CoverageTable(TSubject subject, Assignment<TSubject, THolder>[] assignments, string parameterName)
    {
        // Ordered by start; equal starts stay as they were given.
        Assignment<TSubject, THolder>[] history =
            [.. assignments.OrderBy(each => each.Span.Start, Comparer<LocalDate?>.Create(Nullable.Compare))];
        foreach (var each in history.GroupBy(each => each.Holder))
            RequireOnce([.. each], parameterName);

        History = Array.AsReadOnly(history);
        var starts = Starts(history);
        _slices = new CoverageSlice<TSubject, THolder>[starts.Length + 1];
        for (var i = 0; i < _slices.Length; i++)
        {
            var span = new DateSpan(i == 0 ? null : starts[i - 1], i == starts.Length ? null : starts[i].PlusDays(-1));
            var held = Array.FindAll(history, each => each.Span.Overlaps(span));
            _slices[i] = new(subject, span, Array.AsReadOnly(held), held.Aggregate(Percentage.Zero, (sum, each) => sum + each.Share));
        }

        _byDay = new(starts, _slices);
    }

    internal IReadOnlyList<Assignment<TSubject, THolder>> History { get; }

    internal CoverageSlice<TSubject, THolder> At(LocalDate on) => _byDay.At(DayNumber.Packed(on));

    internal IEnumerable<CoverageSlice<TSubject, THolder>> Over(DateSpan span)
    {
        foreach (var slice in _slices)
        {
            if (slice.Span.Intersection(span) is { } common)
                yield return slice.Over(common);
        }
    }

    private static LocalDate[] Starts(Assignment<TSubject, THolder>[] history)
    {
        var starts = new SortedSet<LocalDate>();
        foreach (var each in history)
            DaysOfChange.Add(each.Span, starts);

        return [.. starts];
    }

    private static void RequireOnce(Assignment<TSubject, THolder>[] ofOneHolder, string parameterName)
    {
        for (var i = 1; i < ofOneHolder.Length; i++)
        {
            var (earlier, later) = (ofOneHolder[i - 1], ofOneHolder[i]);
            if (earlier.Span.Overlaps(later.Span))
                throw Guards.Invalid(parameterName, earlier + " and " + later, "must not give one holder the same subject twice on a day");
        }
    }
}
