using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>In which measurement periods something of a component is entered, and which days are open and have nothing.</summary>
internal sealed class ComponentPeriods
{
    private readonly PeriodBook[] _ofPlan;
    private readonly Func<DateSpan, bool> _isClosed;
    private readonly DateSpan[] _open;

    /// <param name="ofPlan">The periods in which something of the plan is entered.</param>
    /// <param name="of">Plan and component.</param>
    /// <param name="closings">The spans that were closed or opened again.</param>
    /// <param name="isClosed">Whether a period is closed.</param>
    internal ComponentPeriods(PeriodBook[] ofPlan, EarningKey of, DateSpan[] closings, Func<DateSpan, bool> isClosed)
    {
        (_ofPlan, _isClosed) = (ofPlan, isClosed);
        Entered = Array.FindAll(ofPlan, book => book.LiveComponents(of.Plan).Contains(of.Component));

        // Between two of these days all is closed, or all is open.
        var days = new SortedSet<LocalDate> { LocalDate.MinIsoValue };
        foreach (var span in closings.Concat(ofPlan.Select(book => book.Period)))
        {
            days.Add(span.Start!.Value);
            if (span.End < LocalDate.MaxIsoValue)
                days.Add(span.End.Value.PlusDays(1));
        }

        LocalDate[] from = [.. days];
        _open =
        [
            .. from.Select((day, i) => new DateSpan(day, i + 1 < from.Length ? from[i + 1].PlusDays(-1) : LocalDate.MaxIsoValue))
                .Where(span => !IsClosed(span.Start!.Value) && !Array.Exists(Entered, book => book.Period.Contains(span))),
        ];
    }

    /// <summary>The periods in which something of the component is entered.</summary>
    internal PeriodBook[] Entered { get; }

    /// <summary>
    /// Whether a day is closed: where its measurement period is known, that; of the component, or else of another of the plan.
    /// </summary>
    internal bool IsClosed(LocalDate day)
    {
        var of = Array.FindAll(Entered, book => book.Period.Contains(day));
        of = of.Length > 0 ? of : Array.FindAll(_ofPlan, book => book.Period.Contains(day));
        return of.Length == 0 ? _isClosed(DateSpan.On(day)) : Array.Exists(of, book => _isClosed(book.Period));
    }

    /// <summary>The open days between two, with both, in which nothing of the component is entered.</summary>
    internal IEnumerable<DateSpan> OpenBetween(LocalDate first, LocalDate last) =>
        first > last ? [] : _open.Select(span => span.Intersection(new DateSpan(first, last))).Where(each => each is not null)
            .Select(each => each!.Value);
}
