using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

public sealed partial class RebateResult
{
    /// <summary>How what is earned follows from the lines: down to sums of them.</summary>
    /// <returns>The explanation, whose figure is <see cref="Earned"/>.</returns>
    public Explanation Explain()
    {
        var before = ExplainBeforeMinimum();
        return Rebate.Minimum is not { IsCarried: false } minimum ? before
            : Node(
                "earned", Earned, Operation.Select,
                Node(
                    "is the least payout", IsPaidOut, Operation.Compare(ComparisonKind.GreaterOrEqual), before,
                    Constant("least payout", minimum.Amount)),
                before,
                Node(
                    "is owed back", IsOwedBack, Operation.Compare(ComparisonKind.Less), before, Constant("nothing", Zero)),
                before, Constant("lost", Zero));
    }

    /// <summary>How what may be paid follows from what is earned and what was carried.</summary>
    /// <returns>The explanation, whose figure is <see cref="Payable"/>.</returns>
    public Explanation ExplainPayable()
    {
        if (Rebate.Minimum is not { IsCarried: true } minimum)
            return Explain();

        var due = Node("due", Of(Steps.Due), Operation.Sum, Explain(), Fact("carried from before", CarriedIn));
        return Node(
            "payable", Payable, Operation.Select,
            Node(
                "is the least payout", IsPaidOut, Operation.Compare(ComparisonKind.GreaterOrEqual), due,
                Constant("least payout", minimum.Amount)),
            due,
            Node("is owed back", IsOwedBack, Operation.Compare(ComparisonKind.Less), due, Constant("nothing", Zero)), due,
            Constant("carried", Zero));
    }

    private bool IsPaidOut => Rebate.Minimum is { } minimum && Of(Steps.Due) >= minimum.Amount;

    private bool IsOwedBack => Of(Steps.Due).IsNegative;

    private Money Zero => Money.Zero(Currency);

    private Explanation ExplainBeforeMinimum()
    {
        var net = ExplainNet();
        return Steps.ClawBackShare == 0m ? net
            : Node(
                "after claw-back", Of(Steps.BeforeMinimum), Operation.Difference, net,
                Node(
                    "clawed back", ClawedBack, Operation.Round(Agreement.Rounding),
                    Node(
                        "share of what was given", Of(Steps.ClawBackExact), Operation.Product,
                        Node(
                            "given earlier in the year", Of(Steps.GivenToTakeBack), Operation.Max, Constant("nothing", Zero),
                            Fact("earned earlier in the year", Of(Steps.GivenInYear))),
                        Fact("share clawed back", Percentage.FromFraction(Steps.ClawBackShare)))));
    }

    private Explanation ExplainNet()
    {
        var guaranteed = ExplainGuaranteed();
        if (Steps.NetOf.Count == 0)
            return guaranteed;

        var netted = Node(
            "after what it is net of", Of(Steps.AfterNetting), Operation.Difference,
            [guaranteed, .. Steps.NetOf.Select(result => Fact(result.Rebate.Name + " " + result.Period, result.Earned))]);
        return Rebate.MayBeNetBelowZero ? netted
            : Node(
                "net", Of(Steps.Net), Operation.Max, netted,
                Node("no more than nothing", Of(Steps.LeastNet), Operation.Min, Constant("nothing", Zero), guaranteed));
    }

    private Explanation ExplainGuaranteed()
    {
        var kept = ExplainKept();
        if (Rebate.Guarantee is not { } guarantee)
            return kept;

        var least = Constant("guarantee", guarantee.Amount);
        if (guarantee.Kind == RebateGuaranteeKind.PerPeriod)
            return Node("with the guarantee", Guaranteed, Operation.Max, kept, least);

        var toDate = Node(
            "earned to date", Of(Steps.EarnedToDate), Operation.Sum, kept, Fact("earned before", Of(Steps.EarnedBefore)));
        var entitled = Steps.IsGuaranteeDue
            ? Node("entitled to date", Of(Steps.EntitledToDate), Operation.Max, toDate, least)
            : toDate;
        return Node(
            "with the guarantee", Guaranteed, Operation.Difference, entitled,
            Fact("entitled before", Of(Steps.EntitledBefore)));
    }

    private Explanation ExplainKept()
    {
        var capped = ExplainCapped();
        var kept = Rebate.Conditions.Count == 0 ? capped
            : Node("after conditions", Of(Steps.Kept), Operation.Product, capped, ExplainKeptShare());
        return Node(Rebate.Name + " " + Period, Kept, Operation.Round(Agreement.Rounding), kept);
    }

    private Explanation ExplainKeptShare()
    {
        var whole = Constant("whole", Percentage.OneHundred);
        var kept = Percentage.FromFraction(Steps.KeptShare);
        var effects = new List<Explanation> { whole };
        for (var i = 0; i < Steps.Conditions.Length; i++)
            effects.Add(ExplainEffect(Steps.Conditions[i], Steps.Times[i], Steps.Effects[i]));

        return Rebate.Withholding == RebateWithholding.Successive
            ? Node("share kept", kept, Operation.Product, [.. effects])
            : Node(
                "share kept", kept, Operation.Max, Constant("nothing", Percentage.Zero),
                Node("share left", Percentage.FromFraction(Steps.ShareLeft), Operation.Difference, [.. effects]));
    }

    private Explanation ExplainCapped()
    {
        var scored = Steps.Scores.Length == 0 ? ExplainTiered()
            : Node("by the scores", Of(Steps.Scored), Operation.Product, ExplainTiered(), ExplainScore());
        var limits = new List<Explanation> { scored };
        if (Steps.UnitCap is { } unitCap)
        {
            limits.Add(
                Node(
                    "cap by units", Of(Steps.UnitCapUsed), Operation.Max, Constant("nothing", Zero),
                    Node(
                        "cap per unit × units", Of(unitCap), Operation.Product, Constant("cap per unit", Rebate.CapPerUnit!.Value),
                        Leaf("units", Steps.Units.Count, new Quantity(Steps.Units.Amount, Rebate.CapUnit!)))));
        }

        if (Rebate.Cap is { } cap)
            limits.Add(Constant("cap", cap));

        return limits.Count == 1 ? scored : Node("capped", Capped, Operation.Min, [.. limits]);
    }

    private Explanation ExplainScore() =>
        Node(
            "score", Score, Operation.Sum,
            [
                .. Rebate.Indicators.Select((indicator, i) =>
                    Node(
                        indicator.Name, Percentage.FromFraction(Steps.WeightedScores[i]), Operation.Product,
                        Constant("weight", indicator.Weight), Fact("score", Steps.Scores[i] ?? Percentage.Zero))),
            ]);
}
