using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas.Phasings;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Quotas.Phasings.PhasingSample;

namespace SalesDomain.Tests.Quotas.Prorations;

public sealed class SharesOfAPeriod
{
    private static readonly Measured s_quota = Measure.Revenue.Of(Usd(9000m));
    private static readonly DateSpan s_quarter = DateSpan.OfQuarter(2026, 1);

    internal static Gen<Proration> Rules =>
        from kind in Gen.Choose(0, 4)
        from day in Gen.Choose(1, 31)
        select kind switch
        {
            0 => Proration.ByDays,
            1 => Proration.ByWorkingDays(WorkCalendar.MondayToFriday),
            2 => Proration.ByMonths(FiscalCalendar.CalendarYear, day),
            3 => Proration.ByMonths(FiscalCalendar.Nrf, day),
            _ => Proration.ByLargerPartOfMonths(FiscalCalendar.CalendarYear),
        };

    [Theory]
    [InlineData(1, 0)]
    [InlineData(14, 0)]
    [InlineData(15, 0)]
    [InlineData(16, 1)]
    [InlineData(31, 1)]
    public void A_month_counts_for_who_holds_its_deciding_day(int startsOn, int lost)
    {
        var rule = Proration.ByMonths(FiscalCalendar.CalendarYear, 15);
        var start = new LocalDate(2026, 1, startsOn);

        Assert.Equal(3 - lost, rule.Count(new DateSpan(start, s_quarter.End)));
        Assert.Equal(lost, rule.Count(new DateSpan(s_quarter.Start!.Value.PlusDays(-1), start.PlusDays(-1))) - Before(rule));
        Assert.Equal(Usd(9000m - (3000m * lost)), rule.Of(s_quota, s_quarter, DateSpan.From(start), Cents).Amount.Money);
    }

    [Theory]
    [InlineData(1, 16, 1)]
    [InlineData(1, 17, 0)]
    [InlineData(2, 14, 1)]
    [InlineData(2, 15, 0)]
    [InlineData(4, 15, 1)]
    [InlineData(4, 16, 0)]
    public void The_larger_part_of_a_month_decides_and_of_two_halves_the_earlier(int month, int startsOn, int counts)
    {
        var rule = Proration.ByLargerPartOfMonths(FiscalCalendar.CalendarYear);
        var span = DateSpan.OfMonth(2026, month);
        Assert.Equal(counts, rule.Count(new DateSpan(new LocalDate(2026, month, startsOn), span.End)));
        Assert.Equal(1 - counts, rule.Count(new DateSpan(span.Start, new LocalDate(2026, month, startsOn).PlusDays(-1))));
    }

    [Fact]
    public void A_day_that_a_month_has_not_is_its_last()
    {
        var rule = Proration.ByMonths(FiscalCalendar.CalendarYear, 31);
        Assert.Equal(1, rule.Count(new DateSpan(new LocalDate(2026, 2, 28), new LocalDate(2026, 3, 1))));
        Assert.Equal(0, rule.Count(new DateSpan(new LocalDate(2028, 2, 28), new LocalDate(2028, 2, 28))));
        Assert.Equal(1, rule.Count(DateSpan.On(new LocalDate(2028, 2, 29))));
    }

    [Fact]
    public void Participation_days_over_interval_days()
    {
        var part = Proration.ByDays.Of(s_quota, s_quarter, DateSpan.From(new LocalDate(2026, 2, 15)), Cents);
        Assert.Equal((45, 90), (part.Counted, part.All));
        Assert.Equal(Percent(50m), part.Share);
        Assert.Equal(Usd(4500m), part.Amount.Money);
        Assert.Equal("2026-01-01/2026-03-31: 45 of 90 USD 4500.00", part.ToString());

        // 64 working days, of which 32 from 15 February on.
        var working = Proration.ByWorkingDays(WorkCalendar.MondayToFriday).Of(
            s_quota, s_quarter, DateSpan.From(new LocalDate(2026, 2, 15)), Cents);
        Assert.Equal((32, 64), (working.Counted, working.All));
    }

