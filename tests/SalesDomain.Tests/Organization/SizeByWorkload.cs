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

public sealed class SizeByWorkload
{
    [Fact]
    public void Talleys_steps_stand_in_the_explanation()
    {
        var time = SellingTime.Of(240m, Duration.FromHours(8)).WithoutDays("leave", 15m).WithoutShare("reports", Percent(15m))
            .WithoutShare("waiting", Percent(5m));
        var size = WorkloadMethod.InTime(
            time,
            new WorkloadSegment("A", 200, AccountWorkload.Of(36m, Duration.FromMinutes(60), Duration.FromMinutes(20))),
            new WorkloadSegment("B", 500, AccountWorkload.Of(12m, Duration.FromMinutes(40), Duration.FromMinutes(20)))).Size();

        Assert.Equal((576_000m + 360_000m, 86_400m, 11), (size.Workload, size.Capacity, size.People));
        Assert.Equal(936_000m / 86_400m, size.Need);
        Assert.Equal(
            """
            people: 11  [round digits:0 ceiling]
              need: ≈ 10.833333  [ratio]
                workload in minutes: 936000  [sum]
                  A: 576000  [product]
                    accounts: 200  [fact]
                    workload in minutes: 2880  [product]
                      calls: 36  [fact]
                      minutes of a call: 80  [sum]
                        time of a call: 60  [fact]
                        travel: 20  [fact]
                  B: 360000  [product]
                    accounts: 500  [fact]
                    workload in minutes: 720  [product]
                      calls: 12  [fact]
                      minutes of a call: 60  [sum]
                        time of a call: 40  [fact]
                        travel: 20  [fact]
                selling time in minutes: 86400  [product]
                  time at work in minutes: 108000  [product]
                    days at work: 225  [difference]
                      working days: 240  [fact]
                      leave: 15  [fact]
                    minutes a day: 480  [fact]
                  share for selling: 0.8  [difference]
                    all of it: 1  [by the rule]
                    reports: 0.15  [fact]
                    waiting: 0.05  [fact]

            """.Replace("\r\n", "\n"),
            size.Explain().ToString());
        Tampering.EveryChangeIsNamed(size.Explain());
        Tampering.EveryChangeIsNamed(size.ExplainUtilization());
    }

    [Fact]
    public void The_need_is_rounded_up_once_and_not_by_segment()
    {
        // Four tenths of a person each: two segments share one.
        var size = WorkloadMethod.InCalls(1_000m, Segment("A", 400), Segment("B", 400)).Size();
        Assert.Equal((0.8m, 1), (size.Need, size.People));
        Assert.Equal([0.4m, 0.4m], size.Lines.Select(segment => segment.Need));
        Assert.Equal(Percent(80), size.Utilization);
    }

