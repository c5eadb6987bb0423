using System.Linq;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked cases and figures of practice of breaking a target down.</summary>
public sealed class QuotaTreeCases
{
    // https://github.com/moneyphp/money, doc/features/allocation.rst
    [Fact]
    public void ALLOC_002_Eight_by_three_people() =>
        Assert.Equal([2.67m, 2.67m, 2.66m], Leaves(Allocate(8.00m, AllocationRule.By(AllocationDriver.Even<string>()), "a", "b", "c")));

    // https://packagist.org/packages/customergauge/remainder
    [Fact]
    public void ALLOC_003_Whole_ones_by_weights() =>
        Assert.Equal(
            [36m, 37m, 27m],
            Leaves(
                Allocate(
                    100m, AllocationRule.By(AllocationDriver.Of("weight", ("a", 92m), ("b", 93m), ("c", 70m))).InUnitsOf(1m), "a", "b",
                    "c")));

    // https://learning.sap.com/learning-journeys/implementing-and-administering-sap-successfactors-territory-and-quota
    [Fact]
    public void QUOTA_TD_001_Regions_sum_to_the_company()
    {
        var tree = Allocate(
            20_000_000m, AllocationRule.By(AllocationDriver.Of("weight", ("North America", 75m), ("Europe", 25m))), "North America",
            "Europe");

        Assert.Equal([15_000_000m, 5_000_000m], Leaves(tree));
        Assert.Equal(Measure.Revenue.Of(Usd(20_000_000m)), tree.LeafSum);
        Assert.True(tree.OverAssignment.IsZero);
        Assert.Equal(Percentage.Zero, tree.OverAssignmentRatio);
    }

    // Practice, section 5, steps 1 and 2: a year of 12,000,000, 22 % in the first quarter, by last first quarter in thousands.
    [Fact]
    public void S5_2_The_quarter_by_last_years_quarter()
    {
        var lastYear = AllocationDriver.Of("last year's quarter, thousands", ("Li", 1_037m), ("Wu", 846m), ("He", 517m));

        var tree = Allocate(12_000_000m * 0.22m, AllocationRule.By(lastYear).InUnitsOf(1_000m), "Li", "Wu", "He");

        Assert.Equal([1_141_000m, 930_000m, 569_000m], Leaves(tree));
    }

    // Pitfall 6: rounding both sides of a split, 6.45 as 1.93 + 4.51 (getdokan/dokan #3324); 1,000 paid as 1,000.02 (valnet/valuenetwork
    // #328).
    [Fact]
    public void Pitfall_6_The_parts_of_a_split_are_the_whole()
    {
        var tree = Allocate(6.45m, AllocationRule.By(AllocationDriver.Of("share", ("a", 30m), ("b", 70m))), "a", "b");
        Assert.Equal([1.94m, 4.51m], Leaves(tree));

        var thirds = Allocate(1_000m, AllocationRule.By(AllocationDriver.Even<string>()), [.. Enumerable.Range(1, 7).Select(i => "n" + i)]);
        Assert.Equal(1_000m, Leaves(thirds).Sum());
    }

    private static QuotaTree<string> Allocate(decimal target, AllocationRule<string> rule, params string[] people) =>
        QuotaTree.Allocate(Measure.Revenue.Of(Usd(target)), PlanTree.Of("company", people.Select(person => (person, "company"))), rule);

    private static decimal[] Leaves(QuotaTree<string> tree) => [.. tree.Tree.Leaves.Select(leaf => tree.QuotaOf(leaf).Money.Amount)];
}
