using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using Xunit;

namespace SalesDomain.Tests.Organization;

public sealed class VacantPositions
{
    private static readonly Staffing<string> s_staffing = Staffing
        .Of([("P-1", DateSpan.From(Day(1, 1))), ("P-2", DateSpan.From(Day(1, 1))), ("P-3", new DateSpan(Day(2, 1), Day(3, 31)))])
        .WithFilled(
        [
            ("P-1", DateSpan.Until(Day(1, 31))), ("P-1", DateSpan.From(Day(3, 1))), ("P-2", DateSpan.Always),
            ("P-9", DateSpan.From(Day(3, 1))),
        ]);

    [Fact]
    public void A_vacancy_runs_from_the_first_day_without_anybody()
    {
        Assert.Equal(
            ["P-1 vacant 2026-02-01/2026-02-28, filled", "P-3 vacant 2026-02-01/2026-03-31, withdrawn"],
            s_staffing.Vacancies.Select(each => each.ToString()));
        var vacancy = s_staffing.Vacancies[0];
        Assert.Equal((28, Day(3, 1)), (vacancy.Days!.Value, vacancy.FilledOn!.Value));
        Assert.Equal([0, 1, 28, 28], new[] { Day(1, 31), Day(2, 1), Day(2, 28), Day(3, 5) }.Select(vacancy.AgeOn));
        Assert.Null(s_staffing.Vacancies[1].FilledOn);
    }

    [Fact]
    public void A_day_shows_what_is_authorized_filled_and_vacant()
    {
        var day = s_staffing.On(Day(2, 15));
        Assert.Equal((3, 1, 2), (day.Authorized, day.Filled, day.Vacant));
        Assert.Equal((Percentage.Ratio(1m, 3m), Percentage.OneHundred), (day.FillRate, day.FillRate!.Value + day.VacancyRate!.Value));
        Assert.Equal([("P-1", 15), ("P-3", 15)], day.Vacancies.Select(each => (each.Position, each.AgeOn(day.On))));
        Assert.Empty(day.Unauthorized);
        Assert.Equal(["P-9"], s_staffing.On(Day(3, 15)).Unauthorized);
        Assert.Equal((3, 2), (s_staffing.On(Day(3, 15)).Authorized, s_staffing.On(Day(3, 15)).Filled));
        Tampering.EveryChangeIsNamed(day.Explain());
    }

    [Fact]
    public void A_span_counts_days_and_the_time_to_fill()
    {
        var quarter = s_staffing.Over(DateSpan.OfQuarter(2026, 1));
        Assert.Equal((239, 152, 87), (quarter.AuthorizedDays, quarter.FilledDays, quarter.VacantDays));
        Assert.Equal(Percentage.Ratio(152m, 239m), quarter.FillRate);
        Assert.Equal((28m, 1, 2), (quarter.AverageDaysToFill!.Value, quarter.FilledVacancies.Count, quarter.Vacancies.Count));
        Tampering.EveryChangeIsNamed(quarter.Explain());
        Tampering.EveryChangeIsNamed(quarter.ExplainTimeToFill());

        // Filled on 1 March, which February does not see.
        var february = s_staffing.Over(DateSpan.OfMonth(2026, 2));
        Assert.Null(february.AverageDaysToFill);
        Assert.Equal(Figure.Absent, february.ExplainTimeToFill().Value);
        Assert.Equal(56, february.VacantDays);
    }

    [Fact]
    public void Before_any_authorization_there_is_no_rate()
    {
        var before = s_staffing.On(new LocalDate(2025, 12, 31));
        Assert.True(before is { Authorized: 0, FillRate: null, VacancyRate: null });
        Assert.True(before.Explain().IsVerified);
        var span = s_staffing.Over(DateSpan.OfYear(2025));
        Assert.True(span is { AuthorizedDays: 0, FillRate: null, VacancyRate: null });
        Assert.True(span.Explain().IsVerified);
    }

    [Fact]
    public void Who_holds_a_position_fills_it()
    {
        var authorized = new[] { (new PositionId("P-1"), DateSpan.From(Day(1, 1))) };
        var held = Assignments.Of((new PositionId("P-1"), new SalespersonId("S-1"), DateSpan.From(Day(1, 11))));
        var staffing = Staffing.Of(authorized, held);
        Assert.Equal(10, staffing.Vacancies[0].Days);
        Assert.Equal(staffing, Staffing.Of(authorized).WithFilled([(new PositionId("P-1"), DateSpan.From(Day(1, 11)))]));
    }

    [Fact]
    public void Two_in_one_position_fill_it_once_and_one_who_follows_leaves_no_gap()
    {
        var staffing = Staffing.Of([("P-1", new DateSpan(Day(1, 1), Day(3, 31))), ("P-1", DateSpan.From(Day(4, 1)))]).WithFilled(
            [
                ("P-1", new DateSpan(Day(1, 1), Day(2, 15))), ("P-1", new DateSpan(Day(2, 1), Day(2, 28))),
                ("P-1", DateSpan.From(Day(3, 1))),
            ]);
        Assert.Empty(staffing.Vacancies);
        Assert.Equal(Percentage.OneHundred, staffing.Over(DateSpan.OfYear(2026)).FillRate);
    }

