using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Tiers;

public sealed class RatesOnAttainment
{
    private static readonly AttainmentRate s_accelerated = AttainmentRate.From(
        (Percentage.Zero, Percentage.FromPercent(3m)), (Percentage.OneHundred, Percentage.FromPercent(5m)),
        (Percentage.FromPercent(120m), Percentage.FromPercent(7m)));

    [Property(MaxTest = 300)]
    public Property It_is_a_tiered_rate_whose_levels_are_the_levels_times_the_quota() =>
        Prop.ForAll(TierSample.Any, Gen.Choose(1, 99_999_999).ToArbitrary(), (sample, cents) =>
        {
            var quota = new Money(cents / 100m, Currency.EUR);
            var achieved = new Money(sample.Amount * quota.Amount / 1000m, Currency.EUR);
            var onAmounts = Scaled(sample, quota.Amount / 1000m);
            var onAttainment = sample.OnAttainment;
            return onAttainment.RateAt(achieved, quota) == onAmounts.RateAt(achieved)
                && onAttainment.Graduated(achieved, quota) == onAmounts.Graduated(achieved)
                && onAttainment.AllUnits(achieved, quota) == onAmounts.AllUnits(achieved)
                && onAttainment.Portions(achieved, quota).SequenceEqual(onAmounts.Portions(achieved));
        });

    [Property]
    public Property The_bases_of_the_portions_sum_to_the_achievement_and_their_results_to_graduated() =>
        Prop.ForAll(TierSample.Any, Gen.Choose(1, 99_999_999).ToArbitrary(), (sample, cents) =>
        {
            var quota = new Money(cents / 100m, Currency.EUR);
            var portions = sample.OnAttainment.Portions(sample.Money, quota);
            return Money.Sum(Currency.EUR, portions.Select(portion => portion.Base)) == sample.Money
                && Money.Sum(Currency.EUR, portions.Select(portion => portion.Result))
                == sample.OnAttainment.Graduated(sample.Money, quota);
        });

    [Property]
    public Property Meeting_a_bound_exactly_is_meeting_it_whatever_the_quotient() =>
        Prop.ForAll(Gen.Choose(1, 9_999_999).ToArbitrary(), Gen.Choose(1, 2100).ToArbitrary(), (cents, part) =>
        {
            // A bound of so many 700ths has no end, and bound × quota ÷ quota is often not the bound.
            var quota = new Money(cents * 0.03m, Currency.EUR);
            var level = Percentage.FromFraction(part / 700m);
            var rate = AttainmentRate.From((level, Percentage.OneHundred));
            var met = quota * level;
            var below = new Money(met.Amount - 0.0000000001m, Currency.EUR);
            return rate.RateAt(met, quota) == Percentage.OneHundred && rate.RateAt(below, quota) is null
                && rate.AllUnits(met, quota) == met && rate.AllUnits(below, quota).IsZero;
        });

    [Fact]
    public void A_third_of_a_quota_in_thirds_is_met()
    {
        // No decimal is a third; the nearest lies below it, so that a third of the quota meets it.
        var quota = new Money(3m, Currency.USD);
        var rate = AttainmentRate.From((Percentage.FromFraction(1m / 3m), Percentage.OneHundred));

        Assert.Equal(Percentage.OneHundred, rate.RateAt(new Money(1m, Currency.USD), quota));
        Assert.Null(rate.RateAt(new Money(0.99m, Currency.USD), quota));
    }

    [Theory]
    [InlineData("999.99", "29.9997")]
    [InlineData("1000", "30")]
    [InlineData("1000.01", "30.0005")]
    [InlineData("1199.99", "39.9995")]
    [InlineData("1200", "40")]
    [InlineData("1200.01", "40.0007")]
    [InlineData("1500", "61")]
    [InlineData("-1500", "0")]
    public void Each_part_of_the_achievement_has_the_rate_of_its_attainment(string achieved, string expected) =>
        Assert.Equal(Money.Parse("USD " + expected), s_accelerated.Graduated(Money.Parse("USD " + achieved), Money.Parse("USD 1000")));

    [Theory]
    [InlineData("999.99", "29.9997")]
    [InlineData("1000", "50")]
    [InlineData("1200", "84")]
    public void All_of_the_achievement_has_the_rate_reached(string achieved, string expected) =>
        Assert.Equal(Money.Parse("USD " + expected), s_accelerated.AllUnits(Money.Parse("USD " + achieved), Money.Parse("USD 1000")));

