using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Organization;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Organization;

/// <summary>Planned against made: what is made beyond the plan of one key fills no gap at another.</summary>
public sealed class SurplusFillsNoGap
{
    [Fact]
    public void Ninety_six_made_of_ninety_six_are_not_all_when_six_went_to_the_wrong_customers()
    {
        var table = PlannedAndMade.Plan([("A", 48m), ("B", 48m)]).WithMade([("A", 42m), ("B", 50m), ("C", 4m)]);

        Assert.Equal((96m, 96m, 90m), (table.Planned, table.Made, table.Filled));
        Assert.Equal((6m, 6m), (table.Gap, table.Surplus));
        Assert.Equal(Percent(93.75m), table.Compliance);
        Assert.Equal("filled 90 of 96, made 96", table.ToString());
        Assert.Equal(["A: 42 of 48", "B: 50 of 48", "C: 4 of 0"], table.Lines.Select(line => line.ToString()));
        Assert.Equal([(6m, 0m), (0m, 2m), (0m, 4m)], table.Lines.Select(line => (line.Gap, line.Surplus)));
        Assert.Equal([Percent(87.5m), Percent(100m), null], table.Lines.Select(line => line.Compliance));
    }

    [Fact]
    public void Where_nothing_is_planned_there_is_no_compliance()
    {
        Assert.Null(PlannedAndMade.Plan<string>([]).Compliance);
        Assert.Null(PlannedAndMade.Plan([("A", 0m)]).WithMade([("A", 3m)]).Compliance);
        Assert.Equal(Figure.Absent, PlannedAndMade.Plan<string>([]).Explain().Value);
        Assert.Equal(Percent(0m), PlannedAndMade.Plan([("A", 3m)]).Compliance);
    }

    [Fact]
    public void Amounts_of_one_key_are_added_and_things_made_are_counted()
    {
        var table = PlannedAndMade.Plan([("A", 1m), ("A", 2m), ("B", 0.5m)]).WithCounted(["A", "B", "A"]);

        Assert.True(table.TryLine("A", out var line));
        Assert.Equal((3m, 2m), (line!.Planned, line.Made));
        Assert.False(table.TryLine("C", out _));
        Assert.Equal(2.5m, table.Filled);
    }

    [Fact]
    public void What_was_made_adds_up_however_it_is_told()
    {
        var plan = PlannedAndMade.Plan([("A", 3m)]);

        Assert.Equal((3m, 0m), (plan.Planned, plan.Made));
        Assert.Equal(plan.WithMade([("A", 2m), ("B", 1m)]), plan.WithCounted(["A", "B"]).WithMade([("A", 1m)]));
        Assert.Throws<ArgumentNullException>("made", () => plan.WithCounted([null!]));
    }

    [Fact]
    public void A_line_explains_its_compliance()
    {
        var lines = PlannedAndMade.Plan([("A", 4m)]).WithMade([("A", 3m), ("B", 1m)]).Lines;

        Assert.Equal((Figure)Percent(75m), lines[0].ExplainCompliance().Value);
        Assert.Equal(Figure.Absent, lines[1].ExplainCompliance().Value);
        Assert.All(lines, line => Assert.Empty(line.ExplainCompliance().Verify()));
        Tampering.EveryChangeIsNamed(lines[0].ExplainCompliance());
    }

    [Fact]
    public void Negative_amounts_are_refused_by_name()
    {
        Assert.Equal("planned", Assert.Throws<ArgumentOutOfRangeException>(() => PlannedAndMade.Plan([("A", -0.1m)])).ParamName);
        Assert.Equal(
            "made", Assert.Throws<ArgumentOutOfRangeException>(() => PlannedAndMade.Plan<string>([]).WithMade([("A", -0.1m)])).ParamName);
    }

    [Fact]
    public void A_table_is_equal_by_its_amounts_in_any_order() =>
        TestHelper.TestEqualsClass(
            PlannedAndMade.Plan([("A", 1m), ("B", 2m)]).WithMade([("C", 1m)]),
            PlannedAndMade.Plan([("B", 2.0m), ("A", 1m)]).WithMade([("C", 1m)]),
            PlannedAndMade.Plan([("A", 1m), ("B", 2m)]).WithMade([("D", 1m)]),
            PlannedAndMade.Plan([("A", 2m), ("B", 1m)]).WithMade([("C", 1m)]),
            PlannedAndMade.Plan([("A", 1m), ("B", 2m)]));

