using System;
using System.Linq;
using NodaTime;
using NodaTime.Text;
using SalesDomain.Organization;
using SalesDomain.Tests.Cases;
using Xunit;

namespace SalesDomain.Tests.Organization;

public sealed class FieldOrganisation
{
    private static readonly LocalDate s_day = new(2026, 3, 31);
    private static readonly LocalDate s_next = new(2026, 4, 1);

    // Head over East and West, East over E1 and E2. Nobody is in East from April on.
    private static readonly SalesForce s_force = SalesForce.Of(
        Hierarchy.Of((P("E1"), P("East")), (P("E2"), P("East")), (P("East"), P("Head")), (P("West"), P("Head"))),
        Assignments.Of(
            (P("Head"), S("He"), DateSpan.Always), (P("East"), S("Ma"), DateSpan.Until(s_day)), (P("E1"), S("Li"), DateSpan.Always),
            (P("E2"), S("Wu"), DateSpan.Always), (P("West"), S("Xu"), DateSpan.From(s_next))),
        Assignments.Of((T("1"), P("E1"), DateSpan.Always), (T("2"), P("East"), DateSpan.Always)));

    [Fact]
    public void The_manager_is_in_the_next_filled_position_and_the_vacant_ones_are_named()
    {
        Assert.Equal("East (Ma)", s_force.ManagerOf(P("E1"), s_day).ToString());
        Assert.Equal("Head (He), past East", s_force.ManagerOf(P("E1"), s_next).ToString());
        Assert.Equal("nobody", s_force.ManagerOf(P("Head"), s_day).ToString());

        var manager = Assert.Single(s_force.ManagersOf(S("Li"), s_next));
        Assert.Equal((P("E1"), P("Head")), (manager.Asked, manager.Position!.Value));
        Assert.Equal([S("He")], manager.People);
        Assert.Equal([P("East")], manager.PassedOver);
        Assert.Empty(s_force.ManagersOf(S("Zu"), s_day));
    }

    [Fact]
    public void When_all_above_are_vacant_nobody_leads() =>
        Assert.Equal(
            "nobody, past East, Head",
            s_force.WithPeople(Assignments.Of((P("E1"), S("Li"), DateSpan.Always))).ManagerOf(P("E1"), s_day).ToString());

    // Acting for the own manager: he is not led by himself.
    [Fact]
    public void Who_acts_for_the_own_manager_is_led_by_the_next_above()
    {
        var acting = s_force.WithPeople(s_force.People.Move(P("East"), S("Li"), s_next));

        Assert.Equal(
            ["Head (He), past East", "Head (He)"],
            acting.ManagersOf(S("Li"), s_next).Select(each => each.ToString()).OrderByDescending(each => each.Length));
        Assert.Equal("East (Li)", acting.ManagerOf(P("E1"), s_next).ToString());
        Assert.Equal([S("Li")], acting.InSeveralPositionsOn(s_next));
        Assert.Empty(acting.InSeveralPositionsOn(s_day));
        Assert.Equal([S("Wu")], acting.DirectTeamOf(S("Li"), s_next));
    }

    [Fact]
    public void A_team_counts_past_vacant_positions()
    {
        Assert.Equal([S("Ma")], s_force.DirectTeamOf(S("He"), s_day));
        Assert.Equal([S("Li"), S("Wu"), S("Xu")], s_force.DirectTeamOf(S("He"), s_next));
        Assert.Equal([S("Ma"), S("Li"), S("Wu")], s_force.WholeTeamOf(S("He"), s_day));
        Assert.Equal([P("E1"), P("E2"), P("West")], s_force.ReportsOf(P("Head"), s_next));
        Assert.Empty(s_force.DirectTeamOf(S("Li"), s_day));
        Assert.Empty(s_force.WholeTeamOf(S("Zu"), s_day));
    }

    [Fact]
    public void For_a_territory_answers_who_has_it_or_who_is_above()
    {
        Assert.Equal("E1 (Li)", Assert.Single(s_force.ResponsibleFor(T("1"), s_next)).ToString());
        Assert.Equal("East (Ma)", Assert.Single(s_force.ResponsibleFor(T("2"), s_day)).ToString());
        Assert.Equal("Head (He), past East", Assert.Single(s_force.ResponsibleFor(T("2"), s_next)).ToString());
        Assert.Empty(s_force.ResponsibleFor(T("9"), s_day));
    }

    [Fact]
    public void A_territory_of_a_vacant_position_is_worked_by_nobody()
    {
        Assert.Equal([T("9")], s_force.UnworkedOn([T("1"), T("2"), T("9")], s_day));
        Assert.Equal([T("2"), T("9")], s_force.UnworkedOn([T("1"), T("2"), T("9")], s_next));
    }

    [Fact]
    public void Vacant_shared_and_unplaced_positions_are_seen()
    {
        Assert.Equal([P("West")], s_force.VacantOn(s_day));
        Assert.Equal([P("East")], s_force.VacantOn(s_next));
        Assert.Empty(s_force.SharedOn(s_day));
        Assert.Empty(s_force.UnplacedOn(s_day));

        var mended = s_force
            .WithPeople(
                s_force.People.With(
                    Assignment.Of(P("E1"), S("Zu"), DateSpan.From(s_next)), Assignment.Of(P("North"), S("Ko"), DateSpan.Always)))
            .WithTerritories(s_force.Territories.With(Assignment.Of(T("3"), P("South"), DateSpan.From(s_next))));
        Assert.Equal([P("E1")], mended.SharedOn(s_next));
        Assert.Empty(mended.SharedOn(s_day));
        Assert.Equal([P("North")], mended.UnplacedOn(s_day));
        Assert.Equal([P("North"), P("South")], mended.UnplacedOn(s_next));
    }

