namespace SalesDomain.Organization;

/// <summary>A territory against the average one, with every figure on the way.</summary>
internal readonly struct TerritoryIndex
{
    internal TerritoryIndex(decimal here, decimal all, int territories)
    {
        (Here, All) = (here, all);
        AsIfAll = here * territories;
        Ratio = all > 0m ? Percentage.Ratio(AsIfAll, all) : null;
    }

    internal decimal Here { get; }

    internal decimal All { get; }

    internal decimal AsIfAll { get; }

    internal Percentage? Ratio { get; }
}
