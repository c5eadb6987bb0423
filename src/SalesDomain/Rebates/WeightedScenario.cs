namespace SalesDomain.Rebates;

/// <summary>A scenario and both of its figures × its probability.</summary>
internal readonly struct WeightedScenario
{
    internal WeightedScenario(decimal sold, Money entitlement, Percentage probability, decimal sales, Money earned)
    {
        Sold = sold;
        Entitlement = entitlement;
        Probability = probability;
        Sales = sales;
        Earned = earned;
    }

    internal decimal Sold { get; }

    internal Money Entitlement { get; }

    internal Percentage Probability { get; }

    internal decimal Sales { get; }

    internal Money Earned { get; }
}