    [Fact]
    public void Changes_between_two_days_are_told_position_by_position()
    {
        var changed = s_force.WithPositions(s_force.Positions.Move(P("E2"), P("West"), s_next));

        Assert.Equal(
            ["East: under Head, held by Ma, with 2 to under Head, vacant, with 2", "E2: under East, held by Wu to under West, held by Wu",
                "West: under Head, vacant to under Head, held by Xu"],
            changed.ChangesBetween(s_day, s_next).Select(change => change.ToString()));
        Assert.Empty(changed.ChangesBetween(s_next, s_next));
        TestHelper.TestEqualsClass(
            changed.ChangesBetween(s_day, s_next)[0], changed.ChangesBetween(s_day, s_next)[0], changed.ChangesBetween(s_day, s_next)[1]);
        Assert.Equal(P("East"), changed.ChangesBetween(s_day, s_next)[1].Before.Above);
    }

    // Northwind: employees.csv (reports_to), territories.csv and employee_territories.csv.
    [Fact]
    public void Northwind_reports_to_its_vice_president()
    {
        var employees = DataFile.Rows("northwind/employees.csv", ',').Skip(1).ToArray();
        var territories = DataFile.Rows("northwind/employee_territories.csv", ',').Skip(1).ToArray();
        var force = SalesForce.Of(
            Hierarchy.Of(
                [
                    .. employees.Where(row => Last(row, 1).Length > 0)
                    .Select(row => (P(row[0]), P(Last(row, 1)), DateSpan.From(Day(Last(row, 4))))),
                ]),
            Assignments.Of([.. employees.Select(row => (P(row[0]), S(row[0]), DateSpan.From(Day(Last(row, 4)))))]),
            Assignments.Of([.. territories.Select(row => (T(row[1]), P(row[0]), DateSpan.Always))]));
        var day = new LocalDate(1998, 3, 31);

        Assert.Equal("5 (5)", force.ManagerOf(P("6"), day).ToString());
        Assert.Equal([S("1"), S("3"), S("4"), S("5"), S("8")], force.DirectTeamOf(S("2"), day));
        Assert.Equal(8, force.WholeTeamOf(S("2"), day).Count);
        Assert.Equal(
            ["2 (2): 5 people, 5 positions, 0 vacant", "5 (5): 3 people, 3 positions, 0 vacant"],
            force.SpanOfControl(day).Lines.Select(line => line.ToString()));
        Assert.Equal((4m, 3), (force.SpanOfControl(day).Average!.Value, force.SpanOfControl(day).Levels));
        Assert.Empty(force.VacantOn(day));
        Assert.Empty(force.UnplacedOn(day));
        Assert.Equal(49, force.Territories.Subjects.Count);
        Assert.Empty(force.UnworkedOn(force.Territories.Subjects, day));

        // Before Buchanan came on 1993-10-17, Leverling reported to a vice president who himself came on 1992-08-14.
        Assert.Equal("nobody, past 2", force.ManagerOf(P("3"), new LocalDate(1992, 8, 13)).ToString());
        Assert.Equal("2 (2)", force.ManagerOf(P("3"), new LocalDate(1992, 8, 14)).ToString());

        // Four of the 53 territories nobody has been given.
        var all = DataFile.Rows("northwind/territories.csv", ',').Skip(1).Select(row => T(row[0])).ToArray();
        Assert.Equal(["29202", "72716", "75234", "78759"], force.UnworkedOn(all, day).Select(territory => territory.Code));
    }

    [Fact]
    public void Default_identifiers_and_days_of_another_calendar_are_refused()
    {
        var julian = s_day.WithCalendar(CalendarSystem.Julian);

        Assert.Throws<ArgumentException>("position", () => s_force.ManagerOf(default, s_day));
        Assert.Throws<ArgumentException>("on", () => s_force.ManagerOf(P("E1"), julian));
        Assert.Throws<ArgumentException>("salesperson", () => s_force.ManagersOf(default, s_day));
        Assert.Throws<ArgumentException>("on", () => s_force.ManagersOf(S("Li"), julian));
        Assert.Throws<ArgumentException>("territory", () => s_force.ResponsibleFor(default, s_day));
        Assert.Throws<ArgumentException>("on", () => s_force.ReportsOf(P("E1"), julian));
        Assert.Throws<ArgumentException>("salesperson", () => s_force.DirectTeamOf(default, s_day));
        Assert.Throws<ArgumentException>("on", () => s_force.VacantOn(julian));
        Assert.Throws<ArgumentException>("on", () => s_force.UnplacedOn(julian));
        Assert.Throws<ArgumentException>("territories", () => s_force.UnworkedOn([default], s_day));
        Assert.Throws<ArgumentException>("on", () => s_force.SpanOfControl(julian));
        Assert.Throws<ArgumentException>("later", () => s_force.ChangesBetween(s_day, julian));
        Assert.Throws<ArgumentOutOfRangeException>("later", () => s_force.ChangesBetween(s_next, s_day));
    }

    [Fact]
    public void Equality_is_by_the_three_parts() =>
        TestHelper.TestEqualsClass(
            s_force, SalesForce.Of(s_force.Positions, s_force.People, s_force.Territories),
            s_force.WithPositions(Hierarchy.Empty<PositionId>()), s_force.WithPeople(Assignments.Empty<PositionId, SalespersonId>()),
            s_force.WithTerritories(Assignments.Empty<TerritoryId, PositionId>()));

    // A field with a comma in it stands between the first columns and the last.
    private static string Last(string[] row, int fromEnd) => row[row.Length - fromEnd];

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static PositionId P(string code) => new(code);

    private static SalespersonId S(string code) => new(code);

    private static TerritoryId T(string code) => new(code);
}
