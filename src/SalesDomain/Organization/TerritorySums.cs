namespace SalesDomain.Organization;

/// <summary>What the accounts of a territory add up to, as plain numbers.</summary>
internal readonly struct TerritorySums(int accounts, decimal potential, decimal sales, decimal calls, decimal minutes)
{
    internal int Accounts { get; } = accounts;

    internal decimal Potential { get; } = potential;

    internal decimal Sales { get; } = sales;

    internal decimal Calls { get; } = calls;

    internal decimal Minutes { get; } = minutes;

    internal static TerritorySums Of<TAccount>(AccountProfile<TAccount> profile)
        where TAccount : notnull =>
        new(1, profile.Potential.Amount, profile.Sales.Amount, profile.Workload.Calls, profile.Workload.Minutes);

    internal TerritorySums Plus(TerritorySums other) =>
        new(Accounts + other.Accounts, Potential + other.Potential, Sales + other.Sales, Calls + other.Calls, Minutes + other.Minutes);

    internal TerritorySums Less(TerritorySums other) =>
        new(Accounts - other.Accounts, Potential - other.Potential, Sales - other.Sales, Calls - other.Calls, Minutes - other.Minutes);

    internal decimal By(AlignmentMeasure measure) =>
        measure switch
        {
            AlignmentMeasure.Workload => Minutes,
            AlignmentMeasure.Calls => Calls,
            AlignmentMeasure.Potential => Potential,
            AlignmentMeasure.Sales => Sales,
            _ => Accounts,
        };
}
