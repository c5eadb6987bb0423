using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>Shares of the target incentive, or rates of the base, by attainment and a figure.</summary>
internal sealed class MatrixRate(StepMatrix<Percentage, Percentage, Percentage> matrix, string columns, bool isOfTarget) : CommissionRate
{
    public override bool NeedsQuota => true;

    internal override bool NeedsAttainment => true;

    public override bool NeedsTarget => isOfTarget;

    public override string? FigureName => columns;

    internal override bool IsOnAnything => isOfTarget;

    internal override bool IsOnLevel => isOfTarget;

    public override bool Equals(CommissionRate? other) =>
        other is MatrixRate rate && rate.Is(matrix, isOfTarget) && string.Equals(columns, rate.FigureName, StringComparison.Ordinal);

    public override string ToString() =>
        (isOfTarget ? "of target incentive by attainment and " : "by attainment and ") + columns + ": " + matrix;

    internal override RateSteps Pay(in RateInput input) =>
        input.Figure is not { } column ? new RateSteps(0m, without: RateSteps.FigureMissing)
        : matrix.TryAt(input.Attainment!.Value, column, out var share)
            ? new RateSteps(share.Fraction * (isOfTarget ? input.Target!.Value : input.Base), share)
        : new RateSteps(0m, without: "commission.outside-matrix");

    internal override Explanation Explain(string name, in RateInput input, in RateSteps steps, RateFacts facts)
    {
        if (input.Figure is null)
            return Conditions.Fix(name, input.Money(0m), Conditions.IsMissing(facts.Named));

        var share = Node(
            isOfTarget ? "share of target" : "rate", Figure.OrAbsent(steps.Rate), Operation.LookUp(matrix),
            facts.Attainment(input.Attainment!.Value), facts.Named);
        return steps.Rate is null ? Conditions.Fix(name, input.Money(0m), Conditions.IsMissing(share))
            : Node(
                name, input.Money(steps.Amount), Operation.Product,
                isOfTarget ? Fact("target incentive", input.Money(input.Target!.Value)) : facts.Base, share);
    }

    internal override string Describe(ComponentTerms terms) =>
        (isOfTarget ? "It pays a share of the target incentive" : "The rate is") + " by attainment of quota (rows) and "
        + columns + " (columns): " + matrix + ".";

    internal override IEnumerable<decimal> Bounds(decimal? quota) =>
        quota is not { } whole ? [] : matrix.Rows.Bounds.Select(bound => bound.Fraction * whole);

    private bool Is(StepMatrix<Percentage, Percentage, Percentage> other, bool ofTarget) => matrix == other && isOfTarget == ofTarget;
}
