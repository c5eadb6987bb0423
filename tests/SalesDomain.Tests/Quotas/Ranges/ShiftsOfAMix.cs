using System;
using System.Linq;
using FsCheck.Xunit;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas.Attaining;
using Xunit;
using static SalesDomain.Tests.Quotas.Ranges.MixSample;

namespace SalesDomain.Tests.Quotas.Ranges;

public sealed class ShiftsOfAMix
{
    [Fact]
    public void A_shift_is_in_points_and_shows_what_is_new_and_what_is_gone()
    {
        var now = SalesMix.Of(("pumps", Cny(500m)), ("valves", Cny(300m)), ("controls", Cny(200m)), ("kits", Cny(0m)));
        var before = SalesMix.Of(("pumps", Cny(600m)), ("valves", Cny(280m)), ("hoses", Cny(120m)));

        var shift = now.ShiftFrom(before);

        Assert.Equal([-10m, 2m, 20m, 0m, -12m], shift.Keys.Select(key => shift.Of(key).Points!.Value));
        Assert.Equal(["controls"], shift.NewKeys);
        Assert.Equal(["hoses"], shift.GoneKeys);
        Assert.Equal(22m, shift.MovedPoints);
        Assert.Equal("50% after 60%, -10 points", shift.Of("pumps").ToString());
        Proof.Holds(22m, shift.Explain());
    }

    [Fact]
    public void Growth_of_every_family_alike_shifts_nothing() =>
        Assert.Equal(0m, SalesMix.Of(("a", Cny(30m)), ("b", Cny(70m))).ShiftFrom(SalesMix.Of(("a", Cny(3m)), ("b", Cny(7m)))).MovedPoints);

    [Fact]
    public void Where_one_mix_has_no_shares_there_is_no_shift()
    {
        var some = SalesMix.Of(("a", Cny(1m)));
        var none = SalesMix.Of(("a", Cny(0m)));

        foreach (var shift in new[] { some.ShiftFrom(none), none.ShiftFrom(some), none.ShiftFrom(none) })
        {
            Assert.Null(shift.MovedPoints);
            Assert.Null(shift.Of("a").Points);
            Proof.Holds(Figure.Absent, shift.Explain());
            Proof.Holds(Figure.Absent, shift.Of("a").Explain());
        }

        Assert.Equal(["a"], some.ShiftFrom(none).NewKeys);
        Assert.Equal(["a"], none.ShiftFrom(some).GoneKeys);
    }

    [Fact]
    public void Mixes_of_two_measures_are_not_compared()
    {
        var mix = SalesMix.Of(("a", Cny(1m)));

        Assert.Equal(
            "prior", Assert.Throws<MeasureMismatchException>(() => mix.ShiftFrom(SalesMix.Of(("a", Of(Measure.Margin, 1m))))).ParamName);
        Assert.Equal(
            "prior",
            Assert.Throws<CurrencyMismatchException>(
                () => mix.ShiftFrom(SalesMix.Of(("a", Measure.Revenue.Of(new Money(1m, Currency.USD)))))).ParamName);
    }

    [Property(Arbitrary = [typeof(MixSample)])]
    public void Points_sum_to_zero_and_what_moved_is_half_of_them_without_signs(MixSample one, MixSample other)
    {
        var (now, before) = (one.Positive.Mix, InMeasureOf(one, other).Positive.Mix);
        var shift = now.ShiftFrom(before);
        var points = shift.Keys.Select(key => shift.Of(key).Points!.Value).ToArray();
        var tolerance = 1e-20m * Math.Max(1m, points.Max(Math.Abs));

        Assert.InRange(points.Sum(), -tolerance, tolerance);
        Assert.InRange(shift.MovedPoints!.Value - (points.Sum(Math.Abs) / 2m), -tolerance, tolerance);
        Proof.Holds(shift.MovedPoints.Value, shift.Explain());
        foreach (var key in shift.Keys)
        {
            Assert.Equal(((now.ShareOf(key) - before.ShareOf(key))!.Value).Percent, shift.Of(key).Points);
            Proof.Holds(shift.Of(key).Points!.Value, shift.Of(key).Explain());
        }
    }

    private static MixSample InMeasureOf(MixSample one, MixSample other) =>
        new([.. other.Amounts.Select(each => (each.Key, Of(one.Amounts[0].Amount.Measure, each.Amount.Amount())))]);
}
