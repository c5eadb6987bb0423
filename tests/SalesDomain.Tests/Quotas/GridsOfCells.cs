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

public sealed class GridsOfCells
{
    private static readonly PlanCell<string> s_year = PlanCell.Of("VP", Measure.Revenue, DateSpan.OfYear(2026));

    private static readonly DateSpan[] s_months =
        [.. FiscalCalendar.CalendarYear.Year(2026).Parts(FiscalPeriodKind.Month).Select(month => month.Span)];

    private static readonly TerritoryId[] s_territories = [.. "south north".Split(' ').Select(code => new TerritoryId(code))];

    private static readonly ProductId[] s_products = [.. "pump valve seal".Split(' ').Select(code => new ProductId(code))];

    private static readonly CustomerId[] s_customers = [.. "Dawei Aster".Split(' ').Select(code => new CustomerId(code))];

    [Fact]
    public void Practice_R1_a_plan_is_complete_along_time_area_product_and_customer_or_says_where_not()
    {
        PlanCell<string>[] cells = [.. s_year.Grid(s_months, s_territories, s_products, s_customers)];
        var filled = cells.Where((_, i) => i != 100).Select(cell => SalesTarget.Of(cell, Measure.Revenue.Of(Cny(0m)))).ToArray();
        var check = SalesPlan.Of(DateSpan.OfYear(2026), filled).WithRequiredCells(cells).Check();

        Assert.Equal((12 * 2 * 3 * 2, 143), (check.RequiredCount, check.FilledCount));
        Assert.Equal(
            s_year.WithSpan(s_months[8]).WithScope(
                Scope.Everything.Only(s_territories[0]).Only(s_products[2]).Only(s_customers[0])),
            Assert.Single(check.Missing));
        Assert.Equal(cells, check.Plan.RequiredCells);
    }

    [Property]
    public Property A_grid_is_the_product_of_its_dimensions_in_their_order_and_one_left_out_counts_as_one() =>
        Prop.ForAll(
            Gen.Choose(0, 12).ToArbitrary(), Gen.Choose(0, 2).Two().ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(),
            (months, two, products) =>
        {
            var (periods, areas) = (Taken(s_months, months), Taken(s_territories, two.Item1));
            var (goods, buyers) = (Taken(s_products, products), Taken(s_customers, two.Item2));
            var cells = s_year.Grid(periods, areas, goods, buyers);

            var expected = new List<PlanCell<string>>();
            foreach (var period in periods ?? [s_year.Span])
            {
                foreach (var inArea in Each(areas, Scope.Everything, (scope, id) => scope.Only(id)))
                {
                    foreach (var ofGoods in Each(goods, inArea, (scope, id) => scope.Only(id)))
                    {
                        foreach (var to in Each(buyers, ofGoods, (scope, id) => scope.Only(id)))
                            expected.Add(s_year.WithSpan(period).WithScope(to));
                    }
                }
            }

            Assert.Equal(expected, cells);
            Assert.Equal(
                Math.Max(months, 1) * Math.Max(two.Item1, 1) * Math.Max(products, 1) * Math.Max(two.Item2, 1),
                cells.Distinct().Count());
        });

    [Fact]
    public void A_grid_keeps_what_its_cell_says_and_is_a_breakdown_of_it()
    {
        var pumps = s_year.WithMeasure(Measure.Margin).WithScope(Scope.Everything.Only(s_products[0]).Only(s_territories));
        var cells = pumps.Grid(territories: s_territories).ToArray();
        Assert.Equal([.. s_territories.Select(id => pumps.WithScope(pumps.Scope.Only(id)))], cells);
        Assert.Equal(cells, PlanBreakdown.Of("by area", pumps, cells).Parts);
        Assert.Equal([pumps], pumps.Grid());

        // Months and their quarters in one.
        Assert.Equal(2, s_year.Grid([s_months[0], DateSpan.OfQuarter(2026, 1)]).Count);
    }

    [Fact]
    public void What_would_leave_no_cell_or_one_twice_is_refused_by_the_name_of_its_dimension()
    {
        var north = s_year.WithScope(Scope.Everything.Only(s_territories[1]));
        Refused("periods", () => s_year.Grid([]));
        Refused("periods", () => s_year.Grid([s_months[0], s_months[0]]));
        Refused("periods", () => s_year.Grid([DateSpan.From(new LocalDate(2026, 12, 1))]));
        Refused("periods", () => s_year.Grid([DateSpan.OfYear(2027)]));
        Refused("territories", () => s_year.Grid(territories: []));
        Refused("territories", () => north.Grid(territories: s_territories));
        Refused("products", () => s_year.Grid(products: [s_products[0], s_products[0]]));
        Refused("products", () => s_year.Grid(products: [default]));
        Refused("customers", () => s_year.Grid(customers: []));
        Refused("customers", () => s_year.Grid(customers: [s_customers[1], default]));
    }

    private static void Refused(string parameterName, Func<object> grid) =>
        Assert.Equal(parameterName, Assert.Throws<ArgumentException>(grid).ParamName);

    private static T[]? Taken<T>(T[] all, int count) => count == 0 ? null : [.. all.Take(count)];

    private static IEnumerable<Scope> Each<TId>(TId[]? ids, Scope scope, Func<Scope, TId, Scope> only) =>
        ids is null ? [scope] : ids.Select(id => only(scope, id));
}
