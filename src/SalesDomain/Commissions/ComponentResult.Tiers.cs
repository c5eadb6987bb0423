using System;
using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>What the tiers give on a part of the level.</summary>
public sealed partial class ComponentResult
{
    /// <summary>
    /// Whether each credit has the tiers that the level moves through with it: graduated, level and base one, not deal by deal, and nothing
    /// paid back from the first on.
    /// </summary>
    internal bool IsMarginal =>
        Component.Rate.IsMarginal && Steps is { Stretches.Length: 1 } steps && steps.Stretches[0].Input.IsOneMeasure
        && Component.Threshold?.Pays != ThresholdPay.FromFirst;

    /// <summary>The parts of the level between two levels, each at its own rate: those of a return are negative.</summary>
    internal IReadOnlyList<RatePortion> PortionsBetween(decimal before, decimal after)
    {
        var stretch = Steps!.Stretches[0];
        if (stretch.IsBelow)
            return Array.AsReadOnly(Array.Empty<RatePortion>());

        var portions = new List<RatePortion>();
        foreach (var (portion, sign) in At(after).Select(portion => (portion, 1m)).Concat(At(before).Select(portion => (portion, -1m))))
        {
            var at = portions.FindIndex(each => each.Rate == portion.Rate);
            if (at < 0)
                portions.Add(new RatePortion(portion.Base * sign, portion.Rate));
            else
                portions[at] = new RatePortion(portions[at].Base + (portion.Base * sign), portion.Rate);
        }

        return portions.FindAll(portion => !portion.Base.IsZero).AsReadOnly();

        IReadOnlyList<RatePortion> At(decimal level) => Component.Rate.Portions(stretch.Input.At(Counted(stretch, level)));
    }

    /// <summary>What the rates give on a level, as far as it counts, where <see cref="IsMarginal"/>, or one rate on a base.</summary>
    internal Explanation ExplainAtLevel(string name, decimal level, decimal amount)
    {
        if (!IsMarginal)
        {
            return Node(
                name, new Money(amount, _result.Plan.Currency), Operation.Product, Fact(BaseName, Base!.Value.Value.With(level)),
                Constant("rate", Rate!.Value));
        }

        var stretch = Steps!.Stretches[0];
        if (stretch.IsBelow || stretch.Capped is not null || level < stretch.Input.Threshold)
            return Fact(name, new Money(amount, _result.Plan.Currency));

        var input = stretch.Input.At(level);
        var of = Fact(LevelName, stretch.Level.Value.With(level));
        return Component.Rate.Explain(
            name, input, Component.Rate.Pay(input),
            new RateFacts(of, ExplainQuota(), of, ExplainThreshold(stretch), Fact("figure", Figure.Absent)));
    }

    /// <summary>What is told by credit: after gates and multipliers, or the share of a cap of the plan.</summary>
    internal Explanation ExplainToldByCredit() => IsShared ? Explain() : ExplainModified();

    /// <summary>The same without the floor, where no modifier and no cap of the plan is between; null otherwise.</summary>
    internal Explanation? ExplainToldBeforeFloor(Figure value)
    {
        var steps = Steps!;
        return value != In(steps.BeforeFloor)!.Value ? null
            : steps.Cap is null ? ExplainRated(steps)
            : Node("at most the cap", value, Operation.Min, ExplainRated(steps), ExplainCap(steps));
    }

    private bool IsShared => _result.Steps.ToShare is not null && _result.Steps.Rounded[_place] > 0m;

    // As much of a level as is paid on: not above the cap of the level, and not below a threshold above which alone is paid.
    private static decimal Counted(in StretchSteps stretch, decimal level)
    {
        var most = stretch.Capped is { } cap && level > cap ? cap : level;
        return stretch.Input.Threshold is { } least && most < least ? least : most;
    }
}
