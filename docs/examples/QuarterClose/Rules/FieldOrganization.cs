using System.Collections.Generic;
using SalesDomain;
using SalesDomain.Organization;

namespace QuarterClose.Rules;

/// <summary>
/// Who reports to whom, the regions with their territories, and who has which. The data know no dates: what they say holds always.
/// </summary>
public sealed record FieldOrganization(
    Hierarchy<SalespersonId> Reports, IReadOnlyList<Region> Regions, Assignments<TerritoryId, SalespersonId> Holders);
