using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Quotas.Attaining.ThreeNamedFigures;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.Quotas.Attaining;

/// <summary>Several measures in one attainment, with declared weights, cuts and an answer for a measure that is missing.</summary>
public sealed class CompositeOfMeasures
{
    private static readonly MissingMeasure[] s_policies =
        [MissingMeasure.Exclude, MissingMeasure.CountAsZero, MissingMeasure.CountAsFull, MissingMeasure.Block];

    [Fact]
    public void Thirty_thirty_and_forty()
    {
        // The weights of Oracle's plan element: 30/30/40.
        var composite = Of(MissingMeasure.Block, Component("a", 30), Component("b", 30), Component("c", 40))
            .Evaluate(("c", Rate(100)), ("a", Rate(120)), ("b", Rate(50)));

        Assert.Equal(Percent(91), composite.Value);
        Assert.Equal([Percent(36), Percent(15), Percent(40)], composite.Parts.Select(part => part.Weighted));
        Assert.Equal("91% = a 120% × 30% + b 50% × 30% + c 100% × 40%", composite.ToString());
    }

    [Fact]
    public void Attainments_are_cut_before_they_are_weighted()
    {
        var rule = Of(
            MissingMeasure.Block, Component("a", 50).WithCap(Percent(150)).WithFloor(Percentage.Zero),
            Component("b", 50).WithFloor(Percent(-10)));

        Assert.Equal(Percent(125), rule.Evaluate(("a", Rate(400)), ("b", Rate(100))).Value);
        Assert.Equal(Percent(-5), rule.Evaluate(("a", Rate(-40)), ("b", Rate(-40))).Value);
        Assert.Equal("a 50%, at least 0%, at most 150%; b 50%, at least -10%; missing: Block", rule.ToString());
    }

    [Theory]
    [InlineData(MissingMeasure.Exclude, 80)]
    [InlineData(MissingMeasure.CountAsZero, 48)]
    [InlineData(MissingMeasure.CountAsFull, 88)]
    [InlineData(MissingMeasure.Block, null)]
    public void A_measure_with_a_quota_of_zero_does_what_the_rule_says_and_is_named(MissingMeasure missing, int? percent)
    {
        var composite = Of(missing, Component("a", 60), Component("b", 40)).Evaluate(("a", Rate(80)), ("b", None));

        Assert.Equal(percent is { } value ? Percent(value) : null, composite.Value);
        Assert.Equal(new Reason("composite.missing", ("component", "b"), ("policy", missing.ToString())), composite.Reasons[0]);
        Assert.Equal(missing == MissingMeasure.Block, composite.Reasons.Contains(new Reason("composite.blocked")));
        Assert.Equal(missing is MissingMeasure.Exclude or MissingMeasure.Block ? Percent(60) : Percent(100), composite.WeightCounted);
        Proof.Holds(Figure.OrAbsent(composite.Value), composite.Explain());
    }

    [Fact]
    public void Nothing_but_missing_measures_gives_nothing_when_they_are_left_out()
    {
        var composite = Of(MissingMeasure.Exclude, Component("a", 60), Component("b", 40)).Evaluate(("a", None), ("b", None));

        Assert.Null(composite.Value);
        Assert.Equal("composite.nothing-counts", composite.Reasons[2].Code);
        Proof.Holds(Figure.Absent, composite.Explain());
    }

    [Property]
    public Property It_lies_between_what_its_parts_count_for_and_explains_itself() =>
        Prop.ForAll(
            (from rates in Gen.Frequency(
                (4, Gen.Choose(-2_000, 30_000).Select(rate => (int?)rate)), (1, Gen.Constant((int?)null))).ArrayOf(3)
             from first in Gen.Choose(1, 98)
             from second in Gen.Choose(1, 99 - first)
             from cap in Gen.Choose(-100, 200).Select(each => each < 0 ? (int?)null : each)
             from missing in Gen.Elements(s_policies)
             select (rates, first, second, cap, missing)).ToArbitrary(),
            given =>
            {
                var components = new[] { given.first, given.second, 100 - given.first - given.second }
                    .Select((weight, i) => Component("m" + i, weight))
                    .Select(each => given.cap is { } cap ? each.WithCap(Percent(cap)) : each).ToArray();
                var composite = Of(given.missing, components)
                    .Evaluate([.. given.rates.Select((rate, i) => ("m" + i, rate is { } known ? Rate(known / 100m) : None))]);
                Proof.Holds(Figure.OrAbsent(composite.Value), composite.Explain());
                foreach (var part in composite.Parts)
                    Proof.Holds(Figure.OrAbsent(part.Weighted), part.Explain());

                var counted = composite.Parts.Where(part => part.Counted is not null).Select(part => part.Counted!.Value.Fraction)
                    .ToArray();
                return composite.Value is not { } value
                    || (counted.Min() <= value.Fraction + 1e-20m && value.Fraction - 1e-20m <= counted.Max());
            });

