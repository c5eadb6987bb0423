using System;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

/// <summary>The architecture: every context stands on the floors below, never beside or above.</summary>
public sealed class FloorsHold
{
    private static readonly string s_sample = typeof(SampleHouse.GroundThing).Namespace!;

    [Fact]
    public void Every_type_of_the_library_depends_only_on_what_its_floor_may_use() =>
        Faults.MustBeNone(new House(PublicSurface.Library, nameof(SalesDomain)).Faults());

    [Fact]
    public void The_table_has_the_ground_and_sixteen_contexts_that_point_down()
    {
        Assert.Equal(17, 1 + Floor.All.Count);
        Assert.Equal(Floor.All.Count, Floor.All.Select(floor => floor.Context).Distinct().Count());
        foreach (var floor in Floor.All)
            Assert.All(floor.MayUse, used => Assert.True(Floor.Of(used)!.Level < floor.Level, floor.Context + " may not use " + used));
    }

    [Fact]
    public void Policies_and_Analysis_may_use_the_whole_of_floors_one_to_four()
    {
        var below = Floor.All.Where(floor => floor.Level <= 4).Select(floor => floor.Context).ToArray();
        Assert.Equal(below, Floor.Of("Policies")!.MayUse);
        Assert.Equal(below, Floor.Of("Analysis")!.MayUse);
    }

    [Fact]
    public void There_is_a_rule_for_the_ground_and_for_each_context() =>
        Assert.Equal(17, new House(PublicSurface.Library, nameof(SalesDomain)).Rules().Count());

    [Theory]
    [InlineData("GroundThatLooksUp", "Terms.TermThing")]
    [InlineData("Terms.TermThatLooksUp", "Pricing.PriceThing")]
    [InlineData("Policies.PolicyThatLooksAside", "Analysis.AnalysisThing")]
    [InlineData("Rebates.RebateThatUsesAStranger", "Xunit.Assert")]
    [InlineData("Warehouse", "has no floor")]
    public void The_rules_find_a_type_that_looks_up_or_aside_or_stands_nowhere(string type, string used)
    {
        var faults = SampleFaults.Where(fault => fault.StartsWith(type, StringComparison.Ordinal)).ToArray();
        Assert.Contains(used, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void The_rules_find_nothing_else() => Assert.Equal(5, SampleFaults.Length);

    private static string[] SampleFaults { get; } =
        [.. new House(typeof(FloorsHold).Assembly, s_sample).Faults().Select(fault => fault.Replace(s_sample + ".", ""))];
}
