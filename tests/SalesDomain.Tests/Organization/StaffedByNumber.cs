using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using Xunit;

namespace SalesDomain.Tests.Organization;

public sealed class StaffedByNumber
{
    private static readonly LocalDate s_first = new(2026, 1, 1);

    // East has three of four, West six of five until the end of January and five from then on; somebody is in Export without a plan.
    private static readonly StaffingByNumber<string> s_staffing = Staffing.ByNumber(
        [("East", 4, DateSpan.OfYear(2026)), ("West", 5, DateSpan.OfYear(2026))],
        [
            .. Enumerable.Repeat(("East", DateSpan.Always), 3), .. Enumerable.Repeat(("West", DateSpan.Always), 5),
            ("West", DateSpan.Until(new LocalDate(2026, 1, 31))), ("Export", DateSpan.OfMonth(2026, 1)),
        ]);

    [Fact]
    public void Who_is_over_strength_in_one_unit_fills_no_vacancy_of_another()
    {
        var day = s_staffing.On(new LocalDate(2026, 1, 31));

        Assert.Equal(
            ["East: 3 of 4, 1 vacant", "West: 5 of 5, 0 vacant, 1 over strength", "Export: 0 of 0, 0 vacant, 1 over strength"],
            day.Lines.Select(line => line.ToString()));

        // Nine authorized and ten in post, and yet one place is empty.
        Assert.Equal((9, 10, 8), (day.Authorized, day.InPost, day.Filled));
        Assert.Equal((1, 2), (day.Vacant, day.OverStrength));
        Assert.Equal((Percentage.Ratio(8m, 9m), Percentage.Ratio(8m, 9m)!.Value.Complement()), (day.FillRate, day.VacancyRate!.Value));
        Assert.Equal([Percentage.FromPercent(75), Percentage.OneHundred, null], day.Lines.Select(line => line.FillRate));
        Tampering.EveryChangeIsNamed(day.Explain());
        Assert.Equal("East", day.Lines[0].Explain().Name);
    }

    [Fact]
    public void The_numbers_are_those_of_the_day()
    {
        var february = s_staffing.On(new LocalDate(2026, 2, 1));

        Assert.Equal((9, 8, 0), (february.Authorized, february.Filled, february.OverStrength));
        Assert.False(february.TryLine("Export", out _));
        Assert.True(february.TryLine("West", out var west) && west is { InPost: 5, OverStrength: 0 });
        Assert.Equal(["East", "West", "Export"], s_staffing.Units);
        var before = s_staffing.On(new LocalDate(2025, 12, 31));
        Assert.True(before is { Authorized: 0, Filled: 0, OverStrength: 9, FillRate: null, VacancyRate: null });
        Assert.True(before.Explain().IsVerified);
    }

    [Fact]
    public void Over_a_span_days_of_people_are_counted_and_who_was_too_many_fills_no_later_day()
    {
        var staffing = Staffing.ByNumber(
            [("East", 1, DateSpan.OfYear(2026))], [("East", DateSpan.OfMonth(2026, 1)), ("East", DateSpan.OfMonth(2026, 1))]);

        var quarter = staffing.Over(new DateSpan(s_first, new LocalDate(2026, 2, 28)));

        // 31 days with one too many, 28 days without anybody.
        Assert.Equal((59L, 62L, 31L), (quarter.AuthorizedDays, quarter.InPostDays, quarter.FilledDays));
        Assert.Equal((28L, 31L), (quarter.VacantDays, quarter.OverStrengthDays));
        Assert.Equal("East: 31 of 59 days, 28 vacant, 31 over strength\n", quarter.ToString());
        Assert.True(quarter.TryLine("East", out var east) && east.Explain().IsVerified);
        Assert.False(quarter.TryLine("West", out _));
        Tampering.EveryChangeIsNamed(quarter.Explain());
        Assert.Contains("2026-02-01/2026-02-28: 0  [product]", quarter.Explain().ToString(), StringComparison.Ordinal);
        Assert.Equal("span", Assert.Throws<ArgumentException>(() => staffing.Over(DateSpan.Always)).ParamName);
        Assert.Throws<ArgumentException>("on", () => staffing.On(s_first.WithCalendar(CalendarSystem.Julian)));
        Assert.Empty(staffing.On(new LocalDate(2027, 1, 1)).Lines);
        Assert.True(staffing.On(new LocalDate(2027, 1, 1)).Explain().IsVerified);
    }

