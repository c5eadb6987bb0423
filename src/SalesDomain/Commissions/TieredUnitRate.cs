using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>Amounts for each unit by tiers of the quantity.</summary>
internal sealed class TieredUnitRate(TieredPrice amounts, bool isGraduated) : CommissionRate
{
    internal override Currency? Currency => amounts.Currency;

    internal override bool IsOnUnits => true;

    internal override bool IsOfOneMeasure => true;

    internal override bool IsMarginal => isGraduated;

    public override bool Equals(CommissionRate? other) => other is TieredUnitRate rate && rate.Is(amounts, isGraduated);

    public override string ToString() => (isGraduated ? "graduated: " : "all units: ") + amounts;

    internal override RateSteps Pay(in RateInput input)
    {
        var quantity = new Quantity(input.Base, amounts.Unit);
        return new RateSteps((isGraduated ? amounts.Graduated(quantity) : amounts.AllUnits(quantity)).Amount);
    }

    internal override Explanation Explain(string name, in RateInput input, in RateSteps steps, RateFacts facts) =>
        Node(
            name, input.Money(steps.Amount), isGraduated ? Operation.Graduated(amounts) : Operation.AllUnits(amounts), facts.Base);

    internal override string Describe(ComponentTerms terms) =>
        (isGraduated ? "Each part at its own amount per unit, " : "Every unit at the amount reached, ") + amounts + ".";

    internal override IEnumerable<decimal> Bounds(decimal? quota) =>
        amounts.Bounds.Concat(amounts.End is { } end ? [end] : []).Select(bound => bound.Amount);

    private bool Is(TieredPrice other, bool graduated) => amounts == other && isGraduated == graduated;
}
