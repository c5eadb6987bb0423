using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>A range plan set against what was sold: line by line, and what was sold without a target.</summary>
/// <typeparam name="TKey">The type of families.</typeparam>
/// <remarks>Equality is by reference. Made by <see cref="RangePlan{TKey}.Review"/>.</remarks>
public sealed class RangeReview<TKey>
    where TKey : notnull
{
    private readonly RangeLine<TKey>[] _lines;
    private readonly TKey[] _unplanned;

    internal RangeReview(RangePlan<TKey> plan, SalesMix<TKey> mix)
    {
        Plan = plan;
        Mix = mix;
        _lines = [.. plan.Targets.Select(target => new RangeLine<TKey>(target, mix.Of(target.Key), mix.Known))];
        _unplanned = [.. mix.Keys.Where(key => !plan.HasTarget(key) && !mix.IsNothing(key))];
        Unplanned = mix.Together("families without a target", _unplanned);
        IsMet = Array.Exists(_lines, line => line.Status == RangeStatus.Unknown) ? null
            : Array.TrueForAll(_lines, line => line.Status == RangeStatus.Within) && !IsBeside;
    }

    /// <summary>The plan.</summary>
    public RangePlan<TKey> Plan { get; }

    /// <summary>What was sold.</summary>
    public SalesMix<TKey> Mix { get; }

    /// <summary>A line for each target, in the order of the plan.</summary>
    public IReadOnlyList<RangeLine<TKey>> Lines => Array.AsReadOnly(_lines);

    /// <summary>The families that were sold and have no target, in the order of the mix. Their shares are those of the mix.</summary>
    public IReadOnlyList<TKey> UnplannedKeys => Array.AsReadOnly(_unplanned);

    /// <summary>What was sold without a target, in all: families that have none, and what is of no family.</summary>
    public MixShare Unplanned { get; }

    /// <summary>
    /// True when every family is within its bounds and, where the plan is whole, nothing is sold beside; null where there are no shares.
    /// </summary>
    public bool? IsMet { get; }

    /// <summary>
    /// Why the plan is not met, or not known to be: <c>range.below</c> and <c>range.above</c> with family, share, bound and the amount to
    /// the bound; of a whole plan <c>range.unplanned</c> with the number of families and their amount; and the reasons of the mix.
    /// </summary>
    public IReadOnlyList<Reason> Reasons => AllReasons().ToList().AsReadOnly();

    private bool IsBeside => Plan.IsWhole && (_unplanned.Length > 0 || Mix.HasUnassigned);

    /// <summary>The lines, a line each, and what is sold without a target.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() =>
        string.Concat(_lines.Select(line => line + "\n"))
        + string.Concat(_unplanned.Select(key => InvariantText.Any(key) + " without target: " + Mix.Of(key) + "\n"));

    private IEnumerable<Reason> AllReasons()
    {
        foreach (var line in _lines)
        {
            if (line.Deviation() is { } deviation)
                yield return deviation;
        }

        if (IsBeside)
            yield return new Reason("range.unplanned", ("families", _unplanned.Length), ("amount", Unplanned.Known.Value));
        foreach (var reason in Mix.Reasons)
            yield return reason;
    }
}
