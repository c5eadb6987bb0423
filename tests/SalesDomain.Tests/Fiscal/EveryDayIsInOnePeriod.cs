using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Fiscal;

public sealed class EveryDayIsInOnePeriod
{
    public static TheoryData<string> WalkedCalendars { get; } =
    [
        "calendar-year closing:25 keeps-year", "from-month:4 by-end closing:20 keeps-year",
        "from-month:12 by-start closing:3 keeps-year weeks:sunday/1",
        "calendar-year", "calendar-year weeks:sunday/1", "calendar-year closing:25", "from-month:4 by-end",
        "from-month:10 by-start closing:28 weeks:saturday/7",
        "from-month:2 by-end closing:1", "4-5-4 nearest saturday end-month:1 by-start", "4-4-5 last saturday end-month:9 by-end",
        "5-4-4 nearest sunday end-month:12",
        "4-4-5 last friday end-month:2 by-start extra-week:1", "5-4-4 nearest wednesday end-month:6 by-end extra-week:7",
    ];

    [Property]
    public Property The_period_of_a_day_is_that_of_the_plain_code() =>
        Prop.ForAll(FiscalSample.Any, FiscalSample.AnyDay, (sample, day) => FiscalSample.Kinds.All(kind =>
        {
            var period = sample.Calendar.PeriodOf(day, kind);
            return (period.Year, period.Number, period.Start, period.End) == sample.PeriodOf(day, kind);
        }));

    [Property]
    public Property The_period_of_a_day_contains_it_and_its_neighbours_do_not() =>
        Prop.ForAll(FiscalSample.Any, FiscalSample.AnyDay, (sample, day) => FiscalSample.Kinds.All(kind =>
        {
            var period = sample.Calendar.PeriodOf(day, kind);
            return period.Kind == kind && period.Calendar == sample.Calendar && period.Contains(day)
                && !period.Next().Contains(day) && !period.Previous().Contains(day);
        }));

    [Property]
    public Property All_days_of_a_period_and_no_day_beside_it_have_it_as_theirs() =>
        Prop.ForAll(FiscalSample.AnyPeriod, period =>
        {
            var around = Enumerable.Range(-2, period.Days + 4).Select(period.Start.PlusDays);
            return around.All(day => (period.Calendar.PeriodOf(day, period.Kind) == period) == (day >= period.Start && day <= period.End));
        });

    [Property]
    public Property Periods_of_a_year_are_numbered_in_order_without_a_gap() =>
        Prop.ForAll(
            FiscalSample.Any, Gen.Choose(1, 9990).ToArbitrary(), Gen.Elements(FiscalSample.Kinds).ToArbitrary(), (sample, year, kind) =>
        {
            var count = sample.Calendar.Count(kind, year);
            var periods = Enumerable.Range(1, count).Select(number => sample.Calendar.Period(kind, year, number)).ToArray();
            return periods.Zip(
                periods.Skip(1), (earlier, later) => earlier.End.PlusDays(1) == later.Start && earlier.Next() == later).All(holds => holds)
                && periods[count - 1].Next() == sample.Calendar.Period(kind, year + 1, 1);
        });

    [Property]
    public Property The_years_parts_have_exactly_its_days_but_for_weeks_that_run_across_years() =>
        Prop.ForAll(FiscalSample.Any, Gen.Choose(1, 9990).ToArbitrary(), (sample, year) => FiscalSample.Kinds.All(kind =>
        {
            var calendar = sample.Calendar;
            var (first, last) = (calendar.Period(kind, year, 1), calendar.Period(kind, year, calendar.Count(kind, year)));
            return (kind == FiscalPeriodKind.Week && !calendar.HasMonthsOfWeeks)
                || new DateSpan(first.Start, last.End) == calendar.Year(year).Span;
        }));

    [Theory]
    [MemberData(nameof(WalkedCalendars))]
    public void A_walk_through_a_leap_cycle_meets_every_period_in_turn(string text)
    {
        var calendar = FiscalCalendar.Parse(text);
        var first = new LocalDate(1899, 12, 1);
        foreach (var kind in FiscalSample.Kinds)
        {
            var period = calendar.PeriodOf(first, kind);
            for (var day = first; day.Year < 2300; day = day.PlusDays(1))
            {
                if (calendar.PeriodOf(day, kind) == period)
                    continue;

                // Only on the day after its last does another period follow, and it is the next.
                Assert.Equal(period.End.PlusDays(1), day);
                Assert.Equal(period.Next(), calendar.PeriodOf(day, kind));
                period = period.Next();
                Assert.Equal(day, period.Start);
            }
        }
    }
}
