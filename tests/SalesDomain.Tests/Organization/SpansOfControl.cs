using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using SalesDomain.Tests.Hierarchies;
using Xunit;

namespace SalesDomain.Tests.Organization;

public sealed class SpansOfControl
{
    private static readonly LocalDate s_day = new(2026, 3, 31);

    // A over B, C and D; B over E, F and G; C over H. Nobody is in C or G.
    private static readonly SalesForce s_force = SalesForce.Of(
        Hierarchy.Of([.. "BA CA DA EB FB GB HC".Split(' ').Select(link => (P(link[0]), P(link[1])))]),
        Assignments.Of([.. "ABDEFH".Select(code => (P(code), new SalespersonId("S" + code), DateSpan.Always))]),
        Assignments.Empty<TerritoryId, PositionId>());

    [Fact]
    public void A_span_is_counted_in_positions_and_in_people()
    {
        var spans = s_force.SpanOfControl(s_day);

        // H reports to C, which is vacant, and so to A.
        Assert.Equal(
            [
                "A (SA): 3 people, 3 positions, 1 vacant", "B (SB): 2 people, 3 positions, 1 vacant",
                "C (vacant): 0 people, 1 led from above, 1 positions, 0 vacant",
            ],
            spans.Lines.Select(line => line.ToString()));
        Assert.Equal(2.5m, spans.Average);
        Assert.Equal(P('A'), spans.Largest!.Position);
        Assert.Equal(3, spans.Levels);
        Tampering.EveryChangeIsNamed(spans.Explain());
    }

    [Fact]
    public void Those_below_a_vacant_position_count_once_with_who_leads_them()
    {
        var spans = s_force.SpanOfControl(s_day);

        // B, D and H with A; E and F with B.
        Assert.Equal(5, spans.Lines.Sum(line => line.People));
        Assert.Equal([3, 2, 0], spans.Lines.Select(line => line.People));
        Assert.Equal([3, 2, 1], spans.Lines.Select(line => line.PeopleBelow));
    }

    [Fact]
    public void A_level_has_an_average_and_a_norm_of_its_own()
    {
        var spans = s_force.SpanOfControl(s_day);

        Assert.Equal([1, 2, 2], spans.Lines.Select(line => line.Level));
        Assert.Equal([3m, 2m, null], new[] { 1, 2, 3 }.Select(level => spans.AtLevel(level).Average));
        Assert.Empty(spans.AtLevel(1).OutsideRange(3, 8));
        Assert.Equal(
            "span.too-narrow (position B, people 2, least 3, positions 3, vacant 1)",
            Assert.Single(spans.AtLevel(2).OutsideRange(3, 8)).ToString());
        Assert.Equal((3, P('B')), (spans.AtLevel(2).Levels, spans.AtLevel(2).Largest!.Position));
        Tampering.EveryChangeIsNamed(spans.AtLevel(2).Explain());
        Assert.Throws<ArgumentOutOfRangeException>("level", () => spans.AtLevel(0));
    }

    [Fact]
    public void A_span_at_either_bound_is_within_the_range()
    {
        var spans = s_force.SpanOfControl(s_day);

        Assert.Empty(spans.OutsideRange(2, 3));
        Assert.Equal(
            "span.too-wide (position A, people 3, most 2, positions 3, vacant 1)", Assert.Single(spans.OutsideRange(2, 2)).ToString());
        Assert.Equal(
            "span.too-narrow (position B, people 2, least 3, positions 3, vacant 1)", Assert.Single(spans.OutsideRange(3, 3)).ToString());
        Assert.Throws<ArgumentOutOfRangeException>("least", () => spans.OutsideRange(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>("most", () => spans.OutsideRange(3, 2));
    }

    [Fact]
    public void Without_managers_there_is_no_average()
    {
        var none = s_force.WithPositions(Hierarchy.Empty<PositionId>().WithRoot(P('A'))).SpanOfControl(s_day);

        Assert.Null(none.Average);
        Assert.Null(none.Largest);
        Assert.Equal(1, none.Levels);
        Assert.Empty(none.OutsideRange(1, 1));
        Assert.Equal(Figure.Absent, none.Explain().Value);
        Assert.Equal(0, s_force.WithPositions(Hierarchy.Empty<PositionId>()).SpanOfControl(s_day).Levels);
    }

    [Property]
    public Property Who_reports_to_a_filled_position_has_it_as_manager_and_each_counts_once() =>
        Prop.ForAll(HierarchySample.Any, Filled, Gen.Elements(HierarchySample.Days).ToArbitrary(), (sample, filled, day) =>
        {
            var positions = Hierarchy.Of(
                [.. sample.LinksRead.Select(link => (P((char)('A' + link.Child)), P((char)('A' + link.Parent)), link.Span))]);
            var people = Assignments.Of([.. Enumerable.Range(0, HierarchySample.Nodes).Where(node => (filled & (1 << node)) != 0)
                .Select(node => (P((char)('A' + node)), new SalespersonId("S" + (char)('A' + node)), DateSpan.Always))]);
            var force = SalesForce.Of(positions, people, Assignments.Empty<TerritoryId, PositionId>());
            var nodes = positions.NodesOn(day);
            var spans = force.SpanOfControl(day);
            var isFilled = new HashSet<PositionId>(people.Subjects);
            return nodes.Where(isFilled.Contains).All(manager => force.ReportsOf(manager, day).OrderBy(each => each)
                    .SequenceEqual(nodes.Where(each => isFilled.Contains(each) && force.ManagerOf(each, day).Position == manager)
                        .OrderBy(each => each)))
                && spans.Explain().IsVerified
                && spans.Lines.Sum(line => line.People)
                    == nodes.Count(each => isFilled.Contains(each) && force.ManagerOf(each, day).Position is not null)
                && spans.Lines.All(line => line.Level == positions.AncestorsOf(line.Position, day).Count + 1)
                && Enumerable.Range(1, spans.Levels).SelectMany(level => spans.AtLevel(level).Lines).Count() == spans.Lines.Count
                && spans.Levels == (nodes.Count == 0 ? 0 : nodes.Max(each => positions.AncestorsOf(each, day).Count) + 1);
        });

    private static Arbitrary<int> Filled => Gen.Choose(0, (1 << HierarchySample.Nodes) - 1).ToArbitrary();

    private static PositionId P(char code) => new(code.ToString());
}
