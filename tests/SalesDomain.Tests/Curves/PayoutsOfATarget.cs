using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Curves;

public sealed class PayoutsOfATarget
{
    private static readonly PayoutCurve s_plan = PayoutCurve.ThresholdTargetExcellence((80m, 50m), (100m, 100m), (120m, 200m));

    /// <summary>Up to 28 digits, most of them in use, from trillionths to billions.</summary>
    private static readonly Gen<decimal> s_awkward =
        from low in Gen.Choose(1, int.MaxValue)
        from middle in Gen.Choose(0, int.MaxValue)
        from high in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(0, 268_435_455)))
        from scale in Gen.Choose(14, 28)
        select new decimal(low, middle, high, false, (byte)scale);

    private static readonly Gen<decimal> s_cents = Gen.Choose(1, int.MaxValue).Select(cents => cents * 0.01m);

    [Theory]
    [InlineData("USD 79999.99", "CNY 0.00")]
    [InlineData("USD 80000.00", "CNY 10000.00")]
    [InlineData("USD 80000.01", "CNY 10000.005")]
    [InlineData("USD 100000.00", "CNY 20000.00")]
    [InlineData("USD 100000.01", "CNY 20000.01")]
    [InlineData("USD 120000.00", "CNY 40000.00")]
    [InlineData("USD 250000.00", "CNY 40000.00")]
    [InlineData("USD -1.00", "CNY 0.00")]
    public void The_currency_of_the_incentive_need_not_be_that_of_the_quota(string achieved, string payout)
    {
        var (incentive, quota) = (Money.Parse("CNY 20000"), Money.Parse("USD 100000"));

        Assert.Equal(Money.Parse(payout), s_plan.Payout(incentive, Money.Parse(achieved), quota));
        Assert.True(s_plan.TryPayout(incentive, Money.Parse(achieved), quota, out var found));
        Assert.Equal(Money.Parse(payout), found);
    }

    [Fact]
    public void A_quota_in_units_pays_alike()
    {
        Assert.Equal(Money.Parse("CNY 25000.00"), s_plan.Payout(Money.Parse("CNY 20000"), Quantity.Pieces(315m), Quantity.Pieces(300m)));
        Assert.False(s_plan.TryPayout(Money.Parse("CNY 20000"), Quantity.Pieces(315m), Quantity.Pieces(0m), out _));
    }

    [Fact]
    public void An_attainment_rounded_before_it_is_used_would_cost_the_cent()
    {
        // 1/3 of a quota at three payout points a point, of an incentive of 30 million: exactly 30 million.
        var curve = PayoutCurve.Rising((0m, 0m), (100m, 300m));
        var (incentive, achieved, quota) = (Money.Parse("JPY 30000000"), Money.Parse("JPY 1"), Money.Parse("JPY 3"));

        Assert.Equal(incentive, curve.Payout(incentive, achieved, quota));
        Assert.NotEqual(incentive, incentive * curve.At(Percentage.Ratio(achieved, quota)!.Value));
    }

    [Property(MaxTest = 300)]
    public Property Amounts_in_cents_give_the_nearest_decimal_to_the_exact_payout() =>
        Prop.ForAll(CurveSample.Any, s_cents.Two().ToArbitrary(), (sample, amounts) => sample.Levels.All(level =>
        {
            var (target, quota) = amounts;
            return IsNearest(sample, target, decimal.Round(level * quota / 100m, 2, MidpointRounding.ToEven), quota);
        }));

    [Property(MaxTest = 300)]
    public Property So_do_amounts_and_points_of_any_number_of_digits() =>
        Prop.ForAll(CurveSample.Awkward, s_awkward.Three().ToArbitrary(), (sample, amounts) =>
        {
            var (target, achieved, quota) = amounts;
            return IsNearest(sample, target, achieved, quota)
                && sample.Levels.Concat(sample.Points.Select(point => point.Level)).All(level =>
                    IsNearest(sample, target, level * quota / 100m, quota) && IsNearest(sample, 0.01m, level * quota / 100m, quota));
        });

    [Property(MaxTest = 300)]
    public Property More_never_pays_less_on_a_rising_curve_nor_more_on_a_falling_one() =>
        Prop.ForAll(CurveSample.Awkward, s_awkward.Four().ToArbitrary(), (sample, amounts) =>
        {
            var (target, first, second, quota) = amounts;
            var (low, high) = (Try(sample.Curve, target, Math.Min(first, second), quota),
                Try(sample.Curve, target, Math.Max(first, second), quota));
            return low is null || high is null
                || sample.Order switch { CurveOrder.Rising => low <= high, CurveOrder.Falling => low >= high, _ => true };
        });

    [Fact]
    public void Amounts_whose_products_no_decimal_holds_are_paid_exactly()
    {
        var (incentive, achieved, quota) = (Money.Parse("VND 9000000000000.01"), Money.Parse("VND 55000000000000000000000000"),
            Money.Parse("VND 50000000000000000000000000"));

        Assert.Equal(Money.Parse("VND 13500000000000.015"), s_plan.Payout(incentive, achieved, quota));

        // A cap far away does no harm.
        Assert.Equal(Money.Parse("VND 13500000000000.015"),
            s_plan.WithCap(decimal.MaxValue).WithFloor(decimal.MinValue).Payout(incentive, achieved, quota));
        Assert.Equal(Money.Parse("VND 9900000000000.011"), s_plan.WithCap(110m).Payout(incentive, achieved, quota));
        Assert.Equal(Money.Parse("VND 10800000000000.012"), s_plan.WithFloor(120m).Payout(incentive, quota, quota));
        Assert.Throws<OverflowException>(() =>
            s_plan.Payout(new Money(decimal.MaxValue, Currency.CNY), Money.Parse("CNY 2"), Money.Parse("CNY 1")));
        Assert.Equal(new Money(decimal.MaxValue, Currency.CNY),
            s_plan.Payout(new Money(decimal.MaxValue, Currency.CNY), Money.Parse("CNY 1"), Money.Parse("CNY 1")));
    }

    [Fact]
    public void A_quota_near_nothing_is_a_quota()
    {
        // Run × quota rounds to zero in a decimal.
        var narrow = PayoutCurve.Rising((0m, 0m), (0.0000000000000001m, 100m)).FlatAbove();
        var least = new Money(0.0000000000000000000000000001m, Currency.USD);

        Assert.Equal(Money.Parse("USD 5"), narrow.Payout(Money.Parse("USD 5"), least, least));
        Assert.Equal(Money.Parse("USD 0"), narrow.Payout(Money.Parse("USD 5"), Money.Zero(Currency.USD), least));
    }

    [Theory]
    [InlineData("USD 0")]
    [InlineData("USD -0.01")]
    public void A_quota_of_zero_or_less_gives_no_attainment_and_no_payout(string quota)
    {
        var (incentive, achieved, none) = (Money.Parse("USD 100"), Money.Parse("USD 1"), Money.Parse(quota));

        Assert.False(s_plan.TryPayout(incentive, achieved, none, out var payout));
        Assert.Equal(Money.Zero(Currency.USD), payout);
        Assert.Throws<ArgumentOutOfRangeException>(nameof(quota), () => s_plan.Payout(incentive, achieved, none));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(quota), () =>
            s_plan.Payout(incentive, Quantity.Pieces(1m), Quantity.Pieces(none.Amount)));
    }

    [Fact]
    public void Beyond_the_points_there_is_no_payout_where_none_is_declared()
    {
        var open = PayoutCurve.Rising((80m, 50m), (100m, 100m));
        var (incentive, achieved, quota) = (Money.Parse("USD 100"), Money.Parse("USD 7.99"), Money.Parse("USD 10"));

        Assert.False(open.TryPayout(incentive, achieved, quota, out _));
        Assert.Equal("USD 7.99",
            Assert.Throws<ArgumentOutOfRangeException>("achieved", () => open.Payout(incentive, achieved, quota)).ActualValue);
        Assert.Throws<ArgumentOutOfRangeException>("achieved", () => open.Payout(incentive, Quantity.Pieces(7m), Quantity.Pieces(10m)));
        Assert.Equal(Money.Parse("USD 50"), open.Payout(incentive, Money.Parse("USD 8"), quota));
    }

    [Fact]
    public void Other_currencies_other_units_and_negative_incentives_are_refused()
    {
        var (incentive, dollar, euro) = (Money.Parse("CNY 100"), Money.Parse("USD 1"), Money.Parse("EUR 1"));
        var (piece, box) = (Quantity.Pieces(1m), new Quantity(1m, UnitOfMeasure.Case));

        Assert.Throws<CurrencyMismatchException>("quota", () => s_plan.Payout(incentive, dollar, euro));
        Assert.Throws<CurrencyMismatchException>("quota", () => s_plan.TryPayout(incentive, dollar, -euro, out _));
        Assert.Throws<UnitMismatchException>("quota", () => s_plan.Payout(incentive, piece, box));
        Assert.Throws<UnitMismatchException>("quota", () => s_plan.TryPayout(incentive, piece, -box, out _));
        Assert.Throws<ArgumentOutOfRangeException>("targetIncentive", () => s_plan.Payout(-incentive, dollar, dollar));
        Assert.Throws<ArgumentOutOfRangeException>("targetIncentive", () => s_plan.TryPayout(-incentive, piece, -piece, out _));
        Assert.Equal(Money.Zero(Currency.CNY), s_plan.Payout(Money.Zero(Currency.CNY), dollar, dollar));
    }

    private static bool IsNearest(CurveSample sample, decimal target, decimal achieved, decimal quota)
    {
        var exact = sample.At((Ratio)100m * achieved / quota) is { } payout ? ((Ratio)target * payout / 100m).Nearest() : null;
        return Try(sample.Curve, target, achieved, quota) == exact;
    }

    /// <summary>The payout, or null where there is none or none that a decimal holds.</summary>
    private static decimal? Try(PayoutCurve curve, decimal target, decimal achieved, decimal quota)
    {
        try
        {
            var (sold, goal) = (new Money(achieved, Currency.EUR), new Money(quota, Currency.EUR));
            return curve.TryPayout(new Money(target, Currency.CNY), sold, goal, out var payout) ? payout.Amount : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
