using System;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>The target incentive by the score of a goal.</summary>
internal sealed class ScoreRate(string figure) : CommissionRate
{
    public override bool NeedsTarget => true;

    public override bool NeedsBase => false;

    public override string? FigureName => figure;

    internal override bool IsOnAnything => true;

    public override bool Equals(CommissionRate? other) =>
        other is ScoreRate && string.Equals(figure, other.FigureName, StringComparison.Ordinal);

    public override string ToString() => "target incentive times " + figure;

    internal override RateSteps Pay(in RateInput input) =>
        input.Figure is { } score ? new RateSteps(score.Fraction * input.Target!.Value, score)
            : new RateSteps(0m, without: RateSteps.FigureMissing);

    internal override Explanation Explain(string name, in RateInput input, in RateSteps steps, RateFacts facts) =>
        input.Figure is null ? Conditions.Fix(name, input.Money(0m), Conditions.IsMissing(facts.Named))
            : Node(
                name, input.Money(steps.Amount), Operation.Product, Fact("target incentive", input.Money(input.Target!.Value)),
                facts.Named);

    internal override string Describe(ComponentTerms terms) => "It pays the target incentive times that score.";
}
