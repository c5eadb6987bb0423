using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>A share of the target incentive along a curve of attainment.</summary>
internal sealed class TargetRate(PayoutCurve curve) : CommissionRate
{
    public override bool NeedsQuota => true;

    public override bool NeedsTarget => true;

    internal override bool IsOnAnything => true;

    internal override bool IsOnLevel => true;

    public override bool Equals(CommissionRate? other) => other is TargetRate rate && rate.Curve == curve;

    public override string ToString() => "of target incentive: " + curve;

    internal override RateSteps Pay(in RateInput input) =>
        curve.TryPayout(input.Money(input.Target!.Value), input.Level, input.Quota, out var payout) ? new RateSteps(payout.Amount)
            : new RateSteps(0m, without: "commission.outside-curve");

    internal override Explanation Explain(string name, in RateInput input, in RateSteps steps, RateFacts facts)
    {
        var target = Fact("target incentive", input.Money(input.Target!.Value));
        return steps.Without is null
            ? Node(name, input.Money(steps.Amount), Operation.InterpolateOn(curve), target, facts.Level, facts.Quota)
            : Conditions.Fix(
                name, input.Money(0m),
                Conditions.IsMissing(
                    Node("payout", Figure.Absent, Operation.InterpolateOn(curve), target, facts.Level, facts.Quota)));
    }

    internal override string Describe(ComponentTerms terms) =>
        "It pays a share of the target incentive by attainment of quota, both in per cent: " + curve + ".";

    internal override IEnumerable<decimal> Bounds(decimal? quota) =>
        quota is not { } whole ? [] : curve.Points.Select(point => point.Level * whole / 100m);

    internal override decimal? Most(decimal? target) => curve.Cap * target / 100m;

    private PayoutCurve Curve => curve;
}
