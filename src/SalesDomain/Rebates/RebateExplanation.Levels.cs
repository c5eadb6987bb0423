using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

internal sealed partial class RebateExplanation
{
    private Explanation ExplainTiered()
    {
        // Nothing is earned where something is not known; what it is says which.
        if (_steps.Level is null || (Rebate.Basis is not null && _steps.Basis is null))
        {
            var missing = Fact(_steps.Level is null ? "level" : "basis", Figure.Absent);
            return Conditions.Fix("by the steps", _result.Tiered, Conditions.IsMissing(missing));
        }

        var figures = new List<Explanation> { ExplainLevel() };
        if (_steps.Against is { } against)
        {
            figures.Add(
                Rebate.Level.Kind == RebateLevelKind.Growth
                    ? ExplainBefore("base period", Rebate.Level.Measure!, _plan.Level, against, _steps.SoldBefore)
                    : Fact("target", _result.Against));
        }

        if (Rebate.Basis is { } basis && !Rebate.IsOneMeasure)
            figures.Add(ExplainBasis(basis));

        return Node("by the steps", _result.Tiered, PlainScale.Of(Rebate, Currency), [.. figures]);
    }

    private Explanation ExplainLevel()
    {
        var level = Rebate.Level;
        if (level.Kind == RebateLevelKind.Families)
            return ExplainFamilies(_result.Level, level.Families, _plan.Families, _steps.Families);

        var sold = ExplainSum("sold", level.Measure!, _plan.Level, _steps.Sold);
        return _steps.Before is not { } before ? sold
            : Node(
                "increase", _result.Level, Operation.Difference, sold,
                ExplainBefore("sold in the base period", level.Measure!, _plan.Level, before, _steps.SoldBefore));
    }

    private Explanation ExplainBasis(RebateBasis basis)
    {
        var paidOn = ExplainSum("paid on", basis.Measure, _plan.Basis, _steps.PaidOn);
        if (_steps.PaidOnBase is { } before)
        {
            paidOn = Node(
                "increase paid on", Of(basis.Measure, _steps.Increase), Operation.Difference, paidOn,
                ExplainBefore("paid on in the base period", basis.Measure, _plan.Basis, before, _steps.PaidOnBefore));
        }

        return _steps.Reducing.Length == 0 ? paidOn
            : Node(
                "paid on, reduced", _result.Basis, Operation.Difference,
                [paidOn, .. _steps.Reducing.Select(result => Fact(result.Rebate.Name + " " + result.Period, result.Earned))]);
    }

    private Explanation ExplainBefore(string name, Measure measure, int slot, decimal amount, SlotSum? sum) =>
        sum is { } read ? ExplainSum(name, measure, slot, read, isBefore: true) : Fact(name, Of(measure, amount));

    private Explanation ExplainFamilies(Figure count, IReadOnlyList<RebateFamily> families, int[] slots, IReadOnlyList<SlotSum> sums) =>
        Node(
            "families bought", count, Operation.Sum,
            [.. families.Select((family, i) => ExplainFamily(family, slots[i], sums[i]))]);

    private Explanation ExplainFamily(RebateFamily family, int slot, SlotSum sum)
    {
        var isBought = ConditionSums.IsBought(family, sum);
        return Node(
            family.Name, isBought ? 1m : 0m, Operation.Select,
            Node(
                family.Name + " is bought", isBought,
                Operation.Compare(family.Least is null ? ComparisonKind.Greater : ComparisonKind.GreaterOrEqual),
                ExplainSum(family.Name + " sold", family.Measure, slot, sum),
                Constant("least", family.Least?.Value ?? Of(family.Measure, 0m))),
            Constant("bought", 1m), Constant("not bought", 0m));
    }

    private Explanation ExplainKeptShare()
    {
        var kept = Share(_steps.KeptShare);
        List<Explanation> effects = [Constant("whole", Percentage.OneHundred)];
        for (var i = 0; i < _steps.Conditions.Length; i++)
            effects.Add(ExplainEffect(i));

        return Rebate.Withholding == RebateWithholding.Successive ? Node("share kept", kept, Operation.Product, [.. effects])
            : Node(
                "share kept", kept, Operation.Max, Constant("nothing", Percentage.Zero),
                Node("share left", Share(_steps.ShareLeft), Operation.Difference, [.. effects]));
    }

    // What a condition withholds: its share for each time; or where one is of what others leave, what it leaves of it.
    private Explanation ExplainEffect(int place)
    {
        var (judged, effect, count) = (_steps.Conditions[place], Share(_steps.Effects[place]), _steps.Times[place]);
        return Rebate.Withholding == RebateWithholding.Additive
            ? Node(
                judged.Condition.Name, effect, Operation.Product, Constant("share", judged.Condition.Effect.Share),
                ExplainTimes(judged, _plan.Conditions[place], count))
            : Node(
                judged.Condition.Name, effect, Operation.Product,
                [
                    Constant("whole", Percentage.OneHundred), Constant("once", 1m),
                    .. Enumerable.Repeat(Constant("left each time", Share(_steps.LeftEachTime[place])), count),
                ]);
    }

    private Explanation ExplainTimes(JudgedCondition judged, ConditionPlan plan, int count)
    {
        var name = judged.Condition.Name + " failed";
        return judged.State == RebateProofState.NotProven || !judged.Condition.IsJudgedFromLines ? Fact(name, (decimal)count)
            : Node(name, (decimal)count, Operation.Select, ExplainIsMet(judged, plan), Constant("kept", 0m), Constant("broken", 1m));
    }

    private Explanation ExplainIsMet(JudgedCondition judged, ConditionPlan plan)
    {
        var (condition, sums) = (judged.Condition, judged.Sums);
        var (figure, least) = condition.LeastFamilies is { } families
            ? (ExplainFamilies((decimal)sums.Bought, condition.Families, plan.Families, sums.Families),
                Constant("least families", (decimal)families))
            : condition.LeastShare is { } share
                ? (ExplainSum("focus sold", condition.Measure!, plan.Focus, sums.Focus),
                    Node(
                        "least of focus", Of(condition.Measure, sums.LeastFocus), Operation.Product,
                        ExplainSum("all sold", condition.Measure!, plan.Whole, sums.Whole), Constant("least share", share)))
            : (ExplainSum("all sold", condition.Measure!, plan.Whole, sums.Whole), Constant("least", condition.Least!.Value.Value));
        return Node(
            condition.Name + " is met", judged.State == RebateProofState.Met, Operation.Compare(ComparisonKind.GreaterOrEqual), figure,
            least);
    }

    // A sum of lines, of one customer or of all; with the lines at hand, each of them.
    private Explanation ExplainSum(
        string name, Measure measure, int slot, SlotSum sum, bool isBefore = false, CustomerId? customer = null)
    {
        var total = Of(measure, sum.Amount);
        if (_lines is null || sum.Count == 0)
            return FactSum(name, total, sum.Count);

        var facts = _result.Turnover.LinesOf(_plan, slot, isBefore ? _result.PeriodBefore!.Value : _result.Period, isBefore, _lines);
        return Node(
            name, total, Operation.Sum,
            [
                .. facts.Where(fact => customer is null || fact.Line.Customer == customer)
                    .Select(fact => Fact(fact.Line.Id.ToString(), Of(measure, fact.Amount))),
            ]);
    }
}