    [Fact]
    public void What_is_held_outside_the_period_does_not_count()
    {
        Assert.Equal(Percentage.Zero, Proration.ByDays.Share(s_quarter, DateSpan.OfQuarter(2026, 2)));
        Assert.Equal(Percentage.OneHundred, Proration.ByDays.Share(s_quarter, DateSpan.Always));
        Assert.Equal(Percentage.OneHundred, Proration.ByDays.Share(s_quarter, DateSpan.OfYear(2026)));
    }

    [Fact]
    public void A_period_in_which_nothing_counts_is_refused()
    {
        var months = Proration.ByMonths(FiscalCalendar.CalendarYear, 15);
        var week = new DateSpan(new LocalDate(2026, 1, 5), new LocalDate(2026, 1, 11));
        Assert.Throws<ArgumentException>("period", () => months.Share(week, week));
        Assert.Throws<ArgumentException>("period", () => months.Of(s_quota, week, week, Cents));
        Assert.Throws<ArgumentException>("period", () => Proration.ByDays.Share(DateSpan.From(s_quarter.Start!.Value), s_quarter));
        Assert.Throws<ArgumentException>("span", () => Proration.ByDays.Count(DateSpan.Always));
        Assert.Throws<ArgumentOutOfRangeException>("day", () => Proration.ByMonths(FiscalCalendar.CalendarYear, 0));
        Assert.Throws<ArgumentOutOfRangeException>("day", () => Proration.ByMonths(FiscalCalendar.CalendarYear, 32));
    }

    [Property(MaxTest = 200)]
    public Property Shares_of_spans_that_make_up_a_period_count_all_of_it_by_every_rule() =>
        Prop.ForAll(Rules.ToArbitrary(), Gen.Choose(1, 60).NonEmptyListOf().ToArbitrary(), (rule, lengths) =>
        {
            var spans = PhasingSample.Of(new LocalDate(2026, 1, 7), [.. lengths]);
            return spans.Spans.Sum(rule.Count) == rule.Count(spans.Span);
        });

    [Property(MaxTest = 200)]
    public Property A_longer_span_never_counts_less_and_every_part_is_explained() =>
        Prop.ForAll(Rules.ToArbitrary(), Gen.Choose(0, 89).Two().ToArbitrary(), Generators.Moneys(), (rule, days, money) =>
        {
            var (one, other) = days;
            var period = DateSpan.OfQuarter(2026, 1);
            var (from, to) = (Math.Min(one, other), Math.Max(one, other));
            var held = new DateSpan(period.Start!.Value.PlusDays(from), period.Start.Value.PlusDays(to));
            var part = rule.Of(Measure.Revenue.Of(money), period, held, Rounding.ToDigits(3, RoundingMode.HalfEven));
            Tampering.IsNamed(part.Explain(), one);
            var toEnd = rule.Of(
                Measure.Revenue.Of(money), period, DateSpan.Until(held.End!.Value), Rounding.ToDigits(3, RoundingMode.HalfEven));

            // One rounding from the first day on; the difference of two, where something counts before.
            var most = Exact.Of(part.CountedBefore == 0 ? 0.0005000001m : 0.0010000001m);
            return rule.Count(held) <= rule.Count(new DateSpan(period.Start, held.End)) && part.Counted == rule.Count(held)
                && (part.Counted == 0 ? part.CountedBefore == 0 : part.CountedBefore + part.Counted == toEnd.Counted)
                && toEnd.CountedBefore == 0
                && new[] { part, toEnd }.All(each =>
                    (Exact.Of(each.Amount.Money.Amount) - (Exact.Of(money.Amount) * Exact.Of(each.Counted) / Exact.Of(each.All))).Abs()
                        <= (each == toEnd ? Exact.Of(0.0005000001m) : most));
        });

