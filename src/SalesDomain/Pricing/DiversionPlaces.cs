using System.Collections.Generic;
using NodaTime;
using SalesDomain.Organization;

namespace SalesDomain.Pricing;

/// <summary>Who has a place on a day: by its own assignment, or else by that of the nearest place above it that anybody has.</summary>
internal sealed class DiversionPlaces
{
    private readonly Assignments<TerritoryId, CustomerId> _areas;
    private readonly Hierarchy<TerritoryId>? _above;

    internal DiversionPlaces(Assignments<TerritoryId, CustomerId> areas, Hierarchy<TerritoryId>? above)
    {
        _areas = areas;
        _above = above;
    }

    internal IReadOnlyList<Assignment<TerritoryId, CustomerId>> HoldersOf(TerritoryId place, LocalDate on)
    {
        var holders = _areas.HoldersOf(place, on);
        while (holders.Count == 0 && TryAbove(ref place, on))
            holders = _areas.HoldersOf(place, on);
        return holders;
    }

    internal bool Holds(TerritoryId place, CustomerId dealer, LocalDate on)
    {
        foreach (var assignment in HoldersOf(place, on))
        {
            if (assignment.Holder == dealer)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether goods for one place were for another: it is that, or lies in it and nobody has a part of it with the place.
    /// </summary>
    internal bool IsMeant(TerritoryId meantFor, TerritoryId place, LocalDate on)
    {
        while (place != meantFor)
        {
            if (_areas.HoldersOf(place, on).Count > 0 || !TryAbove(ref place, on))
                return false;
        }

        return true;
    }

    /// <summary>Whether any assignment is of the place, or of one above it on the day.</summary>
    internal bool IsKnown(TerritoryId place, LocalDate on)
    {
        do
        {
            if (_areas.HistoryOf(place).Count > 0)
                return true;
        }
        while (TryAbove(ref place, on));
        return false;
    }

    private bool TryAbove(ref TerritoryId place, LocalDate on)
    {
        if (_above is null || !_above.TryParentOf(place, on, out var parent))
            return false;

        place = parent;
        return true;
    }
}
