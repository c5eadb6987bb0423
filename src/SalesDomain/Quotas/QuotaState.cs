using System.Collections.Generic;

namespace SalesDomain.Quotas;

/// <summary>
/// All quotas of a tree, and what was decided by hand beside the rule. A hand-out is what the hedge makes of the parent's quota less what
/// adjustments passed up to it, and the adjustments of its children besides.
/// </summary>
internal sealed class QuotaState
{
    internal QuotaState(int count)
    {
        Quotas = new decimal[count];
        HandedOut = new decimal[count];
        Held = [];
        Shifts = [];
        SplitShifts = [];
        Passed = [];
        Locks = [];
    }

    /// <summary>A copy, with other locks.</summary>
    internal QuotaState(QuotaState other, IEnumerable<int> locked, IEnumerable<int> unlocked)
    {
        Quotas = (decimal[])other.Quotas.Clone();
        HandedOut = (decimal[])other.HandedOut.Clone();
        Held = new Dictionary<int, decimal>(other.Held);
        Shifts = new Dictionary<int, decimal>(other.Shifts);
        SplitShifts = new Dictionary<int, decimal>(other.SplitShifts);
        Passed = new Dictionary<int, decimal>(other.Passed);
        Locks = [.. other.Locks, .. locked];
        Locks.ExceptWith(unlocked);
    }

    internal decimal[] Quotas { get; }

    /// <summary>The sum of the children; 0 for a leaf.</summary>
    internal decimal[] HandedOut { get; }

    /// <summary>What a node was held at, apart from its shift, when its family was last split.</summary>
    internal Dictionary<int, decimal> Held { get; }

    /// <summary>What a node has by adjustment on top of its share.</summary>
    internal Dictionary<int, decimal> Shifts { get; }

    /// <summary>What of it a node had when its family was last split: the bounds left that less to its share, and nothing since.</summary>
    internal Dictionary<int, decimal> SplitShifts { get; }

    /// <summary>What of a node's quota goes to its children as it is, because it came from an adjustment of one of them.</summary>
    internal Dictionary<int, decimal> Passed { get; }

    /// <summary>Nodes that a split to come must leave as they are.</summary>
    internal HashSet<int> Locks { get; }

    internal decimal ShiftOf(int node) => Shifts.Count > 0 && Shifts.TryGetValue(node, out var shift) ? shift : 0m;

    internal decimal SplitShiftOf(int node) => SplitShifts.Count > 0 && SplitShifts.TryGetValue(node, out var shift) ? shift : 0m;

    internal decimal PassedTo(int node) => Passed.Count > 0 && Passed.TryGetValue(node, out var passed) ? passed : 0m;
}
