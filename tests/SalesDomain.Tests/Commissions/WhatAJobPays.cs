using System;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

public sealed class WhatAJobPays
{
    private static readonly DateSpan s_year = DateSpan.OfYear(2026);

    [Fact]
    public void On_target_earnings_are_split_by_the_mix_and_the_incentive_by_weights()
    {
        var pay = TargetPay.Of(Cny(200_000), Percent(60), (Revenue, Percent(70)), ("collection", Percent(30)));

        Assert.Equal((Cny(120_000), Cny(80_000)), (pay.BasePay, pay.TargetIncentive));
        Assert.Equal((Cny(56_000), Cny(24_000)), (pay.TargetOf(Revenue), pay.TargetOf("collection")));
        Assert.Equal("CNY 200000.00: base pay CNY 120000.00, target incentive CNY 80000.00", pay.ToString());
        Assert.Equal(Cny(200_000), pay.OnTargetEarnings);
        Assert.True(pay.Explain().IsVerified);
    }

    [Property]
    public void Nothing_is_lost_whatever_the_mix_and_the_weights(PositiveInt cents, byte mix, byte weight)
    {
        var whole = Cny(cents.Get / 100m);
        var share = Percent(mix % 100);
        var first = Percentage.FromFraction(weight % 101 / 100m);
        var pay = TargetPay.Of(whole, share, ("a", first), ("b", Percentage.OneHundred - first));

        Assert.Equal(whole, pay.BasePay + pay.TargetOf("a") + pay.TargetOf("b"));
        Assert.Equal(pay.TargetIncentive, pay.TargetOf("a") + pay.TargetOf("b"));
        Assert.True(Math.Abs(pay.BasePay.Amount - (whole.Amount * share.Fraction)) < 0.01m);
        Assert.Empty(pay.Explain().Verify());
    }

    [Property]
    public void Parts_that_make_up_the_year_pay_the_year(PositiveInt cents, byte cut)
    {
        var pay = TargetPay.Of(Cny(cents.Get / 100m), Percent(60), ("a", Percent(70)), ("b", Percent(30)));
        var day = new LocalDate(2026, 1, 1).PlusDays(cut);
        var before = pay.Prorated(Proration.ByDays, s_year, DateSpan.Until(day), Rounding.Commercial);
        var after = pay.Prorated(Proration.ByDays, s_year, DateSpan.From(day.PlusDays(1)), Rounding.Commercial);
        var around = pay.Prorated(
            Proration.ByDays, s_year, [DateSpan.From(day.PlusDays(31)), DateSpan.Until(day)], Rounding.Commercial);
        var leave = pay.Prorated(Proration.ByDays, s_year, new DateSpan(day.PlusDays(1), day.PlusDays(30)), Rounding.Commercial);

        Assert.Equal(pay.OnTargetEarnings, before.OnTargetEarnings + after.OnTargetEarnings);
        Assert.Equal(pay.TargetOf("a"), before.TargetOf("a") + after.TargetOf("a"));
        Assert.Equal(pay.OnTargetEarnings, around.OnTargetEarnings + leave.OnTargetEarnings);
        Tampering.IsNamed(around.Explain(), cut);
        Tampering.IsNamed(pay.Explain(), cut);
        Assert.Equal(pay.BaseShare, around.BaseShare);
    }

    [Fact]
    public void A_quarter_of_the_year_is_three_months_of_it()
    {
        var months = Proration.ByMonths(FiscalCalendar.CalendarYear, 15);
        var pay = TargetPay.Of(Cny(200_000), Percent(60), (Revenue, Percentage.OneHundred))
            .Prorated(months, s_year, Quarter, Rounding.Commercial);

        var terms = Quota(400_000).WithTargets(pay);

        Assert.Equal(Cny(20_000), terms.TargetOf(Revenue));
        Assert.Equal(Percent(5), terms.EffectiveRateOf(Revenue));
        Assert.Equal(
            Cny(20_000), Plan(Cumulative(CommissionRate.Flat(Percent(5)))).Evaluate(Quarter, terms, Figures(400_000)).Earned);
    }

