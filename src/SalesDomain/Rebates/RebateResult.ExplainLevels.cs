using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

public sealed partial class RebateResult
{
    private Explanation ExplainTiered()
    {
        if (ExplainMissing() is { } missing)
            return missing;

        var level = ExplainLevel();
        var figures = new List<Explanation> { level };
        if (Steps.Against is not null)
            figures.Add(ExplainAgainst());
        if (Rebate.Basis is not null && !Rebate.IsOneMeasure)
            figures.Add(ExplainBasis());

        return Node("by the steps", Tiered, PlainScale.Of(Rebate, Currency), [.. figures]);
    }

    // Nothing is earned where something is not known; what it is says which.
    private Explanation? ExplainMissing()
    {
        var isLevelMissing = Steps.Level is null;
        var isBasisMissing = Rebate.Basis is not null && Steps.Basis is null;
        return !isLevelMissing && !isBasisMissing ? null
            : Internal.Conditions.Fix(
                "by the steps", Tiered, Internal.Conditions.IsMissing(Fact(isLevelMissing ? "level" : "basis", Figure.Absent)));
    }

    private Explanation ExplainLevel()
    {
        var kind = Rebate.Level.Kind;
        if (kind == RebateLevelKind.Families)
        {
            return Node(
                "families bought", Level, Operation.Sum,
                [.. Rebate.Level.Families.Select((family, i) => ExplainFamily(family, Steps.Families[i]))]);
        }

        var sold = Leaf("sold", Steps.Sold.Count, RebateFigure.OfLevel(Rebate.Level, Steps.Sold.Amount, Currency));
        return Steps.Before is null ? sold
            : Node(
                "increase", Level, Operation.Difference, sold,
                ExplainBefore("sold in the base period", Rebate.Level.Measure!, Steps.Before.Value, Steps.SoldBefore));
    }

    private Explanation ExplainAgainst() =>
        Rebate.Level.Kind == RebateLevelKind.Growth
            ? ExplainBefore("base period", Rebate.Level.Measure!, Steps.Against!.Value, Steps.SoldBefore)
            : Fact("target", Against);

    private Explanation ExplainBasis()
    {
        var measure = Rebate.Basis!.Measure;
        var basis = Leaf("paid on", Steps.PaidOn.Count, RebateFigure.Of(measure, Steps.PaidOn.Amount, Currency));
        if (Steps.PaidOnBase is { } before)
        {
            basis = Node(
                "increase paid on", RebateFigure.Of(measure, Steps.Increase, Currency), Operation.Difference, basis,
                ExplainBefore("paid on in the base period", measure, before, Steps.PaidOnBefore));
        }

        return Steps.Reducing.Count == 0 ? basis
            : Node(
                "paid on, reduced", Basis, Operation.Difference,
                [basis, .. Steps.Reducing.Select(result => Fact(result.Rebate.Name + " " + result.Period, result.Earned))]);
    }

    private Explanation ExplainBefore(string name, Measure measure, decimal amount, SlotSum? sum) =>
        sum is { } read ? Leaf(name, read.Count, RebateFigure.Of(measure, amount, Currency))
            : Fact(name, RebateFigure.Of(measure, amount, Currency));

    private Explanation ExplainFamily(RebateFamily family, SlotSum sum) =>
        Node(
            family.Name, ConditionSums.IsBought(family, sum) ? 1m : 0m, Operation.Select, ExplainBought(family, sum),
            Constant("bought", 1m), Constant("not bought", 0m));

    private Explanation ExplainBought(RebateFamily family, SlotSum sum) =>
        Node(
            family.Name + " is bought", ConditionSums.IsBought(family, sum),
            Operation.Compare(family.Least is null ? ComparisonKind.Greater : ComparisonKind.GreaterOrEqual),
            Leaf(family.Name + " sold", sum.Count, RebateFigure.Of(family.Measure, sum.Amount, Currency)),
            Constant("least", family.Least?.Value ?? RebateFigure.Of(family.Measure, 0m, Currency)));

    // What a condition withholds: its share for each time; or where one is of what others leave, what it leaves of it.
    private Explanation ExplainEffect(JudgedCondition judged, int count, decimal effect)
    {
        var (name, share) = (judged.Condition.Name, judged.Condition.Effect.Share);
        if (Rebate.Withholding == RebateWithholding.Additive)
        {
            return Node(
                name, Percentage.FromFraction(effect), Operation.Product, Constant("share", share), ExplainTimes(judged, count));
        }

        return Node(
            name, Percentage.FromFraction(effect), Operation.Product,
            [Constant("whole", Percentage.OneHundred), .. Enumerable.Repeat(Constant("left each time", share.Complement()), count)]);
    }

    private Explanation ExplainTimes(JudgedCondition judged, int count)
    {
        var name = judged.Condition.Name + " failed";
        return judged.State == RebateProofState.NotProven || !judged.Condition.IsJudgedFromLines ? Fact(name, (decimal)count)
            : Node(
                name, (decimal)count, Operation.Select, ExplainIsMet(judged), Constant("kept", 0m), Constant("broken", 1m));
    }

    private Explanation ExplainIsMet(JudgedCondition judged)
    {
        var (condition, sums) = (judged.Condition, judged.Sums);
        var atLeast = Operation.Compare(ComparisonKind.GreaterOrEqual);
        var isMet = judged.State == RebateProofState.Met;
        if (condition.LeastFamilies is { } families)
        {
            return Node(
                condition.Name + " is met", isMet, atLeast,
                Node(
                    "families bought", (decimal)sums.Bought(condition), Operation.Sum,
                    [.. condition.Families.Select((family, i) => ExplainFamily(family, sums.Families[i]))]),
                Constant("least families", (decimal)families));
        }

        var whole = Leaf("all sold", sums.Whole.Count, RebateFigure.Of(condition.Measure, sums.Whole.Amount, Currency));
        return condition.LeastShare is { } share
            ? Node(
                condition.Name + " is met", isMet, atLeast,
                Leaf("focus sold", sums.Focus.Count, RebateFigure.Of(condition.Measure, sums.Focus.Amount, Currency)),
                Node(
                    "least of focus", RebateFigure.Of(condition.Measure, sums.LeastFocus, Currency), Operation.Product, whole,
                    Constant("least share", share)))
            : Node(condition.Name + " is met", isMet, atLeast, whole, Constant("least", condition.Least!.Value.Value));
    }

    private static Explanation Leaf(string name, int count, Figure value) => FactSum(name, value, count);
}
