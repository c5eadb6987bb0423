using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Organization;

public sealed class HeadCountAndTurnover
{
    private static readonly DateSpan s_quarter = DateSpan.OfQuarter(2026, 1);

    // Ten at the start, one leaves on 31 January, one on 15 February; one comes on 1 March.
    private static readonly HeadCount s_team = HeadCount.Of(
    [
        .. Enumerable.Range(1, 8).Select(i => new Employment(Person(i), new LocalDate(2024, 1, 1))),
        new Employment(Person(9), new LocalDate(2024, 1, 1)).Ended(new LocalDate(2026, 1, 31), LeavingKind.Voluntary),
        new Employment(Person(10), new LocalDate(2025, 10, 1)).Ended(new LocalDate(2026, 2, 15), LeavingKind.Involuntary),
        new Employment(Person(11), new LocalDate(2026, 3, 1)),
    ]);

    [Fact]
    public void The_last_day_is_a_day_of_employment()
    {
        Assert.Equal(10, s_team.On(new LocalDate(2026, 1, 31)));
        Assert.Equal(9, s_team.On(new LocalDate(2026, 2, 1)));
        Assert.Equal(9, s_team.On(new LocalDate(2026, 2, 15)));
        Assert.Equal(8, s_team.On(new LocalDate(2026, 2, 16)));
        Assert.Equal(8, s_team.On(new LocalDate(2026, 2, 28)));
        Assert.Equal(9, s_team.On(new LocalDate(2026, 3, 1)));
        Assert.Equal([Person(9), Person(10)], s_team.Leavers(s_quarter).Select(each => each.Salesperson).OrderBy(id => id.Code.Length));
        Assert.Equal([Person(11)], s_team.Joiners(s_quarter).Select(each => each.Salesperson));
    }

    [Fact]
    public void Three_averages_give_three_rates_and_each_is_named()
    {
        var byDay = s_team.Turnover(s_quarter, HeadCountAverage.ByDay);
        var byMonthEnds = s_team.Turnover(s_quarter, HeadCountAverage.ByMonthEnds);
        var byEnds = s_team.Turnover(s_quarter, HeadCountAverage.OpeningAndClosing);

        // 8 × 90 + 31 + 46 + 31 person-days; 9, 8 and 9 at month ends, as the one whose last day is 31 January is gone; 10 and 9.
        Assert.Equal((828m / 90m, 26m / 3m, 9.5m), (byDay.AverageHeadCount, byMonthEnds.AverageHeadCount, byEnds.AverageHeadCount));
        Assert.Equal(Percentage.Ratio(180m, 828m), byDay.Rate);
        Assert.Equal(Percentage.Ratio(6m, 26m), byMonthEnds.Rate);
        Assert.Equal(Percentage.Ratio(4m, 19m), byEnds.Rate);
        Assert.Equal(Percentage.Ratio(3m, 26m), byMonthEnds.RateOf(LeavingKind.Voluntary));
        Assert.Equal((1, 1, 0), (byDay.Count(LeavingKind.Voluntary), byDay.Count(LeavingKind.Involuntary), byDay.Count(LeavingKind.Other)));

        // A quarter × 4.
        Assert.Equal(Percentage.Ratio(24m, 26m), byMonthEnds.Annualized(4));
        Assert.Equal(byMonthEnds.Rate, byMonthEnds.Annualized(1));
        Assert.Equal(Percentage.Ratio(12m, 26m), byMonthEnds.AnnualizedOf(4, LeavingKind.Voluntary));
        Tampering.EveryChangeIsNamed(byMonthEnds.ExplainAnnualized(4));
        Tampering.EveryChangeIsNamed(byMonthEnds.ExplainAnnualizedOf(4, LeavingKind.Voluntary));
        foreach (var turnover in new[] { byDay, byMonthEnds, byEnds })
        {
            Tampering.EveryChangeIsNamed(turnover.Explain());
            Tampering.EveryChangeIsNamed(turnover.ExplainRateOf(LeavingKind.Voluntary));
            Tampering.EveryChangeIsNamed(turnover.ExplainRateOf(LeavingKind.Involuntary, LeavingKind.Other));
            Tampering.EveryChangeIsNamed(turnover.ExplainShareLeft());
            Tampering.EveryChangeIsNamed(turnover.ExplainClosing());
        }
    }