    [Theory]
    [InlineData(30, 1, true)]
    [InlineData(31, 0, false)]
    public void A_part_of_days_without_a_working_day_is_not_phased_by_working_days(int start, int workingDays, bool isPhased)
    {
        // 30 January 2026 is a Friday, 31 January a Saturday.
        var january = DateSpan.OfMonth(2026, 1);
        var quota = Phasing.Even(PlanPeriods.Of(january)).InWorkingDays(WorkCalendar.MondayToFriday).Split(
            Measure.Count("new customers").Of(31m), Rounding.ToDigits(0, RoundingMode.HalfEven));
        var prorated = Proration.ByDays.Of(
            quota, DateSpan.From(new LocalDate(2026, 1, start)), Rounding.ToDigits(0, RoundingMode.HalfEven));

        Assert.Equal(workingDays, WorkCalendar.MondayToFriday.WorkingDays(new DateSpan(new LocalDate(2026, 1, start), january.End)));
        Assert.Equal(32 - start, prorated.Total.Number);
        if (isPhased)
            Assert.Equal(prorated.Total, prorated.ToPhasedQuota()!.Total);
        else
            Assert.Contains(
                "2026-01-31", Assert.Throws<InvalidOperationException>(() => prorated.ToPhasedQuota()).Message, StringComparison.Ordinal);
    }

    // 29 May 2026 is a Friday and 31 May a Sunday. 31,000 a month are 1,000 a day of May.
    [Fact]
    public void Who_joins_on_a_sunday_is_prorated_by_what_the_phasing_counts_or_phased_by_all_days()
    {
        var calendar = WorkCalendar.MondayToFriday;
        var full = Phasing.Even(Months2026).InWorkingDays(calendar).Split(Measure.Revenue.Of(Cny(372_000m)), Cents);
        var (friday, sunday) = (new LocalDate(2026, 5, 29), new LocalDate(2026, 5, 31));

        var message = Assert.Throws<InvalidOperationException>(() => Since(sunday, Proration.ByDays, full)).Message;
        Assert.Contains("2026-05-31", message, StringComparison.Ordinal);
        Assert.Contains("CNY 1000.00", message, StringComparison.Ordinal);
        var since = Since(friday, Proration.ByDays, full);
        Assert.Equal((Cny(220_000m), Cny(3_000m)), (since.Total.Money, since.QuotaToDate(friday).Money));

        // Nothing falls to the Sunday.
        var one = Since(sunday, Proration.ByWorkingDays(calendar), full);
        Assert.Equal((Cny(217_000m), Cny(0m), calendar), (one.Total.Money, one.QuotaToDate(sunday).Money, one.Phasing.WorkCalendar));

        // The Sunday has its thousand, to the day.
        var other = Since(sunday, Proration.ByDays, full.Phasing.InDays().Split(full.Total, Cents));
        Assert.Equal((Cny(218_000m), Cny(1_000m)), (other.Total.Money, other.QuotaToDate(sunday).Money));
        Assert.Null(other.Phasing.WorkCalendar);

        // By either the new hire's ramp has what it needs.
        foreach (var (quota, ofSunday) in new[] { (one, 0m), (other, 500m) })
        {
            var ramp = Ramp.Of(Percentage.FromPercent(50), Percentage.OneHundred);
            var ramped = RampedQuota.Of(quota, ramp, sunday, Cents, ReliefBearer.Company);
            Assert.Equal(quota.Total, ramped.Total + ramped.Relief);
            Assert.Equal(ramped.Total, ramped.ToPhasedQuota()!.Total);
            Assert.Equal(Cny(ofSunday), ramped.ToPhasedQuota()!.QuotaToDate(sunday).Money);
        }

        static PhasedQuota Since(LocalDate start, Proration rule, PhasedQuota quota) =>
            rule.Of(quota, DateSpan.From(start), Cents).ToPhasedQuota()!;
    }

