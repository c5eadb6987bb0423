using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas;

/// <summary>The leaves of a tree begin a ledger, and a state of it comes back into the tree: every node follows its leaves.</summary>
public sealed class TreesAndLedgers
{
    private static readonly LocalDate s_first = new(2026, 1, 5);
    private static readonly LocalDate s_july = new(2026, 7, 1);
    private static readonly LocalDate s_end = new(2026, 12, 31);
    private static readonly DateSpan s_year = DateSpan.OfYear(2026);

    private static readonly QuotaTree<string> s_quotas = QuotaTree.Allocate(
        Revenue(1_000m), PlanTree.Of("China", ("North", "China"), ("South", "China"), ("Li", "North"), ("Wu", "North"), ("He", "South")),
        AllocationRule.By(AllocationDriver.Of("last year", ("Li", 3m), ("Wu", 2m), ("He", 5m))).WithHedgeAtLevel(1, Percent(20))
            .WithMinimum("Li", Revenue(300m)));

    [Fact]
    public void A_change_of_the_ledger_is_in_every_node_above_from_its_day_as_far_as_it_was_known()
    {
        Assert.Equal([1_000m, 500m, 500m, 360m, 240m, 600m], Amounts(s_quotas));
        var ledger = s_quotas.ToLedger(s_first, s_year).Record(
            QuotaChange.Transfer(new DocumentId("Q-1"), s_july, s_july, "Li", "He", Revenue(60m), new Reason("account-moved")),
            QuotaChange.Relief(new DocumentId("Q-2"), s_end, s_july, "Li", Revenue(50m), new Reason("illness")));

        // Below the minimum of 300, which was of the split.
        var after = s_quotas.WithBalances(ledger.Balances(s_july, knownOn: s_end));
        Assert.Equal([950m, 390m, 560m, 250m, 240m, 660m], Amounts(after));
        Assert.Equal(["Li from CNY 360.00 to CNY 250.00, Ancestors", "He from CNY 600.00 to CNY 660.00, Ancestors"],
            after.Adjustments.Select(each => each.ToString()));
        Assert.Equal(["Li", "He"], after.Nodes.Where(node => node.IsLocked).Select(node => node.Node));
        Assert.All(after.Nodes, node => Assert.Empty(node.Explain().Verify()));

        Assert.Equal([1_000m, 440m, 560m, 300m, 240m, 660m], Amounts(s_quotas.WithBalances(ledger.Balances(s_july, knownOn: s_july))));
        Assert.Same(s_quotas, s_quotas.WithBalances(ledger.Balances(s_july.PlusDays(-1), knownOn: s_end)));
        Assert.Equal(Amounts(s_quotas), Amounts(after.WithBalances(ledger.Balances(s_first, knownOn: s_first))));
    }