    [Fact]
    public void Who_leaves_on_the_last_day_of_a_period_is_not_in_its_close()
    {
        // Four people; the last days of two are those of the quarter before and of the quarter.
        var team = HeadCount.Of(
        [
            new Employment(Person(1), new LocalDate(2024, 1, 1)),
            new Employment(Person(2), new LocalDate(2024, 1, 1)),
            new Employment(Person(3), new LocalDate(2024, 1, 1)).Ended(new LocalDate(2025, 12, 31), LeavingKind.Voluntary),
            new Employment(Person(4), new LocalDate(2024, 1, 1)).Ended(new LocalDate(2026, 3, 31), LeavingKind.Voluntary),
        ]);
        var turnover = team.Turnover(s_quarter, HeadCountAverage.OpeningAndClosing);
        Assert.Equal((3, 0, 1, 2), (turnover.Opening, turnover.Joined, turnover.Left, turnover.Closing));
        Assert.Equal((2.5m, Percent(40)), (turnover.AverageHeadCount, turnover.Rate!.Value));

        Assert.Equal((4, 3), (team.On(new LocalDate(2025, 12, 31)), team.AtCloseOf(new LocalDate(2025, 12, 31))));
        Assert.Equal((3, 3), (team.On(new LocalDate(2026, 3, 30)), team.AtCloseOf(new LocalDate(2026, 3, 30))));
        Assert.Equal((3, 2), (team.On(new LocalDate(2026, 3, 31)), team.AtCloseOf(new LocalDate(2026, 3, 31))));

        // One day in all: never at a close.
        var oneDay = HeadCount.Of(
            [new Employment(Person(1), new LocalDate(2026, 3, 31)).Ended(new LocalDate(2026, 3, 31), LeavingKind.Other)]);
        Assert.Equal((1, 0), (oneDay.On(new LocalDate(2026, 3, 31)), oneDay.AtCloseOf(new LocalDate(2026, 3, 31))));
        var never = oneDay.Turnover(s_quarter, HeadCountAverage.OpeningAndClosing);
        Assert.Equal((0, 1, 1, 0), (never.Opening, never.Joined, never.Left, never.Closing));
        Assert.Null(never.Rate);
        Assert.Equal(Percent(100), never.ShareLeft);
    }

    [Fact]
    public void A_span_from_the_first_day_of_the_calendar_opens_with_nobody()
    {
        var first = LocalDate.MinIsoValue;
        var turnover = HeadCount.Of([new Employment(Person(1), first)]).Turnover(DateSpan.On(first), HeadCountAverage.OpeningAndClosing);
        Assert.Equal((0, 1, 0, 1), (turnover.Opening, turnover.Joined, turnover.Left, turnover.Closing));
    }