    [Fact]
    public void Without_a_target_or_a_quota_above_zero_there_is_no_effective_rate()
    {
        Assert.Null(CommissionTerms.None.EffectiveRateOf(Revenue));
        Assert.Null(Quota(1_000).EffectiveRateOf(Revenue));
        Assert.Null(Quota(0).WithTarget(Revenue, Cny(100)).EffectiveRateOf(Revenue));
        Assert.Null(
            CommissionTerms.None.WithQuota("units", Measure.Units(UnitOfMeasure.Piece).Of(Quantity.Pieces(5m)))
                .WithTarget("units", Cny(100)).EffectiveRateOf("units"));
        Assert.Throws<CurrencyMismatchException>(() => Quota(1_000).WithTarget(Revenue, Usd(10)).EffectiveRateOf(Revenue));
    }

    // A joiner of 1 February has 59 of 90 days of the first quarter.
    [Fact]
    public void Quota_and_target_of_a_joiner_are_prorated_in_one_call()
    {
        var terms = Quota(90_000).WithTarget(Revenue, Cny(9_000)).WithRate(Revenue, Percent(3));

        var joiner = terms.Prorated(
            Proration.ByDays, Quarter, DateSpan.From(new LocalDate(2026, 2, 1)), Rounding.ToStep(1m, RoundingMode.HalfAwayFromZero),
            Rounding.Commercial);

        Assert.Equal(Sold(59_000), joiner.QuotaOf(Revenue));
        Assert.Equal(Cny(5_900), joiner.TargetOf(Revenue));
        Assert.Equal(Percent(3), joiner.RateOf(Revenue));
    }

    [Property]
    public void Who_held_the_period_one_after_another_have_its_quota_and_target(PositiveInt cents, byte first, byte second)
    {
        var terms = Quota(cents.Get / 100m).WithTarget(Revenue, Cny(7_777.77m));
        var (start, end) = (Quarter.Start!.Value, Quarter.End!.Value);
        var (one, other) = (start.PlusDays(Math.Min(first % 90, second % 90)), start.PlusDays(Math.Max(first % 90, second % 90)));
        CommissionTerms Held(params DateSpan[] spans) =>
            terms.Prorated(Proration.ByDays, Quarter, spans, Rounding.Commercial, Rounding.Commercial);

        var middle = Held(new DateSpan(one, other));
        if (one == start || other == end)
            return;

        var around = Held(new DateSpan(start, one.PlusDays(-1)), new DateSpan(other.PlusDays(1), end));

        Assert.Equal(terms.QuotaOf(Revenue)!.Value, middle.QuotaOf(Revenue)!.Value + around.QuotaOf(Revenue)!.Value);
        Assert.Equal(terms.TargetOf(Revenue), middle.TargetOf(Revenue)!.Value + around.TargetOf(Revenue)!.Value);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_by_name()
    {
        void Refused<T>(string parameter, Action action)
            where T : ArgumentException =>
            Assert.Equal(parameter, Assert.Throws<T>(action).ParamName);

        Refused<ArgumentException>("weights", () => TargetPay.Of(Cny(100), Percent(60), ("a", Percent(99.99m))));
        Refused<ArgumentException>("weights", () => TargetPay.Of(Cny(100), Percent(60)));
        Refused<ArgumentException>("weights", () => TargetPay.Of(Cny(100), Percent(60), ("a", Percent(50)), ("a", Percent(50))));
        Refused<ArgumentOutOfRangeException>(
            "weights", () => TargetPay.Of(Cny(100), Percent(60), ("a", Percent(110)), ("b", Percent(-10))));
        Refused<ArgumentOutOfRangeException>("baseShare", () => TargetPay.Of(Cny(100), Percent(100), ("a", Percent(100))));
        Refused<ArgumentOutOfRangeException>("baseShare", () => TargetPay.Of(Cny(100), Percent(-1), ("a", Percent(100))));
        Refused<ArgumentOutOfRangeException>("onTargetEarnings", () => TargetPay.Of(Cny(0), Percent(60), ("a", Percent(100))));
        Refused<ArgumentException>("onTargetEarnings", () => TargetPay.Of(Cny(0.001m), Percent(60), ("a", Percent(100))));
        Refused<ArgumentException>("component", () => TargetPay.Of(Cny(100), Percent(60), ("a", Percent(100))).TargetOf("b"));
        Refused<ArgumentException>(
            "held",
            () => Quota(1).Prorated(Proration.ByDays, Quarter, [Quarter, Quarter], Rounding.Commercial, Rounding.Commercial));
        Refused<ArgumentException>(
            "period",
            () => CommissionTerms.None.Prorated(
                Proration.ByDays, DateSpan.Always, Quarter, Rounding.Commercial, Rounding.Commercial));
    }
}