    [Fact]
    public void A_ceiling_caps_the_result()
    {
        var capped = s_accelerated.WithCeiling(Percentage.FromPercent(200m));
        var quota = Money.Parse("USD 1000");

        Assert.Equal(Percentage.FromPercent(200m), capped.End);
        Assert.Equal(Money.Parse("USD 96"), capped.Graduated(Money.Parse("USD 2000"), quota));
        Assert.Equal(Money.Parse("USD 96"), capped.Graduated(Money.Parse("USD 2000.01"), quota));
        Assert.Equal(Money.Parse("USD 140"), capped.AllUnits(Money.Parse("USD 2000.01"), quota));
        Assert.Equal(Percentage.FromPercent(7m), capped.RateAt(Money.Parse("USD 2000"), quota));
        Assert.Equal(Percentage.FromPercent(7m), capped.RateAt(Money.Parse("USD 2000.01"), quota));
        Assert.Equal(Money.Parse("USD 0.01"), capped.Portions(Money.Parse("USD 2000.01"), quota)[3].Base);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.01")]
    public void A_quota_of_zero_or_less_gives_no_attainment_no_rate_and_no_result(string quota)
    {
        var (achieved, none) = (Money.Parse("USD 1"), Money.Parse("USD " + quota));

        Assert.Null(s_accelerated.RateAt(achieved, none));
        Assert.Equal("quota", Assert.Throws<ArgumentOutOfRangeException>(() => s_accelerated.AllUnits(achieved, none)).ParamName);
        Assert.Equal("quota", Assert.Throws<ArgumentOutOfRangeException>(() => s_accelerated.Graduated(achieved, none)).ParamName);
        Assert.Equal("quota", Assert.Throws<ArgumentOutOfRangeException>(() => s_accelerated.Portions(achieved, none)).ParamName);
        Assert.Equal(Money.Parse("USD 0.07"), s_accelerated.AllUnits(achieved, Money.Parse("USD 0.01")));
    }

    [Fact]
    public void A_quota_in_another_currency_is_refused()
    {
        var (achieved, quota) = (Money.Parse("USD 1"), Money.Parse("EUR 1"));

        Assert.Equal("quota", Assert.Throws<CurrencyMismatchException>(() => s_accelerated.RateAt(achieved, quota)).ParamName);
        Assert.Equal("quota", Assert.Throws<CurrencyMismatchException>(() => s_accelerated.AllUnits(achieved, quota)).ParamName);
        Assert.Equal("quota", Assert.Throws<CurrencyMismatchException>(() => s_accelerated.Graduated(achieved, quota)).ParamName);
        Assert.Equal("quota", Assert.Throws<CurrencyMismatchException>(() => s_accelerated.Portions(achieved, quota)).ParamName);
    }

    [Fact]
    public void It_tells_its_side_bounds_and_rates()
    {
        Assert.Equal((StepSide.From, false), (s_accelerated.Side, s_accelerated.IsMirrored));
        Assert.Equal(["0%", "100%", "120%"], s_accelerated.Bounds.Select(bound => bound.ToString()));
        Assert.Equal(["3%", "5%", "7%"], s_accelerated.Rates.Select(rate => rate.ToString()));
        Assert.Null(s_accelerated.End);
        Assert.True(s_accelerated.Mirrored().IsMirrored);
        Assert.Equal(StepSide.UpTo, AttainmentRate.UpTo((Percentage.OneHundred, Percentage.Zero)).ThenAbove(Percentage.OneHundred).Side);
    }

    private static TieredRate Scaled(TierSample sample, decimal factor)
    {
        var steps = sample.Bounds.Zip(sample.Values, (bound, value) => (bound * factor, Percentage.FromFraction(value))).ToArray();
        var rate = sample.IsFrom ? TieredRate.From(Currency.EUR, steps) : TieredRate.UpTo(Currency.EUR, steps);
        rate = sample.Ceiling is { } ceiling ? rate.WithCeiling(new Money(ceiling * factor, Currency.EUR)) : rate;
        rate = sample.Values.Length > sample.Bounds.Length ? rate.ThenAbove(Percentage.FromFraction(sample.Values.Last())) : rate;
        return sample.IsMirrored ? rate.Mirrored() : rate;
    }
}
