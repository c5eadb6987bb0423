using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas;

public sealed class TargetsByGrowth
{
    private static readonly Rounding s_hundreds = Rounding.ToStep(100m, RoundingMode.HalfAwayFromZero);

    [Fact]
    public void A_target_is_what_was_reached_and_its_growth_rounded_once()
    {
        var target = GrowthTarget.Of(Measure.Revenue.Of(Usd(138_288.95m)), Percent(25m), s_hundreds);

        Assert.Equal(Measure.Revenue.Of(Usd(172_861.1875m)), target.Grown);
        Assert.Equal(Measure.Revenue.Of(Usd(172_900m)), target.Amount);
        Assert.Equal("USD 138288.95 and 25% is USD 172900.00", target.ToString());
    }

    [Theory]
    [InlineData("39.99", 0)]
    [InlineData("40.00", 100)]
    [InlineData("-40.00", -100)]
    public void Half_a_step_is_rounded_as_declared(string baseline, int expected) =>
        Assert.Equal(
            expected,
            GrowthTarget.Of(
                Measure.Count("visits").Of(decimal.Parse(baseline, System.Globalization.CultureInfo.InvariantCulture)), Percent(25m),
                s_hundreds).Amount.Number);

    [Fact]
    public void More_than_all_of_it_is_not_lost_and_what_measures_nothing_does_not_grow()
    {
        Assert.True(GrowthTarget.Of(Measure.Revenue.Of(Usd(5m)), Percent(-100m), s_hundreds).Amount.IsZero);
        Assert.Equal(
            "growth",
            Assert.Throws<ArgumentOutOfRangeException>(() => GrowthTarget.Of(Measure.Revenue.Of(Usd(5m)), Percent(-100.01m), s_hundreds))
                .ParamName);
        Assert.Equal("baseline", Assert.Throws<ArgumentException>(() => GrowthTarget.Of(default, Percent(5m), s_hundreds)).ParamName);
    }

    [Property]
    public void Every_target_explains_itself_and_a_figure_that_is_changed_is_named(decimal baseline, int growth, PositiveInt choice) =>
        Assert.All(
            new[] { Measure.Revenue.Of(Usd(baseline)), Measure.Units(UnitOfMeasure.Piece).Of(Quantity.Pieces(baseline)),
                Measure.Count("visits").Of(baseline) }
                .Select(value => GrowthTarget.Of(value, Percent((growth % 1_000) + (growth % 1_000 < -100 ? 1_000 : 0)), s_hundreds)),
            target =>
            {
                Assert.Equal(target.Amount.Value, target.Explain().Value);
                Assert.Empty(target.Explain().Verify());
                Tampering.IsNamed(target.Explain(), choice.Get);
            });
}
