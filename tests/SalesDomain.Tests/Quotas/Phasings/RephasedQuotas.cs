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

public sealed class RephasedQuotas
{
    private static readonly PhasedQuota s_even = Phasing.Even(Quarters2026).Split(Measure.Revenue.Of(Usd(1000m)), Cents);
    private static readonly LocalDate s_july = new(2026, 7, 1);

    [Fact]
    public void What_was_published_stays_and_the_rest_goes_by_the_new_weights()
    {
        var changed = s_even.Rephase(Phasing.ByWeights(Quarters2026, 9m, 9m, 1m, 3m), s_july);

        Assert.Equal([250m, 250m, 125m, 375m], changed.Parts.Select(AmountOf));
        Assert.Equal((2, s_even), (changed.PublishedPeriods, changed.Published));
        Assert.Equal(Usd(500m), changed.QuotaToDate(new LocalDate(2026, 6, 30)).Money);
        Assert.Equal(Usd(1000m), changed.QuotaToDate(new LocalDate(2026, 12, 31)).Money);
    }

    [Fact]
    public void Another_total_from_a_period_on()
    {
        var changed = s_even.WithTotal(Measure.Revenue.Of(Usd(1300m)), s_july);
        Assert.Equal([250m, 250m, 400m, 400m], changed.Parts.Select(AmountOf));
    }

    [Fact]
    public void Less_than_was_published_is_refused_unless_it_is_allowed()
    {
        Assert.Equal([250m, 250m, 0m, 0m], s_even.WithTotal(Measure.Revenue.Of(Usd(500m)), s_july).Parts.Select(AmountOf));
        var refusal = Assert.Throws<ArgumentException>("total", () => s_even.WithTotal(Measure.Revenue.Of(Usd(499.99m)), s_july));
        Assert.Contains("2026-07-01/2026-09-30 USD -0.01", refusal.Message, StringComparison.Ordinal);

        var allowing = s_even.AllowingNegative();
        Assert.Equal([250m, 250m, -50m, -50m], allowing.WithTotal(Measure.Revenue.Of(Usd(400m)), s_july).Parts.Select(AmountOf));
        Assert.Equal((true, false), (allowing.WithTotal(Measure.Revenue.Of(Usd(400m)), s_july).AllowsNegative, s_even.AllowsNegative));
        Assert.Same(allowing, allowing.AllowingNegative());

        // A quota that is negative as a whole, of returns say, is of one sign too.
        var returns = Phasing.Even(Quarters2026).Split(Measure.Revenue.Of(Usd(-1000m)), Cents);
        Assert.Equal([-250m, -250m, -50m, -50m], returns.WithTotal(Measure.Revenue.Of(Usd(-600m)), s_july).Parts.Select(AmountOf));
        Assert.Throws<ArgumentException>("total", () => returns.WithTotal(Measure.Revenue.Of(Usd(0m)), s_july));
    }

    [Fact]
    public void A_change_begins_with_a_period_after_the_first_and_leaves_a_weight()
    {
        Assert.Throws<ArgumentException>("from", () => s_even.Rephase(s_even.Phasing, new LocalDate(2026, 1, 1)));
        Assert.Throws<ArgumentException>("from", () => s_even.Rephase(s_even.Phasing, new LocalDate(2026, 7, 2)));
        Assert.Throws<ArgumentException>("from", () => s_even.Rephase(s_even.Phasing, new LocalDate(2027, 1, 1)));
        Assert.Throws<ArgumentException>("phasing", () => s_even.Rephase(Phasing.Even(Months2026), s_july));
        Assert.Throws<ArgumentException>("phasing", () => s_even.Rephase(Phasing.ByWeights(Quarters2026, 1m, 1m, 0m, 0m), s_july));
        Assert.Throws<CurrencyMismatchException>(() => s_even.WithTotal(Measure.Revenue.Of(Cny(1m)), s_july));
    }

    [Property(MaxTest = 200)]
    public Property After_any_changes_the_parts_sum_to_the_total_and_the_kept_ones_are_as_published() =>
        Prop.ForAll(PhasingSample.Any, Gen.Choose(1, 1000).ToArbitrary(), Generators.Decimals(), (sample, choice, factor) =>
        {
            var quota = sample.Quota;
            var count = quota.Phasing.Periods.Count;
            if (count < 3)
                return true;

            var at = 1 + (choice % (count - 1));
            var from = quota.Phasing.Periods[at].Start!.Value;
            var changed = quota.AllowingNegative().Rephase(Phasing.ByDays(quota.Phasing.Periods), from).WithTotal(
                sample.Total * decimal.Truncate(factor % 7m), from);
            return changed.Parts.Aggregate((sum, part) => sum + part) == changed.Total
                && changed.Cumulative.Take(at).SequenceEqual(quota.Cumulative.Take(at))
                && changed.Phasing.Periods.Spans.Zip(
                    changed.Cumulative, (span, total) => changed.QuotaToDate(span.End!.Value) == total).All(isSo => isSo)
                && changed.QuotaToDate(from.PlusDays(-1)) == quota.QuotaToDate(from.PlusDays(-1));
        });

    [Fact]
    public void Quotas_are_compared_with_what_was_published() =>
        TestHelper.TestEqualsClass(
            s_even.WithTotal(Measure.Revenue.Of(Usd(1300m)), s_july), s_even.WithTotal(Measure.Revenue.Of(Usd(1300m)), s_july),
            s_even, s_even.WithTotal(Measure.Revenue.Of(Usd(1300m)), new LocalDate(2026, 10, 1)),
            s_even.WithTotal(Measure.Revenue.Of(Usd(1301m)), s_july), s_even.AllowingNegative());
}
