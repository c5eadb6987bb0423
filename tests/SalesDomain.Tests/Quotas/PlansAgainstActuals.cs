using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas.Attaining;
using Xunit;
using static SalesDomain.Tests.Quotas.Attaining.Sales;

namespace SalesDomain.Tests.Quotas;

public sealed class PlansAgainstActuals
{
    private static readonly DateSpan s_year = DateSpan.OfYear(2026);

    private static readonly Scope[] s_scopes =
    [
        Scope.Everything, Scope.Everything.Only(Customer(1), Customer(2)), Scope.Everything.Only(Customer(2)),
        Scope.Everything.Except(Customer(3)), Scope.Everything.Only(PriceKind.Standard), Scope.Everything.Only(Customer(4), Customer(5)),
    ];

    private static readonly DateSpan[] s_spans =
        [s_year, DateSpan.OfQuarter(2026, 1), DateSpan.OfQuarter(2026, 2), DateSpan.OfMonth(2026, 2), DateSpan.OfMonth(2026, 3),
        new(new LocalDate(2026, 2, 15), new LocalDate(2026, 5, 20))];

    private static readonly ActualRule[] s_rules =
        [Revenue, Revenue.WithReturns(ReturnRule.OwnerOfOriginal), Revenue.WithReturns(ReturnRule.OfOriginal),
        Revenue.Within(Scope.Everything.Except(Customer(4))), ActualRule.OfSales(Measure.Margin, Currency.CNY, Stage.Invoiced)];

    private static readonly Crediting<SalespersonId>[] s_creditings =
        [Crediting.BySalesperson, Crediting.ByCustomer.Through(Accounts), Crediting.ByCustomer.Through(Accounts).RolledUpThrough(Managers),
        Crediting.ByCustomer.Through(Accounts).AsAssignedOn(new LocalDate(2026, 6, 1)), Crediting.BySalesperson.RolledUpThrough(Managers)];

    private static Arbitrary<SalesPlan<SalespersonId>> Plans { get; } =
        (from cells in (
            from owner in Gen.Elements("S1", "S2", "S3", "M1", "M2", "VP")
            from span in Gen.Elements(s_spans)
            from scope in Gen.Elements(s_scopes)
            from measure in Gen.Frequency((4, Gen.Constant(Measure.Revenue)), (1, Gen.Constant(Measure.Margin)))
            select PlanCell.Of(Person(owner), measure, span).WithScope(scope)).ListOf()
         from cents in Gen.Choose(-1, 3)
         select SalesPlan.Of(
             s_year, [.. cells.Distinct().Select((cell, i) =>
                 SalesTarget.Of(cell, cell.Measure.Of(new Money((cents + i) * 1000m, Currency.CNY))))])).ToArbitrary();

    private static Arbitrary<(ActualRule Rule, Crediting<SalespersonId> Crediting)> Ways { get; } =
        (from rule in Gen.Elements(s_rules) from crediting in Gen.Elements(s_creditings) select (rule, crediting)).ToArbitrary();

    [Property(MaxTest = 300)]
    public Property Each_cell_has_what_the_rule_within_its_scope_gives_its_owner_in_its_span() =>
        Prop.ForAll(Plans, Any, Ways, (plan, lines, way) =>
        {
            var against = plan.Against(way.Rule, way.Crediting, lines);
            return plan.Targets.All(target =>
            {
                var attainment = against.Attainments.Of(target.Cell);
                return attainment.Quota == target.Amount
                    && attainment.Actual == (target.Cell.Measure == way.Rule.Measure
                        ? OneByOne(way.Rule, way.Crediting, target.Cell, lines).Value : null);
            });
        });

    [Property(MaxTest = 300)]
    public Property Every_line_is_in_a_cell_or_outside_all_or_of_nobody() =>
        Prop.ForAll(Plans, Any, Ways, (plan, lines, way) =>
        {
            var against = plan.Against(way.Rule, way.Crediting, lines);
            var all = against.ActualsOf(way.Rule.Measure);
            return all == way.Rule.Evaluate(s_year, way.Crediting, lines)
                && all.Total.Known == against.InCellsOf(way.Rule.Measure).Known + against.OutsideCellsOf(way.Rule.Measure).Known
                    + all.Unassigned.Known + all.OverAssigned.Known;
        });

