using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Quotas.Phasings.PhasingSample;

namespace SalesDomain.Tests.Quotas.Phasings;

public sealed class PhasedQuotasAddUp
{
    private static readonly PhasedQuota s_owner = Phasing.Even(Months2026).Split(Revenue(1_000_000m), Cents);

    private static readonly PhasedQuota s_account = Phasing.ByWeights(
        Months2026, Enumerable.Repeat(10_000m, 11).Append(20_000m)).Split(Revenue(130_000m), Cents);

    [Fact]
    public void A_quota_less_an_account_has_every_month_less_what_the_account_has()
    {
        var rest = s_owner - s_account;
        Assert.Equal((Revenue(870_000m), Revenue(73_333.33m), Revenue(63_333.33m)), (rest.Total, rest[0], rest[11]));
        Assert.Equal(s_owner.Parts.Zip(s_account.Parts, (all, part) => all - part), rest.Parts);
        Assert.Equal(s_owner.Parts, (rest + s_account).Parts);
        Assert.Equal(rest.Parts.Select(AmountOf), rest.Phasing.Weights);
        Assert.Equal(Revenue(73_333.33m), rest.Over(DateSpan.OfMonth(2026, 1)));
    }

    [Fact]
    public void A_part_of_the_periods_may_begin_in_the_middle_of_one()
    {
        // 15 of the 30 days of September: 5,000, all of them due in the second half of it.
        var from = new LocalDate(2026, 9, 16);
        var account = Proration.ByDays.Of(s_account, DateSpan.From(from), Cents).ToPhasedQuota()!;
        var rest = s_owner - account;

        Assert.Equal((12, Revenue(955_000m), Revenue(78_333.33m)), (rest.Parts.Count, rest.Total, rest[8]));
        Assert.Equal(s_owner.QuotaToDate(from.PlusDays(-1)), rest.QuotaToDate(from.PlusDays(-1)));
        Assert.Equal(
            s_owner.QuotaToDate(from.PlusDays(4)) - Revenue(5_000m / 3m), rest.QuotaToDate(from.PlusDays(4)));
        Assert.Equal(Revenue(745_000m), rest.QuotaToDate(new LocalDate(2026, 9, 30)));
        Assert.True(rest.Explain(from.PlusDays(4)).IsVerified);
    }

    [Property(MaxTest = 200)]
    public Property On_every_day_a_sum_is_due_what_both_are_due_and_a_difference_gives_it_back() =>
        Prop.ForAll(Any, Gen.Choose(0, 5000).ArrayOf(60).ToArbitrary(), Gen.Choose(-10, 5000).ToArbitrary(), (sample, choices, choice) =>
        {
            var left = sample.Quota.AllowingNegative();
            var periods = left.Phasing.Periods;
            decimal[] weights = [.. Enumerable.Range(0, periods.Count).Select(i => (decimal)choices[i % choices.Length])];
            if (weights.Sum() == 0m || Enumerable.Range(0, periods.Count).Any(i => left.Phasing.Weights[i] == 0m))
                return true;

            var right = Phasing.ByWeights(periods, weights).Split(sample.Total * 3m, sample.Rounding);
            var (sum, difference) = (left + right, left - right);
            var date = periods.Span.Start!.Value.PlusDays(choice);
            Tampering.IsNamed(sum.Explain(date), choices[0]);
            Tampering.IsNamed(difference.Explain(choices[0] % periods.Count), choices[1]);
            return sum.QuotaToDate(date) == left.QuotaToDate(date) + right.QuotaToDate(date)
                && difference.QuotaToDate(date) == left.QuotaToDate(date) - right.QuotaToDate(date)
                && sum.Explain(date).Value == sum.QuotaToDate(date).Value
                && sum.Parts.SequenceEqual(left.Parts.Zip(right.Parts, (one, other) => one + other))
                && sum.Cumulative[periods.Count - 1] == sum.Total && sum.Total == left.Total + right.Total
                && (sum - right).Parts.SequenceEqual(left.Parts)
                && (difference + right).Cumulative.SequenceEqual(left.Cumulative)
                && (right + left.Phasing.Split(sample.Total, sample.Rounding)).Parts.SequenceEqual(sum.Parts)
                && periods.Spans.Select((span, i) => sum.QuotaToDate(span.End!.Value) == sum.Cumulative[i]).All(isSo => isSo);
        });

