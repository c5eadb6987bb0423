namespace SalesDomain.Quotas;

/// <summary>The figures of one opportunity in a forecast, computed once.</summary>
internal readonly struct ForecastSteps
{
    private ForecastSteps(ForecastCategory category, Percentage probability, decimal amount)
    {
        Category = category;
        Probability = probability;
        Improbability = 1m - probability.Fraction;
        Expected = probability.Fraction * amount;

        // The product of the decided is zero, and need not be found by multiplying large amounts.
        Variance = Improbability == 0m || probability.IsZero ? 0m : probability.Fraction * Improbability * amount * amount;
    }

    internal ForecastCategory Category { get; }

    internal Percentage Probability { get; }

    internal decimal Improbability { get; }

    internal decimal Expected { get; }

    internal decimal Variance { get; }

    internal static ForecastSteps Of(Opportunity opportunity, PipelineStage stage)
    {
        var category = opportunity.OwnCategory ?? stage.Category;
        return new ForecastSteps(
            category, PipelineStage.Certain(category, opportunity.OwnProbability ?? stage.Probability), opportunity.Amount.Amount);
    }
}
