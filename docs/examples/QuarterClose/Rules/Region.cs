using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using SalesDomain.Organization;

namespace QuarterClose.Rules;

/// <summary>A region and its territories, in the order of the file.</summary>
public sealed record Region(string Name, IReadOnlyList<Territory> Territories)
{
    /// <summary>The territories that nobody has on some day of a span.</summary>
    public IEnumerable<Territory> Open(Assignments<TerritoryId, SalespersonId> holders, DateSpan over) =>
        Territories.Where(territory => holders.Gaps([territory.Id], over).Count > 0);

    /// <summary>The territories that several have on one day of a span.</summary>
    public IEnumerable<Territory> Shared(Assignments<TerritoryId, SalespersonId> holders, DateSpan over) =>
        Territories.Where(territory => holders.Coverage(territory.Id, over).Any(slice => slice.Assignments.Count > 1));

    /// <summary>Everybody who has a territory of the region on some day of a span.</summary>
    public IEnumerable<SalespersonId> People(Assignments<TerritoryId, SalespersonId> holders, DateSpan over) =>
        Territories.SelectMany(territory => holders.Coverage(territory.Id, over)).SelectMany(slice => slice.Assignments)
            .Select(each => each.Holder).Distinct();
}
