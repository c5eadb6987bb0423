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
        var above = input.Base - (input.Threshold ?? 0m);
        return new RateSteps(above * amount.Amount, above: above);
    }

    internal override Explanation Explain(string name, in RateInput input, in RateSteps steps, RateFacts facts) =>
        Node(
            name, input.Money(steps.Amount), Operation.Product,
            input.Threshold is null ? facts.Base
                : Node("above the threshold", facts.OnLevel(steps.Above), Operation.Difference, facts.Base, facts.Threshold),
            Constant("amount per unit", amount));

    internal override string Describe(ComponentTerms terms) => "It pays " + amount + " for each.";

    private Money Amount => amount;
}
