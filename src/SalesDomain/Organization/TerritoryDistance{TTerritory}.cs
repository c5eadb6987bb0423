using System;

namespace SalesDomain.Organization;

/// <summary>How far a territory is from the mean, times the number of territories.</summary>
internal sealed class TerritoryDistance<TTerritory>
    where TTerritory : notnull
{
    internal TerritoryDistance(TerritoryTotals<TTerritory> totals, decimal here, int territories, decimal all, decimal allowed)
    {
        (Totals, Here) = (totals, here);
        AsIfAll = here * territories;
        Above = AsIfAll - all;
        Below = all - AsIfAll;
        Distance = Math.Max(Above, Below);
        IsWithin = Distance <= allowed;
    }

    internal TerritoryTotals<TTerritory> Totals { get; }

    internal decimal Here { get; }

    internal decimal AsIfAll { get; }

    internal decimal Above { get; }

    internal decimal Below { get; }

    internal decimal Distance { get; }

    internal bool IsWithin { get; }
}