    [Property(MaxTest = 200)]
    public Property By_either_way_out_every_quota_can_be_phased_from_any_day_on() =>
        Prop.ForAll(PhasingSample.Any, Gen.Choose(0, 400).ToArbitrary(), (sample, start) =>
        {
            var held = DateSpan.From(sample.Phasing.Periods.Span.Start!.Value.PlusDays(start % sample.Phasing.Periods.Span.Days!.Value));
            var alike = sample.Phasing.WorkCalendar is { } calendar ? Proration.ByWorkingDays(calendar) : Proration.ByDays;
            var inDays = sample.Phasing.InDays().Split(sample.Total, sample.Rounding);
            return new[] { alike.Of(sample.Quota, held, sample.Rounding), Proration.ByDays.Of(inDays, held, sample.Rounding) }.All(
                prorated => prorated.ToPhasedQuota() is { } phased ? phased.Total == prorated.Total : prorated.Total.IsZero);
        });

    [Property(MaxTest = 200)]
    public Property Parts_of_a_phased_quota_are_prorated_within_their_periods_and_phased_again() =>
        Prop.ForAll(PhasingSample.Any, Rules.ToArbitrary(), Gen.Choose(0, 400).ToArbitrary(), (sample, rule, start) =>
        {
            var quota = sample.Quota;
            var first = sample.Phasing.Periods.Span.Start!.Value.PlusDays(start % sample.Phasing.Periods.Span.Days!.Value);
            if (quota.Parts.Zip(sample.Phasing.Periods.Spans, (part, span) => !part.IsZero && rule.Count(span) == 0).Any(
                isEmpty => isEmpty))
                return true;

            var prorated = rule.Of(quota, DateSpan.From(first), sample.Rounding);
            Tampering.IsNamed(prorated.Explain(), start);
            if (prorated.Parts.Any(part => !part.Amount.IsZero && HasNoDay(sample.Phasing.WorkCalendar, part.Period, first)))
            {
                Assert.Throws<InvalidOperationException>(() => prorated.ToPhasedQuota());
                return prorated.Total + prorated.Relief == quota.Total;
            }

            var again = prorated.ToPhasedQuota();
            return prorated.Total + prorated.Relief == quota.Total
                && (again is null ? prorated.Total.IsZero
                    : again.Total == prorated.Total && again.Phasing.Periods.Span.Start == first
                        && again.Parts.SequenceEqual(prorated.Parts.Where(part => part.Period.End >= first).Select(part => part.Amount)));
        });

    [Fact]
    public void Rules_are_compared_by_what_counts()
    {
        TestHelper.TestEqualsClass(
            Proration.ByMonths(FiscalCalendar.CalendarYear, 15), Proration.ByMonths(FiscalCalendar.CalendarYear, 15),
            Proration.ByMonths(FiscalCalendar.CalendarYear, 16), Proration.ByMonths(FiscalCalendar.Nrf, 15), Proration.ByDays,
            Proration.ByWorkingDays(WorkCalendar.MondayToFriday), Proration.ByLargerPartOfMonths(FiscalCalendar.CalendarYear));
        Assert.Equal(
            ["by days", "by working days", "by months, day 15 decides", "by months, the larger part decides"],
            new[]
            {
                Proration.ByDays, Proration.ByWorkingDays(WorkCalendar.MondayToFriday), Proration.ByMonths(FiscalCalendar.Nrf, 15),
                Proration.ByLargerPartOfMonths(FiscalCalendar.Nrf),
            }.Select(rule => rule.ToString()));
    }

    private static bool HasNoDay(WorkCalendar? calendar, DateSpan period, LocalDate first) =>
        calendar?.WorkingDays(period.Intersection(DateSpan.From(first))!.Value) == 0;

    private static int Before(Proration rule) => rule.Count(DateSpan.On(s_quarter.Start!.Value.PlusDays(-1)));
}
