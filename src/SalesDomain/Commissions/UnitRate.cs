using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>An amount for each unit.</summary>
internal sealed class UnitRate(Money amount) : CommissionRate
{
    internal override Currency? Currency => amount.Currency;

    internal override bool IsOnUnits => true;

    internal override bool IsProportional => true;

    internal override bool CanPayAbove => true;

    public override bool Equals(CommissionRate? other) => other is UnitRate unit && unit.Amount == amount;

    public override string ToString() => amount + " per unit";

    internal override RateSteps Pay(in RateInput input)
    {
        if (input.Threshold is not { } threshold)
            return new RateSteps(input.Base * amount.Amount);

        // Where something else sets the level, as large a part of the base is paid as lies above the threshold of the level.
        var above = input.Level - threshold;
        return input.IsOneMeasure ? new RateSteps(above * amount.Amount, above: above)
            : new RateSteps(
                above * input.Base * amount.Amount / input.Level, above: above, blended: above / input.Level);
    }

    internal override Explanation Explain(string name, in RateInput input, in RateSteps steps, RateFacts facts) =>
        input.Threshold is null || input.IsOneMeasure
            ? Node(
                name, input.Money(steps.Amount), Operation.Product, input.Threshold is null ? facts.Base : ExplainAbove(steps, facts),
                Constant("amount per unit", amount))
            : Node(
                name, input.Money(steps.Amount), Operation.Product, facts.Base, Constant("amount per unit", amount),
                Node("part above the threshold", steps.Blended, Operation.Ratio, ExplainAbove(steps, facts), facts.Level));

    internal override string Describe(ComponentTerms terms) => "It pays " + amount + " for each.";

    private static Explanation ExplainAbove(in RateSteps steps, RateFacts facts) =>
        Node("above the threshold", facts.OnLevel(steps.Above), Operation.Difference, facts.Level, facts.Threshold);

    private Money Amount => amount;
}
