using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas;

public sealed class PlansAddUp
{
    private static readonly PlanCell<string> s_year = PlanCell.Of("VP", Measure.Revenue, DateSpan.OfYear(2026));

    private static readonly PlanCell<string>[] s_quarters = [
        .. FiscalCalendar.CalendarYear.Year(2026).Parts(FiscalPeriodKind.Quarter).Select(quarter => s_year.WithSpan(quarter.Span))];

    private static readonly PlanBreakdown<string> s_byQuarter = PlanBreakdown.Of("by quarter", s_year, s_quarters);

    [Fact]
    public void Practice_R1_completeness_is_filled_cells_of_required_ones_and_each_dimension_shows_its_difference()
    {
        var areas = new[] { "north", "south" }.Select(area => s_year.WithScope(Scope.Everything.Only(new TerritoryId(area)))).ToArray();
        var plan = SalesPlan.Of(
                DateSpan.OfYear(2026),
                SalesTarget.Of(s_year, Revenue(12_000_000m)),
                SalesTarget.Of(s_quarters[0], Revenue(2_640_000m)),
                SalesTarget.Of(s_quarters[1], Revenue(3_000_000m)),
                SalesTarget.Of(s_quarters[2], Revenue(0m)),
                SalesTarget.Of(areas[0], Revenue(7_000_000m)),
                SalesTarget.Of(areas[1], Revenue(4_900_000m)))
            .WithBreakdowns(s_byQuarter, PlanBreakdown.Of("by area", s_year, areas));

        var check = plan.Check();

        Assert.Equal(Percentage.FromFraction(6m / 7m), check.Completeness);
        Assert.Equal([s_quarters[3]], check.Missing);
        Assert.Equal("by quarter: CNY 5640000.00 of CNY 12000000.00, 1 missing", check.Sums[0].ToString());
        Assert.Equal("by area: CNY 11900000.00 of CNY 12000000.00", check.Sums[1].ToString());
        Assert.Equal(Revenue(-100_000m), check.Sums[1].Difference);
        Assert.Equal(["plan.target-missing", "plan.sum-differs", "plan.sum-differs"], check.Reasons.Select(reason => reason.Code));
        Assert.Equal("6 of 7 targets, 3 reasons", check.ToString());
        Assert.False(check.IsWhole);
    }

    [Fact]
    public void A_target_exists_along_time_area_product_and_customer_and_each_shows_its_own_difference()
    {
        var whole = Scope.Everything;
        var plan = SalesPlan.Of(DateSpan.OfYear(2026), SalesTarget.Of(s_year, Revenue(100m)))
            .WithBreakdowns(
                s_byQuarter,
                PlanBreakdown.Of("by area", s_year, s_year.WithScope(whole.Only(new TerritoryId("north")))),
                PlanBreakdown.Of("by product", s_year, s_year.WithScope(whole.Only(new ProductId("pump")))),
                PlanBreakdown.Of("by customer", s_year, s_year.WithScope(whole.Only(new CustomerId("Dawei")))),
                PlanBreakdown.Of(
                    "at once", s_year,
                    s_quarters[0].WithScope(
                        whole.Only(new TerritoryId("north")).Only(new ProductId("pump")).Only(new CustomerId("Dawei")))));
        Assert.Equal("1 of 9 targets, 8 reasons", plan.Check().ToString());

        var filled = plan.WithTargets([.. plan.Check().Missing.Select((cell, i) => SalesTarget.Of(cell, Revenue(i + 1m)))]);
        Assert.Equal(Percentage.OneHundred, filled.Check().Completeness);
        Assert.Equal([-90m, -95m, -94m, -93m, -92m], filled.Check().Sums.Select(sum => sum.Difference!.Value.Money.Amount));
    }

