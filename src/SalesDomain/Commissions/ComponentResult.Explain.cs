using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

public sealed partial class ComponentResult
{
    private const string LevelName = "level";
    private const string BaseName = "base";

    /// <summary>How what is earned came about.</summary>
    /// <returns>Rounding, gates and multipliers, cap and floor, rate, level and base; absent where a sum is not known.</returns>
    public Explanation Explain()
    {
        if (Earned is not { } earned)
            return Steps is { } waiting ? ExplainWaiting(waiting)
                : Conditions.LeaveOut(Component.Name, Fact("a sum of " + Component.Name + " is not known", true));

        var plan = _result.Steps;
        return plan.ToShare is null || plan.Rounded[_place] <= 0m ? ExplainRounded(Component.Name)
            : Node(
                Component.Name, earned, Operation.Share(_result.Plan.CapShares, _place),
                [ExplainToShare(), .. _result.Components.Select(component => component.ExplainWeight())]);
    }

    /// <summary>The base, credit by credit.</summary>
    /// <returns>
    /// The sum of what each credit counts for, and how that came about; where credits were not kept, how many facts it is the sum of, and
    /// otherwise the figure as it was given.
    /// </returns>
    public Explanation ExplainBase() => ExplainSum(BaseName, Given?.BaseSum, Given?.Base);

    /// <summary>The level, credit by credit.</summary>
    /// <returns>As of <see cref="ExplainBase"/>.</returns>
    public Explanation ExplainLevel() => ExplainSum(LevelName, Given?.LevelSum, Given?.Level);

    private Explanation ExplainSum(string name, CreditSum? sum, Measured? given) =>
        sum is null ? Fact(name, Figure.OrAbsent(given?.Value ?? Level?.Value))
        : Given!.Credits is { } kept ? sum.Explain(name, kept.CountedBy(sum.Measure))
        : sum.Explain(name);

    internal Explanation ExplainStretch(int place, string name)
    {
        var stretch = Steps!.Stretches[place];
        var nothing = new Money(0m, _result.Plan.Currency);
        if (stretch.IsBelow && Quota is { Amount: <= 0m } quota)
            return Conditions.Fix(name, nothing, ExplainZeroQuota(quota));

        var achieved = ExplainCounted(stretch);
        var threshold = ExplainThreshold(stretch);
        if (stretch.IsBelow)
        {
            return Conditions.Fix(
                name, nothing,
                Node(
                    "the threshold is not reached", true, Operation.Compare(ComparisonKind.Less),
                    Component.Threshold!.Level is null ? achieved : ExplainGiven(LevelName, stretch.Level), threshold));
        }

        if (!stretch.IsDealCapped)
            return ExplainRate(name, stretch, achieved, threshold);

        var isTaken = stretch.Amount < 0m;
        return Node(
            name, In(stretch.Amount)!.Value, isTaken ? Operation.Max : Operation.Min,
            ExplainRate("at the rate", stretch, achieved, threshold),
            Constant(isTaken ? "cap of a deal, taken back" : "cap of a deal", In(stretch.Amount)!.Value));
    }

    private Explanation ExplainRate(string name, in StretchSteps stretch, Explanation achieved, Explanation threshold) =>
        Component.Rate.Explain(
            name, stretch.Input, stretch.Rate,
            new RateFacts(
                achieved, ExplainQuota(), ExplainCountedBase(stretch, achieved), threshold,
                Fact(Component.Rate.FigureName ?? "figure", Figure.OrAbsent(stretch.Input.Figure))));

    private Explanation ExplainToShare()
    {
        var plan = _result.Steps;
        var cap = _result.Plan.Cap is { } amount ? Constant("cap of the plan", amount)
            : Fact("cap of the plan", new Money(plan.Cap!.Value, _result.Plan.Currency));
        var negative = _result.Components.Where(component => component.In(plan.Rounded[component._place]) is { IsNegative: true })
            .Select(component => component.ExplainRounded(component.Component.Name)).ToArray();
        var standing = _result.Components.Where(component => component.Standing is not null)
            .Select(component => Fact("what stands of " + component.Component.Name, component.Standing!.Value)).ToArray();
        var left = negative.Length == 0 && standing.Length == 0 ? cap
            : Node(
                standing.Length == 0 ? "cap and what is negative" : "cap without what stands",
                In(plan.Left)!.Value, Operation.Difference, [.. negative.Concat(standing).Prepend(cap)]);
        var toShare = In(plan.ToShare)!.Value;
        return plan.Left < 0m ? Node("nothing is left of the cap", toShare, Operation.Max, left, Constant("nothing", toShare))
            : plan.Left == plan.ToShare ? left
            : Node("left of the cap, in whole steps", toShare, Operation.Round(_result.Plan.CapSteps), left);
    }

    private Explanation ExplainWaiting(ComponentSteps steps)
    {
        var name = Component.Rate.FigureName;
        foreach (var read in steps.Modifiers.AsEnumerable())
            name = steps.IsRateWaiting || !read.IsFigureMissing ? name : read.Missing;

        return Conditions.LeaveOut(Component.Name, Conditions.IsMissing(Fact(name!, Figure.Absent)));
    }

    private Explanation ExplainWeight() =>
        In(_result.Steps.Rounded[_place]) is { IsPositive: true } ? ExplainRounded(Component.Name + " before the cap of the plan")
            : Constant(Component.Name + " shares nothing", new Money(0m, _result.Plan.Currency));

