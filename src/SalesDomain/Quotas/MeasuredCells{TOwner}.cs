namespace SalesDomain.Quotas;

/// <summary>What one rule makes of the cells of a plan: all its facts, those in cells and not, and the sum of each cell.</summary>
internal sealed class MeasuredCells<TOwner>(
    Actuals<TOwner> actuals, ActualSum inCells, ActualSum outsideCells, ActualSum[] sums)
    where TOwner : notnull
{
    internal Actuals<TOwner> Actuals { get; } = actuals;

    internal ActualSum InCells { get; } = inCells;

    internal ActualSum OutsideCells { get; } = outsideCells;

    /// <summary>One for each cell, in the order in which they were given.</summary>
    internal ActualSum[] Sums { get; } = sums;
}