    [Property]
    public Property Compliance_is_a_share_of_the_plan_key_by_key() =>
        Prop.ForAll(Rows, rows =>
        {
            var table = Table(rows);
            var keys = rows.Select(row => row.Key).Distinct().ToArray();
            var filled = keys.Sum(key => Math.Min(Sum(rows, key, row => row.Planned), Sum(rows, key, row => row.Made)));
            var planned = rows.Sum(row => row.Planned);

            Assert.Equal(filled, table.Filled);
            Assert.Equal(table.Lines.Sum(line => line.Gap), table.Gap);
            Assert.Equal(table.Lines.Sum(line => line.Surplus), table.Surplus);
            Assert.Equal(planned == 0m ? null : Percentage.FromFraction(filled / planned), table.Compliance);
            Assert.True(table.Compliance is null || (table.Compliance >= Percentage.Zero && table.Compliance <= Percentage.OneHundred));
        });

    [Property]
    public Property A_surplus_elsewhere_changes_no_compliance() =>
        Prop.ForAll(Rows, Gen.Choose(0, 900).ToArbitrary(), (rows, surplus) =>
        {
            var table = Table(rows);
            var full = table.Lines.FirstOrDefault(line => line.Gap == 0m)?.Key ?? 99;
            var more = table.Merge(PlannedAndMade.Plan<int>([]).WithMade([(full, surplus / 10m), (100, 1m)]));

            Assert.Equal((table.Compliance, table.Filled, table.Gap), (more.Compliance, more.Filled, more.Gap));
        });

    [Property]
    public Property Parts_merge_into_the_whole_and_the_whole_splits_into_parts() =>
        Prop.ForAll(Rows, Gen.Choose(0, 20).ToArbitrary(), (rows, cut) =>
        {
            var table = Table(rows);
            Assert.Equal(table, Table([.. rows.Take(cut)]).Merge(Table([.. rows.Skip(cut)])));
            Assert.Equal(table, Table([.. rows.Skip(cut)]).Merge(Table([.. rows.Take(cut)])));

            var parts = table.SplitBy(key => key % 2 == 0 ? "even" : "odd");
            Assert.Equal(parts.Count, parts.Select(part => part.Part).Distinct().Count());
            Assert.All(parts, part => Assert.All(part.Lines.Lines, line => Assert.Equal(part.Part == "even", line.Key % 2 == 0)));
            Assert.Equal(table, parts.Aggregate(Table([]), (sum, part) => sum.Merge(part.Lines)));
        });

    [Property]
    public Property Every_table_explains_itself() =>
        Prop.ForAll(Rows, rows =>
        {
            var explanation = Table(rows).Explain();
            Assert.Empty(explanation.Verify());
            Assert.Equal(Figure.OrAbsent(Table(rows).Compliance), explanation.Value);
        });

    [Fact]
    public void A_changed_figure_is_named()
    {
        var tree = PlannedAndMade.Plan([("A", 48m), ("B", 48m)]).WithMade([("A", 42m), ("B", 50m)]).Explain();

        Tampering.EveryChangeIsNamed(tree);
    }

    private static Arbitrary<(int Key, decimal Planned, decimal Made)[]> Rows =>
        (from key in Gen.Choose(0, 5)
         from planned in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(0, 90)))
         from made in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(0, 90)))
         select (key, planned / 10m, made / 10m)).ArrayOf().ToArbitrary();

    private static PlannedAndMade<int> Table((int Key, decimal Planned, decimal Made)[] rows) =>
        PlannedAndMade.Plan(rows.Select(row => (row.Key, row.Planned))).WithMade(rows.Select(row => (row.Key, row.Made)));

    private static decimal Sum(
        IEnumerable<(int Key, decimal Planned, decimal Made)> rows, int key, Func<(int Key, decimal Planned, decimal Made),
            decimal> amount) =>
        rows.Where(row => row.Key == key).Sum(amount);
}
