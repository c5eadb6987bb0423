using System;
using Xunit;

namespace SalesDomain.Tests.Tiers;

public sealed class RefusedSchedules
{
    private static readonly StepSchedule<string, string> s_words = StepSchedule.From(("a", "first"));

    [Fact]
    public void Levels_that_do_not_rise_are_refused()
    {
        AssertSteps(() => StepSchedule.From((0m, 1), (0m, 2)));
        AssertSteps(() => StepSchedule.From((1m, 1), (0.99m, 2)));
        AssertSteps(() => StepSchedule.UpTo((0m, 1), (2m, 2), (2.00m, 3)));
        AssertSteps(() => TieredRate.From(Currency.USD, (100m, Percentage.Zero), (0m, Percentage.OneHundred)));
        AssertSteps(() => TieredPrice.UpTo(Currency.USD, UnitOfMeasure.Piece, (10m, 1m), (10m, 2m)));
        AssertSteps(() => AttainmentRate.From((Percentage.OneHundred, Percentage.Zero), (Percentage.OneHundred, Percentage.OneHundred)));
    }

    [Fact]
    public void No_steps_are_refused()
    {
        AssertSteps(() => StepSchedule.From<decimal, int>());
        AssertSteps(() => StepSchedule.UpTo<decimal, int>());
        AssertSteps(() => TieredRate.UpTo(Currency.USD));
        AssertSteps(() => AttainmentRate.From());
        AssertSteps(() => TieredPrice.From(Currency.USD, UnitOfMeasure.Piece));
    }

    [Fact]
    public void Null_steps_levels_and_values_are_refused()
    {
        AssertNull("steps", () => StepSchedule.From<decimal, int>(null!));
        AssertNull("steps", () => StepSchedule.UpTo(("a", "first"), (null!, "second")));
        AssertNull("steps", () => StepSchedule.From(("a", (string)null!)));
        AssertNull("level", () => s_words.At(null!));
        AssertNull("level", () => s_words.TryAt(null!, out _));
        AssertNull("ceiling", () => s_words.WithCeiling(null!));
        AssertNull("floor", () => StepSchedule.UpTo(("a", "first")).WithFloor(null!));
        AssertNull("value", () => StepSchedule.UpTo(("a", "first")).ThenAbove(null!));
    }

    [Fact]
    public void A_ceiling_below_the_last_bound_is_refused()
    {
        AssertRange("ceiling", () => StepSchedule.From((0m, 1), (10m, 2)).WithCeiling(9.99m));
        AssertRange("ceiling", () => TieredRate.From(Currency.USD, (10m, Percentage.Zero)).WithCeiling(new Money(9.99m, Currency.USD)));
        AssertRange(
            "ceiling", () => AttainmentRate.From((Percentage.OneHundred, Percentage.Zero)).WithCeiling(Percentage.FromPercent(99.99m)));
        AssertRange("ceiling", () => TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (10m, 1m)).WithCeiling(Quantity.Pieces(9m)));
    }

    [Fact]
    public void A_floor_above_the_first_bound_is_refused() =>
        AssertRange("floor", () => StepSchedule.UpTo((10m, 1), (20m, 2)).WithFloor(10.01m));

    [Fact]
    public void Each_scale_takes_only_its_own_end()
    {
        Assert.Throws<InvalidOperationException>(() => StepSchedule.UpTo((10m, 1)).WithCeiling(10m));
        Assert.Throws<InvalidOperationException>(() => StepSchedule.From((10m, 1)).WithFloor(10m));
        Assert.Throws<InvalidOperationException>(() => StepSchedule.From((10m, 1)).ThenAbove(2));
        Assert.Throws<InvalidOperationException>(() => StepSchedule.From((10m, 1)).WithCeiling(20m).ThenAbove(2));
        Assert.Throws<InvalidOperationException>(() => StepSchedule.UpTo((10m, 1)).ThenAbove(2).ThenAbove(3));
        Assert.Throws<InvalidOperationException>(
            () => TieredRate.UpTo(Currency.USD, (10m, Percentage.Zero)).WithCeiling(new Money(10m, Currency.USD)));
        Assert.Throws<InvalidOperationException>(() => AttainmentRate.From((Percentage.Zero, Percentage.Zero)).ThenAbove(Percentage.Zero));
        Assert.Throws<InvalidOperationException>(() => TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (0m, 1m)).ThenAbove(1m));
    }

    [Fact]
    public void Negative_levels_and_prices_are_refused()
    {
        AssertRange("steps", () => TieredRate.From(Currency.USD, (-0.01m, Percentage.Zero)));
        AssertRange("steps", () => AttainmentRate.UpTo((Percentage.FromPercent(-1m), Percentage.Zero)));
        AssertRange("steps", () => TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (-1m, 1m)));
        AssertRange("steps", () => TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (1m, -0.01m)));
        AssertRange("price", () => TieredPrice.UpTo(Currency.USD, UnitOfMeasure.Piece, (1m, 1m)).ThenAbove(-0.01m));
    }

    [Fact]
    public void A_missing_currency_or_unit_is_refused()
    {
        AssertNull("currency", () => TieredRate.From(null!, (0m, Percentage.Zero)));
        AssertNull("currency", () => TieredPrice.UpTo(null!, UnitOfMeasure.Piece, (0m, 1m)));
        AssertNull("unit", () => TieredPrice.From(Currency.USD, null!, (0m, 1m)));
    }

    private static void AssertSteps(Func<object> build) => Assert.Equal("steps", Assert.Throws<ArgumentException>(build).ParamName);

    private static void AssertNull(string parameter, Func<object> build) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentNullException>(build).ParamName);

    private static void AssertRange(string parameter, Func<object> build) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(build).ParamName);
}
