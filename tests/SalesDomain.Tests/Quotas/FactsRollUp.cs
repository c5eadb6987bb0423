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

public sealed class FactsRollUp
{
    private static readonly PlanTree<string> s_tree = PlanTree.Of(
        "China", ("North", "China"), ("South", "China"), ("Li", "North"), ("Wu", "North"));

    private static readonly QuotaTree<string> s_quotas = QuotaTree.Allocate(
        Revenue(1_000m), s_tree, AllocationRule.By(AllocationDriver.Of("last year", ("South", 4m), ("Li", 3m), ("Wu", 3m))));

    // Pitfall 8: a whole order was credited to each contributor (erpnext #4046, #40062).
    [Fact]
    public void Pitfall_8_A_line_counts_for_its_seller_and_once_for_everybody_above()
    {
        var actuals = s_quotas.RollUp(
            [Line("Li", 150m), Line("Wu", 30m), Line("Li", -15m), Line("North", 45m), Line("South", 200m)], Seller);

        Assert.Equal(Revenue(135m), actuals.OfTeam("Li").Value);
        Assert.Equal(Revenue(210m), actuals.OfTeam("North").Value);
        Assert.Equal(Revenue(45m), actuals.Of("North").Value);
        Assert.Equal(Revenue(410m), actuals.OfTeam("China").Value);
        Assert.Equal(4, actuals.OfTeam("North").FactCount);
        Assert.Equal(Percent(45), actuals.AttainmentOf("Li").Rate);
        Assert.Equal(Percent(41), actuals.AttainmentOf("China").Rate);
        Assert.Empty(actuals.Explain("China").Verify());
        Assert.Empty(actuals.Explain("Li").Verify());
    }

    // Pitfall 8 in reverse: what belongs to nobody is neither dropped nor credited to somebody.
    [Fact]
    public void Facts_of_nobody_are_shown_apart()
    {
        var actuals = s_quotas.RollUp([Line("Li", 100m), Line("left the company", 20m), Line(null, 3m)], Seller);

        Assert.Equal(Revenue(100m), actuals.OfTeam("China").Value);
        Assert.Equal(Revenue(23m), actuals.Unassigned.Value);
        Assert.Equal(2, actuals.Unassigned.FactCount);
        Assert.Equal(Revenue(123m), actuals.Total.Value);
    }

    // Pitfall 15: quota 0 gives no attainment, not 0 %, 100 % or infinity (odoo #40666).
    [Fact]
    public void Pitfall_15_A_quota_of_zero_has_no_attainment()
    {
        var quotas = QuotaTree.Allocate(
            Revenue(100m), s_tree, AllocationRule.By(AllocationDriver.Of("last year", ("South", 0m), ("Li", 3m), ("Wu", 1m))));
        var actuals = quotas.RollUp([Line("South", 10m)], Seller);

        Assert.Null(actuals.AttainmentOf("South").Rate);
        Assert.Equal(Percentage.Zero, actuals.AttainmentOf("Li").Rate);
        Assert.Empty(actuals.Explain("South").Verify());
        Assert.Equal(Figure.Absent, actuals.Explain("South").Value);
    }

    [Fact]
    public void A_margin_without_a_cost_is_unknown_all_the_way_up()
    {
        var quotas = QuotaTree.Allocate(
            Measure.Margin.Of(Cny(100m)), s_tree, AllocationRule.By(AllocationDriver.Even<string>()));
        var actuals = quotas.RollUp([Line("Li", 10m), Line("Wu", 10m, cost: 7m)], Seller);

        Assert.Null(actuals.OfTeam("Li").Value);
        Assert.Null(actuals.OfTeam("China").Value);
        Assert.Null(actuals.AttainmentOf("North").Rate);
        Assert.Equal(Measure.Margin.Of(Cny(3m)), actuals.OfTeam("Wu").Value);
        Assert.Equal(1, actuals.OfTeam("China").UnknownCount);
        Assert.Equal(Figure.Absent, actuals.Explain("China").Value);
    }