    [Fact]
    public void A_transfer_leaves_the_head_count_and_is_no_turnover()
    {
        var team = HeadCount.Of(
        [
            .. Enumerable.Range(1, 7).Select(i => new Employment(Person(i), new LocalDate(2024, 1, 1))),
            new Employment(Person(8), new LocalDate(2024, 1, 1)).Ended(new LocalDate(2026, 1, 10), LeavingKind.Voluntary),
            new Employment(Person(9), new LocalDate(2024, 1, 1)).Ended(new LocalDate(2026, 2, 10), LeavingKind.Transferred),
            new Employment(Person(10), new LocalDate(2026, 2, 1)).Ended(new LocalDate(2026, 3, 10), LeavingKind.Involuntary),
        ]);
        var turnover = team.Turnover(s_quarter, HeadCountAverage.OpeningAndClosing);

        // Opening 9, closing 7, two leavers and a transfer.
        Assert.Equal((9, 1, 3, 7), (turnover.Opening, turnover.Joined, turnover.Left, turnover.Closing));
        Assert.Equal(Percent(25), turnover.Rate);
        Assert.Equal(Percent(50), turnover.Annualized(2));
        Assert.Equal(
            Percent(37.5m), turnover.RateOf(LeavingKind.Voluntary, LeavingKind.Involuntary, LeavingKind.Other, LeavingKind.Transferred));
        Assert.Equal(Percent(12.5m), turnover.RateOf(LeavingKind.Transferred, LeavingKind.Transferred));
        Assert.Equal((Percent(20), Percent(10)), (turnover.ShareLeft!.Value, turnover.ShareLeftOf(LeavingKind.Voluntary)!.Value));
        Assert.Equal(turnover.ShareLeft, team.Turnover(s_quarter, HeadCountAverage.ByDay).ShareLeft);
        Assert.Equal(
            "S-9: 2024-01-01/2026-02-10, transferred", turnover.Leavers.Single(each => each.Leaving == LeavingKind.Transferred).ToString());
        Assert.Equal((Figure)Percent(12.5m), turnover.ExplainRateOf(LeavingKind.Transferred, LeavingKind.Transferred).Value);
        Tampering.EveryChangeIsNamed(turnover.Explain());
        Tampering.EveryChangeIsNamed(turnover.ExplainShareLeft());
        Tampering.EveryChangeIsNamed(turnover.ExplainShareLeftOf(LeavingKind.Voluntary, LeavingKind.Transferred));
        Tampering.EveryChangeIsNamed(turnover.ExplainClosing());

        Assert.Equal("kinds", Assert.Throws<ArgumentException>(() => turnover.RateOf()).ParamName);
        Assert.Equal("kinds", Assert.Throws<ArgumentOutOfRangeException>(() => turnover.ShareLeftOf((LeavingKind)4)).ParamName);
    }

    [Fact]
    public void Where_nobody_is_employed_there_is_no_rate()
    {
        var nobody = HeadCount.Of([]).Turnover(s_quarter, HeadCountAverage.ByDay);
        Assert.True(nobody is { Rate: null, AverageHeadCount: 0m });
        Assert.Null(nobody.Annualized(4));
        Assert.True(nobody.ExplainAnnualized(4).IsVerified);
        Assert.Equal(Figure.Absent, nobody.Explain().Value);
        Assert.True(nobody.Explain().IsVerified);
        Assert.Null(HeadCount.Of([]).Ramped(s_quarter.Start!.Value, Ramp.None).AverageShare);
        Assert.True(HeadCount.Of([]).Ramped(s_quarter.Start!.Value, Ramp.None).Explain().IsVerified);
    }

    [Property]
    public Property The_average_by_day_is_the_sum_of_overlap_days_by_the_days() =>
        Prop.ForAll(Teams().ToArbitrary(), Gen.Choose(0, 900).ToArbitrary(), Gen.Choose(1, 200).ToArbitrary(), (team, offset, length) =>
        {
            var first = new LocalDate(2024, 1, 1).PlusDays(offset);
            var span = new DateSpan(first, first.PlusDays(length - 1));
            var counts = Enumerable.Range(0, length).Select(day => team.On(first.PlusDays(day))).ToArray();

            Assert.Equal(counts.Sum(), team.PersonDays(span));
            Assert.Equal((decimal)counts.Sum() / length, team.Turnover(span, HeadCountAverage.ByDay).AverageHeadCount);
            var closes = Enumerable.Range(-1, length + 1)
                .Select(day => team.EmployedOn(first.PlusDays(day)).Count(each => each.LastDay != first.PlusDays(day))).ToArray();
            var turnover = team.Turnover(span, HeadCountAverage.OpeningAndClosing);
            Assert.Equal(closes, Enumerable.Range(-1, length + 1).Select(day => team.AtCloseOf(first.PlusDays(day))));
            Assert.Equal((closes[0], closes[length]), (turnover.Opening, turnover.Closing));
            Assert.Equal((closes[0] + closes[length]) / 2m, turnover.AverageHeadCount);
            Assert.Equal(turnover.Closing, turnover.Opening + turnover.Joined - turnover.Left);
            Assert.Equal(turnover.Closing, turnover.Opening + team.Joiners(span).Count - team.Leavers(span).Count);
            Assert.True(turnover.ExplainClosing().IsVerified && turnover.ExplainShareLeft().IsVerified && turnover.Explain().IsVerified);
            Assert.True(turnover.ShareLeft is null || turnover.ShareLeft <= Percentage.OneHundred);

            // The close of a span is the opening of the next.
            var next = new DateSpan(span.End!.Value.PlusDays(1), span.End!.Value.PlusDays(length));
            Assert.Equal(turnover.Closing, team.Turnover(next, HeadCountAverage.ByDay).Opening);

            var monthEnds = Enumerable.Range(0, length).Where(day => first.PlusDays(day + 1).Day == 1)
                .Select(day => (decimal)closes[day + 1]).ToArray();
            if (monthEnds.Length > 0)
                Assert.Equal(monthEnds.Sum() / monthEnds.Length, team.Turnover(span, HeadCountAverage.ByMonthEnds).AverageHeadCount);
            Assert.True(team.Turnover(span, HeadCountAverage.ByDay).Explain().IsVerified);
        });