    [Fact]
    public void Staffings_are_equal_by_days_and_what_makes_no_sense_is_refused()
    {
        TestHelper.TestEqualsClass(
            Staffing.Of([("P-1", DateSpan.OfYear(2026))])
                .WithFilled([("P-1", DateSpan.OfQuarter(2026, 1)), ("P-1", DateSpan.OfQuarter(2026, 2))]),
            Staffing.Of([("P-1", DateSpan.OfYear(2026))]).WithFilled([("P-1", new DateSpan(Day(1, 1), Day(6, 30)))]),
            Staffing.Of([("P-1", DateSpan.OfYear(2026))]).WithFilled([("P-1", new DateSpan(Day(1, 1), Day(6, 29)))]),
            Staffing.Of([("P-2", DateSpan.OfYear(2026))]).WithFilled([("P-1", new DateSpan(Day(1, 1), Day(6, 30)))]), s_staffing);
        var vacancy = s_staffing.Vacancies[0];
        TestHelper.TestEqualsClass(
            vacancy, Staffing.Of([("P-1", DateSpan.From(Day(2, 1)))]).WithFilled([("P-1", DateSpan.From(Day(3, 1)))]).Vacancies[0],
            s_staffing.Vacancies[1],
            Staffing.Of([("P-1", DateSpan.OfMonth(2026, 2))]).Vacancies[0]);

        Assert.Equal("authorized", Assert.Throws<ArgumentException>(() => Staffing.Of([("P-1", DateSpan.Until(Day(1, 1)))])).ParamName);
        Assert.Equal("authorized", Assert.Throws<ArgumentException>(() => Staffing.Of(Array.Empty<(string, DateSpan)>())).ParamName);
        Assert.Equal("authorized", Assert.Throws<ArgumentException>(
            () => Staffing.Of([("P-1", DateSpan.From(Day(1, 1))), ("P-1", DateSpan.On(Day(2, 1)))])).ParamName);
        Assert.Equal("span", Assert.Throws<ArgumentException>(() => s_staffing.Over(DateSpan.Always)).ParamName);
    }

    [Property]
    public Property Days_and_vacancies_are_what_a_loop_over_the_days_finds() =>
        Prop.ForAll(Spans(1).ToArbitrary(), Spans(3).ToArbitrary(), (plan, filled) =>
        {
            var authorized = plan.GroupBy(each => each.Position).Select(group => group.First()).ToArray();
            var staffing = Staffing.Of(authorized).WithFilled(filled);
            var span = new DateSpan(new LocalDate(2026, 1, 1), new LocalDate(2026, 4, 10));
            var over = staffing.Over(span);
            var (authorizedDays, filledDays) = (0, 0);
            for (var date = span.Start!.Value; date <= span.End!.Value; date = date.PlusDays(1))
            {
                var here = authorized.Where(each => each.Span.Contains(date)).Select(each => each.Position).ToArray();
                var there = here.Where(each => filled.Any(fact => fact.Position == each && fact.Span.Contains(date))).ToArray();
                var day = staffing.On(date);
                Assert.Equal((here.Length, there.Length), (day.Authorized, day.Filled));
                Assert.Equal(here.Except(there).OrderBy(each => each), day.Vacancies.Select(each => each.Position).OrderBy(each => each));
                Assert.True(day.FillRate is null || day.FillRate.Value + day.VacancyRate!.Value == Percentage.OneHundred);
                (authorizedDays, filledDays) = (authorizedDays + here.Length, filledDays + there.Length);
            }

            Assert.Equal(
                (authorizedDays, filledDays, authorizedDays - filledDays), (over.AuthorizedDays, over.FilledDays, over.VacantDays));
            Assert.True(over.Explain().IsVerified && over.ExplainTimeToFill().IsVerified);
            Assert.All(over.FilledVacancies, each => Assert.Contains(
                filled, fact => fact.Position == each.Position && fact.Span.Contains(each.FilledOn!.Value)));
        });

    private static Gen<(int Position, DateSpan Span)[]> Spans(int least) =>
        from rows in (from position in Gen.Choose(1, 4)
                      from start in Gen.Choose(0, 90)
                      from length in Gen.Choose(0, 60)
                      from isOpen in Gen.Elements(true, false, false)
                      let first = new LocalDate(2026, 1, 1).PlusDays(start)
                      select (position, isOpen ? DateSpan.From(first) : new DateSpan(first, first.PlusDays(length)))).ListOf()
        from last in Gen.Choose(least, 4)
        select rows.Append((last, DateSpan.OfMonth(2026, 2))).ToArray();

    private static LocalDate Day(int month, int day) => new(2026, month, day);
}
