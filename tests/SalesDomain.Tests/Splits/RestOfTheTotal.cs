using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Splits;

public sealed class RestOfTheTotal
{
    private static readonly Money s_plan = new(12_345_678m, Currency.CNY);

    [Fact]
    public void A_total_that_is_no_multiple_of_the_unit_is_refused()
    {
        var thousands = Apportionment.InUnitsOf(1000m);

        Assert.Equal("total", Assert.Throws<ArgumentException>(() => thousands.Split(s_plan, new[] { 1m, 1m })).ParamName);
        Assert.Equal(
            "total",
            Assert.Throws<ArgumentException>(() => Apportionment.ToMinorUnit.SplitEvenly(new Money(0.001m, Currency.USD), 2)).ParamName);
    }

    [Fact]
    public void A_named_part_takes_the_rest()
    {
        // In thousands 12,345,678 leaves 678.
        var parts = Apportionment.InUnitsOf(1000m).WithRestTo(1).Split(s_plan, new[] { 1m, 1m });

        Assert.Equal([6_173_000m, 6_172_678m], parts.Select(part => part.Amount));
    }

    [Fact]
    public void The_rest_of_a_negative_total_is_negative() =>
        Assert.Equal(
            [-6_173_678m, -6_172_000m],
            Apportionment.InUnitsOf(1000m).WithRestTo(0).Split(-s_plan, new[] { 1m, 1m }).Select(part => part.Amount));

    [Fact]
    public void A_rest_that_is_all_there_is_goes_to_its_part_whatever_the_weights() =>
        Assert.Equal([0m, 0.678m], Apportionment.ToWhole.WithRestTo(1).Split(0.678m, new[] { 0m, 0m }));

    [Fact]
    public void A_multiple_of_the_unit_has_no_rest_to_give() =>
        Assert.Equal([2m, 3m], Apportionment.ToWhole.WithRestTo(0).Split(5m, new[] { 2m, 3m }));

    [Theory]
    [InlineData(678, 678)]
    [InlineData(1677, 678)]
    [InlineData(1678, 1678)]
    [InlineData(3000, 2678)]
    public void A_maximum_holds_for_the_part_with_its_rest(int maximum, int expected)
    {
        var parts = Apportionment.InUnitsOf(1000m).WithRestTo(0).Split(
            10_678m, new[] { new ApportionmentPart(1m, maximum: maximum), new ApportionmentPart(1m) });

        Assert.Equal([expected, 10_678m - expected], parts);
    }

    [Theory]
    [InlineData(6678, 6678)]
    [InlineData(6679, 7678)]
    public void A_minimum_holds_for_the_part_with_its_rest(int minimum, int expected)
    {
        var parts = Apportionment.InUnitsOf(1000m).WithRestTo(0).Split(
            10_678m, new[] { new ApportionmentPart(1m, minimum: minimum), new ApportionmentPart(1m) });

        Assert.Equal([expected, 10_678m - expected], parts);
    }

    [Fact]
    public void A_maximum_below_the_rest_is_refused()
    {
        var parts = new[] { new ApportionmentPart(1m, maximum: 677m), new ApportionmentPart(1m) };

        Assert.Equal(
            "parts", Assert.Throws<ArgumentException>(() => Apportionment.InUnitsOf(1000m).WithRestTo(0).Split(10_678m, parts)).ParamName);
    }

    [Theory]
    [InlineData(-10_678)]
    [InlineData(-678)]
    [InlineData(678)]
    [InlineData(10_678)]
    public void The_largest_bounds_there_are_bind_nobody(int total)
    {
        var unbounded = Apportionment.InUnitsOf(1000m).WithRestTo(0).Split(total, new[] { 1m, 1m });
        var part = new ApportionmentPart(1m, decimal.MinValue, decimal.MaxValue);

        Assert.Equal(unbounded, Apportionment.InUnitsOf(1000m).WithRestTo(0).Split(total, new[] { part, part }));
    }

    [Property]
    public Property With_a_rest_the_parts_still_sum_to_the_total() =>
        Prop.ForAll(SplitSample.Any, Gen.Choose(-9999, 9999).ToArbitrary(), (sample, extra) =>
        {
            var total = new Money(sample.Total.Amount + (extra * 0.0001m * sample.Unit), sample.Currency);
            var taker = Math.Abs(extra) % sample.Weights.Length;
            return Money.Sum(sample.Currency, sample.How.WithRestTo(taker).Split(total, sample.Weights)) == total;
        });

    [Property]
    public Property Only_the_part_that_takes_the_rest_is_no_multiple_of_the_unit() =>
        Prop.ForAll(SplitSample.Any, Gen.Choose(1, 9999).ToArbitrary(), (sample, extra) =>
        {
            var total = new Money(sample.Total.Amount + (extra * 0.0001m * sample.Unit), sample.Currency);
            var taker = extra % sample.Weights.Length;
            var parts = sample.How.WithRestTo(taker).Split(total, sample.Weights);
            return Enumerable.Range(0, parts.Length)
                .All(i => parts[i].Amount % sample.Unit == (i == taker ? total.Amount % sample.Unit : 0m));
        });
}