    [Theory]
    [InlineData(60_000, 60)]
    [InlineData(60_001, 61)]
    [InlineData(59_999, 60)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    public void A_call_more_than_whole_people_can_make_needs_one_more(int calls, int people)
    {
        var size = WorkloadMethod.InCalls(1_000m, Segment("A", calls)).Size();
        Assert.Equal(people, size.People);
        Assert.Equal(people == 0, size.Utilization is null);
        Tampering.EveryChangeIsNamed(size.Explain());
    }

    [Property]
    public Property More_work_never_needs_fewer_people_and_parts_add_up_before_rounding() =>
        Prop.ForAll(
            Gen.Choose(0, 5_000).ListOf(4).ToArbitrary(), Gen.Choose(1, 3_000).ToArbitrary(), Gen.Choose(0, 500).ToArbitrary(),
            (accounts, capacity, more) =>
        {
            WorkloadSegment[] segments = [.. accounts.Select(
                (count, i) => new WorkloadSegment("S" + i, count, AccountWorkload.OfCalls(i + 0.5m)))];
            var size = WorkloadMethod.InCalls(capacity, segments).Size();
            var larger = WorkloadMethod.InCalls(capacity, [.. segments, Segment("more", more)]).Size();
            var exact = segments.Aggregate(
                Exact.Of(0), (sum, each) => sum + (Exact.Of(each.Accounts) * Exact.Of(each.Each.Calls))) / Exact.Of(capacity);

            Assert.Equal(-(-exact).Floor(), Exact.Of(size.People));
            Assert.True(larger.People >= size.People);
            Assert.True(Math.Abs(size.Lines.Sum(each => each.Need) - size.Need) <= 1e-24m);
            Assert.True(size.Explain().IsVerified);
        });

    [Property]
    public Property Selling_time_is_what_days_and_shares_leave() =>
        Prop.ForAll(
            Gen.Choose(2, 366).ToArbitrary(), Gen.Choose(0, 99).ToArbitrary(), Gen.Choose(1, 1_440).ToArbitrary(), (days, share, minutes) =>
        {
            var away = days / 3;
            var time = SellingTime.Of(days, Duration.FromMinutes(minutes)).WithoutDays("leave", away)
                .WithoutShare("reports", Percent(share));
            Assert.Equal((days - away) * minutes * (100m - share) / 100m, time.Minutes);
            Assert.Equal(time.Minutes, time.Hours * 60m, 20);
            Assert.True(time.Explain().IsVerified && time.Explain().Value == (Figure)time.Minutes);
        });

    [Fact]
    public void Working_days_come_from_a_calendar()
    {
        var february = SellingTime.Of(WorkCalendar.MondayToFriday, DateSpan.OfMonth(2026, 2), Duration.FromHours(8));
        Assert.Equal((20m, 9_600m, 160m), (february.WorkingDays, february.Minutes, february.Hours));
        Tampering.EveryChangeIsNamed(february.Explain());
    }

    [Fact]
    public void Selling_times_are_equal_by_what_was_stated()
    {
        var time = SellingTime.Of(240m, Duration.FromHours(8)).WithoutDays("leave", 15m);
        TestHelper.TestEqualsClass(
            time, SellingTime.Of(240m, Duration.FromHours(8)).WithoutDays("leave", 15.0m),
            SellingTime.Of(240m, Duration.FromHours(8)).WithoutDays("leave", 14m), SellingTime.Of(225m, Duration.FromHours(8)),
            SellingTime.Of(Duration.FromHours(1_800)), time.WithoutShare("reports", Percent(1m)));
        Assert.Equal("240 days of 480 min, less leave 15: 108000 min", time.ToString());
        Assert.Equal([("leave", (Figure)15m)], time.DaysAway.Select(each => (each.Name, each.Value)));
    }

    [Fact]
    public void Methods_and_segments_are_equal_by_value()
    {
        TestHelper.TestEqualsClass(Segment("A", 3), Segment("A", 3), Segment("A", 4), Segment("B", 3));
        TestHelper.TestEqualsClass(
            WorkloadMethod.InCalls(10m, Segment("A", 3)), WorkloadMethod.InCalls(10m, Segment("A", 3)),
            WorkloadMethod.InCalls(11m, Segment("A", 3)),
            WorkloadMethod.InCalls(10m, Segment("A", 3), Segment("B", 3)));
        TestHelper.TestEqualsStruct(
            AccountWorkload.Of(12m, Duration.FromMinutes(30), Duration.Zero),
            AccountWorkload.Of(12.0m, Duration.FromMinutes(30), Duration.Zero),
            AccountWorkload.Of(12m, Duration.FromMinutes(20), Duration.FromMinutes(10)), AccountWorkload.OfCalls(12m), default);
        Assert.Equal("A: 3 accounts, 1 calls of 0 + 0 min; 10 calls a person", WorkloadMethod.InCalls(10m, Segment("A", 3)).ToString());
    }

    [Fact]
    public void The_workload_of_an_account_is_frequency_times_duration_and_travel()
    {
        var workload = AccountWorkload.Of(24m, Duration.FromMinutes(45), Duration.FromMinutes(15));
        Assert.Equal((60m, 1_440m), (workload.MinutesOfACall, workload.Minutes));
        Assert.Equal((Duration.FromMinutes(45), Duration.FromMinutes(15)), (workload.TimeOfACall, workload.Travel));
        Tampering.EveryChangeIsNamed(workload.Explain());
        Assert.True(default(AccountWorkload).Explain().IsVerified);
    }

    [Theory]
    [InlineData(63, 3)]
    [InlineData(64, 3)]
    [InlineData(65, 4)]
    public void Half_minutes_of_a_mean_are_exact_at_the_edge_of_rounding_up(int accounts, int people)
    {
        // 64 calls of 22.5 minutes are 1,440 minutes: three days of eight hours to the minute.
        var mean = (Duration.FromMinutes(20) + Duration.FromMinutes(25)) / 2;
        var segment = new WorkloadSegment("A", accounts, AccountWorkload.Of(1m, mean, Duration.Zero));
        var size = WorkloadMethod.InTime(SellingTime.Of(1m, Duration.FromHours(8)), segment).Size();

        Assert.Equal((accounts * 22.5m, people), (size.Workload, size.People));
        Assert.Equal(accounts == 64, size.Utilization == Percentage.OneHundred);
        Assert.Equal("1 calls of 22.5 + 0 min", segment.Each.ToString());
        Tampering.EveryChangeIsNamed(size.Explain());

        // Of days of 7 hours and 52.5 minutes, 63 calls with half their time on the road fill exactly three.
        var day = SellingTime.Of(1m, Duration.FromMinutes(472) + Duration.FromSeconds(30));
        var road = AccountWorkload.Of(1m, Duration.FromSeconds(675), Duration.FromSeconds(675));
        Assert.Equal(
            accounts <= 63 ? 3 : 4, WorkloadMethod.InTime(day, new WorkloadSegment("A", accounts, road)).Size().People);
        Assert.Equal("1 days of 472.5 min: 472.5 min", day.ToString());
    }

    [Property]
    public Property People_are_the_ceiling_of_the_exact_quotient_of_decimal_minutes() =>
        Prop.ForAll(
            Gen.Choose(1, 60_000).Four().ToArbitrary(), Gen.Choose(0, 400).ToArbitrary(), (tenths, accounts) =>
        {
            // Tenths of a minute are six seconds; the finest times that are decimal minutes are three nanoseconds.
            var (call, travel, aDay, fine) = tenths;
            var each = AccountWorkload.Of(12m, Duration.FromSeconds(6 * call), Duration.FromNanoseconds(3L * fine));
            var size = WorkloadMethod.InTime(
                SellingTime.Of(20m, Duration.FromSeconds(6 * aDay)), new WorkloadSegment("A", accounts, each),
                new WorkloadSegment("B", 1, AccountWorkload.Of(1m, Duration.FromSeconds(6 * travel), Duration.Zero))).Size();

            var inADay = Exact.Of(20) * Exact.Of(aDay) / Exact.Of(10);
            var ofEach = (Exact.Of(call) / Exact.Of(10)) + (Exact.Of(fine) / Exact.Of(20_000_000_000m));
            var work = (Exact.Of(accounts) * Exact.Of(12) * ofEach) + (Exact.Of(travel) / Exact.Of(10));
            Assert.Equal(-(-(work / inADay)).Floor(), Exact.Of(size.People));
            Assert.Equal((Duration.FromSeconds(6 * call), Duration.FromNanoseconds(3L * fine)), (each.TimeOfACall, each.Travel));
            Assert.True(size.Explain().IsVerified);
        });

    [Fact]
    public void Times_of_more_than_a_day_come_back_as_they_were_given()
    {
        var time = Duration.FromDays(1_000) + Duration.FromSeconds(90);
        var workload = AccountWorkload.Of(1m, time, Duration.Zero);
        Assert.Equal((time, 1_440_001.5m), (workload.TimeOfACall, workload.Minutes));
    }

    [Fact]
    public void A_time_whose_minutes_do_not_end_is_refused_and_not_rounded()
    {
        var third = Duration.FromMinutes(22) + Duration.FromSeconds(20);
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => AccountWorkload.Of(1m, third, Duration.Zero));
        Assert.Equal("timeOfACall", refused.ParamName);
        Assert.StartsWith("timeOfACall must be a decimal number of minutes, such as 22.5", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var time = SellingTime.Of(240m, Duration.FromHours(8)).WithoutShare("reports", Percent(60m));
        Assert.Equal("days", Assert.Throws<ArgumentOutOfRangeException>(() => time.WithoutDays("leave", 240m)).ParamName);
        Assert.Equal("days", Assert.Throws<ArgumentOutOfRangeException>(() => time.WithoutDays("leave", -1m)).ParamName);
        Assert.Equal("share", Assert.Throws<ArgumentOutOfRangeException>(() => time.WithoutShare("travel", Percent(40m))).ParamName);
        Assert.Equal(0.5m / 100m * 240m * 480m, time.WithoutShare("travel", Percent(39.5m)).Minutes);
        Assert.Equal("share", Assert.Throws<ArgumentOutOfRangeException>(() => time.WithoutShare("travel", Percent(-1m))).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => time.WithoutShare("reports", Percent(1m))).ParamName);
        Assert.Throws<InvalidOperationException>(() => SellingTime.Of(Duration.FromHours(8)).WithoutDays("leave", 1m));
        Assert.Equal("time", Assert.Throws<ArgumentOutOfRangeException>(() => SellingTime.Of(Duration.Zero)).ParamName);
        Assert.Equal("aDay", Assert.Throws<ArgumentOutOfRangeException>(() => SellingTime.Of(1m, Duration.FromSeconds(20))).ParamName);
        Assert.Equal(
            "travel",
            Assert.Throws<ArgumentOutOfRangeException>(() => AccountWorkload.Of(1m, Duration.Zero, Duration.FromMinutes(-1))).ParamName);
        Assert.Equal(
            "period",
            Assert.Throws<ArgumentException>(() => SellingTime.Of(WorkCalendar.MondayToFriday, DateSpan.Always, Duration.FromHours(8)))
                .ParamName);
        Assert.Equal("period", Assert.Throws<ArgumentOutOfRangeException>(
            () => SellingTime.Of(WorkCalendar.MondayToFriday, DateSpan.On(new LocalDate(2026, 2, 1)), Duration.FromHours(8))).ParamName);
        Assert.Equal("segments", Assert.Throws<ArgumentException>(() => WorkloadMethod.InTime(time, Segment("A", 1))).ParamName);
        Assert.Equal(
            "segments", Assert.Throws<ArgumentException>(() => WorkloadMethod.InCalls(1m, Segment("A", 1), Segment("A", 2))).ParamName);
        Assert.Equal(
            "callsPerPerson", Assert.Throws<ArgumentOutOfRangeException>(() => WorkloadMethod.InCalls(0m, Segment("A", 1))).ParamName);
        Assert.Throws<OverflowException>(() => WorkloadMethod.InCalls(0.0000001m, Segment("A", int.MaxValue)).Size());
    }