    [Fact]
    public void Counts_and_receipts_roll_up_as_well()
    {
        var customers = QuotaTree.Allocate(
            Measure.Count("new customers").Of(10m), s_tree, AllocationRule.By(AllocationDriver.Even<string>()));
        var won = customers.RollUp(new[] { "Li", "Li", "South" }, seller => seller, _ => Measure.Count("new customers").Of(1m));
        Assert.Equal(2m, won.OfTeam("North").Value!.Value.Number);

        var collections = QuotaTree.Allocate(Measure.Collections.Of(Cny(100m)), s_tree, AllocationRule.By(AllocationDriver.Even<string>()));
        var receipt = new CollectionLineBuilder
        {
            Document = new DocumentId("R-1"),
            Line = 1,
            Date = new LocalDate(2026, 1, 5),
            Customer = new CustomerId("D"),
            Amount = Cny(40m),
            Salesperson = new SalespersonId("Wu"),
        }.Build();
        Assert.Equal(Measure.Collections.Of(Cny(40m)), collections.RollUp([receipt], line => line.Salesperson?.Code).OfTeam("Wu").Value);
    }

    [Fact]
    public void Lines_of_two_stages_are_refused_within_one_roll_up_and_across_two()
    {
        var ordered = Line("Li", 1m, stage: Stage.Ordered);

        Assert.Throws<ArgumentException>("lines", () => s_quotas.RollUp([Line("Li", 1m), ordered], Seller));
        Assert.Throws<ArgumentException>(
            "other", () => s_quotas.RollUp([Line("Li", 1m)], Seller).Merge(s_quotas.RollUp([ordered], Seller)));
    }

    [Fact]
    public void Only_roll_ups_of_one_tree_and_measure_are_added()
    {
        var actuals = s_quotas.RollUp([Line("Li", 1m)], Seller);
        var other = QuotaTree.Allocate(Revenue(1m), PlanTree.Of("China"), AllocationRule.By(AllocationDriver.Even<string>()))
            .RollUp(Array.Empty<SalesLine>(), Seller);
        var gross = QuotaTree.Allocate(Measure.GrossRevenue.Of(Cny(1m)), s_tree, AllocationRule.By(AllocationDriver.Even<string>()));

        Assert.Throws<ArgumentException>("other", () => actuals.Merge(other));
        Assert.Throws<TaxBasisMismatchException>("other", () => actuals.Merge(gross.RollUp(Array.Empty<SalesLine>(), Seller)));
    }

    [Property(MaxTest = 100)]
    public Property Neither_order_nor_parts_matter(int seed) =>
        Prop.ForAll(Facts(), facts =>
        {
            var whole = Roll(facts);
            var random = new System.Random(seed);
            var mixed = facts.OrderBy(_ => random.Next()).ToArray();
            var cut = facts.Length == 0 ? 0 : random.Next(facts.Length);
            return Same(whole, Roll(mixed)) && Same(whole, Roll(mixed.Take(cut)).Merge(Roll(mixed.Skip(cut))));
        });

    [Property(MaxTest = 100)]
    public Property All_facts_are_in_the_root_or_with_nobody(int seed) =>
        Prop.ForAll(Facts(), facts =>
        {
            _ = seed;
            var whole = Roll(facts);
            return whole.OfTeam("China").Value!.Value + whole.Unassigned.Value!.Value == Revenue(facts.Sum(fact => fact.Amount))
                && whole.OfTeam("China").FactCount + whole.Unassigned.FactCount == facts.Length
                && whole.Total.Value == Revenue(facts.Sum(fact => fact.Amount));
        });

    // Practice 0.4: parent 100, children 60 and 60, each sells 60.
    [Fact]
    public void S0_4_With_a_hedge_the_parent_is_not_between_its_children()
    {
        var quotas = QuotaTree.Allocate(
            Revenue(100m), PlanTree.Of("team", ("Li", "team"), ("Wu", "team")),
            AllocationRule.By(AllocationDriver.Even<string>()).InUnitsOf(1m).WithHedge(Percent(20)));
        var actuals = quotas.RollUp([Line("Li", 60m), Line("Wu", 60m)], Seller);

        Assert.Equal(Percentage.OneHundred, actuals.AttainmentOf("Li").Rate);
        Assert.Equal(Percentage.OneHundred, actuals.AttainmentOf("Wu").Rate);
        Assert.Equal(Percent(120), actuals.AttainmentOf("team").Rate);
    }