    private Explanation ExplainRounded(string name) =>
        Node(
            name, In(_result.Steps.Rounded[_place])!.Value, Operation.Round(_result.Plan.Rounding),
            ExplainModified());

    private Explanation ExplainModified()
    {
        var steps = Steps!;
        var explained = ExplainLimited(steps);
        foreach (var read in steps.Modifiers.AsEnumerable())
            explained = ExplainModified(explained, read);

        return explained;
    }

    private Explanation ExplainModified(Explanation before, ModifierSteps read)
    {
        if (read.IsPassed)
            return before;

        var modifier = read.Modifier;
        var factor = modifier.ExplainFactor(read, ExplainAttainment());
        var name = "after " + (modifier.FigureName ?? "attainment") + (modifier.ColumnName is { } column ? " and " + column : "");
        var amount = In(read.Amount)!.Value;
        return read.Factor is null ? Conditions.Fix(name, amount, Conditions.IsMissing(factor))
            : Node(name, amount, Operation.Product, before, factor);
    }

    private Explanation ExplainLimited(ComponentSteps steps)
    {
        var rated = ExplainRated(steps);
        var limited = In(steps.Limited)!.Value;
        var floor = Constant("floor", Figure.OrAbsent(Component.Floor));
        return (steps.Cap, Component.Floor) switch
        {
            (null, null) => rated,
            (null, _) => Node("at least the floor", limited, Operation.Max, rated, floor),
            (_, null) => Node("at most the cap", limited, Operation.Min, rated, ExplainCap(steps)),
            _ when Component.Floor is { } least && steps.Cap < least.Amount =>
                Node("at least the floor", limited, Operation.Max, rated, floor),
            _ => Node("within floor and cap", limited, Operation.Clamp, rated, floor, ExplainCap(steps)),
        };
    }

    private Explanation ExplainCap(ComponentSteps steps) =>
        Component.CapOfTarget is { } multiple
            ? Node(
                "cap", In(steps.Cap)!.Value, Operation.Product,
                Fact("target incentive", _result.Terms.TargetOf(Component.Name)!.Value), Constant("cap of target", multiple))
            : Constant("cap", Component.Cap!.Value);

    private Explanation ExplainRated(ComponentSteps steps) =>
        Component.Accumulation == CommissionAccumulation.Cumulative ? ExplainStretch(0, "at the rate")
        : steps.Stretches.Length == 0 ? Constant("no deal", new Money(0m, _result.Plan.Currency))
        : Node(
            "deals", In(steps.Rated)!.Value, Operation.Sum,
            [.. Enumerable.Range(0, steps.Stretches.Length).Select(i => ExplainStretch(i, Given!.Deals[i].Deal.ToString()))]);

    private Explanation ExplainAttainment() =>
        Quota is not { } quota ? Fact("attainment", Figure.Absent)
        : quota.Amount > 0m
            ? Node(
                "attainment", Figure.OrAbsent(Attainment), Operation.Ratio, ExplainGiven(LevelName, Level!.Value),
                Fact("quota", quota.Value))
        : Constant("attainment for a quota of zero", Component.AttainmentAtZero);

    private Explanation ExplainCounted(in StretchSteps stretch) =>
        Quota is { Amount: <= 0m } ? Constant("for a quota of zero as of one", stretch.Level.Value.With(stretch.Input.Level))
        : stretch.Capped is null ? ExplainGiven(LevelName, stretch.Level)
        : Node(
            "level, as far as it counts", stretch.Level.Value.With(stretch.Input.Level), Operation.Min,
            ExplainGiven(LevelName, stretch.Level),
            Node(
                "most that counts", stretch.Level.Value.With(stretch.Capped!.Value), Operation.Product, ExplainQuota(),
                Constant("cap of attainment", Component.LevelCap!.Value)));

    private Explanation ExplainQuota() =>
        Quota is not { } quota ? Fact("quota", Figure.Absent)
        : quota.Amount > 0m ? Fact("quota", quota.Value)
        : Constant("quota of one", quota.Value.With(1m));

    private Explanation ExplainCountedBase(in StretchSteps stretch, Explanation achieved) =>
        stretch.Counted is null ? ExplainGiven(BaseName, stretch.Base)
        : stretch.Input.IsOneMeasure ? achieved
        : Node(
            "base, as far as it counts", stretch.Base.Value.With(stretch.Counted.Value), Operation.Product,
            ExplainGiven(BaseName, stretch.Base),
            Node(
                "share that counts", stretch.ShareCounted, Operation.Ratio, achieved, ExplainGiven(LevelName, stretch.Level)));

    // A sum of credits says of how many; a deal, and what is measured elsewhere, is given.
    private Explanation ExplainGiven(string name, Measured value) =>
        Component.Accumulation == CommissionAccumulation.Cumulative
            && (name == BaseName ? Given?.BaseSum : Given?.LevelSum) is { } sum ? sum.Explain(name)
            : Fact(name, value.Value);

    private Explanation ExplainThreshold(in StretchSteps stretch) =>
        Component.Threshold is not { } threshold ? Fact("threshold", Figure.Absent)
        : threshold.Level is { } level ? Constant("threshold", level.Value)
        : Node(
            "threshold", stretch.Level.Value.With(stretch.Threshold), Operation.Product, ExplainQuota(),
            Constant("threshold of attainment", threshold.Attainment!.Value));

    private static Explanation ExplainZeroQuota(Measured quota) =>
        Node(
            "quota is zero or less", true, Operation.Compare(ComparisonKind.LessOrEqual), Fact("quota", quota.Value),
            Constant("zero", quota.Value.With(0m)));
}
