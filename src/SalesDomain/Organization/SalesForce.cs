using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>
/// The field organisation in the course of time: positions under positions, people in positions, territories with positions. It answers for
/// any day who leads whom, who answers for what, and what is vacant.
/// </summary>
/// <remarks>
/// <para>
/// Reports, quotas and territories hang on the position, which stays when its holder goes. A vacant position keeps its place in the
/// hierarchy, and whoever asks for a manager is sent past it to the next filled position above, with the vacant ones named.
/// </para>
/// <para>The three parts may disagree, as real data do: a position that somebody holds and that is not in the hierarchy on the day is found
/// by
/// <see cref="UnplacedOn"/>.</para>
/// <para>Immutable; equality is by the three parts.</para>
/// </remarks>
public sealed partial class SalesForce : IEquatable<SalesForce>
{
    private SalesForce(
        Hierarchy<PositionId> positions, Assignments<PositionId, SalespersonId> people, Assignments<TerritoryId, PositionId> territories)
    {
        Positions = positions;
        People = people;
        Territories = territories;
    }

    /// <summary>Which position is under which.</summary>
    public Hierarchy<PositionId> Positions { get; }

    /// <summary>Who is in which position.</summary>
    public Assignments<PositionId, SalespersonId> People { get; }

    /// <summary>Which position has which territory.</summary>
    public Assignments<TerritoryId, PositionId> Territories { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A sales force.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(SalesForce? left, SalesForce? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A sales force.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(SalesForce? left, SalesForce? right) => !(left == right);

    /// <summary>A sales force of its three parts.</summary>
    /// <param name="positions">Which position is under which.</param>
    /// <param name="people">Who is in which position.</param>
    /// <param name="territories">Which position has which territory.</param>
    /// <returns>The sales force.</returns>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    public static SalesForce Of(
        Hierarchy<PositionId> positions, Assignments<PositionId, SalespersonId> people, Assignments<TerritoryId, PositionId> territories) =>
        new(Guard.Against.Null(positions), Guard.Against.Null(people), Guard.Against.Null(territories));

    /// <summary>The sales force with other positions.</summary>
    /// <param name="positions">Which position is under which.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="positions"/> is null.</exception>
    public SalesForce WithPositions(Hierarchy<PositionId> positions) => new(Guard.Against.Null(positions), People, Territories);

    /// <summary>The sales force with other people.</summary>
    /// <param name="people">Who is in which position.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="people"/> is null.</exception>
    public SalesForce WithPeople(Assignments<PositionId, SalespersonId> people) => new(Positions, Guard.Against.Null(people), Territories);

    /// <summary>The sales force with other territories.</summary>
    /// <param name="territories">Which position has which territory.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="territories"/> is null.</exception>
    public SalesForce WithTerritories(Assignments<TerritoryId, PositionId> territories) =>
        new(Positions, People, Guard.Against.Null(territories));

    /// <summary>Who leads a position on a day: the next filled position above it.</summary>
    /// <param name="position">The position.</param>
    /// <param name="on">The day.</param>
    /// <returns>The position above that somebody is in, with the vacant ones between; none when all above are vacant or nothing is
    /// above.</returns>
    /// <exception cref="ArgumentException"><paramref name="position"/> is the default value, or <paramref name="on"/> is not of the ISO
    /// calendar.</exception>
    public ResponsiblePosition ManagerOf(PositionId position, LocalDate on) =>
        Upward(Identifier.Given(position), Above(position, Guard.Against.OtherCalendar(on)), on, except: null);

    /// <summary>Who leads a person on a day, in each position that the person is in.</summary>
    /// <param name="salesperson">The person.</param>
    /// <param name="on">The day.</param>
    /// <returns>
    /// For each position of the person the next one above that somebody else is in; who acts for the own manager is not led by himself.
    /// None for a person in no position.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="salesperson"/> is the default value, or <paramref name="on"/> is not of the ISO
    /// calendar.</exception>
    public IReadOnlyList<ResponsiblePosition> ManagersOf(SalespersonId salesperson, LocalDate on) =>
        Array.AsReadOnly(PositionsOf(Identifier.Given(salesperson), on)
            .Select(position => Upward(position, Above(position, on), on, salesperson)).ToArray());

    /// <summary>Who answers for a territory on a day: for each position that has it, who is in it, or else who is in the next filled one
    /// above.</summary>
    /// <param name="territory">The territory.</param>
    /// <param name="on">The day.</param>
    /// <returns>One answer for each position that has the territory; none when no position has it.</returns>
    /// <exception cref="ArgumentException"><paramref name="territory"/> is the default value, or <paramref name="on"/> is not of the ISO
    /// calendar.</exception>
    public IReadOnlyList<ResponsiblePosition> ResponsibleFor(TerritoryId territory, LocalDate on) =>
        Array.AsReadOnly(Territories.HoldersOf(Identifier.Given(territory), on)
            .Select(each => Upward(each.Holder, each.Holder, on, except: null)).ToArray());

    /// <summary>The positions that report to a position on a day: below it the nearest that are filled, past vacant ones.</summary>
    /// <param name="position">The position.</param>
    /// <param name="on">The day.</param>
    /// <returns>The filled positions, depth first; <see cref="ManagerOf"/> of each is the position, if somebody is in it.</returns>
    /// <exception cref="ArgumentException"><paramref name="position"/> is the default value, or <paramref name="on"/> is not of the ISO
    /// calendar.</exception>
    public IReadOnlyList<PositionId> ReportsOf(PositionId position, LocalDate on)
    {
        Identifier.Given(position);
        Guard.Against.OtherCalendar(on);
        var filled = new List<PositionId>();
        AddReports(position, on, filled);
        return filled.AsReadOnly();
    }

    /// <summary>The people whom a person leads on a day without anybody between.</summary>
    /// <param name="salesperson">The person.</param>
    /// <param name="on">The day.</param>
    /// <returns>Who is in the positions that report to any position of the person, each once and not the person.</returns>
    /// <exception cref="ArgumentException"><paramref name="salesperson"/> is the default value, or <paramref name="on"/> is not of the ISO
    /// calendar.</exception>
    public IReadOnlyList<SalespersonId> DirectTeamOf(SalespersonId salesperson, LocalDate on) =>
        In(salesperson, on, position => ReportsOf(position, on));

    /// <summary>All people below a person on a day, however many levels down.</summary>
    /// <param name="salesperson">The person.</param>
    /// <param name="on">The day.</param>
    /// <returns>Who is in the positions below any position of the person, each once and not the person.</returns>
    /// <exception cref="ArgumentException"><paramref name="salesperson"/> is the default value, or <paramref name="on"/> is not of the ISO
    /// calendar.</exception>
    public IReadOnlyList<SalespersonId> WholeTeamOf(SalespersonId salesperson, LocalDate on) =>
        In(salesperson, on, position => Positions.DescendantsOf(position, on));

    /// <summary>Whether the other has the same parts.</summary>
    /// <param name="other">The sales force to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(SalesForce? other) =>
        other is not null && Positions == other.Positions && People == other.People && Territories == other.Territories;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as SalesForce);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Positions.GetHashCode(), People.GetHashCode(), Territories.GetHashCode());

    /// <summary>How much there is of each part: <c>9 positions, 12 assignments of people, 49 assignments of territories</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(Positions.Nodes.Count) + " positions, " + InvariantText.Number(People.All.Count) + " assignments of people, "
        + InvariantText.Number(Territories.All.Count) + " assignments of territories";

    internal bool IsFilled(PositionId position, LocalDate on) => People.HoldersOf(position, on).Count > 0;

    internal IEnumerable<SalespersonId> PeopleIn(PositionId position, LocalDate on) =>
        People.HoldersOf(position, on).Select(each => each.Holder);

    private PositionId? Above(PositionId position, LocalDate on) => Positions.TryParentOf(position, on, out var above) ? above : null;

    private IEnumerable<PositionId> PositionsOf(SalespersonId salesperson, LocalDate on) =>
        People.HeldBy(salesperson, on).Select(each => each.Subject);

    private ResponsiblePosition Upward(PositionId asked, PositionId? from, LocalDate on, SalespersonId? except)
    {
        var passedOver = new List<PositionId>();
        for (var at = from; at is { } here; at = Above(here, on))
        {
            var people = PeopleIn(here, on).Where(each => each != except).ToArray();
            if (people.Length > 0)
                return new ResponsiblePosition(asked, here, people, [.. passedOver]);

            passedOver.Add(here);
        }

        return new ResponsiblePosition(asked, null, [], [.. passedOver]);
    }

    private void AddReports(PositionId position, LocalDate on, List<PositionId> filled)
    {
        foreach (var below in Positions.ChildrenOf(position, on))
        {
            if (IsFilled(below, on))
                filled.Add(below);
            else
                AddReports(below, on, filled);
        }
    }

    private ReadOnlyCollection<SalespersonId> In(SalespersonId salesperson, LocalDate on, Func<PositionId, IEnumerable<PositionId>> below)
    {
        Identifier.Given(salesperson);
        return Array.AsReadOnly(PositionsOf(salesperson, on).SelectMany(below).SelectMany(position => PeopleIn(position, on))
            .Where(each => each != salesperson).Distinct().ToArray());
    }
}