    // Duty 42: a range plan is a target share for each family, and a share for what is new.
    [Fact]
    public void Duty_42_the_shares_of_a_range_and_of_new_products_are_ratios_of_targets()
    {
        var families = new[] { "juice", "tea" }.Select(family => s_year.WithScope(Scope.Everything.Only(new ProductCategoryId(family))))
            .ToArray();
        var newTea = s_year.WithScope(Scope.Everything.Only(new ProductCategoryId("tea")).Only(new ProductId("cold tea")));
        var plan = SalesPlan.Of(
                DateSpan.OfYear(2026), SalesTarget.Of(s_year, Revenue(200m)), SalesTarget.Of(families[0], Revenue(130m)),
                SalesTarget.Of(families[1], Revenue(70m)), SalesTarget.Of(newTea, Revenue(30m)))
            .WithBreakdowns(PlanBreakdown.Of("by family", s_year, families)).WithRequiredCells(newTea);

        Assert.True(plan.Check().IsWhole);
        Assert.Equal([Percent(65), Percent(35)], families.Select(family => ShareOf(family)));
        Assert.Equal(Percent(15), ShareOf(newTea));

        Percentage? ShareOf(PlanCell<string> cell) => Measured.Ratio(plan.TargetOf(cell).Amount, plan.TargetOf(s_year).Amount);
    }

    [Fact]
    public void An_over_assignment_by_amount_comes_on_top_of_a_hedge_and_is_in_the_currency_of_the_targets()
    {
        var parts = new[] { "Li", "Wang" }.Select(s_year.WithOwner).ToArray();
        var byPerson = PlanBreakdown.Of("by person", s_year, parts);
        var plan = SalesPlan.Of(
            DateSpan.OfYear(2026), SalesTarget.Of(s_year, Revenue(100m)), SalesTarget.Of(parts[0], Revenue(60m)),
            SalesTarget.Of(parts[1], Revenue(50m)));

        Assert.True(plan.WithBreakdowns(byPerson.WithOverAssignment(Revenue(10m))).Check().IsWhole);
        var over = byPerson.WithOverAssignment(Revenue(5m)).WithHedge(Percent(5), Rounding.Commercial);
        Assert.True(plan.WithBreakdowns(over).Check().IsWhole);
        Assert.Equal(over, byPerson.WithHedge(Percent(5), Rounding.Commercial).WithOverAssignment(Revenue(5m)));
        Assert.NotEqual(over, over.WithOverAssignment(Revenue(6m)));
        Assert.EndsWith(", hedge 5%, over by CNY 5.00", over.ToString(), StringComparison.Ordinal);

        // A reserve that is kept back, one cent less and one cent more.
        Assert.Equal(
            [Revenue(20.01m), Revenue(20m), Revenue(19.99m)],
            new[] { -10.01m, -10m, -9.99m }
                .Select(amount => plan.WithBreakdowns(byPerson.WithOverAssignment(Revenue(amount))).Check().Sums[0].Difference!.Value));
        Assert.Throws<CurrencyMismatchException>(
            "breakdowns", () => plan.WithBreakdowns(byPerson.WithOverAssignment(Measure.Revenue.Of(Usd(1m)))));
        Assert.Throws<CurrencyMismatchException>(
            "targets",
            () => SalesPlan.Of<string>(DateSpan.OfYear(2026)).WithBreakdowns(byPerson.WithOverAssignment(Measure.Revenue.Of(Usd(1m))))
                .WithTargets(SalesTarget.Of(s_year, Revenue(1m))));
        Assert.Throws<TaxBasisMismatchException>("amount", () => byPerson.WithOverAssignment(Measure.GrossRevenue.Of(Cny(1m))));
        Assert.Throws<ArgumentException>("amount", () => byPerson.WithOverAssignment(default));
    }

    [Fact]
    public void Pitfall_16_an_empty_month_is_missing_and_not_zero()
    {
        var months = FiscalCalendar.CalendarYear.Year(2026).Parts(FiscalPeriodKind.Month).Select(month => s_year.WithSpan(month.Span))
            .ToArray();
        var plan = SalesPlan.Of(
            DateSpan.OfYear(2026),
            [.. months.Take(11).Select(month => SalesTarget.Of(month, Revenue(100m))).Prepend(SalesTarget.Of(s_year, Revenue(1_100m)))])
            .WithBreakdowns(PlanBreakdown.Of("by month", s_year, months));

        // What is stated adds up to the whole, and still the plan is not whole.
        var sum = Assert.Single(plan.Check().Sums);
        Assert.Equal(Revenue(0m), sum.Difference);
        Assert.False(sum.Agrees);
        Assert.Equal([months[11]], sum.Missing);
        Assert.Equal(
            "plan.target-missing (owner VP, measure revenue, without tax, days 2026-12-01/2026-12-31, scope everything)",
            Assert.Single(plan.Check().Reasons).ToString());

        // A target of zero is one.
        Assert.True(plan.WithTargets(SalesTarget.Of(months[11], Revenue(0m))).Check().IsWhole);
    }

