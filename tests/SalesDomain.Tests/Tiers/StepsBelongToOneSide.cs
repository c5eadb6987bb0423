using System;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Tiers;

public sealed class StepsBelongToOneSide
{
    [Theory]
    [InlineData("99.99", "C")]
    [InlineData("100", "B")]
    [InlineData("100.01", "B")]
    [InlineData("199.99", "B")]
    [InlineData("200", "A")]
    [InlineData("200.01", "A")]
    [InlineData("0", "C")]
    [InlineData("-0.01", null)]
    [InlineData("79228162514264337593543950335", "A")]
    public void A_level_of_a_from_scale_belongs_to_the_step_that_begins_there(string level, string? grade) =>
        AssertAt(StepSchedule.From((0m, "C"), (100m, "B"), (200m, "A")), Number(level), grade);

    [Theory]
    [InlineData("99.99", "C")]
    [InlineData("100", "C")]
    [InlineData("100.01", "B")]
    [InlineData("200", "B")]
    [InlineData("200.01", null)]
    [InlineData("-79228162514264337593543950335", "C")]
    public void A_level_of_a_to_scale_belongs_to_the_step_that_ends_there(string level, string? grade) =>
        AssertAt(StepSchedule.UpTo((100m, "C"), (200m, "B")), Number(level), grade);

    [Theory]
    [InlineData("299.99", "A")]
    [InlineData("300", "A")]
    [InlineData("300.01", null)]
    public void The_ceiling_itself_is_in_the_last_step(string level, string? grade) =>
        AssertAt(StepSchedule.From((0m, "C"), (200m, "A")).WithCeiling(300m), Number(level), grade);

    [Theory]
    [InlineData("199.99", "C")]
    [InlineData("200", "A")]
    [InlineData("200.01", null)]
    public void A_ceiling_at_the_last_bound_leaves_that_bound_its_step(string level, string? grade) =>
        AssertAt(StepSchedule.From((0m, "C"), (200m, "A")).WithCeiling(200m), Number(level), grade);

    [Theory]
    [InlineData("9.99", null)]
    [InlineData("10", "C")]
    [InlineData("10.01", "C")]
    public void The_floor_itself_is_in_the_first_step(string level, string? grade) =>
        AssertAt(StepSchedule.UpTo((100m, "C"), (200m, "B")).WithFloor(10m), Number(level), grade);

    [Theory]
    [InlineData("99.99", null)]
    [InlineData("100", "C")]
    [InlineData("100.01", "B")]
    public void A_floor_at_the_first_bound_leaves_that_bound_its_step(string level, string? grade) =>
        AssertAt(StepSchedule.UpTo((100m, "C"), (200m, "B")).WithFloor(100m), Number(level), grade);

    [Theory]
    [InlineData("200", "B")]
    [InlineData("200.01", "A")]
    [InlineData("79228162514264337593543950335", "A")]
    public void A_to_scale_can_have_a_step_for_everything_above(string level, string? grade) =>
        AssertAt(StepSchedule.UpTo((100m, "C"), (200m, "B")).ThenAbove("A"), Number(level), grade);

    [Fact]
    public void Levels_can_be_money_percentages_quantities_whole_numbers_or_days()
    {
        var byMoney = StepSchedule.From((new Money(0m, Currency.KWD), 1), (new Money(0.001m, Currency.KWD), 2));
        AssertAt(byMoney, new Money(0.0009m, Currency.KWD), 1);
        AssertAt(byMoney, new Money(0.001m, Currency.KWD), 2);

        var byPercentage = StepSchedule.UpTo((Percentage.FromPercent(90m), false), (Percentage.OneHundred, true));
        AssertAt(byPercentage, Percentage.FromPercent(90m), false);
        AssertAt(byPercentage, Percentage.FromPercent(90.01m), true);

        var byQuantity = StepSchedule.From((Quantity.Pieces(1m), 10m), (Quantity.Pieces(100m), 9.20m));
        AssertAt(byQuantity, Quantity.Pieces(99m), 10m);
        AssertAt(byQuantity, Quantity.Pieces(100m), 9.20m);

        var byDays = StepSchedule.UpTo((0, "not due"), (30, "1-30"), (60, "31-60")).ThenAbove("over 60");
        AssertAt(byDays, 0, "not due");
        AssertAt(byDays, 1, "1-30");
        AssertAt(byDays, 30, "1-30");
        AssertAt(byDays, 61, "over 60");

        var byDate = StepSchedule.From((new LocalDate(2024, 1, 1), "winter"), (new LocalDate(2024, 3, 1), "spring"));
        AssertAt(byDate, new LocalDate(2024, 2, 29), "winter");
        AssertAt(byDate, new LocalDate(2024, 3, 1), "spring");
        Assert.False(byDate.TryAt(new LocalDate(2023, 12, 31), out _));
    }

    [Fact]
    public void A_schedule_tells_its_side_bounds_values_and_ends()
    {
        var from = StepSchedule.From((0m, "C"), (100m, "B"));
        Assert.Equal((StepSide.From, true, false, false), (from.Side, from.IsOpenAbove, from.HasCeiling, from.HasFloor));
        Assert.Equal([0m, 100m], from.Bounds);
        Assert.Equal(["C", "B"], from.Values);

        var capped = from.WithCeiling(150m);
        Assert.Equal((false, true, false, 150m), (capped.IsOpenAbove, capped.HasCeiling, capped.HasFloor, capped.Ceiling));

        var to = StepSchedule.UpTo((100m, "C"));
        Assert.Equal((StepSide.UpTo, false, false, false), (to.Side, to.IsOpenAbove, to.HasCeiling, to.HasFloor));

        var floored = to.WithFloor(0m).ThenAbove("B");
        Assert.Equal((true, true, false, 0m), (floored.IsOpenAbove, floored.HasFloor, floored.HasCeiling, floored.Floor));
        Assert.Equal(["C", "B"], floored.Values);
        Assert.Equal([100m], floored.Bounds);
    }

    [Fact]
    public void An_absent_ceiling_and_an_absent_floor_are_no_numbers()
    {
        Assert.Throws<InvalidOperationException>(() => StepSchedule.From((0m, 1)).Ceiling);
        Assert.Throws<InvalidOperationException>(() => StepSchedule.From((0m, 1)).WithCeiling(1m).Floor);
        Assert.Throws<InvalidOperationException>(() => StepSchedule.UpTo((0m, 1)).Floor);
        Assert.Throws<InvalidOperationException>(() => StepSchedule.UpTo((0m, 1)).WithFloor(0m).Ceiling);
    }

    [Fact]
    public void A_changed_copy_leaves_the_original_as_it_was()
    {
        var from = StepSchedule.From((0m, 1), (10m, 2));
        var to = StepSchedule.UpTo((0m, 1), (10m, 2));
        _ = from.WithCeiling(10m);
        _ = to.WithFloor(-5m).ThenAbove(3);

        Assert.Equal(2, from.At(11m));
        Assert.Equal(1, to.At(-6m));
        Assert.False(to.TryAt(11m, out _));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static void AssertAt<TLevel, TValue>(StepSchedule<TLevel, TValue> schedule, TLevel level, TValue? expected)
        where TLevel : IComparable<TLevel>
        where TValue : notnull
    {
        Assert.Equal(expected is not null, schedule.TryAt(level, out var found));
        Assert.Equal(expected, found);
        if (expected is not null)
            Assert.Equal(expected, schedule.At(level));
        else
            Assert.Equal("level", Assert.Throws<ArgumentOutOfRangeException>(() => schedule.At(level)).ParamName);
    }
}