    [Fact]
    public void A_sum_changes_its_periods_to_come_as_any_quota_does()
    {
        var july = new LocalDate(2026, 7, 1);
        var changed = (s_owner - s_account).WithTotal(Revenue(900_000m), july);

        Assert.Equal(Revenue(440_000m), changed.QuotaToDate(new LocalDate(2026, 6, 30)));
        Assert.Equal(Revenue(900_000m), changed.Cumulative[11]);
        Assert.True(changed.Explain(11).IsVerified && changed.Explain(new LocalDate(2026, 3, 3)).IsVerified);
        Assert.Equal((6, s_owner - s_account), (changed.PublishedPeriods, changed.Published));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Assert.Throws<ArgumentNullException>("left", () => null! + s_owner);
        Assert.Throws<ArgumentNullException>("right", () => s_owner - null!);
        Assert.Throws<CurrencyMismatchException>(() => s_owner + s_owner.Phasing.Split(Measure.Revenue.Of(Usd(1m)), Cents));

        // Quarters do not say what a month has; months say what a quarter has.
        var quarters = Phasing.Even(Quarters2026).Split(Revenue(400m), Cents);
        Assert.Throws<ArgumentException>("right", () => s_owner + quarters);
        Assert.Equal(Revenue(250_100m), (quarters + s_owner)[0]);

        var longer = Phasing.Even(PlanPeriods.Of(DateSpan.OfYear(2026), DateSpan.OfYear(2027))).Split(Revenue(2m), Cents);
        Assert.Throws<ArgumentException>("right", () => s_owner + longer);

        var thousands = s_owner.Phasing.Split(Revenue(12_000m), Rounding.ToStep(1000m, RoundingMode.HalfEven));
        Assert.Throws<ArgumentException>("right", () => thousands + s_owner);
        Assert.Equal(Revenue(1_012_000m), (s_owner + thousands).Total);

        // A Sunday is a period of its own, and the owner has no working day in it.
        var sunday = new LocalDate(2026, 3, 1);
        var periods = PlanPeriods.Of(DateSpan.On(sunday), new DateSpan(sunday.PlusDays(1), sunday.PlusDays(5)));
        var working = Phasing.ByWeights(periods, 0m, 1m).InWorkingDays(WorkCalendar.MondayToFriday).Split(Revenue(5m), Cents);
        Assert.Throws<ArgumentException>("right", () => working + Phasing.Even(periods).Split(Revenue(2m), Cents));
    }

    [Fact]
    public void A_month_that_would_ask_less_than_nothing_is_refused_unless_it_is_allowed()
    {
        var december = Phasing.Even(PlanPeriods.Of(DateSpan.OfMonth(2026, 12))).Split(Revenue(83_333.34m), Cents);
        var refusal = Assert.Throws<ArgumentException>("right", () => s_owner - december);
        Assert.Contains("2026-12-01/2026-12-31 CNY -0.01", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(Revenue(-0.01m), (s_owner.AllowingNegative() - december)[11]);
        Assert.Equal(s_owner.Phasing, (s_owner.AllowingNegative() - december).Phasing);

        var nothing = s_owner - s_owner;
        Assert.True(nothing.Total.IsZero && nothing.QuotaToDate(new LocalDate(2026, 5, 5)).IsZero);
        Assert.Equal(s_owner.Phasing, nothing.Phasing);
    }

    [Fact]
    public void Sums_are_compared_by_what_they_are_of() =>
        TestHelper.TestEqualsClass(
            s_owner - s_account, s_owner - s_account, s_owner, s_owner + s_account, (s_owner - s_account).AllowingNegative(), s_account);

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