    [Property]
    public Property The_order_of_the_facts_does_not_matter(int seed) =>
        Prop.ForAll(Teams().ToArbitrary(), team =>
            team == HeadCount.Of(team.Employments.OrderBy(each => unchecked((each.GetHashCode() ^ seed) * 7_919))));

    [Fact]
    public void New_hires_count_once_their_months_are_over()
    {
        var hires = HeadCount.Of(
        [
            new Employment(Person(1), new LocalDate(2025, 1, 31)).Ended(new LocalDate(2025, 4, 29), LeavingKind.Voluntary),
            new Employment(Person(2), new LocalDate(2025, 1, 31)).Ended(new LocalDate(2025, 4, 30), LeavingKind.Voluntary),
            new Employment(Person(3), new LocalDate(2025, 1, 31)),
            new Employment(Person(4), new LocalDate(2025, 3, 1)).Ended(new LocalDate(2025, 3, 10), LeavingKind.Voluntary),
        ]);

        // Three months from 31 January end on 29 April: the next month begins on the 30th.
        var on29 = hires.NewHires(DateSpan.OfYear(2025), 3, new LocalDate(2025, 4, 29));
        Assert.Equal((4, 3, 1, 1), (on29.Hired, on29.Decided, on29.Open, on29.LeftEarly));
        Assert.Equal(Percentage.Ratio(1m, 3m), on29.Rate);
        var on28 = hires.NewHires(DateSpan.OfYear(2025), 3, new LocalDate(2025, 4, 28));
        Assert.Equal((0, 4), (on28.Decided, on28.Open));
        Assert.Null(on28.Rate);
        Assert.Equal(Percent(50), hires.NewHires(DateSpan.OfYear(2025), 3, new LocalDate(2025, 12, 31)).Rate);
        Tampering.EveryChangeIsNamed(on29.Explain());
        Assert.True(on28.Explain().IsVerified);
        Assert.Equal(
            "withinMonths",
            Assert.Throws<ArgumentOutOfRangeException>(() => hires.NewHires(s_quarter, 0, new LocalDate(2025, 4, 28))).ParamName);
    }

    [Fact]
    public void A_new_hire_who_is_transferred_is_not_lost_and_not_kept_either()
    {
        var start = new LocalDate(2025, 1, 1);
        var hires = HeadCount.Of(
        [
            new Employment(Person(1), start).Ended(new LocalDate(2025, 2, 28), LeavingKind.Transferred),
            new Employment(Person(2), start).Ended(new LocalDate(2025, 2, 28), LeavingKind.Involuntary),
            new Employment(Person(3), start).Ended(new LocalDate(2025, 4, 1), LeavingKind.Transferred),
        ]);

        // Of three months the last day is 31 March; who is transferred on 1 April had stayed.
        var turnover = hires.NewHires(DateSpan.OfYear(2025), 3, new LocalDate(2025, 12, 31));
        Assert.Equal((3, 1, 2, 0, 1), (turnover.Hired, turnover.Transferred, turnover.Decided, turnover.Open, turnover.LeftEarly));
        Assert.Equal(Percent(50), turnover.Rate);
        Tampering.EveryChangeIsNamed(turnover.Explain());

        // As in Turnover: nobody was lost, and of one who was transferred alone nothing is decided.
        var transferred = HeadCount.Of([hires.Employments[0]]);
        Assert.Equal(Percent(0), transferred.Turnover(DateSpan.OfYear(2025), HeadCountAverage.ByDay).Rate);
        Assert.Null(transferred.NewHires(DateSpan.OfYear(2025), 3, new LocalDate(2025, 12, 31)).Rate);
    }