    [Fact]
    public void Pitfall_16_twelve_times_a_twelfth_rounded_is_not_the_whole()
    {
        var months = FiscalCalendar.CalendarYear.Year(2026).Parts(FiscalPeriodKind.Month).Select(month => s_year.WithSpan(month.Span))
            .ToArray();
        var plan = SalesPlan.Of(
            DateSpan.OfYear(2026),
            [.. months.Select(month => SalesTarget.Of(month, Revenue(8.33m))).Prepend(SalesTarget.Of(s_year, Revenue(100m)))])
            .WithBreakdowns(PlanBreakdown.Of("by month", s_year, months));

        Assert.Equal(Revenue(-0.04m), plan.Check().Sums[0].Difference);
    }

    [Fact]
    public void Pitfall_9_two_targets_of_one_cell_are_refused()
    {
        var target = SalesTarget.Of("Li", Revenue(1_141_000m), DateSpan.OfQuarter(2026, 1));
        var plan = SalesPlan.Of(DateSpan.OfYear(2026), target);

        Assert.Equal("targets", Assert.Throws<ArgumentException>(() => plan.WithTargets(target)).ParamName);
        Assert.Equal("targets", Assert.Throws<ArgumentException>(() => plan.WithTargets(target.WithAmount(Revenue(1m)))).ParamName);
        Assert.Equal("targets", Assert.Throws<ArgumentException>(() => SalesPlan.Of(DateSpan.OfYear(2026), target, target)).ParamName);

        // Another owner, measure, span or scope is another cell.
        Assert.Equal(5, plan.WithTargets(
            SalesTarget.Of(target.Cell.WithOwner("Wang"), Revenue(1m)),
            SalesTarget.Of(target.Cell.WithMeasure(Measure.Margin), Measure.Margin.Of(Cny(1m))),
            SalesTarget.Of(target.Cell.WithSpan(DateSpan.OfMonth(2026, 1)), Revenue(1m)),
            target.WithScope(Scope.Everything.Only(new ProductId("P")))).Targets.Count);
    }

    [Fact]
    public void A_hedge_is_declared_and_then_the_parts_sum_to_more_than_the_whole()
    {
        var parts = new[] { "Li", "Wang" }.Select(s_year.WithOwner).ToArray();
        var plan = SalesPlan.Of(
            DateSpan.OfYear(2026), SalesTarget.Of(s_year, Revenue(1_001m)), SalesTarget.Of(parts[0], Revenue(600m)),
            SalesTarget.Of(parts[1], Revenue(451m)));
        var byPerson = PlanBreakdown.Of("by person", s_year, parts);

        Assert.Equal(Revenue(50m), plan.WithBreakdowns(byPerson).Check().Sums[0].Difference);

        var hedged = plan.WithBreakdowns(byPerson.WithHedge(Percent(5m), Rounding.ToStep(1m, RoundingMode.HalfAwayFromZero))).Check();
        Assert.True(hedged.IsWhole);
        Assert.Equal(
            """
            difference: CNY 0.00  [difference]
              sum of the parts: CNY 1051.00  [sum]
                target of Li; revenue, without tax; 2026-01-01/2026-12-31; everything: CNY 600.00  [fact]
                target of Wang; revenue, without tax; 2026-01-01/2026-12-31; everything: CNY 451.00  [fact]
              expected: CNY 1051.00  [round step:1 half-away]
                with hedge: CNY 1051.05  [product]
                  target of VP; revenue, without tax; 2026-01-01/2026-12-31; everything: CNY 1001.00  [fact]
                  whole and hedge: 105%  [sum]
                    whole: 100%  [by the rule]
                    hedge: 5%  [by the rule]

            """.Replace("\r\n", "\n"),
            hedged.Sums[0].Explain().ToString());
    }

