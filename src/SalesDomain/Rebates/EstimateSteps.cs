namespace SalesDomain.Rebates;

/// <summary>Every figure on the way from scenarios and sales to date to what is accrued.</summary>
internal readonly struct EstimateSteps
{
    internal EstimateSteps(
        decimal soldToDate, Money expected, WeightedScenario[] weighted, Money product, decimal expectedSales, Money exact, Money accrued)
    {
        SoldToDate = soldToDate;
        Expected = expected;
        Weighted = weighted;
        Product = product;
        ExpectedSales = expectedSales;
        Exact = exact;
        Accrued = accrued;
    }

    internal decimal SoldToDate { get; }

    internal Money Expected { get; }

    internal WeightedScenario[] Weighted { get; }

    internal Money Product { get; }

    internal decimal ExpectedSales { get; }

    internal Money Exact { get; }

    internal Money Accrued { get; }
}