    [Property(MaxTest = 150)]
    public Property Without_a_hedge_and_with_positive_quotas_a_node_is_between_its_children() =>
        Prop.ForAll(
            (from sample in QuotaTreeSample.WithoutHedge.Generator
             from amounts in Gen.Choose(-50, 1_000).ArrayOf(sample.Tree.Nodes.Count)
             select (sample, amounts)).ToArbitrary(),
            pair =>
            {
                var (sample, amounts) = pair;
                var tree = sample.Allocate();
                var one = sample.Target.Measure.Kind == FigureKind.Money ? sample.Target.Measure.Of(Cny(1m))
                    : sample.Target.Measure.Kind == FigureKind.Quantity ? sample.Target.Measure.Of(Quantity.Pieces(1m))
                    : sample.Target.Measure.Of(1m);
                var leaves = tree.Tree.Leaves;
                var actuals = tree.RollUp(
                    leaves.Select((leaf, i) => (Leaf: leaf, Amount: one * amounts[i])), fact => fact.Leaf, fact => fact.Amount);
                return tree.Nodes.Where(
                    node =>
                        !node.IsLeaf && tree.Tree.ChildrenOf(node.Node).All(child => Oracle.Number(tree.QuotaOf(child)) > 0m)).All(node =>
                {
                    var rates = tree.Tree.ChildrenOf(node.Node).Select(child => Rate(actuals, tree, child)).ToArray();
                    var own = Rate(actuals, tree, node.Node);
                    return own >= rates.Min() && own <= rates.Max();
                });
            });

    private static Exact Rate(QuotaActuals<int> actuals, QuotaTree<int> tree, int node) =>
        Exact.Of(Oracle.Number(actuals.OfTeam(node).Value!.Value)) / Exact.Of(Oracle.Number(tree.QuotaOf(node)));

    private static Arbitrary<(string? Node, decimal Amount)[]> Facts() =>
        (from node in Gen.Elements("China", "North", "South", "Li", "Wu", "nobody", null)
         from cents in Gen.Choose(-1_000_000, 1_000_000)
         select (node, cents / 100m)).ArrayOf().ToArbitrary();

    private static QuotaActuals<string> Roll(IEnumerable<(string? Node, decimal Amount)> facts) =>
        s_quotas.RollUp(facts, fact => fact.Node, fact => Revenue(fact.Amount));

    private static bool Same(QuotaActuals<string> left, QuotaActuals<string> right) =>
        s_tree.Nodes.All(
            node =>
                left.OfTeam(node).Value == right.OfTeam(node).Value && left.Of(node).Value == right.Of(node).Value
                && left.OfTeam(node).FactCount == right.OfTeam(node).FactCount)
        && left.Unassigned == right.Unassigned;

    private static string? Seller(SalesLine line) => line.Salesperson?.Code;

    private static SalesLine Line(string? seller, decimal amount, decimal? cost = null, Stage stage = Stage.Invoiced) =>
        new SalesLineBuilder
    {
        Stage = stage,
        Document = new DocumentId("INV-1"),
        Line = 1,
        Date = new LocalDate(2026, 1, 22),
        Customer = new CustomerId("D"),
        Product = new ProductId("P"),
        Quantity = Quantity.Pieces(amount < 0m ? -1m : 1m),
        NetAmount = Cny(amount),
        Tax = Cny(0m),
        Cost = cost is { } known ? Cny(known) : null,
        Salesperson = seller is null ? null : new SalespersonId(seller),
        Original = amount < 0m ? new LineId(new DocumentId("INV-0"), 1) : null,
    }.Build();

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