    [Fact]
    public void A_breakdown_that_would_add_up_to_nonsense_is_refused()
    {
        static void Refused(params PlanCell<string>[] parts) =>
            Assert.Equal("parts", Assert.Throws<ArgumentException>(() => PlanBreakdown.Of("by x", s_year, parts)).ParamName);
        var north = s_year.WithScope(Scope.Everything.Only(new TerritoryId("north")));
        var product = s_year.WithScope(Scope.Everything.Only(new ProductId("P")));

        Refused();
        Refused(s_year);
        Refused(s_quarters[0], s_quarters[0]);
        Refused(s_year.WithSpan(DateSpan.OfYear(2027)));
        Refused(s_year.WithSpan(new DateSpan(new LocalDate(2026, 12, 1), new LocalDate(2027, 1, 1))));
        Refused(s_quarters[0].WithMeasure(Measure.Margin));
        Refused(s_quarters[0], s_year.WithSpan(new DateSpan(new LocalDate(2026, 3, 31), new LocalDate(2026, 4, 30))));

        // A sale of P in the north would count for both.
        Refused(north, product);
        Assert.Equal("parts", Assert.Throws<ArgumentException>(() => PlanBreakdown.Of("by quarter", north, s_quarters)).ParamName);

        // Two people of one area share its sales between them; the days of the next part begin where the first ends.
        Assert.Equal(2, PlanBreakdown.Of("by person", s_year, north.WithOwner("Li"), north.WithOwner("Wang")).Parts.Count);
        Assert.Equal(2, PlanBreakdown.Of("by part", s_year, s_quarters[0], s_year.WithSpan(DateSpan.OfMonth(2026, 4))).Parts.Count);
        Assert.Equal(
            "hedge", Assert.Throws<ArgumentOutOfRangeException>(() => s_byQuarter.WithHedge(Percent(-0.01m), Rounding.Commercial))
                .ParamName);
    }

    [Fact]
    public void What_lies_outside_the_days_of_the_plan_is_refused()
    {
        var plan = SalesPlan.Of<string>(DateSpan.OfQuarter(2026, 1));

        Assert.Equal("targets", Assert.Throws<ArgumentException>(() => plan.WithTargets(SalesTarget.Of(s_year, Revenue(1m)))).ParamName);
        Assert.Equal("breakdowns", Assert.Throws<ArgumentException>(() => plan.WithBreakdowns(s_byQuarter)).ParamName);
        Assert.Equal("cells", Assert.Throws<ArgumentException>(() => plan.WithRequiredCells(s_year)).ParamName);
        Assert.Equal(
            "span", Assert.Throws<ArgumentException>(() => SalesPlan.Of<string>(DateSpan.From(new LocalDate(2026, 1, 1)))).ParamName);
        Assert.Equal("span", Assert.Throws<ArgumentException>(() => PlanCell.Of("Li", Measure.Revenue, DateSpan.Always)).ParamName);
        Assert.Equal(
            "breakdowns",
            Assert.Throws<ArgumentException>(() => SalesPlan.Of<string>(DateSpan.OfYear(2026)).WithBreakdowns(s_byQuarter, s_byQuarter))
                .ParamName);
    }

    [Fact]
    public void All_targets_of_a_measure_are_in_one_currency_and_a_target_is_of_the_measure_of_its_cell()
    {
        var plan = SalesPlan.Of(
            DateSpan.OfYear(2026), SalesTarget.Of(s_year, Revenue(1m)),
            SalesTarget.Of(s_year.WithMeasure(Measure.Margin), Measure.Margin.Of(Usd(1m))));

        var refused = Assert.Throws<CurrencyMismatchException>(
            () => plan.WithTargets(SalesTarget.Of(s_quarters[0], Measure.Revenue.Of(Usd(1m)))));
        Assert.Equal((Currency.CNY, Currency.USD), (refused.Expected, refused.Actual));
        Assert.Throws<CurrencyMismatchException>(
            () => plan.WithTargets(SalesTarget.Of(s_quarters[0], Revenue(1m)))
                .WithRevisedTargets(SalesTarget.Of(s_year, Measure.Revenue.Of(Usd(1m)))));
        Assert.Throws<MeasureMismatchException>(() => SalesTarget.Of(s_year, Measure.Margin.Of(Cny(1m))));
        Assert.Throws<TaxBasisMismatchException>(() => SalesTarget.Of(s_year, Measure.GrossRevenue.Of(Cny(1m))));
        Assert.Equal("amount", Assert.Throws<ArgumentException>(() => SalesTarget.Of("Li", default, DateSpan.OfYear(2026))).ParamName);
        Assert.Equal("amount", Assert.Throws<ArgumentException>(() => SalesTarget.Of(s_year, default(Measured))).ParamName);
    }

