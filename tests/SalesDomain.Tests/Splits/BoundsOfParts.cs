using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Splits;

public sealed class BoundsOfParts
{
    [Property(MaxTest = 400)]
    public Property The_result_is_the_one_found_by_bisection_and_what_has_none_is_refused() =>
        Prop.ForAll(BoundedSample.Any, sample =>
        {
            if (sample.Expected() is { } expected)
                return sample.Split(TieBreak.First).SequenceEqual(expected);

            var error = Assert.Throws<ArgumentException>(() => sample.Split(TieBreak.First));
            return error.ParamName == "parts";
        });

    [Property]
    public Property Bounds_are_kept_and_the_parts_sum_to_the_total() =>
        Prop.ForAll(BoundedSample.Any, Gen.Elements(TieBreak.First, TieBreak.Last, TieBreak.LargestWeight).ToArbitrary(), (sample, ties) =>
        {
            if (sample.Expected() is null)
                return true;

            var amounts = sample.Split(ties);
            return amounts.Sum() == sample.Total
                && amounts.Zip(sample.Parts, (amount, part) => !(amount < part.Minimum) && !(amount > part.Maximum)).All(holds => holds);
        });

    [Property]
    public Property A_negative_total_with_mirrored_bounds_mirrors_the_result() =>
        Prop.ForAll(BoundedSample.Any, sample =>
            sample.Expected() is null
            || sample.Negated().Split(TieBreak.First).SequenceEqual(sample.Split(TieBreak.First).Select(part => -part)));

    [Fact]
    public void A_part_above_its_maximum_is_held_there_and_the_rest_is_shared_in_proportion() =>
        // Without bounds 60, 30, 10; the 20 that the first may not have go 3 : 1 to the others.
        Assert.Equal([40m, 45m, 15m], Split(100m, new(6m, maximum: 40m), new(3m), new(1m)));

    [Fact]
    public void A_part_below_its_minimum_is_lifted_and_the_others_pay_in_proportion() =>
        Assert.Equal([50m, 25m, 25m], Split(100m, new(6m), new(3m), new(1m, minimum: 25m)));

    [Fact]
    public void Holding_one_part_can_bring_another_to_its_bound() =>
        // 70 : 20 : 10; the first is held at 50, which would give the second 33.3; it is held at 30.
        Assert.Equal([50m, 30m, 20m], Split(100m, new(7m, maximum: 50m), new(2m, maximum: 30m), new(1m)));

    [Fact]
    public void A_part_at_its_exact_share_is_not_disturbed_by_its_bounds() =>
        Assert.Equal([60m, 40m], Split(100m, new(6m, 60m, 60m), new(4m)));

    [Fact]
    public void A_part_without_weight_gets_its_minimum_and_no_more() =>
        Assert.Equal([10m, 90m], Split(100m, new(0m, minimum: 10m), new(1m)));

    [Fact]
    public void Parts_without_weight_can_take_the_total_by_their_minimums() =>
        Assert.Equal([60m, 40m], Split(100m, new(0m, minimum: 60m), new(0m, minimum: 40m)));

    [Fact]
    public void The_bounds_of_a_negative_total_are_negative() =>
        // A deduction of 100, of which the first bears 40 at most and the third 25 at least.
        Assert.Equal([-40m, -35m, -25m], Split(-100m, new(6m, minimum: -40m), new(3m), new(1m, maximum: -25m)));

    [Fact]
    public void No_part_of_a_positive_total_gets_less_than_nothing() =>
        Assert.Equal([50m, 50m], Split(100m, new(1m, minimum: -20m), new(1m)));

    [Theory]
    [InlineData("0.011", "0.02")]
    [InlineData("0.01", "0.01")]
    [InlineData("0.009", "0.01")]
    public void A_minimum_between_two_units_counts_as_the_upper(string minimum, string expected)
    {
        var parts = Apportionment.ToMinorUnit.Split(
            Money.Parse("USD 1"), new[] { new ApportionmentPart(0m, Number(minimum)), new ApportionmentPart(1m) });

        Assert.Equal(Number(expected), parts[0].Amount);
    }

    [Theory]
    [InlineData("0.011", "0.01")]
    [InlineData("0.01", "0.01")]
    [InlineData("0.009", "0")]
    public void A_maximum_between_two_units_counts_as_the_lower(string maximum, string expected)
    {
        var parts = Apportionment.ToMinorUnit.Split(
            Money.Parse("USD 1"), new[] { new ApportionmentPart(1m, null, Number(maximum)), new ApportionmentPart(1m) });

        Assert.Equal(Number(expected), parts[0].Amount);
    }

    [Theory]
    [InlineData(50, 50, true)]
    [InlineData(50, 51, false)]
    public void Minimums_above_the_total_are_refused(int first, int second, bool fits) =>
        AssertFits(fits, new ApportionmentPart(1m, minimum: first), new ApportionmentPart(1m, minimum: second));

    [Theory]
    [InlineData(50, 50, true)]
    [InlineData(50, 49, false)]
    public void Maximums_below_the_total_are_refused(int first, int second, bool fits) =>
        AssertFits(fits, new ApportionmentPart(1m, maximum: first), new ApportionmentPart(1m, maximum: second));

    [Fact]
    public void Bounds_that_hold_no_multiple_of_the_unit_are_refused() =>
        AssertFits(false, new ApportionmentPart(1m, 0.2m, 0.8m), new ApportionmentPart(1m));

    [Fact]
    public void A_part_that_must_go_against_the_total_is_refused() =>
        AssertFits(false, new ApportionmentPart(1m, maximum: -1m), new ApportionmentPart(1m));

    [Fact]
    public void Minimums_beyond_any_decimal_are_refused_like_others() =>
        AssertFits(false, new ApportionmentPart(1m, minimum: decimal.MaxValue), new ApportionmentPart(1m, minimum: decimal.MaxValue));

    private static decimal[] Split(decimal total, params ApportionmentPart[] parts) => Apportionment.ToWhole.Split(total, parts);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static void AssertFits(bool fits, params ApportionmentPart[] parts)
    {
        if (fits)
            Assert.Equal(100m, Split(100m, parts).Sum());
        else
            Assert.Equal("parts", Assert.Throws<ArgumentException>(() => Split(100m, parts)).ParamName);
    }
}