    [Fact]
    public void Ramped_heads_are_the_sum_of_everybodys_share()
    {
        var ramp = Ramp.Of(Percent(0), Percent(25), Percent(50), Percent(75), Percent(100));
        var heads = s_team.Ramped(new LocalDate(2026, 4, 1), ramp);

        // Eight in full, one in the second month.
        Assert.Equal((9, 8.25m), (heads.Heads, heads.Effective));
        Assert.Equal(Percentage.Ratio(8.25m, 9m), heads.AverageShare);
        Assert.Equal(Percent(25), heads.People.Single(each => each.Employment.Salesperson == Person(11)).Share);
        Tampering.EveryChangeIsNamed(heads.Explain());
        Tampering.EveryChangeIsNamed(heads.ExplainAverageShare());
        Assert.Equal(8m, s_team.Ramped(new LocalDate(2026, 3, 31), ramp).Effective);
        Assert.Equal(9m, s_team.Ramped(new LocalDate(2026, 3, 31), Ramp.None).Effective);
    }

    [Fact]
    public void Nobody_is_employed_twice_on_a_day_but_may_come_back()
    {
        var first = new Employment(Person(1), new LocalDate(2026, 1, 1)).Ended(new LocalDate(2026, 3, 31), LeavingKind.Other);
        Assert.Equal(1, HeadCount.Of([new Employment(Person(1), new LocalDate(2026, 4, 1)), first]).On(new LocalDate(2026, 4, 1)));
        Assert.Equal("employments", Assert.Throws<ArgumentException>(
            () => HeadCount.Of([new Employment(Person(1), new LocalDate(2026, 3, 31)), first])).ParamName);
        Assert.Equal(
            "lastDay",
            Assert.Throws<ArgumentOutOfRangeException>(() => first.Ended(new LocalDate(2025, 12, 31), LeavingKind.Other)).ParamName);
        Assert.Equal(
            "leaving",
            Assert.Throws<ArgumentOutOfRangeException>(() => first.Ended(new LocalDate(2026, 12, 31), (LeavingKind)7)).ParamName);
        Assert.Throws<ArgumentException>("salesperson", () => new Employment(default, new LocalDate(2025, 12, 31)));
        Assert.Equal("span", Assert.Throws<ArgumentException>(() => s_team.Turnover(DateSpan.Always, HeadCountAverage.ByDay)).ParamName);
        Assert.Equal("span", Assert.Throws<ArgumentException>(
            () =>
                s_team.Turnover(
                    new DateSpan(new LocalDate(2026, 2, 1), new LocalDate(2026, 2, 27)), HeadCountAverage.ByMonthEnds)).ParamName);
        TestHelper.TestEqualsClass(
            first, new Employment(Person(1), new LocalDate(2026, 1, 1)).Ended(new LocalDate(2026, 3, 31), LeavingKind.Other),
            new Employment(Person(1), new LocalDate(2026, 1, 1)), first.Ended(new LocalDate(2026, 3, 31), LeavingKind.Voluntary));
        Assert.Equal("S-1: 2026-01-01/2026-03-31, ended", first.ToString());
        TestHelper.TestEqualsClass(HeadCount.Of([first]), HeadCount.Of([first]), HeadCount.Of([]), s_team);
    }

    private static Gen<HeadCount> Teams() =>
        from rows in (from start in Gen.Choose(0, 1_000)
                      from length in Gen.Choose(0, 500)
                      from kind in Gen.Elements<LeavingKind?>(
                          null, LeavingKind.Voluntary, LeavingKind.Involuntary, LeavingKind.Other, LeavingKind.Transferred)
                      select (start, length, kind)).ListOf()
        select HeadCount.Of(rows.Select((row, i) =>
        {
            var employment = new Employment(Person(i), new LocalDate(2023, 6, 1).PlusDays(row.start));
            return row.kind is { } kind ? employment.Ended(employment.Start.PlusDays(row.length), kind) : employment;
        }));

    private static SalespersonId Person(int number) => new("S-" + number);
}
