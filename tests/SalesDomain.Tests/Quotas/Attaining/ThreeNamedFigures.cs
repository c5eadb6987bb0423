using System;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.Quotas.Attaining;

/// <summary>Attainment, attainment to date and gap to elapsed time.</summary>
public sealed class ThreeNamedFigures
{
    private static readonly LocalDate s_day = new(2026, 6, 15);

    [Fact]
    public void They_divide_by_three_things()
    {
        // R-4, with 35 % of the quota phased to the day; September 2021 has 22 working days, 11 of them by the 15th.
        var attainment = Attainment.Of(Revenue(540_000m), Revenue(1_200_000m))
            .WithQuotaToDate(Revenue(420_000m))
            .WithElapsed(ElapsedTime.ByWorkingDays(WorkCalendar.MondayToFriday, DateSpan.OfMonth(2021, 9), new LocalDate(2021, 9, 15)));

        Assert.Equal("11 of 22 working days of 2021-09-01/2021-09-30", attainment.Elapsed!.ToString());
        Assert.Equal(Percent(45), attainment.Rate);
        Assert.Equal(Percent(128.57m), attainment.RateToDate.To(2));
        Assert.Equal(-5m, attainment.PointsAheadOfTime);
        Assert.Equal(Revenue(-660_000m), attainment.Gap);
        Assert.Equal(Revenue(120_000m), attainment.GapToDate);
        Assert.Empty(attainment.Reasons);
    }

    [Fact]
    public void What_was_not_stated_is_not_there()
    {
        var attainment = Attainment.Of(Revenue(540_000m), Revenue(1_200_000m));

        Assert.Null(attainment.RateToDate);
        Assert.Null(attainment.PointsAheadOfTime);
        Assert.Null(attainment.GapToDate);
        Assert.Empty(attainment.Reasons);
    }

    [Property]
    public void Pitfall_15_a_quota_of_zero_or_less_never_gives_a_number(decimal actual, decimal quota)
    {
        var below = Math.Min(quota, -quota);
        var attainment = Attainment.Of(Revenue(actual), Revenue(below)).WithElapsed(ElapsedTime.ByDays(DateSpan.OfYear(2026), s_day));

        Assert.Null(attainment.Rate);
        Assert.Null(attainment.PointsAheadOfTime);
        Assert.Equal(Revenue(actual) - Revenue(below), attainment.Gap);
        Assert.Equal(
            below == 0m ? new Reason("attainment.zero-quota") : new Reason("attainment.negative-quota", ("quota", Cny(below))),
            attainment.Reasons.Single());
    }

    [Fact]
    public void Pitfall_15_a_ramp_that_begins_at_zero_has_no_attainment_in_its_first_month()
    {
        var months = new[] { 0m, 50_000m, 100_000m }.Select(quota => Attainment.Of(Revenue(20_000m), Revenue(quota))).ToArray();

        Assert.Equal([null, Percent(40), Percent(20)], months.Select(month => month.Rate));
        Assert.Equal(Percent(40), Attainment.Pooled(months).Rate);
    }

    [Fact]
    public void No_quota_and_an_unknown_actual_are_no_zeros()
    {
        Assert.Equal([new Reason("attainment.no-quota")], Attainment.Of(Revenue(5m), null).Reasons);
        Assert.Equal([new Reason("attainment.unknown-actual")], Attainment.Of(null, Revenue(5m)).Reasons);
        Assert.Null(Attainment.Of(null, Revenue(5m)).Gap);
        Assert.Null(Attainment.Of(Revenue(5m), null).Gap);
        Assert.Equal(Percentage.Zero, Attainment.Of(Revenue(0m), Revenue(5m)).Rate);
    }

    [Fact]
    public void A_period_before_the_season_has_nothing_due_and_no_attainment_to_date()
    {
        var attainment = Attainment.Of(Revenue(5m), Revenue(100m)).WithQuotaToDate(Revenue(0m));

        Assert.Null(attainment.RateToDate);
        Assert.Equal(Percent(5), attainment.Rate);
        Assert.Equal([new Reason("attainment.zero-quota-to-date")], attainment.Reasons);
        Assert.Equal(
            "attainment.negative-quota-to-date (quota CNY -1.00)", attainment.WithQuotaToDate(Revenue(-1m)).Reasons.Single().ToString());
    }

