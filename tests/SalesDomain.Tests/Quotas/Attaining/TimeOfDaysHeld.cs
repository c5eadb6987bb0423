using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Quotas.Attaining.Sales;

namespace SalesDomain.Tests.Quotas.Attaining;

/// <summary>Of somebody who was away the days held count, and on the others time stands still.</summary>
public sealed class TimeOfDaysHeld
{
    private static readonly DateSpan s_year = DateSpan.OfYear(2026);
    private static readonly LocalDate s_lastBefore = new(2026, 4, 10);
    private static readonly LocalDate s_firstAfter = new(2026, 9, 1);
    private static readonly DateSpan[] s_held = [DateSpan.From(s_firstAfter), DateSpan.Until(s_lastBefore)];

    private static readonly Gen<DateSpan[]> s_spans =
        from bounds in Gen.Choose(-20, 420).ArrayOf().Resize(8)
        let days = bounds.Append(30).Append(60).Distinct().OrderBy(day => day).ToArray()
        select Enumerable.Range(0, days.Length / 2)
            .Select(i => new DateSpan(Start.PlusDays(days[2 * i]), Start.PlusDays(days[(2 * i) + 1]))).Reverse().ToArray();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Through_a_leave_the_gap_to_time_and_what_is_needed_a_day_stay_as_they_are(bool ofWorkingDays)
    {
        var months = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Month);
        var full = Phasing.Even(months).Split(Cny(144_000m), Rounding.Commercial);
        var prorated = Proration.ByDays.Of(full, s_held, Rounding.Commercial);
        var quota = prorated.ToPhasedQuota()!;
        ElapsedTime Over(LocalDate day) =>
            ofWorkingDays ? ElapsedTime.ByWorkingDays(WorkCalendar.MondayToFriday, s_year, day) : ElapsedTime.ByDays(s_year, day);
        Pace PaceOn(LocalDate day) => Pace.Of(Cny(40_000m), quota, Over(day).Within(prorated.Held));
        Attainment On(LocalDate day) => Attainment.Of(Cny(40_000m), quota, Over(day).Within(prorated.Held));

        var (pace, attainment) = (PaceOn(s_lastBefore), On(s_lastBefore));
        Assert.Equal(Percentage.OneHundred, attainment.RateToDate);
        for (var day = s_lastBefore; day < s_firstAfter; day = day.PlusDays(1))
        {
            Assert.Equal((attainment.PointsAheadOfTime, attainment.RateToDate), (On(day).PointsAheadOfTime, On(day).RateToDate));
            Assert.Equal(
                (pace.NeededPerDay, pace.RunRateProjection, pace.EvenQuotaToDate, pace.PerDaySoFar, pace.NeededAgainstSoFar),
                (PaceOn(day).NeededPerDay, PaceOn(day).RunRateProjection, PaceOn(day).EvenQuotaToDate, PaceOn(day).PerDaySoFar,
                    PaceOn(day).NeededAgainstSoFar));
        }

