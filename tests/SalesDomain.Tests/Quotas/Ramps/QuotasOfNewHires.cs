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

namespace SalesDomain.Tests.Quotas.Ramps;

public sealed class QuotasOfNewHires
{
    private static readonly Ramp s_ramp = Ramp.Of(Percent(0m), Percent(25m), Percent(50m), Percent(75m), Percent(100m));
    private static readonly PhasedQuota s_full = Phasing.Even(Months2026).Split(Measure.Revenue.Of(Cny(1_200_000m)), Cents);

    [Fact]
    public void The_ramp_takes_off_what_is_shown_as_relief()
    {
        var ramped = RampedQuota.Of(s_full, s_ramp, new LocalDate(2026, 1, 1), Cents, ReliefBearer.Company);

        Assert.Equal([0m, 25_000m, 50_000m, 75_000m, 100_000m], ramped.Parts.Take(5).Select(part => AmountOf(part.Amount)));
        Assert.Equal((Cny(950_000m), Cny(250_000m)), (ramped.Total.Money, ramped.Relief.Money));
        Assert.Equal(Cny(950_000m), ramped.InManagersPlan.Money);
        Assert.Equal(
            Cny(1_200_000m), RampedQuota.Of(s_full, s_ramp, new LocalDate(2026, 1, 1), Cents, ReliefBearer.Manager).InManagersPlan.Money);
        Assert.Equal(Cny(75_000m), ramped.ToPhasedQuota()!.QuotaToDate(new LocalDate(2026, 3, 31)).Money);
    }

    [Fact]
    public void The_time_before_the_start_is_relief_unless_the_quota_was_prorated_first()
    {
        // Nothing is ramped: January, February and 15 days of March are 248,387.10.
        var (start, all) = (new LocalDate(2026, 3, 16), Ramp.Of(Percent(100m)));
        var unprorated = RampedQuota.Of(s_full, all, start, Cents, ReliefBearer.Company);
        Assert.Equal((Cny(951_612.90m), Cny(248_387.10m)), (unprorated.Total.Money, unprorated.Relief.Money));

        var prorated = Proration.ByDays.Of(s_full, DateSpan.From(start), Cents).ToPhasedQuota()!;
        var ramped = RampedQuota.Of(prorated, all, start, Cents, ReliefBearer.Company);
        Assert.Equal((Cny(951_612.90m), Cny(0m)), (ramped.Total.Money, ramped.Relief.Money));
    }

    [Fact]
    public void Pitfall_15_The_quota_of_0_of_month_1_gives_no_attainment()
    {
        var ramped = RampedQuota.Of(s_full, s_ramp, new LocalDate(2026, 1, 1), Cents, ReliefBearer.Company);
        var sold = Measure.Revenue.Of(Cny(8000m));

        Assert.Null(Measured.Ratio(sold, ramped.Parts[0].Amount));
        Assert.Equal(Percent(32m), Measured.Ratio(sold, ramped.Parts[1].Amount));
        Assert.Equal(Percentage.Zero, ramped.Parts[0].Share);
        var nothing = RampedQuota.Of(
            Phasing.Even(PlanPeriods.Of(DateSpan.OfMonth(2026, 1))).Split(sold, Cents), s_ramp, new LocalDate(2026, 1, 1), Cents,
            ReliefBearer.Company);
        Assert.Null(nothing.ToPhasedQuota());
    }

    [Fact]
    public void A_month_in_which_the_share_changes_is_weighed_by_its_days()
    {
        // From the 16th: 15 days of January at nothing before the start, 16 in month 1; from 16 February 13 days in month 2.
        var ramped = RampedQuota.Of(s_full, s_ramp, new LocalDate(2026, 1, 16), Cents, ReliefBearer.Company);

        Assert.Equal((0m, 31), (ramped.Parts[0].FullDays, ramped.Parts[0].Days));
        Assert.Equal(13m * 0.25m, ramped.Parts[1].FullDays);
        Assert.Equal(Cny(11_607.14m), ramped.Parts[1].Amount.Money);
        Assert.Equal((15m * 0.25m) + (16m * 0.5m), ramped.Parts[2].FullDays);
        Assert.Equal(Cny(88_392.86m), ramped.Parts[1].Relief.Money);
    }

    [Fact]
    public void By_working_days_where_the_phasing_counts_them()
    {
        var full = Phasing.ByWorkingDays(Months2026, WorkCalendar.MondayToFriday).Split(Measure.Revenue.Of(Cny(261_000m)), Cents);
        var ramped = RampedQuota.Of(full, Ramp.Of(Percent(0m), Percent(100m)), new LocalDate(2026, 1, 16), Cents, ReliefBearer.Company);

        // From 16 February 2026, a Monday, there are 10 of 20 working days.
        Assert.Equal((10m, 20), (ramped.Parts[1].FullDays, ramped.Parts[1].Days));
        Assert.Equal(Cny(10_000m), ramped.Parts[1].Amount.Money);
    }