    [Fact]
    public void A_lock_above_does_not_keep_what_was_decided_out()
    {
        var ledger = s_quotas.ToLedger(s_first, s_year).Record(
            QuotaChange.Correction(new DocumentId("Q-1"), s_july, s_july, "Li", Revenue(-30m), new Reason("mistyped")));
        var after = s_quotas.WithLock("North").WithBalances(ledger.Balances(s_july, s_july));
        Assert.Equal([970m, 470m, 500m, 330m, 240m, 600m], Amounts(after));

        // What is shared out afterwards leaves it alone: of 550 and 20 % Li's share is still 360.
        var shared = after.WithoutLock("North").WithQuota("South", Revenue(450m), QuotaAdjustmentPolicy.Siblings);
        Assert.Equal([970m, 520m, 450m, 330m, 300m, 540m], Amounts(shared));
        Assert.All(shared.Nodes, node => Assert.Empty(node.Explain().Verify()));

        // And where nobody is left to share it is refused with who is held.
        var refusal = Assert.Throws<ArgumentException>(
            "quota", () => after.WithLock("Wu").WithoutLock("North").WithQuota("South", Revenue(450m), QuotaAdjustmentPolicy.Siblings));
        Assert.Contains(
            "(Wu held at 240, Li held at 330); give North less, by a maximum of its own, or them more: 660 of North.", refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_the_tree_is_refused()
    {
        var ledger = s_quotas.ToLedger(s_first, s_year);
        var joined = ledger.Record(QuotaChange.Admission(new DocumentId("Q-1"), s_july, s_july, "Xu", Revenue(0m), new Reason("new-hire")));
        var balances = ledger.Balances(s_july, s_july);

        Assert.Contains("Xu", Refused(joined.Balances(s_july, s_july)), StringComparison.Ordinal);
        Assert.Contains(
            "North", Refused(QuotaLedger.Of(s_first, s_year, ("North", Revenue(1m))).Balances(s_july, s_july)), StringComparison.Ordinal);
        Assert.Contains("Li", Refused([balances[0], balances[0]]), StringComparison.Ordinal);
        Assert.Contains("one day", Refused([balances[0], ledger.Balances(s_july, s_end)[1]]), StringComparison.Ordinal);
        Assert.Contains("one day", Refused([balances[0], ledger.Balances(s_end, s_july)[1]]), StringComparison.Ordinal);
        Assert.Throws<TaxBasisMismatchException>("balances", () => s_quotas.WithBalances(
            QuotaLedger.Of(s_first, s_year, ("Li", Measure.GrossRevenue.Of(Cny(1m)))).Balances(s_july, s_july)));
        Assert.Same(s_quotas, s_quotas.WithBalances([]));
        Assert.Contains(
            "Li", Assert.Throws<InvalidOperationException>(() => QuotaTree.Allocate(
                Revenue(-10m), PlanTree.Of("team", ("Li", "team")), AllocationRule.By(AllocationDriver.Even<string>()))
                .ToLedger(s_first, s_year)).Message, StringComparison.Ordinal);

        // Who joined is in the tree of that day, which the balances sum up.
        var tree = PlanTree.Of(
            "China", ("North", "China"), ("South", "China"), ("Li", "North"), ("Wu", "North"), ("Xu", "North"), ("He", "South"));
        var summed = QuotaTree.FromLeaves(tree, joined.Balances(s_july, s_july).Select(balance => (balance.Owner, balance.Amount)));
        Assert.Equal(joined.Total(s_july, s_july), summed.Target);

        static string Refused(IEnumerable<QuotaBalance<string>> balances) =>
            Assert.Throws<ArgumentException>(nameof(balances), () => s_quotas.WithBalances(balances)).Message;
    }

    [Property(MaxTest = 150)]
    public Property After_any_changes_every_node_has_changed_as_its_leaves_and_explains_itself() =>
        Prop.ForAll(Samples().ToArbitrary(), sample =>
        {
            var (before, ledger, on, knownOn) = sample;
            var zero = before.Target - before.Target;
            var balances = ledger.Balances(on, knownOn).ToDictionary(balance => balance.Owner, balance => balance.Amount);
            var after = before.WithBalances(ledger.Balances(on, knownOn));
            var early = before.WithBalances(ledger.Balances(s_first, s_first));
            return ReferenceEquals(early, before)
                && after.LeafSum == ledger.Total(on, knownOn)
                && after.Tree.Leaves.All(leaf => after.QuotaOf(leaf) == balances[leaf])
                && after.OverAssignment == before.OverAssignment
                && after.Nodes.All(node =>
                    node.Quota - before.QuotaOf(node.Node) == after.LeafSumOf(node.Node) - before.LeafSumOf(node.Node)
                    && after.LeafSumOf(node.Node) == after.Tree.LeavesOf(node.Node).Aggregate(zero, (sum, leaf) => sum + balances[leaf])
                    && (node.IsLeaf || node.HandedOut
                        == after.Tree.ChildrenOf(node.Node).Aggregate(zero, (sum, child) => sum + after.QuotaOf(child)))
                    && node.Explain() is var explained && explained.IsVerified && explained.Value == node.Quota.Value)
                && after.Adjustments.Count - before.Adjustments.Count
                    == before.Tree.Leaves.Count(leaf => before.QuotaOf(leaf) != balances[leaf])

                // By way of an earlier state, and back to the first.
                && before.WithBalances(ledger.Balances(s_july, knownOn)).WithBalances(ledger.Balances(on, knownOn)) is var twice
                && after.WithBalances(ledger.Balances(s_first, s_first)) is var back
                && before.Nodes.All(node =>
                    twice.QuotaOf(node.Node) == after.QuotaOf(node.Node) && back.QuotaOf(node.Node) == node.Quota);
        });

    private static Gen<(QuotaTree<int>, QuotaLedger<int>, LocalDate, LocalDate)> Samples() =>
        from sample in QuotaTreeSample.SetByHand.Generator
        where sample.Tree.Tree.Leaves.All(leaf => Oracle.Number(sample.Tree.QuotaOf(leaf)) >= 0m)
        from changes in (from day in Gen.Choose(1, 300) from at in Gen.Choose(0, 100) from other in Gen.Choose(0, 100)
                         from units in Gen.Choose(1, 500) from back in Gen.Choose(0, 60) from kind in Gen.Choose(0, 3)
                         select (day, at, other, units, back, kind)).ArrayOf(8)
        from after in Gen.Choose(0, 360)
        from known in Gen.Choose(0, 360)
        select (
            sample.Tree, Recorded(sample, [.. changes.OrderBy(change => change.day)]), s_first.PlusDays(after), s_first.PlusDays(known));

    private static QuotaLedger<int> Recorded(
        QuotaTreeSample.Adjusted sample, (int Day, int At, int Other, int Units, int Back, int Kind)[] changes)
    {
        var ledger = sample.Tree.ToLedger(s_first, s_year).AllowingNegative();
        var leaves = sample.Tree.Tree.Leaves;
        foreach (var (day, at, other, units, back, kind) in changes)
        {
            var id = new DocumentId("Q-" + (char)('a' + ledger.Changes.Count));
            var recorded = s_first.PlusDays(day);
            var effective = s_first.PlusDays(Math.Max(1, day - back));
            var (from, to) = (leaves[at % leaves.Count], leaves[other % leaves.Count]);
            var amount = QuotaTreeSample.One(sample.Tree) * (units * sample.Unit / 2m);
            var because = new Reason("changed");
            var last = ledger.Changes.LastOrDefault(change => !ledger.Changes.Any(each => each.Reverses == change.Id));
            ledger = kind == 0 && from != to ? ledger.Record(QuotaChange.Transfer(id, recorded, effective, from, to, amount, because))
                : kind == 1 ? ledger.Record(QuotaChange.Relief(id, recorded, effective, from, amount, because))
                : kind == 2 && last is not null ? ledger.Reverse(last.Id, id, recorded, because)
                : ledger.Record(QuotaChange.Correction(id, recorded, effective, from, amount, because));
        }

        return ledger;
    }

    private static decimal[] Amounts(QuotaTree<string> tree) => [.. tree.Tree.Nodes.Select(node => tree.QuotaOf(node).Money.Amount)];

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