        // Of the days of the calendar, time would go on and a seller be ever farther behind.
        var behind = Attainment.Of(Cny(40_000m), quota, Over(s_firstAfter.PlusDays(-1))).PointsAheadOfTime;
        Assert.True(behind < attainment.PointsAheadOfTime - 20m);
        Assert.NotEqual(attainment.PointsAheadOfTime, On(s_firstAfter.PlusDays(1)).PointsAheadOfTime);
        var last = On(s_year.End!.Value).Elapsed!;
        Assert.Equal((Percentage.OneHundred, 0), (last.Share, last.Remaining));
    }

    [Property(MaxTest = 60)]
    public Property It_is_a_count_of_days_held() =>
        Prop.ForAll(
            s_spans.ToArbitrary(), Gen.Choose(-30, 430).ToArbitrary(), Gen.Elements(true, false).ToArbitrary(), (held, at, worked) =>
        {
            var asOf = Start.PlusDays(at);
            var whole = worked
                ? ElapsedTime.ByWorkingDays(WorkCalendar.MondayToFriday, s_year, asOf) : ElapsedTime.ByDays(s_year, asOf);
            var time = whole.Within(held);
            LocalDate[] days =
            [
                .. Enumerable.Range(0, 365).Select(day => Start.PlusDays(day))
                    .Where(day => held.Any(span => span.Contains(day)) && (!worked || day.DayOfWeek < IsoDayOfWeek.Saturday)),
            ];

            Assert.Equal((days.Count(day => day <= asOf), days.Length), (time.Elapsed, time.Total));
            Assert.Equal(time.Total, time.Elapsed + time.Remaining);
            Assert.Equal((s_year, whole.SpanToDate, asOf, whole.Calendar), (time.Span, time.SpanToDate, time.AsOf, time.Calendar));
            Proof.Holds(Figure.OrAbsent(time.Share), time.Explain());
            var pace = Pace.Of(Cny(3m), Cny(7m), time);
            foreach (var (figure, explained) in new (Measured?, PaceFigure)[]
            {
                (pace.NeededPerDay, PaceFigure.NeededPerDay), (pace.EvenQuotaToDate, PaceFigure.EvenQuotaToDate),
                (pace.RunRateProjection, PaceFigure.RunRateProjection),
            })
            {
                Proof.Holds(Figure.OrAbsent(figure?.Value), pace.Explain(explained));
            }
        });

    [Fact]
    public void Spans_within_the_period_are_kept_in_order_and_together()
    {
        var time = ElapsedTime.ByDays(s_year, new LocalDate(2026, 9, 22)).Within(s_held);

        Assert.Equal([new DateSpan(Start, s_lastBefore), new DateSpan(s_firstAfter, s_year.End)], time.Held);
        Assert.Equal("122 of 222 days held of 2026-01-01/2026-12-31", time.ToString());
        var elapsed = time.Explain().Children[0];
        Assert.Equal(("days held elapsed", "elapsed of 2026-09-01/2026-12-31"), (elapsed.Name, elapsed.Children[1].Name));
    }

    [Fact]
    public void All_of_the_period_held_is_the_period()
    {
        var time = ElapsedTime.ByDays(s_year, s_lastBefore);
        var july = new LocalDate(2026, 7, 1);

        Assert.Equal([s_year], time.Held);
        Assert.Equal(time, time.Within([DateSpan.Always]));
        Assert.Equal(time, time.Within([DateSpan.From(july), DateSpan.Until(july.PlusDays(-1))]));
        Assert.Equal(time, time.Within(s_held).Within([s_year]));
        Assert.Equal(time.ToString(), time.Within([s_year]).ToString());
        TestHelper.TestEqualsClass(
            time.Within(s_held), time.Within([.. s_held.Reverse()]), time, time.Within([DateSpan.Until(s_lastBefore)]),
            ElapsedTime.ByDays(s_year, july).Within(s_held));
    }

    [Fact]
    public void Of_a_period_that_was_not_held_there_is_no_share_of_time()
    {
        var time = ElapsedTime.ByDays(s_year, s_lastBefore).Within([DateSpan.OfYear(2025)]);

        Assert.Equal((0, 0, null), (time.Elapsed, time.Total, time.Share));
        Assert.Empty(time.Held);
        Assert.Equal("attainment.no-days", Attainment.Of(Cny(1m), Cny(2m)).WithElapsed(time).Reasons.Single().Code);
        Assert.Null(Pace.Of(Cny(1m), Cny(2m), time).EvenQuotaToDate);
        Proof.Holds(Figure.Absent, time.Explain());
    }

    [Fact]
    public void Days_are_not_held_twice()
    {
        var time = ElapsedTime.ByDays(s_year, s_lastBefore);

        Assert.Throws<ArgumentException>("held", () => time.Within([]));
        Assert.Throws<ArgumentException>("held", () => time.Within([DateSpan.Until(s_lastBefore), DateSpan.From(s_lastBefore)]));
        Assert.Throws<ArgumentException>("held", () => time.Within([s_year, DateSpan.On(s_lastBefore)]));
        Assert.Throws<ArgumentNullException>("held", () => time.Within(null!));
    }
}