    [Fact]
    public void Pitfall_7_weights_total_exactly_one_hundred()
    {
        var thirds = new[] { 33.33m, 33.33m, 33.33m }.Select((weight, i) => CompositeComponent.Of("m" + i, Percent(weight))).ToArray();

        Assert.Contains(
            "99.99%", Assert.Throws<ArgumentException>("components", () => Of(MissingMeasure.Block, thirds)).Message,
            StringComparison.Ordinal);
        var tenths = Enumerable.Range(0, 10).Select(i => Component("m" + i, 10)).ToArray();
        Assert.Equal(10, Of(MissingMeasure.Block, tenths).Components.Count);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var rule = Of(MissingMeasure.Block, Component("a", 60), Component("b", 40));

        Assert.Throws<ArgumentException>("attainments", () => rule.Evaluate(("a", Rate(1))));
        Assert.Throws<ArgumentException>("attainments", () => rule.Evaluate(("a", Rate(1)), ("a", Rate(1)), ("b", Rate(1))));
        Assert.Throws<ArgumentException>("attainments", () => rule.Evaluate(("a", Rate(1)), ("c", Rate(1)), ("b", Rate(1))));
        Assert.Throws<ArgumentException>("components", () => Of(MissingMeasure.Block, Component("a", 50), Component("a", 50)));
        Assert.Throws<ArgumentException>("components", () => Of(MissingMeasure.Block));
        Assert.Throws<ArgumentOutOfRangeException>("missing", () => Of((MissingMeasure)4, Component("a", 100)));
        Assert.Throws<ArgumentOutOfRangeException>("weight", () => Component("a", 0));
        Assert.Throws<ArgumentOutOfRangeException>("weight", () => CompositeComponent.Of("a", Percent(100.01m)));
        Assert.Throws<ArgumentOutOfRangeException>("floor", () => Component("a", 1).WithCap(Percent(10)).WithFloor(Percent(11)));
        Assert.Throws<ArgumentOutOfRangeException>("cap", () => Component("a", 1).WithFloor(Percent(10)).WithCap(Percent(9)));
        TestHelper.TestEqualsClass(
            rule, Of(MissingMeasure.Block, Component("a", 60), Component("b", 40)),
            Of(MissingMeasure.Exclude, Component("a", 60), Component("b", 40)),
            Of(MissingMeasure.Block, Component("b", 40), Component("a", 60)));
        TestHelper.TestEqualsClass(
            Component("a", 1), Component("a", 1), Component("b", 1), Component("a", 2), Component("a", 1).WithCap(Percent(1)),
            Component("a", 1).WithFloor(Percent(1)));
    }

    [Fact]
    public void Measures_with_weights_are_evaluated_by_measure()
    {
        var customers = Measure.Count("new customers");
        var rule = CompositeRule.Of(
            MissingMeasure.CountAsZero, WeightedMeasures.Of((Measure.Revenue, Percent(60)), (customers, Percent(40))));
        var four = Attainment.Of(customers.Of(4m), customers.Of(5m));

        Assert.Equal(rule, Of(MissingMeasure.CountAsZero, Component("revenue, without tax", 60), Component("new customers, count", 40)));
        Assert.Equal(Percent(140), rule.Evaluate((customers, four), (Measure.Revenue, Rate(180m))).Value);
        Assert.Equal(Percent(122), rule.WithCap(Percent(150)).Evaluate((customers, four), (Measure.Revenue, Rate(180m))).Value);
        Assert.Equal(Percent(40), rule.WithFloor(Percent(100)).Evaluate((customers, four), (Measure.Revenue, None)).Value);
        var swapped = Assert.Throws<MeasureMismatchException>(
            "attainments", () => rule.Evaluate((customers, Rate(1m)), (Measure.Revenue, four)));
        Assert.Equal((customers, Measure.Revenue), (swapped.Expected, swapped.Actual));
        Assert.Throws<ArgumentException>("attainments", () => rule.Evaluate((Measure.Revenue, Rate(1m))));
        Assert.Throws<ArgumentException>("attainments", () => rule.Evaluate((Measure.Margin, Attainment.Of(null, null))));
        Assert.Throws<ArgumentOutOfRangeException>(
            "missing", () => CompositeRule.Of((MissingMeasure)4, WeightedMeasures.Of((customers, Percent(100)))));
        Assert.Throws<ArgumentOutOfRangeException>("floor", () => rule.WithCap(Percent(10)).WithFloor(Percent(11)));
        Assert.Throws<ArgumentOutOfRangeException>("cap", () => rule.WithFloor(Percent(10)).WithCap(Percent(9)));
    }

    private static Attainment None => Attainment.Of(Revenue(5m), Revenue(0m));

    private static Attainment Rate(decimal percent) => Attainment.Of(Revenue(percent), Revenue(100m));

    private static CompositeComponent Component(string name, int percent) => CompositeComponent.Of(name, Percent(percent));

    private static CompositeRule Of(MissingMeasure missing, params CompositeComponent[] components) =>
        CompositeRule.Of(missing, components);
}
