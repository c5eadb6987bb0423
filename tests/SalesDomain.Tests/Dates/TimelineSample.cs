using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SalesDomain.Tests.Dates;

/// <summary>A timeline made by random changes, and the same made day by day in a dictionary.</summary>
internal sealed class TimelineSample
{
    // A window around a leap day and a year's end; spans reach its edges or run on without end.
    private const int Window = 60;

    private readonly List<string> _changes = [];

    internal static LocalDate DayZero { get; } = new(2023, 12, 20);

    /// <summary>The window and ten days to either side, where only spans with open ends reach.</summary>
    internal static LocalDate[] Days { get; } = [.. Enumerable.Range(-10, Window + 20).Select(DayZero.PlusDays)];

    internal static Gen<DateSpan> Span { get; } =
        from start in Gen.Choose(0, Window - 1)
        from length in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(0, 25)))
        let end = Math.Min(Window - 1, start + length)
        from kind in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Constant(1)), (8, Gen.Constant(2)), (1, Gen.Constant(3)))
        select kind switch
        {
            0 => DateSpan.From(DayZero.PlusDays(start)),
            1 => DateSpan.Until(DayZero.PlusDays(end)),
            2 => new DateSpan(DayZero.PlusDays(start), DayZero.PlusDays(end)),
            _ => DateSpan.Always,
        };

    internal static Arbitrary<TimelineSample> Any { get; } =
        (from count in Gen.Choose(0, 12)
         from changes in (
             from kind in Gen.Choose(0, 5) from span in Span from value in Gen.Choose(1, 3) select (kind, span, value)).ArrayOf(count)
         select new TimelineSample(changes)).ToArbitrary();

    private TimelineSample((int Kind, DateSpan Span, int Value)[] changes)
    {
        foreach (var (kind, span, value) in changes)
            Change(kind, span, value);
    }

    internal Timeline<int> Timeline { get; private set; } = SalesDomain.Timeline.Empty<int>();

    internal Dictionary<LocalDate, int> Model { get; } = [];

    /// <summary>A value was put on days of which some had one, and refused.</summary>
    internal bool OverlapsWereRefused { get; private set; } = true;

    public override string ToString() => string.Join(", ", _changes);

    private void Change(int kind, DateSpan span, int value)
    {
        var days = Days.Where(span.Contains).ToArray();
        switch (kind)
        {
            case 0:
                _changes.Add("without " + span);
                Timeline = Timeline.Without(span);
                foreach (var day in days)
                    Model.Remove(day);
                break;
            case 1 or 2:
                _changes.Add("with " + span + " " + value);
                var isFree = !days.Any(Model.ContainsKey);
                try
                {
                    Timeline = Timeline.With(span, value);
                    OverlapsWereRefused &= isFree;
                }
                catch (ArgumentException e)
                {
                    OverlapsWereRefused &= !isFree && e.ParamName == "span";
                    return;
                }

                Put(days, value);
                break;
            default:
                _changes.Add("override " + span + " " + value);
                Timeline = Timeline.Override(span, value);
                Put(days, value);
                break;
        }
    }

    private void Put(LocalDate[] days, int value)
    {
        foreach (var day in days)
            Model[day] = value;
    }
}