    [Property(MaxTest = 200)]
    public Property What_is_outside_all_cells_is_what_no_cell_of_its_owner_matches() =>
        Prop.ForAll(Plans, Any, (plan, lines) =>
        {
            var against = plan.Against(Revenue, Crediting.BySalesperson, lines);
            var outside = lines.Where(line =>
                line.Stage == Stage.Invoiced && s_year.Contains(line.Date) && line.Salesperson is { } seller
                && !plan.Targets.Any(target =>
                    target.Owner == seller && target.Cell.Measure == Measure.Revenue && target.Span.Contains(line.Date)
                    && target.Scope.Matches(line))).ToArray();
            return against.OutsideCellsOf(Measure.Revenue).FactCount == outside.Length
                && against.OutsideCellsOf(Measure.Revenue).Known == Cny(outside.Sum(line => line.NetAmount.Amount))
                && against.Reasons.Any(reason => reason.Code == "plan.outside-cells") == outside.Length > 0;
        });

    [Property(MaxTest = 200)]
    public Property The_parts_of_a_dimension_that_leaves_nothing_out_sum_to_their_whole() =>
        Prop.ForAll(Any, Ways, (lines, way) =>
        {
            foreach (var owner in new[] { "S1", "S2", "M1", "VP" })
            {
                var whole = PlanCell.Of(Person(owner), way.Rule.Measure, s_year);
                var quarters = Enumerable.Range(1, 4).Select(quarter => whole.WithSpan(DateSpan.OfQuarter(2026, quarter))).ToArray();
                var customers = new[] { whole.WithScope(s_scopes[2]), whole.WithScope(Scope.Everything.Except(Customer(2))) };
                var against = SalesPlan.Of<SalespersonId>(s_year)
                    .WithBreakdowns(PlanBreakdown.Of("by quarter", whole, quarters), PlanBreakdown.Of("by customer", whole, customers))
                    .Against(way.Rule, way.Crediting, lines);
                if (!AddsUp(against, whole, quarters) || !AddsUp(against, whole, customers))
                    return false;
            }

            return true;
        });

    [Property(MaxTest = 100)]
    public Property The_order_of_lines_and_of_targets_does_not_matter() =>
        Prop.ForAll(Plans, Any, Ways, (plan, lines, way) =>
        {
            var one = plan.Against(way.Rule, way.Crediting, lines);
            var other = SalesPlan.Of(s_year, [.. plan.Targets.Reverse()]).Against(way.Rule, way.Crediting, lines.Reverse());
            return plan.Targets.All(target => one.Attainments.Of(target.Cell) == other.Attainments.Of(target.Cell))
                && one.OutsideCellsOf(way.Rule.Measure) == other.OutsideCellsOf(way.Rule.Measure);
        });

    [Property(MaxTest = 50)]
    public Property Every_attainment_explains_itself() =>
        Prop.ForAll(Plans, Any, Ways, (plan, lines, way) =>
        {
            var against = plan.Against(way.Rule, way.Crediting, lines);
            foreach (var target in plan.Targets)
                Proof.Holds(Figure.OrAbsent(against.Attainments.Of(target.Cell).Rate), against.Explain(target.Cell));
        });

    [Theory]
    [InlineData("2025-12-31", null, null)]
    [InlineData("2026-01-01", "Q1", "year")]
    [InlineData("2026-03-31", "Q1", "year")]
    [InlineData("2026-04-01", "Q2", "year")]
    [InlineData("2026-06-30", "Q2", "year")]
    [InlineData("2026-07-01", null, "year")]
    [InlineData("2026-12-31", null, "year")]
    [InlineData("2027-01-01", null, null)]
    public void The_first_and_the_last_day_of_a_cell_are_in(string day, string? quarter, string? year)
    {
        var whole = PlanCell.Of(Person("S1"), Measure.Revenue, s_year);
        var cells = new Dictionary<string, PlanCell<SalespersonId>>
        {
            ["year"] = whole, ["Q1"] = whole.WithSpan(DateSpan.OfQuarter(2026, 1)), ["Q2"] = whole.WithSpan(DateSpan.OfQuarter(2026, 2)),
        };
        var against = SalesPlan.Of(s_year, [.. cells.Values.Select(cell => SalesTarget.Of(cell, Cny(100m)))])
            .Against(Revenue, Crediting.BySalesperson, [Sale(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, 80m)]);

        foreach (var cell in cells)
            Assert.Equal(cell.Key == quarter || cell.Key == year ? Cny(80m) : Cny(0m), against.Attainments.Of(cell.Value).Actual);
        Assert.Equal(Cny(0m), against.OutsideCellsOf(Measure.Revenue).Known);
    }

