namespace SalesDomain.Rebates;

/// <summary>What one running sum is of: a measure of the lines in a scope, within that of the agreement.</summary>
internal sealed record SumKey(Measure Measure, Scope Scope)
{
    internal bool IsOfEverything { get; } = Scope == Scope.Everything;
}
