using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Tests.Organization;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Hierarchies;

public sealed class RollUps
{
    private static readonly LocalDate s_day = new(2026, 3, 31);
    private static readonly Measured s_zero = Revenue(0m);

    private static readonly Hierarchy<string> s_team = Hierarchy.Of(("Li", "East"), ("Wu", "East"), ("East", "Sales"), ("West", "Sales"));

    // Nodes beyond those of the hierarchy too, which nobody has heard of.
    private static Arbitrary<(int Node, decimal Amount)[]> Values { get; } =
        (from node in Gen.Choose(0, HierarchySample.Nodes + 1) from cents in Gen.Choose(-99_999, 999_999)
         select (node, cents / 100m)).ArrayOf().ToArbitrary();

    [Property(MaxTest = 200)]
    public Property A_total_is_the_sum_of_the_values_within_the_node() =>
        OfAny((sample, day, values, rollUp) => Enumerable.Range(0, HierarchySample.Nodes).All(node =>
            rollUp.TotalOf(node) == Revenue(values.Where(value => sample.Hierarchy.IsWithin(value.Node, node, day)
                || (value.Node == node && !sample.Hierarchy.Contains(node, day))).Sum(value => value.Amount))
            && rollUp.OwnOf(node) == Revenue(values.Where(value => value.Node == node).Sum(value => value.Amount))));

    [Property(MaxTest = 200)]
    public Property The_roots_and_what_is_outside_make_up_all_that_was_given() =>
        OfAny((sample, day, values, rollUp) =>
            rollUp.Total == Revenue(values.Sum(value => value.Amount))
            && sample.Hierarchy.RootsOn(day).Aggregate(rollUp.OutsideTotal, (sum, root) => sum + rollUp.TotalOf(root)) == rollUp.Total
            && rollUp.Outside.Aggregate(s_zero, (sum, node) => sum + rollUp.OwnOf(node)) == rollUp.OutsideTotal
            && rollUp.Outside.OrderBy(node => node)
                .SequenceEqual(
                    values.Select(value => value.Node).Distinct().Where(node => !sample.Hierarchy.Contains(node, day))
                        .OrderBy(node => node)));

    [Property(MaxTest = 200)]
    public Property Every_total_is_explained_and_the_explanation_verifies() =>
        OfAny((_, _, values, rollUp) =>
            rollUp.Explain().IsVerified && rollUp.Explain().Value == rollUp.Total.Value
            && Enumerable.Range(0, HierarchySample.Nodes + 2).All(node =>
                rollUp.Explain(node).IsVerified && rollUp.Explain(node).Value == rollUp.TotalOf(node).Value)
            && FactsIn(rollUp.Explain()) == values.Length);

    [Fact]
    public void A_region_is_its_people_and_what_was_sold_in_its_own_name()
    {
        var rollUp = s_team.RollUp(
            s_day, s_zero,
            [("Li", Revenue(120m)), ("Wu", Revenue(80m)), ("East", Revenue(5m)), ("Li", Revenue(-20m)), ("Ma", Revenue(7m))]);

        Assert.Equal(Revenue(185m), rollUp.TotalOf("East"));
        Assert.Equal(Revenue(5m), rollUp.OwnOf("East"));
        Assert.Equal(s_zero, rollUp.TotalOf("West"));
        Assert.Equal(Revenue(192m), rollUp.Total);
        Assert.Equal(["Ma"], rollUp.Outside);
        Assert.Equal(
            "Sales: CNY 185.00\n  East: CNY 185.00\n    Li: CNY 100.00\n    Wu: CNY 80.00\n  West: CNY 0.00\noutside: CNY 7.00\n",
            rollUp.ToString());
        Tampering.EveryChangeIsNamed(rollUp.Explain());
    }

    // What is not in the hierarchy on the day is shown, however the hierarchy is on other days.
    [Fact]
    public void Who_left_before_the_day_is_outside_and_not_dropped()
    {
        var left = s_team.Without("Wu", DateSpan.From(s_day));
        (string, Measured)[] values = [("Li", Revenue(120m)), ("Wu", Revenue(80m))];

        Assert.Equal(Revenue(200m), left.RollUp(s_day.PlusDays(-1), s_zero, values).TotalOf("Sales"));
        Assert.Equal(
            (Revenue(120m), Revenue(80m)),
            (left.RollUp(s_day, s_zero, values).TotalOf("Sales"), left.RollUp(s_day, s_zero, values).OutsideTotal));
    }

    [Fact]
    public void No_values_come_to_zero_of_what_is_measured()
    {
        var rollUp = s_team.RollUp(s_day, s_zero, []);

        Assert.Equal((s_zero, s_zero, s_zero), (rollUp.Total, rollUp.TotalOf("Sales"), rollUp.OwnOf("Ma")));
        Assert.Empty(rollUp.Explain().Verify());
        Assert.Empty(rollUp.Explain("Ma").Verify());
    }

    [Fact]
    public void Values_that_do_not_go_together_are_refused()
    {
        Assert.Throws<ArgumentException>("zero", () => s_team.RollUp(s_day, default, []));
        Assert.Throws<ArgumentException>("zero", () => s_team.RollUp(s_day, Revenue(1m), []));
        Assert.Throws<TaxBasisMismatchException>("values", () => s_team.RollUp(s_day, s_zero, [("Li", Measure.GrossRevenue.Of(Cny(1m)))]));
        Assert.Throws<MeasureMismatchException>("values", () => s_team.RollUp(s_day, s_zero, [("Li", Measure.Count("visits").Of(1m))]));
        Assert.Throws<CurrencyMismatchException>("values", () => s_team.RollUp(s_day, s_zero, [("Li", Measure.Revenue.Of(Usd(1m)))]));
        Assert.Throws<ArgumentException>("on", () => s_team.RollUp(s_day.WithCalendar(CalendarSystem.Julian), s_zero, []));
    }

    [Fact]
    public void Quantities_and_counts_roll_up_as_money_does()
    {
        var visits = Measure.Count("visits");
        var units = Measure.Units(UnitOfMeasure.Piece);

        Assert.Equal(visits.Of(3m), s_team.RollUp(s_day, visits.Of(0m), [("Li", visits.Of(1m)), ("Wu", visits.Of(2m))]).TotalOf("East"));
        Assert.Equal(
            units.Of(Quantity.Pieces(24)),
            s_team.RollUp(s_day, units.Of(Quantity.Pieces(0)), [("West", units.Of(Quantity.Pieces(24)))]).TotalOf("Sales"));
    }

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));

    private static int FactsIn(Explanation explanation) => explanation.FactCount + explanation.Children.Sum(FactsIn);

    private static Property OfAny(Func<HierarchySample, LocalDate, (int Node, decimal Amount)[], RollUp<int>, bool> law) =>
        Prop.ForAll(HierarchySample.Any, Values, Gen.Elements(HierarchySample.Days).ToArbitrary(), (sample, values, day) =>
            law(sample, day, values, sample.Hierarchy.RollUp(day, s_zero, values.Select(value => (value.Node, Revenue(value.Amount))))));
}