    [Fact]
    public void A_forecast_is_broken_down_with_people_in_reserve()
    {
        var method = BreakdownMethod.OfSalesPerPerson(Measure.Revenue.Of(Usd(300_000m))).WithTurnover(Percent(20));
        var size = method.Size(Measure.Revenue.Of(Usd(10_000_000m)));
        Assert.Equal((40m, 40), (size.Need, size.People));
        Assert.Equal((method, Usd(10_000_000m)), (size.Method, size.Forecast.Money));
        Assert.Equal("revenue, without tax: USD 300000.00 a person; turnover 20%", method.ToString());
        Tampering.EveryChangeIsNamed(size.Explain());

        // By units and by number as well.
        var cases = Measure.Units(UnitOfMeasure.Case);
        Assert.Equal(
            4, BreakdownMethod.OfSalesPerPerson(cases.Of(new Quantity(10m, UnitOfMeasure.Case)))
                .Size(cases.Of(new Quantity(31m, UnitOfMeasure.Case))).People);
        var outlets = Measure.Count("outlets");
        Tampering.EveryChangeIsNamed(
            BreakdownMethod.OfSalesPerPerson(outlets.Of(10m)).WithTurnover(Percent(5)).Size(outlets.Of(31m)).Explain());
        TestHelper.TestEqualsClass(
            method, BreakdownMethod.OfSalesPerPerson(method.PerPerson).WithTurnover(Percent(20)), method.WithTurnover(Percent(0)),
            BreakdownMethod.OfSalesPerPerson(Measure.Revenue.Of(Usd(1m))).WithTurnover(Percent(20)));
    }

