using System;
using System.Linq;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.Docs;

public static class QuotaTreeSnippets
{
    public static void ATargetGoesDownATree()
    {
        #region ATargetGoesDownATree
        var tree = PlanTree.Of(
            "China", ("North", "China"), ("South", "China"), ("Li", "North"), ("Wu", "North"), ("He", "South"));

        var lastYear = AllocationDriver.Of(
            "last year", ("Li", Revenue(3_111_000m)), ("Wu", Revenue(2_538_000m)), ("He", Revenue(1_551_000m)));
        var target = Revenue(8_000_000m);

        QuotaTree<string> quotas = QuotaTree.Allocate(target, tree, AllocationRule.By(lastYear).InUnitsOf(1_000m));
        foreach (QuotaNode<string> node in quotas.Nodes.Skip(1))
            Console.WriteLine(node.Node + " " + node.Quota.Money + " " + node.ShareOfParent?.ToString("P2", null));
        // North CNY 6277000.00 78.46 %
        // South CNY 1723000.00 21.54 %
        // Li CNY 3457000.00 55.07 %
        // Wu CNY 2820000.00 44.93 %
        // He CNY 1723000.00 100.00 %

        static Measured Revenue(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
        #endregion
    }

    public static void WhereAQuotaComesFrom()
    {
        #region WhereAQuotaComesFrom
        var tree = PlanTree.Of("China", ("North", "China"), ("South", "China"), ("Li", "North"), ("Wu", "North"));
        var rule = AllocationRule
            .By(AllocationDriver.Of("outlets", ("Li", 30m), ("Wu", 20m), ("South", 25m)))
            .WithHedgeAtLevel(1, Percentage.FromPercent(10));

        var quotas = QuotaTree.Allocate(Measure.Count("new customers").Of(60m), tree, rule);
        Console.Write(quotas.Explain("Li"));
        // quota of Li: 26  [share part 1, in units of 1, ties to the first]
        //   handed out by North: 44  [round step:1 half-away]
        //     with hedge: 44  [product]
        //       quota of North: 40  [share part 1, in units of 1, ties to the first]
        //         quota of China: 60  [fact]
        //         outlets of North: 50  [sum of 2 facts]
        //         outlets of South: 25  [fact]
        //       100% + hedge: 1.1  [by the rule]
        //   outlets of Li: 30  [fact]
        //   outlets of Wu: 20  [fact]

        Console.WriteLine(quotas.Explain("Li").Verify().Count);  // 0
        #endregion
    }

    public static void SharesByABlend()
    {
        #region SharesByABlend
        var tree = PlanTree.Of("China", ("North", "China"), ("South", "China"), ("Li", "North"), ("Wu", "North"));
        var lastYear = AllocationDriver.Of("last year", ("Li", 500m), ("Wu", 100m), ("South", 400m));
        var potential = AllocationDriver.Of("potential", ("Li", 3m), ("Wu", 3m), ("South", 2m));
        var blend = AllocationDriver.Blend((lastYear, Percentage.FromPercent(60)), (potential, Percentage.FromPercent(40)));

        var quotas = QuotaTree.Allocate(Measure.Count("new customers").Of(100m), tree, AllocationRule.By(blend));
        Console.WriteLine(string.Join(", ", quotas.Nodes.Select(node => node.Node + " " + node.Quota.Value)));
        // China 100, North 66, South 34, Li 46, Wu 20

        // Nobody knows the last year of Wu, who is new; and nobody knows is not nothing.
        var known = AllocationDriver.Of("last year", ("Li", 500m), ("South", 400m));
        try
        {
            QuotaTree.Allocate(Measure.Count("new customers").Of(90m), tree, AllocationRule.By(known));
        }
        catch (ArgumentException refused)
        {
            Console.WriteLine(refused.ParamName);  // rule
        }

        quotas = QuotaTree.Allocate(Measure.Count("new customers").Of(90m), tree, AllocationRule.By(known.WithMissing(100m)));
        Console.WriteLine(quotas["Wu"].Quota.Value);  // 9
        #endregion
    }

    public static void AHedgeIsDeclared()
    {
        #region AHedgeIsDeclared
        var tree = PlanTree.Of("team", ("Li", "team"), ("Wu", "team"));
        var rule = AllocationRule.By(AllocationDriver.Even<string>()).InUnitsOf(10m);
        var target = Measure.Revenue.Of(new Money(100m, Currency.CNY));

        var quotas = QuotaTree.Allocate(target, tree, rule.WithHedge(Percentage.FromPercent(20)));
        Console.WriteLine(quotas["Li"].Quota.Money + ", leaves " + quotas.LeafSum.Money);  // CNY 60.00, leaves CNY 120.00
        Console.WriteLine(quotas.OverAssignment.Money + " is " + quotas.OverAssignmentRatio);  // CNY 20.00 is 20%

        var actuals = quotas.RollUp(new[] { "Li", "Wu" }, seller => seller, _ => Measure.Revenue.Of(new Money(60m, Currency.CNY)));
        foreach (var node in new[] { "Li", "Wu", "team" })
            Console.WriteLine(node + " " + actuals.AttainmentOf(node).Rate);
        // Li 100%
        // Wu 100%
        // team 120%
        #endregion
    }

    public static void TheRestGoesSomewhere()
    {
        #region TheRestGoesSomewhere
        var tree = PlanTree.Of("China", ("North", "China"), ("South", "China"));
        var rule = AllocationRule.By(AllocationDriver.Even<string>()).InUnitsOf(1_000m);
        var target = Measure.Revenue.Of(new Money(12_345_678m, Currency.CNY));

        QuotaTree<string> quotas = QuotaTree.Allocate(target, tree, rule.WithRestTo("South"));
        Console.WriteLine(quotas["North"].Quota.Money);  // CNY 6173000.00
        Console.WriteLine(quotas["South"].Quota.Money);  // CNY 6172678.00
        #endregion
    }

    public static void BoundsAndFixedQuotas()
    {
        #region BoundsAndFixedQuotas
        var tree = PlanTree.Of("North", ("Li", "North"), ("Wu", "North"), ("Xu", "North"), ("Ma", "North"));
        var lastYear = AllocationDriver.Of("last year", ("Li", Cny(500m)), ("Wu", Cny(300m)), ("Xu", Cny(150m)), ("Ma", Cny(50m)));
        var rule = AllocationRule.By(AllocationDriver.Even<string>())
            .WithGrowthBounds(lastYear, least: Percentage.Zero, most: Percentage.FromPercent(50))
            .WithFixedQuota("Ma", Cny(60m));

        QuotaTree<string> quotas = QuotaTree.Allocate(Cny(1_200m), tree, rule);
        foreach (var node in quotas.Nodes.Skip(1))
            Console.WriteLine(node.Node + " " + node.Quota.Money + " " + node.Hold);
        // Li CNY 500.00 AtMinimum
        // Wu CNY 415.00 Free
        // Xu CNY 225.00 AtMaximum
        // Ma CNY 60.00 Fixed

        static Measured Cny(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
        #endregion
    }

    public static void AQuotaIsSetByHand()
    {
        #region AQuotaIsSetByHand
        var tree = PlanTree.Of("China", ("North", "China"), ("South", "China"), ("Li", "North"), ("Wu", "North"), ("Xu", "North"));
        var rule = AllocationRule.By(AllocationDriver.Of("last year", ("Li", 3m), ("Wu", 2m), ("Xu", 1m), ("South", 6m)));
        QuotaTree<string> quotas = QuotaTree.Allocate(Customers(1_200m), tree, rule);

        QuotaAdjustmentPolicy[] policies =
            [QuotaAdjustmentPolicy.Siblings, QuotaAdjustmentPolicy.Ancestors, QuotaAdjustmentPolicy.OverAssignment];
        foreach (var policy in policies)
        {
            QuotaTree<string> adjusted = quotas.WithQuota("Li", Customers(360m), policy);
            Console.WriteLine(policy + ": " + string.Join(", ", adjusted.Nodes.Select(node => node.Node + " " + node.Quota.Value)));
        }
        // Siblings: China 1200, North 600, South 600, Li 360, Wu 160, Xu 80
        // Ancestors: China 1260, North 660, South 600, Li 360, Wu 200, Xu 100
        // OverAssignment: China 1200, North 600, South 600, Li 360, Wu 200, Xu 100

        static Measured Customers(decimal number) => Measure.Count("new customers").Of(number);
        #endregion
    }

    public static void TheYearChangesTheTree()
    {
        #region TheYearChangesTheTree
        var tree = PlanTree.Of("China", ("North", "China"), ("South", "China"), ("Li", "North"), ("Wu", "North"), ("He", "South"));
        var lastYear = AllocationDriver.Of("last year", ("Li", 3m), ("Wu", 2m), ("He", 5m));
        QuotaTree<string> quotas = QuotaTree.Allocate(
            Cny(1_000m), tree, AllocationRule.By(lastYear).WithHedgeAtLevel(1, Percentage.FromPercent(20)));

        var (published, july) = (new LocalDate(2026, 1, 5), new LocalDate(2026, 7, 1));
        QuotaLedger<string> ledger = quotas.ToLedger(published, DateSpan.OfYear(2026)).Record(
            QuotaChange.Transfer(new DocumentId("Q-7"), july, july, "Li", "He", Cny(60m), new Reason("account-moved")),
            QuotaChange.Relief(new DocumentId("Q-8"), july.PlusDays(30), july, "Wu", Cny(40m), new Reason("illness")));

        // July, as it was known on the first of the month, and as it is known at the end of the year.
        foreach (var knownOn in new[] { july, new LocalDate(2026, 12, 31) })
        {
            QuotaTree<string> known = quotas.WithBalances(ledger.Balances(july, knownOn));
            Console.WriteLine(string.Join(", ", known.Nodes.Select(node => node.Node + " " + node.Quota.Money)));
        }
        // China CNY 1000.00, North CNY 440.00, South CNY 560.00, Li CNY 300.00, Wu CNY 240.00, He CNY 660.00
        // China CNY 960.00, North CNY 400.00, South CNY 560.00, Li CNY 300.00, Wu CNY 200.00, He CNY 660.00

        static Measured Cny(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
        #endregion
    }

    public static void ManyAtOnce()
    {
        #region ManyAtOnce
        // The ten best and the ten new ones, in one call each.
        var people = Enumerable.Range(1, 100).Select(number => "S-" + number).ToArray();
        var rule = AllocationRule.By(AllocationDriver.Even<string>())
            .WithMaximums(people.Take(10).Select(person => (person, Visits(120m))))
            .WithFixedQuotas(people.Skip(90).Select(person => (person, Visits(40m))));

        QuotaTree<string> quotas = QuotaTree.Allocate(Visits(9_850m), PlanTree.Of("team", people.Select(person => (person, "team"))), rule);
        Console.WriteLine(quotas["S-1"].Quota.Value + ", " + quotas["S-50"].Quota.Value + ", " + quotas["S-100"].Quota.Value);
        // 105, 105, 40

        // All are set first, then each family is split once: the order does not matter.
        QuotaTree<string> adjusted = quotas.WithQuotas(
            people.Take(20).Select(person => (person, Visits(100m))), QuotaAdjustmentPolicy.Siblings);
        Console.WriteLine(adjusted["S-20"].Quota.Value + ", " + adjusted["S-50"].Quota.Value);  // 100, 107

        static Measured Visits(decimal number) => Measure.Count("visits").Of(number);
        #endregion
    }

    public static void FromBelow()
    {
        #region FromBelow
        var tree = PlanTree.Of("China", ("North", "China"), ("South", "China"), ("Li", "North"), ("Wu", "North"), ("He", "South"));
        QuotaTree<string> quotas = QuotaTree.Allocate(
            Cny(1_200m), tree, AllocationRule.By(AllocationDriver.Of("last year", ("Li", 3m), ("Wu", 2m), ("He", 5m))));

        QuotaComparison<string> comparison = quotas.Compare(
            [("Li", Cny(310m)), ("Wu", Cny(230m))], tolerance: Percentage.FromPercent(5));

        Console.WriteLine(comparison["North"].Gap?.Money + ", " + comparison["North"].GapRatio);          // CNY -60.00, -10%
        Console.WriteLine(string.Join(", ", comparison.OutOfTolerance.Select(gap => gap.Node)));          // North, Li
        Console.WriteLine("missing: " + string.Join(", ", comparison.Missing));                           // missing: He
        Console.WriteLine(comparison["China"].Proposed is null);                                          // True
        Console.WriteLine("so far " + comparison["China"].SoFar.Money + " of " + quotas.Target.Money);
        // so far CNY 540.00 of CNY 1200.00

        static Measured Cny(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
        #endregion
    }

    public static void TheOrganisationLeads()
    {
        #region TheOrganisationLeads
        var tree = PlanTree.Of("China", ("Li", "China"), ("Wu", "China"), ("He", "China"));
        QuotaTree<string> quotas = QuotaTree.Allocate(
            Measure.Count("new customers").Of(10m), tree,
            AllocationRule.By(AllocationDriver.Of("outlets", ("Li", 4m), ("Wu", 3m), ("He", 3m))));
        var quarters = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Quarter);
        var phasing = Phasing.Even(quarters);
        var whole = Rounding.ToDigits(0, RoundingMode.HalfAwayFromZero);

        PhasedQuotaTree<string> phased = quotas.Phase(phasing, whole);
        foreach (var node in new[] { "Li", "Wu", "He", "China" })
            Console.WriteLine(node + ": " + string.Join(" ", Enumerable.Range(0, 4).Select(quarter => phased.Part(node, quarter).Value)));
        // Li: 1 1 1 1
        // Wu: 1 1 0 1
        // He: 1 1 0 1
        // China: 3 3 1 3

        var differences = Enumerable.Range(0, 4).Select(quarter => phased.DifferenceFromTopDown("China", quarter)?.Value);
        Console.WriteLine(string.Join(" ", differences));
        // 0 1 -2 1

        PhasedQuotaTree<string> table = quotas.PhaseControlled(phasing, whole);
        Console.WriteLine(string.Join(" ", Enumerable.Range(0, 4).Select(quarter => table.Part("China", quarter).Value)));  // 3 2 3 2
        #endregion
    }

    public static void AHedgeInTime()
    {
        #region AHedgeInTime
        var tree = PlanTree.Of("team", ("Li", "team"), ("Wu", "team"));
        var rule = AllocationRule.By(AllocationDriver.Even<string>()).WithHedge(Percentage.FromPercent(20));
        QuotaTree<string> quotas = QuotaTree.Allocate(Measure.Revenue.Of(new Money(100m, Currency.CNY)), tree, rule);
        var halves = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Half);

        PhasedQuotaTree<string> phased = quotas.Phase(Phasing.Even(halves), Rounding.Commercial);
        Console.WriteLine(phased.Part("team", 0).Money + ", " + phased.Through("team", 1).Money);     // CNY 60.00, CNY 120.00
        Console.WriteLine(phased.QuotaToDate("team", halves[0].End!.Value)?.Money);                   // CNY 50.00
        Console.WriteLine(phased.QuotaToDate("team", halves[1].End!.Value)?.Money);                   // CNY 100.00
        Console.WriteLine(phased.TopDown("team")?[0].Money + ", " + phased.DifferenceFromTopDown("team", 0)?.Money);
        // CNY 50.00, CNY 10.00
        #endregion
    }

    public static void EveryLeafHasItsSeason()
    {
        #region EveryLeafHasItsSeason
        var tree = PlanTree.Of("China", ("North", "China"), ("South", "China"), ("Li", "North"), ("Wu", "North"));
        QuotaTree<string> quotas = QuotaTree.Allocate(
            Measure.Revenue.Of(new Money(1_000m, Currency.CNY)), tree,
            AllocationRule.By(AllocationDriver.Of("last year", ("Li", 3m), ("Wu", 2m), ("South", 5m))));
        var quarters = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Quarter);
        var winter = Phasing.ByWeights(quarters, 4m, 1m, 1m, 4m);
        var summer = Phasing.ByWeights(quarters, 1m, 4m, 4m, 1m);
        var fromApril = Phasing.ByWeights(quarters, 0m, 1m, 1m, 4m);  // Wu's post is vacant until then

        PhasedQuotaTree<string> phased = quotas.Phase(
            leaf => leaf == "Wu" ? fromApril : leaf == "South" ? summer : winter, Rounding.Commercial);
        foreach (var node in new[] { "Li", "Wu", "North", "South", "China" })
            Console.WriteLine(node + ": " + Quarters(node));
        // Li: CNY 120.00, CNY 30.00, CNY 30.00, CNY 120.00
        // Wu: CNY 0.00, CNY 33.33, CNY 33.34, CNY 133.33
        // North: CNY 120.00, CNY 63.33, CNY 63.34, CNY 253.33
        // South: CNY 50.00, CNY 200.00, CNY 200.00, CNY 50.00
        // China: CNY 170.00, CNY 263.33, CNY 263.34, CNY 303.33

        Console.WriteLine(phased.PhasingOf("South") == summer);  // True
        Console.WriteLine(phased.TopDown("China") is null);      // True

        string Quarters(string node) =>
            string.Join(", ", Enumerable.Range(0, 4).Select(quarter => phased.Part(node, quarter).Money));
        #endregion
    }

    public static void ATreeBecomesAPlan()
    {
        #region ATreeBecomesAPlan
        var tree = PlanTree.Of("China", ("North", "China"), ("South", "China"));
        QuotaTree<string> quotas = QuotaTree.Allocate(
            Measure.Revenue.Of(new Money(1_000_000m, Currency.CNY)), tree,
            AllocationRule.By(AllocationDriver.Of("last year", ("North", 3m), ("South", 2m)))
                .InUnitsOf(1_000m).WithHedge(Percentage.FromPercent(5)));
        var halves = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Half);

        SalesPlan<string> plan = quotas
            .Phase(Phasing.Even(halves), Rounding.ToStep(1_000m, RoundingMode.HalfAwayFromZero))
            .ToPlan(
                ownerOf: node => "head of " + node,
                scopeOf: node => node == "China" ? Scope.Everything : Scope.Everything.Only(new TerritoryId(node)));
        Console.WriteLine(plan.Check());     // 9 of 9 targets, 0 reasons
        Console.WriteLine(plan.Targets[1]);
        // head of North; revenue, without tax; 2026-01-01/2026-12-31; only territories North: CNY 630000.00

        // Half a year later North gives up 30,000, and the plan shows where nobody has taken them.
        var north = plan.Targets.Single(target => target.Owner == "head of North" && target.Span == halves[1]);
        SalesPlan<string> revised = plan.WithRevisedTargets(north.WithAmount(Measure.Revenue.Of(new Money(285_000m, Currency.CNY))));
        foreach (var sum in revised.Check().Sums.Where(sum => !sum.Agrees))
            Console.WriteLine(sum.Breakdown + ": " + sum.Difference?.Value);
        // by node of head of China; revenue, without tax; 2026-07-01/2026-12-31; everything: CNY -30000.00
        // by period of head of North; revenue, without tax; 2026-01-01/2026-12-31; only territories North: CNY -30000.00
        #endregion
    }

