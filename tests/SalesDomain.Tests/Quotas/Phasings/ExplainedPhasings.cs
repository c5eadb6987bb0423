using System;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Quotas.Phasings.PhasingSample;

namespace SalesDomain.Tests.Quotas.Phasings;

public sealed class ExplainedPhasings
{
    [Property(MaxTest = 200)]
    public Property Every_part_and_every_amount_to_date_verifies() =>
        Prop.ForAll(PhasingSample.Any, Gen.Choose(0, 5000).ToArbitrary(), (sample, choice) =>
        {
            var quota = sample.Quota;
            return Verifies(quota, choice)
                && Verifies(quota.Phasing.Periods.Count == 1 ? quota : Changed(quota, choice), choice);
        });

    [Property(MaxTest = 100)]
    public Property A_figure_that_is_changed_is_named() =>
        Prop.ForAll(PhasingSample.Any, Gen.Choose(0, 5000).ToArbitrary(), (sample, choice) =>
        {
            var date = sample.Phasing.Periods.Span.Start!.Value.PlusDays(choice % sample.Phasing.Periods.Span.Days!.Value);
            Tampering.IsNamed(sample.Quota.Explain(date), choice);
            Tampering.IsNamed(sample.Quota.Explain(choice % sample.Phasing.Periods.Count), choice);
        });

    [Fact]
    public void A_part_is_read_from_the_quota_down()
    {
        var quota = Phasing.OfPercentages(Quarters2026, Percent(20m), Percent(23m), Percent(25m), Percent(32m)).Split(
            Measure.Revenue.Of(Usd(1000.50m)), Cents);

        Assert.Equal(
            """
            part of 2026-04-01/2026-06-30: USD 230.12  [difference]
              through 2026-06-30: USD 430.22  [round minor-unit half-away]
                exact: USD 430.215  [product]
                  quota: USD 1000.50  [fact]
                  share: 43%  [ratio]
                    weights through it: 43  [by the rule]
                    all weights: 100  [by the rule]
              through 2026-03-31: USD 200.10  [round minor-unit half-away]
                exact: USD 200.10  [product]
                  quota: USD 1000.50  [fact]
                  share: 20%  [ratio]
                    weights through it: 20  [by the rule]
                    all weights: 100  [by the rule]

            """.Replace("\r", ""),
            quota.Explain(1).ToString());
    }

    [Fact]
    public void Outside_the_periods_there_is_little_to_explain()
    {
        var quota = Phasing.Even(Quarters2026).Split(Measure.Count("visits").Of(96m), Rounding.ToDigits(0, RoundingMode.HalfEven));
        Assert.Equal((Figure)0m, quota.Explain(new LocalDate(2025, 12, 31)).Value);
        Assert.Equal((Figure)96m, quota.Explain(new LocalDate(2027, 1, 1)).Value);
        Assert.Throws<ArgumentOutOfRangeException>("index", () => quota.Explain(4));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => quota[-1]);
    }

    private static PhasedQuota Changed(PhasedQuota quota, int choice) =>
        quota.Rephase(
            Phasing.ByDays(quota.Phasing.Periods), quota.Phasing.Periods[1 + (choice % (quota.Phasing.Periods.Count - 1))].Start!.Value);

    private static bool Verifies(PhasedQuota quota, int choice)
    {
        var index = choice % quota.Phasing.Periods.Count;
        var date = quota.Phasing.Periods.Span.Start!.Value.PlusDays(choice % quota.Phasing.Periods.Span.Days!.Value);
        var (part, toDate) = (quota.Explain(index), quota.Explain(date));
        return part.IsVerified && toDate.IsVerified && part.Value == quota[index].Value && toDate.Value == quota.QuotaToDate(date).Value;
    }
}