    [Property]
    public Property The_breakdown_is_the_ceiling_of_the_exact_quotient(int forecast, int perPerson, int turnover)
    {
        var (total, each, leaving) = (
            Math.Abs(forecast % 10_000_000) / 100m, ((Math.Abs(perPerson % 100_000) + 1) / 100m) + 1m, Math.Abs(turnover % 10_000) / 100m);
        var size = BreakdownMethod.OfSalesPerPerson(Measure.Revenue.Of(Cny(each))).WithTurnover(Percent(leaving))
            .Size(Measure.Revenue.Of(Cny(total)));
        var exact = Exact.Of(total) * (Exact.Of(1) + (Exact.Of(leaving) / Exact.Of(100))) / Exact.Of(each);
        return (-(-exact).Floor() == Exact.Of(size.People) && size.Explain().IsVerified).ToProperty();
    }

    [Fact]
    public void A_forecast_of_another_measure_or_below_zero_is_refused()
    {
        var money = Measure.Revenue.Of(Usd(1m));
        var method = BreakdownMethod.OfSalesPerPerson(money);
        Assert.Throws<TaxBasisMismatchException>("forecast", () => method.Size(Measure.GrossRevenue.Of(Usd(1m)).As(Measure.GrossRevenue)));
        Assert.Throws<CurrencyMismatchException>("forecast", () => method.Size(Measure.Revenue.Of(Cny(1m))));
        Assert.Throws<ArgumentOutOfRangeException>("forecast", () => method.Size(Measure.Revenue.Of(Usd(-1m))));
        Assert.Throws<ArgumentOutOfRangeException>(
            "perPerson", () => BreakdownMethod.OfSalesPerPerson(Measure.Revenue.Of(Usd(0m))));
        Assert.Throws<ArgumentOutOfRangeException>("turnover", () => method.WithTurnover(Percent(-1)));
    }

    private static WorkloadSegment Segment(string name, int accounts) => new(name, accounts, AccountWorkload.OfCalls(1m));
}
