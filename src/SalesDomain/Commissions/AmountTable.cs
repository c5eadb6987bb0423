using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>Rates by tiers of an amount.</summary>
internal sealed class AmountTable(TieredRate rates, bool isGraduated) : LevelTable
{
    internal override Currency? Currency => rates.Currency;

    internal override bool IsMarginal => isGraduated;

    internal override decimal On(in RateInput input) => On(input.MoneyLevel);

    internal override decimal Below(in RateInput input) =>
        isGraduated ? On(new Money(input.Threshold!.Value, input.Currency)) : base.Below(input);

    internal override Percentage? RateAt(in RateInput input) => rates.RateAt(input.MoneyLevel);

    internal override Explanation ExplainOn(string name, in RateInput input, in RateSteps steps, RateFacts facts) =>
        Node(name, facts.OnLevel(steps.OnLevel), Operation, facts.Level);

    internal override Explanation ExplainBelow(in RateInput input, in RateSteps steps, RateFacts facts) =>
        isGraduated ? Node(BelowName, facts.OnLevel(steps.Below), Operation, facts.Threshold) : base.ExplainBelow(input, steps, facts);

    internal override Explanation ExplainRate(in RateInput input, in RateSteps steps, RateFacts facts) =>
        Node("rate", Figure.OrAbsent(steps.Reached), SalesDomain.Operation.LookUp(rates), facts.Level);

    internal override IReadOnlyList<RatePortion> Portions(in RateInput input) =>
        isGraduated ? rates.Portions(input.MoneyLevel) : [];

    internal override string Describe(ComponentTerms terms) =>
        (isGraduated ? "Each part at its own rate, " : "Everything at the rate reached, ") + rates + ".";

    internal override IEnumerable<decimal> Bounds(decimal? quota) =>
        rates.Bounds.Concat(rates.End is { } end ? [end] : []).Select(bound => bound.Amount);

    internal override bool IsSameAs(LevelTable other) => other is AmountTable tiers && tiers.Is(rates, isGraduated);

    public override string ToString() => (isGraduated ? "graduated: " : "all units: ") + rates;

    private Operation Operation => isGraduated ? Operation.Graduated(rates) : Operation.AllUnits(rates);

    private decimal On(Money level) =>
        (isGraduated ? rates.Graduated(level) : rates.AllUnits(level)).Amount;

    private bool Is(TieredRate other, bool graduated) => rates == other && isGraduated == graduated;
}
