namespace SalesDomain.Organization;

/// <summary>In what the sums of an alignment are: the measures of potential and sales, told by any amount of them.</summary>
internal readonly struct AlignmentScale(Measured anyPotential, Measured anySales)
{
    internal Measured Potential(decimal amount) => anyPotential.With(amount);

    internal Measured Sales(decimal amount) => anySales.With(amount);

    internal Figure Figure(AlignmentMeasure measure, decimal amount) =>
        measure switch
        {
            AlignmentMeasure.Potential => Potential(amount).Value,
            AlignmentMeasure.Sales => Sales(amount).Value,
            _ => amount,
        };

    internal static string Name(AlignmentMeasure measure) =>
        measure switch
        {
            AlignmentMeasure.Workload => "workload in minutes",
            AlignmentMeasure.Calls => "calls",
            AlignmentMeasure.Potential => "potential",
            AlignmentMeasure.Sales => "sales",
            _ => "accounts",
        };
}
