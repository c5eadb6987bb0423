using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>Rates by tiers of the attainment of a quota.</summary>
internal sealed class AttainmentTable(AttainmentRate rates, bool isGraduated) : LevelTable
{
    internal override bool NeedsQuota => true;

    internal override bool IsMarginal => isGraduated;

    internal override decimal On(in RateInput input) => On(input, input.MoneyLevel);

    internal override decimal Below(in RateInput input) =>
        isGraduated ? On(input, new Money(input.Threshold!.Value, input.Currency)) : base.Below(input);

    internal override Percentage? RateAt(in RateInput input) => rates.RateAt(input.MoneyLevel, input.MoneyQuota);

    internal override Explanation ExplainOn(string name, in RateInput input, in RateSteps steps, RateFacts facts) =>
        Node(name, facts.OnLevel(steps.OnLevel), Operation, facts.Level, facts.Quota);

    internal override Explanation ExplainBelow(in RateInput input, in RateSteps steps, RateFacts facts) =>
        isGraduated ? Node(BelowName, facts.OnLevel(steps.Below), Operation, facts.Threshold, facts.Quota)
            : base.ExplainBelow(input, steps, facts);

    internal override Explanation ExplainRate(in RateInput input, in RateSteps steps, RateFacts facts) =>
        Node("rate", Figure.OrAbsent(steps.Reached), SalesDomain.Operation.LookUp(rates), facts.Level, facts.Quota);

    internal override IReadOnlyList<RatePortion> Portions(in RateInput input) =>
        isGraduated ? rates.Portions(input.MoneyLevel, input.MoneyQuota) : [];

    internal override string Describe(ComponentTerms terms) =>
        (isGraduated ? "Each part at its own rate, " : "Everything at the rate reached, ")
        + StepText.Of(
            rates.Side, [.. rates.Bounds.Select(bound => ComponentText.OfQuota(bound, terms))],
            [.. rates.Rates.Select(rate => rate.ToString())], rates.End is { } end ? ComponentText.OfQuota(end, terms) : null)
        + ".";

    internal override IEnumerable<decimal> Bounds(decimal? quota) =>
        quota is not { } whole ? []
            : rates.Bounds.Concat(rates.End is { } end ? [end] : []).Select(bound => bound.Fraction * whole);

    internal override bool IsSameAs(LevelTable other) => other is AttainmentTable tiers && tiers.Is(rates, isGraduated);

    public override string ToString() => (isGraduated ? "graduated: " : "all units: ") + rates;

    private Operation Operation => isGraduated ? Operation.Graduated(rates) : Operation.AllUnits(rates);

    private decimal On(in RateInput input, Money level) =>
        (isGraduated ? rates.Graduated(level, input.MoneyQuota) : rates.AllUnits(level, input.MoneyQuota)).Amount;

    private bool Is(AttainmentRate other, bool graduated) => rates == other && isGraduated == graduated;
}
