using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>A territory: a code, and a name that need not be its own (New York has two).</summary>
public sealed record Territory(TerritoryId Id, string Name)
{
    public override string ToString() => Id + " " + Name;
}