    [Fact]
    public void Pitfall_11_a_return_in_a_later_quarter_is_in_one_quarter_and_once_in_the_year()
    {
        var (sale, whole) = (Sale(new LocalDate(2026, 3, 31), 100m), PlanCell.Of(Person("S1"), Measure.Revenue, s_year));
        var (first, second) = (whole.WithSpan(DateSpan.OfQuarter(2026, 1)), whole.WithSpan(DateSpan.OfQuarter(2026, 2)));
        var plan = SalesPlan.Of(
            s_year, SalesTarget.Of(whole, Cny(100m)), SalesTarget.Of(first, Cny(50m)), SalesTarget.Of(second, Cny(50m)));
        SalesLine[] lines = [sale, ReturnOf(sale, new LocalDate(2026, 4, 1), 0.3m)];

        decimal?[] OnItsDay(ReturnRule returns) =>
            [.. new[] { whole, first, second }.Select(cell =>
                plan.Against(Revenue.WithReturns(returns), Crediting.BySalesperson, lines).Attainments.Of(cell).Actual?.Money.Amount)];
        Assert.Equal([70m, 100m, -30m], OnItsDay(ReturnRule.OfReturn));
        Assert.Equal([70m, 100m, -30m], OnItsDay(ReturnRule.OwnerOfOriginal));
        Assert.Equal([70m, 70m, 0m], OnItsDay(ReturnRule.OfOriginal));
    }

    [Fact]
    public void Pitfall_15_a_target_of_zero_gives_no_attainment_and_its_sales_are_no_less_in_a_cell()
    {
        var cell = PlanCell.Of(Person("S1"), Measure.Revenue, s_year);
        var against = SalesPlan.Of(s_year, SalesTarget.Of(cell, Cny(0m)))
            .Against(Revenue, Crediting.BySalesperson, [Sale(Start, 80m), Sale(Start, 7m, "S2"), Sale(Start, 5m, null)]);

        Assert.Null(against.Attainments.Of(cell).Rate);
        Assert.Equal([new Reason("attainment.zero-quota")], against.Attainments.Of(cell).Reasons);
        Assert.Equal(Cny(80m), against.InCellsOf(Measure.Revenue).Value);
        Assert.Equal(Cny(7m), against.OutsideCellsOf(Measure.Revenue).Value);
        Assert.Equal(Cny(5m), against.ActualsOf(Measure.Revenue).Unassigned.Value);
        Assert.Equal(
            [
                "plan.outside-cells (measure revenue, without tax, facts 1, amount CNY 7.00)",
                "actual.unassigned (measure revenue, without tax, facts 1, amount CNY 5.00)",
            ],
            against.Reasons.Select(reason => reason.ToString()));
        Assert.Equal([Measure.Revenue], against.Measures);
    }

    [Fact]
    public void A_required_cell_without_a_target_has_its_actual_and_no_quota()
    {
        var cell = PlanCell.Of(Person("S1"), Measure.Revenue, s_year);
        var attainment = SalesPlan.Of<SalespersonId>(s_year).WithRequiredCells(cell)
            .Against(Revenue, Crediting.BySalesperson, [Sale(Start, 80m)]).Attainments.Of(cell);

        Assert.Equal((Cny(80m), null), (attainment.Actual, attainment.Quota));
    }

