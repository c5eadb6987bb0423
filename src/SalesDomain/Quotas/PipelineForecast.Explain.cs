using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <content>The forecast as trees that can be recomputed.</content>
public sealed partial class PipelineForecast
{
    /// <summary>Where the expected value comes from, opportunity by opportunity.</summary>
    /// <returns>The tree of <see cref="Expected"/>.</returns>
    public Explanation Explain() => Explain("expected value", Expected.Value, line => line.Explain());

    /// <summary>Where the forecast of a category comes from.</summary>
    /// <param name="category">The category.</param>
    /// <returns>The tree of <see cref="UpTo"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="category"/> is not defined.</exception>
    public Explanation Explain(ForecastCategory category)
    {
        Guard.Against.Undefined(category);
        Explanation[] amounts =
        [
            .. Lines.Where(line => IsWithin(line.Category, category))
                .Select(line => Fact(line.Opportunity.Id + ", " + line.Category, line.Opportunity.Amount.Value)),
        ];
        return OrNothing(category == ForecastCategory.Omitted ? "omitted" : "up to " + category, UpTo(category).Value, amounts);
    }

    /// <summary>Where the variance comes from, opportunity by opportunity.</summary>
    /// <returns>The tree of <see cref="Variance"/>.</returns>
    public Explanation ExplainVariance() => Explain("variance", Variance, line => line.ExplainVariance());

    /// <summary>Where the pipeline coverage comes from.</summary>
    /// <returns>The tree of <see cref="Coverage"/>; its figure is absent where that is null.</returns>
    public Explanation ExplainCoverage()
    {
        var left = Node("left to close", LeftToClose.Value, Operation.Difference, Fact("quota", Quota.Value),
            Explain(ForecastCategory.Closed));
        return Node(
            "pipeline coverage", Figure.OrAbsent(Coverage), Operation.Select,
            Node("nothing is left to close", Coverage is null, Operation.Compare(ComparisonKind.LessOrEqual), left,
                Constant("nothing", Quota.With(0m).Value)),
            Constant("none", Figure.Absent),
            Node(
                "open pipeline ÷ left to close", Figure.OrAbsent(RatioOfCoverage), Operation.Ratio,
                Node("open pipeline", OpenPipeline.Value, Operation.Difference, Explain(ForecastCategory.Pipeline),
                    Explain(ForecastCategory.Closed)), left));
    }

    private static bool IsWithin(ForecastCategory each, ForecastCategory category) =>
        category == ForecastCategory.Omitted ? each == category : each <= category;

    private static Explanation OrNothing(string name, Figure sum, Explanation[] parts) =>
        parts.Length == 0 ? FactSum(name, sum, 0) : Node(name, sum, Operation.Sum, parts);

    private Explanation Explain(string name, Figure sum, Func<ForecastLine, Explanation> part) =>
        OrNothing(name, sum, [.. Lines.Select(part)]);
}
