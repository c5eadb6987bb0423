using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>Amounts along a curve of what was sold.</summary>
internal sealed class CurveRate(PayoutCurve curve, Currency currency) : CommissionRate
{
    internal override Currency? Currency => currency;

    internal override bool IsOnAnything => true;

    internal override bool IsOnLevel => true;

    internal override bool IsMarginal => true;

    public override bool Equals(CommissionRate? other) => other is CurveRate rate && rate.Curve == curve && rate.Currency == currency;

    public override string ToString() => "amounts in " + currency + ": " + curve;

    internal override RateSteps Pay(in RateInput input) =>
        curve.TryAt(input.Level, out var amount) ? new RateSteps(amount) : new RateSteps(0m, without: "commission.outside-curve");

    internal override Explanation Explain(string name, in RateInput input, in RateSteps steps, RateFacts facts)
    {
        var level = Node(
            "level as a number", input.Level, Operation.Ratio, facts.Level, Constant("one", facts.OnLevel(1m)));
        return steps.Without is null
            ? Node(
                name, input.Money(steps.Amount), Operation.Product,
                Node("amount as a number", steps.Amount, Operation.InterpolateOn(curve), level), Constant("one", input.Money(1m)))
            : Conditions.Fix(
                name, input.Money(0m),
                Conditions.IsMissing(Node("amount as a number", Figure.Absent, Operation.InterpolateOn(curve), level)));
    }

    internal override string Describe(ComponentTerms terms) => "It pays an amount by level: " + curve + ".";

    internal override IEnumerable<decimal> Bounds(decimal? quota) => curve.Points.Select(point => point.Level);

    internal override decimal? Most(decimal? target) => curve.Cap;

    private PayoutCurve Curve => curve;
}