    [Fact]
    public void Running_totals_are_rounded_and_not_each_period_by_itself()
    {
        var thousands = Rounding.ToStep(1000m, RoundingMode.HalfAwayFromZero);
        var full = Phasing.Even(Months2026).Split(Measure.Revenue.Of(Cny(600_000m)), thousands);
        var ramp = Ramp.Of(Percent(25m), Percent(25m), Percent(25m), Percent(100m));
        var ramped = RampedQuota.Of(full, ramp, new LocalDate(2026, 1, 1), thousands, ReliefBearer.Company);

        Assert.Equal([13_000m, 12_000m, 13_000m, 50_000m], ramped.Parts.Take(4).Select(part => AmountOf(part.Amount)));
        Assert.Equal((Cny(488_000m), Cny(112_000m)), (ramped.Total.Money, ramped.Relief.Money));
        Assert.Equal(
            Enumerable.Repeat(50_000m, 9), ramped.Parts.Skip(3).Select(part => AmountOf(part.Amount)));
        Tampering.IsNamed(ramped.Parts[1].Explain(), 3);

        // 2.50 is a tie: of banker's roundings the running total of full months would go 2, 4 + 50, 4 + 100, and so they stay out of it.
        var even = RampedQuota.Of(
            Phasing.Even(Months2026).Split(Measure.Count("new customers").Of(60m), Rounding.ToDigits(0, RoundingMode.HalfEven)),
            Ramp.Of(Percent(50m), Percent(100m)), new LocalDate(2026, 1, 1), Rounding.ToDigits(0, RoundingMode.HalfEven),
            ReliefBearer.Company);
        Assert.Equal([2m, 5m, 5m, 5m], even.Parts.Take(4).Select(part => AmountOf(part.Amount)));
    }

    [Fact]
    public void A_price_ending_rounds_no_running_total() =>
        Assert.Throws<ArgumentException>("rounding", () => RampedQuota.Of(
            s_full, s_ramp, new LocalDate(2026, 1, 1), Rounding.ToEnding(9m, 10m, RoundingMode.HalfEven), ReliefBearer.Company));

    [Property(MaxTest = 150)]
    public Property No_running_total_is_further_from_the_exact_one_than_one_rounding() =>
        Prop.ForAll(
            PhasingSample.Any, Gen.Choose(-200, 400).ToArbitrary(), Gen.Choose(0, 100).ArrayOf(3).ToArbitrary(), (sample, start, shares) =>
        {
            var full = sample.Quota;
            var first = full.Phasing.Periods.Span.Start!.Value.PlusDays(start);
            var ramp = Ramp.Of([.. shares.OrderBy(share => share).Append(100).Select(share => Percent(share))]);
            var ramped = RampedQuota.Of(full, ramp, first, sample.Rounding, ReliefBearer.Company);
            var share = ramp.SharesFrom(first);
            var (exact, soFar) = (Exact.Of(0), Exact.Of(0));
            return ramped.Parts.All(part =>
            {
                // Day by day, with no quotient before the last.
                var days = Enumerable.Range(0, part.Period.Days!.Value).Select(i => part.Period.Start!.Value.PlusDays(i))
                    .Where(day => full.Phasing.WorkCalendar?.IsWorkingDay(day) ?? true).ToArray();
                var sum = days.Sum(day => day < first ? 0m : share.At(day).Fraction);
                if (days.Length > 0)
                    exact += Exact.Of(AmountOf(part.Full)) * Exact.Of(sum) / Exact.Of(days.Length);

                soFar += Exact.Of(AmountOf(part.Amount));
                return (exact - soFar).Abs() <= Exact.Of(sample.MostDeviation)
                    && (sum != days.Length || part.Amount == part.Full) && (sum != 0m || part.Amount.IsZero);
            });
        });

    [Property(MaxTest = 150)]
    public Property A_full_ramp_is_the_full_quota_and_a_lower_one_asks_less_with_relief_shown() =>
        Prop.ForAll(
            PhasingSample.Any, Gen.Choose(-200, 400).ToArbitrary(), Gen.Choose(0, 100).ArrayOf(3).ToArbitrary(), (sample, start, shares) =>
        {
            var full = sample.Quota;
            var first = full.Phasing.Periods.Span.Start!.Value;
            var rising = Ramp.Of([.. shares.OrderBy(share => share).Append(100).Select(share => Percent(share))]);
            var none = RampedQuota.Of(full, Ramp.None, first, sample.Rounding, ReliefBearer.Company);
            var ramped = RampedQuota.Of(full, rising, first.PlusDays(start), sample.Rounding, ReliefBearer.Manager);
            Tampering.IsNamed(ramped.Explain(), Math.Abs(start));
            return none.Total == full.Total && none.Relief.IsZero && none.Parts.Select(part => part.Amount).SequenceEqual(full.Parts)
                && ramped.Total + ramped.Relief == full.Total && ramped.InManagersPlan == full.Total
                && ramped.Parts.All(part => Math.Abs(AmountOf(part.Amount)) <= Math.Abs(AmountOf(part.Full)))
                && ramped.ToPhasedQuota() is var again
                && (again is null ? ramped.Total.IsZero : again.Parts.SequenceEqual(ramped.Parts.Select(part => part.Amount)));
        });

    [Fact]
    public void Ramped_quotas_are_compared_by_what_they_are_made_of()
    {
        RampedQuota Of(int day, ReliefBearer bearer) => RampedQuota.Of(s_full, s_ramp, new LocalDate(2026, 1, day), Cents, bearer);
        TestHelper.TestEqualsClass(
            Of(1, ReliefBearer.Manager), Of(1, ReliefBearer.Manager), Of(2, ReliefBearer.Manager), Of(1, ReliefBearer.Company));
        TestHelper.TestEqualsClass(
            Of(1, ReliefBearer.Manager).Parts[1], Of(1, ReliefBearer.Company).Parts[1], Of(1, ReliefBearer.Manager).Parts[2],
            Of(2, ReliefBearer.Manager).Parts[1]);
    }
}
