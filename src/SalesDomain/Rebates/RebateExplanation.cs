using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

/// <summary>States how a result came about, from what is earned down to sums of lines, or with the lines at hand to each.</summary>
internal sealed partial class RebateExplanation
{
    private readonly RebateResult _result;
    private readonly RebateSteps _steps;
    private readonly RebatePlan _plan;
    private readonly SalesLine[]? _lines;

    internal RebateExplanation(RebateResult result, RebatePlan plan, SalesLine[]? lines)
    {
        _result = result;
        _steps = result.Steps;
        _plan = plan;
        _lines = lines;
    }

    private Rebate Rebate => _result.Rebate;

    private Currency Currency => _result.Agreement.Currency;

    private Operation Rounded => Operation.Round(_result.Agreement.Rounding);

    private Explanation Nothing => Constant("nothing", Of(0m));

    internal Explanation ExplainEarned()
    {
        var before = ExplainBeforeMinimum();
        return Rebate.Minimum is not { IsCarried: false } minimum ? before
            : Node("earned", _result.Earned, Operation.Select, [.. ExplainPaid(before, minimum), Constant("lost", Of(0m))]);
    }

    internal Explanation ExplainPayable()
    {
        if (Rebate.Minimum is not { IsCarried: true } minimum)
            return ExplainEarned();

        var due = Node("due", Of(_steps.Due), Operation.Sum, ExplainEarned(), Fact("carried from before", _result.CarriedIn));
        return Node("payable", _result.Payable, Operation.Select, [.. ExplainPaid(due, minimum), Constant("carried", Of(0m))]);
    }

    // What is owed back is not kept for being small.
    private IEnumerable<Explanation> ExplainPaid(Explanation due, RebateMinimum minimum) =>
    [
        Node(
            "is the least payout", Of(_steps.Due) >= minimum.Amount, Operation.Compare(ComparisonKind.GreaterOrEqual), due,
            Constant("least payout", minimum.Amount)),
        due, Node("is owed back", Of(_steps.Due).IsNegative, Operation.Compare(ComparisonKind.Less), due, Nothing), due,
    ];

    private Explanation ExplainBeforeMinimum()
    {
        var net = ExplainNet();
        return _steps.ClawBackShare == 0m ? net
            : Node(
                "after claw-back", Of(_steps.BeforeMinimum), Operation.Difference, net,
                Node(
                    "clawed back", _result.ClawedBack, Rounded,
                    Node(
                        "share of what was given", Of(_steps.ClawBackExact), Operation.Product,
                        Node(
                            "given earlier in the year", Of(_steps.GivenToTakeBack), Operation.Max, Nothing,
                            Fact("earned earlier in the year", Of(_steps.GivenInYear))),
                        Fact("share clawed back", Share(_steps.ClawBackShare)))));
    }

    private Explanation ExplainNet()
    {
        var guaranteed = ExplainGuaranteed();
        if (_steps.NetOf.Length == 0)
            return guaranteed;

        var netted = Node(
            "after what it is net of", Of(_steps.AfterNetting), Operation.Difference,
            [guaranteed, .. _steps.NetOf.Select(result => Fact(result.Rebate.Name + " " + result.Period, result.Earned))]);
        return Rebate.MayBeNetBelowZero ? netted
            : Node(
                "net", Of(_steps.Net), Operation.Max, netted,
                Node("no more than nothing", Of(_steps.LeastNet), Operation.Min, Nothing, guaranteed));
    }

    private Explanation ExplainGuaranteed()
    {
        var kept = ExplainKept();
        if (Rebate.Guarantee is not { } guarantee)
            return kept;

        var least = Constant("guarantee", guarantee.Amount);
        if (guarantee.Kind == RebateGuaranteeKind.PerPeriod)
            return Node("with the guarantee", _result.Guaranteed, Operation.Max, kept, least);

        var toDate = Node(
            "earned to date", Of(_steps.EarnedToDate), Operation.Sum, kept, Fact("earned before", Of(_steps.EarnedBefore)));
        return Node(
            "with the guarantee", _result.Guaranteed, Operation.Difference,
            _steps.IsGuaranteeDue ? Node("entitled to date", Of(_steps.EntitledToDate), Operation.Max, toDate, least) : toDate,
            Fact("entitled before", Of(_steps.EntitledBefore)));
    }

    private Explanation ExplainKept()
    {
        var capped = ExplainCapped();
        return Node(
            Rebate.Name + " " + _result.Period, _result.Kept, Rounded,
            Rebate.Conditions.Count == 0 ? capped
                : Node("after conditions", Of(_steps.Kept), Operation.Product, capped, ExplainKeptShare()));
    }

    private Explanation ExplainCapped()
    {
        var scored = _steps.Scores.Length == 0 ? ExplainTiered()
            : Node("by the scores", Of(_steps.Scored), Operation.Product, ExplainTiered(), ExplainScore());
        var limits = new List<Explanation> { scored };
        if (_steps.UnitCap is { } unitCap)
        {
            limits.Add(
                Node(
                    "cap by units", Of(_steps.UnitCapUsed), Operation.Max, Nothing,
                    Node(
                        "cap per unit × units", Of(unitCap), Operation.Product, Constant("cap per unit", Rebate.CapPerUnit!.Value),
                        ExplainSum("units", Measure.Units(Rebate.CapUnit!), _plan.Units, _steps.Units))));
        }

        if (Rebate.Cap is { } cap)
            limits.Add(Constant("cap", cap));

        return limits.Count == 1 ? scored : Node("capped", _result.Capped, Operation.Min, [.. limits]);
    }

    private Explanation ExplainScore() =>
        Node(
            "score", _result.Score, Operation.Sum,
            [
                .. Rebate.Indicators.Select((indicator, i) =>
                    Node(
                        indicator.Name, Share(_steps.WeightedScores[i]), Operation.Product, Constant("weight", indicator.Weight),
                        Fact("score", _steps.Scores[i] ?? Percentage.Zero))),
            ]);

    private Money Of(decimal amount) => new(amount, Currency);

    private Figure Of(Measure? measure, decimal amount) => RebateFigure.Of(measure, amount, Currency);

    private static Percentage Share(decimal fraction) => Percentage.FromFraction(fraction);
}