    [Fact]
    public void Each_measure_has_its_rule_and_one_without_has_no_known_actual()
    {
        var sales = PlanCell.Of(Person("S1"), Measure.Revenue, s_year);
        var (receipts, visits) = (sales.WithMeasure(Measure.Collections), sales.WithMeasure(Measure.Count("visits")));
        var plan = SalesPlan.Of(
            s_year, SalesTarget.Of(sales, Cny(100m)), SalesTarget.Of(receipts, Measure.Collections.Of(new Money(80m, Currency.CNY))),
            SalesTarget.Of(visits, Measure.Count("visits").Of(10m)));
        var against = plan.Against(
            [ActualRule.OfCollections(Currency.CNY), Revenue], Crediting.BySalesperson, [Sale(Start, 90m)], [Receipt(Start, 20m)]);

        Assert.Equal([sales, receipts, visits], against.Attainments.Owners);
        Assert.Equal(
            [Percentage.FromPercent(90), Percentage.FromPercent(25), null],
            against.Attainments.Owners.Select(cell => against.Attainments.Of(cell).Rate));
        Assert.Equal(["plan.measure-without-rule (measure visits, count)"], against.Reasons.Select(reason => reason.ToString()));
    }

    [Fact]
    public void A_scope_of_categories_is_asked_of_what_is_known_of_the_line_and_else_refused()
    {
        var pumps = new ProductCategoryId("pumps");
        var cell = PlanCell.Of(Person("S1"), Measure.Revenue, s_year).WithScope(Scope.Everything.Only(pumps));
        var plan = SalesPlan.Of(s_year, SalesTarget.Of(cell, Cny(100m)));
        SalesLine[] lines = [Sale(Start, 90m)];

        Assert.Throws<InvalidOperationException>(() => plan.Against(Revenue, Crediting.BySalesperson, lines));
        var against = plan.Against([Revenue], Crediting.BySalesperson, lines, [], line => ScopeSubject.FromLine(line).With(pumps));
        Assert.Equal(Cny(90m), against.Attainments.Of(cell).Actual);
    }

    [Fact]
    public void What_does_not_go_together_is_refused()
    {
        var cell = PlanCell.Of(Person("S1"), Measure.Revenue, s_year);
        var plan = SalesPlan.Of(s_year, SalesTarget.Of(cell, Cny(100m)));
        var dollars = ActualRule.OfSales(Measure.Revenue, Currency.USD, Stage.Invoiced);
        var sale = Sale(Start, 1m);

        Assert.Throws<CurrencyMismatchException>(() => plan.Against(dollars, Crediting.BySalesperson, []));
        Assert.Equal(
            "rules", Assert.Throws<ArgumentException>(() => plan.Against([Revenue, Revenue], Crediting.BySalesperson, [], [])).ParamName);
        Assert.Equal(
            "lines", Assert.Throws<ArgumentException>(() => plan.Against(Revenue, Crediting.BySalesperson, [sale, sale])).ParamName);
        Assert.Throws<InvalidOperationException>(
            () => plan.Against(ActualRule.OfCollections(Currency.CNY), Crediting.BySalesperson, [sale]));
        Assert.Equal(
            "cell", Assert.Throws<ArgumentException>(() =>
                plan.Against(Revenue, Crediting.BySalesperson, []).Explain(cell.WithOwner(Person("S2")))).ParamName);
        Assert.Equal(
            "measure", Assert.Throws<ArgumentException>(() =>
                plan.Against(Revenue, Crediting.BySalesperson, []).ActualsOf(Measure.Margin)).ParamName);
    }

    private static bool AddsUp(
        PlanActuals<SalespersonId> against, PlanCell<SalespersonId> whole, IReadOnlyCollection<PlanCell<SalespersonId>> parts)
    {
        var sums = parts.Select(part => against.Attainments.Of(part).Actual).ToArray();
        return against.Attainments.Of(whole).Actual is { } sum
            ? sums.Sum(part => part!.Value.Money.Amount) == sum.Money.Amount : sums.Contains(null);
    }

    private static ActualSum OneByOne(
        ActualRule rule, Crediting<SalespersonId> crediting, PlanCell<SalespersonId> cell, SalesLine[] lines) =>
        (rule.Scope.Intersection(cell.Scope) is { } both ? rule.Within(both).Evaluate(cell.Span, crediting, lines)
            : rule.Evaluate(cell.Span, crediting, Array.Empty<SalesLine>())).OfTeam(cell.Owner);
}
