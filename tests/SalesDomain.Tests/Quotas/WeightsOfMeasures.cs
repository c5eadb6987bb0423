using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas;

public sealed class WeightsOfMeasures
{
    [Fact]
    public void Weights_are_asked_for_by_measure_and_what_is_not_weighed_has_none()
    {
        var weights = WeightedMeasures.Of(
            (Measure.Revenue, Percent(50m)), (Measure.Collections, Percent(30m)), (Measure.Count("new customers"), Percent(20m)));

        Assert.Equal(Percent(30m), weights.WeightOf(Measure.Collections));
        Assert.Null(weights.WeightOf(Measure.GrossRevenue));
        Assert.Equal("revenue, without tax 50%; collections, with tax 30%; new customers, count 20%", weights.ToString());
    }

    [Fact]
    public void The_weights_of_a_plan_are_those_of_the_composite_attainment()
    {
        var weights = WeightedMeasures.Of((Measure.Revenue, Percent(60m)), (NewCustomerRule.Measure, Percent(40m)));
        var rule = CompositeRule.Of(MissingMeasure.Block, weights);

        Assert.Equal(["revenue, without tax", "new customers, count"], rule.Components.Select(component => component.Name));
        Assert.Equal(
            Percent(104m),
            rule.Evaluate(
                (Measure.Revenue, Attainment.Of(Measure.Revenue.Of(Cny(120m)), Measure.Revenue.Of(Cny(100m)))),
                (NewCustomerRule.Measure, Attainment.Of(NewCustomerRule.Measure.Of(8m), NewCustomerRule.Measure.Of(10m)))).Value);
    }

    /// <summary>Sums that binary floating point misses: erpnext #57802.</summary>
    [Theory]
    [InlineData("72.68 10.93 2.73 13.66")]
    [InlineData("10.00 58.02 31.98")]
    [InlineData("33.33 33.33 33.34")]
    public void Pitfall_7_a_total_of_one_hundred_is_compared_in_decimals(string percents) =>
        Assert.Equal(percents.Split(' ').Length, Of(percents).Count);

    [Theory]
    [InlineData("33.33 33.33 33.33")]
    [InlineData("100 0.01")]
    [InlineData("99.99999999999999999999")]
    public void Weights_that_do_not_total_one_hundred_are_refused(string percents) =>
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => Of(percents)).ParamName);

    [Fact]
    public void A_measure_has_one_weight_and_a_weight_is_above_zero()
    {
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => WeightedMeasures.Of()).ParamName);
        Assert.Equal(
            "weights",
            Assert.Throws<ArgumentException>(() => WeightedMeasures.Of((Measure.Revenue, Percent(50m)), (Measure.Revenue, Percent(50m))))
                .ParamName);
        Assert.Equal(
            "weights",
            Assert.Throws<ArgumentOutOfRangeException>(() =>
                WeightedMeasures.Of((Measure.Revenue, Percent(100m)), (Measure.Margin, Percent(0m)))).ParamName);
        Assert.Equal(
            "weights",
            Assert.Throws<ArgumentOutOfRangeException>(() =>
                WeightedMeasures.Of((Measure.Revenue, Percent(101m)), (Measure.Margin, Percent(-1m)))).ParamName);
    }

    [Property]
    public Property Whatever_totals_one_hundred_is_taken_and_sums_to_it() =>
        Prop.ForAll(Gen.Choose(1, 9_999).ArrayOf().Select(cuts => cuts.Distinct().OrderBy(cut => cut).ToArray()).ToArbitrary(), cuts =>
        {
            var bounds = cuts.Prepend(0).Append(10_000).ToArray();
            var weights = WeightedMeasures.Of([
                .. bounds.Skip(1).Zip(bounds, (to, from) => to - from)
                    .Select((part, i) => (Measure.Count("m" + i), Percent(part / 100m)))]);
            return weights.Weights.Aggregate(Percentage.Zero, (sum, weight) => sum + weight) == Percentage.OneHundred
                && weights.Measures.Zip(weights.Weights, (measure, weight) => weights.WeightOf(measure) == weight).All(same => same);
        });

    private static WeightedMeasures Of(string percents) =>
        WeightedMeasures.Of([
            .. percents.Split(' ')
                .Select((percent, i) =>
                    (Measure.Count("m" + i), Percent(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture))))]);
}
