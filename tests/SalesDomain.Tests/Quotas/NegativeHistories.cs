using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas;

/// <summary>More came back of a product than was sold: it counts as zero where that is declared, and is shown.</summary>
public sealed class NegativeHistories
{
    private static readonly PlanTree<string> s_tree = PlanTree.Of("all", ("tea", "all"), ("juice", "all"), ("water", "all"));

    private static readonly AllocationDriver<string> s_driver =
        AllocationDriver.CountingNegativesAsZero("last year", ("tea", Revenue(30m)), ("juice", Revenue(-5m)), ("water", Revenue(10m)));

    [Fact]
    public void Count_as_zero_and_are_listed()
    {
        var quotas = QuotaTree.Allocate(Revenue(400m), s_tree, AllocationRule.By(s_driver));

        Assert.Equal(["juice"], s_driver.NodesCountedAsZero);
        Assert.Equal(["juice"], quotas.NodesWithoutWeight);
        Assert.Equal([Revenue(300m), Revenue(0m), Revenue(100m)], s_tree.Leaves.Select(quotas.QuotaOf));
        Assert.True(s_driver.TryWeightOf("juice", out var weight) && weight == 0m);
    }

    [Fact]
    public void Are_explained_by_what_they_were()
    {
        var explanation = QuotaTree.Allocate(Revenue(400m), s_tree, AllocationRule.By(s_driver)).Explain("juice");

        Assert.Empty(explanation.Verify());
        Assert.Contains(
            "last year of juice: CNY 0.00  [max]\n    last year: CNY -5.00  [fact]\n    negatives count as: CNY 0.00  [by the rule]",
            explanation.ToString(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void Stay_zero_whatever_they_grow_by_and_in_a_blend()
    {
        var grown = s_driver.GrownBy(Percent(50), ("juice", Percent(100))).WithMissing(1m);
        var potential = AllocationDriver.Of("potential", ("tea", Revenue(1m)), ("juice", Revenue(1m)), ("water", Revenue(2m)));

        Assert.Equal(["juice"], grown.NodesCountedAsZero);
        Assert.True(grown.TryWeightOf("juice", out var weight) && weight == 0m);
        Assert.True(grown.TryWeightOf("tea", out var tea) && tea == 45m);
        Assert.Equal(["juice"], AllocationDriver.Blend((grown, Percent(50)), (potential, Percent(50))).NodesCountedAsZero);
    }

    [Fact]
    public void Are_part_of_what_a_driver_is()
    {
        var zero = AllocationDriver.Of("last year", ("tea", Revenue(30m)), ("juice", Revenue(0m)), ("water", Revenue(10m)));

        Assert.NotEqual(zero, s_driver);
        Assert.Equal(
            zero,
            AllocationDriver.CountingNegativesAsZero("last year", ("tea", Revenue(30m)), ("juice", Revenue(0m)), ("water", Revenue(10m))));
    }

    [Property(MaxTest = 100)]
    public Property Give_the_quotas_that_zeros_give(PositiveInt choice) =>
        Prop.ForAll(
            (from count in Gen.Choose(1, 8) from values in Gen.Choose(-50, 100).ArrayOf(count) select values).ToArbitrary(),
            values =>
            {
                var amounts = values.Append(1).Select((value, i) => (i, (decimal)value)).ToArray();
                var tree = PlanTree.Of(-1, amounts.Select(amount => (amount.i, -1)));
                var driver = AllocationDriver.CountingNegativesAsZero("last year", amounts.Select(each => (each.i, Revenue(each.Item2))));
                var zeros = AllocationDriver.Of("last year", amounts.Select(each => (each.i, Revenue(System.Math.Max(0m, each.Item2)))));
                var quotas = QuotaTree.Allocate(Revenue(1_000m), tree, AllocationRule.By(driver));
                var expected = QuotaTree.Allocate(Revenue(1_000m), tree, AllocationRule.By(zeros));
                Tampering.IsNamed(quotas.Explain(0), choice.Get);
                return tree.Leaves.All(leaf => quotas.QuotaOf(leaf) == expected.QuotaOf(leaf) && quotas.Explain(leaf).Verify().Count == 0)
                    && driver.NodesCountedAsZero.SequenceEqual(amounts.Where(each => each.Item2 < 0m).Select(each => each.i));
            });

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
