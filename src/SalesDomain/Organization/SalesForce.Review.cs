using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

public sealed partial class SalesForce
{
    /// <summary>The positions that nobody is in on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The vacant positions of the hierarchy, depth first.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public IReadOnlyList<PositionId> VacantOn(LocalDate on) => PositionsWhere(on, position => !IsFilled(position, on));

    /// <summary>The positions that more than one is in on a day: shared, or handed over with both still in.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The positions of the hierarchy, depth first.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public IReadOnlyList<PositionId> SharedOn(LocalDate on) => PositionsWhere(on, position => People.HoldersOf(position, on).Count > 1);

    /// <summary>The people who are in more than one position on a day: acting for another, or moved without having been taken
    /// out.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The people, in the order of first mention.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public IReadOnlyList<SalespersonId> InSeveralPositionsOn(LocalDate on)
    {
        Guard.Against.OtherCalendar(on);
        return Array.AsReadOnly(People.Holders.Where(person => People.HeldBy(person, on).Count > 1).ToArray());
    }

    /// <summary>The positions that somebody is in or that have a territory on a day on which they are not in the hierarchy: nobody leads
    /// them.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The positions, those with people first.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public IReadOnlyList<PositionId> UnplacedOn(LocalDate on)
    {
        Guard.Against.OtherCalendar(on);
        return Array.AsReadOnly(People.Subjects.Where(position => IsFilled(position, on))
            .Concat(Territories.Holders.Where(position => Territories.HeldBy(position, on).Count > 0))
            .Distinct().Where(position => !Positions.Contains(position, on)).ToArray());
    }

    /// <summary>The territories of a list that nobody works on a day: no position has them, or nobody is in the position.</summary>
    /// <param name="territories">The territories that ought to be worked; some may never have had a position.</param>
    /// <param name="on">The day.</param>
    /// <returns>The territories, in the order given. That somebody above answers for one (<see cref="ResponsibleFor"/>) does not take it
    /// out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="territories"/> is null.</exception>
    /// <exception cref="ArgumentException">A territory is the default value, or <paramref name="on"/> is not of the ISO
    /// calendar.</exception>
    public IReadOnlyList<TerritoryId> UnworkedOn(IEnumerable<TerritoryId> territories, LocalDate on)
    {
        Guard.Against.OtherCalendar(on);
        Guard.Against.Null(territories);
        return Array.AsReadOnly(territories.Where(territory =>
            !Territories.HoldersOf(Identifier.Given(territory, nameof(territories)), on).Any(each => IsFilled(each.Holder, on))).ToArray());
    }

    /// <summary>How many each manager leads on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The spans of control of all positions that have others below them.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public SpanOfControl SpanOfControl(LocalDate on) => new(this, Guard.Against.OtherCalendar(on));

    /// <summary>The positions of which the place, the people or the territories are not the same on a later day as on an earlier
    /// one.</summary>
    /// <param name="earlier">A day.</param>
    /// <param name="later">A day not before it.</param>
    /// <returns>The changes: positions of the hierarchy in the order of first mention, then those that are in none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="later"/> is before <paramref name="earlier"/>.</exception>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    public IReadOnlyList<PositionChange> ChangesBetween(LocalDate earlier, LocalDate later)
    {
        Guard.Against.OtherCalendar(earlier);
        if (Guard.Against.OtherCalendar(later) < earlier)
            throw Guards.OutOfRange(nameof(later), InvariantText.Date(later), "must not be before " + InvariantText.Date(earlier));

        return Array.AsReadOnly(Positions.Nodes.Concat(People.Subjects).Concat(Territories.Holders).Distinct()
            .Select(position => new PositionChange(position, StateOf(position, earlier), StateOf(position, later)))
            .Where(change => change.Before != change.After).ToArray());
    }

    private PositionState StateOf(PositionId position, LocalDate on) =>
        new(Positions.Contains(position, on), Above(position, on), [.. PeopleIn(position, on)],
            [.. Territories.HeldBy(position, on).Select(each => each.Subject)]);

    private ReadOnlyCollection<PositionId> PositionsWhere(LocalDate on, Func<PositionId, bool> condition) =>
        Array.AsReadOnly(Positions.NodesOn(on).Where(condition).ToArray());
}