    [Fact]
    public void A_plan_that_weighs_its_measures_sets_a_target_for_each_and_no_other()
    {
        var weights = WeightedMeasures.Of((Measure.Revenue, Percent(60m)), (Measure.Count("new customers"), Percent(40m)));
        var plan = SalesPlan.Of(
            DateSpan.OfYear(2026), SalesTarget.Of(s_year, Revenue(1m)),
            SalesTarget.Of("VP", Measure.Margin.Of(Cny(1m)), DateSpan.OfYear(2026))).WithWeights(weights);

        Assert.Equal(
            ["plan.measure-without-target (measure new customers, count)", "plan.measure-without-weight (measure margin, without tax)"],
            plan.Check().Reasons.Select(reason => reason.ToString()));
        Assert.Null(plan.Check().Completeness);
        Assert.Equal(Figure.Absent, plan.Check().Explain().Value);
        Assert.True(plan.Check().Explain().IsVerified);
    }

    [Property(Arbitrary = [typeof(PlanSample)])]
    public void The_check_is_that_of_a_page_added_up_by_hand(PlanSample sample)
    {
        var check = sample.Plan.Check();
        var stated = sample.Plan.Targets.ToDictionary(target => target.Cell, target => target.Amount);

        Assert.Equal(13, check.RequiredCount);
        Assert.Equal(sample.Filled.Count(filled => filled), check.FilledCount);
        Assert.Equal(check.RequiredCount, check.FilledCount + check.Missing.Count);
        Assert.DoesNotContain(check.Missing, stated.ContainsKey);
        foreach (var sum in check.Sums)
        {
            var parts = sum.Breakdown.Parts.Where(stated.ContainsKey).Select(part => Number(stated[part])).ToArray();
            decimal? whole = stated.TryGetValue(sum.Breakdown.Whole, out var target) ? Number(target) : null;
            var factor = sum.Breakdown.Hedge.IsZero ? 1m : 1.1m;
            decimal? expected = whole is { } given
                ? (given * factor < 0m ? decimal.Floor(given * factor) : decimal.Ceiling(given * factor)) : null;
            Assert.Equal(expected, sum.Expected is { } shown ? Number(shown) : (decimal?)null);
            Assert.Equal(parts.Length == 0 ? (decimal?)null : parts.Sum(), sum.Stated is { } added ? Number(added) : (decimal?)null);
            Assert.Equal(
                parts.Length == 0 ? null : parts.Sum() - expected, sum.Difference is { } difference ? Number(difference) : (decimal?)null);
            Assert.Equal(sum.Breakdown.Parts.Except(stated.Keys), sum.Missing);
            Assert.Equal(sum.Missing.Count == 0 && parts.Sum() == expected, sum.Agrees);
        }

        Assert.Equal(check.Missing.Count == 0 && check.Sums.All(sum => sum.Agrees), check.IsWhole);
    }

    [Property(Arbitrary = [typeof(PlanSample)])]
    public void Every_figure_of_a_check_explains_itself(PlanSample sample)
    {
        var check = sample.Plan.Check();

        Assert.True(check.Explain().IsVerified);
        Assert.Equal((Figure)check.Completeness!.Value, check.Explain().Value);
        Assert.All(check.Sums, sum =>
        {
            Assert.Equal(Figure.OrAbsent(sum.Difference?.Value), sum.Explain().Value);
            Assert.Empty(sum.Explain().Verify());
        });
    }

    [Property(Arbitrary = [typeof(PlanSample)])]
    public void A_figure_of_a_check_that_is_changed_is_named(PlanSample sample, PositiveInt choice)
    {
        var check = sample.Plan.Check();

        Tampering.IsNamed(check.Explain(), choice.Get);
        Assert.All(check.Sums, sum => Tampering.IsNamed(sum.Explain(), choice.Get));
        Assert.All(
            sample.Plan.ChangesTo(sample.Plan.WithRevisedTargets(
                [.. sample.Plan.Targets.Select(target => target.WithAmount(target.Amount * 2m))])),
            change => Tampering.IsNamed(change.Explain(), choice.Get));
    }

    private static decimal Number(Measured amount) =>
        amount.Measure.Kind switch
        {
            FigureKind.Money => amount.Money.Amount,
            FigureKind.Quantity => amount.Quantity.Amount,
            _ => amount.Number,
        };

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
