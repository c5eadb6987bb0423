using System;
using System.Collections.Generic;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>What graduated steps come to at a level: each part of it at the value of its own step.</summary>
internal sealed class GraduatedLevel
{
    private GraduatedLevel(TierTable tiers, decimal level, int reached)
    {
        Level = level;
        Sum = tiers.Graduated(level, reached);
        var parts = new List<GraduatedPart>(reached + 1);
        for (var i = 0; i <= Math.Min(reached, tiers.Count - 1); i++)
        {
            var upper = tiers.Upper(i) is { } end && end < level ? end : level;
            parts.Add(new GraduatedPart(tiers.Lower(i), upper, upper - tiers.Lower(i), tiers.ValueAt(i)));
        }

        Parts = parts;
    }

    /// <summary>What counted, above zero.</summary>
    internal decimal Level { get; }

    /// <summary>Σ part × value.</summary>
    internal decimal Sum { get; }

    internal IReadOnlyList<GraduatedPart> Parts { get; }

    /// <summary>The value by the average over the whole level, for show.</summary>
    internal decimal Average => Sum / Level;

    /// <summary>What a level comes to; null where it reaches no step.</summary>
    internal static GraduatedLevel? Of(TierTable tiers, decimal level)
    {
        var reached = tiers.Find(new AmountProbe(level));
        return level > 0m && reached >= 0 ? new GraduatedLevel(tiers, level, reached) : null;
    }

    /// <summary>The table of a schedule, with which what lies outside its steps comes to nothing.</summary>
    internal static TierTable Table<TLevel, TValue>(
        StepSchedule<TLevel, TValue> steps, Func<TLevel, decimal> levelOf, Func<TValue, decimal> valueOf)
        where TLevel : IComparable<TLevel>
        where TValue : notnull
    {
        var pairs = new List<(decimal Level, decimal Value)>();
        var isUpTo = steps.Side == StepSide.UpTo;
        var below = !isUpTo && steps.IsOpenBelow ? 1 : 0;
        if (isUpTo && steps.HasFloor && levelOf(steps.Floor) is > 0m and var floor && floor < levelOf(steps.Bounds[0]))
            pairs.Add((floor, 0m));
        if (below == 1 && levelOf(steps.Bounds[0]) > 0m)
            pairs.Add((0m, valueOf(steps.Values[0])));

        for (var i = 0; i < steps.Bounds.Count; i++)
            pairs.Add((levelOf(steps.Bounds[i]), valueOf(steps.Values[i + below])));

        var table = TierTable.Create([.. pairs], steps.Side);
        return steps.HasCeiling ? table.WithCeiling(levelOf(steps.Ceiling))
            : isUpTo && steps.IsOpenAbove ? table.ThenAbove(valueOf(steps.Values[steps.Values.Count - 1]))
            : table;
    }
}