    [Fact]
    public void Who_is_assigned_to_a_unit_is_in_post_there()
    {
        var people = Assignments.Of(
            Assignment.Of("East", "Li", DateSpan.Always, Percentage.FromPercent(50)), Assignment.Of("East", "Wu", DateSpan.From(s_first)));

        var staffing = Staffing.ByNumber([("East", 2, DateSpan.Always)], people);

        Assert.Equal(
            staffing, Staffing.ByNumber([("East", 2, DateSpan.Always)], [("East", DateSpan.Always), ("East", DateSpan.From(s_first))]));
        Assert.Equal((1, 2), (staffing.On(s_first.PlusDays(-1)).Filled, staffing.On(s_first).Filled));
    }

    [Fact]
    public void Staffings_are_equal_by_their_numbers_and_what_makes_no_sense_is_refused()
    {
        var year = DateSpan.OfYear(2026);
        TestHelper.TestEqualsClass(
            Staffing.ByNumber([("East", 2, year), ("West", 0, year)], [("East", year)]),
            Staffing.ByNumber(
                [("East", 2, DateSpan.OfQuarter(2026, 1)), ("East", 2, new DateSpan(new LocalDate(2026, 4, 1), year.End))],
                [("East", DateSpan.OfQuarter(2026, 1)), ("East", new DateSpan(new LocalDate(2026, 4, 1), year.End))]),
            Staffing.ByNumber([("East", 2, year)], []), Staffing.ByNumber([("East", 3, year)], [("East", year)]),
            Staffing.ByNumber([("East", 2, year)], [("East", year), ("West", year)]));

        Assert.Throws<ArgumentException>("authorized", () => Staffing.ByNumber(Array.Empty<(string, int, DateSpan)>(), []));
        Assert.Throws<ArgumentException>("authorized", () => Staffing.ByNumber([("East", 2, year), ("East", 1, DateSpan.On(s_first))], []));
        Assert.Throws<OverflowException>(
            () => Staffing.ByNumber([("East", int.MaxValue, year), ("West", 1, year)], []).On(s_first));
        Assert.Throws<ArgumentOutOfRangeException>("authorized", () => Staffing.ByNumber([("East", -1, year)], []));
    }

    [Property]
    public Property Numbers_over_a_span_are_what_a_loop_over_units_and_days_finds() =>
        Prop.ForAll(Rows.ToArbitrary(), Rows.ToArbitrary(), (plan, people) =>
        {
            var authorized = plan.GroupBy(row => row.Unit).Select(row => row.First()).Append((9, 2, DateSpan.OfMonth(2026, 2))).ToArray();
            var staffing = Staffing.ByNumber(authorized, people.Select(row => (row.Unit, row.Span)));
            var span = new DateSpan(s_first.PlusDays(-3), s_first.PlusDays(100));
            var (filled, over) = (0L, 0L);
            for (var date = span.Start!.Value; date <= span.End!.Value; date = date.PlusDays(1))
            {
                var (filledToday, overToday) = (0L, 0L);
                foreach (var unit in Enumerable.Range(0, 10))
                {
                    var places = authorized.Where(row => row.Item1 == unit && row.Item3.Contains(date)).Sum(row => row.Item2);
                    var heads = people.Count(row => row.Unit == unit && row.Span.Contains(date));
                    (filledToday, overToday) = (filledToday + Math.Min(places, heads), overToday + Math.Max(0, heads - places));
                }

                var day = staffing.On(date);
                Assert.Equal((filledToday, overToday), ((long)day.Filled, (long)day.OverStrength));
                Assert.True(day.Explain().IsVerified);
                (filled, over) = (filled + filledToday, over + overToday);
            }

            var all = staffing.Over(span);
            Assert.Equal((filled, over), (all.FilledDays, all.OverStrengthDays));
            Assert.Equal((all.AuthorizedDays, all.InPostDays), (all.FilledDays + all.VacantDays, all.FilledDays + all.OverStrengthDays));
            Assert.True(all.Explain().IsVerified);
        });

    private static Gen<(int Unit, int Number, DateSpan Span)[]> Rows =>
        from rows in (from unit in Gen.Choose(1, 3)
                      from number in Gen.Choose(0, 3)
                      from start in Gen.Choose(-5, 90)
                      from length in Gen.Choose(0, 60)
                      from isOpen in Gen.Elements(true, false, false)
                      let first = s_first.PlusDays(start)
                      select (unit, number, isOpen ? DateSpan.From(first) : new DateSpan(first, first.PlusDays(length)))).ListOf()
        select rows.ToArray();
}
