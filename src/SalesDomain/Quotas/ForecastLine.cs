using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>An opportunity as a forecast counts it.</summary>
/// <remarks>Made by <see cref="PipelineForecast"/>. Equality is by reference.</remarks>
public sealed class ForecastLine
{
    private readonly ForecastSteps _steps;

    internal ForecastLine(Opportunity opportunity, PipelineStage stage, ForecastSteps steps, bool isOverdue)
    {
        Opportunity = opportunity;
        Stage = stage;
        IsOverdue = isOverdue;
        _steps = steps;
    }

    /// <summary>The opportunity.</summary>
    public Opportunity Opportunity { get; }

    /// <summary>Its stage.</summary>
    public PipelineStage Stage { get; }

    /// <summary>Its forecast category: its own, or that of its stage.</summary>
    public ForecastCategory Category => _steps.Category;

    /// <summary>The probability it counts with: 100 % once closed, 0 % where omitted, else its own or that of its stage.</summary>
    public Percentage Probability => _steps.Probability;

    /// <summary>Probability × amount.</summary>
    public Measured Expected => Opportunity.Amount.With(_steps.Expected);

    /// <summary>Probability × (1 − probability) × amount², in squared units: 0 where it is decided.</summary>
    public decimal Variance => _steps.Variance;

    /// <summary>True where it is open and was expected to close before the day of the forecast: its day is to be set anew.</summary>
    public bool IsOverdue { get; }

    /// <summary>Where the expected value comes from.</summary>
    /// <returns>The tree of <see cref="Expected"/>.</returns>
    public Explanation Explain() =>
        Node("expected of " + Opportunity.Id, Expected.Value, Operation.Product, ExplainProbability(),
            Fact("amount", Opportunity.Amount.Value));

    /// <summary>Where the variance comes from.</summary>
    /// <returns>The tree of <see cref="Variance"/>.</returns>
    public Explanation ExplainVariance() => Explain(Opportunity.Amount.Amount);

    /// <summary>Opportunity, category and probability: <c>O-17: CNY 3950.00, offer, 2026-03-31: BestCase at 70%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Opportunity + ": " + Category + " at " + Probability + (IsOverdue ? ", overdue" : "");

    private Explanation Explain(decimal amount) =>
        Node(
            "variance of " + Opportunity.Id, Variance, Operation.Product, Fact("probability", Probability.Fraction),
            Node("1 − probability", _steps.Improbability, Operation.Difference, Constant("one", 1m),
                Fact("probability", Probability.Fraction)),
            Fact("amount without unit", amount), Fact("amount without unit", amount));

    private Explanation ExplainProbability() =>
        Category switch
        {
            ForecastCategory.Closed => Constant("closed is certain", Probability),
            ForecastCategory.Omitted => Constant("omitted does not count", Probability),
            _ => Opportunity.OwnProbability is null ? Constant("probability of the stage " + Stage.Name, Probability)
                : Fact("own probability", Probability),
        };
}