    public static void AreasByProducts()
    {
        #region AreasByProducts
        // Another level: a node is a pair, and the products of an area sum to the area.
        var tree = PlanTree.Of(
            ("China", "all"),
            (("North", "all"), ("China", "all")), (("South", "all"), ("China", "all")),
            (("North", "juice"), ("North", "all")), (("North", "tea"), ("North", "all")),
            (("South", "juice"), ("South", "all")), (("South", "tea"), ("South", "all")));
        var cases = AllocationDriver.Of(
            "last year's cases", (("North", "juice"), 13m), (("North", "tea"), 4m), (("South", "juice"), 8m), (("South", "tea"), 11m));
        var quotas = QuotaTree.Allocate(Measure.Count("cases").Of(50m), tree, AllocationRule.By(cases));
        foreach (var leaf in quotas.Tree.Leaves)
            Console.WriteLine(leaf.Item1 + " " + leaf.Item2 + " " + quotas.QuotaOf(leaf).Value);
        // North juice 18
        // North tea 6
        // South juice 11
        // South tea 15

        // Both totals decided, those of the areas and those of the products: a table, and no tree.
        decimal[,] table = ControlledRounding.ToWhole.Spread([24m, 26m], [29m, 21m]);
        Console.WriteLine(table[0, 0] + " " + table[0, 1] + ", " + table[1, 0] + " " + table[1, 1]);  // 14 10, 15 11
        #endregion
    }
}