    [Fact]
    public void A_period_without_a_working_day_has_no_gap_to_time()
    {
        var saturday = DateSpan.On(new LocalDate(2026, 6, 13));
        var attainment = Attainment.Of(Revenue(5m), Revenue(100m))
            .WithElapsed(ElapsedTime.ByWorkingDays(WorkCalendar.MondayToFriday, saturday, s_day));

        Assert.Null(attainment.PointsAheadOfTime);
        Assert.Equal([new Reason("attainment.no-days", ("on", s_day))], attainment.Reasons);
    }

    [Fact]
    public void Returns_above_sales_give_a_negative_attainment() =>
        Assert.Equal(Percent(-12.5m), Attainment.Of(Revenue(-10m), Revenue(80m)).Rate);

    [Property]
    public void Points_are_attainment_less_time_and_no_rate(decimal actual, int day)
    {
        var elapsed = ElapsedTime.ByDays(
            DateSpan.OfMonth(2026, 4), new LocalDate(2026, 4, 1).PlusDays((int)(Math.Abs((long)day) % 40) - 5));
        var attainment = Attainment.Of(Revenue(actual), Revenue(1_200m)).WithElapsed(elapsed);

        var points = ((Exact.Of(actual) / Exact.Of(1_200m)) - (Exact.Of(elapsed.Elapsed) / Exact.Of(30))) * Exact.Of(100);
        Assert.True((Exact.Of(attainment.PointsAheadOfTime!.Value) - points).Abs() < Exact.Of(1e-9m));
    }

    [Fact]
    public void Eleven_days_elapsed_of_a_month_of_thirty_are_eleven()
    {
        // Practice, section 3, row kernel: 35,000 of 120,000 against 44,000 due are 79.5 %, not 72.9 %.
        var elapsed = ElapsedTime.ByDays(DateSpan.OfMonth(2026, 4), new LocalDate(2026, 4, 11));
        var attainment = Attainment.Of(Revenue(35_000m), Revenue(120_000m)).WithQuotaToDate(Revenue(120_000m * 11 / 30))
            .WithElapsed(elapsed);

        Assert.Equal((11, 19, 30), (elapsed.Elapsed, elapsed.Remaining, elapsed.Total));
        Assert.Equal(Percent(79.5m), attainment.RateToDate.To(1));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(29, 30)]
    [InlineData(30, 30)]
    public void Before_the_period_nothing_has_gone_by_and_after_it_all(int daysFromStart, int elapsed)
    {
        var time = ElapsedTime.ByDays(DateSpan.OfMonth(2026, 4), new LocalDate(2026, 4, 1).PlusDays(daysFromStart));

        Assert.Equal(elapsed, time.Elapsed);
        Assert.Equal(Percentage.Ratio(elapsed, 30), time.Share);
        Proof.Holds(time.Share!.Value, time.Explain());
    }

    [Fact]
    public void An_open_period_has_no_elapsed_share_and_is_refused()
    {
        Assert.Throws<ArgumentException>("span", () => ElapsedTime.ByDays(DateSpan.From(s_day), s_day));
        Assert.Throws<ArgumentException>(
            "span", () => ElapsedTime.ByWorkingDays(WorkCalendar.MondayToFriday, DateSpan.Until(s_day), s_day));
        Assert.Throws<ArgumentException>(
            "asOf", () => ElapsedTime.ByDays(DateSpan.OfYear(2026), s_day.WithCalendar(CalendarSystem.Julian)));
    }

    [Fact]
    public void A_mix_is_refused()
    {
        var gross = Measure.GrossRevenue.Of(Cny(5m));

        Assert.Throws<TaxBasisMismatchException>("quota", () => Attainment.Of(Revenue(1m), gross));
        Assert.Throws<CurrencyMismatchException>("quota", () => Attainment.Of(Revenue(1m), Measure.Revenue.Of(Usd(5m))));
        Assert.Throws<MeasureMismatchException>(
            "quotaToDate", () => Attainment.Of(Revenue(1m), null).WithQuotaToDate(Measure.Margin.Of(Cny(1m))));
        Assert.Throws<TaxBasisMismatchException>("quotaToDate", () => Attainment.Of(null, Revenue(1m)).WithQuotaToDate(gross));
        Assert.Throws<TaxBasisMismatchException>(
            "parts", () => Attainment.Pooled([Attainment.Of(Revenue(1m), null), Attainment.Of(gross, null)]));
        Assert.Throws<ArgumentException>("actual", () => Attainment.Of(default(Measured), Revenue(1m)));
        Assert.Throws<ArgumentException>("quota", () => Attainment.Of(Revenue(1m), default(Measured)));
        Assert.Throws<ArgumentException>("parts", () => Attainment.Pooled([]));
        Assert.Throws<ArgumentOutOfRangeException>("figure", () => Attainment.Of(Revenue(1m), null).Explain((AttainmentFigure)5));
    }

    [Property]
    public void Every_figure_explains_itself(
        decimal actual, decimal quota, decimal toDate, bool isKnown, bool hasQuota, bool hasToDate, bool hasTime)
    {
        var attainment = Attainment.Of(isKnown ? Revenue(actual) : null, hasQuota ? Revenue(quota) : null);
        if (hasToDate)
            attainment = attainment.WithQuotaToDate(Revenue(toDate));
        if (hasTime)
            attainment = attainment.WithElapsed(ElapsedTime.ByDays(DateSpan.OfYear(2026), s_day));

        ExplainsItself(attainment);
        ExplainsItself(Attainment.Pooled([attainment, attainment, Attainment.Of(Revenue(1m), Revenue(2m))]));
        ExplainsItself(Attainment.Pooled([attainment, attainment]).WithQuotaToDate(Revenue(3m)));
    }

    [Fact]
    public void Attainments_are_compared_by_their_figures()
    {
        var elapsed = ElapsedTime.ByDays(DateSpan.OfYear(2026), s_day);
        TestHelper.TestEqualsClass(
            Attainment.Of(Revenue(1m), Revenue(2m)), Attainment.Of(Revenue(1.0m), Revenue(2m)), Attainment.Of(Revenue(1m), null),
            Attainment.Of(Revenue(1m), Revenue(2m)).WithElapsed(elapsed),
            Attainment.Of(Revenue(1m), Revenue(2m)).WithQuotaToDate(Revenue(1m)));
        TestHelper.TestEqualsClass(
            elapsed, ElapsedTime.ByDays(DateSpan.OfYear(2026), s_day), ElapsedTime.ByDays(DateSpan.OfYear(2026), s_day.PlusDays(1)),
            ElapsedTime.ByWorkingDays(WorkCalendar.MondayToFriday, DateSpan.OfYear(2026), s_day));
        Assert.Equal(
            "revenue, without tax: CNY 540000.00 of CNY 1200000.00 = 45%",
            Attainment.Of(Revenue(540_000m), Revenue(1_200_000m)).ToString());
        Assert.Equal("revenue, without tax: ? of CNY 2.00 = none", Attainment.Of(null, Revenue(2m)).ToString());
        Assert.Equal("? of none = none", Attainment.Of(null, null).ToString());
    }

    internal static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));

    private static void ExplainsItself(Attainment attainment)
    {
        Proof.Holds(Figure.OrAbsent(attainment.Rate), attainment.Explain());
        Proof.Holds(Figure.OrAbsent(attainment.RateToDate), attainment.Explain(AttainmentFigure.RateToDate));
        Proof.Holds(Figure.OrAbsent(attainment.PointsAheadOfTime), attainment.Explain(AttainmentFigure.PointsAheadOfTime));
        Proof.Holds(Figure.OrAbsent(attainment.Gap?.Money), attainment.Explain(AttainmentFigure.Gap));
        Proof.Holds(Figure.OrAbsent(attainment.GapToDate?.Money), attainment.Explain(AttainmentFigure.GapToDate));
    }
}
